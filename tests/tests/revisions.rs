//! Two real editions of the same polls: a verdict opens again when a figure that it relied on
//! was revised, and not when a house was renamed.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use gainsay_tests::program::{gainsay, on_base};
use serde_json::Value;

const DAY: [&str; 2] = ["--today", "2026-10-02"];

/// What a verdict relies on of a poll: its figure, its size and its date.
type Relied = [String; 3];

struct Poll {
    id: String,
    race: String,
    pollster: String,
    relied: Relied,
}

fn polls(edition: &str) -> Vec<Poll> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("revisions/{edition}.csv"));
    let text = fs::read_to_string(path).expect("the edition is there");
    text.lines().skip(1).map(poll).collect()
}

fn poll(line: &str) -> Poll {
    let cells: Vec<&str> = line.split(',').collect();
    let [id, race, pollster, date, size, _, share] = cells[..] else { panic!("{line}") };
    let [month, day, year] = date.split('/').collect::<Vec<_>>()[..] else { panic!("{line}") };
    Poll {
        id: id.to_owned(),
        race: race.to_lowercase().replace('_', "-"),
        pollster: pollster.to_owned(),
        relied: [share.to_owned(), size.to_owned(), format!("{year}-{month:0>2}-{day:0>2}")],
    }
}

/// Writes the documents of an edition, and the words that they use.
fn write(base: &Path, polls: &[Poll]) {
    let sources = base.join("sources/polls");
    fs::remove_dir_all(&sources).ok();
    for folder in [sources.clone(), base.join("vocabulary")] {
        fs::create_dir_all(folder).expect("the folder is made");
    }
    let configuration = "[sources]\npolls = { plugin = \"transcript\" }\n";
    fs::write(base.join("gainsay.toml"), configuration).expect("it can be written");
    let races: BTreeSet<&str> = polls.iter().map(|one| one.race.as_str()).collect();
    let concept = |race: &&str| {
        format!(
            "[concept.leads-{race}]\nlabel = {{ en = \"would vote, {race}\", fr = \"voterait, {race}\" }}\n"
        )
    };
    let words: String = races.iter().map(concept).collect();
    let voters = "[universe.voters]\nlabel = { en = \"voters\", fr = \"électeurs\" }\n";
    fs::write(base.join("vocabulary/words.toml"), words + voters).expect("it can be written");
    for one in polls {
        let [share, size, date] = &one.relied;
        let text = format!(
            "[study]\ntitle = \"Poll\"\npublisher = \"{}\"\nregions = [\"US\"]\n\
             universe = \"voters\"\nfieldwork = \"{date}\"\nn = \"{size}\"\n\n[[finding]]\n\
             id = \"first\"\nconcept = \"leads-{}\"\nshare = \"{share} %\"\nmark = \"secondary\"\n",
            one.pollster, one.race
        );
        fs::write(sources.join(format!("q{}.toml", one.id)), text).expect("it can be written");
    }
}

/// The findings of a base by key: how each stands, and the claims it rests on.
fn findings(base: &Path) -> BTreeMap<String, (String, BTreeSet<String>)> {
    // Whether something is open is what is looked for, so either exit is right.
    let output = gainsay(&["check", "--output-format", "json", "--base"])
        .arg(base)
        .args(DAY)
        .output()
        .expect("the program starts");
    let found: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let all = found["diagnostics"].as_array().expect("a list");
    let text = |value: &Value| value.as_str().expect("a text").to_owned();
    let finding = |one: &Value| {
        let review = one.get("review")?;
        let claims = review["claims"].as_array().expect("a list").iter().map(text).collect();
        Some((text(&review["key"]), (text(&review["state"]), claims)))
    };
    all.iter().filter_map(finding).collect()
}

#[test]
fn a_revision_opens_the_verdicts_whose_figures_changed_and_no_other() {
    let base = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("revisions");
    fs::remove_dir_all(&base).ok();
    fs::create_dir_all(&base).expect("the folder is made");
    let [earlier, later] = ["2021", "2023"].map(polls);
    write(&base, &earlier);
    on_base(&base, &[&["review", "--defer", "--who", "A. Reader"], &DAY[..]].concat(), 0);
    let before = findings(&base);
    write(&base, &later);
    let after = findings(&base);

    let relied = |polls: &[Poll]| -> BTreeMap<String, Relied> {
        let claim = |one: &Poll| (format!("polls/q{}/first", one.id), one.relied.clone());
        polls.iter().map(claim).collect()
    };
    let [was, is] = [relied(&earlier), relied(&later)];
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (key, (state, claims)) in &after {
        let expected = match before.get(key) {
            None => "open",
            Some((_, old)) if old != claims => "stale",
            Some(_) if claims.iter().any(|claim| was[claim] != is[claim]) => "stale",
            Some(_) => "deferred",
        };
        assert_eq!(state, expected, "{key}");
        *counts.entry(expected).or_default() += 1;
    }
    assert!(counts.contains_key("stale"), "{counts:?}");
    assert!(counts.contains_key("deferred"), "{counts:?}");
}
