use std::{
    fs,
    path::{Path, PathBuf},
};

use clap::Parser as _;
use gainsay_claims::{
    EvidenceBase, Proposition,
    claim::{Base, Claim, Share, Statement, Step},
    diagnostic::Location,
    proposition::Facets,
    region::Region,
    sample::Sample,
    study::{Population, Study},
    value::{Quantity, read},
    vocabulary::{Vocabulary, VocabularyFile},
    wire::{Finding, Mark, Place, Says, StudyRecord},
};
use gainsay_verdict::{Verdict, Verdicts};
use jiff::civil::date;

use super::*;
use crate::{
    args::{Args, Command, ReviewArgs},
    base::Opened,
};

const WORDS: &str = "[concept.bought]\nlabel = { en = \"bought\", fr = \"a acheté\" }\n\
                     [concept.likes]\nlabel = { en = \"likes\", fr = \"aime\" }\n\
                     [universe.adults]\nlabel = { en = \"adults\", fr = \"adultes\" }\n";

/// Two studies of different modes that contradict each other twice.
fn opened() -> Opened {
    let file = VocabularyFile { name: "words.toml", text: WORDS };
    let (vocabulary, told) = Vocabulary::read(&[file]);
    assert_eq!(told, []);
    let mut base = EvidenceBase { vocabulary, ..EvidenceBase::default() };
    for (source, mode, shares) in
        [("fixture-a", "online", ["28 %", "50 %"]), ("fixture-b", "telephone", ["18 %", "61 %"])]
    {
        let study = study(source, mode);
        for (concept, share) in ["bought", "likes"].into_iter().zip(shares) {
            let claim = claim(&study, concept, share);
            base.claims.insert(claim.id.clone(), claim);
        }
        base.studies.insert(study.id.clone(), study);
    }
    let verdicts = Verdicts::default();
    Opened { base, diagnostics: Vec::new(), verdicts, today: date(2026, 10, 2) }
}

fn study(source: &str, mode: &str) -> Study {
    let id = format!("{source}/2013");
    let said = StudyRecord {
        mode: vec![mode.to_owned()],
        sponsor: Some("House".to_owned()),
        ..StudyRecord::new(&id, Place::span(0..1), "Survey", source)
    };
    Study {
        id,
        source: source.to_owned(),
        said,
        at: Location { document: format!("{source}.txt"), span: 0..1 },
        population: population(),
        fieldwork: "2013-03".parse().ok(),
        published: None,
        n: Sample::Exactly(1000),
        n_elsewhere: Vec::new(),
        margin: None,
    }
}

fn population() -> Population {
    let france = Region::parse("FR").expect("it exists");
    Population { regions: Some([france].into_iter().collect()), ..Population::default() }
}

fn claim(study: &Study, concept: &str, text: &str) -> Claim {
    let id = format!("{}/{concept}", study.id);
    let reading = read(text, None, None).expect("it is a share");
    let Quantity::Share { hard, soft } = reading.quantity else { panic!("it is a share") };
    let says = Says::Words(Place::span(0..1));
    Claim {
        said: Finding::new(&id, &study.id, Mark::Publisher, concept, says).into(),
        id,
        source: study.source.clone(),
        at: study.at.clone(),
        proposition: Proposition::new(concept, Facets::new()).into(),
        wording: Facets::new(),
        statement: Statement::Share(Share { text: text.to_owned(), reading, hard, soft }),
        population: population(),
        base: Base { steps: vec![Step { who: "adults".to_owned(), share: None }] },
        n: Sample::Exactly(1000),
        n_effective: Sample::Unknown,
        period: "2013-03".parse().ok(),
        since: None,
        target: None,
    }
}

/// An answer to one of the findings of a base, that relies on nothing that is there.
fn answer(opened: &Opened, who: &str, status: Status, reason: &str) -> Verdict {
    let cause = if status == Status::Explained { vec![Dimension::Mode] } else { Vec::new() };
    let given = Given { status, cause, directness: BTreeMap::new(), reason: reason.to_owned() };
    let found = gainsay_judge::judge(&opened.base).diagnostics;
    let at = Location { document: gainsay_verdict::file_name(&opened.verdicts, who), span: 0..0 };
    Verdict { at, ..given.on(&found[0], &opened.base, who, opened.today, None) }
}

/// What is shown to somebody who types these lines, and what is written then.
fn typed(name: &str, lines: impl AsRef<[u8]>) -> (String, String) {
    typed_on(opened(), name, lines)
}

fn typed_on(opened: Opened, name: &str, lines: impl AsRef<[u8]>) -> (String, String) {
    let folder = std::env::temp_dir().join(format!("gainsay-ask-{}-{name}", std::process::id()));
    fs::remove_dir_all(&folder).ok();
    fs::create_dir_all(&folder).expect("the folder is made");
    let Some(Command::Review(asked)) =
        Args::parse_from(["gainsay", "review", "--who", "Marie Exemple"]).command
    else {
        panic!("it is a review")
    };
    let shown = talk(opened, &folder, &asked, lines.as_ref());
    let written = fs::read_to_string(folder.join("verdicts/marie-exemple.toml"));
    fs::remove_dir_all(&folder).ok();
    (shown, written.unwrap_or_default())
}

fn talk(opened: Opened, folder: &Path, asked: &ReviewArgs, lines: &[u8]) -> String {
    let mut desk = Desk::new(opened, PathBuf::from(folder), asked);
    let findings = desk.findings();
    assert_eq!(findings.len(), 2, "{findings:?}");
    let mut shown = String::new();
    let mut show = |text: &str| {
        shown += text;
        Ok(())
    };
    ask(&mut desk, findings, Lang::En, &mut &*lines, &mut show).expect("it can be asked");
    shown
}

#[test]
fn accepting_takes_the_differences_of_the_rule() {
    let (shown, written) = typed("accept", "a\n\nasked otherwise\nq\n");
    assert!(shown.contains("error[diverging-shares]"), "{shown}");
    assert!(shown.contains("`diverging-shares:likes` explained until 2 October 2027"), "{shown}");
    assert!(written.contains("cause = [\"mode\"]\n"), "{written}");
    assert!(written.contains("reason = \"asked otherwise\"\n"), "{written}");
    assert_eq!(written.matches("[[verdict]]").count(), 1);
}

#[test]
fn an_explanation_asks_again_for_words_that_are_not_known() {
    let lines = "e\ntone\nwording, base\nwording=lo\nwording=low\nasked about last week\ns\n";
    let (shown, written) = typed("explain", lines);
    assert!(shown.contains("the dimensions are unit, wording"), "{shown}");
    assert!(shown.contains("the degrees are low"), "{shown}");
    assert!(written.contains("cause = [\"wording\", \"base\"]\n"), "{written}");
    assert!(written.contains("directness = { wording = \"low\" }\n"), "{written}");
    assert!(written.contains("reason = \"asked about last week\"\n"), "{written}");
}

#[test]
fn a_reason_that_is_left_out_is_asked_for_again() {
    let (shown, written) = typed("reason", "f\n\n \nthe rule is wrong\nd\n\n");
    assert_eq!(shown.matches("[a]ccept").count(), 2, "{shown}");
    assert_eq!(shown.matches("nothing was said; Ctrl-D goes back").count(), 2, "{shown}");
    let status = ["status = \"false-positive\"\n", "status = \"deferred\"\n"];
    assert!(status.iter().all(|status| written.contains(status)), "{written}");
}

#[test]
fn what_is_no_text_is_asked_for_again() {
    let (shown, written) = typed("latin", b"f\nla r\xe8gle a tort\nla r\xc3\xa8gle a tort\nq\n");
    assert_eq!(shown.matches("this is not text in UTF-8").count(), 1, "{shown}");
    assert!(written.contains("reason = \"la règle a tort\"\n"), "{written}");
}

#[test]
fn a_rejected_study_takes_its_other_findings_along() {
    let (shown, written) = typed("reject", "r\n2\na panel of one\n");
    assert!(shown.contains("  1  fixture-a/2013\n  2  fixture-b/2013\n"), "{shown}");
    assert!(written.contains("[[rejection]]\nstudy = \"fixture-b/2013\"\n"), "{written}");
    assert_eq!(shown.matches("[a]ccept").count(), 1, "{shown}");
}

#[test]
fn what_others_still_disagree_on_is_asked_again() {
    let mut opened = opened();
    let third = study("fixture-c", "mail");
    for (concept, share) in [("bought", "40 %"), ("likes", "50 %")] {
        let claim = claim(&third, concept, share);
        opened.base.claims.insert(claim.id.clone(), claim);
    }
    opened.base.studies.insert(third.id.clone(), third);
    let (shown, written) = typed_on(opened, "others", "r\n2\na panel of one\nc\nboth\n");
    assert!(written.contains("[[rejection]]\nstudy = \"fixture-b/2013\"\n"), "{written}");
    assert!(written.contains("finding = \"diverging-shares:bought\"\n"), "{written}");
    assert_eq!(shown.matches("[a]ccept").count(), 2, "{shown}");
}

#[test]
fn what_was_put_off_is_explained_when_it_is_accepted() {
    let mut opened = opened();
    let put_off = answer(&opened, "Marie Exemple", Status::Deferred, "later");
    opened.verdicts.verdicts.push(put_off);
    let (_, written) = typed_on(opened, "deferral", "a\nasked otherwise\nq\n");
    assert!(written.contains("status = \"explained\"\n"), "{written}");
    assert!(written.contains("cause = [\"mode\"]\n"), "{written}");
}

#[test]
fn only_an_own_answer_that_is_shown_is_renewed() {
    for (who, renewed) in [("Marie Exemple", true), ("Paul Exemple", false)] {
        let mut opened = opened();
        let ended = Verdict {
            on: date(2025, 1, 1),
            until: date(2025, 6, 1),
            ..answer(&opened, "Marie Exemple", Status::Confirmed, "first")
        };
        let stale = Verdict {
            evidence: Vec::new(),
            ..answer(&opened, who, Status::FalsePositive, "second")
        };
        opened.verdicts.verdicts.extend([ended, stale]);
        let (shown, written) = typed_on(opened, who, "a\nmine\nq\n");
        assert!(shown.contains("): second\n") && !shown.contains("): first\n"), "{shown}");
        assert_eq!(written.contains("reason = \"second\"\n"), renewed, "{written}");
        assert_eq!(written.contains("status = \"explained\"\n"), !renewed, "{written}");
        assert!(!written.contains("\"confirmed\""), "{written}");
    }
}

#[test]
fn what_reviewers_disagree_on_is_not_put_off() {
    let mut opened = opened();
    let answers = [("Paul", Status::Explained), ("Anne", Status::Confirmed)];
    let answers = answers.map(|(who, status)| answer(&opened, who, status, "so"));
    opened.verdicts.verdicts.extend(answers);
    let (shown, written) = typed_on(opened, "disputed", "d\nq\n");
    assert!(shown.contains("` not deferred: reviewers disagree"), "{shown}");
    assert_eq!(written, "");
}

#[test]
fn leaving_writes_what_is_answered_and_no_more() {
    for lines in ["q\n", "", "s\ns\n", "?\nx\nq\n", "r\n9\nq\n"] {
        let (shown, written) = typed("leave", lines);
        assert_eq!(written, "", "{lines}");
        assert_eq!(shown.contains("false positive: the rule"), lines.starts_with('?'), "{shown}");
        assert_eq!(shown.contains("`x` is no answer; there are:\na  accept"), lines.contains('x'));
        assert!(
            shown.ends_with("[?] ") || shown.ends_with("[?] \n") || lines == "s\ns\n",
            "{shown}"
        );
    }
}
