//! A base made ready to hold drafts against.

use std::{mem, sync::OnceLock, thread};

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
    judgement: OnceLock<Judgement>,
    checker: Checker,
}

impl Evidence {
    /// Prepares the words of a base.
    pub(crate) fn new(base: EvidenceBase) -> Self {
        Self { checker: Checker::new(&base), judgement: OnceLock::new(), base }
    }

    /// What the judge makes of the base, which is judged when that is first asked for.
    pub(crate) fn judgement(&self) -> &Judgement {
        self.judgement.get_or_init(|| judge(&self.base))
    }

    /// The base alone. The rest is left to the system, which takes all of a process's memory back
    /// at once when it ends; to give it back piece by piece takes milliseconds.
    pub(crate) fn into_base(self) -> EvidenceBase {
        let Self { base, judgement, checker } = self;
        mem::forget((judgement, checker));
        base
    }

    /// Checks a draft, and keeps of what is wrong with it what is shown.
    pub(crate) fn check(&self, draft: Draft, is_shown: &dyn Fn(&Check) -> bool) -> Linted {
        let mut checked = thread::scope(|scope| {
            // Most of the draft can be read before anybody asks what the judge makes of the base.
            if self.judgement.get().is_none() {
                scope.spawn(|| {
                    self.judgement();
                });
            }
            let digest = |name: &str| digest(&self.base, self.judgement(), name);
            self.checker.check_meanwhile(&draft, &self.base, || self.judgement(), &digest)
        });
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
