//! Decides which claims agree, differ or cannot be compared: a pure function of the evidence base and the policy.

mod judgement;
pub mod stats;

pub use judgement::{
    Comparison, Dependence, Distance, Evidence, Grade, Judgement, LeftOut, Outcome, PairJudgement,
    PropositionJudgement, Reason, Size,
};
