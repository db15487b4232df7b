//! Everything that is found in a base.

use gainsay_cite::Library;
use gainsay_claims::{Diagnostic, EvidenceBase, facts::Recorded};
use gainsay_judge::{Judgement, judge};
use gainsay_verdict::Review;

use crate::base::Opened;

/// A base, what the judge makes of it, and what is found in it.
#[derive(Debug)]
pub(crate) struct Checked {
    /// The base.
    pub(crate) base: EvidenceBase,
    /// The judgement, without its diagnostics.
    pub(crate) judgement: Judgement,
    /// What is wrong with the input and with verdicts, then what the rules find, with what
    /// became of it, each in its own order.
    pub(crate) found: Vec<Diagnostic>,
    /// Every answer of reviewers, in order of file.
    pub(crate) record: Vec<Recorded>,
}

impl Checked {
    /// Looks for everything, and holds it against what reviewers answered.
    pub(crate) fn new(opened: Opened) -> Self {
        let Opened { base, diagnostics: mut found, verdicts, today } = opened;
        let mut judgement = judge(&base);
        found.append(&mut Library::read(&base).1);
        let review = Review::new(&judgement.diagnostics, &base, &verdicts, today);
        review.mark(&mut judgement.diagnostics);
        found.append(&mut review.diagnostics(&verdicts, &base, today));
        found.append(&mut judgement.diagnostics);
        let record = review.history(&verdicts, today);
        Self { base, judgement, found, record }
    }
}
