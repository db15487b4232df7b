use gainsay_claims::Lang;
use gainsay_report::{Speaker, sources};

use crate::{args::Global, base, commands, exit::Exit, output, refusal::Refusal};

/// Prints the sources of the base and how their plugins fared.
pub(super) fn run(global: &Global, lang: Lang) -> Result<Exit, Refusal> {
    // What was denied when something was kept says nothing of today.
    let loaded = base::load(&Global { no_cache: true, ..global.clone() })?;
    let speaker = Speaker::new(&loaded.base, lang);
    output::print(&sources::render(speaker), global.color)?;
    if let Some(told) = sources::no_lock(speaker) {
        output::tell(told, global.color);
    }
    Ok(commands::exit(global, &loaded.base))
}
