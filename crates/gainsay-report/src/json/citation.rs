//! A citation and what became of its source.

use gainsay_judge::{CitationHop, CitationJudgement, Restated};
use schemars::JsonSchema;
use serde::Serialize;

use crate::Speaker;

/// A citation and how it moved away from what it restates.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Citation {
    claim: String,
    /// Back to the study, nearest first.
    hops: Vec<Hop>,
}

/// One step from a claim to what it restates.
#[derive(Debug, Serialize, JsonSchema)]
struct Hop {
    /// The claim that restates.
    citing: String,
    /// The claim that it names.
    #[serde(skip_serializing_if = "Option::is_none")]
    restates: Option<String>,
    /// Where it names no claim: published claims of its study that it may restate.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    nearest: Vec<String>,
    moved: Vec<Moved>,
}

/// How it moved on one axis.
#[derive(Debug, Serialize, JsonSchema)]
struct Moved {
    /// Such as `figure`, `threshold`, `base`, `country`, `to-by`.
    axis: &'static str,
    /// Whether it surely did.
    surely: bool,
    /// In the language asked for.
    message: String,
}

impl Citation {
    pub(super) fn new(speaker: Speaker<'_>, judged: &CitationJudgement) -> Self {
        let hops = judged.hops.iter().map(|hop| Hop::new(speaker, hop));
        Self { claim: judged.claim.clone(), hops: hops.collect() }
    }
}

impl Hop {
    fn new(speaker: Speaker<'_>, hop: &CitationHop) -> Self {
        let (restates, nearest) = match &hop.restated {
            Restated::Claim(claim) => (Some(claim.clone()), Vec::new()),
            Restated::Study { nearest, .. } => (None, nearest.clone()),
        };
        let moved = hop.moved.iter().map(|moved| Moved {
            axis: moved.axis.name(),
            surely: moved.surely,
            message: speaker.moved(moved),
        });
        Self { citing: hop.citing.clone(), restates, nearest, moved: moved.collect() }
    }
}
