//! What reviewers look through: lists, their forms, and what has ended.

use std::fs;

use gainsay_tests::program::{json_on_base, on_base};

use super::{DAY, KEY, MARIE, PAUL, base, bought, states, text};

#[test]
fn what_was_put_off_is_listed_with_its_reason_and_its_end() {
    let base = base("deferred");
    let likes = "diverging-shares:likes";
    let later = ["review", KEY, "--defer", "--until", "2027-01-31", "--reason", "ask the house"];
    text(&base, &[&later, &MARIE, &DAY], 0);
    text(&base, &[&["review", likes, "--confirm", "--reason", "both"], &MARIE, &DAY], 0);
    let listed = text(&base, &[&["review", "--deferred"], &DAY], 0);
    let line = "    deferred (Marie Exemple, 2 October 2026): ask the house; holds until 31 January 2027\n";
    assert!(listed.contains(line) && listed.ends_with("1 finding\n"), "{listed}");
    let french = text(&base, &[&["review", "--deferred", "--lang", "fr"], &DAY], 0);
    assert!(french.contains("vaut jusqu'au 31 janvier 2027\n"), "{french}");
    let listed = json_on_base(&base, &[&["review", "--deferred"], &DAY[..]].concat(), 0);
    let findings = listed["findings"].as_array().expect("a list");
    assert_eq!(findings.len(), 1, "{listed}");
    assert_eq!(findings[0]["review"]["key"], KEY);
    assert_eq!(findings[0]["review"]["answers"][0]["until"], "2027-01-31");
}

#[test]
fn a_list_has_forms_and_an_answer_has_none() {
    let base = base("form");
    let concise = text(&base, &[&["review", "--output-format", "concise"], &DAY], 0);
    assert_eq!(concise.matches(" diverging-shares error: ").count(), 2, "{concise}");
    for command in [&["review", "--defer"][..], &["review", "--agreement"]] {
        let asked = [command, &["--output-format", "json"]].concat();
        let output = on_base(&base, &asked, 2);
        assert!(String::from_utf8_lossy(&output.stderr).contains("for lists of findings only"));
    }
    assert!(!base.join("verdicts").exists());
}

#[test]
fn verdicts_that_have_ended_are_folded() {
    let base = base("ended");
    text(&base, &[&["review", "--defer"], &MARIE, &DAY], 0);
    let after = ["--today", "2027-12-01"];
    let folded = text(&base, &[&["check"], &after], 1);
    let line = "  2 verdicts have ended in verdicts/marie-exemple.toml: `gainsay check --select expired-verdict`\n";
    assert!(folded.contains(line) && !folded.contains("note[expired"), "{folded}");
    for all in [&["check", "--all"][..], &["check", "--select", "expired-verdict"]] {
        let shown = on_base(&base, &[all, &after].concat(), i32::from(all.len() == 2));
        let shown = String::from_utf8_lossy(&shown.stdout).into_owned();
        assert_eq!(shown.matches("note[expired-verdict]").count(), 2, "{shown}");
    }
}

#[test]
fn what_could_not_be_read_is_told_whatever_is_selected() {
    let base = base("unread");
    fs::create_dir(base.join("verdicts")).expect("it is made");
    let verdict = format!(
        "[[verdict]]\nfinding = \"{KEY}\"\nstatus = \"confirmed\"\nreason = \"\"\n\
         who = \"A\"\non = 2026-10-02\n"
    );
    fs::write(base.join("verdicts/a.toml"), verdict).expect("it is written");
    let shown = text(&base, &[&["check", "--select", "orders"], &DAY], 1);
    assert!(shown.contains("error[invalid-file]"), "{shown}");
    assert!(shown.contains("`reason` is empty"), "{shown}");
    text(&base, &[&["check", "--select", "orders", "--ignore", "invalid-file"], &DAY], 0);
}

/// What a verdict says that one reviewer gave and that another's does not need.
const GIVEN: &str = "    confirmed (Marie Exemple, 2 October 2026): both are right\n";

#[test]
fn a_verdict_that_has_changed_ground_is_listed_although_another_one_holds() {
    let base = base("stale-beside");
    text(&base, &[&["review", KEY, "--confirm", "--reason", "both are right"], &MARIE, &DAY], 0);
    let stale = || text(&base, &[&["review", "--stale"], &DAY], 0);
    assert_eq!(stale(), "0 findings\n");
    bought(&base, "19 %");
    text(&base, &[&["review", KEY, "--false-positive", "--reason", "no"], &PAUL, &DAY], 0);
    assert_eq!(states(&base, &[&DAY], 1)[0].1, "false-positive");
    let checked = text(&base, &[&["check", "--select", "stale-verdict"], &DAY], 0);
    assert!(checked.contains("`gainsay review --stale`"), "{checked}");
    let listed = stale();
    assert!(listed.contains(&format!("  {KEY} (false positive)\n")), "{listed}");
    let change = "    since then `fixture-b/2013/bought`: figure 17.5% to 18.5% → 18.5% to 19.5%\n";
    assert!(listed.contains(&[GIVEN, change].concat()), "{listed}");
    text(&base, &[&["review", "--stale", "--accept"], &MARIE, &DAY], 0);
    assert_eq!(states(&base, &[&DAY], 1)[0].1, "conflicting");
    assert_eq!(stale(), "0 findings\n");
}

#[test]
fn a_verdict_that_has_ended_is_listed_although_another_one_holds() {
    let base = base("expired-beside");
    let short = ["review", KEY, "--confirm", "--reason", "both are right", "--until", "2026-11-01"];
    text(&base, &[&short, &MARIE, &DAY], 0);
    text(&base, &[&["review", KEY, "--confirm", "--reason", "so it is"], &PAUL, &DAY], 0);
    let expiring = |day| text(&base, &[&["review", "--expiring", "--today", day]], 0);
    assert_eq!(expiring("2026-11-01"), "0 findings\n");
    let listed = expiring("2026-11-02");
    assert!(listed.contains(": so it is; holds until 2 October 2027\n"), "{listed}");
    assert!(listed.contains(&[GIVEN, "    it held until 1 November 2026\n"].concat()), "{listed}");
}
