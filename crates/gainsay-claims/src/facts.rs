//! The facts that diagnostics are made of. Every fact has a sentence in every
//! language of `gainsay-report`, or that crate does not compile.

mod citation;
mod coherence;
mod draft;
mod group;
mod mark;
mod order;
mod pair;
mod plugin;
mod problem;
mod study;
mod verdict;
mod verdict_problem;

pub use citation::{AgreementTest, Axis, BaseChange, CitationFact, Moved, Succession, Value};
pub use coherence::{Bound, CoherenceFact, Says};
pub use draft::{DraftFact, Match, MatchReason, SuppressionProblem};
pub use group::GroupFact;
pub use mark::MarkProblem;
pub use order::{Lead, OrderFact, OrderVerdict, Stand};
pub use pair::{Dimension, Explains, PairFact, Reach, Side, SizeReason, Strength};
pub use plugin::{Damage, FileFault, PluginFact, TableFault};
pub use problem::{Problem, ReferenceTrouble, WordKind};
pub use study::StudyFact;
pub use verdict::{
    Answer, Directness, Field, Recorded, Rejected, ReviewState, Reviewed, Status, VerdictFact,
};
pub use verdict_problem::{Form, VerdictProblem};

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
    /// What is known of a citation.
    Citation(Box<CitationFact>),
    /// What is known of a place in a draft.
    Draft(DraftFact),
    /// What cannot be true inside one study.
    Study(StudyFact),
    /// What is known of an order.
    Order(OrderFact),
    /// What claims on several propositions say together.
    Coherence(CoherenceFact),
    /// What reviewers answered.
    Verdict(VerdictFact),
    /// What is wrong with the input.
    Problem(Problem),
    /// Why a source is missing.
    Broken(Failure),
    /// What is known of a plugin that breaks a rule.
    Plugin(PluginFact),
    /// How many more facts of the same kind are not shown.
    More {
        /// Their number.
        count: usize,
        /// The proposition whose table shows them.
        proposition: Proposition,
    },
}
