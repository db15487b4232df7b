//! The matrices: rows are answers, columns are countries or audiences.

use gainsay_plugin::wire::{Disclosed, Finding, People};
use gainsay_plugin::{Cell, Document, Grid, Header, Sink, SourceError};

use crate::rows::{LIKED, ROWS};

/// Whom a column is about.
struct Column {
    label: &'static str,
    /// How ids call it.
    id: &'static str,
    /// The countries, where they are not those of the study.
    regions: &'static [&'static str],
    /// The audience, where it is not that of the study.
    universe: Option<&'static str>,
}

const COLUMNS: &[Column] = &[
    country("United States", "-us", &["US"]),
    country("South Korea", "-kr", &["KR"]),
    country("Australia", "-au", &["AU"]),
    country("United Kingdom", "-gb", &["GB"]),
    country("France", "-fr", &["FR"]),
    country("Japan", "-jp", &["JP"]),
    country("Germany", "-de", &["DE"]),
    country("All but South Korea", "", &["US", "GB", "FR", "DE", "JP", "AU"]),
    country("All countries", "", &[]),
    audience("Consumers", "-consumers", "consumers"),
    audience("Marketers", "-marketers", "marketers"),
];

const fn country(
    label: &'static str,
    id: &'static str,
    regions: &'static [&'static str],
) -> Column {
    Column { label, id, regions, universe: None }
}

const fn audience(label: &'static str, id: &'static str, universe: &'static str) -> Column {
    Column { label, id, regions: &[], universe: Some(universe) }
}

/// Reads the matrices of a document and the study of its head. A release of
/// which only the method is known has no matrix.
pub(crate) fn read(document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
    let header = Header::of(document);
    let study = document.study_id();
    sink.study(header.study(&study)?)?;
    let parts = Grid::parts(document, header.body())?;
    for part in &parts {
        for cell in part.findings() {
            let likers = parts.iter().find_map(|part| part.cell(LIKED, cell.column));
            for finding in findings(&study, &header, part, &cell)? {
                sink.finding(with_likers(finding, likers))?;
            }
        }
    }
    Ok(())
}

/// What a cell says: more than one thing, where several rows have its label.
fn findings(
    study: &str,
    header: &Header<'_>,
    part: &Grid<'_>,
    cell: &Cell<'_>,
) -> Result<Vec<Finding>, SourceError> {
    let column = COLUMNS.iter().find(|column| column.label == cell.column);
    let column = column.ok_or_else(|| part.refuse(cell))?;
    let seen = header.page(cell.seen, cell.at)?;
    let rows = ROWS.iter().filter(|row| row.words == cell.row);
    let read = |row: &gainsay_plugin::Shape| {
        let finding = row.finding(study, seen.clone(), cell.figure());
        in_column(Finding { n: part.cases(cell.column), ..finding }, column)
    };
    let findings: Vec<_> = rows.map(read).collect();
    if findings.is_empty() { Err(part.refuse(cell)) } else { Ok(findings) }
}

fn in_column(finding: Finding, column: &Column) -> Finding {
    let id = format!("{}{}", finding.id, column.id);
    if column.regions.is_empty() && column.universe.is_none() {
        return Finding { id, ..finding };
    }
    let people = People {
        regions: column.regions.iter().map(|&region| region.to_owned()).collect(),
        pooled: if column.regions.is_empty() { Disclosed::Unknown } else { Disclosed::No },
        universe: column.universe.map(str::to_owned),
        ..People::default()
    };
    Finding { id, people: Some(people), ..finding }
}

/// Says what share of the base before those who like brands are, where the
/// country's share is published.
fn with_likers(finding: Finding, likers: Option<Cell<'_>>) -> Finding {
    let share = likers.map(|cell| cell.figure());
    let base = finding.base.into_iter().map(|step| match step.who.as_str() {
        "brand-followers" => gainsay_plugin::wire::BaseStep { share: share.clone(), ..step },
        _ => step,
    });
    Finding { base: base.collect(), ..finding }
}
