//! Whether the claims about one population can all hold.

use gainsay_claims::{
    EvidenceBase,
    vocabulary::{PropositionRelation, Vocabulary},
};
use num_traits::ToPrimitive;

use super::{
    bearing::{Bearing, parts},
    events::Events,
    stated::{Stated, state},
};
use crate::{
    coherence::{Certificate, CoherenceError, Condition, Formula, Problem, Rational},
    evidence::Admitted,
    judgement::{
        Coherence, ComponentJudgement, ImpliedShare, Incoherence, WeightedBound, WeightedSum,
    },
    stats::{Alpha, Interval, Thresholds},
};

/// An implied interval is told if it is at most this part as wide as what the claims on
/// the proposition itself leave open: from 0 to 1 where there is no such claim.
const NARROW: f64 = 0.5;

/// Judges the claims about one population; nothing where all are on one share.
pub(super) fn judge(
    bearing: &Bearing<'_, '_>,
    people: &[&Admitted<'_>],
    base: &EvidenceBase,
    thresholds: &Thresholds,
) -> Option<ComponentJudgement> {
    let events = Events::of(bearing, people, base);
    let stated = state(people, &events, base, thresholds);
    if stated.iter().all(|one| one.formula == stated[0].formula) {
        return None;
    }
    // Bonferroni: if all were measured on one population, then all intervals hold its shares
    // with probability 1 - alpha at least, and they cohere.
    let alpha = Alpha::new(thresholds.alpha.value() / stated.len() as f64).ok()?;
    let population = Population { events, vocabulary: &base.vocabulary, alpha, thresholds };
    let coherence = population.decide(&bearing.relations, stated);
    let mut claims: Vec<String> = people.iter().map(|one| one.claim.id.clone()).collect();
    claims.sort_unstable();
    Some(ComponentJudgement {
        claims,
        propositions: bearing.propositions.clone(),
        coherence: coherence.unwrap_or_else(Coherence::Undecided),
    })
}

/// What a population is divided by, and how shares of it are taken.
struct Population<'a> {
    events: Events,
    vocabulary: &'a Vocabulary,
    alpha: Alpha,
    thresholds: &'a Thresholds,
}

impl Population<'_> {
    /// Decides whether all shares can hold. What another part of the judge tells already is
    /// taken out, the least trusted share first, until the rest can hold or contradicts each
    /// other across studies and propositions.
    fn decide(
        &self,
        relations: &[&PropositionRelation],
        mut stated: Vec<Stated<'_, '_>>,
    ) -> Result<Coherence, CoherenceError> {
        let claimed = stated.len();
        loop {
            let tightest = self.tightest(&stated);
            let problem = self.problem(relations, &tightest)?;
            let Some(conflict) = problem.solve()?.conflict else {
                let is_whole = stated.len() == claimed;
                let implied =
                    if is_whole { self.implied(&problem, &tightest)? } else { Vec::new() };
                return Ok(Coherence::Coherent(implied));
            };
            let minimal: Vec<_> = conflict.minimal.iter().map(|&at| tightest[at].clone()).collect();
            if !is_told_elsewhere(&minimal) {
                return self.incoherence(relations, &minimal).map(Coherence::Incoherent);
            }
            let Some(last) = minimal.last() else {
                return Ok(Coherence::Coherent(Vec::new()));
            };
            stated.retain(|one| !one.is(last));
        }
    }

    /// Of the claims on each share those with the highest lower and the lowest upper end,
    /// the first of equals; the others say nothing more.
    fn tightest<'s, 'b>(&self, stated: &[Stated<'s, 'b>]) -> Vec<Stated<'s, 'b>> {
        let ended: Vec<(&Stated<'s, 'b>, Interval)> = stated
            .iter()
            .filter_map(|one| Some((one, one.interval(self.alpha, self.thresholds)?)))
            .collect();
        let is_tightest = |place: usize, slack: fn(&Interval) -> f64| {
            let (own, interval) = &ended[place];
            let others =
                ended.iter().enumerate().filter(|(_, (one, _))| one.formula == own.formula);
            others.into_iter().all(|(other, (_, end))| {
                let order = slack(interval).total_cmp(&slack(end));
                order.is_lt() || (order.is_eq() && place <= other)
            })
        };
        (0..ended.len())
            .filter(|&place| is_tightest(place, |one| -one.lo) || is_tightest(place, |one| one.hi))
            .map(|place| ended[place].0.clone())
            .collect()
    }

    fn problem(
        &self,
        relations: &[&PropositionRelation],
        stated: &[Stated<'_, '_>],
    ) -> Result<Problem, CoherenceError> {
        let logic = self.events.logic(relations, self.vocabulary)?;
        let statements = stated.iter().map(|one| one.statement(self.alpha, self.thresholds));
        Problem::new(logic, statements.collect::<Result<_, _>>()?)
    }

    /// Tells how shares contradict each other that cannot all hold though all but one can.
    fn incoherence(
        &self,
        relations: &[&PropositionRelation],
        minimal: &[Stated<'_, '_>],
    ) -> Result<Incoherence, CoherenceError> {
        let relations = self.needed(relations, minimal)?;
        let conflict = self.problem(&relations, minimal)?.solve()?.conflict;
        let members = minimal.iter().filter_map(|one| one.member(self.alpha, self.thresholds));
        Ok(Incoherence {
            members: members.collect(),
            relations: relations.into_iter().cloned().collect(),
            distance: conflict.as_ref().map_or(0.0, |one| to_f64(&one.widening)),
            sum: conflict.and_then(|one| one.certificate).as_ref().map(WeightedSum::from),
        })
    }

    /// Drops every relation without which the shares still cannot all hold.
    fn needed<'r>(
        &self,
        relations: &[&'r PropositionRelation],
        minimal: &[Stated<'_, '_>],
    ) -> Result<Vec<&'r PropositionRelation>, CoherenceError> {
        let mut needed = relations.to_vec();
        for relation in relations {
            let mut others = needed.clone();
            others.retain(|one| !std::ptr::eq(*one, *relation));
            if !self.problem(&others, minimal)?.solve()?.is_coherent() {
                needed = others;
            }
        }
        Ok(needed)
    }

    /// The shares that all together leave to a proposition, where that is much less than the
    /// claims on it leave.
    fn implied(
        &self,
        problem: &Problem,
        stated: &[Stated<'_, '_>],
    ) -> Result<Vec<ImpliedShare>, CoherenceError> {
        let mut found = Vec::new();
        for (event, proposition) in self.events.propositions.iter().enumerate() {
            let asked = Formula::share(Condition::event(event));
            let own = stated.iter().filter(|one| one.formula == asked);
            let intervals = own.filter_map(|one| one.interval(self.alpha, self.thresholds));
            let narrowest = intervals.map(|one| one.hi - one.lo).fold(1.0, f64::min);
            let Some(bounds) = problem.implied(&asked)? else { continue };
            let (lo, hi) = bounds.to_f64();
            if hi - lo <= NARROW * narrowest {
                let (proposition, share) = (proposition.clone(), Interval { lo, hi });
                found.push(ImpliedShare { proposition, share });
            }
        }
        Ok(found)
    }
}

/// Whether shares that cannot all hold are of one study, or a pair that is compared as
/// such: on one proposition, or on a compound and one of its parts.
fn is_told_elsewhere(minimal: &[Stated<'_, '_>]) -> bool {
    let is_one_study = minimal.iter().all(|one| one.by.study.id == minimal[0].by.study.id);
    let is_pair = match minimal {
        [one, other] if one.base.is_none() && other.base.is_none() => {
            let [one, other] = [one, other].map(|one| &one.by.claim.proposition);
            parts(one).contains(other) || parts(other).contains(one) || one == other
        }
        _ => false,
    };
    is_one_study || is_pair
}

impl From<&Certificate> for WeightedSum {
    fn from(certificate: &Certificate) -> Self {
        let terms = certificate.terms.iter().map(|term| WeightedBound {
            member: term.statement,
            end: term.end,
            weight: to_f64(&term.multiplier),
        });
        Self { terms: terms.collect(), excess: to_f64(&certificate.shortfall) }
    }
}

/// The nearest floating-point number; all that is converted here is finite.
fn to_f64(exact: &Rational) -> f64 {
    exact.to_f64().unwrap_or_default()
}
