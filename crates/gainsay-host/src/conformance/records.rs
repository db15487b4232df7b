//! What a plugin says of its documents, as the core reads it.

use gainsay_claims::{
    Diagnostic,
    checks::{BROKEN_DOCUMENT, DUPLICATE_ID, SOURCE_REMARK},
    conformance::NotRun,
    facts::{Fact, PluginFact, Problem},
};

use super::{Subject, Trouble};

/// How many of the same kind are told.
const TOLD: usize = 5;

pub(super) fn documents(subject: &Subject<'_>) -> Result<(), Trouble> {
    none(subject, |one| one.check == &BROKEN_DOCUMENT)
}

pub(super) fn usable(subject: &Subject<'_>) -> Result<(), Trouble> {
    none(subject, |one| {
        let others = [&BROKEN_DOCUMENT, &DUPLICATE_ID, &SOURCE_REMARK];
        !others.contains(&one.check) && !has_bad_id(one)
    })
}

pub(super) fn unique(subject: &Subject<'_>) -> Result<(), Trouble> {
    none(subject, |one| one.check == &DUPLICATE_ID)
}

pub(super) fn prefixed(subject: &Subject<'_>) -> Result<(), Trouble> {
    none(subject, has_bad_id)
}

pub(super) fn kept(subject: &Subject<'_>) -> Result<(), Trouble> {
    let Some(previous) = &subject.previous else { return Err(NotRun::NoPrevious.into()) };
    if previous.is_empty() {
        return Err(NotRun::NoIds.into());
    }
    let is_lost = |id: &&String| !subject.ids().contains(*id) && !subject.retired.contains(*id);
    let lost: Vec<_> = previous.iter().filter(is_lost).collect();
    if lost.is_empty() {
        return Ok(());
    }
    let first = lost.iter().take(TOLD).map(|&id| id.clone()).collect();
    Err(PluginFact::Lost { first, count: lost.len() }.into())
}

fn has_bad_id(diagnostic: &Diagnostic) -> bool {
    let labels = diagnostic.labels.iter().map(|label| &label.fact);
    let notes = diagnostic.notes.iter().flat_map(|note| &note.facts);
    labels.chain(notes).any(|fact| matches!(fact, Fact::Problem(Problem::BadId { .. })))
}

/// Whether the core says nothing of a kind; if it does, where and what.
fn none(subject: &Subject<'_>, is_meant: fn(&Diagnostic) -> bool) -> Result<(), Trouble> {
    // Documents that cannot be used are told of; where there are none, nothing can be.
    if subject.job.documents.is_empty() && subject.loaded.diagnostics.is_empty() {
        return Err(NotRun::NoDocuments.into());
    }
    let meant: Vec<_> = subject.said().iter().filter(|one| is_meant(one)).collect();
    if meant.is_empty() {
        return Ok(());
    }
    let told = meant.iter().take(TOLD);
    let labels = told.clone().flat_map(|one| one.labels.iter().cloned()).collect();
    let mut facts: Vec<Fact> = Vec::new();
    for one in told {
        // What points nowhere says at least what it is about.
        if one.labels.is_empty() {
            facts.push(Fact::Plugin(PluginFact::Said(Box::new((*one).clone()))));
        }
        facts.extend(one.notes.iter().flat_map(|note| note.facts.iter().cloned()));
    }
    if meant.len() > TOLD {
        facts.push(Fact::Plugin(PluginFact::More { count: meant.len() - TOLD }));
    }
    Err(Trouble::Broken(facts, labels))
}
