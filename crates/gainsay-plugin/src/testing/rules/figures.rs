//! Figures that nobody reads.

use std::collections::BTreeMap;

use gainsay_claims::{
    Lang,
    value::{self, Quantity, Reading, Unit},
    wire::Place,
};

use super::{Rule, readings};
use crate::{
    Document,
    grid::marked,
    testing::{self, places::places, subject::Subject},
};

pub(super) const SKIPS_APPENDED_FIGURE: Rule = Rule {
    id: "skips-appended-figure",
    why: "whoever adds a figure to a document must see it read or refused",
    fix: "return an error for a line or cell that no form reads",
    check: skips_appended_figure,
};

pub(super) const UNREAD_FIGURE: Rule = Rule {
    id: "unread-figure",
    why: "a figure that is neither read nor refused is lost without a word",
    fix: "read it, return an error, or begin its line with `#` if it is a remark",
    check: unread_figure,
};

/// What stands for a figure that is taken away: as long as a percent sign.
const BLANK: &str = "@";

fn skips_appended_figure(subject: &Subject<'_>) -> Result<(), String> {
    for one in readable(subject)? {
        let mut document = one.document.clone();
        append(&mut document);
        if one.reads_the_same(subject, document) {
            return Err(format!("{}: a figure at its end changes nothing", one.document.name));
        }
    }
    Ok(())
}

/// How many bytes a document holds.
fn size(document: &Document) -> usize {
    document.text().len() + document.rows().iter().flatten().map(String::len).sum::<usize>()
}

/// A document that a source reads to the end.
struct Readable {
    document: Document,
    /// Those that go with it.
    others: Vec<Document>,
    reading: testing::Reading,
}

impl Readable {
    /// Whether a changed document comes to the same. A panic is another rule's business.
    fn reads_the_same(&self, subject: &Subject<'_>, changed: Document) -> bool {
        let documents = [vec![changed], self.others.clone()].concat();
        subject.read(documents).is_ok_and(|after| after == self.reading)
    }
}

/// The documents that the source reads to the end. What it refuses is another rule's
/// business; what is read in a document that another one names, that one says.
fn readable(subject: &Subject<'_>) -> Result<Vec<Readable>, String> {
    let mut readable = Vec::new();
    for part in subject.parts() {
        for (at, document) in part.iter().enumerate() {
            if part.iter().any(|one| one.names(document)) {
                continue;
            }
            let mut others = part.clone();
            others.remove(at);
            let reading = subject.read([vec![document.clone()], others.clone()].concat())?;
            if reading.errors().is_empty() {
                readable.push(Readable { document: document.clone(), others, reading });
            }
        }
    }
    Ok(readable)
}

fn append(document: &mut Document) {
    const FIGURE: &str = "99 %";
    const WORDS: &str = "said something else altogether";
    if let Some(cells) = &mut document.cells {
        cells.push(vec![WORDS.to_owned(), FIGURE.to_owned()]);
    }
    if let Some(text) = &mut document.text {
        let gap = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
        text.push_str(&format!("{gap}{FIGURE} {WORDS}\n"));
    }
}

/// A figure is read when a record points to it, and it is at least noticed when
/// the reading is another one without it.
fn unread_figure(subject: &Subject<'_>) -> Result<(), String> {
    for one in readable(subject)? {
        let document = &one.document;
        let read = pointed_at(&one.reading, &document.name);
        let mut figures = match document.cells {
            Some(_) => cells(document),
            None => percentages(document.text()),
        };
        let is_read = |figure: &Place| {
            read.get(&figure.cell).is_some_and(|places| places.iter().any(|one| meet(one, figure)))
        };
        figures.retain(|figure| !is_read(figure));
        // Each costs a reading; of too many, some are taken that are spread evenly.
        let step = figures.len().div_ceil(readings(size(document))).max(1);
        for figure in figures.into_iter().step_by(step) {
            if one.reads_the_same(subject, without(document, figure)) {
                let words = document.words(figure);
                return Err(format!("{}: nothing reads `{words}` at {figure:?}", document.name));
            }
        }
    }
    Ok(())
}

/// The places of a document that records point to, by their cell.
fn pointed_at(
    reading: &testing::Reading,
    document: &str,
) -> BTreeMap<Option<[usize; 2]>, Vec<Place>> {
    let mut pointed: BTreeMap<_, Vec<Place>> = BTreeMap::new();
    let studies = reading.studies.iter().filter(|one| one.document == document);
    let findings = reading.findings.iter().filter(|one| one.document == document);
    for place in studies.flat_map(places).chain(findings.flat_map(places)) {
        pointed.entry(place.cell).or_default().push(place);
    }
    pointed
}

/// Whether two places of a text or of the same cell have something in common.
fn meet(one: &Place, other: &Place) -> bool {
    let apart = |one: [usize; 2], other: [usize; 2]| one[1] <= other[0] || other[1] <= one[0];
    match (one.span, other.span) {
        (Some(one), Some(other)) => !apart(one, other),
        _ => true,
    }
}

/// The percentages of a text, except in remarks.
fn percentages(text: &str) -> Vec<Place> {
    let is_remark = |at: usize| {
        let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
        text[line..at].trim_start().starts_with('#')
    };
    let of_number = |sign: char| sign.is_ascii_digit() || matches!(sign, ',' | '.');
    text.match_indices('%')
        .filter(|&(at, _)| !is_remark(at))
        .filter_map(|(at, _)| {
            let number = text[..at].trim_end();
            let start = number.trim_end_matches(of_number).len();
            (start < number.len()).then(|| Place::span(start..at + 1))
        })
        .collect()
}

/// The cells with figures, except labels of rows and remarks.
fn cells(document: &Document) -> Vec<Place> {
    let mut places = Vec::new();
    for (row, cells) in document.rows().iter().enumerate() {
        if document.cell(row, 0).starts_with('#') {
            continue;
        }
        let figures = cells.iter().enumerate().skip(1).filter(|(_, cell)| is_figure(cell));
        places.extend(figures.map(|(column, _)| Place::cell(row, column)));
    }
    places
}

/// Whether a cell states a figure with its unit, or a bare number of percent. A
/// number above 100 is none: it is a year, or the size of a base that no finding
/// of the document needs.
fn is_figure(cell: &str) -> bool {
    let words = marked(cell.trim()).0;
    let with_unit = |reading: Reading| !matches!(reading.quantity, Quantity::Count { .. });
    value::read(words, None, None).is_ok_and(with_unit)
        || value::read(words, Some(Lang::En), Some(Unit::Percent)).is_ok()
}

/// The document without the percent sign, or without what the cell says.
fn without(document: &Document, figure: Place) -> Document {
    let mut document = document.clone();
    match (&mut document.cells, &mut document.text, figure) {
        (Some(cells), _, Place { cell: Some([row, column]), .. }) => {
            BLANK.clone_into(&mut cells[row][column]);
        }
        (_, Some(text), Place { span: Some([_, end]), .. }) => {
            text.replace_range(end - 1..end, BLANK);
        }
        _ => {}
    }
    document
}
