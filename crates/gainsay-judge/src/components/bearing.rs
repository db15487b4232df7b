//! Which propositions bear on each other.

use std::collections::BTreeMap;

use gainsay_claims::{EvidenceBase, Proposition, vocabulary::PropositionRelation};

use crate::evidence::Admitted;

/// Propositions that bear on each other.
pub(super) struct Bearing<'a, 'b> {
    /// The propositions in order; compounds by their parts.
    pub(super) propositions: Vec<Proposition>,
    /// The relations between them, in the order of the vocabulary.
    pub(super) relations: Vec<&'a PropositionRelation>,
    /// The claims on them.
    pub(super) claims: Vec<&'a Admitted<'b>>,
}

/// Finds the connected components of the propositions, in order of their first one. A
/// proposition that nothing bears on makes none.
pub(super) fn connect<'a, 'b>(
    admitted: &'a [Vec<Admitted<'b>>],
    base: &'a EvidenceBase,
) -> Vec<Bearing<'a, 'b>> {
    let claims: Vec<&Admitted<'b>> =
        admitted.iter().flatten().filter(|one| !one.is_volatile(base)).collect();
    let mut links: Vec<Vec<Proposition>> =
        base.vocabulary.relations.iter().map(|relation| relation.of.clone()).collect();
    links.extend(claims.iter().filter(|one| ties(one)).map(|one| parts(&one.claim.proposition)));
    let mut bearings: BTreeMap<usize, Bearing<'a, 'b>> = BTreeMap::new();
    let components = components(&links);
    for (proposition, &component) in &components {
        let bearing = bearings.entry(component).or_insert_with(|| Bearing {
            propositions: Vec::new(),
            relations: Vec::new(),
            claims: Vec::new(),
        });
        bearing.propositions.push(proposition.clone());
    }
    let of = |proposition: &Proposition| components.get(&proposition.alone());
    for relation in &base.vocabulary.relations {
        let bearing = relation.of.first().and_then(of).and_then(|one| bearings.get_mut(one));
        bearing.into_iter().for_each(|bearing| bearing.relations.push(relation));
    }
    for claim in claims {
        let bearing = of(&claim.claim.proposition).and_then(|one| bearings.get_mut(one));
        bearing.into_iter().for_each(|bearing| bearing.claims.push(claim));
    }
    let mut bearings: Vec<_> = bearings.into_values().collect();
    bearings.sort_by(|one, other| one.propositions.cmp(&other.propositions));
    bearings
}

/// The propositions of which a claim tells: the parts of a compound.
pub(super) fn parts(proposition: &Proposition) -> Vec<Proposition> {
    let joined = proposition.joined.iter().flat_map(|(_, others)| others);
    let others = joined.map(|literal| literal.proposition.alone());
    std::iter::once(proposition.alone()).chain(others).collect()
}

/// Whether a claim ties propositions to each other, or its proposition to a base.
fn ties(one: &Admitted<'_>) -> bool {
    let has_base_share = one.claim.base.steps.iter().any(|step| step.share.is_some());
    one.claim.proposition.joined.is_some() || has_base_share
}

/// The number of its component for each proposition that is linked.
fn components(links: &[Vec<Proposition>]) -> BTreeMap<Proposition, usize> {
    let mut components: BTreeMap<Proposition, usize> = BTreeMap::new();
    for (fresh, link) in links.iter().enumerate() {
        let met: Vec<usize> = link.iter().filter_map(|one| components.get(one)).copied().collect();
        for component in components.values_mut().filter(|component| met.contains(component)) {
            *component = fresh;
        }
        components.extend(link.iter().map(|one| (one.clone(), fresh)));
    }
    components
}
