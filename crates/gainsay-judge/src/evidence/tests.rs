use gainsay_claims::{
    sample::Sample,
    wire::{Hop, HopRole},
};

use super::*;
use crate::fixtures::{Told, among, base, told};

/// Checks which of the claims are compared, and why the others are not.
#[track_caller]
fn check(claims: impl IntoIterator<Item = Told>, compared: &[&str], left_out: &[(&str, Reason)]) {
    let base = base(claims);
    let claims: Vec<_> = base.claims.values().collect();
    let (admitted, left) = admit(&claims, &base, &Flawed::default(), &Thresholds::default());
    let ids: Vec<_> = admitted.iter().map(|one| one.claim.id.as_str()).collect();
    assert_eq!(ids, compared);
    let left: Vec<_> = left.iter().map(|one| (one.claim.as_str(), one.reason.clone())).collect();
    assert_eq!(left, left_out);
}

#[track_caller]
fn refused(change: impl FnOnce(&mut Claim), reason: Reason) {
    let one = told("fixture-a").with(|_, claim| change(claim));
    check([one], &[], &[("fixture-a/survey/bought", reason)]);
}

#[test]
fn a_published_share_is_evidence() {
    check([told("fixture-a")], &["fixture-a/survey/bought"], &[]);
}

#[test]
fn what_is_no_evidence_is_left_out_with_its_reason() {
    refused(|claim| claim.statement = Statement::Order, Reason::NotAShare);
    refused(|claim| claim.said.role = Role::Opinion, Reason::Opinion);
    refused(|claim| claim.said.study = None, Reason::NoStudy);
    refused(|claim| claim.said.standing = Standing::Deprecated, Reason::Deprecated);
    refused(|claim| claim.target = "2015".parse().ok(), Reason::Forecast);
    let headline = told("fixture-a").share("nobody");
    check([headline], &[], &[("fixture-a/survey/bought", Reason::Rhetorical)]);
}

#[test]
fn a_rejected_study_is_no_evidence_whoever_states_it() {
    let citation = told("fixture-c").with(|_, claim| {
        claim.said.role = Role::Cited;
        claim.said.study = Some("fixture-b/survey".to_owned());
    });
    let mut base = base([told("fixture-a"), told("fixture-b").share("72 %"), citation]);
    assert!(!crate::judge(&base).diagnostics.is_empty(), "they contradict each other");
    base.rejected.insert("fixture-b/survey".to_owned(), Vec::new());
    let judged = crate::judge(&base);
    let left: Vec<_> = judged.propositions[0].left_out.iter().map(|one| &one.reason).collect();
    assert_eq!(left, [&Reason::Rejected, &Reason::Rejected]);
    let of_pairs = |one: &&gainsay_claims::Diagnostic| one.check.id.contains("shares");
    assert_eq!(judged.diagnostics.iter().find(of_pairs), None);
}

#[test]
fn a_negated_share_counts_the_others() {
    let base = base([told("fixture-a").share("72 %").with(|_, claim| claim.said.negated = true)]);
    let claims: Vec<_> = base.claims.values().collect();
    let (admitted, _) = admit(&claims, &base, &Flawed::default(), &Thresholds::default());
    assert_eq!(admitted[0].ends, Ends::new(0.275, 0.285).unwrap());
}

#[test]
fn only_an_undisclosed_size_has_no_interval() {
    let unknown = told("fixture-b").size(Sample::Unknown);
    let base = base([told("fixture-a"), unknown]);
    let claims: Vec<_> = base.claims.values().collect();
    let (admitted, _) = admit(&claims, &base, &Flawed::default(), &Thresholds::default());
    let interval = admitted[0].evidence.interval.expect("the size is known");
    assert!(interval.lo < 0.275 && 0.285 < interval.hi);
    assert_eq!(admitted[1].evidence.interval, None);
}

fn cited(name: &str, hops: usize, mark: Mark) -> Told {
    let hop = Hop {
        who: "fixture".to_owned(),
        url: None,
        role: HopRole::Tertiary,
        locator: None,
        as_stated: None,
        page: None,
    };
    told("fixture-a").named(name).with(|_, claim| {
        claim.said.role = Role::Cited;
        claim.said.mark = mark;
        claim.said.chain = vec![hop; hops];
    })
}

fn restates(claim: &str) -> Reason {
    Reason::Restates { claim: format!("fixture-a/survey/{claim}") }
}

#[test]
fn a_citation_does_not_count_beside_what_it_cites() {
    check(
        [
            told("fixture-a"),
            cited("again", 0, Mark::Secondary),
            told("fixture-b").with(|_, claim| claim.said.role = Role::Opinion),
        ],
        &["fixture-a/survey/bought"],
        &[
            ("fixture-a/survey/again", restates("bought")),
            ("fixture-b/survey/bought", Reason::Opinion),
        ],
    );
}

#[test]
fn published_claims_of_one_study_all_count() {
    check(
        [told("fixture-a"), told("fixture-a").named("wave-two")],
        &["fixture-a/survey/bought", "fixture-a/survey/wave-two"],
        &[],
    );
}

#[test]
fn the_nearest_citation_speaks_for_all() {
    let far = || cited("a", 3, Mark::CitedOnly);
    let (near, as_near) = (cited("b", 2, Mark::CitedOnly), cited("c", 2, Mark::CitedOnly));
    check(
        [far(), near, as_near],
        &["fixture-a/survey/b"],
        &[("fixture-a/survey/a", restates("b")), ("fixture-a/survey/c", restates("b"))],
    );
    check(
        [far(), cited("d", 4, Mark::Secondary)],
        &["fixture-a/survey/d"],
        &[("fixture-a/survey/a", restates("d"))],
    );
}

#[test]
fn citations_for_other_regions_stand_beside_each_other() {
    let cited = |name: &str, region: &str| {
        let told = told("fixture-a").named(name).region(region);
        told.with(|_, claim| claim.said.role = Role::Cited)
    };
    let base = base([cited("one", "FR"), cited("three", "FR"), cited("two", "US")]);
    let claims: Vec<_> = base.claims.values().collect();
    let (admitted, left_out) = admit(&claims, &base, &Flawed::default(), &Thresholds::default());
    let names: Vec<_> = admitted.iter().map(|one| one.claim.id.as_str()).collect();
    assert_eq!(names, ["fixture-a/survey/one", "fixture-a/survey/two"]);
    assert_eq!(left_out.len(), 1);
}

#[test]
fn what_was_not_drawn_is_not_tested() {
    use gainsay_claims::wire::{Strategy, Unit};
    let reason = |change: fn(&mut Study, &mut Claim)| {
        let base = base([told("fixture-a").with(change)]);
        let claims: Vec<_> = base.claims.values().collect();
        let (_, left_out) = admit(&claims, &base, &Flawed::default(), &Thresholds::default());
        left_out.into_iter().map(|one| one.reason).next()
    };
    assert_eq!(reason(|_, _| ()), None);
    let modelled = reason(|study, _| study.said.strategy = Strategy::Modelled);
    assert_eq!(modelled, Some(Reason::NotSampled));
    let money = reason(|study, _| study.said.unit = Unit::Money);
    assert_eq!(money, Some(Reason::NotSampled));
    let sales = reason(|_, claim| claim.base = among("sales"));
    assert_eq!(sales, Some(Reason::NotSampled));
}
