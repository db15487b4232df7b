use gainsay_plugin::testing::{Reading, document, in_both};
use gainsay_plugin::wire::Mark;

use super::*;

const NAME: &str = "sources/fivethirtyeight/polls.csv";

/// Two questions of a poll, the first to adults and to registered voters among them.
const IMPEACHMENT: &str = "6/28/2019,7/1/2019,Fixture A,Fixture B,745,rv,,Should Congress?,\
impeach,yes,37,59,4,232,7,87,292,61,36,,37,59,https://fixture-a.example/1,
6/28/2019,7/1/2019,Fixture A,Fixture B,864,a,,Should Congress?,impeach,yes,38,58,4,232,7,87,292,\
61,36,373,37,59,https://fixture-a.example/2,
6/28/2019,7/1/2019,Fixture A,Fixture B,864,a,,Over Ukraine?,reasons,no,42,36,,,,,,,,,,,,
";

fn read(layout: &Layout, rows: &str) -> (Document, Reading) {
    let text = format!("{}\n{rows}", layout.columns.join(","));
    let document = document("fivethirtyeight", NAME, &text);
    let reading = Reading::of::<FiveThirtyEight>(&document);
    (document, reading)
}

#[test]
fn a_poll_is_one_study_however_many_rows_it_has() {
    let (document, reading) = read(&impeachment::LAYOUT, IMPEACHMENT);
    assert_eq!(reading.diagnostics, []);
    assert_eq!(reading.studies.len(), 1);
    let study = &reading.studies[0];
    assert_eq!(study.id, "fivethirtyeight/impeachment-fixture-a-fixture-b-2019-07-01");
    assert_eq!(study.people.universe.as_deref(), Some("adults"));
    assert_eq!(study.n.map(|place| document.words(place)), Some("864"));
    assert_eq!(study.works.len(), 3);
    assert_eq!(study.works[1].mark, Mark::CitedOnly);
    assert_eq!(reading.findings.len(), 9 + 9 + 2);
}

#[test]
fn who_is_not_sure_is_in_neither_answer() {
    let (document, reading) = read(&impeachment::LAYOUT, IMPEACHMENT);
    let id = |rest: &str| format!("impeachment-fixture-a-fixture-b-2019-07-01/{rest}");
    let finding = |rest: &str| reading.finding(&id(rest)).unwrap();
    let (yes, no) = (finding("impeach/yes"), finding("impeach/no"));
    assert_eq!(reading.figure(&document, &id("impeach/no")), "59");
    assert!((no.negated, no.undecided) == (true, true) && !yes.negated);
    assert_eq!(no.facets, yes.facets);
    assert_eq!(finding("impeach/unsure").concept, "unsure-of-impeachment");
    assert!(yes.question.as_ref().is_some_and(|question| question.complete));
    assert!(!finding("reasons/yes").question.as_ref().unwrap().complete);
    assert_eq!(finding("reasons/yes").facets["ground"], "ukraine");
    let voters = yes.people.as_ref().and_then(|people| people.universe.as_deref());
    assert_eq!(voters, Some("registered-voters"));
    assert_eq!(yes.n.map(|place| document.words(place)), Some("745"));
    let republicans = finding("impeach-2/yes-republicans");
    assert_eq!((republicans.base[0].who.as_str(), &republicans.people), ("republicans", &None));
    assert_eq!(republicans.n.map(|place| document.words(place)), Some("232"));
}

#[test]
fn a_part_of_those_asked_is_a_base() {
    let note = "Sample restricted to those following the story";
    let row = IMPEACHMENT.lines().next().unwrap();
    let (_, reading) = read(&impeachment::LAYOUT, &format!("{row}{note}\n"));
    assert_eq!(reading.findings[0].base[0].who, "following-the-story");
    assert_eq!(reading.studies[0].n, None);
}

#[test]
fn a_question_that_is_entered_twice_counts_once() {
    let (_, reading) = read(&impeachment::LAYOUT, &IMPEACHMENT.repeat(2));
    assert_eq!(reading.findings.len(), 20);
    let messages: Vec<_> =
        reading.diagnostics.iter().map(|one| in_both(&one.what.message)).collect();
    assert_eq!(messages.len(), 3);
    assert_eq!(messages[0], "the same question of the same poll as line 2");
}

#[test]
fn tracking_waves_with_days_in_common_are_not_independent() {
    let wave = |start: &str, end: &str| {
        format!("{start},{end},Fixture A,,900,a,TRUE,,impeach,yes,37,59,4,,,,,,,,,,,\n")
    };
    let waves = wave("9/28/2019", "10/3/2019") + &wave("9/30/2019", "10/5/2019");
    let (_, reading) = read(&impeachment::LAYOUT, &waves);
    assert!(reading.studies[0].depends_on.is_empty());
    assert_eq!(reading.studies[1].depends_on[0].study, reading.studies[0].id);
}

#[test]
fn the_columns_tell_the_table() {
    let guns = "age-21,2/20/18,2/23/18,Fixture A,Adults,72,61,86,https://fixture-a.example\n";
    let (document, reading) = read(&guns::LAYOUT, guns);
    assert_eq!(reading.diagnostics, []);
    let id = "guns-fixture-a-2018-02-23/age-21/yes-democrats";
    assert_eq!(reading.figure(&document, id), "86");
    assert_eq!(reading.studies[0].n, None);
    let approval = "7/20/17,7/24/17,Fixture A,981,rv,Do you?,40,27,33,31,53,\n";
    let (_, reading) = read(&approval::LAYOUT, approval);
    assert_eq!((reading.diagnostics.len(), reading.findings.len()), (0, 5));
    let other = document_of("Start,End\n1/1/19,1/2/19\n");
    let [other] = &Reading::of::<FiveThirtyEight>(&other).diagnostics[..] else { panic!("read") };
    assert!(in_both(&other.what.message).starts_with("the columns are none of the tables"));
}

fn document_of(text: &str) -> Document {
    document("fivethirtyeight", NAME, text)
}

#[test]
fn a_bad_row_costs_only_itself() {
    let good = IMPEACHMENT.lines().nth(1).unwrap().to_owned() + "\n";
    for (part, bad) in [
        ("6/28/2019", "28 June"),
        ("7/1/2019", ""),
        (",a,", ",x,"),
        (",38,", ",380,"),
        (",38,", ",38?,"),
        ("Fixture A", ""),
        ("impeach", "impeach,more"),
    ] {
        let (_, reading) = read(&impeachment::LAYOUT, &(good.replacen(part, bad, 1) + &good));
        assert_eq!(reading.findings.len(), 9, "{bad}");
        let [diagnostic] = &reading.diagnostics[..] else { panic!("{bad}: {reading:?}") };
        in_both(&diagnostic.what.message);
    }
}
