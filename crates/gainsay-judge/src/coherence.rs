//! Whether claims about several propositions can all describe the same people.
//!
//! Every event either holds or not, so people fall into *worlds*: the truth assignments that the
//! declared logic allows. Claims cohere exactly when some distribution over the worlds satisfies
//! all of them (de Finetti), which is a linear program (Hailperin 1984), with conditional claims
//! in their homogeneous form (Walley, Pelessoni and Vicig 2004).
//!
//! Everything here is a pure function of numbers: shares are fractions of their base (`0..=1`),
//! and distances are differences of such fractions. Which interval a claim leaves open, of
//! rounding alone or of sampling too, is decided by the caller.

mod bounds;
mod condition;
mod distance;
mod error;
mod float;
mod logic;
mod minimal;
mod number;
mod problem;
mod program;
mod propagation;
mod shares;
mod simplex;
mod statement;
mod system;
mod verdict;

pub use bounds::{Bounds, Rational};
pub use condition::{Condition, Formula, Literal};
pub use error::CoherenceError;
pub use logic::{Event, LARGEST_EVENTS, Logic, Relation};
pub use problem::Problem;
pub use propagation::Trace;
pub use statement::{End, Statement};
pub use verdict::{Certificate, Conflict, Term, Verdict};
