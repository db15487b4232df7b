//! Everything known of a proposition.

use gainsay_claims::Proposition;
use gainsay_judge::{
    Coherence, ComponentJudgement, ImpliedShare, Outcome, PairJudgement, PropositionJudgement,
    stats::BreakEven,
};

use super::Known;
use crate::{
    Speaker, clean,
    lang::{colon, grade, pick, verdict},
};

/// A proposition with all that was judged of it.
#[derive(Clone, Copy, Debug)]
pub struct ShownProposition<'a> {
    /// The proposition.
    pub proposition: &'a Proposition,
    /// Its judgement; absent when no claim is about it.
    pub judged: Option<&'a PropositionJudgement>,
    /// The claims on propositions that bear on each other, its own and others.
    components: &'a [ComponentJudgement],
}

impl<'a> ShownProposition<'a> {
    /// What claims of a population together imply about it, with these claims.
    pub(crate) fn implied(&self) -> impl Iterator<Item = (&'a ImpliedShare, &'a [String])> {
        let proposition = self.proposition;
        self.components.iter().flat_map(move |component| {
            let implied = match &component.coherence {
                Coherence::Coherent(implied) => &implied[..],
                Coherence::Incoherent(_) | Coherence::Undecided(_) => &[],
            };
            let own = implied.iter().filter(move |one| one.proposition == *proposition);
            own.map(|one| (one, &component.claims[..]))
        })
    }
}

impl<'a> Known<'a> {
    pub(super) fn proposition(&self, id: &str) -> Option<ShownProposition<'a>> {
        let components = &self.judgement.components[..];
        let mut judged = self.judgement.propositions.iter();
        let judged = judged.find(|one| one.proposition.to_string() == id);
        let mut implied = components.iter().flat_map(|component| &component.propositions);
        let proposition = match judged {
            Some(judged) => &judged.proposition,
            None => implied.find(|one| one.to_string() == id)?,
        };
        Some(ShownProposition { proposition, judged, components })
    }
}

impl Speaker<'_> {
    pub(super) fn proposition_lines(&self, shown: ShownProposition<'_>) -> Vec<String> {
        let mut lines = vec![shown.proposition.to_string(), self.proposition(shown.proposition)];
        lines.extend(shown.judged.into_iter().flat_map(|judged| self.judged_lines(judged)));
        lines.extend(shown.implied().map(|(one, claims)| {
            format!("  {}", self.implied([one.share.lo, one.share.hi], claims))
        }));
        lines
    }

    fn judged_lines(&self, judgement: &PropositionJudgement) -> Vec<String> {
        let mut lines = Vec::new();
        lines.extend(self.claims_where(|claim| judgement.evidence_of(&claim.id).is_some()));
        for pair in &judgement.pairs {
            let says = self.outcome_of(pair);
            lines.push(format!(
                "  {} / {}{}{says}",
                clean(&pair.left),
                clean(&pair.right),
                colon(self.lang)
            ));
            lines.push(format!("    {}", grade(self.lang, pair.grade)));
            if pair.trend {
                let trend = [
                    "waves of one publisher: a difference is a trend",
                    "vagues d'un même éditeur\u{a0}: une différence est une tendance",
                ];
                lines.push(format!("    {}", pick(self.lang, trend)));
            }
        }
        for left_out in &judgement.left_out {
            let not_compared = pick(self.lang, ["not compared", "non comparé"]);
            lines.push(format!(
                "  {}{}{not_compared}, {}",
                clean(&left_out.claim),
                colon(self.lang),
                self.reason(&left_out.reason)
            ));
        }
        lines
    }

    /// What the figures of a pair say.
    fn outcome_of(&self, pair: &PairJudgement) -> String {
        match &pair.outcome {
            Outcome::Tested { test, .. } => verdict(self.lang, test.verdict).to_owned(),
            Outcome::Untested { verdict, break_even: BreakEven::At(size), known: None, .. } => {
                let needed = self.break_even(*size, false);
                format!("{}; {needed}", self.unknown(*verdict))
            }
            Outcome::Untested { verdict, .. } => self.unknown(*verdict).to_owned(),
        }
    }
}
