//! Where studies agree: as much a result as where they do not.

use gainsay_claims::{Lang, Proposition};
use gainsay_judge::stats::PairVerdict;
use gainsay_judge::{Distance, Grade, Judgement, Outcome, PairJudgement, PropositionJudgement};

use crate::{
    Speaker, clean,
    lang::{colon, pick, plural, share},
};

/// How many pairs are shown of a proposition.
const SHOWN: usize = 3;

/// Propositions on which two studies agree, or one figure holds another, with
/// what sets the studies apart. Empty when there are none.
pub fn render(speaker: Speaker<'_>, judgement: &Judgement) -> String {
    let sections: Vec<String> =
        judgement.propositions.iter().filter_map(|one| speaker.agreements(one)).collect();
    if sections.is_empty() {
        return String::new();
    }
    let heading = pick(
        speaker.lang,
        [
            "in agreement, with what sets the studies apart",
            "en accord, avec ce qui distingue les études",
        ],
    );
    let heading = format!("{heading}{}", colon(speaker.lang).trim_end());
    format!("{heading}\n{}", sections.concat())
}

/// On how many propositions two studies agree.
pub(crate) fn count(speaker: Speaker<'_>, judgement: &Judgement) -> usize {
    let propositions = judgement.propositions.iter();
    propositions.filter(|one| one.pairs.iter().any(|pair| speaker.agrees(one, pair))).count()
}

impl Speaker<'_> {
    /// Whether two claims are shown to agree, or one holds the other and is
    /// narrow enough to say something: "at least 8 %" holds nearly everything.
    /// Waves of one publisher are a trend, and figures that measure several other
    /// things alike by chance; neither is an agreement. Studies that may be one
    /// piece of evidence are shown whatever sets them apart.
    fn agrees(&self, judgement: &PropositionJudgement, pair: &PairJudgement) -> bool {
        let tested = matches!(&pair.outcome,
            Outcome::Tested { test, .. } if test.verdict == PairVerdict::Agree);
        let width = |claim: &str| {
            let evidence = judgement.evidence_of(claim);
            evidence.map_or(1.0, |one| one.share.hi_f64() - one.share.lo_f64())
        };
        let widest = width(&pair.left).max(width(&pair.right));
        let holds = pair.contains && widest <= 2.0 * self.base.policy.delta;
        let comparable = pair.grade <= Grade::C || pair.dependence.is_some();
        comparable && !pair.trend && (tested || holds)
    }

    fn agreements(&self, judgement: &PropositionJudgement) -> Option<String> {
        let pairs: Vec<&PairJudgement> =
            judgement.pairs.iter().filter(|pair| self.agrees(judgement, pair)).collect();
        if pairs.is_empty() {
            return None;
        }
        let more = pairs.len().saturating_sub(SHOWN);
        let mut text = format!("  {}\n", self.proposition(&judgement.proposition));
        for pair in pairs.into_iter().take(SHOWN) {
            text += &format!(
                "    {} / {}\n",
                self.side_of(judgement, &pair.left),
                self.side_of(judgement, &pair.right),
            );
            for line in self.agreement_notes(pair) {
                text += &format!("      {line}\n");
            }
        }
        if more > 0 {
            text += &format!("    {}\n", self.more_agreements(more, &judgement.proposition));
        }
        Some(text)
    }

    fn more_agreements(&self, more: usize, proposition: &Proposition) -> String {
        let more = match self.lang {
            Lang::En => plural(self.lang, more, "more pair that agrees", "more pairs that agree"),
            Lang::Fr => plural(self.lang, more, "autre paire en accord", "autres paires en accord"),
        };
        format!("{more}{}`gainsay show '{proposition}'`", colon(self.lang))
    }

    fn side_of(&self, judgement: &PropositionJudgement, claim: &str) -> String {
        match judgement.evidence_of(claim) {
            Some(evidence) => format!("`{}` {}", clean(claim), share(self.lang, &evidence.share)),
            None => format!("`{}`", clean(claim)),
        }
    }

    fn agreement_notes(&self, pair: &PairJudgement) -> Vec<String> {
        let mut notes = vec![match (pair.contains, self.lang) {
            (true, Lang::En) => "by inclusion: one figure holds the other".to_owned(),
            (true, Lang::Fr) => {
                "par inclusion\u{a0}: l'un des chiffres contient l'autre".to_owned()
            }
            (false, Lang::En) => "shown to be the same, as far as it matters".to_owned(),
            (false, Lang::Fr) => "parts équivalentes, à ce qui compte près".to_owned(),
        }];
        let apart: Vec<_> = pair
            .distances
            .iter()
            .filter(|(_, one)| matches!(one, Distance::Different | Distance::Unknown))
            .map(|(dimension, _)| dimension)
            .collect();
        if !apart.is_empty() {
            let apart = self.dimensions(&apart);
            notes.push(match self.lang {
                Lang::En => format!("different or not disclosed: {apart}"),
                Lang::Fr => format!("différents ou non communiqués\u{a0}: {apart}"),
            });
        }
        if let Some(dependence) = &pair.dependence {
            notes.push(self.dependent(dependence.declared, &dependence.why));
        }
        notes
    }
}
