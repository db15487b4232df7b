//! What a text says beside a base: claims that cite and are no evidence.

use std::collections::BTreeMap;

use gainsay_claims::{Diagnostic, EvidenceBase, claim::Claim};

use crate::{
    citations::judge_stated,
    judgement::{CitationJudgement, Judgement},
    rules::{opposite_finding, refuted_agreement, refuted_universal},
};

/// A text and the base that it is held against, which does not hold its claims.
#[derive(Clone, Copy, Debug)]
pub struct Stated<'a> {
    /// What the text says, by id.
    pub claims: &'a BTreeMap<String, Claim>,
    /// The base.
    pub base: &'a EvidenceBase,
    /// What the judge makes of the base.
    pub judgement: &'a Judgement,
}

impl<'a> Stated<'a> {
    /// Compares the citations of the text with what they restate, in order of id.
    pub fn citations(&self) -> Vec<CitationJudgement> {
        judge_stated(self.claims.values(), self.base)
    }

    /// What the rule `opposite-finding` finds in the text.
    pub fn opposite_findings(&self) -> Vec<Diagnostic> {
        opposite_finding::find_in(|| self.claims.values(), self.base)
    }

    /// What the rule `refuted-universal` finds in the text.
    pub fn refuted_universals(&self) -> Vec<Diagnostic> {
        refuted_universal::find_in(self.claims.values(), self.judgement, self.base)
    }

    /// What the rule `refuted-agreement` finds in the text.
    pub fn refuted_agreements(&self) -> Vec<Diagnostic> {
        refuted_agreement::find_in(self.claims.values(), self)
    }

    /// A claim of the text or of the base.
    pub(crate) fn claim(&self, id: &str) -> Option<&'a Claim> {
        self.claims.get(id).or_else(|| self.base.claims.get(id))
    }
}
