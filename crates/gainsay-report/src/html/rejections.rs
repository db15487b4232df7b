//! Studies that reviewers hold to be no evidence, and why.

use std::collections::BTreeSet;

use maud::{Markup, html};

use super::{limits::FINDINGS, tables::Tables};

/// What rejections are called.
const REJECTIONS: [[&str; 2]; 2] =
    [["study rejected", "studies rejected"], ["étude rejetée", "études rejetées"]];

impl Tables<'_> {
    /// Who rejected which study, folded; nothing where nobody did.
    pub(super) fn rejections(&self) -> Markup {
        let rejections = self.speaker().rejections(self.page.judgement);
        let studies: BTreeSet<&str> =
            rejections.iter().map(|one| one.rejected.study.as_str()).collect();
        html! {
            @if !rejections.is_empty() {
                details .folded {
                    summary { (self.counted(studies.len(), REJECTIONS)) }
                    p { (self.say([
                        "Reviewers hold these to be no evidence: what they say is compared with no other study.",
                        "Sans valeur de preuve aux yeux des relecteurs\u{a0}: ce qu'elles disent n'est comparé à aucune autre étude.",
                    ])) }
                    ul .answers .holds {
                        @for one in rejections.iter().take(FINDINGS) {
                            li { (self.prose(&self.speaker().rejection(one))) }
                        }
                    }
                    (self.left_out(
                        rejections.len().saturating_sub(FINDINGS),
                        [["rejection", "rejections"], ["rejet", "rejets"]],
                        &["gainsay", "check"],
                    ))
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::{Lang, facts::Rejected};
    use jiff::civil::date;

    use crate::{
        Speaker, fixture,
        html::{Page, render},
    };

    fn page(lang: Lang, rejected: &[(&str, &str)]) -> String {
        let mut base = fixture::base();
        let judgement = fixture::judgement(&base);
        for (study, who) in rejected {
            let rejected = Rejected {
                study: (*study).to_owned(),
                who: format!("{who} <a@example.org>"),
                on: date(2026, 10, 2),
                reason: "a <b>panel</b> of one".to_owned(),
            };
            base.rejected.entry((*study).to_owned()).or_default().push(rejected);
        }
        let page = Page {
            speaker: Speaker::new(&base, lang),
            judgement: &judgement,
            shown: &judgement.diagnostics,
            views: &[],
            sibling: None,
            is_live: false,
        };
        render(&page).replace('\u{a0}', "~")
    }

    #[test]
    fn what_is_rejected_is_folded_with_who_and_why() {
        let twice = [("fixture-b/2013", "A. Reviewer"), ("fixture-b/2013", "B. Reviewer")];
        let said = |lang, summary: &str| {
            let page = page(lang, &twice);
            let reading = page.split("id=\"reading\"").nth(1).expect("a section");
            let reading = reading.split("</section>").next().expect("it ends");
            let start = format!("<summary>{summary}</summary>");
            let folded = reading.split(&start).nth(1).expect("it is told");
            folded.split("</details>").next().expect("it ends").to_owned()
        };
        let english = said(Lang::En, "1 study rejected");
        let line = "<li>1 claim of <code>fixture-b/2013</code> (A. Reviewer, 2 October 2026): \
                    a &lt;b&gt;panel&lt;/b&gt; of one</li>";
        assert!(english.contains(line), "{english}");
        assert_eq!(english.matches("<li>").count(), 2, "{english}");
        let french = said(Lang::Fr, "1 étude rejetée");
        let line =
            "<li>1 affirmation de <code>fixture-b/2013</code> (B. Reviewer, 2 octobre 2026)~: ";
        assert!(french.contains(line), "{french}");
    }

    #[test]
    fn what_takes_nothing_out_is_not_told() {
        for rejected in [&[][..], &[("fixture-z/2013", "A. Reviewer")]] {
            let page = page(Lang::En, rejected);
            assert!(!page.contains("rejected</summary>"), "{page}");
        }
    }
}
