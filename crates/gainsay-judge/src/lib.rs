//! Decides which claims agree, differ or cannot be compared: a pure function of the evidence base and the policy.

pub mod coherence;
mod comparability;
mod components;
mod compounds;
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
mod size;
pub mod stats;
mod thresholds;
mod waves;

pub use comparability::comparisons;
pub use contrasts::Contrasts;
pub use judge::judge;
pub use judgement::{
    Adjusted, Coherence, Comparison, ComponentJudgement, Dependence, Dissent, Distance, Distances,
    Evidence, Grade, GroupJudgement, HouseDifference, ImpliedShare, Incoherence, Judgement,
    LeftOut, Member, Model, Needed, Outcome, PairJudgement, PooledShare, PropositionJudgement,
    Reason, Size, WeightedBound, WeightedSum,
};
