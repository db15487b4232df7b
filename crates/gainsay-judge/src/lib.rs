//! Decides which claims agree, differ or cannot be compared: a pure function of the evidence base and the policy.

mod comparability;
mod evidence;
#[cfg(test)]
mod fixtures;
mod judge;
mod judgement;
#[cfg(test)]
mod laws;
mod pair;
mod part;
pub mod rules;
mod sanity;
mod size;
pub mod stats;
mod thresholds;

pub use comparability::comparisons;
pub use judge::judge;
pub use judgement::{
    Comparison, Dependence, Distance, Distances, Evidence, Grade, Judgement, LeftOut, Needed,
    Outcome, PairJudgement, PropositionJudgement, Reason, Size,
};
pub use sanity::{Flaw, FlawKind};
