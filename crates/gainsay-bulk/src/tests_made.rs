//! How many tests were made and which p were found: what corrections for their number need.

/// The tests of a table or of a part of it. Those of parts can be put together in any order.
///
/// Of the p only those below the level are kept, each with how often it was found: to correct a p
/// below the level by Benjamini and Hochberg no other matters, as `m p / i` is not below the level
/// where `p` is not. So this grows with what is significant, not with what was compared; and
/// [`coarsened`](Self::coarsened) it stops growing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tests {
    /// How many tests were made.
    pub made: u64,
    // Invariant: in increasing order of p, each once; the numbers are above 0.
    below: Vec<(f64, u64)>,
}

impl Tests {
    /// Gathers tests by their number and those p that are below the level.
    pub fn new(made: u64, mut below: Vec<f64>) -> Self {
        below.sort_unstable_by(f64::total_cmp);
        let runs = below.chunk_by(|one, other| one == other);
        Self { made, below: runs.map(|run| (run[0], run.len() as u64)).collect() }
    }

    /// Puts two parts together.
    #[must_use]
    pub fn merged(&self, other: &Self) -> Self {
        let mut below: Vec<(f64, u64)> = self.below.iter().chain(&other.below).copied().collect();
        below.sort_by(|one, other| one.0.total_cmp(&other.0));
        Self { made: self.made + other.made, below: joined(&below) }
    }

    /// Rounds every p up to so many binary digits behind the first, so that a table of any size
    /// keeps at most 1,100 times two to that power of them. Nothing corrected by the result is
    /// smaller than by the tests themselves, and none is greater by more than one part in two to
    /// the power of `digits`.
    #[must_use]
    pub fn coarsened(&self, digits: u32) -> Self {
        let below: Vec<_> =
            self.below.iter().map(|&(p, count)| (rounded_up(p, digits), count)).collect();
        Self { made: self.made, below: joined(&below) }
    }

    /// The p that were kept, in increasing order, each with how often it was found.
    pub fn below(&self) -> &[(f64, u64)] {
        &self.below
    }

    /// Makes tests of what [`below`](Self::below) told, after a way through another process.
    pub fn of_runs(made: u64, mut below: Vec<(f64, u64)>) -> Self {
        below.sort_by(|one, other| one.0.total_cmp(&other.0));
        Self { made, below: joined(&below) }
    }

    /// Corrects every p that was kept by Benjamini and Hochberg, in the order of
    /// [`below`](Self::below): the least of `m p / i` over the p from there on, `i` being how many
    /// are not greater.
    #[expect(clippy::cast_precision_loss, reason = "as `benjamini_hochberg` computes it")]
    pub fn step_up(&self) -> Vec<f64> {
        let mut rank: u64 = self.below.iter().map(|(_, count)| count).sum();
        let mut adjusted = vec![0.0; self.below.len()];
        let mut least = 1.0_f64;
        for (place, &(p, count)) in self.below.iter().enumerate().rev() {
            least = least.min(self.made as f64 * p / rank as f64);
            adjusted[place] = least;
            rank -= count;
        }
        adjusted
    }

    /// Corrects every p that was kept by Holm, in the order of [`below`](Self::below): the greatest
    /// of `(m - i) p` over those up to there, `i` being how many are smaller.
    #[expect(clippy::cast_precision_loss, reason = "as `holm` computes it")]
    pub fn step_down(&self) -> Vec<f64> {
        let (mut smaller, mut largest) = (0, 0.0_f64);
        let step = |&(p, count): &(f64, u64)| {
            largest = largest.max((self.made - smaller) as f64 * p).min(1.0);
            smaller += count;
            largest
        };
        self.below.iter().map(step).collect()
    }

    /// The place of a p among those kept, or of the next greater one: the plain search that
    /// [`places`](Self::places) is held against.
    #[cfg(test)]
    fn place(&self, p: f64) -> usize {
        self.below.partition_point(|&(kept, _)| kept < p)
    }

    /// Calls with each p of a list in increasing order: with its place in the list and its place
    /// among those kept, or that of the next greater one. Both are walked through once, side by
    /// side, and of those kept many at once where the list is short.
    pub fn places(
        &self,
        list: impl Iterator<Item = Option<f64>>,
        mut each: impl FnMut(usize, usize),
    ) {
        // Numbers that are not negative are in the order of their bits.
        let numbered = (0_u32..).zip(list).filter_map(|(number, p)| Some((p?.to_bits(), number)));
        let mut in_order: Vec<(u64, u32)> = numbered.collect();
        in_order.sort_unstable();
        let mut place = 0;
        for (bits, number) in in_order {
            place = self.place_from(place, f64::from_bits(bits));
            each(number as usize, place);
        }
    }

    /// The place of a p that is not before `start`: the further away, the longer the steps.
    fn place_from(&self, start: usize, p: f64) -> usize {
        let is_smaller = |place: usize| self.below.get(place).is_some_and(|&(kept, _)| kept < p);
        let (mut from, mut step) = (start, 1);
        while is_smaller(from + step - 1) {
            from += step;
            step *= 2;
        }
        let until = (from + step).min(self.below.len());
        from + self.below[from..until].partition_point(|&(kept, _)| kept < p)
    }
}

fn joined(in_order: &[(f64, u64)]) -> Vec<(f64, u64)> {
    let runs = in_order.chunk_by(|one, other| one.0 == other.0);
    runs.map(|run| (run[0].0, run.iter().map(|(_, count)| count).sum())).collect()
}

/// The next number of so many binary digits behind the first that is not below `p`.
fn rounded_up(p: f64, digits: u32) -> f64 {
    let dropped = (1_u64 << 52_u32.saturating_sub(digits)) - 1;
    f64::from_bits((p.to_bits() + dropped) & !dropped)
}

#[cfg(test)]
mod tests {
    use gainsay_judge::stats::{benjamini_hochberg, holm};

    use super::*;

    const ALPHA: f64 = 0.05;

    fn drawn(count: usize, seed: u64) -> Vec<f64> {
        let mut random = fastrand::Rng::with_seed(seed);
        // Some are equal, some tiny.
        let one = |random: &mut fastrand::Rng| match random.u8(0..4) {
            0 => f64::from(random.u8(0..20)) / 200.0,
            1 => random.f64() * 1e-9,
            _ => random.f64(),
        };
        (0..count).map(|_| one(&mut random)).collect()
    }

    fn tests(all: &[f64]) -> Tests {
        Tests::new(all.len() as u64, all.iter().copied().filter(|&p| p < ALPHA).collect())
    }

    #[test]
    fn what_is_below_the_level_is_corrected_as_all_tests_are() {
        let mut compared = 0;
        for seed in 0..60 {
            let all = drawn(1 + seed as usize * 3, seed);
            let found = tests(&all);
            let (up, down) = (found.step_up(), found.step_down());
            let (bh, holm) = (benjamini_hochberg(&all).unwrap(), holm(&all).unwrap());
            for (index, &p) in all.iter().enumerate().filter(|(_, p)| **p < ALPHA) {
                let place = found.place(p);
                assert_eq!(down[place], holm[index]);
                // Beyond the level both say no more than that it is not below.
                let below = |adjusted: f64| Some(adjusted).filter(|one| *one < ALPHA);
                assert_eq!(below(up[place]), below(bh[index]));
                compared += usize::from(below(bh[index]).is_some());
            }
        }
        assert!(compared > 300, "{compared}");
    }

    #[test]
    fn parts_together_are_the_whole() {
        let all = drawn(300, 7);
        let (one, other) = all.split_at(120);
        assert_eq!(tests(one).merged(&tests(other)), tests(&all));
        assert_eq!(tests(other).merged(&tests(one)), tests(&all));
        let whole = tests(&all);
        assert_eq!(Tests::of_runs(whole.made, whole.below().to_vec()), whole);
    }

    #[test]
    fn many_places_are_those_of_each() {
        let all = drawn(3000, 5);
        let found = Tests::new(all.len() as u64, all[..2000].to_vec());
        let mut seen = vec![None; all.len()];
        let list = || all.iter().map(|&p| Some(p).filter(|p| *p != 0.05));
        found.places(list(), |number, place| seen[number] = Some(place));
        let expected = list().map(|p| Some(found.place(p?))).collect::<Vec<_>>();
        assert_eq!(seen, expected);
        assert!(seen.contains(&None));
    }

    #[test]
    fn rounding_up_makes_nothing_surer() {
        let whole = tests(&drawn(2000, 3));
        let coarse = whole.coarsened(6);
        assert!(coarse.below().len() < whole.below().len());
        let (exact, rounded) = (whole.step_up(), coarse.step_up());
        for (place, (p, _)) in whole.below().iter().enumerate() {
            let found = rounded[coarse.place(*p)];
            assert!(exact[place] <= found, "{} {found}", exact[place]);
            assert!(
                found <= exact[place] * (1.0 + 1.0 / 64.0) + 1e-300,
                "{} {found}",
                exact[place]
            );
        }
        assert_eq!(rounded_up(0.25, 3), 0.25);
    }
}
