use std::path::Path;

use gainsay_claims::Lang;
use gainsay_host::inspect;
use gainsay_report::{inspected::render, json};

use crate::{
    args::{Global, OutputFormat},
    exit::Exit,
    output,
    refusal::Refusal,
};

/// Prints what the file of a plugin shows.
pub(super) fn run(global: &Global, lang: Lang, path: &Path) -> Result<Exit, Refusal> {
    let seen = inspect(path)
        .map_err(|error| Refusal::NoPlugin { file: path.to_owned(), error: Box::new(error) })?;
    let text = match global.output_format {
        OutputFormat::Json => json::inspected(&seen),
        _ => render(lang, &seen),
    };
    output::print(&text, global.color)?;
    Ok(Exit::Clean)
}
