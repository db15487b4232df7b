//! Claims on several propositions that no population satisfies together.

use std::collections::BTreeSet;

use gainsay_claims::{
    Check, CheckGroup, Diagnostic, EvidenceBase, Level,
    diagnostic::{Note, Subject, Text},
    facts::{Bound, CoherenceFact, Fact, Says},
};

use super::Rule;
use crate::{
    coherence::End,
    judgement::{Coherence, ComponentJudgement, Incoherence, Judgement, Member},
};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

/// Each claim would have to be off by as much as the policy holds to matter.
static CHECK: Check = check(Level::Error);

/// They cannot all hold, and need not be off by so much.
static SMALL: Check = check(Level::Warning);

const fn check(level: Level) -> Check {
    Check {
        id: "incoherent-claims",
        group: CheckGroup::Coherence,
        level,
        headline: Text {
            en: "claims that bear on “{}” cannot all hold",
            fr: "des affirmations qui touchent à «\u{a0}{}\u{a0}» ne peuvent pas être toutes vraies",
        },
        help: Text {
            en: "do not cite these shares together, or name what sets the studies apart",
            fr: "ne pas citer ces parts ensemble, ou nommer ce qui distingue les études",
        },
        explanation: include_str!("incoherent-claims.md"),
    }
}

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    let mut told: Vec<(&ComponentJudgement, &Incoherence)> = Vec::new();
    for component in &judged.components {
        let Coherence::Incoherent(found) = &component.coherence else { continue };
        // Of the populations of a component the one that is furthest from coherence.
        let same = told.iter_mut().find(|(one, _)| one.propositions == component.propositions);
        match same {
            Some(earlier) if earlier.1.distance < found.distance => *earlier = (component, found),
            Some(_) => {}
            None => told.push((component, found)),
        }
    }
    told.into_iter().filter_map(|(_, found)| diagnose(found, base)).collect()
}

fn diagnose(found: &Incoherence, base: &EvidenceBase) -> Option<Diagnostic> {
    let check = if found.distance >= base.policy.delta { &CHECK } else { &SMALL };
    let first = base.claims.get(&found.members.first()?.claim)?;
    let mut diagnostic =
        Diagnostic::new(check, Subject::Proposition(first.proposition.as_ref().clone()));
    let mut seen = BTreeSet::new();
    for claim in found.members.iter().filter_map(|member| base.claims.get(&member.claim)) {
        if seen.insert(&claim.id) {
            let fact = CoherenceFact::Claim { id: claim.id.clone() };
            diagnostic = diagnostic.label(claim.at.clone(), Fact::Coherence(fact));
            diagnostic = diagnostic.resting_on([claim.id.as_str()]);
        }
    }
    let (distance, shares) = (found.distance, found.members.len());
    let mut facts: Vec<CoherenceFact> =
        found.relations.iter().cloned().map(CoherenceFact::Relation).collect();
    facts.push(CoherenceFact::Distance { distance, shares });
    facts.extend(sum(found));
    facts.extend(people(found, base));
    facts.extend(found.members.iter().filter_map(assumed));
    let facts = facts.into_iter().map(Fact::Coherence).collect();
    diagnostic.notes.push(Note { about: Vec::new(), facts });
    Some(diagnostic)
}

fn sum(found: &Incoherence) -> Option<CoherenceFact> {
    let sum = found.sum.as_ref()?;
    let bounds = sum.terms.iter().filter_map(|term| {
        let Member { claim, base, interval, .. } = found.members.get(term.member)?;
        let says = match term.end {
            End::Lo => Says::AtLeast(interval.lo),
            End::Hi => Says::AtMost(interval.hi),
            End::Base | End::Order => Says::Somebody,
        };
        let (claim, base, weight) = (claim.clone(), base.clone(), term.weight);
        Some(Bound { claim, base, says, weight })
    });
    Some(CoherenceFact::Sum { bounds: bounds.collect(), excess: sum.excess })
}

/// Those whom all claims are about, or of whom they are parts.
fn people(found: &Incoherence, base: &EvidenceBase) -> Option<CoherenceFact> {
    let claims = found.members.iter().filter_map(|member| base.claims.get(&member.claim));
    let widest = claims.min_by_key(|claim| claim.base.steps.len())?;
    let universe = widest.base.steps.first()?.who.clone();
    let regions = widest.population.regions.clone()?;
    Some(CoherenceFact::People { universe, regions })
}

fn assumed(member: &Member) -> Option<CoherenceFact> {
    let (claim, size) = (member.claim.clone(), member.assumed?);
    Some(CoherenceFact::AssumedSize { claim, size })
}
