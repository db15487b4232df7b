//! What is known of a claims table as a whole, for a form of file that has room for it.

use gainsay_bulk::columns::VERSION;
use gainsay_claims::Diagnostic as Found;
use serde::Serialize;

use super::{check::Policy, diagnostic::Diagnostic, line};
use crate::Speaker;

#[derive(Serialize)]
struct About {
    /// `claims-table/1`.
    table: &'static str,
    policy: Policy,
    /// What could not be read.
    diagnostics: Vec<Diagnostic>,
}

/// Writes the version of the table, the policy of its base and what could not be read of that, on
/// one line.
pub fn about(speaker: Speaker<'_>, found: &[Found]) -> String {
    line(&About {
        table: VERSION,
        policy: Policy::from(speaker.base.policy),
        diagnostics: found.iter().map(|one| Diagnostic::new(speaker, one)).collect(),
    })
}
