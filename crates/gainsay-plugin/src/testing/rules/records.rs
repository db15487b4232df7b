//! What a source says of its documents.

use std::collections::BTreeSet;

use super::Rule;
use crate::{Document, Header, testing::subject::Subject};

pub(super) const NO_FINDING: Rule = Rule {
    id: "no-finding",
    why: "a document that says nothing is most likely one that is not understood",
    fix: "read its findings, or return an error that says why they cannot be read",
    check: no_finding,
};

pub(super) const UNREADABLE_RECORD: Rule = Rule {
    id: "unreadable-record",
    why: "the core leaves out a document that its source refuses, and a record that it cannot read",
    fix: "correct the document, the place of the figure, or the word of the vocabulary",
    check: unreadable_record,
};

pub(super) const DUPLICATE_ID: Rule = Rule {
    id: "duplicate-id",
    why: "verdicts and citations name a claim by its id",
    fix: "make the id tell what the finding measures, so that two findings differ in it",
    check: duplicate_id,
};

pub(super) const STRAY_ID: Rule = Rule {
    id: "stray-id",
    why: "an id must stay the same when other documents come or go",
    fix: "begin a study's id with the source, and a finding's with its study or its document",
    check: stray_id,
};

pub(super) const DANGLING_REFERENCE: Rule = Rule {
    id: "dangling-reference",
    why: "a chain of citations ends where an id leads nowhere",
    fix: "correct the id in `cites`, `same_as`, `supersedes` or `between`",
    check: dangling_reference,
};

fn no_finding(subject: &Subject<'_>) -> Result<(), String> {
    if subject.reading.findings.is_empty() {
        return Err("no document says anything".to_owned());
    }
    let errors = subject.reading.errors();
    for part in subject.parts() {
        // A mapping says what it says of its table.
        let says = |one: &Document| !subject.reading.of_document(&one.name).1.is_empty();
        let described = |one: &Document| {
            !subject.reading.of_document(&one.name).0.is_empty() && is_only_head(one)
        };
        let refused = |one: &Document| errors.iter().any(|error| error.starts_with(&one.name));
        if !part.iter().any(|one| says(one) || described(one) || refused(one)) {
            let names: Vec<_> = part.iter().map(|one| one.name.as_str()).collect();
            return Err(format!("{} says nothing", names.join(" with ")));
        }
    }
    Ok(())
}

/// Whether a document describes a study of which no figure was recorded.
fn is_only_head(document: &Document) -> bool {
    let body = Header::of(document).body();
    let text = document.text().get(body..).unwrap_or_default();
    let rows = document.rows().get(body..).unwrap_or_default();
    text.lines().all(|line| line.trim().is_empty() || line.starts_with('#'))
        && rows.iter().flatten().all(|cell| cell.trim().is_empty())
}

fn unreadable_record(subject: &Subject<'_>) -> Result<(), String> {
    let mut wrong = subject.refused.clone();
    wrong.extend(subject.reading.errors());
    wrong.extend(subject.problems(&subject.reading));
    if wrong.is_empty() { Ok(()) } else { Err(wrong.join("\n    ")) }
}

fn duplicate_id(subject: &Subject<'_>) -> Result<(), String> {
    let studies = subject.reading.studies.iter().map(|study| &study.id);
    let findings = subject.reading.findings.iter().map(|finding| &finding.id);
    for ids in [studies.collect::<Vec<_>>(), findings.collect()] {
        let mut seen = BTreeSet::new();
        if let Some(twice) = ids.iter().find(|id| !seen.insert(**id)) {
            return Err(format!("`{twice}` is given twice"));
        }
    }
    Ok(())
}

fn stray_id(subject: &Subject<'_>) -> Result<(), String> {
    let own = format!("{}/", subject.material.source);
    if let Some(stray) = subject.reading.studies.iter().find(|one| !one.id.starts_with(&own)) {
        return Err(format!("the id `{}` of a study does not begin with `{own}`", stray.id));
    }
    for document in subject.documents() {
        let (_, findings) = subject.reading.of_document(&document.name);
        for finding in findings {
            let study = finding.study.as_deref().and_then(|id| id.strip_prefix(&own));
            let under = |name: &str| finding.id.starts_with(&format!("{name}/"));
            if !under(document.stem()) && !study.is_some_and(under) {
                return Err(format!("the id `{}` begins with no study", finding.id));
            }
        }
    }
    Ok(())
}

fn dangling_reference(subject: &Subject<'_>) -> Result<(), String> {
    let own = format!("{}/", subject.material.source);
    let ids: BTreeSet<_> =
        subject.reading.findings.iter().map(|finding| finding.id.as_str()).collect();
    for finding in &subject.reading.findings {
        let leads_nowhere =
            |id: &&String| id.strip_prefix(&own).is_some_and(|name| !ids.contains(name));
        if let Some(id) = finding.references().find(leads_nowhere) {
            return Err(format!("`{}` refers to `{id}`, which does not exist", finding.id));
        }
    }
    Ok(())
}
