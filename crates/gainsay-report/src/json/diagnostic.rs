//! A diagnostic, as every output that has some shows it.

use gainsay_claims::{Diagnostic as Found, Tier, diagnostic::Subject};
use schemars::JsonSchema;
use serde::Serialize;

use super::{level, parts::At};
use crate::Speaker;

/// Something that was found.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Diagnostic {
    rule: &'static str,
    /// `note`, `warning` or `error`.
    level: &'static str,
    /// When it is read: `reversal`, `direct`, `robust`, `undecided` or `folded`; absent where
    /// nothing is to be decided and something to be mended.
    #[serde(skip_serializing_if = "Option::is_none")]
    reading: Option<&'static str>,
    /// The proposition, in its text form.
    #[serde(skip_serializing_if = "Option::is_none")]
    proposition: Option<String>,
    /// The source, study, claim or file.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// In the language asked for, like all messages.
    message: String,
    help: String,
    labels: Vec<Label>,
    notes: Vec<String>,
    /// What reviewers answered; absent where there is nothing to answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    review: Option<Review>,
}

/// Where a finding stands between its reviewers.
#[derive(Debug, Serialize, JsonSchema)]
struct Review {
    /// By what verdicts name it: `rule:subject`.
    key: String,
    /// Open to an answer: `open`, `stale`, `expired` or `conflicting`. Settled: `explained`,
    /// `confirmed`, `false-positive`, `deferred` or `rejected`.
    state: &'static str,
    /// Every claim it rests on, in order of id.
    claims: Vec<String>,
    /// The answers that make it so.
    answers: Vec<Answer>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Answer {
    status: &'static str,
    /// In what the studies differ.
    cause: Vec<&'static str>,
    who: String,
    /// A day, as `2026-10-02`.
    on: String,
    /// The last day on which it holds.
    until: String,
    reason: String,
}

impl Review {
    fn new(found: &Found) -> Option<Self> {
        let review = found.review.as_ref()?;
        let answers = review.answers.iter().map(|one| Answer {
            status: one.status.name(),
            cause: one.cause.iter().map(|cause| cause.name()).collect(),
            who: one.who.clone(),
            on: one.on.to_string(),
            until: one.until.to_string(),
            reason: one.reason.clone(),
        });
        Some(Self {
            key: found.key(),
            state: review.state.name(),
            claims: found.claims.iter().cloned().collect(),
            answers: answers.collect(),
        })
    }
}

#[derive(Debug, Serialize, JsonSchema)]
struct Label {
    at: At,
    message: String,
}

impl Diagnostic {
    pub(super) fn new(speaker: Speaker<'_>, found: &Found) -> Self {
        let (proposition, name) = match &found.subject {
            Subject::Proposition(proposition) => (Some(proposition.to_string()), None),
            Subject::Name(name) => (None, Some(name.clone())),
        };
        let labels = found.labels.iter();
        Self {
            rule: found.check.id,
            level: level(found.check.level),
            reading: (found.tier != Tier::Input).then(|| found.tier.name()),
            proposition,
            name,
            message: speaker.headline(found),
            help: speaker.help(found),
            labels: labels
                .map(|label| Label {
                    at: At::new(speaker.base, &label.at),
                    message: speaker.fact(&label.fact),
                })
                .collect(),
            notes: speaker.notes(found),
            review: Review::new(found),
        }
    }
}
