use gainsay_claims::Lang;
use gainsay_report::{Speaker, ddi};

use crate::{
    args::{ExportFormat, Global},
    base,
    exit::Exit,
    output,
    refusal::Refusal,
    select::unknown,
};

/// Prints a study for other programs.
pub(super) fn run(
    global: &Global,
    lang: Lang,
    id: &str,
    format: ExportFormat,
) -> Result<Exit, Refusal> {
    let loaded = base::load(global)?;
    let base = &loaded.base;
    let Some(study) = base.studies.get(id) else {
        return Err(unknown(id, base.studies.keys().map(String::as_str)));
    };
    let text = match format {
        ExportFormat::Ddi => ddi::render(Speaker::new(base, lang), study),
    };
    output::print(&text, global.color)?;
    Ok(super::exit(global, base))
}
