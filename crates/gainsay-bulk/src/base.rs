//! The claims of an evidence base as rows.

mod collections;
mod conditions;

use std::collections::BTreeMap;

use gainsay_claims::{
    EvidenceBase,
    claim::{Claim, Statement},
    sample::Sample,
};
use gainsay_judge::{Evidence, Size, weigh};

use crate::{left_out, row::Row};
use collections::collections;
use conditions::conditions;

/// Makes the claims table of a base: a row for every claim, in order of id.
///
/// What is evidence is what the judge of a base holds for it; the share is on the polarity of the
/// proposition and at the cut that its concept means.
pub fn rows(base: &EvidenceBase) -> Vec<Row> {
    let mut weights: BTreeMap<String, Weight> = BTreeMap::new();
    for weighed in weigh(base) {
        let evidence = weighed.evidence.into_iter();
        weights.extend(
            evidence.map(|(one, floor)| (one.claim.to_string(), Weight::Compared(one, floor))),
        );
        let left_out = weighed.left_out.into_iter();
        weights
            .extend(left_out.map(|one| (one.claim, Weight::LeftOut(left_out::words(&one.reason)))));
    }
    let collections = collections(base);
    let rows = base.claims.values().map(|claim| {
        let mut row = described(claim, base);
        row.collection = collections.get(row.study.as_str()).map(|&name| name.to_owned());
        match weights.get(&claim.id) {
            Some(Weight::Compared(evidence, floor)) => row.weigh(evidence, *floor),
            Some(Weight::LeftOut(reason)) => row.left_out = Some(reason.clone()),
            None => {}
        }
        row
    });
    rows.collect()
}

enum Weight {
    Compared(Evidence, u64),
    LeftOut(String),
}

impl Row {
    fn weigh(&mut self, evidence: &Evidence, floor: u64) {
        self.evidence = true;
        self.lo = Some(evidence.share.lo_f64());
        self.hi = Some(evidence.share.hi_f64());
        self.n_effective = evidence.size.effective().map(|size| size.value());
        self.n = match evidence.size {
            Size::Published { n, .. } | Size::Assumed { n, .. } => Some(n),
            Size::Unknown | Size::Census => None,
        };
        self.floor = Some(floor);
    }
}

/// A row of all that is known of a claim but what it is worth.
fn described(claim: &Claim, base: &EvidenceBase) -> Row {
    let study = base.study_of(claim);
    let concept = base.vocabulary.concepts.get(&claim.proposition.concept);
    let period = claim.period.or_else(|| study.and_then(|study| study.published));
    let line = base.documents.get(&claim.at.document).map(|text| text.line(claim.at.span.start).0);
    let n = match claim.n {
        Sample::Exactly(n) => Some(n),
        _ => None,
    };
    Row {
        claim: claim.id.clone(),
        source: claim.source.clone(),
        study: claim.study().unwrap_or_default().to_owned(),
        publisher: study.map(|study| study.said.publisher.clone()),
        sponsor: study.and_then(|study| study.said.sponsor.clone()),
        role: claim.said.role,
        proposition: claim.proposition.to_string(),
        conditions: study.and_then(|study| conditions(claim, study, &base.vocabulary)),
        months: concept.is_some_and(|concept| concept.volatile).then_some(0),
        collection: None,
        evidence: false,
        left_out: None,
        figure: figure(claim),
        lo: None,
        hi: None,
        n,
        n_effective: None,
        floor: None,
        from: period.map(|period| period.start()),
        to: period.map(|period| period.end()),
        document: claim.at.document.clone(),
        line: line.and_then(|line| u32::try_from(line).ok()).unwrap_or_default(),
    }
}

/// The words at the figure's place; of a claim without a figure, its words.
fn figure(claim: &Claim) -> String {
    match &claim.statement {
        Statement::Share(share) => share.text.clone(),
        Statement::Words(words) => words.clone(),
        _ => String::new(),
    }
}
