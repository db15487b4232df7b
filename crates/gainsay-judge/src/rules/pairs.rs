//! Diagnostics that are made of pairs of claims.

use std::collections::BTreeSet;

use gainsay_claims::{
    Check, Diagnostic, EvidenceBase,
    diagnostic::{Note, Subject},
    facts::{Fact, PairFact},
    policy::Policy,
};

use crate::{
    comparability::comparisons,
    judgement::{
        Distance, Evidence, Judgement, Needed, Outcome, PairJudgement, PropositionJudgement, Size,
    },
    stats::{BreakEven, PairTest, UnknownSizeVerdict},
};

/// How many pairs a diagnostic shows; the table of the proposition has the rest.
const SHOWN: usize = 6;

/// Makes one diagnostic for each proposition with pairs that a rule concerns.
pub(super) fn diagnose(
    check: &'static Check,
    judged: &Judgement,
    base: &EvidenceBase,
    concerns: impl Fn(&PairJudgement) -> bool,
) -> Vec<Diagnostic> {
    let propositions = judged.propositions.iter();
    propositions.filter_map(|one| diagnose_one(check, one, base, &concerns)).collect()
}

/// Makes the one diagnostic about those pairs of a proposition that a rule
/// concerns, the most telling first: of the best grade, with the smallest p,
/// then with the smallest break-even size.
fn diagnose_one(
    check: &'static Check,
    judged: &PropositionJudgement,
    base: &EvidenceBase,
    concerns: impl Fn(&PairJudgement) -> bool,
) -> Option<Diagnostic> {
    let mut pairs: Vec<_> = judged.pairs.iter().filter(|pair| concerns(pair)).collect();
    if pairs.is_empty() {
        return None;
    }
    // Stable: equals stay in the order of their ids.
    pairs.sort_by(|one, other| {
        let ((p, size), (other_p, other_size)) = (surprise(one), surprise(other));
        let grades = one.grade.cmp(&other.grade);
        grades.then(p.total_cmp(&other_p)).then(size.cmp(&other_size))
    });
    let shown = shown(&pairs, base);
    let more = pairs.len() - shown.len();
    let subject = Subject::Proposition(judged.proposition.clone());
    let mut diagnostic = labelled(Diagnostic::new(check, subject), &shown, base);
    diagnostic.notes = shown.iter().map(|pair| note(pair, judged, base)).collect();
    if more == 0 {
        return Some(diagnostic);
    }
    Some(diagnostic.note(Fact::More { count: more, proposition: judged.proposition.clone() }))
}

/// The pairs to show: the most telling one, then each that brings in a study not
/// yet shown. So every study that takes part is seen once before any is seen
/// with all of its partners.
fn shown<'a>(pairs: &[&'a PairJudgement], base: &EvidenceBase) -> Vec<&'a PairJudgement> {
    let study = |id: &str| base.claims.get(id).and_then(|claim| claim.study());
    let mut seen = BTreeSet::new();
    let new = |pair: &&&PairJudgement| {
        let one = seen.insert(study(&pair.left));
        let other = seen.insert(study(&pair.right));
        one || other
    };
    pairs.iter().filter(new).take(SHOWN).copied().collect()
}

/// Whether two independent claims conflict, or would in any plausible survey.
/// Two claims that may be one piece of evidence do not contradict each other.
/// Nor do two waves of one publisher: that is a trend.
pub(super) fn is_contradiction(pair: &PairJudgement) -> bool {
    is_independent(pair) && pair.is_conflict()
}

/// Whether two claims are two pieces of evidence on one state of affairs.
pub(super) fn is_independent(pair: &PairJudgement) -> bool {
    pair.dependence.is_none() && !pair.trend
}

/// The p of a pair and its break-even size, where it has them; the less, the
/// more surprising. No pair without p comes before one that has it.
fn surprise(pair: &PairJudgement) -> (f64, u64) {
    match &pair.outcome {
        Outcome::Tested { test, .. } => (test.p, 0),
        Outcome::Untested { break_even, .. } => match break_even {
            BreakEven::At(size) => (f64::INFINITY, *size),
            BreakEven::Never | BreakEven::Overlap => (f64::INFINITY, u64::MAX),
        },
    }
}

/// Points to each claim of the pairs once.
fn labelled(
    mut diagnostic: Diagnostic,
    pairs: &[&PairJudgement],
    base: &EvidenceBase,
) -> Diagnostic {
    let mut seen = BTreeSet::new();
    for id in pairs.iter().flat_map(|pair| [&pair.left, &pair.right]) {
        let Some(claim) = base.claims.get(id).filter(|_| seen.insert(id)) else {
            continue;
        };
        diagnostic = diagnostic.label(claim.at.clone(), Fact::Claim { id: id.clone() });
    }
    diagnostic
}

/// What is known of a pair: how far apart, how sure, how comparable, how
/// independent.
fn note(pair: &PairJudgement, judged: &PropositionJudgement, base: &EvidenceBase) -> Note {
    let mut facts = apart(pair, &base.policy);
    facts.extend(certainty(pair));
    let evidence = [&pair.left, &pair.right].map(|claim| judged.evidence_of(claim));
    facts.extend(evidence.into_iter().flatten().filter_map(assumed));
    facts.extend(comparability(pair, base));
    facts.extend(
        pair.dependence
            .as_ref()
            .map(|found| PairFact::Dependent { declared: found.declared, why: found.why.clone() }),
    );
    Note {
        about: vec![pair.left.clone(), pair.right.clone()],
        facts: facts.into_iter().map(Fact::Pair).collect(),
    }
}

fn apart(pair: &PairJudgement, policy: &Policy) -> Vec<PairFact> {
    let (gap, odds) = match &pair.outcome {
        Outcome::Tested { test, .. } => (test.gap, test.odds),
        Outcome::Untested { gap, odds, .. } => (*gap, *odds),
    };
    let mut facts = vec![PairFact::Apart { gap }];
    if gap < policy.delta && odds >= policy.rho {
        facts.push(PairFact::OddsApart { ratio: odds });
    }
    facts
}

fn certainty(pair: &PairJudgement) -> Vec<PairFact> {
    match &pair.outcome {
        Outcome::Tested { test, strength, needed: size } => {
            let explained = explained(test);
            let tested =
                strength.map(|strength| PairFact::Tested { p: test.p, explained, strength });
            let size = size.as_ref().and_then(|one| needed(pair, one));
            tested.into_iter().chain(size).collect()
        }
        Outcome::Untested { known, break_even, verdict, .. } => {
            let any_plausible = matches!(verdict, UnknownSizeVerdict::AnyPlausible(_));
            let one = Needed { known: known.clone(), break_even: *break_even, any_plausible };
            needed(pair, &one).into_iter().collect()
        }
    }
}

fn needed(pair: &PairJudgement, needed: &Needed) -> Option<PairFact> {
    let Needed { known, break_even, any_plausible } = needed;
    let BreakEven::At(size) = *break_even else {
        let never = known.clone().map(|claim| PairFact::NeverEnough { claim });
        return never.filter(|_| *break_even == BreakEven::Never);
    };
    let any_plausible = *any_plausible;
    Some(match known {
        None => PairFact::BreakEven { size, any_plausible },
        Some(known) => {
            let claim = pair.other(known).to_owned();
            PairFact::BreakEvenOther { claim, size, any_plausible }
        }
    })
}

/// How far sampling error alone would reach: from the gap to the end of its
/// interval that is nearer to zero.
fn explained(test: &PairTest) -> f64 {
    let difference = test.facing.first - test.facing.second;
    if difference >= 0.0 { difference - test.ci.lo } else { test.ci.hi - difference }
}

fn assumed(evidence: &Evidence) -> Option<PairFact> {
    let Size::Assumed { n: size, of, by, .. } = evidence.size else {
        return None;
    };
    Some(PairFact::AssumedSize { claim: evidence.claim.clone(), size, of, by })
}

/// In what a pair is the same, and what each claim says where it is not.
pub(super) fn comparability(pair: &PairJudgement, base: &EvidenceBase) -> Vec<PairFact> {
    let (same, apart): (Vec<_>, Vec<_>) =
        comparisons(pair, base).into_iter().partition(|one| one.distance == Distance::Same);
    let mut facts = Vec::new();
    if !same.is_empty() {
        let dimensions = same.iter().map(|one| one.dimension).collect();
        facts.push(PairFact::Same(dimensions));
    }
    facts.extend(
        apart
            .into_iter()
            .map(|one| PairFact::Differs { dimension: one.dimension, sides: one.sides }),
    );
    facts
}

#[cfg(test)]
mod tests;
