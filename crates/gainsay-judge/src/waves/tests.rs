use gainsay_claims::sample::Sample;

use crate::{
    fixtures::{Told, base as base_of, told},
    judge,
    judgement::PropositionJudgement,
    stats::Alpha,
};

/// A poll of a house in one month of 2013, among 1,000 people.
fn poll(house: &str, month: usize, share: &str) -> Told {
    told(&format!("{house}-{month}")).share(share).size(Sample::Exactly(1000)).with(
        |study, claim| {
            study.said.publisher = house.to_owned();
            claim.period = format!("2013-{month:02}").parse().ok();
        },
    )
}

fn judged(polls: impl IntoIterator<Item = Told>) -> PropositionJudgement {
    let mut base = base_of(polls);
    base.vocabulary.concepts["bought"].volatile = true;
    judge(&base).propositions.remove(0)
}

fn months(first: &str, second: &str, count: usize) -> PropositionJudgement {
    judged(
        (1..=count)
            .flat_map(|month| [poll("fixture-a", month, first), poll("fixture-b", month, second)]),
    )
}

#[test]
fn a_house_above_the_other_in_every_wave_is_one_sided() {
    let judged = months("30 %", "27 %", 9);
    assert!(judged.pairs.iter().all(|pair| !pair.is_conflict()));
    let [one] = &judged.houses[..] else { panic!("{:?}", judged.houses) };
    assert_eq!((one.series.above, one.series.below, one.series.level), (9, 0, 0));
    assert!((one.series.mean - 0.03).abs() < 1e-9 && one.series.ci.lo > 0.0);
    assert!(one.is_one_sided(Alpha::FIVE_PERCENT));
}

#[test]
fn five_waves_are_too_few() {
    assert_eq!(months("30 %", "27 %", 5).houses, []);
}

#[test]
fn equal_houses_are_not_one_sided() {
    let polls = (1..=12).flat_map(|month| {
        let [first, second] = if month % 2 == 0 { ["30 %", "28 %"] } else { ["28 %", "30 %"] };
        [poll("fixture-a", month, first), poll("fixture-b", month, second)]
    });
    let found = judged(polls);
    assert!(!found.houses[0].is_one_sided(Alpha::FIVE_PERCENT));
    assert!(found.closeness.expect("twelve moments").p > 0.05);
}

// As if random samples of 1,000, shares of 30 % differ by two points on the average.
#[test]
fn the_same_share_every_month_is_too_close() {
    let found = months("30,0 %", "30,0 %", 12).closeness.expect("twelve moments");
    assert!(found.p < 1e-6, "{found:?}");
    assert_eq!((found.samples, found.degrees), (24, 12));
}

#[test]
fn waves_that_share_respondents_count_once() {
    let rolling = |month: usize, share: &str, days: &str| {
        poll("fixture-a", month, share).with(|study, claim| {
            study.id = format!("{}-{days}", study.id);
            claim.id = format!("{}/bought", study.id);
            claim.said.study = Some(study.id.clone());
            claim.period = days.parse().ok();
        })
    };
    let polls = (1..=9).flat_map(|month| {
        [
            rolling(month, "30 %", &format!("2013-{month:02}-01..2013-{month:02}-10")),
            rolling(month, "30 %", &format!("2013-{month:02}-05..2013-{month:02}-15")),
            poll("fixture-b", month, "27 %"),
        ]
    });
    let found = judged(polls);
    assert_eq!(found.houses[0].series.above, 9);
}
