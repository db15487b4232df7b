use gainsay_claims::Lang;
use gainsay_report::{Speaker, json, show};

use crate::{
    args::{Global, OutputFormat},
    base,
    checked::Checked,
    exit::Exit,
    output,
    refusal::Refusal,
    select::unknown,
};

/// Prints everything known of what an id names.
pub(super) fn run(global: &Global, lang: Lang, id: &str) -> Result<Exit, Refusal> {
    let (checked, record) = Checked::with_record(base::load(global)?);
    let Checked { base, judgement, found } = checked;
    let speaker = Speaker::new(&base, lang);
    let known = show::Known { judgement: &judgement, found: &found, record: &record };
    let Some(shown) = known.find(&base, id) else {
        let propositions = judgement.propositions.iter().map(|one| one.proposition.to_string());
        let others: Vec<String> = propositions.chain(known.keys()).collect();
        let ids = base.claims.keys().chain(base.studies.keys()).chain(base.sources.keys());
        return Err(unknown(id, ids.chain(&others).map(String::as_str)));
    };
    let text = match global.output_format {
        OutputFormat::Json => json::show(speaker, known, shown),
        _ => show::render(speaker, known, shown),
    };
    output::print(&text, global.color)?;
    Ok(super::exit(global, &base))
}
