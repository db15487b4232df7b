//! Studies that reviewers hold to be no evidence: what they take out of a judgement.

use gainsay_claims::{claim::Claim, facts::Rejected};
use gainsay_judge::Judgement;

use crate::{
    Speaker, clean,
    lang::{pick, plural},
};

/// A study that a reviewer rejected, of which claims would have been judged.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rejection<'a> {
    /// Who rejected which study, and why.
    pub(crate) rejected: &'a Rejected,
    /// How many of its claims are about what was judged.
    pub(crate) claims: usize,
}

impl<'a> Speaker<'a> {
    /// One for each reviewer of a rejected study, in order of study.
    pub(crate) fn rejections(&self, judgement: &Judgement) -> Vec<Rejection<'a>> {
        let judged = |claim: &&Claim| {
            let mut propositions = judgement.propositions.iter();
            propositions.any(|one| one.proposition == *claim.proposition)
        };
        let mut rejections = Vec::new();
        for (study, by) in &self.base.rejected {
            let of_study = |claim: &&Claim| claim.study() == Some(study);
            let claims = self.base.claims.values().filter(of_study).filter(judged).count();
            let by = by.iter().filter(|_| claims > 0);
            rejections.extend(by.map(|rejected| Rejection { rejected, claims }));
        }
        rejections
    }

    /// ``2 claims of `fixture-b/2013` (A. Reviewer, 2 October 2026): …``.
    pub(crate) fn rejection(&self, rejection: &Rejection<'_>) -> String {
        let Rejection { rejected, claims } = rejection;
        let texts = [["claim of", "claims of"], ["affirmation de", "affirmations de"]];
        let [one, many] = pick(self.lang, texts);
        let claims = plural(self.lang, *claims, one, many);
        format!("{claims} `{}` {}", clean(&rejected.study), self.rejected_by(rejected))
    }
}
