//! The facts that diagnostics are made of. Every fact has a sentence in every
//! language of `gainsay-report`, or that crate does not compile.

mod coherence;
mod group;
mod pair;
mod problem;

pub use coherence::{Bound, CoherenceFact, Says};
pub use group::GroupFact;
pub use pair::{Dimension, Explains, PairFact, Reach, Side, SizeReason, Strength};
pub use problem::{Problem, WordKind};

use crate::{failure::Failure, proposition::Proposition};

/// One thing that is known.
#[derive(Clone, Debug, PartialEq)]
pub enum Fact {
    /// What a claim says, as read.
    Claim {
        /// Its id.
        id: String,
    },
    /// How two claims compare.
    Pair(PairFact),
    /// What several studies say together.
    Group(GroupFact),
    /// What claims on several propositions say together.
    Coherence(CoherenceFact),
    /// What is wrong with the input.
    Problem(Problem),
    /// Why a source is missing.
    Broken(Failure),
    /// How many more facts of the same kind are not shown.
    More {
        /// Their number.
        count: usize,
        /// The proposition whose table shows them.
        proposition: Proposition,
    },
}
