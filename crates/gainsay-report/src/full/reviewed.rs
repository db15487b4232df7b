//! What reviewers settled and whoever writes has to know all the same.

use gainsay_claims::{
    Diagnostic,
    facts::{ReviewState, Status},
};
use gainsay_judge::Judgement;

use crate::{
    Speaker, clean,
    lang::{colon, pick},
};

impl Speaker<'_> {
    /// Studies that reviewers hold to be no evidence, of which claims would have been judged:
    /// a line for each reviewer, with the reason.
    pub(super) fn rejected_studies(&self, judgement: &Judgement) -> String {
        let rejections = self.rejections(judgement);
        let text: String =
            rejections.iter().map(|one| format!("  {}\n", self.rejection(one))).collect();
        let lead = pick(self.lang, ["rejected by reviewers:", "rejeté par des relecteurs\u{a0}:"]);
        if text.is_empty() { text } else { format!("{lead}\n{text}") }
    }

    /// What reviewers hold to be contradictions, a line each: whoever writes has to know.
    pub(super) fn confirmed(&self, shown: &[Diagnostic]) -> String {
        let mut text = String::new();
        for diagnostic in shown {
            let Some(review) = &diagnostic.review else { continue };
            if review.state != ReviewState::Settled(Status::Confirmed) {
                continue;
            }
            let answers: Vec<String> =
                review.answers.iter().map(|one| self.answer_given(one)).collect();
            let (headline, key) = (self.headline(diagnostic), clean(&diagnostic.key()));
            text += &format!("  {headline} [{key}]{}{}\n", colon(self.lang), answers.join("; "));
        }
        let lead =
            pick(self.lang, ["confirmed by reviewers:", "confirmé par des relecteurs\u{a0}:"]);
        if text.is_empty() { text } else { format!("{lead}\n{text}") }
    }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::{Lang, facts::Rejected};
    use jiff::civil::date;

    use super::*;
    use crate::fixture;

    #[test]
    fn a_rejected_study_tells_why_it_is_none() {
        let mut base = fixture::base();
        let judgement = fixture::judgement(&base);
        let rejected = |study: &str| Rejected {
            study: study.to_owned(),
            who: "A. Reviewer <a@example.org>".to_owned(),
            on: date(2026, 10, 2),
            reason: "a panel of one".to_owned(),
        };
        for study in ["fixture-b/2013", "fixture-z/2013"] {
            base.rejected.insert(study.to_owned(), vec![rejected(study)]);
        }
        let said = |lang| Speaker::new(&base, lang).rejected_studies(&judgement);
        insta::assert_snapshot!(said(Lang::En), @"
        rejected by reviewers:
          1 claim of `fixture-b/2013` (A. Reviewer, 2 October 2026): a panel of one
        ");
        insta::assert_snapshot!(said(Lang::Fr).replace('\u{a0}', "~"), @"
        rejeté par des relecteurs~:
          1 affirmation de `fixture-b/2013` (A. Reviewer, 2 octobre 2026)~: a panel of one
        ");
    }
}
