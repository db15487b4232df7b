//! The verdict on two claims when the size of a sample is not known.

use super::pair::is_material;
use super::{BreakEven, Ends, Facing, Thresholds};

/// What can be said of two claims when some sample size is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownSizeVerdict {
    /// The gap is too small to matter, whatever the sizes.
    Compatible,
    /// A conflict at any size that a published survey has: this many respondents are enough.
    AnyPlausible(u64),
    /// A conflict if at least this many people were asked.
    IfAtLeast(u64),
    /// A conflict would take more respondents than can be supposed.
    NotEstablished,
}

impl UnknownSizeVerdict {
    /// The name under which a verdict travels.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Compatible => "compatible",
            Self::AnyPlausible(_) => "conflict-at-any-plausible-size",
            Self::IfAtLeast(_) => "conflict-from-break-even",
            Self::NotEstablished => "not-established",
        }
    }
}

/// Decides by the break-even size: that of both studies if both sizes are unknown
/// ([`break_even`](super::break_even)), else that of the unknown one
/// ([`break_even_one_known`](super::break_even_one_known)), at [`Thresholds::deff`].
///
/// A size up to [`Thresholds::floor`] is reached by any published survey, one up to
/// [`Thresholds::ceiling`] may have been reached.
pub fn unknown_size_verdict(
    first: Ends,
    second: Ends,
    break_even: BreakEven,
    thresholds: &Thresholds,
) -> UnknownSizeVerdict {
    if !is_material(Facing::new(first, second), thresholds) {
        return UnknownSizeVerdict::Compatible;
    }
    match break_even {
        BreakEven::At(n) if n <= thresholds.floor => UnknownSizeVerdict::AnyPlausible(n),
        BreakEven::At(n) if n <= thresholds.ceiling => UnknownSizeVerdict::IfAtLeast(n),
        BreakEven::At(_) | BreakEven::Never | BreakEven::Overlap => {
            UnknownSizeVerdict::NotEstablished
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Alpha, DesignEffect, break_even};
    use super::*;

    #[track_caller]
    fn check(first: (f64, f64), second: (f64, f64), expected: UnknownSizeVerdict) {
        let (first, second) =
            (Ends::new(first.0, first.1).unwrap(), Ends::new(second.0, second.1).unwrap());
        let size = break_even(first, second, DesignEffect::TWO, Alpha::FIVE_PERCENT);
        let verdict = unknown_size_verdict(first, second, size, &Thresholds::default());
        assert_eq!(verdict, expected);
    }

    #[test]
    fn break_even_size_decides() {
        check((0.675, 0.685), (0.345, 0.355), UnknownSizeVerdict::AnyPlausible(37));
        check((0.275, 0.285), (0.175, 0.185), UnknownSizeVerdict::IfAtLeast(338));
        check((0.175, 0.185), (0.125, 0.135), UnknownSizeVerdict::Compatible);
        check((0.0, 0.005), (0.015, 0.025), UnknownSizeVerdict::NotEstablished);
        check((0.5, 1.0), (0.45, 0.55), UnknownSizeVerdict::Compatible);
    }

    #[test]
    fn a_size_that_cannot_be_reached_establishes_nothing() {
        let (first, second) = (Ends::new(0.28, 0.28).unwrap(), Ends::new(0.18, 0.18).unwrap());
        let verdict = unknown_size_verdict(first, second, BreakEven::Never, &Thresholds::default());
        assert_eq!(verdict, UnknownSizeVerdict::NotEstablished);
    }
}
