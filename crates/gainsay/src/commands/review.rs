use std::{
    collections::BTreeMap,
    io::{self, IsTerminal as _},
};

use gainsay_claims::{Diagnostic, Lang, facts::Status};
use gainsay_report::{Speaker, review};
use gainsay_verdict::{Given, differences, kappa};

mod ask;
mod desk;
mod select;

use crate::{
    args::{Action, Global, ReviewArgs},
    base,
    exit::Exit,
    output,
    refusal::{Refusal, ReviewRefusal},
};
use desk::Desk;

/// Lists what is to be answered, answers it as asked, or asks.
pub(super) fn run(global: &Global, lang: Lang, asked: &ReviewArgs) -> Result<Exit, Refusal> {
    let opened = base::load(global)?;
    if asked.agreement {
        let (status, directness) =
            (kappa::on_status(&opened.verdicts), kappa::on_directness(&opened.verdicts));
        output::print(&review::agreement(lang, status, directness), global.color)?;
        return Ok(super::exit(global, &opened.base));
    }
    let mut desk = Desk::new(opened, base::folder(global)?, asked);
    let findings = desk.findings();
    let chosen = select::chosen(asked, &findings, desk.opened.today)?;
    match asked.action() {
        Some(action) => {
            let told = answer(&mut desk, action, asked, [&findings, &chosen], lang)?;
            output::print(&told, global.color)?;
        }
        None if !global.locked && io::stdin().is_terminal() && io::stdout().is_terminal() => {
            let mut show = |text: &str| output::print(text, global.color);
            ask::ask(&mut desk, chosen, lang, &mut io::stdin().lock(), &mut show)?;
        }
        None => {
            let speaker = Speaker::new(&desk.opened.base, lang);
            let entries: String = chosen.iter().map(|one| review::entry(speaker, one)).collect();
            output::print(&(entries + &review::backlog(lang, &chosen)), global.color)?;
        }
    }
    Ok(super::exit(global, &desk.opened.base))
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
    if asked.reason.as_ref().is_some_and(|reason| reason.trim().is_empty()) {
        return Err(ReviewRefusal::NoReason.into());
    }
    match action {
        Action::Reject(study) => {
            let reason = asked.reason.clone().ok_or(ReviewRefusal::NoReason)?;
            let file = desk.reject(study, reason)?;
            return Ok(review::rejected(lang, study, &file));
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
        told += &review::recorded(lang, &verdict.finding, verdict.status, verdict.until, &file);
    }
    Ok(if told.is_empty() { review::backlog(lang, &[]) } else { told })
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
    let directness: BTreeMap<_, _> = asked.directness.iter().map(|one| (one.0, one.1)).collect();
    if let (Action::Accept, true, Some(before)) =
        (action, asked.cause.is_empty(), desk.before(finding))
    {
        let again = Given::again(before);
        let reason = asked.reason.clone().unwrap_or(again.reason);
        let directness = if directness.is_empty() { again.directness } else { directness };
        return Ok(Given { reason, directness, ..again });
    }
    let named = || if asked.cause.is_empty() { differences(finding) } else { asked.cause.clone() };
    let cause = if status == Status::Explained { named() } else { Vec::new() };
    if status == Status::Explained && cause.is_empty() {
        return Err(ReviewRefusal::NoCause { key: finding.key() }.into());
    }
    let usual = review::usual_reason(lang, status).map(str::to_owned);
    let reason = asked.reason.clone().or(usual).ok_or(ReviewRefusal::NoReason)?;
    Ok(Given { status, cause, directness, reason })
}
