//! From rows to polls.

use std::collections::BTreeMap;

use gainsay_plugin::{
    Document, Names, Row, Sheet, Sink, SourceDiagnostic, SourceError, grouped, shared_days,
};

use crate::{dates::iso, layout::Layout, poll, question};

pub(crate) const NOT_A_DATE: [&str; 2] =
    ["not a date of month, day and year", "n'est pas une date en mois, jour et année"];
pub(crate) const NOT_A_SHARE: [&str; 2] =
    ["not a share in percent", "n'est pas une part en pourcentage"];

/// Emits each poll as a study, then the answers to its questions.
///
/// # Errors
///
/// When the columns are other ones. A row that is not sound, or that is there
/// already, is told and left out.
pub(crate) fn read(
    document: &Document,
    layout: &Layout,
    sink: &mut Sink<'_>,
) -> Result<(), SourceError> {
    let sheet = Sheet::of(document, layout.columns)?;
    let mut lines = BTreeMap::new();
    let mut sound = Vec::new();
    for row in sheet.rows() {
        let again = || Some(twice(layout, &row, *lines.get(&content(layout, &row))?));
        if let Some(remark) = fault(layout, &row).or_else(again) {
            sink.warn(remark)?;
            continue;
        }
        lines.insert(content(layout, &row), row.line());
        sound.push(row);
    }
    let polls = grouped(sound, |row| key(layout, row));
    let mut names = Names::default();
    let names: Vec<_> = polls.iter().map(|rows| names.give(poll::name(layout, &rows[0]))).collect();
    let id = |name: &String| format!("{}/{name}", document.source);
    let waves: Vec<_> =
        polls.iter().zip(&names).map(|(rows, name)| poll::wave(layout, rows, id(name))).collect();
    let dependences = shared_days(&waves);
    for ((rows, name), depends_on) in polls.iter().zip(&names).zip(dependences) {
        let study = poll::study(layout, rows, id(name), depends_on);
        let findings = question::findings(layout, rows, &study, name);
        sink.study(study)?;
        for finding in findings {
            sink.finding(finding)?;
        }
    }
    Ok(())
}

/// What tells a poll from others.
fn key<'a>(layout: &Layout, row: &Row<'a>) -> [&'a str; 4] {
    ["Pollster", layout.sponsor, "Start", "End"].map(|column| row.get(column))
}

/// What is wrong with a row, if anything is.
fn fault(layout: &Layout, row: &Row<'_>) -> Option<SourceDiagnostic> {
    if !row.is_whole() {
        return Some(row.remark(
            "",
            [
                "the row has another number of cells than the head",
                "la ligne n'a pas le même nombre de cellules que l'en-tête",
            ],
        ));
    }
    if row.get("Pollster").is_empty() {
        return Some(
            row.remark("", ["the row names no pollster", "la ligne ne nomme aucun institut"]),
        );
    }
    let dates = ["Start", "End"];
    if let Some(strange) = dates.into_iter().find(|column| iso(row.get(column)).is_none()) {
        return Some(row.remark(strange, NOT_A_DATE));
    }
    if poll::universe(row.get(layout.population)).is_none() {
        return Some(row.remark(
            layout.population,
            ["not a population that is known", "n'est pas une population connue"],
        ));
    }
    let is_share =
        |words: &str| words.parse().is_ok_and(|share: f64| (0.0..=100.0).contains(&share));
    let mut told = layout.shares().filter(|column| row.at(column).is_some());
    let strange = told.find(|column| !is_share(row.get(column)));
    strange.map(|column| row.remark(column, NOT_A_SHARE))
}

/// What a row says, apart from where it was found.
fn content<'a>(layout: &Layout, row: &Row<'a>) -> Vec<&'a str> {
    let told = |column: &&&str| **column != layout.url && **column != layout.notes;
    layout.columns.iter().filter(told).map(|column| row.get(column)).collect()
}

fn twice(layout: &Layout, row: &Row<'_>, line: usize) -> SourceDiagnostic {
    let yes = layout.groups.first().map_or("", |everybody| everybody.yes);
    row.remark(
        yes,
        [
            format!("the same question of the same poll as line {line}"),
            format!("la même question du même sondage que la ligne {line}"),
        ],
    )
}
