use gainsay_claims::facts::{Dimension, Directness, Status};
use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::{
    fixture::{self, DAY},
    given::Given,
    verdict::Verdicts,
};

fn verdict(finding: &str, status: Status) -> Verdict {
    let base = fixture::base();
    let verdict = fixture::verdict("A <a@example.org>", status, &base);
    let cause = vec![Dimension::Wording, Dimension::Base];
    let given = Given { cause, ..verdict.given };
    Verdict { finding: finding.to_owned(), given, ..verdict }
}

fn rejection(study: &str) -> Rejection {
    Rejection {
        study: study.to_owned(),
        reason: "a panel of one".to_owned(),
        who: "A <a@example.org>".to_owned(),
        on: DAY,
        until: None,
        at: verdict("", Status::Explained).at,
    }
}

/// Who answered in a text, and who answers now.
fn reviewers(text: &str, who: &str) -> Reviewers {
    let base = fixture::with_files(&[("verdicts/a.toml", text)]);
    let (verdicts, _) = Verdicts::read(&base, DAY);
    Reviewers::of(verdicts.signatures().chain([who]))
}

fn record(text: &str, verdict: &Verdict) -> Result<String, EditError> {
    super::record(&reviewers(text, &verdict.who), text, verdict)
}

fn reject(text: &str, rejection: &Rejection) -> Result<String, EditError> {
    super::reject(&reviewers(text, &rejection.who), text, rejection)
}

fn remove(text: &str, finding: &str, who: &str) -> Result<String, EditError> {
    super::remove(&reviewers(text, who), text, finding, who)
}

fn read(text: &str) -> Verdicts {
    let base = fixture::with_files(&[("verdicts/a.toml", text)]);
    let (verdicts, told) = Verdicts::read(&base, fixture::DAY);
    assert_eq!(told, [], "{text}");
    verdicts
}

fn keys(text: &str) -> Vec<String> {
    read(text).verdicts.into_iter().map(|one| one.finding).collect()
}

#[test]
fn a_new_file_reads_back() {
    let mut written = verdict("diverging:bought", Status::Explained);
    written.given.directness.insert(Dimension::Population, Directness::Low);
    written.given.reason = "« dit »\nsur deux lignes \"\\".to_owned();
    let text = record("", &written).expect("it is empty");
    assert!(
        text.starts_with("schema = 1\n\n[[verdict]]\nfinding = \"diverging:bought\"\n"),
        "{text}"
    );
    let read = read(&text).verdicts;
    written.at = read[0].at.clone();
    assert_eq!(read, [written]);
}

#[test]
fn blocks_stand_in_order_of_key_and_rejections_last() {
    let mut text = reject("", &rejection("fixture-a/2013")).expect("it is empty");
    for key in ["m:x", "a:x", "z:x", "b:x"] {
        text = record(&text, &verdict(key, Status::Confirmed)).expect("it is good");
    }
    assert_eq!(keys(&text), ["a:x", "b:x", "m:x", "z:x"]);
    assert!(text.find("[[rejection]]") > text.rfind("[[verdict]]"), "{text}");
    assert_eq!(read(&text).rejections.len(), 1);
}

const WRITTEN: &str = "\u{feff}# ours\r\nschema = 1 # of the file\r\n\r\n\
# first\r\n[[verdict]]\r\nfinding = \"a:x\"\r\nstatus   = 'deferred'  # for now\r\nreason = \"r\"\r\n\
who = \"A <a@example.org>\"\r\non = 2026-01-01 # a day\r\n\r\n\
# second\r\n[[verdict]]\r\nfinding = \"c:x\"\r\nstatus = \"deferred\"\r\nreason = \"r\"\r\n\
who = \"B\"\r\non = 2026-01-01\r\n# the end\r\n";

#[test]
fn a_change_keeps_comments_line_ends_and_every_other_byte() {
    let text = record(WRITTEN, &verdict("a:x", Status::Explained)).expect("it is good");
    let (start, end) =
        ("\u{feff}# ours\r\nschema = 1 # of the file\r\n\r\n# first\r\n", "# second");
    assert!(text.starts_with(start), "{text}");
    let tail = |text: &str| text[text.find(end).expect("it stays")..].to_owned();
    assert_eq!(tail(&text), tail(WRITTEN));
    assert!(text.contains("status   = \"explained\"  # for now\r\n"), "{text}");
    assert!(text.contains("on = 2026-10-02 # a day\r\n"), "{text}");
    assert!(text.contains("reason = \"looked at both\"\r\n"), "{text}");
    assert!(!text.replace("\r\n", "").contains('\n'), "{text}");
    let again = record(&text, &verdict("a:x", Status::Explained)).expect("it is good");
    assert_eq!(again, text);
}

#[test]
fn a_new_block_stands_between_the_others() {
    let text = record(WRITTEN, &verdict("b:x", Status::Explained)).expect("it is good");
    let at = WRITTEN.find("# second").expect("it is there");
    assert!(text.starts_with(&WRITTEN[..at]) && text.ends_with(&WRITTEN[at..]), "{text}");
    assert_eq!(keys(&text), ["a:x", "b:x", "c:x"]);
    let last = record(WRITTEN, &verdict("d:x", Status::Explained)).expect("it is good");
    assert!(last.starts_with(WRITTEN), "{last}");
}

#[test]
fn another_reviewer_has_a_block_of_his_own() {
    let text = record(WRITTEN, &verdict("c:x", Status::Explained)).expect("it is good");
    assert_eq!(keys(&text), ["a:x", "c:x", "c:x"]);
}

#[test]
fn who_signs_otherwise_changes_his_own_block() {
    let text = record("", &verdict("a:x", Status::Explained)).expect("it is written");
    let shorter = |who: &str| Verdict { who: who.to_owned(), ..verdict("a:x", Status::Confirmed) };
    let changed = record(&text, &shorter("A")).expect("it is changed");
    assert_eq!(keys(&changed), ["a:x"]);
    assert!(changed.contains("who = \"A\"\n"), "{changed}");
    let both = [shorter("A"), shorter("B <a@example.org>")];
    let who = Reviewers::of(["A <a@example.org>", "A"]);
    let changed = record_all(&who, &text, &both).expect("it is changed");
    assert_eq!(keys(&changed), ["a:x"]);
    let other = record(&text, &shorter("A <b@example.org>")).expect("it is added");
    assert_eq!(keys(&other), ["a:x", "a:x"]);
}

#[test]
fn a_name_that_two_reviewers_share_is_of_neither() {
    let signed = |who: &str| Verdict { who: who.to_owned(), ..verdict("a:x", Status::Confirmed) };
    let two = ["A <a@example.org>", "A <b@example.org>"];
    let text = two.iter().try_fold(String::new(), |text, who| record(&text, &signed(who)));
    let text = text.expect("it is good");
    let third = record(&text, &signed("A")).expect("it is good");
    let who: Vec<String> = read(&third).verdicts.into_iter().map(|one| one.who).collect();
    assert_eq!(who, [two[0], two[1], "A"]);
    assert_eq!(remove(&text, "a:x", "A").expect("it is good"), text);
}

#[test]
fn removing_takes_the_block_and_nothing_else() {
    let text = remove(WRITTEN, "a:x", "A <a@example.org>").expect("it is good");
    assert_eq!(keys(&text), ["c:x"]);
    assert!(text.contains("# first\r\n# second\r\n"), "{text}");
    assert_eq!(remove(WRITTEN, "a:x", "B").expect("it is good"), WRITTEN);
}

#[test]
fn a_cause_goes_with_the_explanation() {
    let text = record("", &verdict("a:x", Status::Explained)).expect("it is empty");
    let text = record(&text, &verdict("a:x", Status::Confirmed)).expect("it is good");
    assert!(!text.contains("cause"), "{text}");
}

#[test]
fn a_table_of_degrees_stays_a_table() {
    let written = "[[verdict]]\nfinding = \"a:x\"\nstatus = \"confirmed\"\nreason = \"r\"\n\
                   who = \"A <a@example.org>\"\non = 2026-01-01\n[verdict.directness]\n\
                   base = \"low\" # guessed\nmode = \"high\"\n";
    let mut rated = verdict("a:x", Status::Confirmed);
    rated.given.directness.insert(Dimension::Base, Directness::Exact);
    let text = record(written, &rated).expect("it is good");
    assert!(text.contains("base = \"exact\" # guessed\n"), "{text}");
    assert!(!text.contains("mode ="), "{text}");
    assert_eq!(read(&text).verdicts[0].given.directness, rated.given.directness);
}

#[test]
fn what_is_relied_on_changes_line_by_line() {
    let base = fixture::base();
    let text = record("", &verdict("a:x", Status::Confirmed)).expect("it is empty");
    let noted = text.replacen("evidence = [\n", "evidence = [\n  # both by phone\n", 1);
    let mut given = verdict("a:x", Status::Confirmed);
    let mut other = base.claims["fixture-b/2013/bought"].clone();
    other.n = gainsay_claims::sample::Sample::Exactly(9);
    given.evidence[1] = crate::Relied::of(&other, &base);
    let changed = record(&noted, &given).expect("it is good");
    let lines = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    let (before, after) = (lines(&noted), lines(&changed));
    let differ: Vec<_> = before.iter().zip(&after).filter(|(one, other)| one != other).collect();
    assert_eq!((before.len(), differ.len()), (after.len(), 1), "{changed}");
    assert!(differ[0].1.contains("n = \"9\""), "{changed}");
}

#[test]
fn a_file_that_cannot_be_split_is_not_changed() {
    let given = verdict("a:x", Status::Confirmed);
    assert!(matches!(record("[[verdict]", &given), Err(EditError::Syntax { .. })));
    let inline = ["[{ finding = \"a:x\" }]", "[]", "\"x\"", "3", "[\"x\"]"];
    for text in inline.map(|value| format!("schema = 1\nverdict = {value}\n")) {
        assert_eq!(record(&text, &given), Err(EditError::Form), "{text}");
        assert_eq!(remove(&text, "a:x", "A"), Err(EditError::Form), "{text}");
    }
    assert_eq!(reject("rejection = []\n", &rejection("a/b")), Err(EditError::Form));
    // What this version does not know is nobody's block.
    assert!(record("other = []\n", &given).is_ok());
}

#[test]
fn what_would_no_longer_read_is_not_written() {
    let twice = readable("verdict = []\n[[verdict]]\n".to_owned());
    assert!(matches!(twice, Err(EditError::Unreadable { .. })), "{twice:?}");
    assert_eq!(readable(WRITTEN.to_owned()).as_deref(), Ok(WRITTEN));
}

fn texts() -> impl Strategy<Value = String> {
    let word = prop_oneof!["[a-c]", "\\PC{0,12}", Just("\"\"\"\n# x\n[[verdict]]\\".to_owned())];
    word.prop_map(|text| if text.trim().is_empty() { "-".to_owned() } else { text })
}

fn given() -> impl Strategy<Value = Verdict> {
    (texts(), texts(), texts(), 0..4_usize, 0..3_i8).prop_map(
        |(finding, reason, who, status, day)| Verdict {
            finding: finding.trim().to_owned(),
            given: Given {
                reason: reason.trim().to_owned(),
                status: Status::ALL[status],
                ..verdict("", Status::Explained).given
            },
            who: who.trim().to_owned(),
            on: date(2026, 3, 1 + day),
            until: date(2026, 12, 31),
            ..verdict("", Status::Explained)
        },
    )
}

proptest! {
    /// Whatever is written is read back, whatever was written before, and with either line
    /// end.
    #[test]
    fn what_is_recorded_reads_back(all in prop::collection::vec(given(), 1..6), windows: bool) {
        let reviewers = Reviewers::of(all.iter().map(|one| one.who.as_str()));
        let mut text = if windows { "\u{feff}schema = 1\r\n".to_owned() } else { String::new() };
        for one in &all {
            text = super::record(&reviewers, &text, one).expect("own text is good");
        }
        let read = read(&text).verdicts;
        for (index, one) in all.iter().enumerate() {
            let same = |other: &&Verdict| {
                other.finding == one.finding && reviewers.is_same(&other.who, &one.who)
            };
            if all[index + 1..].iter().any(|later| same(&later)) {
                continue;
            }
            let found: Vec<_> = read.iter().filter(same).collect();
            prop_assert_eq!(found.len(), 1);
            prop_assert_eq!((found[0].given.status, found[0].on), (one.given.status, one.on));
            prop_assert_eq!(&found[0].given.reason, &one.given.reason);
        }
        let mut sorted: Vec<_> = read.iter().map(|one| one.finding.clone()).collect();
        let order = sorted.clone();
        sorted.sort();
        prop_assert_eq!(order, sorted);
        for one in &all {
            text = super::remove(&reviewers, &text, &one.finding, &one.who)
                .expect("own text is good");
        }
        prop_assert!(!text.contains("finding ="), "{}", text);
    }

    /// Many at once give the same as one after the other.
    #[test]
    fn what_is_recorded_at_once_stands_as_if_one_by_one(
        all in prop::collection::btree_map("[a-d]:[x-z]", given(), 0..5),
        written in prop_oneof![Just(""), Just("\u{feff}\r\n"), Just("schema = 1"), Just(WRITTEN)],
    ) {
        let named = |(finding, one)| Verdict { finding, who: "B".to_owned(), ..one };
        let all: Vec<Verdict> = all.into_iter().map(named).collect();
        let who = reviewers(written, "B");
        let one_by_one =
            all.iter().try_fold(written.to_owned(), |text, one| super::record(&who, &text, one));
        prop_assert_eq!(record_all(&who, written, &all), one_by_one);
    }

    #[test]
    fn no_text_stops_an_edit(text in "\\PC*", at in 0..WRITTEN.len(), with in "[\\[\\]{}\",=\\n#]{0,3}") {
        let at = WRITTEN.floor_char_boundary(at);
        for text in [text, [&WRITTEN[..at], &with, &WRITTEN[at..]].concat()] {
            // Either outcome is right; what counts is that there is one.
            let _ = record(&text, &verdict("b:x", Status::Confirmed));
            let _ = remove(&text, "a:x", "A <a@example.org>");
        }
    }
}
