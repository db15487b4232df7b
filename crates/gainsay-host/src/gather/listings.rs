//! What plugins list of documents that are no text, and what they compute from any.

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
        Some(old) if old.table.is_some() && old.table != new.table => {
            Err(Problem::DuplicateId { id: name })
        }
        Some(old) if old.origin == Origin::File => Err(Problem::DuplicateId { id: name }),
        _ => {
            base.documents.insert(name, new);
            Ok(())
        }
    }
}

/// Tells of the documents of a source that are no text and that its plugin, which
/// complains of nothing, did not read either.
pub(super) fn tell_unread(source: &str, loaded: &mut Loaded) {
    let Some(state) = loaded.base.sources.get_mut(source) else { return };
    for document in loaded.base.documents.values() {
        if !state.has_document(&document.name) {
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
