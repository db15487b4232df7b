//! Everything that is found in a base.

use gainsay_cite::Library;
use gainsay_claims::{Diagnostic, EvidenceBase, facts::Recorded};
use gainsay_judge::{Judgement, judge};
use gainsay_verdict::{Review, Verdicts};
use jiff::civil::Date;

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
}

impl Checked {
    /// Looks for everything, and holds it against what reviewers answered.
    pub(crate) fn new(opened: Opened) -> Self {
        Self::with(opened, |_, _, _| ()).0
    }

    /// The same with every answer of reviewers, in order of file.
    pub(crate) fn with_record(opened: Opened) -> (Self, Vec<Recorded>) {
        Self::with(opened, |review, verdicts, today| review.history(verdicts, today))
    }

    fn with<T>(opened: Opened, tell: impl FnOnce(&Review<'_>, &Verdicts, Date) -> T) -> (Self, T) {
        let Opened { base, diagnostics: mut found, verdicts, today } = opened;
        found.append(&mut Library::faults(&base));
        let (mut judgement, review) = judged(&base, &verdicts, today);
        found.append(&mut review.diagnostics(&verdicts, &base, today));
        found.append(&mut judgement.diagnostics);
        let told = tell(&review, &verdicts, today);
        (Self { base, judgement, found }, told)
    }
}

/// What the judge makes of a base, each finding with what became of it.
pub(crate) fn judged<'a>(
    base: &EvidenceBase,
    verdicts: &'a Verdicts,
    today: Date,
) -> (Judgement, Review<'a>) {
    let mut judgement = judge(base);
    let review = Review::new(&judgement.diagnostics, base, verdicts, today);
    review.mark(&mut judgement.diagnostics, base);
    (judgement, review)
}
