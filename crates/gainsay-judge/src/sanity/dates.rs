//! People asked after their answers were published.

use gainsay_claims::{EvidenceBase, claim::Claim, facts::StudyFact, period::Period};

use super::{
    Flaw, FlawKind,
    own::{Own, location},
};

pub(super) fn check(own: &Own<'_>, base: &EvidenceBase) -> Vec<Flaw> {
    let study = own.study;
    let Some(published) = study.published else {
        return Vec::new();
    };
    let dated = location(base, study, study.said.published);
    let late = |period: &Period| period.ends_after(&published);
    let mut flaws = Vec::new();
    if let Some(fieldwork) = study.fieldwork.filter(late) {
        let asked_then = own.claims.iter().filter(|claim| claim.period == Some(fieldwork));
        let at = location(base, study, study.said.fieldwork);
        let flaw = Flaw::of_study(FlawKind::ImpossibleDates, &study.id)
            .label(at, StudyFact::Fieldwork(fieldwork))
            .label(dated.clone(), StudyFact::Published(published));
        flaws.push(Flaw { fatal: asked_then.map(|claim| claim.id.clone()).collect(), ..flaw });
    }
    let later = own.claims.iter().filter(|claim| is_after(claim, &published));
    flaws.extend(later.map(|claim| {
        Flaw::of_claims(FlawKind::ImpossibleDates, [*claim])
            .label(dated.clone(), StudyFact::Published(published))
    }));
    flaws
}

/// Whether a claim states a time that had not begun, and is no forecast.
fn is_after(claim: &Claim, published: &Period) -> bool {
    let stated = claim.period.filter(|_| claim.said.period.is_some() && claim.target.is_none());
    stated.is_some_and(|period| published.precedes(&period))
}
