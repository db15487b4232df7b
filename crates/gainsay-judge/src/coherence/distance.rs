//! How far statements have to move.

use num_traits::ToPrimitive;

use super::CoherenceError;
use super::system::{Relaxed, STEPS, System};

/// The widening in steps after which every statement holds: that of an order with a gap of 1.
const CEILING: u32 = 2 * STEPS as u32;

/// Finds the least number of steps by which every statement has to be widened, each in its own
/// points, so that all hold; `low` is known not to be too many, and tried first. How far they are
/// from holding without widening is `relaxed`.
///
/// This is a bisection. Where the solver gives a reason why the statements do not hold, every
/// second try is the first widening against which that reason fails: often it is the answer.
pub(super) fn least_widening(
    system: &System<'_>,
    relaxed: &Relaxed,
    low: u32,
) -> Result<u32, CoherenceError> {
    // Invariant: the answer is in `low..=high`.
    let mut high = system.needs(&relaxed.point).clamp(low, CEILING);
    let mut low = reach(system, relaxed).clamp(low, high);
    let mut at_reach = true;
    while low < high {
        let probe = if at_reach { low } else { low.midpoint(high) };
        let relaxed = system.relax(probe)?;
        if relaxed.holds() {
            high = probe;
        } else {
            high = system.needs(&relaxed.point).clamp(probe + 1, high);
            low = reach(system, &relaxed).clamp(probe + 1, high);
        }
        at_reach = !at_reach && relaxed.terms.is_some();
    }
    Ok(high)
}

/// Returns the first step against which the reason why statements do not hold fails.
fn reach(system: &System<'_>, relaxed: &Relaxed) -> u32 {
    let terms = relaxed.terms.as_ref();
    let step = terms.and_then(|terms| system.disproves_until(terms)?.to_integer().to_u32());
    step.unwrap_or_default()
}
