//! In which order findings are read.

/// When a finding is read by somebody who has little time. How bad it is, its level says;
/// `gainsay-judge` decides the tier, from level, comparability and strength.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// It turns a message round, or cannot be true.
    Reversal,
    /// Comparable studies, or a citation and its source, say different things.
    Direct,
    /// The studies differ in one point, and their shares by more than twice the usual
    /// error, or across one half.
    Robust,
    /// Comparable studies, and what is not disclosed decides.
    Undecided,
    /// No finding of the judge: nothing to be decided, something to be mended.
    Input,
    /// Not comparable as it stands, or nothing is claimed to be wrong.
    Folded,
}

impl Tier {
    /// Every tier, first to last.
    pub const ALL: [Self; 6] =
        [Self::Reversal, Self::Direct, Self::Robust, Self::Undecided, Self::Input, Self::Folded];

    /// Those in which something is to be decided.
    pub const DECIDED: [Self; 4] = [Self::Reversal, Self::Direct, Self::Robust, Self::Undecided];

    /// The name under which it travels.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reversal => "reversal",
            Self::Direct => "direct",
            Self::Robust => "robust",
            Self::Undecided => "undecided",
            Self::Input => "input",
            Self::Folded => "folded",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tiers_are_listed_in_the_order_of_reading() {
        assert!(Tier::ALL.is_sorted());
        assert!(Tier::ALL.starts_with(&Tier::DECIDED));
    }
}
