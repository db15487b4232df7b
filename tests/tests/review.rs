//! Verdicts from outside: recorded, kept, re-opened by what changed, merged in git.

#[path = "review/listed.rs"]
mod listed;
#[path = "review/rejected.rs"]
mod rejected;
#[cfg(target_os = "linux")]
#[path = "review/terminal.rs"]
mod terminal;
#[path = "review/who.rs"]
mod who;

use std::{
    fs,
    path::{Path, PathBuf},
    process::Stdio,
};

use gainsay_tests::{
    base::shipped,
    git::{commit, git, init},
    program::{gainsay, json_on_base, on_base},
    small::{self, document, study},
    tree,
};
use serde_json::Value;

const KEY: &str = "diverging-shares:bought";
const MARIE: [&str; 2] = ["--who", "Marie Exemple <marie@example.org>"];
const PAUL: [&str; 2] = ["--who", "Paul Exemple <paul@example.org>"];
const DAY: [&str; 2] = ["--today", "2026-10-02"];

fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("review").join(name);
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder).expect("the folder is made");
    folder
}

/// Changes what people bought by the second study.
fn bought(base: &Path, share: &str) {
    let text = study("fixture-b", &[("bought", share), ("likes", "61 %")]);
    fs::write(base.join(document("fixture-b")), text).expect("it is written");
}

/// A base in which two studies contradict each other on what people bought and like.
fn base(name: &str) -> PathBuf {
    let base = folder(name);
    tree::write(
        &base,
        &small::base(&[
            ("fixture-a", &[("bought", "28 %"), ("likes", "50 %")]),
            ("fixture-b", &[("bought", "18 %"), ("likes", "61 %")]),
        ]),
    );
    base
}

#[track_caller]
fn text(base: &Path, arguments: &[&[&str]], code: i32) -> String {
    let output = on_base(base, &arguments.concat(), code);
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// The keys of what is found and how each stands.
#[track_caller]
fn states(base: &Path, arguments: &[&[&str]], code: i32) -> Vec<(String, String)> {
    let found = json_on_base(base, &[&["check"], &arguments.concat()[..]].concat(), code);
    let review = |one: &Value| {
        let review = one.get("review")?;
        let text = |name: &str| review[name].as_str().expect("a text").to_owned();
        Some((text("key"), text("state")))
    };
    let all = found["diagnostics"].as_array().expect("a list");
    let mut states: Vec<_> = all.iter().filter_map(review).collect();
    states.sort();
    states
}

fn state(key: &str, state: &str) -> (String, String) {
    (key.to_owned(), state.to_owned())
}

#[test]
fn a_verdict_holds_until_what_it_relied_on_changes_or_it_ends() {
    let base = base("story");
    let likes = "diverging-shares:likes";
    assert_eq!(states(&base, &[&DAY], 1), [state(KEY, "open"), state(likes, "open")]);

    let accepted = ["review", "diverging-shares:b", "--accept", "--cause", "wording"];
    let reason = ["--reason", "one asked about the last week"];
    let told = text(&base, &[&accepted, &reason, &MARIE, &DAY], 0);
    let expected =
        format!("`{KEY}` explained until 2 October 2027, in verdicts/marie-exemple.toml\n");
    assert_eq!(told, expected);
    text(&base, &[&["review", likes, "--confirm", "--reason", "both are right"], &MARIE, &DAY], 0);
    assert_eq!(states(&base, &[&DAY], 0), [state(KEY, "explained"), state(likes, "confirmed")]);
    let shown = text(&base, &[&["check"], &DAY], 0);
    assert!(!shown.contains(KEY) && shown.contains("both are right"), "{shown}");
    assert!(shown.contains("2 reviewed: 1 explained, 1 confirmed\n"), "{shown}");

    // Written otherwise and moved down, the same is said.
    let path = base.join("sources/fixture-b/2013.toml");
    let document = fs::read_to_string(&path).expect("a text").replace("18 %", "18%");
    fs::write(&path, format!("# checked\n\n{document}")).expect("it can be written");
    assert_eq!(states(&base, &[&DAY], 0).len(), 2);

    bought(&base, "19 %");
    assert_eq!(states(&base, &[&DAY], 1), [state(KEY, "stale"), state(likes, "confirmed")]);
    let listed = text(&base, &[&["review", "--stale"], &DAY], 0);
    let changed: Vec<&str> = listed.lines().filter(|line| line.contains(" → ")).collect();
    let change = "    since then `fixture-b/2013/bought`: figure 17.5% to 18.5% → 18.5% to 19.5%";
    assert_eq!(changed, [change]);
    let french = text(&base, &[&["review", "--stale", "--lang", "fr"], &DAY], 0);
    assert!(french.contains("chiffre 17,5\u{202f}% à 18,5\u{202f}% →"), "{french}");

    let later = ["--today", "2026-12-01"];
    text(&base, &[&["review", "--stale", "--accept"], &MARIE, &later], 0);
    assert_eq!(states(&base, &[&later], 0)[0], state(KEY, "explained"));
    let kept = fs::read_to_string(base.join("verdicts/marie-exemple.toml")).expect("a text");
    assert!(kept.contains("one asked about the last week"), "{kept}");

    let expiring = |day: &str| text(&base, &[&["review", "--expiring", "--today", day]], 0);
    assert!(expiring("2027-08-01").starts_with("0 findings"));
    assert!(expiring("2027-08-31").contains(likes));
    let after = ["--today", "2027-11-01"];
    assert_eq!(states(&base, &[&after], 1), [state(KEY, "explained"), state(likes, "expired")]);
    assert_eq!(states(&base, &[&["--today", "2027-12-02"]], 1)[0], state(KEY, "expired"));
}

#[test]
fn a_shipped_base_is_adopted_in_one_step() {
    let base = folder("adopted");
    tree::write(&base, &tree::read(&shipped(), &[]));
    text(&base, &[&["review", "--defer"], &MARIE, &DAY], 0);
    let states = states(&base, &[&["--fail-on", "note"], &DAY], 0);
    assert!(states.len() > 50, "{states:?}");
    assert!(states.iter().all(|(_, state)| state == "deferred"), "{states:?}");
}

#[test]
fn what_is_wrong_in_a_file_costs_its_own_block() {
    let base = base("wrong");
    text(&base, &[&["review", KEY, "--confirm", "--reason", "both"], &MARIE, &DAY], 0);
    let path = base.join("verdicts/marie-exemple.toml");
    let good = fs::read_to_string(&path).expect("a text");
    let bad = "\n[[verdict]]\nfinding = \"diverging-shares:likes\"\nstatus = \"explaned\"\n";
    fs::write(&path, good + bad).expect("it can be written");
    let found = json_on_base(&base, &[&["check"], &DAY[..]].concat(), 1);
    let all = found["diagnostics"].as_array().expect("a list");
    let invalid: Vec<&Value> = all.iter().filter(|one| one["rule"] == "invalid-file").collect();
    // The status, and what is missing.
    assert_eq!(invalid.len(), 4, "{invalid:?}");
    assert_eq!(invalid[0]["labels"][0]["at"]["path"], "verdicts/marie-exemple.toml");
    assert_eq!(states(&base, &[&DAY], 1)[0], state(KEY, "confirmed"));
}

#[test]
fn who_answers_and_what_is_answered_has_to_be_known() {
    let base = base("refused");
    let refused = |arguments: &[&str]| {
        let arguments = [&["review"], arguments].concat();
        let output = on_base(&base, &arguments, 2);
        assert_eq!(output.stdout, b"");
        String::from_utf8(output.stderr).expect("UTF-8")
    };
    let marie = |arguments: &[&str]| refused(&[arguments, &MARIE].concat());
    let nearest = marie(&["diverging-share:bought", "--confirm", "--reason", "x"]);
    assert!(nearest.contains(&format!("the nearest is `{KEY}`")), "{nearest}");
    assert!(marie(&["diverging", "--confirm", "--reason", "x"]).contains("several findings"));
    assert!(marie(&[KEY, "--confirm"]).contains("needs a reason"));
    for empty in ["", " \n"] {
        let told = marie(&[KEY, "--defer", "--reason", empty]);
        assert!(told.contains("needs a reason"), "{told}");
    }
    assert!(marie(&[KEY, "--accept", "--reason", "x"]).contains("names no difference"));
    // What the rule names is no reason of the reviewer.
    let told = marie(&[KEY, "--accept", "--cause", "wording"]);
    assert!(told.contains(&format!("a verdict on `{KEY}` needs a reason")), "{told}");
    let french = marie(&[KEY, "--accept", "--cause", "wording", "--lang", "fr"]);
    assert!(french.contains("demande une raison\u{a0}; donner --reason TEXTE"), "{french}");
    let far = ["--until", "2030-01-01", "--reason", "x"];
    assert!(marie(&[&[KEY, "--confirm"], &far[..]].concat()).contains("a verdict ends between"));
    assert!(refused(&[KEY, "--confirm", "--reason", "x", "--who", " "]).contains("--who NAME"));
    assert!(!base.join("verdicts").exists(), "nothing was written");
}

#[test]
fn without_a_terminal_nothing_is_asked() {
    let base = base("listed");
    let mut command = gainsay(&["review", "--base"]);
    let output = command.arg(&base).args(DAY).stdin(Stdio::null()).output().expect("it starts");
    let listed = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(listed.ends_with("2 to decide: 2 reversals\n") && listed.contains(KEY), "{listed}");
    assert!(!listed.contains("[a]ccept"), "{listed}");
}

#[test]
fn own_verdicts_on_what_is_gone_are_pruned() {
    let base = base("pruned");
    text(&base, &[&["review", "--defer"], &MARIE, &DAY], 0);
    text(&base, &[&["review", KEY, "--confirm", "--reason", "x"], &PAUL, &DAY], 0);
    bought(&base, "28 %");
    let shown = text(&base, &[&["check"], &DAY], 0);
    assert_eq!(shown.matches("note[unmatched-verdict]").count(), 2, "{shown}");
    text(&base, &[&["review", "--prune"], &MARIE, &DAY], 0);
    let left = text(&base, &[&["check"], &DAY], 0);
    assert_eq!(left.matches("note[unmatched-verdict]").count(), 1, "{left}");
    assert!(left.contains("verdicts/paul-exemple.toml"), "{left}");
}

#[test]
fn reviewers_on_two_branches_merge_without_conflict() {
    let base = base("merged");
    init(&base);
    text(&base, &[&["review", "--defer"], &MARIE, &DAY], 0);
    commit(&base);
    git(&base, &["checkout", "--quiet", "-b", "paul"]);
    text(&base, &[&["review", KEY, "--confirm", "--reason", "p"], &PAUL, &DAY], 0);
    // One reviewer on both branches changes another block of the same file.
    let likes = "diverging-shares:likes";
    text(&base, &[&["review", likes, "--confirm", "--reason", "m"], &MARIE, &DAY], 0);
    commit(&base);
    git(&base, &["checkout", "--quiet", "main"]);
    let explained = ["review", KEY, "--accept", "--cause", "wording", "--reason", "m"];
    text(&base, &[&explained, &MARIE, &DAY], 0);
    commit(&base);
    git(&base, &["merge", "--quiet", "--no-edit", "paul"]);
    assert_eq!(states(&base, &[&DAY], 1), [state(KEY, "conflicting"), state(likes, "confirmed")]);
    let shown = text(&base, &[&["check"], &DAY], 1);
    assert!(shown.contains("note[conflicting-verdicts]"), "{shown}");
    // To put it off would leave it as it is.
    let file = base.join("verdicts/marie-exemple.toml");
    let before = fs::read_to_string(&file).expect("a text");
    let told = text(&base, &[&["review", "--defer"], &MARIE, &DAY], 0);
    assert!(told.starts_with(&format!("`{KEY}` not deferred")), "{told}");
    assert_eq!(fs::read_to_string(&file).expect("a text"), before);
    let agreement = text(&base, &[&["review", "--agreement"], &DAY], 0);
    assert!(
        agreement
            .starts_with("status: kappa 0.00 (n = 1, too few to say much: below 18); 0% of pairs"),
        "{agreement}"
    );
}
