use gainsay_claims::{
    Diagnostic, Lang, Level,
    checks::{self, BROKEN_SOURCE},
};
use gainsay_host::LoadError;
use gainsay_judge::Judgement;
use gainsay_report::{
    Counts, Found, Paths, Speaker, Unshown, concise, full, github, gitlab, json, junit, sarif,
    summary, terminal,
};

use super::{fail_on, is_complete};
use crate::{
    args::{Check, Global, OutputFormat},
    base,
    checked::Checked,
    exit::Exit,
    output,
    refusal::Refusal,
    select::{RuleSelection, Selection},
    since::Earlier,
};

/// Prints what the rules and the checks of the input find.
pub(super) fn run(global: &Global, lang: Lang, asked: &Check) -> Result<Exit, Refusal> {
    let rules = asked.rules.of(&known())?;
    let checked = Checked::new(base::load(global)?);
    let Checked { base, mut judgement, found: mut shown } = checked;
    let selection = Selection::new(&asked.names, &base, &judgement)?;
    selection.propositions(&mut judgement);
    shown.retain(|one| selection.has(one, &base));
    let mut unshown = Unshown { of_other_rules: shown.len(), since: None };
    shown.retain(|one| rules.has(one.check));
    unshown.of_other_rules -= shown.len();
    if let Some(revision) = &asked.since {
        let earlier = Earlier::load(global, revision)?;
        unshown.since = Some(earlier.leave_new(&base, &mut shown));
    }
    // The sort is stable: input before rules, each in its own order.
    shown.sort_by_key(|one| std::cmp::Reverse(one.check.level));
    let speaker = Speaker::new(&base, lang);
    output::print(&text(global, speaker, &rules, &judgement, &shown, &unshown)?, global.color)?;
    let accepted = |one: &Diagnostic| global.allow_missing && one.check == &BROKEN_SOURCE;
    let counts = |one: &&Diagnostic| !accepted(one) && !one.is_settled();
    let levels = shown.iter().filter(counts).map(|one| one.check.level);
    Ok(Exit::of(is_complete(global, &base), fail_on(global.fail_on, Level::Error), levels))
}

/// Every rule and check whose findings are shown of a base.
fn known() -> Vec<&'static gainsay_claims::Check> {
    let rules = gainsay_judge::rules::ALL.iter().map(|rule| rule.check);
    let verdicts = gainsay_verdict::checks::ALL.iter().copied();
    rules.chain(verdicts).chain(checks::ALL.iter().copied()).collect()
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
    rules: &RuleSelection,
    judgement: &Judgement,
    shown: &[Diagnostic],
    unshown: &Unshown,
) -> Result<String, Refusal> {
    let found = [Found { speaker, shown }];
    let counted = || {
        let counts = Counts::new(speaker.base, judgement, shown);
        summary(speaker, &counts) + &speaker.unshown(unshown)
    };
    Ok(match global.output_format {
        OutputFormat::Full => full(speaker, judgement, shown, true) + &speaker.unshown(unshown),
        OutputFormat::Json => json::check(speaker, judgement, shown, unshown),
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
        OutputFormat::Gitlab => gitlab::render(&found, &[], &paths(global)?),
        OutputFormat::Junit => {
            let missing: Vec<String> = speaker.missing_sources().into_iter().collect();
            let fail_on = fail_on(global.fail_on, Level::Error);
            let run = junit::Run { rules: &rules.rules, fail_on, missing: &missing };
            junit::render(&found, &run, &paths(global)?)
        }
    })
}

fn paths(global: &Global) -> Result<Paths, Refusal> {
    Ok(Paths { base: base::from_here(&base::folder(global)?), drafts: Vec::new() })
}
