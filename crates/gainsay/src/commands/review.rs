use std::{
    collections::BTreeMap,
    io::{self, IsTerminal as _},
};

use gainsay_claims::{Diagnostic, Lang, facts::Status};
use gainsay_report::{Speaker, concise, json, review};
use gainsay_verdict::{Given, differences, kappa};

mod ask;
mod desk;
mod select;

use crate::{
    args::{Action, Global, OutputFormat, ReviewArgs},
    base,
    exit::Exit,
    output,
    refusal::{Refusal, ReviewRefusal},
};
use desk::{Desk, Rejected};

/// Lists what is to be answered, answers it as asked, or asks.
pub(super) fn run(global: &Global, lang: Lang, asked: &ReviewArgs) -> Result<Exit, Refusal> {
    let is_list = asked.action().is_none() && !asked.agreement;
    if !is_list && global.output_format != OutputFormat::Full {
        return Err(ReviewRefusal::NoList.into());
    }
    let opened = base::load(global)?;
    if asked.agreement {
        let (status, directness) =
            (kappa::on_status(&opened.verdicts), kappa::on_directness(&opened.verdicts));
        output::print(&review::agreement(lang, status, directness), global.color)?;
        return Ok(super::exit(global, &opened.base));
    }
    let mut desk = Desk::new(opened, base::folder(global)?, asked);
    let (findings, told) = desk.found();
    let chosen = select::chosen(asked, &findings, &told, desk.opened.today)?;
    match asked.action() {
        Some(action) => {
            let told = answer(&mut desk, action, asked, [&findings, &chosen], lang)?;
            output::print(&told, global.color)?;
        }
        None if is_asked(global) => {
            let mut show = |text: &str| output::print(text, global.color);
            ask::ask(&mut desk, chosen, lang, &mut io::stdin().lock(), &mut show)?;
        }
        None => {
            let speaker = Speaker::new(&desk.opened.base, lang);
            output::print(&list(global, speaker, &chosen), global.color)?;
        }
    }
    Ok(super::exit(global, &desk.opened.base))
}

/// Whether somebody is there to answer.
fn is_asked(global: &Global) -> bool {
    let is_text = global.output_format == OutputFormat::Full;
    is_text && !global.locked && io::stdin().is_terminal() && io::stdout().is_terminal()
}

fn list(global: &Global, speaker: Speaker<'_>, chosen: &[Diagnostic]) -> String {
    let lines: String = match global.output_format {
        OutputFormat::Json => return json::review(speaker, chosen),
        OutputFormat::Concise => chosen.iter().map(|one| concise::render(speaker, one)).collect(),
        _ => chosen.iter().map(|one| review::entry(speaker, one)).collect(),
    };
    lines + &review::backlog(speaker, chosen)
}

/// Answers findings without asking: of all there are, those that were chosen.
fn answer(
    desk: &mut Desk<'_>,
    action: Action<'_>,
    asked: &ReviewArgs,
    [findings, chosen]: [&[Diagnostic]; 2],
    lang: Lang,
) -> Result<String, Refusal> {
    // Who cannot sign, or gives no reason, is told before anything else.
    desk.who()?;
    match action {
        Action::Reject(study) => {
            let reason = reason(asked, study)?.ok_or_else(|| no_reason(study))?;
            let Rejected { file, shaken: [stale, unmatched] } = desk.reject(study, reason)?;
            return Ok(
                review::rejected(lang, study, &file) + &review::shaken(lang, stale, unmatched)
            );
        }
        Action::Prune => {
            let removed = desk.prune(findings)?;
            return Ok(removed
                .iter()
                .map(|(key, file)| review::removed(lang, key, file))
                .collect());
        }
        Action::Accept | Action::Confirm | Action::FalsePositive | Action::Defer => {}
    }
    let (disputed, chosen): (Vec<&Diagnostic>, Vec<&Diagnostic>) =
        chosen.iter().partition(|one| action == Action::Defer && one.is_disputed());
    // Whatever cannot be answered is told before anything is written.
    let given: Result<Vec<_>, Refusal> = chosen
        .iter()
        .map(|finding| Ok((*finding, given(desk, action, asked, finding, lang)?)))
        .collect();
    let mut told: String = disputed.iter().map(|one| review::disputed(lang, &one.key())).collect();
    for (verdict, file) in desk.record(given?)? {
        told +=
            &review::recorded(lang, &verdict.finding, verdict.given.status, verdict.until, &file);
    }
    let nothing = || review::backlog(Speaker::new(&desk.opened.base, lang), &[]);
    Ok(if told.is_empty() { nothing() } else { told })
}

/// What is said of a finding without asking.
fn given(
    desk: &Desk<'_>,
    action: Action<'_>,
    asked: &ReviewArgs,
    finding: &Diagnostic,
    lang: Lang,
) -> Result<Given, Refusal> {
    let status = match action {
        Action::Confirm => Status::Confirmed,
        Action::FalsePositive => Status::FalsePositive,
        Action::Defer => Status::Deferred,
        Action::Accept | Action::Reject(_) | Action::Prune => Status::Explained,
    };
    let key = finding.key();
    let reason = reason(asked, &key)?;
    let directness: BTreeMap<_, _> = asked.directness.iter().copied().collect();
    if let (Action::Accept, true, Some(before)) =
        (action, asked.cause.is_empty(), desk.before(finding))
    {
        let again = before.given.clone();
        let reason = reason.unwrap_or(again.reason);
        let directness = if directness.is_empty() { again.directness } else { directness };
        return Ok(Given { reason, directness, ..again });
    }
    let named = || if asked.cause.is_empty() { differences(finding) } else { asked.cause.clone() };
    let cause = if status == Status::Explained { named() } else { Vec::new() };
    if status == Status::Explained && cause.is_empty() {
        return Err(ReviewRefusal::NoCause { key }.into());
    }
    let usual = review::usual_reason(lang, status).map(str::to_owned);
    let reason = reason.or(usual).ok_or_else(|| no_reason(&key))?;
    Ok(Given { status, cause, directness, reason })
}

/// The reason that is given.
///
/// # Errors
///
/// One that says nothing.
fn reason(asked: &ReviewArgs, about: &str) -> Result<Option<String>, ReviewRefusal> {
    match &asked.reason {
        Some(reason) if reason.trim().is_empty() => Err(no_reason(about)),
        given => Ok(given.clone()),
    }
}

fn no_reason(about: &str) -> ReviewRefusal {
    ReviewRefusal::NoReason { about: about.to_owned() }
}
