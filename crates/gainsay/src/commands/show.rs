use gainsay_claims::Lang;
use gainsay_judge::judge;
use gainsay_report::{Speaker, json, show};

use crate::{
    args::{Global, OutputFormat},
    base,
    exit::Exit,
    output,
    refusal::Refusal,
    select::unknown,
};

/// Prints everything known of what an id names.
pub(super) fn run(global: &Global, lang: Lang, id: &str) -> Result<Exit, Refusal> {
    let loaded = base::load(global)?;
    let judgement = judge(&loaded.base);
    let speaker = Speaker::new(&loaded.base, lang);
    let Some(shown) = show::find(speaker, &judgement, id) else {
        let propositions = judgement.propositions.iter().map(|one| one.proposition.to_string());
        let propositions: Vec<String> = propositions.collect();
        let base = &loaded.base;
        let ids = base.claims.keys().chain(base.studies.keys()).chain(base.sources.keys());
        return Err(unknown(id, ids.chain(&propositions).map(String::as_str)));
    };
    let text = match global.output_format {
        OutputFormat::Json => json::show(speaker, shown),
        _ => show::render(speaker, shown),
    };
    output::print(&text, global.color)?;
    Ok(super::exit(global, &loaded.base))
}
