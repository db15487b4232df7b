//! A base made ready to hold drafts against.

use gainsay_claims::{Check, EvidenceBase, document::Document};
use gainsay_draft::{Checker, Draft};
use gainsay_judge::{Judgement, judge};
use gainsay_report::{
    Linted,
    table::{self, Table},
};

/// A base and what follows from it, whatever the draft.
pub(crate) struct Evidence {
    /// The base.
    pub(crate) base: EvidenceBase,
    /// What the judge makes of it.
    pub(crate) judgement: Judgement,
    checker: Checker,
}

impl Evidence {
    /// Judges a base and prepares its words.
    pub(crate) fn new(base: EvidenceBase) -> Self {
        Self { checker: Checker::new(&base), judgement: judge(&base), base }
    }

    /// Checks a draft, and keeps of what is wrong with it what is shown.
    pub(crate) fn check(&self, draft: Draft, is_shown: &dyn Fn(&Check) -> bool) -> Linted {
        let mut base = self.base.clone();
        let document = Document::text(draft.name.clone(), draft.text.clone());
        base.documents.insert(draft.name.clone(), document);
        let mut judgement = self.judgement.clone();
        let mut checked = self.checker.check(&draft, &mut base, &mut judgement, &digest);
        checked.diagnostics.retain(|one| is_shown(one.check));
        Linted { draft, base, checked }
    }
}

/// The digest of the table of a proposition as the base has it now, as drafts carry it.
pub(crate) fn digest(base: &EvidenceBase, judgement: &Judgement, name: &str) -> Option<String> {
    let judged = judgement.propositions.iter().find(|one| one.proposition.to_string() == name)?;
    Some(format!("sha256:{}", table::digest(&Table::new(base, judged))))
}
