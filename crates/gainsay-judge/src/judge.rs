//! The whole way from an evidence base to its judgement.

use std::collections::HashMap;

use gainsay_claims::{EvidenceBase, Proposition, claim::Claim, policy::Policy, side_by_side};

use crate::{
    citations::judge_citations,
    components::judge_components,
    compounds::add_bounds,
    contrasts::Contrasts,
    evidence::{Admitted, admit},
    groups::{form_groups, judge_groups},
    judgement::{
        Evidence, GroupJudgement, HouseDifference, Judgement, LeftOut, PairJudgement,
        PropositionJudgement,
    },
    orders::judge_orders,
    pair::judge_pairs,
    reading::put_in_order,
    rules,
    sanity::{self, Flaw, Flawed},
    stats::{Closeness, Thresholds},
    thresholds::thresholds,
    waves::judge_waves,
};

/// Judges every proposition of a base. The answer depends on the claims,
/// studies, vocabulary and policy alone, not on the order they were read in.
pub fn judge(base: &EvidenceBase) -> Judgement {
    let thresholds = thresholds(&base.policy);
    let flaws = sanity::find(base);
    let Admissions { propositions, mut admitted, left_out } =
        Admissions::new(base.claims.values(), base, &flaws, &thresholds);
    let contrasts = Contrasts::collect(&admitted, base);
    let components = judge_components(&admitted, base, &thresholds);
    add_bounds(&propositions, &mut admitted, &thresholds);
    let compared = side_by_side(admitted, |one| Compared::new(one, base, &thresholds));
    let formed = compared.iter().map(|one| (&one.admitted[..], &one.formed[..]));
    let groups = judge_groups(formed, &thresholds);
    let told = propositions.into_iter().zip(left_out).zip(compared.into_iter().zip(groups));
    let propositions: Vec<_> = told
        .map(|((proposition, left_out), (compared, groups))| {
            compared.judgement(proposition.clone(), left_out, groups)
        })
        .collect();
    let orders = judge_orders(&propositions, base, &thresholds);
    let mut judgement = Judgement {
        flaws,
        propositions,
        orders,
        components,
        contrasts,
        citations: judge_citations(base),
        diagnostics: Vec::new(),
    };
    let found = side_by_side(rules::ALL.iter().collect(), |rule| rule.find(&judgement, base));
    let mut diagnostics = found.into_iter().flatten().collect();
    put_in_order(&mut diagnostics, &judgement, base.policy.alpha);
    judgement.diagnostics = diagnostics;
    judgement
}

/// How the claims that are kept compare on each proposition, pair by pair and in order, where
/// studies that state no design effect have this one: as [`judge`] finds it, without all else
/// that it looks for. Flaws stay what they were found to be in the whole base. For who asks what
/// less evidence or another assumption would change.
pub fn compare(
    base: &EvidenceBase,
    flaws: &[Flaw],
    design_effect: f64,
    keeps: &dyn Fn(&Claim) -> bool,
) -> Vec<(Proposition, Vec<PairJudgement>)> {
    let thresholds = thresholds(&Policy { design_effect, ..base.policy });
    let kept = base.claims.values().filter(|claim| keeps(claim));
    let Admissions { propositions, mut admitted, .. } =
        Admissions::new(kept, base, flaws, &thresholds);
    add_bounds(&propositions, &mut admitted, &thresholds);
    let compared = propositions.into_iter().zip(admitted);
    compared
        .map(|(one, admitted)| (one.clone(), judge_pairs(&admitted, base, &thresholds).0))
        .collect()
}

/// What counts as evidence on a proposition, before anything is compared.
#[derive(Clone, Debug)]
pub struct Weighed {
    /// The proposition.
    pub proposition: Proposition,
    /// The claims that are evidence on it, in order of id, each with the size of its base that
    /// any plausible survey reaches.
    pub evidence: Vec<(Evidence, u64)>,
    /// Claims on it that are not compared, and why.
    pub left_out: Vec<LeftOut>,
}

/// Finds what counts as evidence on every proposition of a base, as [`judge`] does, but for the
/// bounds that claims on several propositions together set for each.
pub fn weigh(base: &EvidenceBase) -> Vec<Weighed> {
    let thresholds = thresholds(&base.policy);
    let flaws = sanity::find(base);
    let Admissions { propositions, admitted, left_out } =
        Admissions::new(base.claims.values(), base, &flaws, &thresholds);
    let weighed = propositions.into_iter().zip(admitted).zip(left_out);
    let weighed = weighed.map(|((proposition, admitted), left_out)| Weighed {
        proposition: proposition.clone(),
        evidence: admitted.into_iter().map(|one| (one.evidence, one.floor)).collect(),
        left_out,
    });
    weighed.collect()
}

/// The claims on a proposition, held against each other, but for its groups.
struct Compared<'a> {
    admitted: Vec<Admitted<'a>>,
    pairs: Vec<PairJudgement>,
    // Invariant: places in `admitted`.
    formed: Vec<Vec<usize>>,
    houses: Vec<HouseDifference>,
    closeness: Option<Closeness>,
}

impl<'a> Compared<'a> {
    fn new(admitted: Vec<Admitted<'a>>, base: &EvidenceBase, thresholds: &Thresholds) -> Self {
        let (pairs, places) = judge_pairs(&admitted, base, thresholds);
        let placed = || pairs.iter().zip(places.iter().copied());
        let formed = form_groups(&admitted, placed());
        let (houses, closeness) = judge_waves(&admitted, placed(), thresholds);
        Self { admitted, pairs, formed, houses, closeness }
    }

    fn judgement(
        self,
        proposition: Proposition,
        left_out: Vec<LeftOut>,
        groups: Vec<GroupJudgement>,
    ) -> PropositionJudgement {
        let Self { admitted, pairs, houses, closeness, .. } = self;
        let evidence = admitted.into_iter().map(|one| one.evidence).collect();
        PropositionJudgement { proposition, evidence, pairs, groups, houses, closeness, left_out }
    }
}

/// What counts as evidence on each proposition, and what does not; all in one order.
struct Admissions<'a> {
    propositions: Vec<&'a Proposition>,
    admitted: Vec<Vec<Admitted<'a>>>,
    left_out: Vec<Vec<LeftOut>>,
}

impl<'a> Admissions<'a> {
    fn new(
        of: impl Iterator<Item = &'a Claim>,
        base: &'a EvidenceBase,
        flaws: &[Flaw],
        thresholds: &Thresholds,
    ) -> Self {
        let mut claims: HashMap<&Proposition, Vec<&Claim>> = HashMap::new();
        for claim in of {
            claims.entry(&claim.proposition).or_default().push(claim);
        }
        let mut claims: Vec<_> = claims.into_iter().collect();
        claims.sort_unstable_by_key(|(proposition, _)| *proposition);
        let flawed = Flawed::new(flaws, base);
        let (propositions, claims): (Vec<_>, Vec<_>) = claims.into_iter().unzip();
        let admitted = side_by_side(claims, |claims| admit(&claims, base, &flawed, thresholds));
        let (admitted, left_out) = admitted.into_iter().unzip();
        Self { propositions, admitted, left_out }
    }
}
