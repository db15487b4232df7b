//! How many were asked, as far as it is known.

use crate::{
    value::{Hedge, Quantity, Unit, read},
    wire::DecimalSign,
};

/// A number of cases as published. Unknown is a value of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Sample {
    /// Not disclosed.
    #[default]
    Unknown,
    /// Everybody: no sampling error.
    Census,
    /// `1000`.
    Exactly(u64),
    /// `about 1000`, `nearly 6,000`.
    About(u64),
    /// `more than 300`, `at least 1000`.
    AtLeast(u64),
    /// `up to 500`, `fewer than 500`.
    AtMost(u64),
    /// `600 to 700`.
    Between(u64, u64),
}

impl Sample {
    /// Reads a published number of cases in French or English; `None` when the
    /// text is not one.
    pub fn read(text: &str) -> Option<Self> {
        let reading = read(text, None, Some(Unit::Count)).ok()?;
        let Quantity::Count { set } = reading.quantity else {
            return None;
        };
        let lo = u64::try_from(set.lo().ceil().to_integer()).ok()?;
        let hi = set.hi().and_then(|hi| u64::try_from(hi.floor().to_integer()).ok());
        let bounded_above = matches!(reading.hedge, Hedge::LessThan | Hedge::AtMost);
        if lo == 0 && !bounded_above {
            return None; // Nobody was asked: a slip of the pen, not a survey.
        }
        Some(match (reading.hedge, hi) {
            (Hedge::None, Some(hi)) if lo == hi => Self::Exactly(lo),
            (Hedge::None, Some(hi)) => Self::Between(lo, hi),
            (Hedge::About, Some(hi)) => Self::About(lo.midpoint(hi)),
            (Hedge::Nearly, Some(hi)) => Self::About(hi),
            (Hedge::LessThan | Hedge::AtMost, Some(hi)) => Self::AtMost(hi),
            (Hedge::JustOver | Hedge::MoreThan | Hedge::AtLeast, _) | (_, None) => {
                Self::AtLeast(lo)
            }
        })
    }

    /// Reads a number of cases that may have decimals after a declared sign. One
    /// that is not whole was computed, mostly as a share of a larger one; it is
    /// rounded down and is `about` that many. `1.500` is read as neither.
    pub fn read_decimal(text: &str, sign: DecimalSign) -> Option<Self> {
        if !text.contains(sign.sign()) {
            return Self::read(text);
        }
        let (whole, decimals) = sign.part(text).ok()??;
        let n: u64 = whole.parse().ok().filter(|&n| n > 0)?;
        match decimals.bytes().all(|byte| byte == b'0') {
            true => Some(Self::Exactly(n)),
            false => Some(Self::About(n)),
        }
    }

    /// The size to test with: the smallest that the words allow, except that
    /// `about 300` is taken as 300. `None` when no size follows from the words.
    pub fn size(self) -> Option<u64> {
        match self {
            Self::Exactly(n) | Self::About(n) | Self::AtLeast(n) | Self::Between(n, _) => Some(n),
            Self::Unknown | Self::Census | Self::AtMost(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_form() {
        for (text, expected) in [
            ("1995", Some(Sample::Exactly(1995))),
            ("58,068", Some(Sample::Exactly(58_068))),
            ("9 486", Some(Sample::Exactly(9486))),
            ("1,500", Some(Sample::Exactly(1500))),
            ("1.500", Some(Sample::Exactly(1500))),
            ("about 300", Some(Sample::About(300))),
            ("environ 1000", Some(Sample::About(1000))),
            ("nearly 6,000", Some(Sample::About(6000))),
            ("more than 11,000", Some(Sample::AtLeast(11_000))),
            ("at least 1000", Some(Sample::AtLeast(1000))),
            ("≥ 1000", Some(Sample::AtLeast(1000))),
            ("600 to 700", Some(Sample::Between(600, 700))),
            ("329–336", Some(Sample::Between(329, 336))),
            ("up to 500", Some(Sample::AtMost(500))),
            ("0", None),
            ("at least 0", None),
            ("0 to 5", None),
            ("many", None),
            ("12 %", None),
        ] {
            assert_eq!(Sample::read(text), expected, "{text}");
        }
    }

    #[test]
    fn a_declared_sign_parts_the_decimals() {
        for (text, sign, expected) in [
            ("541.968", DecimalSign::Point, Some(Sample::About(541))),
            ("541,968", DecimalSign::Comma, Some(Sample::About(541))),
            ("541,968", DecimalSign::Point, Some(Sample::Exactly(541_968))),
            ("1071.0", DecimalSign::Point, Some(Sample::Exactly(1071))),
            ("1.500", DecimalSign::Point, None),
            ("2,000", DecimalSign::Comma, None),
            ("1.5", DecimalSign::Point, Some(Sample::About(1))),
            ("1 500", DecimalSign::Point, Some(Sample::Exactly(1500))),
            ("1,500", DecimalSign::Point, Some(Sample::Exactly(1500))),
            ("1000", DecimalSign::Point, Some(Sample::Exactly(1000))),
            ("0.7", DecimalSign::Point, None),
            ("+5.1", DecimalSign::Point, None),
            ("5.x", DecimalSign::Point, None),
            ("5.", DecimalSign::Point, None),
        ] {
            assert_eq!(Sample::read_decimal(text, sign), expected, "{text}");
        }
    }

    #[test]
    fn a_size_is_the_smallest_that_the_words_allow() {
        assert_eq!(Sample::Between(600, 700).size(), Some(600));
        assert_eq!(Sample::AtMost(500).size(), None);
        assert_eq!(Sample::Unknown.size(), None);
    }
}
