//! A poll: who asked whom, when, for whom.

use gainsay_plugin::wire::{
    DecimalSign, Dependence, Disclosed, Mark, Notation, People, Strategy, StudyRecord, Unit, Work,
};
use gainsay_plugin::{Row, Wave};

/// Where the collection is published.
pub(crate) const PAGE: &str = "https://github.com/nsppolls/nsppolls";

/// The universe of a population, by its words.
pub(crate) fn universe(population: &str) -> Option<&'static str> {
    match population {
        "Inscrits sur les listes électorales" => Some("registered-voters"),
        "Certains d'aller voter" => Some("certain-voters"),
        "Français de plus de 18 ans" => Some("adults"),
        _ => None,
    }
}

/// A poll as a wave of its institute.
pub(crate) fn wave(row: &Row<'_>, study: String) -> Wave {
    Wave {
        study,
        house: row.get("nom_institut").to_owned(),
        first: row.get("debut_enquete").to_owned(),
        last: row.get("fin_enquete").to_owned(),
        rolling: is_rolling(row),
    }
}

/// The poll that some rows belong to; there is at least one.
pub(crate) fn study(poll: &[Row<'_>], id: String, depends_on: Vec<Dependence>) -> StudyRecord {
    let row = &poll[0];
    let institute = row.get("nom_institut");
    let title = format!("Présidentielle 2022, {institute}, {}", row.get("fin_enquete"));
    let sponsor = Some(row.get("commanditaire")).filter(|sponsor| !sponsor.is_empty());
    let rolling =
        is_rolling(row).then(|| "a rolling poll: waves near each other share respondents".into());
    StudyRecord {
        title_lang: Some("fr".into()),
        conducted_by: Some(institute.to_owned()),
        sponsor: sponsor.map(str::to_owned),
        strategy: Strategy::Survey,
        unit: Unit::Person,
        people: People {
            regions: vec!["FR".into()],
            pooled: Disclosed::No,
            universe: universe(row.get("population")).map(str::to_owned),
            ..People::default()
        },
        fieldwork: row.at("debut_enquete"),
        fieldwork_end: row.at("fin_enquete"),
        // A sub-sample of 541.968 is a computed one, not half a million.
        notation: Notation { decimals: Some(DecimalSign::Point), ..rounding(poll) },
        n: row.at("echantillon"),
        limitations: rolling.into_iter().collect(),
        licence: Some("MIT".into()),
        works: vec![Work { url: PAGE.into(), mark: Mark::Secondary }],
        depends_on,
        ..StudyRecord::new(id, row.start(), title, institute)
    }
}

/// How a poll rounded its shares: to whole percents, to half ones, or to the decimal
/// that is written. The table writes them all with one decimal, while the collection's
/// JSON has 63 where the table has 63.0.
fn rounding(poll: &[Row<'_>]) -> Notation {
    let all = |is: fn(&str) -> bool| poll.iter().all(|row| is(row.get("intentions")));
    let padded_shares = all(|share| share.ends_with(".0"));
    let half_points = !padded_shares && all(|share| share.ends_with(".0") || share.ends_with(".5"));
    Notation { padded_shares, half_points, ..Notation::default() }
}

fn is_rolling(row: &Row<'_>) -> bool {
    row.get("rolling") == "True"
}
