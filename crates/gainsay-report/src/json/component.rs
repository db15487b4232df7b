//! Claims on propositions that bear on each other.

use gainsay_judge::{Coherence, ComponentJudgement, ImpliedShare, Incoherence, Member};
use schemars::JsonSchema;
use serde::Serialize;

use super::parts::Range;

/// Claims of at least two studies about one population.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Component {
    claims: Vec<String>,
    /// Those that bear on each other, whether or not a claim is about them.
    propositions: Vec<String>,
    /// `coherent`, `incoherent` or `undecided`.
    verdict: &'static str,
    /// Why it is undecided, in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    /// By how much all shares of the conflict have to give way alike, beyond rounding and
    /// sampling, in fractions of their bases.
    #[serde(skip_serializing_if = "Option::is_none")]
    distance: Option<f64>,
    /// Shares that cannot all hold, though all but any one of them can.
    conflict: Vec<Share>,
    /// What the claims together leave to propositions.
    implied: Vec<Implied>,
}

/// A share that takes part in a conflict.
#[derive(Debug, Serialize, JsonSchema)]
struct Share {
    claim: String,
    /// The universe whose share of its parent it is; absent for the claim's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    base: Option<String>,
    /// What rounding and sampling leave open.
    interval: Range,
    /// The number of cases that stands in for one that is not published.
    #[serde(skip_serializing_if = "Option::is_none")]
    assumed: Option<u64>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Implied {
    proposition: String,
    share: Range,
}

impl From<&ComponentJudgement> for Component {
    fn from(component: &ComponentJudgement) -> Self {
        let propositions = component.propositions.iter();
        let bare = |verdict| Self {
            claims: component.claims.clone(),
            propositions: propositions.map(ToString::to_string).collect(),
            verdict,
            reason: None,
            distance: None,
            conflict: Vec::new(),
            implied: Vec::new(),
        };
        match &component.coherence {
            Coherence::Coherent(implied) => {
                let implied = implied.iter().map(Implied::from).collect();
                Self { implied, ..bare("coherent") }
            }
            Coherence::Incoherent(Incoherence { members, distance, .. }) => {
                let conflict = members.iter().map(Share::from).collect();
                Self { distance: Some(*distance), conflict, ..bare("incoherent") }
            }
            Coherence::Undecided(why) => {
                Self { reason: Some(why.to_string()), ..bare("undecided") }
            }
        }
    }
}

impl From<&Member> for Share {
    fn from(member: &Member) -> Self {
        Self {
            claim: member.claim.clone(),
            base: member.base.clone(),
            interval: member.interval.into(),
            assumed: member.assumed,
        }
    }
}

impl From<&ImpliedShare> for Implied {
    fn from(implied: &ImpliedShare) -> Self {
        Self { proposition: implied.proposition.to_string(), share: implied.share.into() }
    }
}
