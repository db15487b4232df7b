//! A change that its two figures do not give.

use gainsay_claims::{
    EvidenceBase,
    claim::{Claim, Statement},
    facts::StudyFact,
    period::Period,
    value::{Extent, Quantity, ReportingSet},
};

use super::{
    Flaw, FlawKind,
    own::{Own, Stated, is_settled, same_base},
};

/// Ratios of two ends are exact up to this.
const SLACK: f64 = 1e-9;

pub(super) fn check(own: &Own<'_>, _base: &EvidenceBase) -> Vec<Flaw> {
    let changes = own.claims.iter().filter(|claim| is_settled(claim));
    changes.filter_map(|change| flaw(change, own)).collect()
}

fn flaw(change: &Claim, own: &Own<'_>) -> Option<Flaw> {
    let Statement::Change(reading) = &change.statement else { return None };
    let later = measured(change, change.period?, own)?;
    let earlier = measured(change, change.since?, own)?;
    let fact = match &reading.quantity {
        Quantity::Points(stated) => points(stated, earlier, later),
        Quantity::Factor(stated) | Quantity::PercentChange(stated) => ratio(stated, earlier, later),
        _ => None,
    };
    let claims = [change, earlier.claim, later.claim];
    let flaw = Flaw::of_claims(FlawKind::ImpossibleChange, claims).fact(fact?);
    // The figures may well be right: two of them against one word.
    Some(Flaw { fatal: vec![change.id.clone()], ..flaw })
}

/// The share of the same study that a change starts from or arrives at.
fn measured<'b, 'a>(change: &Claim, at: Period, own: &'b Own<'a>) -> Option<&'b Stated<'a>> {
    own.shares.iter().find(|one| {
        let claim = one.claim;
        claim.period == Some(at)
            && claim.proposition == change.proposition
            && claim.wording == change.wording
            && (&claim.said.cut, claim.said.negated) == (&change.said.cut, change.said.negated)
            && claim.population == change.population
            && same_base(claim, change)
    })
}

fn points(stated: &ReportingSet, earlier: &Stated<'_>, later: &Stated<'_>) -> Option<StudyFact> {
    let given = later.share.hard.sum(&earlier.share.hard.negate())?;
    let apart = stated.intersect(&given).is_none();
    apart.then_some(StudyFact::Points { stated: *stated, given })
}

fn ratio(stated: &Extent, earlier: &Stated<'_>, later: &Stated<'_>) -> Option<StudyFact> {
    let (from, to) = (&earlier.share.hard, &later.share.hard);
    if from.lo_f64() <= 0.0 {
        return None;
    }
    let given = [to.lo_f64() / from.hi_f64(), to.hi_f64() / from.lo_f64()];
    let (least, most) = (stated.lo_f64(), stated.hi_f64());
    let apart = given[1] < least - SLACK || most.is_some_and(|most| given[0] > most + SLACK);
    apart.then_some(StudyFact::Ratio { stated: (least, most), given })
}
