//! People who answer, and publishers who round.

use std::cmp::Ordering;

use fastrand::Rng;

/// Answers of a sample.
#[derive(Clone, Copy)]
pub(crate) struct Drawn {
    hits: usize,
    asked: usize,
}

/// Asks `asked` people, `share` of whom would say yes, in clusters that answer alike.
/// Clusters of two are a design effect of exactly 2.
pub(crate) fn ask(rng: &mut Rng, share: f64, asked: usize, cluster: usize) -> Drawn {
    let clusters = (0..asked / cluster).filter(|_| rng.f64() < share).count();
    Drawn { hits: clusters * cluster, asked }
}

/// Asks people to choose one answer each, whose shares add up to 1.
pub(crate) fn choose(rng: &mut Rng, shares: &[f64], asked: usize) -> Vec<Drawn> {
    let mut hits = vec![0; shares.len()];
    for _ in 0..asked {
        let mut left = rng.f64();
        let chosen = shares.iter().position(|share| {
            left -= share;
            left < 0.0
        });
        // What rounding leaves over belongs to the last answer.
        hits[chosen.unwrap_or(shares.len() - 1)] += 1;
    }
    hits.into_iter().map(|hits| Drawn { hits, asked }).collect()
}

/// A nearly normal number of mean 0 and standard deviation 1: the sum of twelve
/// uniform ones, the same on every machine as it needs no logarithm.
pub(crate) fn normal(rng: &mut Rng) -> f64 {
    (0..12).map(|_| rng.f64()).sum::<f64>() - 6.0
}

impl Drawn {
    /// The share in the sample, in whole parts of `whole`, rounded half up.
    fn parts(self, whole: usize) -> usize {
        (2 * whole * self.hits + self.asked) / (2 * self.asked)
    }

    /// The share in whole percent, as most publishers give it.
    pub(crate) fn percent(self) -> usize {
        self.parts(100)
    }

    /// The share with one decimal: `18.3 %`.
    pub(crate) fn tenths(self) -> String {
        let tenths = self.parts(1000);
        format!("{}.{} %", tenths / 10, tenths % 10)
    }

    /// The largest multiple of `step` percent that the share exceeds, if any does.
    pub(crate) fn above(self, step: usize) -> Option<usize> {
        (1..100 / step)
            .map(|times| times * step)
            .rev()
            .find(|one| 100 * self.hits > one * self.asked)
    }

    /// How those who said yes compare to half of all.
    pub(crate) fn to_half(self) -> Ordering {
        (2 * self.hits).cmp(&self.asked)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn publishers_round_half_up() {
        let drawn = |hits| Drawn { hits, asked: 1000 };
        assert_eq!([drawn(184), drawn(185)].map(Drawn::percent), [18, 19]);
        assert_eq!(drawn(183).tenths(), "18.3 %");
        assert_eq!(
            [drawn(400), drawn(401), drawn(50)].map(|one| one.above(5)),
            [Some(35), Some(40), None]
        );
    }

    // The variance of a share is `p q deff / n`; 2,000 samples tell it within 10 %.
    #[test]
    fn pairs_that_answer_alike_double_the_variance() {
        let mut rng = Rng::with_seed(1);
        for (cluster, expected) in [(1, 0.21 / 1000.0), (2, 0.42 / 1000.0)] {
            let squares = (0..2000).map(|_| {
                let drawn = ask(&mut rng, 0.3, 1000, cluster);
                (drawn.hits as f64 / 1000.0 - 0.3).powi(2)
            });
            let variance = squares.sum::<f64>() / 2000.0;
            assert!((variance / expected - 1.0).abs() < 0.1, "{cluster}: {variance}");
        }
    }
}
