//! Which claims count as evidence, and on what size they stand.

use std::collections::BTreeMap;

use gainsay_claims::{
    EvidenceBase,
    claim::{Claim, Share, Statement},
    study::Study,
    value::ReportingSet,
    vocabulary::Vocabulary,
    wire::{Mark, Role, Standing, Strategy, Unit},
};

use crate::{
    judgement::{Evidence, LeftOut, Reason, Size},
    part::Part,
    sanity::Flawed,
    stats::{Ends, Figure, Thresholds, uncertainty},
};

/// A claim that is compared, with the study that it is about.
pub(crate) struct Admitted<'a> {
    /// The claim.
    pub(crate) claim: &'a Claim,
    /// Its study.
    pub(crate) study: &'a Study,
    /// What it is worth.
    pub(crate) evidence: Evidence,
    /// The ends of its share.
    pub(crate) ends: Ends,
    /// The size of its base that any plausible survey reaches.
    pub(crate) floor: u64,
}

/// Separates the claims on one proposition, in order of id, into those that are
/// compared and those that are not.
pub(crate) fn admit<'a>(
    claims: &[&'a Claim],
    base: &'a EvidenceBase,
    flawed: &Flawed<'_>,
    thresholds: &Thresholds,
) -> (Vec<Admitted<'a>>, Vec<LeftOut>) {
    let (mut admitted, mut left_out) = (Vec::new(), Vec::new());
    for claim in claims {
        match admit_one(claim, base, flawed, thresholds) {
            Ok(one) => admitted.push(one),
            Err(reason) => left_out.push(leave_out(claim, reason)),
        }
    }
    bound_by_the_undecided(&mut admitted, thresholds);
    let restated: Vec<Option<String>> = admitted
        .iter()
        .map(|one| Some(spokesman(one, &admitted).id.clone()).filter(|id| *id != one.claim.id))
        .collect();
    let (mut stay, mut restates) = (Vec::new(), restated.into_iter());
    for one in admitted {
        match restates.next().flatten() {
            None => stay.push(one),
            Some(claim) => left_out.push(leave_out(one.claim, Reason::Restates { claim })),
        }
    }
    left_out.sort_by(|one, other| one.claim.cmp(&other.claim));
    (stay, left_out)
}

/// The claims of each study, by their places, in order of the studies' ids.
pub(crate) fn by_study<'a>(admitted: &[Admitted<'a>]) -> BTreeMap<&'a str, Vec<usize>> {
    let mut studies: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, one) in admitted.iter().enumerate() {
        studies.entry(&one.study.id).or_default().push(place);
    }
    studies
}

/// Where a study tells who said yes and who said no, and some said neither, those who did
/// not say no are not all yes: the claim on no is only a bound.
fn bound_by_the_undecided(admitted: &mut [Admitted<'_>], thresholds: &Thresholds) {
    let is_counterpart = |no: &Admitted<'_>, yes: &Admitted<'_>| {
        no.claim.said.negated
            && !yes.claim.said.negated
            && no.claim.base == yes.claim.base
            && no.claim.population == yes.claim.population
            && no.claim.period == yes.claim.period
            && no.claim.wording == yes.claim.wording
            && yes.ends.hi() < no.ends.lo()
    };
    if !admitted.iter().any(|one| one.claim.said.negated) {
        return;
    }
    let studies = by_study(admitted).into_values();
    let bounds = studies.flat_map(|places| {
        let has_counterpart =
            |&no: &usize| places.iter().any(|&yes| is_counterpart(&admitted[no], &admitted[yes]));
        places.iter().copied().filter(has_counterpart).collect::<Vec<_>>()
    });
    let bounds: Vec<usize> = bounds.collect();
    for no in bounds {
        let one = &mut admitted[no];
        let share = one.evidence.share.upper_bound();
        let Some(ends) = Ends::of(&share) else { continue };
        let size = one.evidence.size.effective();
        one.evidence.interval = size.map(|size| uncertainty(ends, Some(size), thresholds.alpha));
        (one.evidence.share, one.evidence.middle, one.ends) = (share, None, ends);
    }
}

fn leave_out(claim: &Claim, reason: Reason) -> LeftOut {
    LeftOut { claim: claim.id.clone(), reason }
}

/// A claim as evidence, whatever else its study says.
pub(crate) fn admit_one<'a>(
    claim: &'a Claim,
    base: &'a EvidenceBase,
    flawed: &Flawed<'_>,
    thresholds: &Thresholds,
) -> Result<Admitted<'a>, Reason> {
    if base.is_rejected(claim) {
        return Err(Reason::Rejected);
    }
    let Statement::Share(published) = &claim.statement else {
        return Err(Reason::NotAShare);
    };
    if published.reading.rhetorical {
        return Err(Reason::Rhetorical);
    }
    if claim.said.role == Role::Opinion {
        return Err(Reason::Opinion);
    }
    let study = base.study_of(claim).ok_or(Reason::NoStudy)?;
    if !is_sampled(claim, study, &base.vocabulary) {
        return Err(Reason::NotSampled);
    }
    if claim.said.standing == Standing::Deprecated {
        return Err(Reason::Deprecated);
    }
    if claim.target.is_some() {
        return Err(Reason::Forecast);
    }
    if let Some(kind) = flawed.reason(claim) {
        return Err(Reason::Flawed(kind));
    }
    if moves_faster_than_known(claim, &base.vocabulary) {
        return Err(Reason::NoPeriod);
    }
    let share = claim.share_of_yes(&base.vocabulary).ok_or(Reason::NotAShare)?;
    let ends = Ends::of(&share).ok_or(Reason::NotAShare)?;
    let size = Size::of(claim, study, &base.policy, thresholds);
    let interval = size.effective().map(|size| uncertainty(ends, Some(size), thresholds.alpha));
    let middle = middle(published, &share);
    let evidence = Evidence { claim: claim.id.as_str().into(), share, middle, size, interval };
    let floor = Part::of(claim, study, &base.policy).at_least(base.policy.floor);
    Ok(Admitted { claim, study, evidence, ends, floor })
}

/// Whether what is claimed moves within weeks, and it is not told to two months when.
fn moves_faster_than_known(claim: &Claim, vocabulary: &Vocabulary) -> bool {
    const TWO_MONTHS: i32 = 62;
    let concept = vocabulary.concepts.get(&claim.proposition.concept);
    let is_volatile = concept.is_some_and(|concept| concept.volatile);
    let is_told =
        claim.period.is_some_and(|one| (one.end() - one.start()).get_days() <= TWO_MONTHS);
    is_volatile && !is_told
}

/// The middle of a share as published, on the polarity of the evidence; none where moving
/// it to another cut, or those who were not sure, made it a bound.
fn middle(published: &Share, share: &ReportingSet) -> Option<f64> {
    published.middle()?;
    let is_whole = *share == published.hard || *share == published.hard.complement();
    // Of the set itself, so that asking the opposite rounds alike.
    is_whole.then(|| f64::midpoint(share.lo_f64(), share.hi_f64()))
}

/// Whether the share is one of cases that were drawn or counted, so that the
/// number of cases says how sure it is.
fn is_sampled(claim: &Claim, study: &Study, vocabulary: &Vocabulary) -> bool {
    let universe = claim.base.who().and_then(|who| vocabulary.universes.get(who));
    let money = study.said.unit == Unit::Money || universe.is_some_and(|one| one.money);
    !money && study.said.strategy != Strategy::Modelled
}

/// The claim that a claim is compared through: itself when it is published. A
/// citation gives way to a published claim of the study, or else to the
/// citation for the same regions that was seen outside the citing article, is
/// fewest hops away and has the lowest id.
fn spokesman<'a>(one: &Admitted<'a>, admitted: &[Admitted<'a>]) -> &'a Claim {
    if one.claim.is_published() {
        return one.claim;
    }
    let distance = |claim: &Claim| {
        let hearsay = claim.said.mark >= Mark::CitedOnly;
        (!claim.is_published(), hearsay, claim.said.chain.len())
    };
    let regions = &one.claim.population.regions;
    admitted
        .iter()
        .filter(|other| other.study.id == one.study.id)
        .map(|other| other.claim)
        .filter(|claim| claim.is_published() || claim.population.regions == *regions)
        // Claims come in order of id, so the first of equals stays.
        .min_by_key(|claim| distance(claim))
        .unwrap_or(one.claim)
}

impl Admitted<'_> {
    /// Whether what it is about moves within weeks.
    pub(crate) fn is_volatile(&self, base: &EvidenceBase) -> bool {
        let concept = base.vocabulary.concepts.get(&self.claim.proposition.concept);
        concept.is_some_and(|concept| concept.volatile)
    }

    /// The share with its number of cases, if that is known or assumed.
    pub(crate) fn figure(&self) -> Figure {
        let Evidence { size, .. } = &self.evidence;
        Figure { ends: self.ends, n: size.cases(), deff: size.design_effect() }
    }
}

#[cfg(test)]
mod tests;
