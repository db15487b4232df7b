//! Tails and quantiles of the χ² and t distributions, by bisection of the tails, which ends
//! whatever the level is.
//!
//! A base has thousands of groups, and few sizes of groups: each quantile is sought once.

use std::{cell::RefCell, collections::HashMap};

use statrs::function::{
    beta::checked_beta_reg,
    gamma::{checked_gamma_lr, checked_gamma_ur},
};

use super::super::Alpha;
use super::root::boundary;

/// Returns the probability of a χ² of `degrees` degrees of freedom of at least `x`.
pub(super) fn chi2_upper_tail(x: f64, degrees: f64) -> f64 {
    if x <= 0.0 {
        return 1.0;
    }
    checked_gamma_ur(degrees / 2.0, x / 2.0).expect("degrees and argument are above 0")
}

/// A quantile: of which distribution and tail, at which probability, with how many degrees of
/// freedom; the numbers by their bits.
type Quantile = (Tail, u64, u64);

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
enum Tail {
    Chi2Upper,
    Chi2Lower,
    StudentBoth,
}

thread_local! {
    static KNOWN: RefCell<HashMap<Quantile, f64>> = RefCell::default();
}

/// Seeks a quantile unless it is known on this thread.
fn known(tail: Tail, p: f64, degrees: f64, seek: impl FnOnce() -> f64) -> f64 {
    let of = (tail, p.to_bits(), degrees.to_bits());
    let found = KNOWN.with_borrow(|known| known.get(&of).copied());
    found.unwrap_or_else(|| {
        let found = seek();
        KNOWN.with_borrow_mut(|known| known.insert(of, found));
        found
    })
}

/// Returns the value that a χ² of `degrees` degrees of freedom reaches with probability `p`.
pub(super) fn chi2_reached(p: f64, degrees: f64) -> f64 {
    known(Tail::Chi2Upper, p, degrees, || quantile(degrees, |x| chi2_upper_tail(x, degrees) > p))
}

/// Returns the value that a χ² of `degrees` degrees of freedom stays below with probability `p`.
pub(super) fn chi2_undercut(p: f64, degrees: f64) -> f64 {
    let lower_tail =
        |x| checked_gamma_lr(degrees / 2.0, x / 2.0).expect("degrees and argument are above 0");
    known(Tail::Chi2Lower, p, degrees, || quantile(degrees, |x| lower_tail(x) < p))
}

/// Returns the two-sided quantile of the t distribution.
///
/// With `w = ν / (ν + t²)`, the probability of `t` or more to either side is the regularized
/// incomplete beta function of `w` with the parameters `ν/2` and 1/2.
pub(super) fn student(alpha: Alpha, degrees: f64) -> f64 {
    let tails =
        |w| checked_beta_reg(degrees / 2.0, 0.5, w).expect("degrees are above 0, w is a fraction");
    known(Tail::StudentBoth, alpha.value(), degrees, || {
        let w = boundary(0.0, 1.0, |w| tails(w) < alpha.value());
        (degrees * (1.0 - w) / w).sqrt()
    })
}

/// Bisects between 0 and the first doubling of `start` at which `below` no longer holds.
fn quantile(start: f64, below: impl Fn(f64) -> bool) -> f64 {
    let mut hi = start;
    // No tail is a double of more than 0 beyond the 40th doubling.
    for _ in 0..40 {
        if !below(hi) {
            break;
        }
        hi *= 2.0;
    }
    boundary(0.0, hi, below)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(computed: f64, expected: f64) {
        assert!((computed - expected).abs() <= 1e-12 * expected, "{computed} is not {expected}");
    }

    // With two degrees of freedom both distributions have closed quantiles: -2 ln p, and
    // √(2 / (α (2 - α))) (1 - α).
    #[test]
    fn two_degrees_of_freedom_have_closed_quantiles() {
        check(chi2_reached(0.05, 2.0), -2.0 * 0.05_f64.ln());
        check(chi2_undercut(0.05, 2.0), -2.0 * 0.95_f64.ln());
        check(student(Alpha::FIVE_PERCENT, 2.0), (2.0_f64 / (0.05 * 1.95)).sqrt() * 0.95);
    }

    // One degree of freedom: the square of a normal value, and the Cauchy distribution.
    #[test]
    fn one_degree_of_freedom_has_known_quantiles() {
        check(chi2_reached(0.05, 1.0), Alpha::FIVE_PERCENT.z().powi(2));
        check(student(Alpha::FIVE_PERCENT, 1.0), (std::f64::consts::PI * 0.475).tan());
    }

    #[test]
    fn what_is_known_is_what_was_sought() {
        let quantiles = |degrees: f64| {
            let student = student(Alpha::FIVE_PERCENT, degrees);
            [chi2_reached(0.05, degrees), chi2_undercut(0.05, degrees), student]
        };
        let [first, second] = [3.0, 4.0].map(quantiles);
        assert_eq!([3.0, 4.0].map(quantiles), [first, second]);
        // Neither tails nor degrees are taken for each other.
        let mut all: Vec<f64> = [first, second].concat();
        all.sort_by(f64::total_cmp);
        all.dedup();
        assert_eq!(all.len(), 6);
        std::thread::spawn(move || assert_eq!([3.0, 4.0].map(quantiles), [first, second]))
            .join()
            .unwrap();
    }

    #[test]
    fn extreme_levels_end_and_stay_finite() {
        let tiny = Alpha::new(f64::MIN_POSITIVE).unwrap();
        for degrees in [1.0, 2.0, 30.0, 2000.0] {
            assert!(student(tiny, degrees).is_finite());
            assert!(chi2_reached(tiny.value(), degrees) > degrees);
            assert!(chi2_undercut(tiny.value(), degrees) < degrees);
        }
        assert_eq!(chi2_upper_tail(0.0, 4.0), 1.0);
    }
}
