use gainsay_plugin::testing::{Reading, document};

use super::*;

const NAME: &str = "sources/swedish-polls/polls.csv";

const HEAD: &str = "PublYearMonth,Company,M,L,C,KD,S,V,MP,SD,FI,Uncertain,n,PublDate,\
collectPeriodFrom,collectPeriodTo,approxPeriod,house\n";

const ROW: &str = "2016-jan,Fixture A,25.8,6.6,7.2,2.7,24.7,6.6,6.5,16.7,NA,12.5,1000,2016-01-26,\
2016-01-14,2016-01-25,FALSE,Fixture A\n";

fn read(rows: &str) -> (Document, Reading) {
    let document = document("swedish-polls", NAME, &format!("{HEAD}{rows}"));
    let reading = Reading::of::<SwedishPolls>(&document);
    (document, reading)
}

#[test]
fn a_party_has_a_share_of_those_who_name_one() {
    let (document, reading) = read(ROW);
    assert_eq!(reading.diagnostics, []);
    assert_eq!(reading.findings.len(), 9);
    let id = "fixture-a-2016-01-26/sd";
    assert_eq!(reading.figure(&document, id), "16.7");
    let finding = reading.finding(id).unwrap();
    let rest = finding.base[0].share.as_ref().unwrap();
    assert_eq!((document.words(rest.at), &rest.derived), ("12.5", &Some(Derived::Complement)));
    assert_eq!(finding.n, None);
    assert_eq!(reading.figure(&document, "fixture-a-2016-01-26/undecided"), "12.5");
    assert_eq!(reading.finding("fixture-a-2016-01-26/fi"), None);
}

#[test]
fn what_is_not_known_is_left_out() {
    let (_, reading) = read(&ROW.replace("12.5,1000", "NA,NA").replace("2016-01-14", "NA"));
    assert_eq!(reading.diagnostics, []);
    let study = &reading.studies[0];
    assert_eq!((study.n, study.fieldwork), (None, None));
    assert_eq!(study.limitations.len(), 1);
    assert!(reading.findings.iter().all(|one| one.n.is_none() && one.concept == "votes-for"));
    let (document, reading) = read(&ROW.replace("12.5", "NA"));
    let all = reading.finding("fixture-a-2016-01-26/sd").and_then(|one| one.n);
    assert_eq!(all.map(|place| document.words(place)), Some("1000"));
}

#[test]
fn two_polls_of_a_day_are_two_studies() {
    let (_, reading) = read(&ROW.repeat(2));
    let ids: Vec<_> = reading.studies.iter().map(|study| study.id.as_str()).collect();
    let wanted = ["swedish-polls/fixture-a-2016-01-26", "swedish-polls/fixture-a-2016-01-26-2"];
    assert_eq!(ids, wanted);
}

#[test]
fn a_bad_row_costs_only_itself() {
    for (part, bad) in [
        ("25.8", "258"),
        ("25.8", "-2"),
        ("12.5", "some"),
        ("2016-01-26", "NA"),
        ("FALSE,Fixture A", "FALSE,"),
        ("25.8", "25,8"),
    ] {
        let (_, reading) = read(&format!("{}{ROW}", ROW.replace(part, bad)));
        assert_eq!(reading.studies.len(), 1, "{bad}");
        assert_eq!(reading.diagnostics.len(), 1, "{bad}");
    }
}

#[test]
fn refuses_another_table() {
    let other = document("swedish-polls", NAME, "house,M\nFixture A,24.0\n");
    assert_eq!(Reading::of::<SwedishPolls>(&other).diagnostics.len(), 1);
}
