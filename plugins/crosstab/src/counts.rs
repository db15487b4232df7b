//! What a share and the count beside it tell of the base that both come from.

/// Sizes of a base, from the least to the most.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Bases {
    least: f64,
    most: f64,
}

/// How far a count may be off that was rounded, as weighted ones are.
pub(crate) const HALF: f64 = 0.5;

impl Bases {
    /// The bases of which a count may be the share that lies between two fractions.
    pub(crate) fn of(count: f64, (low, high): (f64, f64)) -> Self {
        // Of no share, only few cases may be rounded away.
        let part = |count: f64, share: f64| match (count > 0.0, share > 0.0) {
            (_, true) => count / share,
            (true, false) => f64::INFINITY,
            (false, false) => 0.0,
        };
        Self { least: part((count - HALF).max(0.0), high), most: part(count + HALF, low) }
    }

    /// Whether a base is among them.
    pub(crate) fn holds(self, base: f64) -> bool {
        const ROUNDING: f64 = 1e-9;
        (self.least * (1.0 - ROUNDING)..=self.most * (1.0 + ROUNDING)).contains(&base)
    }

    /// Whether a base is among them that may have been rounded.
    pub(crate) fn reaches(self, base: f64) -> bool {
        self.least <= base + HALF && base - HALF <= self.most
    }
}

/// The base that most of these may come from: the middle of what these share.
pub(crate) fn common(all: impl IntoIterator<Item = Bases>) -> Option<f64> {
    let all: Vec<Bases> = all.into_iter().filter(|one| one.least.is_finite()).collect();
    let mut ends: Vec<_> = all.iter().map(|one| (one.least, false)).collect();
    ends.extend(all.iter().map(|one| (one.most, true)));
    // Where one ends and another one begins, they meet.
    ends.sort_by(|one, next| one.0.total_cmp(&next.0).then(one.1.cmp(&next.1)));
    let (mut open, mut most, mut best) = (0_usize, 0, None);
    for pair in ends.windows(2) {
        open = if pair[0].1 { open.saturating_sub(1) } else { open + 1 };
        if open > most {
            (most, best) = (open, Some((pair[0].0, pair[1].0)));
        }
    }
    best.map(|(least, end)| if end.is_finite() { f64::midpoint(least, end) } else { least })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_and_its_share_tell_the_base() {
        let base = Bases::of(280.0, (0.275, 0.285));
        assert!(base.holds(1000.0) && base.reaches(1019.9));
        assert!(!base.reaches(500.0) && !base.reaches(1030.0));
        let none = Bases::of(0.0, (0.0, 0.005));
        assert!(none.holds(70.0) && none.holds(1e6));
        let many = Bases::of(10.0, (0.0, 0.0));
        assert!(!many.reaches(1000.0), "ten are some");
    }

    #[test]
    fn the_base_of_most_rows_is_theirs() {
        let row = |count: f64, percent: f64| {
            Bases::of(count, ((percent - 0.5) / 100.0, (percent + 0.5) / 100.0))
        };
        let base = common([row(150.0, 30.0), row(290.0, 28.0), row(350.0, 70.0)]);
        let base = base.expect("two of three agree");
        assert!((495.0..505.0).contains(&base), "{base}");
        assert_eq!(common([]), None);
    }
}
