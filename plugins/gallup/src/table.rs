//! The reader of the tables.

use gainsay_plugin::wire::{Derived, Figure, Mark, Work};
use gainsay_plugin::{Document, Grid, Header, Sink, SourceError};

use crate::rows::{A_GREAT_DEAL, GROUPS, Group, INFLUENCED, ROWS, SOME};

/// Emits the study, then a finding for every cell of every table.
///
/// # Errors
///
/// When a cell stands in a row or column without a known label.
pub(crate) fn read(document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
    let header = Header::of(document);
    let study = document.study_id();
    sink.study(header.study(&study)?)?;
    for part in Grid::parts(document, header.body())? {
        for cell in part.findings() {
            let row = ROWS.iter().find(|row| row.words == cell.row);
            let group = GROUPS.iter().find(|group| group.label == cell.column);
            let (Some(row), Some(group)) = (row, group) else {
                return Err(part.refuse(&cell));
            };
            let seen = header.seen(cell.seen)?;
            sink.finding(group.narrow(row.finding(&study, seen, cell.figure())))?;
        }
        for group in GROUPS {
            influenced(&part, group, &header, &study, sink)?;
        }
    }
    Ok(())
}

/// Emits those whom social media influence at all: some and a great deal
/// together, where both are printed.
fn influenced(
    part: &Grid<'_>,
    group: &Group,
    header: &Header<'_>,
    study: &str,
    sink: &mut Sink<'_>,
) -> Result<(), SourceError> {
    let cells = (part.cell(SOME, group.label), part.cell(A_GREAT_DEAL, group.label));
    let (Some(some), Some(great)) = cells else {
        return Ok(());
    };
    let seen = Work { mark: Mark::Computed, ..header.seen(some.seen)? };
    let figure = Figure { derived: Some(Derived::Sum(vec![great.at])), ..some.figure() };
    Ok(sink.finding(group.narrow(INFLUENCED.finding(study, seen, figure)))?)
}
