use gainsay_cite::Library;
use gainsay_claims::{Diagnostic, Lang, Level, checks::BROKEN_SOURCE};
use gainsay_host::LoadError;
use gainsay_judge::{Judgement, judge};
use gainsay_report::{
    Counts, Found, Paths, Speaker, concise, full, github, json, sarif, summary, terminal,
};
use gainsay_verdict::Review;

use super::{fail_on, is_complete};
use crate::{
    args::{Global, OutputFormat},
    base,
    exit::Exit,
    output,
    refusal::Refusal,
    select::Selection,
};

/// Prints what the rules and the checks of the input find.
pub(super) fn run(global: &Global, lang: Lang, names: &[String]) -> Result<Exit, Refusal> {
    let loaded = base::load(global)?;
    let mut judgement = judge(&loaded.base);
    let selection = Selection::new(names, &loaded.base, &judgement)?;
    selection.propositions(&mut judgement);
    let mut shown: Vec<Diagnostic> = loaded.diagnostics;
    shown.append(&mut Library::read(&loaded.base).1);
    let review = Review::new(&judgement.diagnostics, &loaded.base, &loaded.verdicts, loaded.today);
    review.mark(&mut judgement.diagnostics);
    shown.append(&mut review.diagnostics(&loaded.verdicts, &loaded.base, loaded.today));
    shown.append(&mut judgement.diagnostics);
    shown.retain(|one| selection.has(one, &loaded.base));
    // The sort is stable: input before rules, each in its own order.
    shown.sort_by_key(|one| std::cmp::Reverse(one.check.level));
    let speaker = Speaker::new(&loaded.base, lang);
    output::print(&text(global, speaker, &judgement, &shown)?, global.color)?;
    let accepted = |one: &Diagnostic| global.allow_missing && one.check == &BROKEN_SOURCE;
    let counts = |one: &&Diagnostic| !accepted(one) && !one.is_settled();
    let levels = shown.iter().filter(counts).map(|one| one.check.level);
    Ok(Exit::of(is_complete(global, &loaded.base), fail_on(global.fail_on, Level::Error), levels))
}

/// Shows where a configuration is not valid.
pub(super) fn print_invalid(refusal: &Refusal, global: &Global, lang: Lang) {
    let Refusal::Load(LoadError::Invalid(loaded)) = refusal else {
        return;
    };
    let speaker = Speaker::new(&loaded.base, lang);
    for diagnostic in &loaded.diagnostics {
        // The refusal is told in any case.
        let _ = output::print(&terminal::render(speaker, diagnostic, true), global.color);
    }
}

fn text(
    global: &Global,
    speaker: Speaker<'_>,
    judgement: &Judgement,
    shown: &[Diagnostic],
) -> Result<String, Refusal> {
    let found = [Found { speaker, shown }];
    let counted = || summary(speaker, &Counts::new(speaker.base, judgement, shown));
    Ok(match global.output_format {
        OutputFormat::Full => full(speaker, judgement, shown, true),
        OutputFormat::Json => json::check(speaker, judgement, shown),
        OutputFormat::Concise => {
            let open = shown.iter().filter(|one| !one.is_settled());
            let lines: String = open.map(|one| concise::render(speaker, one)).collect();
            lines + &counted()
        }
        OutputFormat::Sarif => {
            let missing = speaker.missing_sources().into_iter().collect();
            sarif::render(&found, speaker.lang, &sarif::Ending { missing }, &paths(global)?)
        }
        OutputFormat::Github => github::render(&found, &paths(global)?) + &counted(),
    })
}

fn paths(global: &Global) -> Result<Paths, Refusal> {
    Ok(Paths { base: base::from_here(&base::folder(global)?), drafts: Vec::new() })
}
