//! Decides which claims agree, differ or cannot be compared: a pure function of the evidence base and the policy.

mod citations;
pub mod coherence;
mod comparability;
mod contrasts;
mod decided;
mod evidence;
mod family;
#[cfg(test)]
mod fixtures;
mod groups;
mod judge;
mod judgement;
#[cfg(test)]
mod laws;
mod pair;
mod part;
mod partners;
pub mod rules;
mod sanity;
mod size;
pub mod stats;
mod thresholds;
mod waves;

pub use comparability::comparisons;
pub use contrasts::Contrasts;
pub use judge::judge;
pub use judgement::{
    Adjusted, CitationHop, CitationJudgement, Comparison, Dependence, Dissent, Distance, Distances,
    Evidence, Grade, GroupJudgement, HouseDifference, Judgement, LeftOut, Model, Needed, Outcome,
    PairJudgement, PooledShare, PropositionJudgement, Reason, Restated, Size,
};
pub use sanity::{Flaw, FlawKind};
