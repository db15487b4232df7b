//! The heads of tables under which figures stand.

use std::{collections::BTreeMap, ops::Range, sync::LazyLock};

use gainsay_claims::{
    Lang,
    period::Period,
    value::{self, Quantity},
};

use super::{
    Doubt, ProposedFigure, Verdict,
    apart::{AGO, list},
};
use crate::{
    figures::{self, Kind},
    lexicon::Term,
    lists::List,
    phrases,
    prose::{Cell, Passage},
    said::Read,
};

static AGED: LazyLock<List> = LazyLock::new(|| list("aged"));
static IN_PERCENT: LazyLock<List> = LazyLock::new(|| list("in-percent"));
static NO_SHARE: LazyLock<List> = LazyLock::new(|| list("no-share"));

/// How many rows of heads a column may have, and how many columns of heads a row.
const HEADS: usize = 3;
/// How many bytes a head may have; what is longer is a paragraph.
const LONGEST: usize = 120;
/// How many rows above the head of a row may stand that takes several.
const ABOVE: usize = 50;

/// The passages of the heads of a cell's row, and those of its column.
pub(super) type Heads = [Vec<usize>; 2];

/// The tables of a draft.
pub(super) struct Tables {
    /// Cells with the first of their passages.
    cells: BTreeMap<Cell, usize>,
    /// How many rows of each table stand before the first one with a figure.
    head_rows: BTreeMap<usize, usize>,
}

impl Tables {
    pub(super) fn of(read: &[Read<'_>]) -> Self {
        let mut tables = Self { cells: BTreeMap::new(), head_rows: BTreeMap::new() };
        for (passage, one) in read.iter().enumerate() {
            let Some(cell) = one.passage.cell else { continue };
            tables.cells.entry(cell).or_insert(passage);
            if !is_head(one) {
                let rows = tables.head_rows.entry(cell.table).or_insert(cell.row);
                *rows = (*rows).min(cell.row);
            }
        }
        tables
    }

    /// The heads of what stands in a cell. What is no short cell has none.
    pub(super) fn heads(&self, read: &[Read<'_>], passage: usize) -> Heads {
        let here = &read[passage];
        let Some(cell) = here.passage.cell.filter(|_| is_short(here)) else {
            return Heads::default();
        };
        let rows = self.head_rows.get(&cell.table).copied().unwrap_or_default().min(HEADS);
        let covering = |row| {
            let (found, passage) =
                self.cells.range(at(cell, row, 0)..at(cell, row, cell.column + 1)).next_back()?;
            (found.column + found.columns > cell.column).then_some(*passage)
        };
        let of_column = (0..rows.min(cell.row)).filter_map(covering).collect();
        let row = self.cells.range(at(cell, cell.row, 0)..at(cell, cell.row, cell.column));
        let row = row.map(|(_, passage)| *passage).take(HEADS);
        let mut of_row: Vec<usize> = row.take_while(|passage| is_head(&read[*passage])).collect();
        if of_row.is_empty() && cell.column > 0 {
            let above = self.cells.range(at(cell, rows, 0)..at(cell, cell.row, 0)).rev();
            let mut above = above.take(ABOVE).filter(|(found, _)| found.column == 0);
            of_row.extend(above.next().map(|(_, passage)| *passage));
        }
        of_row.retain(|passage| is_head(&read[*passage]));
        [of_row, of_column]
    }

    /// The words by which a bare number in a cell is so many percent: those of its heads, of a head
    /// of the first column, or of what stands right before the table ("Table 2 (in %)").
    pub(super) fn unit(
        &self,
        read: &[Read<'_>],
        heads: &Heads,
        figure: &ProposedFigure,
    ) -> Option<String> {
        let here = &read[figure.passage];
        let cell = here.passage.cell.filter(|_| is_bare(here))?;
        let head = |passage: &usize| read[*passage].passage;
        let heads = || heads.iter().flatten().map(head);
        let counts = |one: &Passage| {
            let text = one.prose.text();
            text.contains(['€', '$', '£']) || phrases::has(text, NO_SHARE.of(one.lang))
        };
        if figure.verdict != Verdict::Count || heads().any(counts) {
            return None;
        }
        let rows = self.head_rows.get(&cell.table).copied().unwrap_or_default();
        let corners = self.cells.range(at(cell, 0, 0)..at(cell, rows, 0));
        let corners = corners.filter(|(found, _)| found.column == 0).map(|(_, one)| one);
        let first = self.cells.range(at(cell, 0, 0)..).next().map(|(_, one)| *one);
        let before = first.and_then(|first| read.get(first.checked_sub(1)?));
        let before = before.filter(|one| is_short(one) && one.passage.cell.is_none());
        let said = heads().chain(corners.map(head)).chain(before.map(|one| one.passage));
        let mut said = said.map(|one| (one.prose.text().trim(), one.lang));
        said.find(|(text, lang)| says_percent(text, *lang)).map(|(text, _)| text.to_owned())
    }
}

/// Lets a figure be the share that a bare number of percent is.
pub(super) fn become_share(figure: &mut ProposedFigure, read: &[Read<'_>]) {
    let text = read[figure.passage].passage.prose.text();
    let words = text.get(figure.figure.span.clone()).unwrap_or_default();
    let share = value::read(&format!("{} %", words.trim()), None, None);
    match share.ok().filter(|one| matches!(one.quantity, Quantity::Share { .. })) {
        Some(share) => {
            (figure.figure.reading, figure.figure.kind) = (share, Kind::Finding);
            figure.verdict = Verdict::Finding;
        }
        None => figure.unit = None,
    }
}

/// "Table 2 (in %)", "Part en %": a sign of percent that no number stands before.
fn says_percent(text: &str, lang: Lang) -> bool {
    let mut signs = text.match_indices('%');
    let is_unit = |at: usize| !text[..at].trim_end().ends_with(|one: char| one.is_ascii_digit());
    signs.any(|(at, _)| is_unit(at)) || phrases::has(text, IN_PERCENT.of(lang))
}

/// Whether a cell is a number and nothing else, and no year.
fn is_bare(read: &Read<'_>) -> bool {
    let text = read.passage.prose.text().trim();
    let is_sign =
        |one: char| one.is_ascii_digit() || matches!(one, '.' | ',') || one.is_whitespace();
    text.starts_with(|one: char| one.is_ascii_digit())
        && text.chars().all(is_sign)
        && read.years.is_empty()
}

/// Before all that stands in a row of the table of a cell from a column on.
fn at(cell: Cell, row: usize, column: usize) -> Cell {
    Cell { table: cell.table, row, column, columns: 0 }
}

/// Tells a figure in a cell what the heads of its row and its column say of it.
pub(super) fn tell(read: &[Read<'_>], heads: &Heads, figure: &mut ProposedFigure) {
    let text = |passage: &usize| read[*passage].passage.prose.text().trim();
    let words = heads.iter().map(|one| one.iter().map(text).collect::<Vec<_>>().join(" / "));
    figure.heads = words.filter(|words| !words.is_empty()).collect();
    for head in heads.iter().flatten() {
        tell_of(&read[*head], figure);
    }
}

/// What one head says of a figure: when it is, or whom it is of.
fn tell_of(head: &Read<'_>, figure: &mut ProposedFigure) {
    let text = head.passage.prose.text().trim();
    let lang = head.passage.lang;
    if !head.years.is_empty() && Period::read(text, None).is_some() {
        figure.apart.period.get_or_insert_with(|| text.to_owned());
        return;
    }
    // "2014 (for comparison)"
    if let [(0, year)] = head.years[..] {
        figure.apart.period.get_or_insert_with(|| year.to_string());
        return;
    }
    figure.apart.years.extend(head.years.iter().map(|(_, year)| *year));
    let mut is_known = false;
    // "Follows a *brand*" is what people do, and tells of no brands.
    let is_of_deed = |span: &Range<usize>| {
        let mut others = head.hits.iter().filter(|one| matches!(*one.term, Term::Concept(_)));
        others.any(|one| one.span.start < span.end && span.start < one.span.end)
    };
    for hit in head.hits.iter().filter(|hit| !is_of_deed(&hit.span)) {
        match &*hit.term {
            Term::Universe(name) => figure.people = Some(name.clone()),
            Term::Region(code) => figure.regions = vec![(*code).to_owned()],
            _ => continue,
        }
        is_known = true;
    }
    let is_of_ages = text.starts_with(|sign: char| sign.is_ascii_digit()) && head.years.is_empty();
    let doubt = match () {
        () if phrases::has(text, AGO.of(lang)) => Some(Doubt::Time(text.to_owned())),
        () if is_of_ages || phrases::has(text, AGED.of(lang)) => {
            Some(Doubt::People(text.to_owned()))
        }
        () if !is_known && figures::names_people(text) => Some(Doubt::People(text.to_owned())),
        () => None,
    };
    figure.apart.doubt = figure.apart.doubt.take().or(doubt);
}

/// Whether a cell says of what others are, and states nothing itself.
fn is_head(read: &Read<'_>) -> bool {
    is_short(read) && !is_bare(read) && read.figures.iter().all(|one| one.kind != Kind::Finding)
}

fn is_short(read: &Read<'_>) -> bool {
    read.passage.prose.text().len() <= LONGEST
}
