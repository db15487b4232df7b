//! The root of an equation in one unknown.

/// How near to the root, relative to it, the search stops.
const TOLERANCE: f64 = 2.0 * f64::EPSILON;

/// No search takes more evaluations than bisection of any bracket needs.
const MOST_STEPS: usize = 200;

/// A point and the value of the function there.
#[derive(Clone, Copy)]
pub(super) struct Point {
    pub(super) x: f64,
    pub(super) y: f64,
}

/// Finds where a continuous function is 0 between two points at which it has different signs,
/// trying `guess` first: inverse quadratic interpolation where three points look like a parabola,
/// else bisection (Chandrupatla 1997, Advances in Engineering Software 28:145).
///
/// The guess has to lie between the points. Near the root of a smooth function about ten
/// evaluations reach the last digits.
pub(super) fn root(left: Point, right: Point, guess: f64, f: impl Fn(f64) -> f64) -> f64 {
    let (mut near, mut far) = (left, right);
    let mut x = guess;
    for _ in 0..MOST_STEPS {
        let new = Point { x, y: f(x) };
        let old = if (new.y > 0.0) == (near.y > 0.0) {
            near
        } else {
            let old = far;
            far = near;
            old
        };
        near = new;
        let best = if near.y.abs() < far.y.abs() { near } else { far };
        let least = TOLERANCE * best.x.abs() / (far.x - near.x).abs();
        if best.y == 0.0 || least > 0.5 {
            return best.x;
        }
        let part = interpolated(near, far, old).unwrap_or(0.5).max(least).min(1.0 - least);
        x = near.x + part * (far.x - near.x);
    }
    near.x
}

/// Returns the part of the way from `near` to `far` at which the inverse parabola through three
/// points is 0, where it is sure to be monotone between them.
fn interpolated(near: Point, far: Point, old: Point) -> Option<f64> {
    let along = (near.x - far.x) / (old.x - far.x);
    let up = (near.y - far.y) / (old.y - far.y);
    if up * up >= along || (1.0 - up) * (1.0 - up) >= 1.0 - along {
        return None;
    }
    let straight = near.y / (far.y - near.y) * (old.y / (far.y - old.y));
    let bent = (old.x - near.x) / (far.x - near.x)
        * (near.y / (old.y - near.y))
        * (far.y / (old.y - far.y));
    let part = straight + bent;
    part.is_finite().then_some(part)
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::*;

    #[track_caller]
    fn check(left: f64, right: f64, guess: f64, expected: f64, f: impl Fn(f64) -> f64) {
        let calls = Cell::new(0);
        let counted = |x| {
            calls.set(calls.get() + 1);
            f(x)
        };
        let at = |x| Point { x, y: f(x) };
        let found = root(at(left), at(right), guess, counted);
        assert!((found - expected).abs() <= 1e-15 * expected.abs(), "{found} is not {expected}");
        assert!(calls.get() <= 20, "{} evaluations", calls.get());
    }

    #[test]
    fn roots_are_found_to_the_last_digits() {
        check(0.0, 2.0, 1.0, std::f64::consts::SQRT_2, |x| x * x - 2.0);
        check(2.0, 0.0, 0.1, std::f64::consts::SQRT_2, |x| x * x - 2.0);
        check(0.0, 64.0, 3.0, 3.0, |x| x - 3.0);
        check(0.0, 64.0, 1.0, std::f64::consts::LN_2, |x| x.exp().min(1e6) - 2.0);
    }

    #[test]
    fn a_step_is_found_by_bisection() {
        let step = |x: f64| if x < 0.3 { -1.0 } else { 1.0 };
        let found = root(Point { x: 0.0, y: -1.0 }, Point { x: 1.0, y: 1.0 }, 0.5, step);
        assert!((found - 0.3).abs() <= 1e-15, "{found}");
    }
}
