use std::{borrow::Cow, mem};

use gainsay_claims::{
    Diagnostic, Lang, Level,
    checks::{BROKEN_SOURCE, STALE_PLUGIN},
};
use gainsay_host::LoadError;
use gainsay_judge::Judgement;
use gainsay_report::{
    Counts, Fold, Found, Paths, Speaker, Unshown, concise, full, github, gitlab, json, junit,
    sarif, summary, terminal,
};

use super::{base_checks, fail_on, is_complete};
use crate::{
    answer::{Answer, Asked, answered},
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
    let answer = || answer(global, lang, asked);
    // What a repository holds is no file of the base.
    if asked.since.is_some() {
        return answer()?.print(global);
    }
    answered(global, lang, &Asked::default(), answer)
}

fn answer(global: &Global, lang: Lang, asked: &Check) -> Result<Answer, Refusal> {
    let rules = asked.rules.of(&base_checks().collect::<Vec<_>>())?;
    let checked = Checked::new(base::load(global)?);
    let Checked { base, mut judgement, found: mut shown } = checked;
    let selection = Selection::new(&asked.names, &base, &judgement, &shown)?;
    selection.propositions(&mut judgement);
    shown.retain(|one| selection.has(one, &base));
    let mut unshown = Unshown { of_other_rules: shown.len(), since: None };
    shown.retain(|one| rules.has(one.check));
    unshown.of_other_rules -= shown.len();
    if let Some(revision) = &asked.since {
        let earlier = Earlier::load(global, revision)?;
        unshown.since = Some(earlier.leave_new(&base, &mut shown));
    }
    // The sort is stable: the judge put findings in the order of reading.
    shown.sort_by_key(|one| one.tier);
    let speaker = Speaker::new(&base, lang);
    let found = Report { speaker, judgement: &judgement, shown: &shown, unshown: &unshown };
    let text = found.text(global, asked, &rules)?;
    let counts = |one: &&Diagnostic| !is_accepted(one, global) && !one.is_settled();
    let levels = shown.iter().filter(counts).map(|one| one.check.level);
    let exit = Exit::of(is_complete(global, &base), fail_on(global.fail_on, Level::Error), levels);
    // Likewise left to the system.
    mem::forget((judgement, shown));
    Ok(Answer { text, exit, base })
}

/// Shows where a configuration is not valid, or why a source cannot be run.
pub(super) fn print_invalid(refusal: &Refusal, global: &Global, lang: Lang) {
    let (Refusal::Load(LoadError::Invalid(loaded))
    | Refusal::Source(loaded)
    | Refusal::Unproposed(loaded)) = refusal
    else {
        return;
    };
    let speaker = Speaker::new(&loaded.base, lang);
    // Whatever cannot be printed here, the refusal is told in any case.
    if global.output_format == OutputFormat::Json {
        let unshown = Unshown { of_other_rules: 0, since: None };
        let told = json::check(speaker, &Judgement::default(), &loaded.diagnostics, &unshown);
        let _ = output::print(&told, global.color);
        return;
    }
    for diagnostic in &loaded.diagnostics {
        let _ = output::print(&terminal::render(speaker, diagnostic, true), global.color);
    }
}

/// What was found, to be printed.
struct Report<'a> {
    speaker: Speaker<'a>,
    judgement: &'a Judgement,
    shown: &'a [Diagnostic],
    unshown: &'a Unshown,
}

impl Report<'_> {
    fn text(
        &self,
        global: &Global,
        asked: &Check,
        rules: &RuleSelection,
    ) -> Result<String, Refusal> {
        let &Self { speaker, judgement, shown, unshown } = self;
        // What systems of continuous integration show must agree with the exit code.
        let failing: Cow<'_, [Diagnostic]> = match global.allow_missing {
            true => shown.iter().filter(|one| !is_accepted(one, global)).cloned().collect(),
            false => Cow::Borrowed(shown),
        };
        let found = [Found { speaker, shown: &failing }];
        let missing = speaker.missing_sources().filter(|_| !global.allow_missing);
        let fail_on = fail_on(global.fail_on, Level::Error);
        Ok(match global.output_format {
            OutputFormat::Full => {
                let fold = fold(asked, fail_on);
                full(speaker, judgement, shown, fold, true) + &speaker.unshown(unshown)
            }
            OutputFormat::Json => json::check(speaker, judgement, shown, unshown),
            OutputFormat::Concise => {
                let open = shown.iter().filter(|one| !one.is_settled());
                let lines: String = open.map(|one| concise::render(speaker, one)).collect();
                lines + &self.counted()
            }
            OutputFormat::Sarif => {
                let ending = sarif::Ending { missing: missing.into_iter().collect() };
                sarif::render(&found, speaker.lang, &ending, &paths(global)?)
            }
            OutputFormat::Github => github::render(&found, &paths(global)?) + &self.counted(),
            OutputFormat::Gitlab => gitlab::render(&found, &[], &paths(global)?),
            OutputFormat::Junit => {
                let run = junit::Run { rules: &rules.rules, fail_on, missing: missing.as_slice() };
                junit::render(&found, &run, &paths(global)?)
            }
        })
    }

    fn counted(&self) -> String {
        let counts = Counts::new(self.speaker.base, self.judgement, self.shown);
        summary(self.speaker, &counts) + &self.speaker.unshown(self.unshown)
    }
}

/// Whether it tells of a missing source, and missing sources were accepted.
fn is_accepted(one: &Diagnostic, global: &Global) -> bool {
    global.allow_missing && [&BROKEN_SOURCE, &STALE_PLUGIN].contains(&one.check)
}

/// How much is told: who names what to look at wants all of it.
fn fold(asked: &Check, fail_on: Level) -> Fold {
    let wants_all = asked.all || !asked.names.is_empty() || asked.rules.are_selected();
    if wants_all { Fold::Nothing } else { Fold::Below(fail_on) }
}

fn paths(global: &Global) -> Result<Paths, Refusal> {
    Ok(Paths { base: base::from_here(&base::folder(global)?), drafts: Vec::new() })
}
