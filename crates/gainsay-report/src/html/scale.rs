//! Where shares stand on the axis of a table.

use crate::lang::percent;
use gainsay_claims::Lang;

/// A piece of the axis from 0 to 1, in tenths at least two apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    lo: f64,
    hi: f64,
}

impl Scale {
    /// The whole axis.
    pub(super) const WHOLE: Self = Self { lo: 0.0, hi: 1.0 };

    /// The piece that holds all of these shares; the whole axis where that is not
    /// much more; nothing where there are none.
    pub(super) fn holding(shares: impl Iterator<Item = f64>) -> Option<Self> {
        let shares = shares.filter(|share| share.is_finite()).map(|share| [share; 2]);
        let [lo, hi] = shares.reduce(|[lo, hi], [one, _]| [lo.min(one), hi.max(one)])?;
        let lo = (lo * 10.0 + 1e-9).floor().clamp(0.0, 8.0);
        let hi = (hi * 10.0 - 1e-9).ceil().clamp(lo + 2.0, 10.0);
        let is_most = hi - lo >= 6.0;
        Some(if is_most { Self::WHOLE } else { Self { lo: lo / 10.0, hi: hi / 10.0 } })
    }

    /// Where a share stands, as a coordinate in percent of the width. The ends leave
    /// room for half a mark.
    pub(super) fn at(self, share: f64) -> String {
        const MARGIN: f64 = 0.03;
        let part = ((share - self.lo) / (self.hi - self.lo)).clamp(0.0, 1.0);
        let percent = 100.0 * (MARGIN + part * (1.0 - 2.0 * MARGIN));
        format!("{}%", (percent * 10.0).round() / 10.0)
    }

    /// How wide a range is, as a coordinate in percent of the width.
    pub(super) fn width(self, lo: f64, hi: f64) -> String {
        let number = |share| self.at(share).trim_end_matches('%').parse().unwrap_or(0.0_f64);
        format!("{}%", ((number(hi) - number(lo)) * 10.0).round() / 10.0)
    }

    /// Shares that have a line on the axis.
    pub(super) fn ticks(self) -> Vec<f64> {
        let step = if self.hi - self.lo > 0.55 { 2.5 } else { 1.0 };
        let count = ((self.hi - self.lo) * 10.0 / step).round() as u32;
        (0..=count).map(|index| self.lo + f64::from(index) * step / 10.0).collect()
    }

    /// The ends of the axis in words.
    pub(super) fn ends(self, lang: Lang) -> [String; 2] {
        [self.lo, self.hi].map(|end| percent(lang, end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(shares: &[f64], lo: f64, hi: f64) {
        let scale = Scale::holding(shares.iter().copied()).expect("there are shares");
        assert!((scale.lo - lo).abs() < 1e-9 && (scale.hi - hi).abs() < 1e-9, "{scale:?}");
    }

    #[test]
    fn the_axis_is_as_long_as_needed() {
        check(&[0.13, 0.28], 0.1, 0.3);
        check(&[0.1, 0.3], 0.1, 0.3);
        check(&[0.05, 0.9], 0.0, 1.0);
        check(&[0.97], 0.8, 1.0);
        check(&[0.001], 0.0, 0.2);
        assert_eq!(Scale::holding([].into_iter()), None);
    }

    #[test]
    fn marks_stay_within_the_width() {
        let scale = Scale::holding([0.2, 0.4].into_iter()).expect("there are shares");
        assert_eq!([scale.at(0.2), scale.at(0.3), scale.at(0.4)], ["3%", "50%", "97%"]);
        assert_eq!([scale.at(0.0), scale.at(1.0)], ["3%", "97%"]);
        assert_eq!(scale.width(0.2, 0.3), "47%");
    }

    #[test]
    fn ticks_stand_at_round_shares() {
        assert_eq!(Scale::WHOLE.ticks(), [0.0, 0.25, 0.5, 0.75, 1.0]);
        let piece = Scale::holding([0.1, 0.3].into_iter()).expect("there are shares");
        assert_eq!(piece.ticks().len(), 3);
    }
}
