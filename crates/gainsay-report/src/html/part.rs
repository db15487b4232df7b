//! Where on the page a finding is listed.

use gainsay_claims::{
    Diagnostic, Tier,
    facts::{ReviewState, Status},
};

/// Where a finding is listed; what comes first takes the room that there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// Among what is to be decided.
    Decide(Tier),
    /// Of little weight, but somebody answered it, and the answer holds no more.
    Renew,
    /// Reviewers hold it to be a contradiction, so whoever writes has to know.
    Confirmed,
    /// Reviewers settled it otherwise.
    Settled,
    /// Not comparable, or a note.
    Folded,
    /// Among what is to be mended.
    Input,
}

impl Part {
    /// The part of a finding.
    pub(super) fn of(finding: &Diagnostic) -> Self {
        let state = finding.review.as_ref().map_or(ReviewState::Open, |review| review.state);
        match (state, finding.tier) {
            (ReviewState::Settled(Status::Confirmed), _) => Self::Confirmed,
            (ReviewState::Settled(_) | ReviewState::Rejected, _) => Self::Settled,
            (_, Tier::Input) => Self::Input,
            (ReviewState::Open, Tier::Folded) => Self::Folded,
            (_, Tier::Folded) => Self::Renew,
            (_, tier) => Self::Decide(tier),
        }
    }
}
