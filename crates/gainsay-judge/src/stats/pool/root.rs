//! Roots and maxima of functions of one number. All of them end, whatever the function is.

/// Finds a maximum of a function that may have several: the best point of an increasing grid
/// tells between which two points to look, and its slope where.
///
/// `slope` returns the slope of the function and a slope of that. A maximum at an end of the grid
/// is that end exactly.
pub(super) fn maximum(
    grid: &[f64],
    value: impl Fn(f64) -> f64,
    slope: impl Fn(f64) -> (f64, f64),
) -> f64 {
    let values: Vec<f64> = grid.iter().map(|&x| value(x)).collect();
    let best = (1..grid.len()).fold(0, |best, i| if values[i] > values[best] { i } else { best });
    let (lo, hi) = if slope(grid[best]).0 > 0.0 {
        (best, (best + 1).min(grid.len() - 1))
    } else {
        (best.saturating_sub(1), best)
    };
    decreasing_root((grid[lo], grid[hi]), f64::midpoint(grid[lo], grid[hi]), slope)
}

/// Finds where `holds` stops to hold between `lo`, where it does, and `hi`, where it does not.
pub(super) fn boundary(mut lo: f64, mut hi: f64, holds: impl Fn(f64) -> bool) -> f64 {
    for _ in 0..200 {
        let middle = f64::midpoint(lo, hi);
        if middle <= lo || hi <= middle {
            break;
        }
        if holds(middle) { lo = middle } else { hi = middle }
    }
    f64::midpoint(lo, hi)
}

/// Finds the root of a decreasing function between `lo` and `hi`, from `start` on, by Newton's
/// method with bisection where a step would leave the bracket.
///
/// `at` returns the value and the slope.
pub(super) fn decreasing_root(
    (mut lo, mut hi): (f64, f64),
    start: f64,
    at: impl Fn(f64) -> (f64, f64),
) -> f64 {
    let close = 1e-15 * (hi - lo);
    let mut x = start;
    for _ in 0..200 {
        let (value, slope) = at(x);
        if value > 0.0 {
            lo = x
        } else {
            hi = x
        }
        let newton = x - value / slope;
        let next = if lo < newton && newton < hi { newton } else { f64::midpoint(lo, hi) };
        if value == 0.0 || (next - x).abs() <= close {
            break;
        }
        x = next;
    }
    x
}

/// Makes a grid of 0 and `points` numbers from `lo` to `hi` at equal ratios.
pub(super) fn grid_from_zero(lo: f64, hi: f64, points: u32) -> Vec<f64> {
    let step = (hi / lo).ln() / f64::from(points - 1);
    let inner = (0..points - 1).map(|i| lo * (step * f64::from(i)).exp());
    std::iter::once(0.0).chain(inner).chain([hi]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_higher_of_two_maxima_is_found() {
        // Slope -(x - 1)(x - 3)(x - 6): maxima at 1 and 6, the second one higher.
        let value =
            |x: f64| -(x.powi(4) / 4.0 - 10.0 * x.powi(3) / 3.0 + 27.0 * x * x / 2.0 - 18.0 * x);
        let slope = |x: f64| {
            let [a, b, c] = [x - 1.0, x - 3.0, x - 6.0];
            (-a * b * c, -(a * b + a * c + b * c))
        };
        let grid = grid_from_zero(0.1, 10.0, 20);
        assert!(value(6.0) > value(1.0));
        assert!((maximum(&grid, value, slope) - 6.0).abs() < 1e-14);
    }

    #[test]
    fn maxima_at_the_ends_are_exact() {
        let grid = grid_from_zero(0.1, 10.0, 20);
        assert_eq!(maximum(&grid, |x| -x, |_| (-1.0, 0.0)), 0.0);
        assert_eq!(maximum(&grid, |x| x, |_| (1.0, 0.0)), 10.0);
    }

    #[test]
    fn steps_out_of_the_bracket_become_bisections() {
        // Newton's method alone diverges on the arc tangent from 3 on.
        let root = decreasing_root((-100.0, 90.0), 3.0, |x| (-x.atan(), -1.0 / (1.0 + x * x)));
        assert!(root.abs() < 1e-12, "{root}");
    }
}
