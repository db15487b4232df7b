use std::sync::Arc;

use gainsay_claims::{
    Proposition,
    claim::{Base, Step},
    facts::Value,
    proposition::{Facets, Literal},
    region::Region,
    value::{Quantity, Unit, read},
    wire::{BaseStep, Join, Order, People, Place, Says, Side as OrderSide},
};

use super::*;
use crate::fixtures::{Told, among, base, told};

const SOURCE: &str = "fixture-a/survey/bought";

fn source() -> Told {
    told("fixture-a")
}

/// The same, restated by somebody else.
fn citation() -> Told {
    told("fixture-b").with(|_, claim| {
        claim.said.role = Role::Cited;
        claim.said.study = Some("fixture-a/survey".to_owned());
        claim.said.cites = Some(SOURCE.to_owned());
    })
}

/// The axes of the first hop, those that are not sure with a question mark.
fn axes_of(told: impl IntoIterator<Item = Told>) -> Vec<String> {
    let judged = judge_citations(&base(told));
    let hop =
        &judged.iter().find(|one| one.claim.starts_with("fixture-b")).expect("judged").hops[0];
    let name = |moved: &Moved| moved.axis.name().to_owned() + if moved.surely { "" } else { "?" };
    hop.moved.iter().map(name).collect()
}

#[track_caller]
fn check(source: Told, citation: Told, expected: &[&str]) {
    assert_eq!(axes_of([source, citation]), expected);
}

fn first(source: Told, citation: Told) -> Axis {
    judge_citations(&base([source, citation]))[0].hops[0].moved[0].axis.clone()
}

fn change(text: &str, unit: Unit) -> Statement {
    Statement::Change(read(text, None, Some(unit)).expect("tests hold figures that can be read"))
}

fn saying(told: Told, statement: Statement) -> Told {
    told.with(|_, claim| claim.statement = statement)
}

fn negated(told: Told) -> Told {
    told.with(|_, claim| claim.said.negated = true)
}

/// A claim whose words name its base.
fn of(told: Told, steps: &[&str]) -> Told {
    told.with(|_, claim| {
        let step = |who: &&str| Step { who: (*who).to_owned(), share: None };
        claim.base = Base { steps: steps.iter().map(step).collect() };
        let said = |who: &&str| BaseStep { who: (*who).to_owned(), share: None, words: None };
        claim.said.base = steps.iter().map(said).collect();
    })
}

fn in_places(told: Told, codes: &[&str]) -> Told {
    told.with(|_, claim| {
        let region = |code: &&str| Region::parse(code).expect("tests name regions that exist");
        claim.population.regions = Some(codes.iter().map(region).collect());
        let regions = codes.iter().map(|&code| code.to_owned()).collect();
        claim.said.people = Some(People { regions, ..People::default() });
    })
}

fn worded(told: Told, facet: &str, value: &str) -> Told {
    told.with(|_, claim| {
        claim.wording.insert(facet.to_owned(), value.to_owned());
    })
}

fn joined(told: Told, by: Join) -> Told {
    told.with(|_, claim| {
        let proposition = Proposition::new("follows", Facets::new());
        Arc::make_mut(&mut claim.proposition).joined =
            Some((by, vec![Literal { negated: false, proposition }]));
    })
}

#[test]
fn what_can_be_rounded_to_has_not_moved() {
    check(source(), citation(), &[]);
    check(source().share("57.5 %"), citation().share("57 %"), &[]);
    check(source().share("53 %"), citation().share("half"), &[]);
    check(source().share("14 %"), citation().share("15 %"), &[]);
    check(source().share("13 %"), citation().share("15 %"), &["figure"]);
}

#[test]
fn a_bound_or_a_word_does_not_become_exact() {
    check(source().share("more than 50 %"), citation().share("60 %"), &["exactness"]);
    check(source().share("most"), citation().share("more than half"), &[]);
}

// 72 % never or hardly ever: 28 % or more ever.
#[test]
fn a_dropped_step_of_the_scale_is_another_threshold() {
    let cut = |told: Told, step: &str| {
        negated(told.share("72 %")).with(|_, claim| claim.said.cut = Some(step.to_owned()))
    };
    let (from, to) = (cut(source(), "hardly-ever"), cut(citation(), "never"));
    check(from.clone(), to.clone(), &["threshold"]);
    check(from.clone(), cut(citation(), "hardly-ever"), &[]);
    let Axis::Threshold { shares: Some([one, other]), steps, .. } = first(from, to) else {
        panic!("it is another threshold");
    };
    assert_eq!(steps, ["hardly-ever", "never"]);
    assert_eq!((one.lo_f64(), one.hi_f64()), (0.275, 1.0));
    assert_eq!((other.lo_f64(), other.hi_f64()), (0.275, 0.285));
}

#[test]
fn the_opposite_of_a_share_is_its_complement_or_another_polarity() {
    check(source(), negated(citation().share("72 %")), &["derived"]);
    check(source(), negated(citation().share("28 %")), &["polarity"]);
    let axis = first(source(), negated(citation().share("28 %")));
    assert!(axis.reverses(0.05));
    assert!(!first(source(), citation().share("38 %")).reverses(0.05));
    assert!(first(source(), citation().share("82 %")).reverses(0.05));
    let close = |delta| first(source().share("49 %"), citation().share("51 %")).reverses(delta);
    assert!(close(0.005) && !close(0.05));
}

#[test]
fn a_base_is_widened_narrowed_or_lost() {
    let part = || of(source(), &["adults", "shoppers"]);
    check(part(), of(citation(), &["adults"]), &["base"]);
    check(source(), of(citation(), &["adults", "shoppers"]), &["base"]);
    check(part(), of(citation(), &["teens"]), &["base"]);
    check(part(), of(citation(), &["adults", "shoppers"]), &[]);
    // Whoever says nothing of the base has not told another one.
    check(part(), citation(), &[]);
    let other = source().with(|_, claim| claim.base = among("shoppers"));
    check(other, of(citation(), &["teens"]), &["population"]);
}

#[test]
fn a_base_that_is_not_disclosed_may_be_another_one() {
    let open = of(source(), &["adults", "unknown"]);
    check(open.clone(), of(citation(), &["adults", "shoppers"]), &["base?"]);
    check(open, of(citation(), &["adults"]), &[]);
}

#[test]
fn a_name_for_several_countries_is_no_other_place() {
    check(source().region("US"), in_places(citation(), &["150"]), &["country"]);
    check(source().region("FR"), in_places(citation(), &["150"]), &["country"]);
    check(in_places(source(), &["FR", "DE"]), in_places(citation(), &["150"]), &[]);
    check(in_places(source(), &["FR", "DE"]), in_places(citation(), &["FR"]), &["country"]);
    check(source(), in_places(citation(), &["FR"]), &[]);
}

#[test]
fn a_source_that_was_seen_in_part_leaves_it_open() {
    let part = source().region("US").with(|_, claim| claim.said.incomplete = true);
    check(part, in_places(citation(), &["150"]), &["country?"]);
}

#[test]
fn the_year_of_publication_is_not_that_of_the_interviews() {
    let stated = |period: &str| {
        citation().with(|_, claim| {
            claim.period = period.parse().ok();
            claim.said.period = Some(Place::span(0..1));
        })
    };
    check(source(), stated("2014"), &["period"]);
    check(source(), stated("2013"), &[]);
}

#[test]
fn other_words_are_another_measure() {
    let measured = |told, value| worded(told, "measure", value);
    check(measured(source(), "top-two"), measured(citation(), "hides"), &["behaviour"]);
    check(measured(source(), "top-two"), citation(), &[]);
    check(measured(source(), "top-two"), measured(citation(), "unknown"), &[]);
    // Two values of what only narrows may be two words for one thing.
    let after = |told, value| worded(told, "trigger", value);
    check(after(source(), "message"), after(citation(), "advertisement"), &["behaviour?"]);
    check(after(source(), "message"), citation(), &["condition"]);
}

#[test]
fn another_proposition_is_another_object() {
    let about = |told: Told, concept: &str, channel: Option<&str>| {
        told.with(|_, claim| {
            let facets = channel.map(|one| ("channel".to_owned(), one.to_owned()));
            claim.proposition = Proposition::new(concept, facets.into_iter().collect()).into();
        })
    };
    let facebook = Some("facebook");
    check(source(), about(citation(), "liked", None), &["object"]);
    check(about(source(), "liked", facebook), about(citation(), "liked", Some("x")), &["object"]);
    check(about(source(), "liked", facebook), about(citation(), "liked", None), &["object"]);
    // It may be what the source meant.
    check(about(source(), "liked", None), about(citation(), "liked", facebook), &["object?"]);
}

#[test]
fn this_or_that_is_not_this() {
    check(joined(source(), Join::Or), citation(), &["compound"]);
    check(joined(source(), Join::Or), joined(citation(), Join::Or), &[]);
    check(joined(source(), Join::Or), joined(citation(), Join::And), &["compound"]);
}

#[test]
fn answers_that_are_counted_one_by_one_are_not_one() {
    let other = || {
        source().named("follows").with(|_, claim| {
            claim.proposition = Proposition::new("follows", Facets::new()).into();
        })
    };
    let unnamed = || joined(citation(), Join::And).with(|_, claim| claim.said.cites = None);
    assert_eq!(axes_of([source(), other(), unnamed()]), ["merged"]);
    let both = joined(source(), Join::And).named("both");
    assert!(axes_of([source(), other(), both, unnamed()]).is_empty());
}

// From 36 %, up by 50 % leads to 54 %, not to 50 %.
#[test]
fn to_is_not_by() {
    let forecast = source().named("forecast").share("50 %").with(|_, claim| {
        claim.target = "2014".parse().ok();
    });
    let by = saying(citation(), change("50 %", Unit::PercentChange)).with(|_, claim| {
        claim.target = "2014".parse().ok();
        claim.said.cites = Some("fixture-a/survey/forecast".to_owned());
    });
    let judged = judge_citations(&base([source().share("36 %"), forecast, by]));
    let Axis::ToBy { leads_to: Some(set), .. } = &judged[0].hops[0].moved[0].axis else {
        panic!("{judged:?}");
    };
    assert!(set.lo_f64() < 0.54 && 0.54 < set.hi_f64() && 0.505 < set.lo_f64());
}

#[test]
fn shares_ratios_points_and_percent_are_four_things() {
    let ratio = |told| saying(told, change("51 %", Unit::PercentChange));
    let points = |told, text| saying(told, change(text, Unit::Points));
    check(source().share("51 %"), ratio(citation()), &["ratio"]);
    check(ratio(source()), citation().share("51 %"), &["ratio"]);
    check(
        points(source(), "18"),
        saying(citation(), change("18 %", Unit::PercentChange)),
        &["points"],
    );
    check(points(source(), "18"), points(citation(), "18"), &[]);
    check(points(source(), "18"), points(citation(), "28"), &["figure"]);
    check(points(source(), "7"), citation().share("7 %"), &["to-by"]);
    check(source().share("13 %"), points(citation(), "13"), &["to-by"]);
    let Axis::Ratio([Value::Share(_), Value::Reading(reading)]) =
        first(source().share("51 %"), ratio(citation()))
    else {
        panic!("it is a ratio");
    };
    assert!(matches!(reading.quantity, Quantity::PercentChange(_)));
}

#[test]
fn words_hide_how_large_a_share_is() {
    let rank = Statement::Rank { place: 1, from_last: false };
    check(source(), saying(citation(), rank.clone()), &["magnitude"]);
    check(saying(source(), rank.clone()), saying(citation(), rank), &[]);
}

#[test]
fn a_part_is_not_everybody() {
    check(source(), citation().share("nobody"), &["universal"]);
    check(source().share("less than 1 %"), citation().share("nobody"), &[]);
}

#[test]
fn more_than_any_other_is_refuted_by_one() {
    let above = |universal| {
        citation().with(|_, claim| {
            let side =
                |who: &str| OrderSide { universe: Some(who.to_owned()), ..OrderSide::default() };
            claim.said.universal = universal;
            claim.said.cites = None;
            claim.statement = Statement::Order;
            claim.said.says = Says::Order(Box::new(Order {
                words: Place::span(0..1),
                greater: side("teens"),
                lesser: side("adults"),
                by_far: false,
            }));
        })
    };
    let teens = |share: &str| {
        source().named("teens").share(share).with(|_, claim| claim.base = among("teens"))
    };
    assert_eq!(axes_of([source(), teens("20 %"), above(true)]), ["universal"]);
    let nothing = |told: [Told; 3]| {
        judge_citations(&base(told)).iter().all(|one| one.moved().next().is_none())
    };
    assert!(nothing([source(), teens("40 %"), above(true)]));
    assert!(nothing([source(), teens("20 %"), above(false)]));
}

// 83 % in five countries, and 17 % the other way round in one of them.
#[test]
fn a_figure_of_two_places_may_be_of_either() {
    let pool = || in_places(source().share("83 %"), &["FR", "AU"]);
    let part = |share: &str| in_places(negated(source().named("part").share(share)), &["AU"]);
    let same = in_places(source().named("same").share("83 %"), &["AU"]);
    let cited = || {
        citation()
            .share("83 %")
            .with(|_, claim| claim.population.regions.clone_from(&pool().claim.population.regions))
    };
    assert_eq!(axes_of([pool(), part("17 %"), same, cited()]), ["derived?", "country?"]);
    assert!(axes_of([pool(), part("20 %"), cited()]).is_empty());
}

#[test]
fn a_chain_is_followed_hop_by_hop() {
    let between = told("fixture-c").share("38 %").with(|_, claim| {
        claim.said.role = Role::Cited;
        claim.said.study = Some("fixture-a/survey".to_owned());
        claim.said.cites = Some(SOURCE.to_owned());
    });
    let last = citation().share("38 %").with(|_, claim| {
        claim.said.cites = Some(between.claim.id.clone());
    });
    let judged = judge_citations(&base([source(), between, last]));
    let moved: Vec<_> =
        judged[0].moved().map(|(hop, one)| (&hop.citing, one.axis.name())).collect();
    assert_eq!(judged[0].claim, "fixture-b/survey/bought");
    assert_eq!(moved, [(&"fixture-c/survey/bought".to_owned(), "figure")]);
}

#[test]
fn a_circle_of_citations_is_not_held_against_itself() {
    let round = |source: &str, cites: &str| {
        told(source).with(|_, claim| {
            claim.said.role = Role::Cited;
            claim.said.cites = Some(format!("{cites}/survey/bought"));
        })
    };
    let base = base([
        round("fixture-c", "fixture-a"),
        round("fixture-b", "fixture-c"),
        round("fixture-a", "fixture-b"),
        round("fixture-d", "fixture-b"),
        round("fixture-e", "fixture-d"),
        round("fixture-f", "fixture-f"),
    ]);
    let judged = judge_citations(&base);
    let hops: Vec<_> = judged.iter().map(|one| (one.claim.as_str(), one.hops.len())).collect();
    assert_eq!(hops, [("fixture-d/survey/bought", 1), ("fixture-e/survey/bought", 2)]);
    let sources = |claims: &[&Claim]| -> Vec<String> {
        claims.iter().map(|claim| claim.id.replace("/survey/bought", "")).collect()
    };
    let found = circles(&base);
    let found_sources: Vec<_> = found.iter().map(|circle| sources(circle)).collect();
    assert_eq!(found_sources, [vec!["fixture-a", "fixture-b", "fixture-c"], vec!["fixture-f"]]);
    assert_eq!(sources(&leading_into(&found[0], &base)), ["fixture-d", "fixture-e"]);
    assert!(leading_into(&found[1], &base).is_empty());
}

// Of what a citation that names no claim restates, only what is true of all may be said.
#[test]
fn a_citation_without_a_claim_is_held_against_all_that_it_may_restate() {
    let unnamed = || of(citation(), &["adults"]).with(|_, claim| claim.said.cites = None);
    let part = || of(source(), &["adults", "shoppers"]);
    let whole = source().named("whole");
    assert_eq!(axes_of([part(), part().named("other"), unnamed()]), ["base?"]);
    assert!(axes_of([part(), whole, unnamed()]).is_empty());
}
