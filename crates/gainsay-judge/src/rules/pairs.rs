//! Diagnostics that are made of pairs of claims.

use std::collections::BTreeSet;

use gainsay_claims::{
    Check, Diagnostic, EvidenceBase,
    diagnostic::{Note, Subject},
    facts::{CoherenceFact, Fact, PairFact},
    policy::Policy,
};

use super::{
    claims::pointing_to,
    groups::{family_fact, group_note},
};
use crate::{
    comparability::comparisons,
    compounds::is_part,
    contrasts::Contrasts,
    decided::decided,
    judgement::{
        Comparison, Distance, Evidence, GroupJudgement, Judgement, Needed, Outcome, PairJudgement,
        PropositionJudgement, Size,
    },
    stats::{BreakEven, UnknownSizeVerdict},
};

/// How many pairs a diagnostic shows; the table of the proposition has the rest.
const SHOWN: usize = 6;

/// How many groups a diagnostic shows.
const GROUPS_SHOWN: usize = 3;

/// Makes one diagnostic for each proposition with pairs that a rule concerns.
pub(super) fn diagnose(
    check: &'static Check,
    judged: &Judgement,
    base: &EvidenceBase,
    concerns: impl Fn(&PairJudgement) -> bool,
) -> Vec<Diagnostic> {
    let propositions = judged.propositions.iter();
    propositions
        .filter_map(|one| diagnose_one(check, one, &judged.contrasts, base, &concerns))
        .collect()
}

/// Makes the one diagnostic about those pairs of a proposition that a rule
/// concerns, the most telling first: of the best grade, with the smallest p,
/// then with the smallest break-even size.
fn diagnose_one(
    check: &'static Check,
    judged: &PropositionJudgement,
    contrasts: &Contrasts,
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
    let diagnostic = Diagnostic::new(check, subject).resting_on(claims(&pairs));
    let mut diagnostic = pointing_to(diagnostic, claims(&shown), base);
    diagnostic.notes = shown.iter().map(|pair| note(pair, judged, contrasts, base)).collect();
    diagnostic.notes.extend(together(&shown, judged, base));
    if more == 0 {
        return Some(diagnostic);
    }
    Some(diagnostic.note(Fact::More { count: more, proposition: judged.proposition.clone() }))
}

fn claims<'a>(pairs: &[&'a PairJudgement]) -> impl Iterator<Item = &'a str> {
    pairs.iter().flat_map(|pair| [pair.left.as_ref(), pair.right.as_ref()])
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

/// What the largest groups that hold the shown pairs say, and how many tests were made.
fn together(
    shown: &[&PairJudgement],
    judged: &PropositionJudgement,
    base: &EvidenceBase,
) -> Vec<Note> {
    let mut groups: Vec<&GroupJudgement> = Vec::new();
    for pair in shown {
        let holds = |group: &GroupJudgement| group.holds(&pair.left) && group.holds(&pair.right);
        if groups.len() < GROUPS_SHOWN && !groups.iter().any(|group| holds(group)) {
            groups.extend(judged.groups.iter().filter(|group| holds(group)).max_by_key(size));
        }
    }
    let mut notes: Vec<_> = groups.into_iter().map(group_note).collect();
    let family = family_fact(judged, shown[0].grade, base.policy.alpha);
    notes.extend(family.map(|fact| Note { about: Vec::new(), facts: vec![fact] }));
    notes
}

/// Groups of the same size are told apart by their place: the first is shown.
fn size(group: &&GroupJudgement) -> (usize, std::cmp::Reverse<Vec<String>>) {
    (group.claims.len(), std::cmp::Reverse(group.claims.clone()))
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

/// What is known of a pair: how far apart, how sure, how comparable, how
/// independent.
fn note(
    pair: &PairJudgement,
    judged: &PropositionJudgement,
    contrasts: &Contrasts,
    base: &EvidenceBase,
) -> Note {
    let mut facts = apart(pair, judged, &base.policy);
    let claims = pair.unspoken.clone();
    facts.extend((!claims.is_empty()).then_some(PairFact::Unspoken { claims }));
    facts.extend(certainty(pair));
    let evidence = [&pair.left, &pair.right].map(|claim| judged.evidence_of(claim));
    facts.extend(evidence.into_iter().flatten().filter_map(assumed));
    facts.extend(decided(pair, judged, base));
    facts.extend(comparability(pair, contrasts, base));
    facts.extend(
        pair.dependence
            .as_ref()
            .map(|found| PairFact::Dependent { declared: found.declared, why: found.why.clone() }),
    );
    let mut facts: Vec<Fact> = facts.into_iter().map(Fact::Pair).collect();
    let compounds = [&pair.left, &pair.right].map(|id| compound(id, judged, base));
    facts.extend(compounds.into_iter().flatten().map(Fact::Coherence));
    Note { about: vec![pair.left.to_string(), pair.right.to_string()], facts }
}

/// The difference of a pair in layers: rounding, sampling, don't-knows, and what each
/// dimension that differs usually makes.
pub(crate) fn layers(
    pair: &PairJudgement,
    judged: &PropositionJudgement,
    contrasts: &Contrasts,
    base: &EvidenceBase,
) -> Vec<PairFact> {
    let mut facts = apart(pair, judged, &base.policy);
    facts.extend(certainty(pair));
    facts.extend(decided(pair, judged, base));
    facts.extend(usual(pair, contrasts));
    facts
}

/// What each dimension in which a pair is apart usually makes.
fn usual(pair: &PairJudgement, contrasts: &Contrasts) -> Vec<PairFact> {
    let apart = pair.distances.iter().filter(|(_, distance)| *distance != Distance::Same);
    apart.filter_map(|(dimension, _)| contrasts.usual(dimension, pair.gap())).collect()
}

/// What a claim counts, if it is compared as a bound of a part of that.
pub(crate) fn compound(
    id: &str,
    judged: &PropositionJudgement,
    base: &EvidenceBase,
) -> Option<CoherenceFact> {
    let counted = &base.claims.get(id)?.proposition;
    if !is_part(&judged.proposition, counted) {
        return None;
    }
    Some(CoherenceFact::Compound {
        claim: id.to_owned(),
        counted: Box::new(counted.as_ref().clone()),
        part: Box::new(judged.proposition.clone()),
        share: judged.evidence_of(id)?.share,
    })
}

fn apart(pair: &PairJudgement, judged: &PropositionJudgement, policy: &Policy) -> Vec<PairFact> {
    let (gap, odds) = (pair.gap(), pair.odds());
    let mut facts = vec![PairFact::Apart { gap, rounding: rounding(pair, judged, gap) }];
    if gap < policy.delta && odds >= policy.rho {
        facts.push(PairFact::OddsApart { ratio: odds });
    }
    facts
}

fn certainty(pair: &PairJudgement) -> Vec<PairFact> {
    match &pair.outcome {
        Outcome::Tested { test, conflict, needed: size } => {
            let tested = conflict.as_deref().map(|&(strength, reach)| PairFact::Tested {
                p: test.p,
                reach,
                strength,
            });
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
        let never = known.as_ref().map(|claim| PairFact::NeverEnough { claim: claim.to_string() });
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

/// How much nearer the facing ends are than the middles of the two sets. A bound or
/// a vague word has no middle to speak of.
fn rounding(pair: &PairJudgement, judged: &PropositionJudgement, gap: f64) -> Option<f64> {
    let middle = |claim| judged.evidence_of(claim)?.middle;
    Some(((middle(&pair.left)? - middle(&pair.right)?).abs() - gap).max(0.0))
}

fn assumed(evidence: &Evidence) -> Option<PairFact> {
    let Size::Assumed { n: size, of, by, .. } = evidence.size else {
        return None;
    };
    Some(PairFact::AssumedSize { claim: evidence.claim.to_string(), size, of, by })
}

/// In what a pair is the same, what each claim says where it is not, and what such a
/// difference usually makes.
pub(super) fn comparability(
    pair: &PairJudgement,
    contrasts: &Contrasts,
    base: &EvidenceBase,
) -> Vec<PairFact> {
    let mut facts = same_and_apart(comparisons(pair, base));
    facts.extend(usual(pair, contrasts));
    facts
}

/// The dimensions in which two claims are the same, then each in which they are not.
pub(crate) fn same_and_apart(comparisons: Vec<Comparison>) -> Vec<PairFact> {
    let (same, apart): (Vec<_>, Vec<_>) =
        comparisons.into_iter().partition(|one| one.distance == Distance::Same);
    let same: Vec<_> = same.iter().map(|one| one.dimension).collect();
    let differs =
        |one: Comparison| PairFact::Differs { dimension: one.dimension, sides: one.sides };
    let named = (!same.is_empty()).then_some(PairFact::Same(same));
    named.into_iter().chain(apart.into_iter().map(differs)).collect()
}

#[cfg(test)]
mod tests;
