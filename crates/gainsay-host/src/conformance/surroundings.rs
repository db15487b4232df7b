//! What the output of a plugin must not depend on.

use std::{collections::BTreeMap, path::PathBuf};

use gainsay_claims::{
    conformance::NotRun,
    facts::PluginFact,
    wire::{Record, is_of_file},
};

use super::{Subject, Trouble};
use crate::{Collected, Job, Outcome, RunOptions, Surroundings};

/// Far from UTC, and never the same day for long.
const FAR_AWAY: &str = "Pacific/Kiritimati";
/// A decimal comma, and letters that are more than one byte.
const FRENCH: &str = "fr_FR.UTF-8";

pub(super) fn time_zone(subject: &Subject<'_>) -> Result<(), Trouble> {
    let there = |around| Surroundings { time_zone: FAR_AWAY.to_owned(), ..around };
    independent(subject, there, || format!("TZ={FAR_AWAY}"))
}

pub(super) fn locale(subject: &Subject<'_>) -> Result<(), Trouble> {
    let there = |around| Surroundings { locale: FRENCH.to_owned(), ..around };
    independent(subject, there, || format!("LANG={FRENCH}"))
}

pub(super) fn folder(subject: &Subject<'_>) -> Result<(), Trouble> {
    let folder: PathBuf = std::env::temp_dir();
    // A folder is not handed over where processes have no group.
    if cfg!(not(unix)) || folder == subject.options.surroundings.folder {
        return Err(NotRun::NotHere.into());
    }
    let shown = folder.display().to_string();
    independent(subject, |around| Surroundings { folder, ..around }, || format!("PWD={shown}"))
}

/// Another process has other addresses and other seeds.
pub(super) fn process(subject: &Subject<'_>) -> Result<(), Trouble> {
    if is_stable(subject) { Ok(()) } else { Err(PluginFact::Differs.into()) }
}

pub(super) fn batches(subject: &Subject<'_>) -> Result<(), Trouble> {
    if subject.job.documents.is_empty() {
        return Err(NotRun::NoDocuments.into());
    }
    let all = by_document(subject.first());
    let mut parts = subject.groups();
    parts.push(subject.job.documents.iter().rev().cloned().collect());
    // Not one after the other in one process: what that changes is another rule's business.
    for documents in parts {
        let job = Job { documents, ..subject.job.clone() };
        let apart = by_document(&subject.run_alone(job.clone(), &subject.options));
        let differs = |name: &&String| !of_file(&apart, name).eq(of_file(&all, name));
        if let Some(name) = job.documents.iter().map(|one| &one.name).find(differs)
            && is_stable(subject)
        {
            return Err(PluginFact::ReadsDifferently { document: name.clone() }.into());
        }
    }
    Ok(())
}

/// Whether a run under these conditions emits what the first one did.
fn same(subject: &Subject<'_>, options: &RunOptions) -> bool {
    let again = subject.run_alone(subject.job.clone(), options);
    match (subject.first(), &again) {
        (Ok(one), Ok(other)) => emitted(one) == emitted(other),
        _ => false,
    }
}

/// What differs from process to process cannot be told to depend on anything.
fn independent(
    subject: &Subject<'_>,
    there: impl FnOnce(Surroundings) -> Surroundings,
    on: impl FnOnce() -> String,
) -> Result<(), Trouble> {
    let surroundings = there(subject.options.surroundings.clone());
    let options = RunOptions { surroundings, ..subject.options.clone() };
    if same(subject, &options) || !is_stable(subject) {
        return Ok(());
    }
    Err(PluginFact::Depends { on: on() }.into())
}

/// Whether two first runs are alike.
pub(super) fn is_stable(subject: &Subject<'_>) -> bool {
    same(subject, &subject.options)
}

fn emitted(collected: &Collected) -> (&[Vec<u8>], &[gainsay_plugin::Diagnostic]) {
    (&collected.batches, &collected.diagnostics)
}

type Records = BTreeMap<String, Vec<String>>;

/// The records of a file, and of what was listed of it.
fn of_file<'a>(
    records: &'a Records,
    file: &'a str,
) -> impl Iterator<Item = (&'a String, &'a Vec<String>)> {
    records.iter().filter(move |(document, _)| is_of_file(document, file))
}

/// The records of each document, and of what was listed of it, in an order of their own;
/// none where the run failed.
fn by_document(outcome: &Outcome) -> Records {
    let mut records: Records = BTreeMap::new();
    let batches = outcome.iter().flat_map(|collected| &collected.batches);
    // What is no record is another rule's business.
    for record in batches.flat_map(|batch| serde_json::from_slice::<Vec<Record>>(batch)).flatten() {
        let document = match &record {
            Record::Study(study) => study.document.clone(),
            Record::Finding(finding) => finding.document.clone(),
            Record::Listing(listing) => listing.document.clone(),
        };
        let text = serde_json::to_string(&record).expect("it was read from JSON");
        records.entry(document).or_default().push(text);
    }
    // Two documents may say something of a third; which of them is read first tells nothing.
    records.values_mut().for_each(|own| own.sort());
    records
}
