//! Documents and files that are broken, or made to break their reader: each is told of
//! where it is, and nothing else is lost.

#![cfg(unix)]

#[path = "hostile/documents.rs"]
mod documents;
#[path = "hostile/exports.rs"]
mod exports;
#[path = "hostile/links.rs"]
mod links;

use std::path::{Path, PathBuf};

use gainsay_claims::{Diagnostic, diagnostic::Subject};
use gainsay_host::Loaded;
use gainsay_tests::{
    small,
    tree::{self, Tree},
};

/// A folder of its own for the files of a base.
fn folder(name: &str, files: &Tree) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("hostile").join(name);
    tree::write(&folder, files);
    folder
}

/// Two good studies.
fn good() -> Tree {
    small::contradicting()
}

/// What is told: the check, and the document that a place or the subject names.
fn told(loaded: &Loaded) -> Vec<(&str, String)> {
    let name = |one: &Diagnostic| match (one.labels.first(), &one.subject) {
        (Some(label), _) => format!("{}:{}", label.at.document, label.at.span.start),
        (None, Subject::Name(name)) => name.clone(),
        (None, subject) => format!("{subject:?}"),
    };
    loaded.diagnostics.iter().map(|one| (one.check.id, name(one))).collect()
}

/// The claims, with all that they say.
fn claims(loaded: &Loaded) -> String {
    format!("{:?}", loaded.base.claims)
}
