use gainsay_claims::Lang;
use gainsay_report::explain::explain;

use super::all_checks;
use crate::{args::Global, exit::Exit, output, refusal::Refusal, select::unknown};

/// Prints what a rule or check looks for, and how well it was measured to find it; or the
/// rules of a group.
pub(super) fn run(global: &Global, lang: Lang, name: &str) -> Result<Exit, Refusal> {
    let checks = all_checks();
    let known = || checks.iter().flat_map(|check| [check.id, check.group.id()]);
    let text = explain(&checks, name, lang).ok_or_else(|| unknown(name, known()))?;
    output::print(&text, global.color)?;
    Ok(Exit::Clean)
}
