//! What plugins list of documents that are no text, and what they compute from any.

use std::collections::BTreeSet;

use gainsay_claims::{
    Diagnostic, EvidenceBase,
    checks::BROKEN_DOCUMENT,
    diagnostic::Subject,
    document::{Document, Origin},
    facts::{Fact, Problem},
    wire::Listing,
};

use crate::load::Loaded;

/// Keeps what a plugin listed of a document that is no text, or, as a part of it, what it
/// computed from one that is. The same again is the same document: two others may name it.
pub(super) fn add_listing(
    source: &str,
    listing: Listing,
    base: &mut EvidenceBase,
) -> Result<(), Problem> {
    let name = listing.name();
    let unknown = || Problem::UnknownDocument { name: name.clone() };
    let original = base.documents.get_mut(&listing.document);
    let is_own = base.sources.get(source).is_some_and(|one| one.has_document(&listing.document));
    let original = original.filter(|_| is_own).ok_or_else(unknown)?;
    match original.origin {
        // Its own text stays what it is.
        Origin::File if listing.part.is_none() => return Err(unknown()),
        Origin::File => {}
        Origin::Unread(_) | Origin::Listed => original.origin = Origin::Listed,
    }
    let new = Document::listing(&name, listing.entries);
    match base.documents.get(&name) {
        Some(old) if old.table.is_some() && (&old.table, &old.text) != (&new.table, &new.text) => {
            Err(Problem::DuplicateId { id: name })
        }
        Some(old) if old.origin == Origin::File => Err(Problem::DuplicateId { id: name }),
        _ => {
            base.documents.insert(name, new);
            Ok(())
        }
    }
}

/// Tells of the documents of a source that are no text and that its plugin did not read
/// either, except those that it did not come to read: what it complains of is such a document
/// itself, or may be what says how to read it.
pub(super) fn tell_unread(source: &str, broken: &BTreeSet<String>, loaded: &mut Loaded) {
    let Some(state) = loaded.base.sources.get_mut(source) else { return };
    let documents = &loaded.base.documents;
    let broken: Vec<_> = broken.iter().filter_map(|name| documents.get(name)).collect();
    for document in documents.values() {
        let may_be_of = |one: &&Document| {
            let file = file_name(&document.name);
            stem(&one.name) == stem(&document.name) || one.text.contains(file)
        };
        if !state.has_document(&document.name) || broken.iter().any(may_be_of) {
            continue;
        }
        if let Origin::Unread(why) = &document.origin {
            state.lost += 1;
            let problem = Problem::Unread {
                source: source.to_owned(),
                plugin: state.plugin.clone(),
                file: document.name.clone(),
                why: why.clone(),
            };
            loaded.diagnostics.push(
                Diagnostic::new(&BROKEN_DOCUMENT, Subject::Name(document.name.clone()))
                    .note(Fact::Problem(problem)),
            );
        }
    }
}

/// The name of a document without its folders.
fn file_name(name: &str) -> &str {
    name.rsplit_once('/').map_or(name, |(_, file)| file)
}

/// The same without its ending.
fn stem(name: &str) -> &str {
    let file = file_name(name);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}
