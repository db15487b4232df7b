use gainsay_claims::Lang;
use gainsay_report::explain::explain;

use super::all_checks;
use crate::{args::Global, exit::Exit, output, refusal::Refusal, select::unknown};

/// Prints what a rule or check looks for, and how well it was measured to find it.
pub(super) fn run(global: &Global, lang: Lang, id: &str) -> Result<Exit, Refusal> {
    let checks = all_checks();
    let text = explain(&checks, id, lang)
        .ok_or_else(|| unknown(id, checks.iter().map(|check| check.id)))?;
    output::print(&text, global.color)?;
    Ok(Exit::Clean)
}
