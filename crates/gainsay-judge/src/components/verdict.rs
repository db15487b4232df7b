//! Whether the claims about one population can all hold.

use gainsay_claims::EvidenceBase;
use num_traits::ToPrimitive;

use super::{
    bearing::{Bearing, parts},
    events::Events,
    stated::{Stated, state},
};
use crate::{
    coherence::{Bounds, CoherenceError, Condition, Conflict, Formula, Logic, Problem, Rational},
    evidence::Admitted,
    judgement::{
        Coherence, ComponentJudgement, ImpliedShare, Incoherence, WeightedBound, WeightedSum,
    },
    stats::{Alpha, Interval, Thresholds},
};

/// An implied interval is told if it is at most so wide, or at most so wide as a part of
/// what the claims on the proposition itself leave open.
const NARROW: f64 = 0.5;

/// Judges the claims about one population; nothing where they do not bear on each other.
pub(super) fn judge(
    bearing: &Bearing<'_, '_>,
    people: &[&Admitted<'_>],
    base: &EvidenceBase,
    thresholds: &Thresholds,
) -> Option<ComponentJudgement> {
    let events = Events::of(bearing, people, base);
    let mut stated = state(people, &events, base, thresholds);
    let is_one_share = stated.iter().all(|one| one.formula == stated[0].formula);
    if is_one_share {
        return None;
    }
    let coherence = events
        .logic(&bearing.relations, &base.vocabulary)
        .and_then(|logic| decide(&logic, &mut stated, &events, thresholds))
        .unwrap_or_else(Coherence::Undecided);
    let mut claims: Vec<String> = people.iter().map(|one| one.claim.id.clone()).collect();
    claims.sort_unstable();
    Some(ComponentJudgement { claims, propositions: bearing.propositions.clone(), coherence })
}

/// Decides whether all can hold. What another part of the judge tells already is taken
/// out, the least trusted share first, until the rest can hold or contradicts each other
/// across studies and propositions.
fn decide(
    logic: &Logic,
    stated: &mut Vec<Stated<'_, '_>>,
    events: &Events,
    thresholds: &Thresholds,
) -> Result<Coherence, CoherenceError> {
    // Bonferroni: if all are measured on one population, then all intervals hold it with
    // probability 1 - alpha at least, and the shares can all hold.
    let alpha =
        Alpha::new(thresholds.alpha.value() / stated.len() as f64).unwrap_or(thresholds.alpha);
    let problem = |stated: &[Stated<'_, '_>]| {
        let statements: Result<_, _> =
            stated.iter().map(|one| one.statement(alpha, thresholds)).collect();
        Problem::new(logic.clone(), statements?)
    };
    loop {
        let all = problem(stated)?;
        let Some(conflict) = all.solve()?.conflict else {
            return Ok(Coherence::Coherent(implied(&all, stated, events, alpha, thresholds)?));
        };
        let minimal: Vec<_> = conflict.minimal.iter().map(|&one| stated[one].clone()).collect();
        if !is_told_elsewhere(&minimal) {
            let own = problem(&minimal)?.solve()?.conflict.unwrap_or(conflict);
            return Ok(Coherence::Incoherent(incoherence(&own, &minimal, alpha, thresholds)));
        }
        let Some(&last) = conflict.minimal.last() else {
            return Ok(Coherence::Coherent(Vec::new()));
        };
        stated.remove(last);
    }
}

/// Whether shares that cannot all hold are of one study, or a pair that is compared as
/// such: on one proposition, or on a compound and one of its parts.
fn is_told_elsewhere(minimal: &[Stated<'_, '_>]) -> bool {
    let is_one_study = minimal.iter().all(|one| one.by.study.id == minimal[0].by.study.id);
    let is_pair = match minimal {
        [one, other] if one.base.is_none() && other.base.is_none() => {
            let [one, other] = [one, other].map(|one| &one.by.claim.proposition);
            parts(one).contains(other) || parts(other).contains(one)
        }
        _ => false,
    };
    is_one_study || is_pair
}

fn incoherence(
    conflict: &Conflict,
    minimal: &[Stated<'_, '_>],
    alpha: Alpha,
    thresholds: &Thresholds,
) -> Incoherence {
    let sum = conflict.certificate.as_ref().map(|certificate| {
        let terms = certificate.terms.iter();
        WeightedSum {
            terms: terms
                .map(|term| WeightedBound {
                    member: term.statement,
                    end: term.end,
                    weight: to_f64(&term.multiplier),
                })
                .collect(),
            excess: to_f64(&certificate.shortfall),
        }
    });
    Incoherence {
        members: minimal.iter().filter_map(|one| one.member(alpha, thresholds)).collect(),
        distance: to_f64(&conflict.widening),
        sum,
    }
}

/// The shares that all together leave to a proposition, where that is much less than the
/// claims on it leave, or where there is no such claim.
fn implied(
    problem: &Problem,
    stated: &[Stated<'_, '_>],
    events: &Events,
    alpha: Alpha,
    thresholds: &Thresholds,
) -> Result<Vec<ImpliedShare>, CoherenceError> {
    let mut found = Vec::new();
    for proposition in &events.propositions {
        let Some(event) = events.proposition(proposition) else { continue };
        let asked = Formula::share(Condition::event(event));
        let own = stated.iter().filter(|one| one.formula == asked);
        let widths =
            own.filter_map(|one| one.interval(alpha, thresholds)).map(|one| one.hi - one.lo);
        let narrowest = widths.fold(1.0, f64::min);
        let Some(bounds) = problem.implied(&asked)? else { continue };
        let share = interval(&bounds);
        if share.hi - share.lo <= NARROW * narrowest {
            found.push(ImpliedShare { proposition: proposition.clone(), share });
        }
    }
    Ok(found)
}

fn interval(bounds: &Bounds) -> Interval {
    let (lo, hi) = bounds.to_f64();
    Interval { lo, hi }
}

/// The nearest floating-point number; all that is converted here is finite.
fn to_f64(exact: &Rational) -> f64 {
    exact.to_f64().unwrap_or_default()
}
