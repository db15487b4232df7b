use gainsay_claims::{Lang, policy::Policy, value};
use gainsay_judge::{judge, published::Compared};
use gainsay_report::{
    Speaker,
    compare::render,
    confront::{self, Confronted},
    json,
};

use crate::{
    args::{Global, OutputFormat},
    base,
    exit::Exit,
    output,
    refusal::Refusal,
    select::unknown,
};

/// Prints how two claims of a base, or two published figures, compare.
pub(super) fn run(
    global: &Global,
    lang: Lang,
    texts: [String; 2],
    sizes: &[String],
    deff: f64,
) -> Result<Exit, Refusal> {
    if texts.iter().all(|text| is_claim(text)) {
        return claims(global, lang, texts.each_ref().map(String::as_str), sizes);
    }
    let compared = Compared::of(texts, sizes, deff)?;
    let text = match global.output_format {
        OutputFormat::Json => json::compare(&compared),
        _ => {
            let policy = Policy { design_effect: compared.deff, ..Policy::default() };
            render(lang, &compared, &policy)
        }
    };
    output::print(&text, global.color)?;
    Ok(Exit::Clean)
}

/// Whether a text has the form of a claim's id, `source/study/claim`, whose last part may be a
/// path; no figure has.
fn is_claim(text: &str) -> bool {
    text.split('/').filter(|part| !part.is_empty()).count() >= 3
        && value::read(text, None, None).is_err()
}

fn claims(global: &Global, lang: Lang, ids: [&str; 2], sizes: &[String]) -> Result<Exit, Refusal> {
    if !sizes.is_empty() {
        return Err(Refusal::SizesOfClaims);
    }
    let loaded = base::load(global)?;
    let judgement = judge(&loaded.base);
    let known = || loaded.base.claims.keys().map(String::as_str);
    if let Some(id) = ids.into_iter().find(|id| !loaded.base.claims.contains_key(*id)) {
        return Err(unknown(id, known()));
    }
    let speaker = Speaker::new(&loaded.base, lang);
    let Some(confronted) = Confronted::of(ids, &judgement, &loaded.base) else {
        return Err(unknown(ids[0], known()));
    };
    let text = match global.output_format {
        OutputFormat::Json => json::compare_claims(speaker, &confronted),
        _ => confront::render(speaker, &confronted, &judgement),
    };
    output::print(&text, global.color)?;
    Ok(super::exit(global, &loaded.base))
}
