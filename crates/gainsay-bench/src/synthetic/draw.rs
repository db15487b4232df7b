//! Numbers that look random and depend on their place alone.

/// What is drawn, so that no two kinds of draws at one place are related.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Order = 1,
    Size,
    Study,
    Proposition,
    House,
    Claim,
}

/// Draws for one thing: its kind and its number decide them, not what was drawn before.
/// SplitMix64 (Steele, Lea and Flood 2014).
pub(super) struct Draw(u64);

impl Draw {
    pub(super) fn new(seed: u64, kind: Kind, number: u64) -> Self {
        Self(mixed(mixed(seed ^ mixed(kind as u64)) ^ number))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(STEP);
        mixed(self.0)
    }

    /// A number of 0, 1, ... up to `below`, which is small next to 2^64.
    pub(super) fn below(&mut self, below: u64) -> u64 {
        self.next() % below
    }

    /// A number from 0 to 1, without 1.
    pub(super) fn fraction(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// True in so many of a thousand cases.
    pub(super) fn happens(&mut self, per_mille: u64) -> bool {
        self.below(1000) < per_mille
    }

    /// A nearly normal number of mean 0 and standard deviation 1: the sum of twelve uniform
    /// ones, as it needs no logarithm.
    pub(super) fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.fraction()).sum::<f64>() - 6.0
    }
}

const STEP: u64 = 0x9E37_79B9_7F4A_7C15;

fn mixed(number: u64) -> u64 {
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}

/// An order of the numbers below a limit in which neighbours have nothing in common, without a
/// list of them: a Feistel network on twice `half` bits, walked until it ends below the limit.
pub(super) struct Shuffle {
    seed: u64,
    limit: u64,
    half: u32,
}

impl Shuffle {
    pub(super) fn new(seed: u64, limit: u64) -> Self {
        let bits = u64::BITS - limit.saturating_sub(1).leading_zeros();
        Self { seed, limit, half: bits.div_ceil(2).max(1) }
    }

    /// The number at a place; both are below the limit.
    pub(super) fn at(&self, place: u64) -> u64 {
        let mut number = self.permuted(place);
        while number >= self.limit {
            number = self.permuted(number);
        }
        number
    }

    fn permuted(&self, number: u64) -> u64 {
        let mask = (1 << self.half) - 1;
        let (mut left, mut right) = (number >> self.half, number & mask);
        for round in 0..4 {
            let key = (round << 48) | right;
            let scrambled = Draw::new(self.seed, Kind::Order, key).next() & mask;
            (left, right) = (right, left ^ scrambled);
        }
        (left << self.half) | right
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shuffle_holds_every_number_once() {
        for limit in [1, 2, 3, 1000, 1024, 1025] {
            let shuffle = Shuffle::new(7, limit);
            let mut all: Vec<_> = (0..limit).map(|place| shuffle.at(place)).collect();
            assert!(limit < 1000 || all.windows(2).filter(|two| two[0] + 1 == two[1]).count() < 9);
            all.sort_unstable();
            assert!(all.into_iter().eq(0..limit), "{limit}");
        }
    }

    #[test]
    fn normal_numbers_have_mean_0_and_deviation_1() {
        let mut draw = Draw::new(1, Kind::Claim, 0);
        let drawn: Vec<f64> = (0..10_000).map(|_| draw.normal()).collect();
        let mean = drawn.iter().sum::<f64>() / 1e4;
        let variance = drawn.iter().map(|one| (one - mean).powi(2)).sum::<f64>() / 1e4;
        assert!(mean.abs() < 0.04 && (variance - 1.0).abs() < 0.06, "{mean} {variance}");
    }

    #[test]
    fn what_happens_in_a_fifth_of_cases_happens_as_often() {
        let often = (0..10_000).filter(|&one| Draw::new(3, Kind::Study, one).happens(200)).count();
        assert!((1850..2150).contains(&often), "{often}");
    }
}
