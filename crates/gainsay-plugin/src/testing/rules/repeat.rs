//! The same document, the same records.

use super::Rule;
use crate::{Document, testing::subject::Subject};

pub(super) const UNSTABLE: Rule = Rule {
    id: "unstable",
    why: "the same input must give the same report, byte for byte",
    fix: "use no clock, no random number, no address and no order of a hash map",
    check: unstable,
};

pub(super) const DEPENDS_ON_OTHER_DOCUMENTS: Rule = Rule {
    id: "depends-on-other-documents",
    why: "a document that is added, removed or renamed must not change what the others say",
    fix: "keep nothing between two calls of `read`",
    check: depends_on_other_documents,
};

fn unstable(subject: &Subject<'_>) -> Result<(), String> {
    let again = subject.read(subject.documents())?;
    match again == subject.reading {
        true => Ok(()),
        false => Err("a second reading differs from the first".to_owned()),
    }
}

/// Reads the documents in reverse, and each alone or with those that it goes with, so that
/// batches end elsewhere.
fn depends_on_other_documents(subject: &Subject<'_>) -> Result<(), String> {
    let backwards = subject.read(subject.documents().into_iter().rev().collect())?;
    for part in subject.parts() {
        let alone = subject.read(part.clone())?;
        for Document { name, .. } in part {
            let all = subject.reading.of_document(&name);
            if backwards.of_document(&name) != all {
                return Err(format!("{name} reads differently when the documents are reversed"));
            }
            if alone.of_document(&name) != all {
                return Err(format!("{name} reads differently when it is read alone"));
            }
        }
    }
    Ok(())
}
