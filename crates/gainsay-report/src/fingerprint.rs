//! By what a result is known again after its lines have moved.

use std::collections::BTreeMap;

use gainsay_claims::Diagnostic;
use sha2::{Digest as _, Sha256};

use crate::{Found, Paths};

/// The name of the fingerprint; the number changes when what goes into it does.
pub(crate) const NAME: &str = "gainsayFinding/v1";

/// How often each content was seen, so that equal results of one file stay apart.
#[derive(Debug, Default)]
pub(crate) struct Fingerprints {
    seen: BTreeMap<String, usize>,
}

impl Fingerprints {
    /// The fingerprint of a diagnostic: a digest of its rule, its file, its subject and
    /// the words that it points to. Lines and columns, levels and sentences are no part
    /// of it.
    pub(crate) fn of(
        &mut self,
        found: &Found<'_>,
        diagnostic: &Diagnostic,
        paths: &Paths,
    ) -> String {
        let content = content(found, diagnostic, paths);
        let count = self.seen.entry(content.clone()).or_default();
        *count += 1;
        digest(&format!("{content}\0{count}"))
    }
}

/// The digest of a text that fingerprints are: 32 hexadecimal digits.
pub(crate) fn digest(text: &str) -> String {
    sha256(text, 16)
}

/// The first bytes of a SHA-256 digest, in hexadecimal.
pub(crate) fn sha256(content: impl AsRef<[u8]>, bytes: usize) -> String {
    Sha256::digest(content).iter().take(bytes).map(|byte| format!("{byte:02x}")).collect()
}

fn content(found: &Found<'_>, diagnostic: &Diagnostic, paths: &Paths) -> String {
    let at = found.place(diagnostic);
    let document = found.speaker.base.documents.get(&at.document);
    let words = document.and_then(|document| document.text.get(at.span.clone()));
    let subject = diagnostic.subject.to_string();
    let path = paths.of(&at.document);
    [diagnostic.check.id, &path, &subject, words.unwrap_or_default()].join("\0")
}
