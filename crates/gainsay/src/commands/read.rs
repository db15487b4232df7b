use gainsay_claims::{Lang, value};
use gainsay_judge::published::BadFigure;
use gainsay_report::{json, read};

use crate::{
    args::{Global, OutputFormat},
    exit::Exit,
    output,
    refusal::Refusal,
};

/// Prints what a published figure means.
pub(super) fn run(global: &Global, lang: Lang, text: &str) -> Result<Exit, Refusal> {
    let reading = value::read(text, None, None)
        .map_err(|error| BadFigure::NotAFigure { text: text.to_owned(), error })?;
    let said = match global.output_format {
        OutputFormat::Json => json::read(text, &reading),
        _ => read::render(lang, text, &reading),
    };
    output::print(&said, global.color)?;
    Ok(Exit::Clean)
}
