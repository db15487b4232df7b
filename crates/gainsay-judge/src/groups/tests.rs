use gainsay_claims::{period::Period, sample::Sample};

use super::*;
use crate::{
    fixtures::{Told, base as base_of, told},
    judge,
    judgement::PropositionJudgement,
};

fn judged(claims: impl IntoIterator<Item = Told>) -> PropositionJudgement {
    judge(&base_of(claims)).propositions.remove(0)
}

/// Claims of different houses with these shares, of as many people each.
fn houses(shares: &[&str], n: Sample) -> Vec<Told> {
    let house = |(index, share): (usize, &&str)| {
        let name = format!("fixture-{}", char::from(b'a' + u8::try_from(index).expect("few")));
        told(&name).share(share).size(n).with(|study, _| study.said.publisher = name.clone())
    };
    shares.iter().enumerate().map(house).collect()
}

fn only(mut judged: PropositionJudgement) -> GroupJudgement {
    assert_eq!(judged.groups.len(), 1);
    judged.groups.remove(0)
}

// Three published shares of purchases after social media, at 1,000 people each and design
// effect 2: Q = 34.8, pooled 19.0 % with a Hartung-Knapp interval of 6.6 to 43.7 %.
#[test]
fn three_shares_make_a_group() {
    let group = only(judged(houses(&["28 %", "18 %", "13 %"], Sample::Exactly(1000))));
    let pooled = group.pooled.expect("three precise shares of known size");
    assert!((pooled.q - 34.8).abs() < 0.05 && pooled.p < 1e-7, "{pooled:?}");
    assert!((pooled.share - 0.19).abs() < 5e-4 && (pooled.i2 - 0.94).abs() < 5e-3);
    let interval = pooled.interval;
    assert!((interval.lo - 0.066).abs() < 1e-3 && (interval.hi - 0.437).abs() < 1e-3);
    assert_eq!(pooled.prediction, None);
    assert_eq!(group.true_shares, 2);
    let camps: Vec<usize> = group.camps.iter().map(Vec::len).collect();
    assert_eq!(camps, [2, 1]);
}

// The same without sizes scatter from 168 people each on.
#[test]
fn without_sizes_a_group_has_a_critical_one() {
    let group = only(judged(houses(&["28 %", "18 %", "13 %"], Sample::Unknown)));
    assert_eq!(group.pooled, None);
    assert!((165..=170).contains(&group.size_needed.expect("one")), "{group:?}");
    assert_eq!(group.true_shares, 3);
}

#[test]
fn the_study_that_the_others_do_not_predict_is_named() {
    let shares = ["28 %", "29 %", "28 %", "30 %", "29 %", "45 %"];
    let group = only(judged(houses(&shares, Sample::Exactly(1000))));
    let [one] = &group.dissenters[..] else { panic!("{:?}", group.dissenters) };
    assert_eq!(one.claim, "fixture-f/survey/bought");
    assert!(one.p < 1e-3 && one.i2_without < 0.2, "{one:?}");
    assert!(group.pooled.expect("it is pooled").prediction.is_some());
}

#[test]
fn what_agrees_has_no_dissenter() {
    let shares = ["28 %", "29 %", "28 %", "30 %", "29 %"];
    let group = only(judged(houses(&shares, Sample::Exactly(1000))));
    assert_eq!(group.dissenters, []);
    assert_eq!(group.true_shares, 1);
    assert!(!group.is_scattered(0.05));
}

#[test]
fn two_studies_or_one_publisher_are_no_group() {
    assert_eq!(judged(houses(&["28 %", "18 %"], Sample::Exactly(1000))).groups, []);
    let same = houses(&["28 %", "18 %", "13 %"], Sample::Exactly(1000));
    let same = same
        .into_iter()
        .map(|one| one.with(|study, _| study.said.publisher = "Fixture House".to_owned()));
    assert_eq!(judged(same).groups, []);
}

#[test]
fn what_is_not_comparable_is_no_group() {
    let mut three = houses(&["28 %", "18 %", "13 %"], Sample::Exactly(1000));
    let other = three.remove(2).region("US").among_part();
    assert_eq!(judged(three.into_iter().chain([other])).groups, []);
}

#[test]
fn a_bound_is_held_against_the_prediction() {
    let mut six = houses(&["28 %"; 6], Sample::Exactly(1000));
    six.push(houses(&["28 %"; 7], Sample::Exactly(1000)).remove(6).share("more than 60 %"));
    let group = only(judged(six));
    assert_eq!(group.outside, ["fixture-g/survey/bought"]);
    assert_eq!(group.pooled.expect("it is pooled").studies, 6);
}

#[test]
fn of_what_moves_only_simultaneous_polls_are_a_group() {
    let period = |text: &str| text.parse::<Period>().ok();
    let polls = |months: [&str; 3]| {
        let polls = houses(&["28 %"; 3], Sample::Exactly(1000)).into_iter().zip(months);
        let polls = polls.map(|(one, month)| one.with(|_, claim| claim.period = period(month)));
        let mut base = base_of(polls);
        base.vocabulary.concepts["bought"].volatile = true;
        judge(&base).propositions.remove(0)
    };
    assert_eq!(polls(["2013-03"; 3]).groups.len(), 1);
    let apart = polls(["2013-03", "2013-03", "2013-04"]);
    assert_eq!((apart.groups.len(), apart.pairs.len()), (0, 1));
}
