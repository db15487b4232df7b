//! Who says things: a language, and the base whose labels it uses.

use gainsay_claims::{EvidenceBase, Lang};

/// Says things about a base in one language. The sentences are in [`crate::lang`].
#[derive(Clone, Copy, Debug)]
pub struct Speaker<'a> {
    /// The base, for its labels, claims and documents.
    pub base: &'a EvidenceBase,
    /// The language.
    pub lang: Lang,
}

impl<'a> Speaker<'a> {
    /// Speaks about a base in a language.
    pub fn new(base: &'a EvidenceBase, lang: Lang) -> Self {
        Self { base, lang }
    }
}
