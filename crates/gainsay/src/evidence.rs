//! A base made ready to hold drafts against.

use gainsay_claims::{Check, EvidenceBase, document::Document};
use gainsay_draft::{Checked, Checker, Draft};
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
        let digest = |name: &str| digest(&self.base, &self.judgement, name);
        let mut checked = self.checker.check(&draft, &self.base, &self.judgement, &digest);
        checked.diagnostics.retain(|one| is_shown(one.check));
        let base = with_draft(&self.base, &draft, &checked);
        Linted { draft, base, checked }
    }
}

/// A base with a draft as a document and what it says as claims, so that diagnostics can
/// show both.
fn with_draft(base: &EvidenceBase, draft: &Draft, checked: &Checked) -> EvidenceBase {
    let mut base = base.clone();
    let document = Document::text(draft.name.clone(), draft.text.clone());
    base.documents.insert(draft.name.clone(), document);
    base.claims.extend(checked.claims.clone());
    base
}

/// The digest of the table of a proposition as the base has it now, as drafts carry it.
pub(crate) fn digest(base: &EvidenceBase, judgement: &Judgement, name: &str) -> Option<String> {
    let judged = judgement.propositions.iter().find(|one| one.proposition.to_string() == name)?;
    Some(format!("sha256:{}", table::digest(&Table::new(base, judged))))
}
