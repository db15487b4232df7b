//! Two figures of a study that have changed places: "65 % trust social media and 47 % search
//! engines", where it is the other way round.

use std::{collections::HashSet, sync::Arc};

use gainsay_claims::{
    EvidenceBase,
    claim::{Claim, Statement},
    facts::{Match, MatchReason},
};

use super::{CheckedFigure, Outcome};
use crate::{
    lexicon::Term,
    said::Said,
    score::{FigureFit, fit},
};

/// What the words of a figure's own clause name.
pub(super) fn named_beside(said: &Said<'_>) -> Vec<Arc<Term>> {
    said.in_clause().map(|near| Arc::clone(&near.hit.term)).collect()
}

/// Holds two figures of a sentence each against the claim of the other, where the words beside
/// each name what only the other's is about. Returns the draft's claims that are none then.
pub(super) fn tell(
    figures: &mut [CheckedFigure],
    named: &[Vec<Arc<Term>>],
    base: &EvidenceBase,
) -> Vec<String> {
    let mut dropped = Vec::new();
    for second in 1..figures.len() {
        for first in 0..second {
            let places = [first, second];
            let [Some(one), Some(other)] = places.map(|at| matched(&figures[at])) else { continue };
            let claims = [one, other].map(|found| base.claims.get(&found.claim));
            let [Some(first_claim), Some(second_claim)] = claims else { continue };
            if first_claim.study() != second_claim.study() {
                continue;
            }
            let [of_first, of_second] = [first_claim, second_claim].map(|one| terms(one, base));
            let are_swapped = names_only(&named[first], &of_second, &of_first)
                && names_only(&named[second], &of_first, &of_second)
                && is_another(&figures[first], second_claim)
                && is_another(&figures[second], first_claim);
            if are_swapped {
                let outcomes = [differs(other), differs(one)];
                for (at, outcome) in places.into_iter().zip(outcomes) {
                    figures[at].outcome = outcome;
                    dropped.extend(figures[at].claim.take());
                }
            }
        }
    }
    dropped
}

fn matched(figure: &CheckedFigure) -> Option<&Match> {
    match &figure.outcome {
        Outcome::Found(found) if found.reasons.contains(&MatchReason::SameFigure) => Some(found),
        _ => None,
    }
}

/// Whether words name something that one claim alone is about, and nothing that the other one
/// alone is.
fn names_only(named: &[Arc<Term>], own: &HashSet<Term>, others: &HashSet<Term>) -> bool {
    let names = |terms: &HashSet<Term>, without: &HashSet<Term>| {
        named.iter().any(|term| terms.contains(&**term) && !without.contains(&**term))
    };
    names(own, others) && !names(others, own)
}

/// Whether a figure cannot be that of a claim.
fn is_another(figure: &CheckedFigure, claim: &Claim) -> bool {
    fit(&figure.figure.reading.quantity, claim) == FigureFit::Other
}

/// What a claim is about, and which answer it counts.
fn terms(claim: &Claim, base: &EvidenceBase) -> HashSet<Term> {
    if !matches!(claim.statement, Statement::Share(_)) {
        return HashSet::new();
    }
    let concept = &claim.proposition.concept;
    let values = claim.proposition.facets.iter();
    let values = values.map(|(facet, value)| Term::Value(facet.clone(), value.clone()));
    let scale = base.vocabulary.concepts.get(concept).and_then(|one| one.scale.clone());
    let step = scale.zip(claim.said.cut.clone()).map(|(scale, step)| Term::Step(scale, step));
    values.chain(step).chain([Term::Concept(concept.clone())]).collect()
}

/// The claim of the other figure, whose figure this one is not.
fn differs(other: &Match) -> Outcome {
    let mut held = other.clone();
    for reason in &mut held.reasons {
        if *reason == MatchReason::SameFigure {
            *reason = MatchReason::OtherFigure;
        }
    }
    Outcome::Differs(held)
}
