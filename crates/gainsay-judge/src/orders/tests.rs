//! Lists of options that stand in no base, and arrows without claims.

use std::collections::BTreeSet;

use gainsay_claims::{Proposition, proposition::Facets};

use super::{arrows::Arrow, circles::circles, lead::lead, rivals::agreement};
use crate::{
    judgement::{OptionList, People, RankAgreement, RankedOption, Size, Standing},
    stats::{Answers, Ends, OrderVerdict, Thresholds},
};

fn option(name: &str, share: Option<f64>, place: usize, n: Option<u64>) -> RankedOption {
    let ends = |share: f64| Ends::new(share - 0.005, share + 0.005).expect("it is a share");
    RankedOption {
        proposition: Proposition::new(name, Facets::new()).into(),
        claim: name.to_owned(),
        share: share.map(ends),
        size: n.map_or(Size::Unknown, |n| Size::Published { n, deff: 2.0 }),
        floor: 100,
        score: share.unwrap_or(-f64::from(u32::try_from(place).expect("few"))),
    }
}

fn list(options: Vec<RankedOption>) -> OptionList {
    OptionList {
        study: "fixture-a/survey".to_owned(),
        topic: Proposition::new("trusts", Facets::new()),
        people: People::default(),
        complete: true,
        answers: Answers::Several,
        leads: options[1..]
            .iter()
            .filter_map(|other| lead(&options[0], other, Answers::Several, &Thresholds::default()))
            .collect(),
        options,
        stated_first: None,
    }
}

/// Options by rank, each named by a letter.
fn ranked(letters: &str) -> OptionList {
    let options = letters.chars().enumerate();
    list(options.map(|(place, one)| option(&one.to_string(), None, place, None)).collect())
}

fn compared(first: &str, second: &str) -> RankAgreement {
    let found = agreement([&ranked(first), &ranked(second)], &Thresholds::default());
    found.expect("they have options in common")
}

// The first two of twelve became the last two; the others keep their order. 2/66 and what is
// rarer still.
#[test]
fn a_reversed_end_is_found_where_the_whole_is_not() {
    let found = compared("abcdefghijkl", "cdefghijklba");
    assert!(found.tau > 0.3 && found.p > 0.5, "{found:?}");
    let end = found.end.as_ref().expect("an end is reversed");
    let names: Vec<_> = end.options.iter().map(ToString::to_string).collect();
    assert_eq!((names, end.first_leads), (vec!["a".to_owned(), "b".to_owned()], true));
    assert!((end.p - 0.047).abs() < 0.001, "{}", end.p);
    assert!(found.is_reversed(0.05));
    let other_way = compared("cdefghijklba", "abcdefghijkl").end.expect("it is the same end");
    assert!(!other_way.first_leads);
}

// One of twelve at the other end is what chance does in one of six.
#[test]
fn one_option_at_the_other_end_is_no_reversal() {
    let found = compared("abcdefghijkl", "bcdefghijkla");
    assert!(found.end.as_ref().is_some_and(|end| end.p > 0.15), "{found:?}");
    assert!(!found.is_reversed(0.05));
}

#[test]
fn what_only_one_has_is_named_and_not_compared() {
    let found = compared("xabcd", "dcbya");
    assert_eq!((found.common, found.inversions, found.tau), (4, 6, -1.0));
    let only = found.only.map(|only| only.iter().map(ToString::to_string).collect::<String>());
    assert_eq!(only, ["x", "y"]);
    assert_eq!(agreement([&ranked("ab"), &ranked("bc")], &Thresholds::default()), None);
}

fn shared(shares: &[(&str, f64)], n: Option<u64>) -> OptionList {
    list(shares.iter().map(|(name, share)| option(name, Some(*share), 0, n)).collect())
}

#[test]
fn only_established_pairs_make_a_reversal() {
    let up = [("a", 0.60), ("b", 0.45), ("c", 0.30), ("d", 0.15)];
    let down = [("d", 0.60), ("c", 0.45), ("b", 0.30), ("a", 0.15)];
    let of = |n| {
        let pair = [shared(&up, n), shared(&down, n)];
        agreement([&pair[0], &pair[1]], &Thresholds::default()).expect("four in common")
    };
    let (large, small) = (of(Some(2000)), of(Some(40)));
    assert_eq!((large.inversions, large.established), (6, 6));
    assert!(large.is_reversed(0.05));
    assert_eq!((small.inversions, small.tau), (6, -1.0));
    assert!(small.established < 6 && !small.is_reversed(0.05), "{small:?}");
}

// 61 % against 55 % of 1,056: an order of a random sample, which a design effect of 2 leaves open.
#[test]
fn a_lead_is_told_with_and_without_the_design_effect() {
    let found = shared(&[("a", 0.61), ("b", 0.55)], Some(1056)).leads.remove(0);
    assert_eq!(found.as_random, OrderVerdict::Established);
    assert_eq!(found.verdict, OrderVerdict::Undecided);
    let needed = found.needed.expect("rounding leaves a gap");
    let enough = shared(&[("a", 0.61), ("b", 0.55)], Some(needed));
    assert_eq!(enough.leads[0].verdict, OrderVerdict::Established);
    let one_less = shared(&[("a", 0.61), ("b", 0.55)], Some(needed - 1));
    assert_eq!(one_less.leads[0].verdict, OrderVerdict::Undecided);
}

#[test]
fn an_unknown_size_is_no_size() {
    let found = shared(&[("a", 0.9), ("b", 0.2)], None);
    assert_eq!(found.leads[0].cases, None);
    assert!(found.has_established_first(), "any hundred people establish it");
    let near = shared(&[("a", 0.40), ("b", 0.37)], None);
    assert!(!near.has_established_first());
    let names = |ceiling| -> Vec<_> {
        near.contenders(ceiling).map(|option| option.claim.clone()).collect()
    };
    assert_eq!(names(1000), ["a", "b"]);
    assert_eq!(names(1_000_000), ["a"]);
}

fn arrow(study: &str, greater: &str, lesser: &str) -> Arrow {
    let thing = |name: &str| Standing {
        proposition: Proposition::new(name, Facets::new()).into(),
        people: People::default(),
    };
    Arrow {
        study: study.to_owned(),
        claims: vec![format!("{study}/{greater}-{lesser}")],
        greater: thing(greater),
        lesser: thing(lesser),
        is_worded: true,
        is_published: true,
    }
}

// Two circles through one arrow: the shorter one is shown, and the arrow they share would open
// both.
#[test]
fn the_shortest_circle_is_shown_with_what_would_open_all() {
    let arrows = [
        arrow("one", "a", "b"),
        arrow("two", "b", "c"),
        arrow("three", "c", "d"),
        arrow("three", "d", "a"),
        arrow("four", "c", "a"),
    ];
    let found = circles(&arrows);
    assert_eq!(found.len(), 1, "{found:?}");
    let claims: BTreeSet<_> =
        found[0].steps.iter().flat_map(|step| &step.claims).map(String::as_str).collect();
    assert_eq!(claims, ["one/a-b", "two/b-c", "four/c-a"].into());
    assert_eq!((&found[0].study, found[0].removable), (&None, Some([1, 5])));
}

#[test]
fn two_studies_of_opposite_shares_are_left_to_other_rules() {
    let by_shares = |arrow: Arrow| Arrow { is_worded: false, ..arrow };
    let pair = [arrow("one", "a", "b"), arrow("two", "b", "a")];
    assert_eq!(circles(&pair).len(), 1);
    assert_eq!(circles(&pair.map(by_shares)), []);
}

#[test]
fn a_misquoted_order_is_no_circle() {
    let quoted = Arrow { is_published: false, ..arrow("one", "b", "a") };
    assert_eq!(circles(&[arrow("one", "a", "b"), quoted.clone()]), []);
    assert_eq!(circles(&[arrow("two", "a", "b"), quoted]).len(), 1);
}
