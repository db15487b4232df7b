//! A diagnostic, as every output that has some shows it.

use gainsay_claims::{Diagnostic as Found, diagnostic::Subject};
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
    /// The proposition, in its text form.
    #[serde(skip_serializing_if = "Option::is_none")]
    proposition: Option<String>,
    /// The source, study, claim or file.
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    /// In the language asked for, like all messages.
    message: String,
    help: &'static str,
    labels: Vec<Label>,
    notes: Vec<String>,
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
            proposition,
            name,
            message: speaker.headline(found),
            help: found.check.help.pick(speaker.lang),
            labels: labels
                .map(|label| Label {
                    at: At::new(speaker.base, &label.at),
                    message: speaker.fact(&label.fact),
                })
                .collect(),
            notes: speaker.notes(found),
        }
    }
}
