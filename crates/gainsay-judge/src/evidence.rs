//! Which claims count as evidence, and on what size they stand.

use std::collections::BTreeMap;

use gainsay_claims::{
    EvidenceBase,
    claim::{Claim, Statement},
    study::Study,
    wire::{Mark, Role, Standing},
};

use crate::{
    judgement::{Evidence, LeftOut, Reason, Size},
    stats::{Ends, Polled, Reported, Thresholds, uncertainty},
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
}

/// Separates the claims on one proposition, in order of id, into those that are
/// compared and those that are not.
pub(crate) fn admit<'a>(
    claims: &[&'a Claim],
    base: &'a EvidenceBase,
    thresholds: &Thresholds,
) -> (Vec<Admitted<'a>>, Vec<LeftOut>) {
    let (mut admitted, mut left_out) = (Vec::new(), Vec::new());
    for claim in claims {
        match admit_one(claim, base, thresholds) {
            Ok(one) => admitted.push(one),
            Err(reason) => left_out.push(leave_out(claim, reason)),
        }
    }
    let spokesmen = spokesmen(&admitted);
    admitted.retain(|one| {
        let spokesman = spokesmen[one.study.id.as_str()];
        let stays = one.claim.is_published() || one.claim.id == spokesman.id;
        if !stays {
            let claim = spokesman.id.clone();
            left_out.push(leave_out(one.claim, Reason::Restates { claim }));
        }
        stays
    });
    left_out.sort_by(|one, other| one.claim.cmp(&other.claim));
    (admitted, left_out)
}

fn leave_out(claim: &Claim, reason: Reason) -> LeftOut {
    LeftOut { claim: claim.id.clone(), reason }
}

fn admit_one<'a>(
    claim: &'a Claim,
    base: &'a EvidenceBase,
    thresholds: &Thresholds,
) -> Result<Admitted<'a>, Reason> {
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
    if claim.said.standing == Standing::Deprecated {
        return Err(Reason::Deprecated);
    }
    if claim.target.is_some() {
        return Err(Reason::Forecast);
    }
    let share = claim.share_of_yes(&base.vocabulary).ok_or(Reason::NotAShare)?;
    let ends = Ends::new(share.lo_f64(), share.hi_f64()).map_err(|_| Reason::NotAShare)?;
    let size = Size::of(claim, study, &base.policy, thresholds);
    let interval = size.effective().map(|size| uncertainty(ends, Some(size), thresholds.alpha));
    let evidence = Evidence { claim: claim.id.clone(), share, size, interval };
    Ok(Admitted { claim, study, evidence, ends })
}

/// The claim that speaks for each study: a published one, else the citation
/// that was seen outside the citing article, is fewest hops away and has the
/// lowest id.
fn spokesmen<'a>(admitted: &[Admitted<'a>]) -> BTreeMap<&'a str, &'a Claim> {
    let distance = |claim: &Claim| {
        let hearsay = claim.said.mark >= Mark::CitedOnly;
        (!claim.is_published(), hearsay, claim.said.chain.len())
    };
    let mut spokesmen: BTreeMap<&str, &Claim> = BTreeMap::new();
    for one in admitted {
        // Claims come in order of id, so the first of equals stays.
        let best = spokesmen.entry(&one.study.id).or_insert(one.claim);
        if distance(one.claim) < distance(best) {
            *best = one.claim;
        }
    }
    spokesmen
}

impl Admitted<'_> {
    /// The share with its number of cases, if that is known or assumed.
    pub(crate) fn polled(&self) -> Option<Polled> {
        let n = self.evidence.size.cases()?;
        Some(Polled { ends: self.ends, n })
    }

    /// The share with its effective size, if that is known or assumed.
    pub(crate) fn reported(&self) -> Option<Reported> {
        let size = self.evidence.size.effective()?;
        Some(Reported { ends: self.ends, size })
    }
}

#[cfg(test)]
mod tests;
