use gainsay_plugin::testing::{Reading, document, in_both};

use super::*;

const NAME: &str = "sources/nsppolls/polls.csv";

const HEAD: &str = "candidat,parti,intentions,erreur_sup,erreur_inf,id,nom_institut,\
commanditaire,debut_enquete,fin_enquete,echantillon,population,rolling,media,tour,hypothese,\
sous_echantillon\n";

/// A row of an invented poll.
fn row(candidate: &str, share: &str, poll: [&str; 3], round: &str) -> String {
    let [id, first, last] = poll;
    let voters = "Inscrits sur les listes électorales";
    format!(
        "{candidate},,{share},99.0,0.0,{id},Fixture A,,{first},{last},1000,{voters},True,True,\
         {round},541.968\n"
    )
}

fn read(rows: &[String]) -> (Document, Reading) {
    let document = document("nsppolls", NAME, format!("{HEAD}{}", rows.concat()));
    let reading = Reading::of::<NspPolls>(&document);
    (document, reading)
}

const ONE: [&str; 3] = ["20220102_0104r_fa", "2022-01-02", "2022-01-04"];
const TWO: [&str; 3] = ["20220103_0105r_fa", "2022-01-03", "2022-01-05"];

#[test]
fn a_run_off_is_told_by_the_two_who_stand() {
    let rows = [
        row("Anne A", "54.0", ONE, "Deuxième tour,"),
        row("Béa B", "46.0", ONE, "Deuxième tour,"),
        row("Anne A", "24.0", TWO, "Premier tour,Hypothèse B. B"),
    ];
    let (document, reading) = read(&rows);
    assert_eq!(reading.diagnostics, []);
    let id = "20220102-0104r-fa/run-off-anne-a-bea-b/bea-b";
    assert_eq!(reading.figure(&document, id), "46.0");
    let finding = reading.finding(id).unwrap();
    assert_eq!(finding.facets["opponent"], "anne-a");
    assert_eq!(document.words(finding.n.unwrap()), "541.968");
    assert!(finding.question.as_ref().is_some_and(|question| question.complete));
    assert_eq!(reading.studies.len(), 2);
    assert_eq!(reading.findings.len(), 3);
}

#[test]
fn the_shares_of_a_poll_tell_together_how_they_were_rounded() {
    for (shares, padded, halves) in [
        (["24.0", "16.0"], true, false),
        (["24.5", "16.0"], false, true),
        (["24.5", "1.5"], false, true),
        (["24.5", "16.2"], false, false),
    ] {
        let [one, other] = shares;
        let poll = [("Anne A", one), ("Béa B", other)];
        let (_, reading) = read(&poll.map(|(name, share)| row(name, share, ONE, "Premier tour,")));
        let notation = reading.studies[0].notation;
        assert_eq!((notation.padded_shares, notation.half_points), (padded, halves), "{shares:?}");
    }
}

#[test]
fn rolling_waves_with_days_in_common_are_not_independent() {
    let round = "Premier tour,";
    let (_, reading) =
        read(&[row("Anne A", "24.0", TWO, round), row("Anne A", "25.0", ONE, round)]);
    let depends_on = &reading.studies[0].depends_on;
    assert_eq!(depends_on[0].study, "nsppolls/20220102-0104r-fa");
    assert_eq!(depends_on[0].why, "rolling waves with days in common");
    assert!(!depends_on[0].declared);
    assert!(reading.studies[1].depends_on.is_empty());
}

#[test]
fn a_bad_row_costs_only_itself() {
    let good = row("Anne A", "24.0", ONE, "Premier tour,");
    for (part, bad) in [
        ("24.0", "99.5"),
        ("24.0", "NA"),
        ("24.0", "many"),
        ("Premier tour", "Troisième tour"),
        ("Inscrits", "Absents"),
        ("20220102_0104r_fa", ""),
        ("541.968", "1,2"),
    ] {
        let (_, reading) = read(&[good.replace(part, bad), good.clone()]);
        assert_eq!(reading.findings.len(), 1, "{bad}");
        assert_eq!(reading.diagnostics.len(), 1, "{bad}");
        assert!(reading.diagnostics[0].what.at.is_some(), "{bad}");
        in_both(&reading.diagnostics[0].what.message);
    }
}

#[test]
fn refuses_another_table() {
    let other = document("nsppolls", NAME, "candidat,intentions\nAnne A,24.0\n");
    let [other] = &Reading::of::<NspPolls>(&other).diagnostics[..] else { panic!("read") };
    in_both(&other.what.message);
}
