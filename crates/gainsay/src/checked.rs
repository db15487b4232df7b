//! Everything that is found in a base.

use gainsay_cite::Library;
use gainsay_claims::{Diagnostic, EvidenceBase};
use gainsay_host::Loaded;
use gainsay_judge::{Judgement, judge};

/// A base, what the judge makes of it, and what is found in it.
#[derive(Debug)]
pub(crate) struct Checked {
    /// The base.
    pub(crate) base: EvidenceBase,
    /// The judgement, without its diagnostics.
    pub(crate) judgement: Judgement,
    /// What is wrong with the input, then what the rules find, each in its own order.
    pub(crate) found: Vec<Diagnostic>,
}

impl Checked {
    /// Looks for everything.
    pub(crate) fn new(loaded: Loaded) -> Self {
        let mut judgement = judge(&loaded.base);
        let mut found = loaded.diagnostics;
        found.append(&mut Library::read(&loaded.base).1);
        found.append(&mut judgement.diagnostics);
        Self { base: loaded.base, judgement, found }
    }
}
