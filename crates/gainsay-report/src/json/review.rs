//! The output of `gainsay review` where it lists.

use gainsay_claims::Diagnostic as Found;
use schemars::JsonSchema;
use serde::Serialize;

use super::{diagnostic::Diagnostic, text};
use crate::Speaker;

/// What `gainsay review --output-format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Review {
    /// `gainsay/review/1`.
    schema: &'static str,
    /// Whether every source was loaded; if not, silence proves nothing.
    complete: bool,
    /// The findings that were asked for, in the order of reading, each with its `review`.
    findings: Vec<Diagnostic>,
}

/// Writes findings that are to be answered, or were.
pub fn review(speaker: Speaker<'_>, chosen: &[Found]) -> String {
    text(&Review {
        schema: "gainsay/review/1",
        complete: speaker.base.is_complete(),
        findings: chosen.iter().map(|one| Diagnostic::new(speaker, one)).collect(),
    })
}
