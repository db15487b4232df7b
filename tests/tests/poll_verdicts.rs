//! What the judge says of real polls, under the policy that ships.

use gainsay_tests::{
    base::folder,
    program::{json_on_base, on_base},
};
use serde_json::Value;

fn check(base: &str) -> Value {
    json_on_base(&folder(base), &["check"], 1)
}

/// The diagnostics of a rule on a proposition.
fn diagnostics<'a>(check: &'a Value, rule: &str, proposition: &str) -> Vec<&'a Value> {
    let all = check["diagnostics"].as_array().expect("a list");
    all.iter().filter(|one| one["rule"] == rule && one["proposition"] == proposition).collect()
}

fn proposition<'a>(check: &'a Value, id: &str) -> &'a Value {
    let all = check["propositions"].as_array().expect("a list");
    all.iter().find(|one| one["id"] == id).expect("the proposition is there")
}

fn pair<'a>(proposition: &'a Value, claims: [&str; 2]) -> &'a Value {
    let is_it = |one: &&Value| claims.iter().all(|id| one["left"] == *id || one["right"] == *id);
    proposition["pairs"].as_array().expect("a list").iter().find(is_it).expect("they are paired")
}

#[test]
fn the_run_off_has_no_contradiction_and_agrees_too_closely() {
    let check = check("french-presidential-2022");
    let run_off =
        "voting-intention[candidate=emmanuel-macron,opponent=marine-le-pen,round=run-off]";
    for rule in ["diverging-shares", "diverging-shares-across-populations"] {
        assert_eq!(diagnostics(&check, rule, run_off), Vec::<&Value>::new());
    }
    assert_eq!(diagnostics(&check, "agreement-too-close", run_off).len(), 1);
    let closeness = &proposition(&check, run_off)["closeness"];
    assert!(closeness["sum"].as_f64() < closeness["degrees"].as_f64(), "{closeness}");
}

#[test]
fn in_january_2016_yougov_dissents_on_the_sweden_democrats() {
    let check = check("swedish-parties");
    let sd = "votes-for[party=sd]";
    assert_eq!(diagnostics(&check, "diverging-shares", sd).len(), 1);
    let judged = proposition(&check, sd);
    let yougov = "swedish-polls/yougov-2016-01-21/sd";
    let ipsos = "swedish-polls/ipsos-2016-01-26/sd";
    assert_eq!(pair(judged, [ipsos, yougov])["verdict"], "conflict");
    let groups = judged["groups"].as_array().expect("a list").iter();
    let of_both = groups.filter(|group| {
        let claims = group["claims"].as_array().expect("a list");
        [ipsos, yougov].iter().all(|id| claims.iter().any(|claim| claim == id))
    });
    let dissenters: Vec<&Value> =
        of_both.flat_map(|group| group["dissenters"].as_array().expect("a list")).collect();
    assert!(!dissenters.is_empty());
    assert!(dissenters.iter().all(|one| one["claim"] == yougov), "{dissenters:?}");
    // A typing error in a date is bad input, and no contradiction.
    let all = check["diagnostics"].as_array().expect("a list");
    assert!(all.iter().any(|one| one["rule"] == "impossible-dates"));
}

#[test]
fn the_impeachment_pair_is_explained_by_dont_knows() {
    let [pew, yougov] = [
        "fivethirtyeight/impeachment-pew-research-center-2019-10-13/begin-inquiry/yes",
        "fivethirtyeight/impeachment-yougov-economist-2019-10-09/begin-inquiry/yes",
    ];
    let base = folder("us-impeachment-2019");
    let compared = |lang| {
        let output = on_base(&base, &["compare", yougov, pew, "--lang", lang], 0);
        String::from_utf8(output.stdout).expect("text")
    };
    let english = compared("en");
    let said = "without those who did not know: 51.7% and 55.1%, z = 2.08";
    assert!(english.contains(said), "{english}");
    let french = compared("fr");
    assert!(french.contains("sans ceux qui ne se prononcent pas"), "{french}");
}

#[test]
fn guns_are_answered_by_break_even_sizes() {
    let check = check("us-guns-2018");
    let all = check["propositions"].as_array().expect("a list");
    let pairs = || all.iter().flat_map(|one| one["pairs"].as_array().expect("a list"));
    assert!(pairs().count() > 0);
    assert!(pairs().all(|pair| pair.get("test").is_none() && pair.get("break_even").is_some()));
    let background = proposition(&check, "supports-gun-measure[measure=background-checks]");
    let smallest = background["pairs"].as_array().expect("a list").iter();
    let smallest = smallest.filter_map(|pair| pair["break_even"]["n"].as_u64()).min();
    // Half of what design effect 2 asks, for a random sample; the largest gap is 21 points.
    assert!(smallest.is_some_and(|n| n <= 2 * 26), "{smallest:?}");
}
