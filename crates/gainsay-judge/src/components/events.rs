//! Propositions and universes as the events of a problem of coherence.

use gainsay_claims::{
    EvidenceBase, Proposition,
    claim::{Base, Claim},
    relation::Relation as Lies,
    vocabulary::{PropositionRelation, RelationKind, Vocabulary},
    wire::Join,
};

use super::bearing::{Bearing, parts};
use crate::{
    coherence::{
        CoherenceError, Condition, Event, Formula, LARGEST_EVENTS, Literal, Logic, Relation,
    },
    evidence::Admitted,
};

/// The events of claims about one population.
pub(super) struct Events {
    /// Propositions; the first events.
    pub(super) propositions: Vec<Proposition>,
    /// Universes within the population; the events that follow.
    universes: Vec<String>,
    /// Whether all claims are about one base, so that nobody outside it matters.
    has_one_base: bool,
}

impl Events {
    /// Every proposition and universe that bears on the claims; without the propositions on
    /// which there is no claim where they are too many.
    pub(super) fn of(
        bearing: &Bearing<'_, '_>,
        people: &[&Admitted<'_>],
        base: &EvidenceBase,
    ) -> Self {
        let specific = |one: &Admitted<'_>| one.claim.base.specific(&base.vocabulary).join("/");
        let has_one_base = people.iter().all(|one| specific(one) == specific(people[0]));
        let mut universes: Vec<String> = Vec::new();
        if !has_one_base {
            let steps = people.iter().flat_map(|one| one.claim.base.steps.iter().skip(1));
            universes.extend(steps.map(|step| step.who.clone()));
            universes.sort_unstable();
            universes.dedup();
        }
        let mut propositions = bearing.propositions.clone();
        if propositions.len() + universes.len() > LARGEST_EVENTS {
            let claimed: Vec<_> =
                people.iter().flat_map(|one| parts(&one.claim.proposition)).collect();
            propositions.retain(|one| claimed.contains(one));
        }
        Self { propositions, universes, has_one_base }
    }

    /// Whether bases within the population matter.
    pub(super) fn has_universes(&self) -> bool {
        !self.universes.is_empty()
    }

    /// How the events are tied.
    ///
    /// # Errors
    /// [`CoherenceError::TooManyEvents`] or [`CoherenceError::Unsatisfiable`].
    pub(super) fn logic(
        &self,
        relations: &[&PropositionRelation],
        vocabulary: &Vocabulary,
    ) -> Result<Logic, CoherenceError> {
        let mut tied: Vec<Relation> =
            relations.iter().flat_map(|relation| self.relation(relation)).collect();
        for inner in &self.universes {
            for outer in &self.universes {
                if vocabulary.relate_universes(inner, outer) == Lies::Within {
                    let pair = self.universe(inner).zip(self.universe(outer));
                    tied.extend(pair.map(|(inner, outer)| Relation::Implies(inner, outer)));
                }
            }
        }
        Logic::new(self.propositions.len() + self.universes.len(), tied)
    }

    /// The share that a claim states.
    pub(super) fn share(&self, claim: &Claim) -> Formula {
        let outcome = self.outcome(&claim.proposition);
        Formula::within(self.base(&claim.base, claim.base.steps.len()), outcome)
    }

    /// The share that a step of a base has of the step before; none of the first.
    pub(super) fn step(&self, base: &Base, step: usize) -> Option<Formula> {
        let universe = self.universe(&base.steps.get(step)?.who)?;
        Some(Formula::within(self.base(base, step), Condition::event(universe)))
    }

    pub(super) fn proposition(&self, proposition: &Proposition) -> Option<Event> {
        self.propositions.iter().position(|one| one == proposition)
    }

    fn universe(&self, name: &str) -> Option<Event> {
        let place = self.universes.iter().position(|one| one == name)?;
        Some(self.propositions.len() + place)
    }

    fn outcome(&self, proposition: &Proposition) -> Condition {
        let events = parts(proposition).into_iter().map(|part| self.proposition(&part));
        let joined = proposition.joined.as_ref();
        let negated = joined.into_iter().flat_map(|(_, others)| others).map(|one| one.negated);
        let literals = events
            .zip(std::iter::once(false).chain(negated))
            .filter_map(|(event, negated)| Some(Literal { event: event?, holds: !negated }))
            .collect();
        match joined {
            Some((Join::Or, _)) => Condition::Any(literals),
            _ => Condition::All(literals),
        }
    }

    /// Those who are in every one of the first steps of a base but the outermost.
    fn base(&self, base: &Base, steps: usize) -> Condition {
        if self.has_one_base {
            return Condition::everybody();
        }
        let inner = base.steps.iter().take(steps).skip(1);
        let literals = inner.filter_map(|step| self.universe(&step.who));
        Condition::All(literals.map(|event| Literal { event, holds: true }).collect())
    }

    /// A relation as far as its propositions are events: of a partition that lacks some,
    /// no two of the others still hold.
    fn relation(&self, relation: &PropositionRelation) -> Vec<Relation> {
        let events: Vec<Event> =
            relation.of.iter().filter_map(|one| self.proposition(one)).collect();
        let is_whole = events.len() == relation.of.len();
        match (relation.kind, &events[..]) {
            (RelationKind::Implies, &[one, other]) if is_whole => {
                vec![Relation::Implies(one, other)]
            }
            (RelationKind::Complement, &[one, other]) if is_whole => {
                vec![Relation::Complement(one, other)]
            }
            (RelationKind::Partition, _) if is_whole => vec![Relation::Partition(events)],
            (RelationKind::Excludes | RelationKind::Partition, _) => {
                vec![Relation::Excludes(events)]
            }
            (RelationKind::Equivalent, _) => {
                events.windows(2).map(|pair| Relation::Equivalent(pair[0], pair[1])).collect()
            }
            (RelationKind::Implies | RelationKind::Complement, _) => Vec::new(),
        }
    }
}
