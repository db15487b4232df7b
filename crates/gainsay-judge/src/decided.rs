//! Shares among those who decided: what a different treatment of don't-knows does.

use gainsay_claims::{EvidenceBase, claim::Claim, facts::PairFact};

use crate::judgement::{Evidence, PairJudgement, PropositionJudgement, Size};

/// Compares two shares without those who did not know, where both studies tell how
/// many said yes and how many said no, and some said neither.
///
/// `z` is the difference over `√(p₁q₁/n₁ + p₂q₂/n₂)`, with the decided part of each
/// base as `n`.
pub(crate) fn decided(
    pair: &PairJudgement,
    judged: &PropositionJudgement,
    base: &EvidenceBase,
) -> Option<PairFact> {
    let [left, right] = [&pair.left, &pair.right].map(|id| Decided::of(id, judged, base));
    let (left, right) = (left?, right?);
    if left.part + right.part > 2.0 - 1e-9 {
        return None;
    }
    let z = (left.share - right.share).abs() / (left.variance()? + right.variance()?).sqrt();
    Some(PairFact::Decided { shares: [left.share, right.share], z })
}

/// Those who said yes or no.
struct Decided {
    /// The share of yes among them.
    share: f64,
    /// What part of the base they are.
    part: f64,
    /// The number of cases in the base.
    n: Option<f64>,
}

impl Decided {
    fn of(id: &str, judged: &PropositionJudgement, base: &EvidenceBase) -> Option<Self> {
        let (evidence, claim) = (judged.evidence_of(id)?, base.claims.get(id)?);
        let yes = evidence.middle.filter(|_| !claim.said.negated)?;
        let others = judged.evidence.iter().filter_map(|one| base.claims.get(one.claim.as_ref()));
        let no = others.filter(|other| is_counterpart(claim, other)).find_map(published)?;
        let part = yes + no;
        (part > 0.0).then(|| Self { share: yes / part, part, n: cases(evidence) })
    }

    fn variance(&self) -> Option<f64> {
        let n = self.n? * self.part;
        Some(self.share * (1.0 - self.share) / n)
    }
}

/// Whether a claim tells who said no, of those of whom the other tells who said yes.
fn is_counterpart(yes: &Claim, no: &Claim) -> bool {
    no.said.negated
        && no.said.undecided
        && no.study() == yes.study()
        && no.base == yes.base
        && no.population == yes.population
        && no.period == yes.period
        && no.wording == yes.wording
}

/// The share as published, those who said no.
fn published(claim: &Claim) -> Option<f64> {
    claim.evidence()?.middle()
}

fn cases(evidence: &Evidence) -> Option<f64> {
    match evidence.size {
        Size::Published { .. } => Some(evidence.size.cases()?.value()),
        Size::Unknown | Size::Census | Size::Assumed { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::sample::Sample;

    use super::*;
    use crate::{
        fixtures::{Told, base as base_of, told},
        judge,
    };

    fn poll(source: &str, yes: &str, no: &str, n: u64) -> [Told; 2] {
        let of = |share| told(source).share(share).size(Sample::Exactly(n));
        let no = of(no).named("no").with(|_, claim| {
            claim.said.negated = true;
            claim.said.undecided = true;
        });
        [of(yes), no]
    }

    fn found(polls: [[Told; 2]; 2]) -> Option<PairFact> {
        let base = base_of(polls.into_iter().flatten());
        let judged = judge(&base);
        let one = &judged.propositions[0];
        let pair = one.pairs.iter().find(|pair| {
            &*pair.left == "fixture-a/survey/bought" && &*pair.right == "fixture-b/survey/bought"
        });
        decided(pair.expect("the two are paired"), one, &base)
    }

    // 45 of 87 of 1,500 against 54 of 98 of 3,487: 0.0338 / √(0.2497/1305 + 0.2474/3417).
    #[test]
    fn shares_are_of_those_who_decided() {
        let polls =
            [poll("fixture-a", "45 %", "42 %", 1500), poll("fixture-b", "54 %", "44 %", 3487)];
        let Some(PairFact::Decided { shares: [left, right], z }) = found(polls) else {
            panic!("both tell who decided");
        };
        assert!((left - 0.5172).abs() < 1e-4 && (right - 0.5510).abs() < 1e-4);
        assert!((z - 2.08).abs() < 0.005, "{z}");
    }

    #[test]
    fn where_everybody_decided_nothing_is_said() {
        let polls =
            [poll("fixture-a", "58 %", "42 %", 1500), poll("fixture-b", "54 %", "46 %", 3487)];
        assert_eq!(found(polls), None);
    }
}
