//! A poll of one or several races, and the shares of the candidates in it.

use gainsay_plugin::wire::{
    DateOrder, DecimalSign, Disclosed, Figure, FigureUnit, Finding, Interest, Mark, Medium,
    Notation, People, Place, Question, QuestionKind, Says, Strategy, StudyRecord, Unit, Work,
};
use gainsay_plugin::{Row, slug};

use super::{NAME, SHARES, remark::Remarks};
use crate::{dates::iso, poll::PAGE};

/// The poll that some rows belong to; there is at least one. Its id is the collectors'
/// number, which it keeps when they call the pollster otherwise.
pub(super) fn study(source: &str, rows: &[Row<'_>]) -> StudyRecord {
    let first = &rows[0];
    let (pollster, remarks) = (first.get("pollster"), remarks(first));
    let day = iso(first.get("polldate")).unwrap_or_default();
    let title = format!("{pollster}, elections of {}, {day}", first.get("year"));
    let id = format!("{source}/{}", name(first));
    StudyRecord {
        title_lang: Some("en".into()),
        conducted_by: Some(pollster.to_owned()),
        sponsor: remarks.and_then(|told| told.sponsor).map(str::to_owned),
        sponsor_interest: interest(first.get("partisan")),
        strategy: Strategy::Survey,
        unit: Unit::Person,
        people: people(common(rows, universe)),
        mode: modes(first.get("methodology")).unwrap_or_default(),
        fieldwork: first.at("polldate"),
        notation: Notation {
            dates: Some(DateOrder::MonthDayYear),
            // The mean of several turnouts' sizes: 584.5 is not 5 845 cases.
            decimals: Some(DecimalSign::Point),
            ..Notation::default()
        },
        n: size_of_all(rows),
        limitations: limitations(rows),
        licence: Some("CC-BY-4.0".into()),
        works: vec![Work { url: PAGE.into(), mark: Mark::Secondary }],
        ..StudyRecord::new(id, first.start(), title, pollster)
    }
}

/// The shares of a poll, race by race.
pub(super) fn findings(rows: &[Row<'_>], study: &StudyRecord) -> Vec<Finding> {
    let shares = |row| {
        let shares = SHARES.into_iter().zip(candidates(row));
        shares.filter_map(move |(column, candidate)| share(row, column, candidate, study))
    };
    rows.iter().flat_map(shares).collect()
}

/// The two candidates of a row. Parties stand in where both are called the same: a
/// question on the parties of a district has a "generic candidate" of each.
pub(super) fn candidates(row: &Row<'_>) -> [String; 2] {
    let names = ["cand1_name", "cand2_name"].map(|column| slug(row.get(column)));
    if names[0] != names[1] {
        return names;
    }
    ["cand1_party", "cand2_party"].map(|column| format!("{}-{}", names[0], slug(row.get(column))))
}

/// How people were asked; nothing for words that are not known.
pub(super) fn modes(methodology: &str) -> Option<Vec<String>> {
    let mode = |words: &str| match words {
        "Live Phone" => Some("telephone".to_owned()),
        "IVR" => Some("automated telephone".to_owned()),
        "Text" => Some("text message".to_owned()),
        "Online" => Some("online".to_owned()),
        "Mail" => Some("mail".to_owned()),
        "Face-to-face" => Some("face-to-face".to_owned()),
        _ => None,
    };
    methodology.split('/').filter(|words| !words.is_empty()).map(mode).collect()
}

/// The share of a candidate in a column, which a sound row has.
fn share(row: &Row<'_>, column: &str, candidate: String, study: &StudyRecord) -> Option<Finding> {
    let says = Says::Share(Figure::in_unit(row.at(column)?, FigureUnit::Percent));
    let race = slug(row.get("race"));
    let id = format!("{}/{race}/{candidate}", name(row));
    let facets = [("race", race.clone()), ("candidate", candidate)];
    let people = people(universe(row));
    let averaged = remarks(row).is_some_and(|told| told.averaged);
    Some(Finding {
        seen_at: Some(PAGE.into()),
        medium: Medium::Table,
        facets: facets.map(|(facet, value)| (facet.to_owned(), value)).into_iter().collect(),
        people: (people != study.people).then_some(people),
        n: size(row),
        question: Some(Question {
            id: race,
            kind: QuestionKind::Single,
            text: None,
            lang: None,
            options: Vec::new(),
            // Of the third candidate the table has no name, of others nothing.
            complete: false,
            recall: None,
        }),
        note: averaged.then(|| "average of several versions or turnouts in the poll".into()),
        ..Finding::new(id, &study.id, Mark::Secondary, "voting-intention", says)
    })
}

fn name(row: &Row<'_>) -> String {
    format!("{NAME}-{}", slug(row.get("poll_id")))
}

fn remarks<'a>(row: &Row<'a>) -> Option<Remarks<'a>> {
    Remarks::of(row.get("comment"))
}

/// What is told of every row, and of each of them alike: what is told of a poll is taken
/// to be true of all its figures that do not tell otherwise.
fn common<'a, T: PartialEq>(rows: &[Row<'a>], tell: fn(&Row<'a>) -> Option<T>) -> Option<T> {
    let mut told = rows.iter().map(tell);
    let first = told.next().flatten()?;
    told.all(|other| other.as_ref() == Some(&first)).then_some(first)
}

fn universe(row: &Row<'_>) -> Option<&'static str> {
    remarks(row).and_then(|told| told.universe)
}

/// Regions are countries: in which state they vote is told by the race.
fn people(universe: Option<&str>) -> People {
    People {
        regions: vec!["US".into()],
        pooled: Disclosed::No,
        universe: universe.map(str::to_owned),
        ..People::default()
    }
}

/// How many were asked about a race, unless the collectors only supposed it.
fn size(row: &Row<'_>) -> Option<Place> {
    let is_assumed = remarks(row).is_some_and(|told| told.assumed_size);
    row.at("samplesize").filter(|_| !is_assumed)
}

/// How many the poll asked. Races of different sizes may be those of different states.
fn size_of_all(rows: &[Row<'_>]) -> Option<Place> {
    common(rows, asked).and_then(|_| size(&rows[0]))
}

/// Where how many were asked, in words.
fn asked<'a>(row: &Row<'a>) -> Option<[&'a str; 2]> {
    size(row).map(|_| ["location", "samplesize"].map(|column| row.get(column)))
}

/// Who asks for a party argues for it; who asks for several, for none of them.
fn interest(partisan: &str) -> Interest {
    if partisan.is_empty() || partisan.contains(',') {
        return Interest::Unknown;
    }
    Interest::Advocacy
}

fn limitations(rows: &[Row<'_>]) -> Vec<String> {
    let told = |is: fn(Remarks<'_>) -> bool| rows.iter().filter_map(remarks).any(is);
    let middle = Some("only the middle day of fieldwork is told");
    let averaged = told(|remarks| remarks.averaged)
        .then_some("some figures are averages of several versions or turnouts in the poll");
    let assumed = told(|remarks| remarks.assumed_size)
        .then_some("the number of cases is not known; the table has 600 in its place");
    [middle, averaged, assumed].into_iter().flatten().map(str::to_owned).collect()
}
