//! How often something happened, with its Monte Carlo error.

use std::fmt;

/// A share of chances in which something happened. The chances of one simulated base
/// depend on each other, so the error is that of a ratio over bases.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Rate {
    bases: u64,
    hits: u64,
    of: u64,
    // Sums over bases; whole numbers, so the order of bases is irrelevant.
    hits_squared: u64,
    product: u64,
    of_squared: u64,
}

impl Rate {
    /// Counts a base in which it happened in `hits` of so many chances.
    pub(crate) fn count(&mut self, hits: usize, of: usize) {
        let (hits, of) = (hits as u64, of as u64);
        self.add(&Self {
            bases: u64::from(of > 0),
            hits,
            of,
            hits_squared: hits * hits,
            product: hits * of,
            of_squared: of * of,
        });
    }

    /// Counts a base in which it happened or did not.
    pub(crate) fn see(&mut self, happened: bool) {
        self.count(usize::from(happened), 1);
    }

    /// Adds the bases of another rate.
    pub(crate) fn add(&mut self, other: &Self) {
        self.bases += other.bases;
        self.hits += other.hits;
        self.of += other.of;
        self.hits_squared += other.hits_squared;
        self.product += other.product;
        self.of_squared += other.of_squared;
    }

    /// The bases of several rates as one.
    pub(crate) fn sum(rates: &[Self]) -> Self {
        let mut sum = Self::default();
        rates.iter().for_each(|rate| sum.add(rate));
        sum
    }

    /// How many chances there were.
    pub(crate) fn chances(&self) -> u64 {
        self.of
    }

    /// The share of chances; 0 without any.
    pub(crate) fn value(&self) -> f64 {
        self.hits as f64 / self.of.max(1) as f64
    }

    /// The Monte Carlo standard error of the share. Where it never or always happened,
    /// that of one case more.
    pub(crate) fn error(&self) -> f64 {
        let (bases, of) = (self.bases as f64, self.of as f64);
        if self.hits == 0 || self.hits == self.of {
            return (bases + 1.0).sqrt() / ((bases + 2.0) * bases.max(1.0).sqrt());
        }
        let rate = self.value();
        let squares = self.hits_squared as f64 - 2.0 * rate * self.product as f64
            + rate * rate * self.of_squared as f64;
        squares.max(0.0).sqrt() / of * (bases / (bases - 1.0).max(1.0)).sqrt()
    }
}

impl fmt::Display for Rate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.of {
            0 => write!(f, "–"),
            _ => f.write_str(&shown(self.value(), self.error())),
        }
    }
}

/// A rate and its error, both fractions, in percent.
pub(crate) fn shown(rate: f64, error: f64) -> String {
    // An error of less than a tenth of a percent needs a digit more.
    let digits = if error < 0.0005 { 2 } else { 1 };
    format!("{:.digits$} ± {:.digits$}", 100.0 * rate, 100.0 * error)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(bases: &[(usize, usize)]) -> Rate {
        let mut rate = Rate::default();
        bases.iter().for_each(|&(hits, of)| rate.count(hits, of));
        rate
    }

    // √(0.25 · 0.75 / 11)
    #[test]
    fn the_error_of_single_chances_is_binomial() {
        let found = rate(&[[(1, 1)].repeat(3), [(0, 1)].repeat(9)].concat());
        assert!((found.error() - 0.130_558).abs() < 1e-6, "{}", found.error());
        assert_eq!(found.to_string(), "25.0 ± 13.1");
    }

    #[test]
    fn chances_of_one_base_that_repeat_each_other_add_nothing() {
        let once = rate(&[(1, 1), (0, 1), (0, 1), (1, 1)]);
        let tenfold = rate(&[(10, 10), (0, 10), (0, 10), (10, 10)]);
        assert!((once.error() - tenfold.error()).abs() < 1e-12);
        assert_eq!(tenfold.chances(), 40);
    }

    #[test]
    fn what_never_happened_still_has_an_error() {
        assert!(rate(&[(0, 1); 100]).error() > 0.009);
        assert_eq!(Rate::default().to_string(), "–");
    }
}
