//! Other tests of the difference of two shares, to check the Newcombe method against.
//! No verdict rests on them.

use std::f64::consts::PI;

use super::break_even::LARGEST;
use super::{Alpha, BreakEven, DesignEffect, Ends, Facing, Interval, Sample, StatsError};

/// Whether the variance of the Miettinen-Nurminen statistic gets the factor `N / (N - 1)`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Correction {
    /// With the factor, as published (Miettinen and Nurminen 1985).
    SmallSample,
    /// Without it (Mee 1984).
    None,
}

/// Computes the pooled test statistic `(y1 - y2) / √(p (1 - p) (1/m1 + 1/m2))` with
/// `p = (m1 y1 + m2 y2) / (m1 + m2)`; 0 when nobody or everybody said yes in both samples.
///
/// # Errors
/// [`StatsError::Census`] when a sample is a census.
pub fn pooled_z(first: Sample, second: Sample) -> Result<f64, StatsError> {
    let (m1, m2) = finite_sizes(first, second)?;
    let p = (m1 * first.share + m2 * second.share) / (m1 + m2);
    let variance = p * (1.0 - p) * (1.0 / m1 + 1.0 / m2);
    Ok(standardised(first.share - second.share, variance))
}

/// Computes the Miettinen-Nurminen statistic of the hypothesis `first - second = delta`:
/// `(d - delta) / √(p1 (1 - p1) / m1 + p2 (1 - p2) / m2)`, where `p1` and `p2` are the most
/// likely shares under the hypothesis, with the factor that `correction` says on the variance.
///
/// # Errors
/// [`StatsError::Census`] when a sample is a census.
pub fn miettinen_nurminen_z(
    first: Sample,
    second: Sample,
    delta: f64,
    correction: Correction,
) -> Result<f64, StatsError> {
    let (m1, m2) = finite_sizes(first, second)?;
    let (p1, p2) = constrained(first.share * m1, m1, second.share * m2, m2, delta);
    let factor = match correction {
        Correction::SmallSample => (m1 + m2) / (m1 + m2 - 1.0),
        Correction::None => 1.0,
    };
    let variance = factor * (p1 * (1.0 - p1) / m1 + p2 * (1.0 - p2) / m2);
    Ok(standardised(first.share - second.share - delta, variance))
}

/// Computes the interval of differences that [`miettinen_nurminen_z`] does not reject, by
/// bisection: the statistic decreases in `delta`.
///
/// # Errors
/// [`StatsError::Census`] when a sample is a census.
pub fn miettinen_nurminen(
    first: Sample,
    second: Sample,
    alpha: Alpha,
    correction: Correction,
) -> Result<Interval, StatsError> {
    finite_sizes(first, second)?;
    let z = alpha.z();
    let difference = first.share - second.share;
    let kept = |delta: f64| {
        miettinen_nurminen_z(first, second, delta, correction).is_ok_and(|found| found.abs() <= z)
    };
    Ok(Interval { lo: last_kept(difference, -1.0, kept), hi: last_kept(difference, 1.0, kept) })
}

/// Computes the break-even size of the pooled test in closed form: `⌈deff 2 p q z² / d²⌉` at the
/// facing ends, with `p` their mean.
pub fn break_even_pooled(first: Ends, second: Ends, deff: DesignEffect, alpha: Alpha) -> BreakEven {
    closed_form(first, second, alpha, |pooled| deff.value() * pooled)
}

/// Computes the break-even size of the Miettinen-Nurminen test of equality in closed form:
/// `⌈deff (2 p q z² / d² + 1/2)⌉` at the facing ends, with `p` their mean.
pub fn break_even_miettinen_nurminen(
    first: Ends,
    second: Ends,
    deff: DesignEffect,
    alpha: Alpha,
) -> BreakEven {
    closed_form(first, second, alpha, |pooled| deff.value() * (pooled + 0.5))
}

fn closed_form(
    first: Ends,
    second: Ends,
    alpha: Alpha,
    respondents: impl Fn(f64) -> f64,
) -> BreakEven {
    let facing = Facing::new(first, second);
    if facing.overlap {
        return BreakEven::Overlap;
    }
    let p = f64::midpoint(facing.first, facing.second);
    let n = respondents(2.0 * p * (1.0 - p) * (alpha.z() / facing.gap()).powi(2)).ceil();
    if n <= LARGEST as f64 { BreakEven::At(n as u64) } else { BreakEven::Never }
}

/// Finds the most likely shares with `p1 - p2 = delta`: the middle root of the cubic likelihood
/// equation in trigonometric form (Miettinen and Nurminen 1985, Statistics in Medicine 4:213,
/// appendix).
fn constrained(x1: f64, n1: f64, x2: f64, n2: f64, delta: f64) -> (f64, f64) {
    let (n, x) = (n1 + n2, x1 + x2);
    let l2 = (n1 + 2.0 * n2) * delta - n - x;
    let l1 = (n2 * delta - n - 2.0 * x2) * delta + x;
    let l0 = x2 * delta * (1.0 - delta);
    let shift = l2 / (3.0 * n);
    let q = shift.powi(3) - l1 * l2 / (6.0 * n * n) + l0 / (2.0 * n);
    let s = (shift * shift - l1 / (3.0 * n)).max(0.0).sqrt().copysign(q);
    let root = if s == 0.0 {
        -shift
    } else {
        let angle = (PI + (q / s.powi(3)).clamp(-1.0, 1.0).acos()) / 3.0;
        2.0 * s * angle.cos() - shift
    };
    let p2 = root.max(-delta).min(1.0 - delta).clamp(0.0, 1.0);
    ((p2 + delta).clamp(0.0, 1.0), p2)
}

/// Finds where `kept` ends on the way from `inside` to `limit`.
fn last_kept(inside: f64, limit: f64, kept: impl Fn(f64) -> bool) -> f64 {
    if kept(limit) {
        return limit;
    }
    let (mut inside, mut outside) = (inside, limit);
    for _ in 0..200 {
        let middle = f64::midpoint(inside, outside);
        if middle == inside || middle == outside {
            break;
        }
        if kept(middle) { inside = middle } else { outside = middle }
    }
    inside
}

fn finite_sizes(first: Sample, second: Sample) -> Result<(f64, f64), StatsError> {
    if first.size.is_census() || second.size.is_census() {
        return Err(StatsError::Census);
    }
    Ok((first.size.value(), second.size.value()))
}

fn standardised(difference: f64, variance: f64) -> f64 {
    if difference == 0.0 { 0.0 } else { difference / variance.max(0.0).sqrt() }
}

#[cfg(test)]
mod tests {
    use super::super::Effective;
    use super::*;

    fn sample(x: f64, m: f64) -> Sample {
        Sample::new(x / m, Effective::new(m).unwrap()).unwrap()
    }

    // Published as (0.028, 0.34) by Fagerland, Lydersen and Laake.
    #[test]
    fn published_interval_is_reproduced() {
        let Interval { lo, hi } = miettinen_nurminen(
            sample(7.0, 34.0),
            sample(1.0, 34.0),
            Alpha::FIVE_PERCENT,
            Correction::None,
        )
        .unwrap();
        assert!((lo - 0.028).abs() < 5e-4 && (hi - 0.34).abs() < 5e-3, "{lo} {hi}");
    }

    #[test]
    fn censuses_are_refused() {
        let census = Sample::new(0.5, Effective::CENSUS).unwrap();
        assert_eq!(pooled_z(census, sample(1.0, 2.0)), Err(StatsError::Census));
        let interval = miettinen_nurminen(
            sample(1.0, 2.0),
            census,
            Alpha::FIVE_PERCENT,
            Correction::SmallSample,
        );
        assert_eq!(interval, Err(StatsError::Census));
    }

    #[test]
    fn unanimous_samples_do_not_differ() {
        assert_eq!(pooled_z(sample(0.0, 300.0), sample(0.0, 20.0)), Ok(0.0));
        assert_eq!(pooled_z(sample(300.0, 300.0), sample(20.0, 20.0)), Ok(0.0));
    }
}
