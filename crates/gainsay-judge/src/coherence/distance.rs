//! How far statements have to move.

use num_traits::ToPrimitive;

use super::system::{Relaxed, STEPS, System};
use super::{CoherenceError, Rational};

/// The widening in steps after which every statement holds: that of an order with a gap of 1.
const CEILING: u32 = 2 * STEPS as u32;

/// Finds the least multiple of a step by which every statement has to be widened, each in its own
/// points, so that all hold. Not holding without widening is `relaxed`.
///
/// This is a bisection; where the solver gives a reason why the statements do not hold, the
/// first widening against which it fails is tried instead of the middle.
pub(super) fn least_widening(
    system: &System<'_>,
    relaxed: &Relaxed,
    tolerance: u32,
) -> Result<Rational, CoherenceError> {
    // Invariant: the answer is in `low..=high`.
    let (mut low, mut high) = (tolerance + 1, CEILING);
    let mut probe = next(system, relaxed, &mut low, high);
    while low < high {
        let relaxed = system.relax(probe)?;
        if relaxed.holds() {
            high = probe;
        } else {
            low = probe + 1;
        }
        probe = next(system, &relaxed, &mut low, high);
    }
    Ok(Rational::new(high.into(), STEPS.into()))
}

/// Returns what to try next, and raises `low` as far as a reason reaches.
fn next(system: &System<'_>, relaxed: &Relaxed, low: &mut u32, high: u32) -> u32 {
    let terms = relaxed.terms.as_ref().filter(|_| !relaxed.holds());
    let reach = terms.and_then(|terms| system.disproves_until(terms)?.to_integer().to_u32());
    match reach {
        Some(reach) => {
            *low = reach.clamp(*low, high);
            *low
        }
        None => low.midpoint(high),
    }
}
