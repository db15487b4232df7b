//! From what plugins emitted to claims.

mod listings;

use std::{
    collections::{BTreeMap, BTreeSet, HashSet},
    mem,
    sync::{Arc, LazyLock, Mutex, PoisonError},
};

use gainsay_claims::{
    Diagnostic, EvidenceBase, Location, Proposition,
    checks::{
        BROKEN_DOCUMENT, BROKEN_SOURCE, DUPLICATE_ID, INVALID_RECORD, SOURCE_REMARK, UNKNOWN_WORD,
    },
    claim::Claim,
    diagnostic::Subject,
    document::Document,
    evidence::SourceState,
    facts::{Fact, Problem, WordKind},
    read::Reader,
    side_by_side,
    study::Study,
    vocabulary::nearest,
    wire::{Finding, Place, Record, StudyRecord},
};
use gainsay_plugin::{Diagnostic as PluginDiagnostic, Severity, form::NAMED_BY_NONE};
use indexmap::IndexMap;
use serde_json::value::RawValue;

use crate::{Collected, Outcome, digest::hex, load::Loaded};
use listings::{add_listing, tell_unread};

/// Adds what the sources found to a base whose words and documents are read.
pub(crate) fn gather(outcomes: Vec<(String, Outcome)>, loaded: &mut Loaded) {
    let mut records = Vec::new();
    for (source, outcome) in outcomes {
        match outcome {
            Ok(collected) => {
                let broken = broken(&collected);
                records.push(accept(source.clone(), &broken, collected, loaded));
                tell_unread(&source, &broken, loaded);
            }
            Err(failure) => loaded.diagnostics.push(
                Diagnostic::new(&BROKEN_SOURCE, Subject::Name(source)).note(Fact::Broken(failure)),
            ),
        }
    }
    let mut missing: BTreeSet<String> = incomplete(&loaded.base).cloned().collect();
    let mut findings = Vec::new();
    for Records { source, studies, findings: found } in records {
        add_studies(&source, studies, &mut missing, loaded);
        let source: Arc<str> = source.into();
        findings.extend(found.into_iter().map(|one| (Arc::clone(&source), one)));
    }
    add_claims(findings, &missing, loaded);
    check_references(loaded);
}

/// The sources of which something was not read.
fn incomplete(base: &EvidenceBase) -> impl Iterator<Item = &String> {
    base.sources.iter().filter(|(_, state)| !state.is_whole()).map(|(id, _)| id)
}

/// The records of one source that finished.
struct Records {
    source: String,
    studies: Vec<StudyRecord>,
    // Boxed as they were decoded: they are large to move.
    #[expect(clippy::vec_box, reason = "a record has them in boxes, which are handed on")]
    findings: Vec<Box<Finding>>,
}

/// Decodes the records of a source that finished. What it said of a document
/// that it could not read to the end does not count.
fn accept(
    source: String,
    broken: &BTreeSet<String>,
    mut collected: Collected,
    loaded: &mut Loaded,
) -> Records {
    if let Some(state) = loaded.base.sources.get_mut(&source) {
        state.finished = true;
        state.lost += broken.len();
        state.digest = Some(hex(&collected.digest));
        state.sandbox = Some(collected.sandbox);
    }
    let mut records = Records { source, studies: Vec::new(), findings: Vec::new() };
    // Each batch is dropped as soon as it is decoded.
    let decoded = side_by_side(mem::take(&mut collected.batches), |batch| decode(&batch));
    for record in decoded.into_iter().flatten() {
        match record {
            Ok(Record::Study(study)) if !broken.contains(&study.document) => {
                records.studies.push(*study);
            }
            Ok(Record::Finding(finding)) if !broken.contains(&finding.document) => {
                records.findings.push(finding);
            }
            Ok(Record::Listing(listing)) => {
                if let Err(problem) = add_listing(&records.source, *listing, &mut loaded.base) {
                    let subject = Subject::Name(records.source.clone());
                    loaded.diagnostics.push(
                        Diagnostic::new(&INVALID_RECORD, subject).note(Fact::Problem(problem)),
                    );
                }
            }
            Ok(_) => {}
            Err(error) => loaded.diagnostics.push(bad_record(&records.source, &error)),
        }
    }
    // What is remarked may point into what was listed.
    for diagnostic in &collected.diagnostics {
        loaded.diagnostics.push(remark(&records.source, diagnostic, &loaded.base));
    }
    records
}

/// The records of a batch. Where one of them is none, each is decoded for itself.
fn decode(batch: &[u8]) -> Vec<Result<Record, serde_json::Error>> {
    if let Ok(records) = serde_json::from_slice::<Vec<Record>>(batch) {
        return records.into_iter().map(Ok).collect();
    }
    // The intake has checked that a batch is an array.
    let raw = serde_json::from_slice::<Vec<&RawValue>>(batch).unwrap_or_default();
    raw.into_iter().map(|raw| serde_json::from_str(raw.get())).collect()
}

/// The documents that a plugin complains of.
fn broken(collected: &Collected) -> BTreeSet<String> {
    let errors = collected.diagnostics.iter().filter(|one| one.severity == Severity::Error);
    errors.filter_map(|one| one.document.clone()).collect()
}

/// Adds studies; one that is refused counts as missing from then on, so that its
/// findings do not repeat what its own diagnostic says.
fn add_studies(
    source: &str,
    studies: Vec<StudyRecord>,
    missing: &mut BTreeSet<String>,
    loaded: &mut Loaded,
) {
    let (base, known) = (&loaded.base, &*missing);
    // No study is read from another.
    let studies = side_by_side(studies, |said| {
        let (id, studies) = (said.id.clone(), BTreeMap::new());
        let read = reader(source, &said.document, base, &studies, known).study(said);
        read.map_err(|diagnostic| Box::new((id, diagnostic)))
    });
    for one in studies {
        match one {
            Ok(study) => insert_study(study, loaded),
            Err(refused) => {
                let (id, diagnostic) = *refused;
                missing.insert(id);
                loaded.diagnostics.push(placed(diagnostic, &loaded.base));
            }
        }
    }
}

fn insert_study(study: Study, loaded: &mut Loaded) {
    if let Some(first) = loaded.base.studies.get(&study.id) {
        let twice = duplicate(&study.id, study.at, &first.at);
        loaded.diagnostics.push(twice);
    } else {
        loaded.base.studies.insert(study.id.clone(), study);
    }
}

/// Adds the claims of findings, each with its source: no claim is read from another.
fn add_claims(
    findings: Vec<(Arc<str>, Box<Finding>)>,
    missing: &BTreeSet<String>,
    loaded: &mut Loaded,
) {
    let base = &loaded.base;
    let propositions = Mutex::new(HashSet::new());
    let read = side_by_side(findings, |(source, said)| {
        let claim = reader(&source, &said.document, base, &base.studies, missing).finding(said)?;
        Ok(sharing(claim, &propositions))
    });
    let (claims, diagnostics) = by_id(read);
    loaded.base.claims = claims;
    let diagnostics = diagnostics.into_iter().map(|one| placed(one, &loaded.base));
    loaded.diagnostics.extend(diagnostics);
}

/// The claim with the proposition that another one is about, if it is the same.
fn sharing(mut claim: Claim, known: &Mutex<HashSet<Arc<Proposition>>>) -> Claim {
    let mut known = known.lock().unwrap_or_else(PoisonError::into_inner);
    match known.get(&claim.proposition) {
        Some(known) => claim.proposition = Arc::clone(known),
        None => drop(known.insert(Arc::clone(&claim.proposition))),
    }
    claim
}

/// The claims in order of id, the first of each, and in the order of findings what is wrong
/// with the others.
fn by_id(read: Vec<Result<Claim, Diagnostic>>) -> (BTreeMap<String, Claim>, Vec<Diagnostic>) {
    let (mut good, mut bad) = (Vec::new(), Vec::new());
    for (place, one) in read.iter().enumerate() {
        good.extend(one.as_ref().ok().map(|claim| (claim.id.as_str(), place)));
        bad.extend(one.as_ref().err().map(|diagnostic| (place, diagnostic.clone())));
    }
    good.sort_unstable();
    for all in good.chunk_by(|(one, _), (other, _)| one == other) {
        let claim = |place: usize| read[place].as_ref().ok();
        let first = claim(all[0].1).map(|first| &first.at);
        let again = all[1..].iter().map(|(_, place)| (*place, claim(*place)));
        bad.extend(again.filter_map(|(place, claim)| {
            let claim = claim?;
            Some((place, duplicate(&claim.id, claim.at.clone(), first?)))
        }));
    }
    bad.sort_by_key(|(place, _)| *place);
    good.dedup_by_key(|(id, _)| *id);
    let places: Vec<usize> = good.into_iter().map(|(_, place)| place).collect();
    // Made of what is in order, a map has no half-empty nodes, and claims are large.
    let mut read: Vec<_> = read.into_iter().map(Result::ok).collect();
    let claims = places.into_iter().filter_map(move |place| read[place].take());
    let claims = claims.map(|claim| (claim.id.clone(), claim)).collect();
    (claims, bad.into_iter().map(|(_, diagnostic)| diagnostic).collect())
}

/// The same diagnostic, pointing to documents of the base only: what is said of a place in
/// a document that a plugin made up is a note, else it would not be shown, or as a path.
fn placed(diagnostic: Diagnostic, base: &EvidenceBase) -> Diagnostic {
    let mut placed = Diagnostic { labels: Vec::new(), ..diagnostic.clone() };
    for label in diagnostic.labels {
        placed = match base.documents.contains_key(&label.at.document) {
            true => placed.label(label.at, label.fact),
            false => placed.note(label.fact),
        };
    }
    placed
}

/// What reads a record about a document, for a source. A document of another
/// source is none for it: it has not been given that one.
fn reader<'a>(
    source: &'a str,
    document: &str,
    base: &'a EvidenceBase,
    studies: &'a BTreeMap<String, Study>,
    missing: &'a BTreeSet<String>,
) -> Reader<'a> {
    static NONE: LazyLock<IndexMap<String, Document>> = LazyLock::new(IndexMap::new);
    let documents = if has_document(base, source, document) { &base.documents } else { &NONE };
    Reader { vocabulary: &base.vocabulary, source, documents, studies, missing }
}

fn has_document(base: &EvidenceBase, source: &str, document: &str) -> bool {
    base.sources.get(source).is_some_and(|state| state.has_document(document))
}

/// Reports references to claims and studies that are not there. The claims that
/// refer to them stay: they lose a link, not their figure.
fn check_references(loaded: &mut Loaded) {
    let base = &loaded.base;
    let mut open = Vec::new();
    for claim in base.claims.values() {
        for id in claim.said.references() {
            if !base.claims.contains_key(id) && is_whole(base, id) {
                open.push(unknown(&claim.id, &claim.at, WordKind::Claim, id, base.claims.keys()));
            }
        }
    }
    for study in base.studies.values() {
        for one in &study.said.depends_on {
            let id = &one.study;
            if !base.studies.contains_key(id) && is_whole(base, id) {
                open.push(unknown(&study.id, &study.at, WordKind::Study, id, base.studies.keys()));
            }
        }
    }
    loaded.diagnostics.append(&mut open);
}

/// Whether the source that an id belongs to is there; if it failed, its own
/// diagnostic says so and nothing more need be said about its ids.
fn is_whole(base: &EvidenceBase, id: &str) -> bool {
    let source = id.split('/').next().unwrap_or(id);
    base.sources.get(source).is_none_or(SourceState::is_whole)
}

fn unknown<'a>(
    subject: &str,
    at: &Location,
    kind: WordKind,
    word: &str,
    known: impl Iterator<Item = &'a String>,
) -> Diagnostic {
    let nearest = nearest(word, known.map(String::as_str)).map(str::to_owned);
    let problem = Problem::UnknownWord { kind, word: word.to_owned(), nearest };
    Diagnostic::new(&UNKNOWN_WORD, Subject::Name(subject.to_owned()))
        .label(at.clone(), Fact::Problem(problem))
}

fn duplicate(id: &str, again: Location, first: &Location) -> Diagnostic {
    let problem = || Fact::Problem(Problem::DuplicateId { id: id.to_owned() });
    Diagnostic::new(&DUPLICATE_ID, Subject::Name(id.to_owned()))
        .label(again, problem())
        .label(first.clone(), problem())
}

fn bad_record(source: &str, error: &serde_json::Error) -> Diagnostic {
    Diagnostic::new(&INVALID_RECORD, Subject::Name(source.to_owned()))
        .note(Fact::Problem(Problem::Syntax { message: error.to_string() }))
}

/// What a plugin said about a document, at its place.
fn remark(source: &str, said: &PluginDiagnostic, base: &EvidenceBase) -> Diagnostic {
    let own = said.document.clone().filter(|name| has_document(base, source, name));
    let name = own.unwrap_or_else(|| source.to_owned());
    let check = match said.severity {
        Severity::Warning => &SOURCE_REMARK,
        Severity::Error | Severity::Panic => &BROKEN_DOCUMENT,
    };
    let fact = Fact::Problem(problem(source, &name, said, base));
    let diagnostic = Diagnostic::new(check, Subject::Name(name.clone()));
    match location(base, &name, said.what.at) {
        Some(at) => diagnostic.label(at, fact),
        None => diagnostic.note(fact),
    }
}

fn problem(source: &str, name: &str, said: &PluginDiagnostic, base: &EvidenceBase) -> Problem {
    let (message, help) = (said.what.message.clone(), said.what.help.clone());
    match base.sources.get(source) {
        Some(state) if message.as_str() == NAMED_BY_NONE[0] => Problem::Unread {
            source: source.to_owned(),
            plugin: state.plugin.clone(),
            file: name.to_owned(),
            why: message,
        },
        _ => Problem::Said { message, help },
    }
}

fn location(base: &EvidenceBase, name: &str, place: Option<Place>) -> Option<Location> {
    let document = base.documents.get(name)?;
    let words = place.and_then(|place| document.words(place).ok());
    // A parser may stop where no figure stands, or at the very end.
    let stop = || {
        let [start, end] = place.and_then(|place| place.span)?;
        document.text.get(start..end).map(|_| document.location(start..end))
    };
    Some(words.map(|words| words.at).or_else(stop).unwrap_or_else(|| document.location(0..0)))
}

#[cfg(test)]
mod tests;
