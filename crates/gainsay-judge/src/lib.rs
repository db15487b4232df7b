//! Decides which claims agree, differ or cannot be compared: a pure function of the evidence base and the policy.

mod all_asked;
mod citations;
pub mod coherence;
mod comparability;
mod components;
mod compounds;
mod confront;
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
mod orders;
mod pair;
mod part;
mod partners;
pub mod published;
mod reading;
pub mod rules;
mod sanity;
mod size;
mod stated;
pub mod stats;
mod thresholds;
mod waves;

pub use citations::judge_citations;
pub use comparability::comparisons;
pub use confront::{Answer, Confrontation, confront, roots};
pub use contrasts::Contrasts;
pub use judge::{Weighed, compare, judge, weigh};
pub use judgement::{
    Adjusted, Circle, CitationHop, CitationJudgement, Coherence, Comparison, ComponentJudgement,
    Dependence, Dissent, Distance, Distances, EndReversal, Evidence, FirstPlaces, Grade,
    GroupJudgement, HouseDifference, ImpliedShare, Incoherence, Judgement, LeftOut, Member, Model,
    Needed, OptionList, Orders, Outcome, PairJudgement, People, PeopleContrast, PooledShare,
    PropositionJudgement, RankAgreement, RankedOption, Reason, Relation, Restated, Rivals, Size,
    Standing, Step, Unestablished, WeightedBound, WeightedSum,
};
pub use sanity::{Flaw, FlawKind};
pub use stated::Stated;
pub use thresholds::thresholds;
