use std::sync::Arc;

use gainsay_claims::sample::Sample;

use super::*;
use crate::{
    fixtures::{Told, base as base_of, told},
    judge,
};

fn answer(left: Told, right: Told) -> Answer {
    let ids = [left.claim.id.clone(), right.claim.id.clone()];
    let base = base_of([left, right]);
    let found = confront([&ids[0], &ids[1]], &judge(&base), &base);
    found.expect("both are in the base").answer
}

fn pair(left: &str, right: &str) -> [Told; 2] {
    let of = |source, share| {
        told(source).share(share).with(|study, _| {
            study.said.publisher = source.to_owned();
        })
    };
    [of("fixture-a", left), of("fixture-b", right)]
}

#[test]
fn comparable_figures_conflict_or_do_not() {
    let [left, right] = pair("28 %", "18 %");
    assert_eq!(answer(left, right), Answer::Conflict);
    let [left, right] = pair("28 %", "28 %");
    assert_eq!(answer(left, right), Answer::Inclusion);
    let [left, right] = pair("28 %", "27 %");
    assert_eq!(answer(left, right), Answer::NoConflict);
}

#[test]
fn what_differs_is_named() {
    let [left, right] = pair("28 %", "18 %");
    let expected = Answer::ConflictIfComparable(vec![Dimension::Population]);
    assert_eq!(answer(left, right.region("GB")), expected);
}

#[test]
fn another_proposition_is_another_thing() {
    let [left, right] = pair("28 %", "18 %");
    let right = right.with(|_, claim| {
        Arc::make_mut(&mut claim.proposition).concept = "sold".to_owned();
    });
    assert_eq!(answer(left, right), Answer::OtherThing);
}

#[test]
fn one_study_contradicts_nothing() {
    let left = told("fixture-a").share("28 %");
    let right = told("fixture-a").share("18 %").named("again");
    assert_eq!(answer(left.clone(), right.clone()), Answer::OneStudy);
    assert_eq!(answer(left, right.region("GB")), Answer::Contrast);
}

#[test]
fn an_unknown_question_cannot_be_decided() {
    let [left, right] = pair("28 %", "18 %");
    let right = right.with(|_, claim| {
        claim.wording.insert("measure".to_owned(), "unknown".to_owned());
    });
    let id = right.claim.id.clone();
    assert_eq!(answer(left, right), Answer::Unspoken(vec![id]));
}

#[test]
fn a_size_that_nobody_told_decides() {
    let [left, right] = pair("28 %", "18 %").map(|one| one.size(Sample::Unknown));
    assert_eq!(answer(left, right), Answer::Open);
}

#[test]
fn what_is_not_in_the_base_is_not_compared() {
    let base = base_of([told("fixture-a")]);
    let ids = ["fixture-a/survey/bought", "fixture-z/survey/bought"];
    assert_eq!(confront(ids, &judge(&base), &base), None);
}
