//! A study that a reviewer holds to be no evidence.

use schemars::JsonSchema;
use serde::Serialize;

use crate::rejections;

/// Who rejected a study of which claims would have been judged.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Rejection {
    study: String,
    /// How many of its claims are on propositions that are judged.
    claims: usize,
    /// Name and address.
    who: String,
    /// A day, as `2026-10-02`.
    on: String,
    reason: String,
}

impl From<rejections::Rejection<'_>> for Rejection {
    fn from(rejection: rejections::Rejection<'_>) -> Self {
        let rejections::Rejection { rejected, claims } = rejection;
        Self {
            study: rejected.study.clone(),
            claims,
            who: rejected.who.clone(),
            on: rejected.on.to_string(),
            reason: rejected.reason.clone(),
        }
    }
}
