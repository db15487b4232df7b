//! Who is who: only the reviewer's own verdicts are changed.

use std::fs;

use gainsay_tests::{
    git::{git, init},
    program::json_on_base,
};

use super::{DAY, KEY, MARIE, base, bought, states, text};

const BOBS: [[&str; 2]; 2] = [["--who", "Bob <a@example.org>"], ["--who", "Bob <b@example.org>"]];
const BARE: [&str; 2] = ["--who", "Bob"];

#[test]
fn a_name_that_two_reviewers_share_changes_the_verdict_of_neither() {
    let base = base("bobs");
    for bob in BOBS {
        text(&base, &[&["review", KEY, "--confirm", "--reason", "both"], &bob, &DAY], 0);
    }
    let files = ["verdicts/bob.toml", "verdicts/bob-b.toml"].map(|file| base.join(file));
    let read = || files.each_ref().map(|file| fs::read_to_string(file).expect("a text"));
    let before = read();
    text(&base, &[&["review", KEY, "--false-positive", "--reason", "no"], &BARE, &DAY], 0);
    assert_eq!(read(), before);
    let found = json_on_base(&base, &[&["check"], &DAY[..]].concat(), 1);
    let mut all = found["diagnostics"].as_array().expect("a list").iter();
    let finding = all.find(|one| one["review"]["key"] == KEY).expect("it is found");
    assert_eq!(finding["review"]["answers"].as_array().map(Vec::len), Some(3), "{finding}");

    bought(&base, "28 %");
    let pruned = text(&base, &[&["review", "--prune"], &BARE, &DAY], 0);
    assert_eq!(pruned.lines().count(), 1, "{pruned}");
    assert_eq!(read(), before);
}

#[test]
fn a_name_that_one_reviewer_has_is_his() {
    let base = base("bob");
    text(&base, &[&["review", KEY, "--confirm", "--reason", "both"], &BOBS[0], &DAY], 0);
    text(&base, &[&["review", KEY, "--false-positive", "--reason", "no"], &BARE, &DAY], 0);
    let written = fs::read_to_string(base.join("verdicts/bob.toml")).expect("a text");
    assert_eq!(written.matches("[[verdict]]").count(), 1, "{written}");
    assert_eq!(states(&base, &[&DAY], 1)[0].1, "false-positive");
}

#[test]
fn who_adopts_a_base_again_has_one_answer_once_he_judges() {
    let base = base("adopted-again");
    text(&base, &[&["review", KEY, "--confirm", "--reason", "both"], &MARIE, &DAY], 0);
    bought(&base, "19 %");
    init(&base);
    git(&base, &["config", "user.name", "Marie Exemple"]);
    git(&base, &["config", "user.email", "marie@example.org"]);
    let folder = base.to_str().expect("a path in UTF-8");
    text(&base, &[&["init", folder, "--baseline"], &DAY], 0);
    let answers = || {
        let files = ["verdicts/baseline.toml", "verdicts/marie-exemple.toml"];
        files.map(|file| {
            let text = fs::read_to_string(base.join(file)).expect("a text");
            text.matches(&format!("finding = \"{KEY}\"\n")).count()
        })
    };
    assert_eq!(answers(), [1, 1]);
    let told =
        text(&base, &[&["review", KEY, "--false-positive", "--reason", "no"], &MARIE, &DAY], 0);
    assert!(told.ends_with("in verdicts/marie-exemple.toml\n"), "{told}");
    assert_eq!(answers(), [0, 1]);
    let left = [(KEY, "false-positive"), ("diverging-shares:likes", "deferred")];
    assert_eq!(states(&base, &[&DAY], 0), left.map(|(key, one)| super::state(key, one)));
}
