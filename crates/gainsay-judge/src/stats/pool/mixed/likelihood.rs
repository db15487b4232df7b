//! The likelihood of one study's count when its log odds are drawn from a normal distribution.

use std::iter::Sum;

use super::super::{Count, root::decreasing_root};

/// The nodes of the integral, in standard deviations of the integrand at its peak.
///
/// Equal steps are exact to the last digits for a smooth integrand that vanishes at both ends: the
/// error of a normal one is `2 exp(-2 π² / step²)`.
const STEP: f64 = 0.25;
const NODES_EACH_SIDE: i32 = 48;

/// A logarithm of a likelihood, up to a constant, with its first and second derivatives by the
/// mean `μ` and by the standard deviation `τ`. Those of several studies add up.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Likelihood {
    pub(super) log: f64,
    pub(super) by_mean: f64,
    pub(super) by_tau: f64,
    pub(super) by_mean_twice: f64,
    pub(super) by_both: f64,
    pub(super) by_tau_twice: f64,
}

impl Likelihood {
    /// Returns the slope in `τ` where the mean follows `τ` at its likeliest, and the slope of that.
    /// The likelihood is even in `τ`: at 0 it is flat, and its curvature tells whether it rises.
    pub(super) fn slope_in_tau(&self, tau: f64) -> (f64, f64) {
        let bend = self.by_tau_twice - self.by_both.powi(2) / self.by_mean_twice;
        (if tau == 0.0 { self.by_tau_twice } else { self.by_tau }, bend)
    }

    /// Returns the observed information on the mean that is left when `τ` is estimated too: the
    /// reciprocal of the mean's place in the inverse of the matrix of both.
    pub(super) fn information_on_mean(&self) -> f64 {
        let alone = -self.by_mean_twice;
        // Where the likelihood is not curved down, `τ` is 0 and the mean does not depend on it.
        if self.by_tau_twice >= 0.0 {
            alone
        } else {
            alone + self.by_both.powi(2) / self.by_tau_twice
        }
    }
}

impl Sum for Likelihood {
    fn sum<I: Iterator<Item = Self>>(studies: I) -> Self {
        studies.fold(Self::default(), |a, b| Self {
            log: a.log + b.log,
            by_mean: a.by_mean + b.by_mean,
            by_tau: a.by_tau + b.by_tau,
            by_mean_twice: a.by_mean_twice + b.by_mean_twice,
            by_both: a.by_both + b.by_both,
            by_tau_twice: a.by_tau_twice + b.by_tau_twice,
        })
    }
}

/// Integrates the binomial likelihood of a count over log odds `μ + τ z` with `z` normal.
///
/// The nodes are laid about the peak of the integrand (as in adaptive Gauss-Hermite quadrature).
/// With `r` and `-q` the first and second derivatives of the binomial log likelihood by the log odds
/// and `E` the mean over the integrand: the derivative by `μ` is `E r`, by `τ` it is `E zr`; the
/// second ones are `E(r² - q) - (E r)²`, `E z(r² - q) - E r · E zr` and `E z²(r² - q) - (E zr)²`.
pub(super) fn of_study(count: Count, mean: f64, tau: f64) -> Likelihood {
    let peak = peak(count, mean, tau);
    let at_peak = Binomial::at(count, mean + tau * peak);
    let height = at_peak.log - peak * peak / 2.0;
    let width = 1.0 / (1.0 + tau * tau * at_peak.information).sqrt();
    let [mut mass, mut r, mut zr, mut c, mut zc, mut zzc] = [0.0; 6];
    for node in -NODES_EACH_SIDE..=NODES_EACH_SIDE {
        let z = peak + width * STEP * f64::from(node);
        let here = Binomial::at(count, mean + tau * z);
        let weight = (here.log - z * z / 2.0 - height).exp();
        let curvature = here.score * here.score - here.information;
        mass += weight;
        r += weight * here.score;
        zr += weight * z * here.score;
        c += weight * curvature;
        zc += weight * z * curvature;
        zzc += weight * z * z * curvature;
    }
    let [r, zr, c, zc, zzc] = [r, zr, c, zc, zzc].map(|sum| sum / mass);
    Likelihood {
        log: height + (mass * width).ln(),
        by_mean: r,
        by_tau: zr,
        by_mean_twice: c - r * r,
        by_both: zc - r * zr,
        by_tau_twice: zzc - zr * zr,
    }
}

/// Finds the `z` of the greatest integrand. Its slope `τ (x - m p) - z` decreases in `z`, and is 0
/// between `-τ (m - x)` and `τ x`.
fn peak(count: Count, mean: f64, tau: f64) -> f64 {
    let bracket = (-tau * (count.total - count.yes), tau * count.yes);
    decreasing_root(bracket, 0.0, |z| {
        let here = Binomial::at(count, mean + tau * z);
        (tau * here.score - z, -tau * tau * here.information - 1.0)
    })
}

/// The log likelihood `x η - m ln(1 + e^η)` of a count at log odds `η`, its slope `x - m p` and
/// its information `m p (1 - p)`.
struct Binomial {
    log: f64,
    score: f64,
    information: f64,
}

impl Binomial {
    fn at(Count { yes, total }: Count, log_odds: f64) -> Self {
        // From the odds of what is less likely, which neither overflow nor lose digits.
        let odds = (-log_odds.abs()).exp();
        let (no, less) = (total - yes, 1.0 / (1.0 + odds));
        let (log, score) = if log_odds > 0.0 {
            (-no * log_odds, total * odds * less - no)
        } else {
            (yes * log_odds, yes - total * odds * less)
        };
        Self { log: log - total * odds.ln_1p(), score, information: total * odds * less * less }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_slopes(yes: f64, total: f64, mean: f64, tau: f64) {
        let count = Count::new(yes, total).unwrap();
        let here = of_study(count, mean, tau);
        let step = 1e-5;
        let [left, right] = [-step, step].map(|by| of_study(count, mean + by, tau));
        let [below, above] = [-step, step].map(|by| of_study(count, mean, tau + by));
        for (slope, from, to) in [
            (here.by_mean, left.log, right.log),
            (here.by_tau, below.log, above.log),
            (here.by_mean_twice, left.by_mean, right.by_mean),
            (here.by_both, below.by_mean, above.by_mean),
            (here.by_tau_twice, below.by_tau, above.by_tau),
        ] {
            let rise = (to - from) / (2.0 * step);
            assert!((slope - rise).abs() <= 1e-6 * slope.abs().max(1.0), "{slope} is not {rise}");
        }
    }

    #[test]
    fn derivatives_are_those_of_the_likelihood() {
        check_slopes(16.0, 17.0, 1.1, 0.6);
        check_slopes(0.0, 105.0, -3.3, 0.8);
        check_slopes(12.5, 12.5, 2.0, 3.0);
        check_slopes(0.3, 400.0, -4.0, 0.02);
    }

    /// Half of all `z` are positive, and one respondent says yes with the probability of that.
    #[test]
    fn one_answer_at_even_odds_is_as_likely_as_not() {
        for tau in [0.0, 0.5, 4.0] {
            let found = of_study(Count::new(1.0, 1.0).unwrap(), 0.0, tau);
            let constant = STEP / (2.0 * std::f64::consts::PI).sqrt();
            assert!(((found.log).exp() * constant - 0.5).abs() < 1e-10, "{tau}");
        }
    }
}
