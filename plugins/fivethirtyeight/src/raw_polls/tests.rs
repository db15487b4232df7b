use gainsay_plugin::testing::{Reading, document, in_both};
use gainsay_plugin::wire::Interest;

use super::*;
use crate::FiveThirtyEight;

/// Two races in one poll, the second with other people and without a size.
const POLL: [&str; 2] = [
    "7,41,1,2008,2008_Pres-R_FL,FL,Pres-P,Pres-R,Fixture A,9,IVR/Live Phone,,1/8/2008,584.5,\
     Anne A,1,REP,26.5,Béa B,2,REP,24,19,2.5,1/29/2008,36,31,5,2.5,,1,-3.5,for Fixture B",
    "7,42,2,2008,2008_Pres-D_FL,FL,Pres-P,Pres-D,Fixture A,9,IVR/Live Phone,,1/8/2008,600,\
     Cleo C,3,DEM,40,Dora D,4,DEM,40,,0,1/29/2008,50,33,17,17,,0.5,-1,\
     among registered voters; sample size unavailable; estimated at 600 as a default",
];

fn read(rows: &[&str]) -> (Document, Reading) {
    let text = format!("{}\n{}\n", COLUMNS.join(","), rows.join("\n"));
    let document = document("fivethirtyeight", "sources/fivethirtyeight/races.csv", &text);
    let reading = Reading::of::<FiveThirtyEight>(&document);
    (document, reading)
}

#[test]
fn a_poll_is_one_study_however_many_races_it_has() {
    let (document, reading) = read(&POLL);
    assert_eq!(reading.diagnostics, []);
    assert_eq!((reading.studies.len(), reading.findings.len()), (1, 4));
    let study = &reading.studies[0];
    assert_eq!(study.id, "fivethirtyeight/raw-polls-7");
    assert_eq!(study.mode, ["automated telephone", "telephone"]);
    assert_eq!(study.sponsor.as_deref(), Some("Fixture B"));
    assert_eq!(study.fieldwork.map(|place| document.words(place)), Some("1/8/2008"));
    // What is told of one race only is not told of the poll.
    assert_eq!((study.n, &study.people.universe), (None, &None));
    let (document, alone) = read(&POLL[..1]);
    let study = &alone.studies[0];
    assert_eq!(study.n.map(|place| document.words(place)), Some("584.5"));
    assert_eq!(study.people.universe.as_deref(), Some("likely-voters"));
    assert!(alone.findings.iter().all(|finding| finding.people.is_none()));
}

#[test]
fn a_share_is_one_of_a_candidate_in_a_race() {
    let (document, reading) = read(&POLL);
    let id = "raw-polls-7/2008-pres-r-fl/bea-b";
    let finding = reading.finding(id).unwrap();
    assert_eq!(reading.figure(&document, id), "24");
    assert_eq!(
        (&*finding.facets["race"], &*finding.facets["candidate"]),
        ("2008-pres-r-fl", "bea-b")
    );
    assert_eq!(finding.note, None);
    assert_eq!(finding.n.map(|place| document.words(place)), Some("584.5"));
}

#[test]
fn remarks_tell_whom_a_share_is_about_and_that_a_size_is_none() {
    let (_, reading) = read(&POLL);
    let finding = reading.finding("raw-polls-7/2008-pres-d-fl/cleo-c").unwrap();
    let universe = finding.people.as_ref().and_then(|people| people.universe.as_deref());
    assert_eq!(universe, Some("registered-voters"));
    assert_eq!(finding.n, None);
    let limits = &reading.studies[0].limitations;
    assert_eq!(limits.len(), 2, "{limits:?}");
    let averaged = "for Fixture B; average of multiple versions or turnout models listed in poll";
    let (_, reading) = read(&[&POLL[0].replace("for Fixture B", averaged)]);
    assert!(reading.findings.iter().all(|finding| finding.note.is_some()));
}

#[test]
fn a_poll_keeps_its_ids_when_its_pollster_or_its_question_is_filed_otherwise() {
    let renamed = POLL[0].replace("7,41,", "7,91,").replace("Fixture A,9", "Fixture E,8");
    let ids = |reading: Reading| {
        let findings = reading.findings.into_iter().map(|finding| finding.id);
        let studies = reading.studies.into_iter().map(|study| study.id);
        studies.chain(findings).collect::<Vec<_>>()
    };
    assert_eq!(ids(read(&POLL[..1]).1), ids(read(&[&renamed]).1));
}

#[test]
fn who_asks_for_one_party_argues_for_it() {
    for (partisan, interest) in
        [("", Interest::Unknown), ("D", Interest::Advocacy), ("\"REP,DEM\"", Interest::Unknown)]
    {
        let row = POLL[0].replace("Live Phone,,", &format!("Live Phone,{partisan},"));
        assert_eq!(read(&[&row]).1.studies[0].sponsor_interest, interest, "{partisan}");
    }
}

#[test]
fn parties_tell_candidates_without_a_name() {
    let generic = POLL[0].replace("Anne A", "Generic").replace("Béa B", "Generic");
    let (_, reading) = read(&[&generic.replacen("REP", "DEM", 1)]);
    let names = reading.findings.iter().map(|finding| &*finding.facets["candidate"]);
    assert_eq!(names.collect::<Vec<_>>(), ["generic-dem", "generic-rep"]);
    assert_eq!(read(&[&generic]).1.diagnostics.len(), 1);
}

#[test]
fn a_poll_that_is_entered_twice_counts_once() {
    let filed_anew = POLL[0].replace("7,41,", "8,43,");
    let revised = POLL[0].replace("26.5", "27.5").replace(",2.5,1/29", ",3.5,1/29");
    for again in [&filed_anew, &revised] {
        let (_, reading) = read(&[POLL[0], again]);
        let messages: Vec<_> =
            reading.diagnostics.iter().map(|one| in_both(&one.what.message)).collect();
        assert_eq!(messages, ["the same race in the same poll as line 2"]);
        assert_eq!((reading.studies.len(), reading.findings.len()), (1, 2));
    }
}

#[test]
fn a_bad_row_costs_only_itself() {
    for (part, bad) in [
        ("7,41,", ",41,"),
        ("2008_Pres-R_FL", ""),
        ("Anne A", ""),
        ("Fixture A", ""),
        ("1/8/2008", "8 January"),
        ("IVR/", "Pigeon/"),
        ("for Fixture B", "among the undecided"),
        ("26.5", ""),
        ("26.5", "265"),
        ("26.5", "26.5,"),
        ("26.5", "27.5"),
        ("36,31,5", "36,31,15"),
        (",19,", ",many,"),
    ] {
        let (_, reading) = read(&[&POLL[0].replacen(part, bad, 1), POLL[1]]);
        assert_eq!((reading.diagnostics.len(), reading.findings.len()), (1, 2), "{bad}");
        in_both(&reading.diagnostics[0].what.message);
    }
}
