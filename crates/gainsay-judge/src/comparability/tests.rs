use gainsay_claims::{claim::Claim, facts::Side, wire::Unit};

use super::*;
use crate::{
    fixtures::{Told, among, base as base_of, told},
    judge,
};

fn graded(comparisons: &[Comparison]) -> Grade {
    grade(Distances::new(|dimension| comparisons[dimension as usize].distance))
}

/// Compares the usual claim with a changed one.
fn changed(change: impl FnOnce(&mut Study, &mut Claim)) -> Vec<Comparison> {
    of_pair(told("fixture-a"), told("fixture-b").with(change))
}

fn of_pair(left: Told, right: Told) -> Vec<Comparison> {
    let base = base_of([left, right]);
    let judged = judge(&base);
    comparisons(&judged.propositions[0].pairs[0], &base)
}

/// Checks that the change shows in one dimension only.
#[track_caller]
fn check(
    change: impl FnOnce(&mut Study, &mut Claim),
    dimension: Dimension,
    distance: Distance,
    expected: Grade,
) {
    let found = changed(change);
    for one in &found {
        let wanted = match one.dimension == dimension {
            true => distance,
            false => Distance::Same,
        };
        assert_eq!(one.distance, wanted, "{one:?}");
    }
    assert_eq!(graded(&found), expected);
}

fn facet(claim: &mut Claim, value: &str) {
    claim.wording.insert("trigger".to_owned(), value.to_owned());
}

#[test]
fn dimensions_come_in_order() {
    let found = changed(|_, _| ());
    assert!(found.is_sorted_by(|one, other| one.dimension < other.dimension));
    assert_eq!(found.len(), 7);
    assert_eq!(graded(&found), Grade::A);
}

#[test]
fn other_units_are_not_comparable() {
    let unit = |unit| move |study: &mut Study, _: &mut Claim| study.said.unit = unit;
    check(unit(Unit::Brand), Dimension::Unit, Distance::Different, Grade::X);
    check(unit(Unit::Unknown), Dimension::Unit, Distance::Same, Grade::A);
}

#[test]
fn a_facet_on_one_side_may_be_another_wording() {
    check(|_, claim| facet(claim, "message"), Dimension::Wording, Distance::Unknown, Grade::C);
    check(|_, claim| facet(claim, UNKNOWN), Dimension::Wording, Distance::Unknown, Grade::C);
}

#[test]
fn what_narrows_the_larger_share_explains_nothing() {
    let wording = |facet: &str, narrow: &str, wide: &str| {
        let narrow = told("fixture-a").share(narrow).with(|_, claim| {
            claim.wording.insert(facet.to_owned(), "message".to_owned());
        });
        let found = of_pair(narrow, told("fixture-b").share(wide));
        found[Dimension::Wording as usize].distance
    };
    assert_eq!(wording("trigger", "78 %", "66 %"), Distance::Near);
    assert_eq!(wording("trigger", "66 %", "78 %"), Distance::Unknown);
    assert_eq!(wording("trigger", "66 %", "66 %"), Distance::Unknown);
    assert_eq!(wording("measure", "78 %", "66 %"), Distance::Unknown);
}

#[test]
fn facets_are_compared_by_value() {
    let pair = |left, right| {
        let [left, right] = [("fixture-a", left), ("fixture-b", right)]
            .map(|(source, value)| told(source).with(|_, claim| facet(claim, value)));
        of_pair(left, right).swap_remove(Dimension::Wording as usize)
    };
    assert_eq!(pair("message", "message").distance, Distance::Same);
    assert_eq!(pair(UNKNOWN, UNKNOWN).distance, Distance::Unknown);
    let found = pair("message", "advertisement");
    assert_eq!(found.distance, Distance::Different);
    let side = |value: &str| Side::Facets(vec![("trigger".to_owned(), value.to_owned())]);
    assert_eq!(found.sides, [side("message"), side("advertisement")]);
}

#[test]
fn a_known_difference_outweighs_an_unknown_one() {
    let [left, right] = [("fixture-a", "message"), ("fixture-b", "advertisement")]
        .map(|(source, value)| told(source).with(|_, claim| facet(claim, value)));
    let wider = right.with(|_, claim| {
        claim.wording.insert("when".to_owned(), "ever".to_owned());
    });
    let found = of_pair(left, wider).swap_remove(Dimension::Wording as usize);
    assert_eq!(found.distance, Distance::Different);
}

#[test]
fn a_cut_elsewhere_is_no_other_wording() {
    check(
        |_, claim| claim.said.cut = Some("hardly-ever".to_owned()),
        Dimension::Wording,
        Distance::Same,
        Grade::A,
    );
}

#[test]
fn regions_count_even_when_one_holds_the_other() {
    let within = |code: &'static str| {
        move |_: &mut Study, claim: &mut Claim| {
            *claim = told("fixture-b").region(code).claim;
        }
    };
    let population = Dimension::Population;
    check(within("150"), population, Distance::Near, Grade::C);
    check(within("US"), population, Distance::Different, Grade::C);
    check(|_, claim| claim.population.regions = None, population, Distance::Unknown, Grade::C);
}

#[test]
fn ages_count_when_nobody_has_both() {
    let pair = |left: &str, right: &str| {
        let [left, right] = [("fixture-a", left), ("fixture-b", right)].map(|(source, age)| {
            told(source).with(|_, claim| claim.population.age = age.parse().ok())
        });
        of_pair(left, right).swap_remove(Dimension::Population as usize)
    };
    assert_eq!(pair("16+", "18+").distance, Distance::Same);
    let apart = pair("18+", "12-17");
    assert_eq!(apart.distance, Distance::Different);
    assert_eq!(apart.sides, ["18+", "12-17"].map(|age| Side::Ages(age.parse().unwrap())));
}

fn step(who: &str) -> gainsay_claims::claim::Step {
    gainsay_claims::claim::Step { who: who.to_owned(), share: None }
}

#[test]
fn bases_are_compared_by_what_the_vocabulary_knows() {
    let among = |who: &'static str| move |_: &mut Study, claim: &mut Claim| claim.base = among(who);
    let within = |outer: &'static str| {
        move |_: &mut Study, claim: &mut Claim| claim.base.steps.insert(0, step(outer))
    };
    check(within("people"), Dimension::Base, Distance::Same, Grade::A);
    check(within("teens"), Dimension::Base, Distance::Different, Grade::C);
    check(among("people"), Dimension::Base, Distance::Near, Grade::C);
    check(among("teens"), Dimension::Base, Distance::Different, Grade::C);
    check(|_, claim| claim.base.steps.clear(), Dimension::Base, Distance::Unknown, Grade::C);
}

#[test]
fn a_year_is_near() {
    let asked = |when: &'static str| {
        move |_: &mut Study, claim: &mut Claim| claim.period = when.parse().ok()
    };
    let period = Dimension::Period;
    check(asked("2013"), period, Distance::Near, Grade::B);
    check(asked("2014-04"), period, Distance::Near, Grade::B);
    check(asked("2014-05"), period, Distance::Different, Grade::C);
}

#[test]
fn publication_stands_in_for_fieldwork() {
    let published = |when: &'static str| {
        move |study: &mut Study, claim: &mut Claim| {
            claim.period = None;
            study.published = when.parse().ok();
        }
    };
    let period = Dimension::Period;
    check(published("2013-03"), period, Distance::Near, Grade::B);
    check(published("2016"), period, Distance::Different, Grade::C);
    check(published(""), period, Distance::Unknown, Grade::C);
    let found = changed(published("2013-03")).swap_remove(period as usize);
    assert_eq!(found.sides[1], Side::Published("2013-03".parse().unwrap()));
}

#[test]
fn method_and_money_are_named_and_do_not_count() {
    check(|study, _| study.said.mode.clear(), Dimension::Mode, Distance::Unknown, Grade::B);
    check(
        |study, _| study.said.mode.push("mail".to_owned()),
        Dimension::Mode,
        Distance::Near,
        Grade::B,
    );
    check(
        |study, _| study.said.sponsor = Some("Fixture Shop".to_owned()),
        Dimension::Sponsor,
        Distance::Different,
        Grade::B,
    );
}

#[test]
fn two_differences_confound() {
    let found = changed(|_, claim| {
        claim.base = among("teens");
        facet(claim, "message");
    });
    assert_eq!(graded(&found), Grade::D);
}

#[test]
fn modes_are_compared_as_sets() {
    let modes = |names: &'static [&'static str]| {
        move |study: &mut Study, _: &mut Claim| {
            study.said.mode = names.iter().map(|&name| name.to_owned()).collect();
        }
    };
    check(modes(&["online", "online"]), Dimension::Mode, Distance::Same, Grade::A);
    check(modes(&["mail"]), Dimension::Mode, Distance::Different, Grade::B);
    let found = changed(modes(&["online", "mail", "online"]));
    let expected = ["mail", "online"].map(str::to_owned);
    assert_eq!(found[Dimension::Mode as usize].sides[1], Side::Modes(expected.to_vec()));
}

#[test]
fn another_base_holds_no_sides() {
    let judged = judge(&base_of([told("fixture-a"), told("fixture-b")]));
    let pair = &judged.propositions[0].pairs[0];
    assert_eq!(comparisons(pair, &base_of([told("fixture-a")])), []);
}
