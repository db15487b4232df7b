//! The life of a base in git, as its reviewers and its gate see it: adopted, contradicted,
//! reviewed, corrected, renewed, expired.

use std::{
    fs,
    path::{Path, PathBuf},
};

use gainsay_tests::{
    base::shipped,
    git::{commit, git, init},
    program::{json_on_base, on_base},
    tree,
};
use serde_json::Value;

const KEY: &str = "diverging-shares:social-ads-unbearable";
const DAY: [&str; 2] = ["--today", "2026-11-22"];
const LATER: [&str; 2] = ["--today", "2027-11-01"];

/// A study that asked the same people the same thing at the same time as a shipped one.
const STUDY: &str = r#"[study]
title = "Survey"
publisher = "Fixture Oak"
sponsor = "Fixture Oak Shops"
regions = ["FR"]
universe = "adults"
age = "18+"
mode = ["online"]
fieldwork = "12 June 2013 to 14 June 2013"
n = "1 000"

[[finding]]
id = "unbearable"
concept = "social-ads-unbearable"
share = "SHARE"
mark = "publisher"
"#;

/// A copy of the shipped base in a repository of its own.
fn repository() -> PathBuf {
    let base = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("story");
    fs::remove_dir_all(&base).ok();
    tree::write(&base, &tree::read(&shipped(), &[]));
    init(&base);
    git(&base, &["config", "user.name", "Marie Exemple"]);
    git(&base, &["config", "user.email", "marie@example.org"]);
    commit(&base);
    base
}

fn add_study(base: &Path, share: &str) {
    let path = base.join("sources/fixture-oak/2012.toml");
    fs::create_dir_all(path.parent().expect("it is in a folder")).expect("it is made");
    fs::write(path, STUDY.replace("SHARE", share)).expect("it is written");
}

/// The keys of what fails the gate, with the code that it ends with.
#[track_caller]
fn gate(base: &Path, arguments: &[&str], code: i32) -> Vec<String> {
    let asked = [&["check", "--locked", "--fail-on", "warning"], arguments].concat();
    let found = json_on_base(base, &asked, code);
    let is_open = |one: &&Value| {
        let state = one["review"]["state"].as_str();
        state.is_some_and(|state| ["open", "stale", "expired", "conflicting"].contains(&state))
    };
    let all = found["diagnostics"].as_array().expect("a list");
    let open = all.iter().filter(is_open).filter(|one| one["level"] != "note");
    open.map(|one| one["review"]["key"].as_str().expect("a key").to_owned()).collect()
}

#[track_caller]
fn said(base: &Path, arguments: &[&str], code: i32) -> String {
    String::from_utf8(on_base(base, arguments, code).stdout).expect("UTF-8")
}

#[test]
fn a_base_is_adopted_contradicted_reviewed_corrected_renewed_and_ends() {
    let base = repository();
    assert!(gate(&base, &DAY, 1).len() > 30);
    let folder = base.to_str().expect("a path in UTF-8");
    let adopt = [&["init", folder, "--baseline"][..], &DAY].concat();
    said(&base, &adopt, 0);
    commit(&base);
    assert_eq!(gate(&base, &DAY, 0), Vec::<String>::new());

    // A study that contradicts raises exactly that.
    let config = base.join("gainsay.toml");
    let text = fs::read_to_string(&config).expect("a text");
    let named = "[sources]\nfixture-oak = { plugin = \"transcript\" }\n";
    fs::write(&config, text.replacen("[sources]\n", named, 1)).expect("it is written");
    add_study(&base, "38 %");
    assert_eq!(gate(&base, &DAY, 1), [KEY]);
    assert_eq!(gate(&base, &[&["--since", "HEAD"], &DAY[..]].concat(), 1), [KEY]);

    // Reviewed once, it is settled.
    let reason = "the other study was commissioned to find this";
    let accept = ["review", KEY, "--accept", "--reason", reason];
    said(&base, &[&accept, &DAY[..]].concat(), 0);
    commit(&base);
    assert_eq!(gate(&base, &DAY, 0), Vec::<String>::new());

    // A corrected figure opens it again, and is all that is shown of it.
    add_study(&base, "41 %");
    assert_eq!(gate(&base, &DAY, 1), [KEY]);
    let stale = said(&base, &[&["review", "--stale"], &DAY[..]].concat(), 0);
    let changes: Vec<&str> = stale.lines().filter(|line| line.contains(" → ")).collect();
    let claim = "`fixture-oak/2012/unbearable`";
    let change = format!("    since then {claim}: figure 37.5% to 38.5% → 40.5% to 41.5%");
    assert_eq!(changes, [change]);

    // Renewed, it holds for another year; then it ends, before what was adopted ends.
    said(&base, &[&["review", "--stale", "--accept"], &DAY[..]].concat(), 0);
    assert_eq!(gate(&base, &DAY, 0), Vec::<String>::new());
    let text = said(&base, &[&["review", KEY], &DAY[..]].concat(), 0);
    assert!(text.contains(reason), "{text}");
    let until = ["review", KEY, "--accept", "--until", "2027-10-31"];
    said(&base, &[&until[..], &DAY].concat(), 0);
    commit(&base);
    assert_eq!(gate(&base, &["--today", "2027-10-31"], 0), Vec::<String>::new());
    assert_eq!(gate(&base, &LATER, 1), [KEY]);
}
