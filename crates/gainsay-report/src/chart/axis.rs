//! Where shares stand on a chart.

/// A piece of the axis of shares, and where its ends are drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Axis {
    /// The share at its beginning.
    pub(super) lo: f64,
    /// The share at its end.
    pub(super) hi: f64,
    /// The coordinate of its beginning.
    pub(super) from: f64,
    /// The coordinate of its end.
    pub(super) to: f64,
    step: f64,
}

impl Axis {
    /// The piece that holds all of these shares, between round ones: from 0 where that
    /// is near, and the whole axis where that is not much more.
    pub(super) fn holding(shares: impl Iterator<Item = f64>, from: f64, to: f64) -> Self {
        const STEPS: [f64; 4] = [0.01, 0.02, 0.05, 0.1];
        const MOST: f64 = 9.0;
        let (lo, hi) = shares
            .filter(|share| share.is_finite())
            .fold((1.0_f64, 0.0_f64), |(lo, hi), one| (lo.min(one), hi.max(one)));
        let (lo, hi) = (lo.clamp(0.0, 1.0), hi.clamp(0.0, 1.0));
        let whole = Self { lo: 0.0, hi: 1.0, from, to, step: 0.2 };
        if lo > hi || hi - lo >= 0.6 {
            return whole;
        }
        let lo = if lo <= hi / 2.0 { 0.0 } else { lo };
        let pieces = STEPS.into_iter().map(|step| {
            let first = (lo / step + 1e-9).floor();
            let last = (hi / step - 1e-9).ceil().max(first + 2.0);
            (step, first, last)
        });
        let fitting = pieces.into_iter().find(|(_, first, last)| last - first <= MOST);
        match fitting {
            // Two steps above 1 there is nothing.
            Some((step, first, last)) if last * step > 1.0 + 1e-9 => {
                Self { lo: (first * step).min(1.0 - 2.0 * step), hi: 1.0, step, ..whole }
            }
            Some((step, first, last)) => Self { lo: first * step, hi: last * step, step, ..whole },
            None => whole,
        }
    }

    /// Where a share stands; at an end where it lies beyond.
    pub(super) fn at(&self, share: f64) -> f64 {
        let part = ((share - self.lo) / (self.hi - self.lo)).clamp(0.0, 1.0);
        self.from + part * (self.to - self.from)
    }

    /// Shares that have a line.
    pub(super) fn ticks(&self) -> Vec<f64> {
        let count = ((self.hi - self.lo) / self.step).round() as u32;
        (0..=count).map(|index| self.lo + f64::from(index) * self.step).collect()
    }

    /// Whether it shows every share that there may be.
    pub(super) fn is_whole(&self) -> bool {
        self.lo <= 0.0 && self.hi >= 1.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(shares: &[f64], ends: [f64; 2], ticks: usize) {
        let axis = Axis::holding(shares.iter().copied(), 100.0, 300.0);
        let found = [axis.lo, axis.hi];
        assert!(found.iter().zip(ends).all(|(one, end)| (one - end).abs() < 1e-9), "{axis:?}");
        assert_eq!(axis.ticks().len(), ticks, "{axis:?}");
    }

    #[test]
    fn the_axis_is_as_long_as_needed() {
        check(&[0.05, 0.9], [0.0, 1.0], 6);
        check(&[0.31, 0.58], [0.3, 0.6], 7);
        check(&[0.1, 0.28], [0.0, 0.3], 7);
        check(&[0.031, 0.052], [0.03, 0.06], 4);
        check(&[0.97, 0.99], [0.97, 0.99], 3);
        check(&[1.0], [0.98, 1.0], 3);
        check(&[0.0], [0.0, 0.02], 3);
        check(&[], [0.0, 1.0], 6);
        check(&[f64::NAN], [0.0, 1.0], 6);
    }

    #[test]
    fn shares_stand_between_the_ends() {
        let axis = Axis::holding([0.31, 0.6].into_iter(), 100.0, 300.0);
        assert_eq!(
            [0.3, 0.45, 0.6, 0.0, 1.0].map(|one| axis.at(one).round()),
            [100.0, 200.0, 300.0, 100.0, 300.0]
        );
        let upwards = Axis::holding([0.0, 1.0].into_iter(), 300.0, 100.0);
        assert_eq!([0.0, 0.25, 1.0].map(|one| upwards.at(one).round()), [300.0, 250.0, 100.0]);
    }

    #[test]
    fn a_piece_is_told_from_the_whole() {
        assert!(Axis::holding([0.0, 1.0].into_iter(), 0.0, 1.0).is_whole());
        assert!(!Axis::holding([0.3, 0.4].into_iter(), 0.0, 1.0).is_whole());
    }
}
