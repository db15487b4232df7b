//! Reads the cells of a row, whatever form the table has.

use std::str::FromStr;

use gainsay_claims::value::{self, Quantity};
use jiff::civil::{Date, DateTime};

use crate::{
    claims::Entry,
    columns::{ALL_ALIKE, COLUMNS},
    fault::{FaultKind, clean},
    row::{Row, role_of},
};

/// The cells of a row.
pub(crate) trait Cells<'a> {
    /// The cell of a column, by its place in [`COLUMNS`]; none where there is no such column.
    fn cell(&self, place: usize) -> Option<&'a str>;
}

impl<'a> Cells<'a> for [Option<&'a str>; COLUMNS.len()] {
    fn cell(&self, place: usize) -> Option<&'a str> {
        self[place]
    }
}

/// A fault of a row, with the place of the column in [`COLUMNS`], if it has one.
pub(crate) type Bad = (Option<usize>, FaultKind);

// Places in COLUMNS.
const CLAIM: usize = 0;
const SOURCE: usize = 1;
const STUDY: usize = 2;
const PUBLISHER: usize = 3;
const SPONSOR: usize = 4;
const ROLE: usize = 5;
const PROPOSITION: usize = 6;
const CONDITIONS: usize = 7;
const MONTHS: usize = 8;
const COLLECTION: usize = 9;
const EVIDENCE: usize = 10;
const LEFT_OUT: usize = 11;
const FIGURE: usize = 12;
const LO: usize = 13;
const HI: usize = 14;
const N: usize = 15;
const N_EFFECTIVE: usize = 16;
const FLOOR: usize = 17;
const FROM: usize = 18;
const TO: usize = 19;
const DOCUMENT: usize = 20;
const LINE: usize = 21;

/// Says which column is missing that a table has to have, if one is.
pub(crate) fn missing(has: impl Fn(&str) -> bool) -> Option<&'static str> {
    let required = ["study", "proposition"].into_iter().find(|name| !has(name));
    let share = match (has("figure"), has("lo"), has("hi")) {
        (_, true, true) | (true, _, _) => None,
        (false, true, false) => Some("hi"),
        (false, false, _) => Some("lo"),
    };
    required.or(share)
}

/// Reads what judging needs of a row; `number` stands in for the id of the claim.
pub(crate) fn entry<'a>(cells: &impl Cells<'a>, number: &'a str) -> Result<Entry<'a>, Bad> {
    let evidence = boolean(cells, EVIDENCE)?.unwrap_or(true);
    let share = match (number_of(cells, LO)?, number_of(cells, HI)?) {
        (Some(lo), Some(hi)) => Some((lo, hi)),
        (None, None) if evidence => read_figure(cells)?,
        (None, None) => None,
        _ => return Err((Some(LO), FaultKind::NotInOrder)),
    };
    Ok(Entry {
        months: whole(cells, MONTHS)?,
        evidence,
        share,
        n: whole(cells, N)?,
        n_effective: number_of(cells, N_EFFECTIVE)?,
        floor: whole(cells, FLOOR)?,
        from: date(cells, FROM)?,
        to: date(cells, TO)?,
        ..texts(cells, number)
    })
}

/// Reads the texts that judging needs: an entry without its numbers and days.
pub(crate) fn texts<'a>(cells: &impl Cells<'a>, number: &'a str) -> Entry<'a> {
    Entry {
        claim: text(cells, CLAIM).unwrap_or(number),
        study: text(cells, STUDY).unwrap_or_default(),
        proposition: text(cells, PROPOSITION).unwrap_or_default(),
        conditions: conditions(cells),
        publisher: text(cells, PUBLISHER),
        collection: text(cells, COLLECTION),
        ..Entry::default()
    }
}

/// Reads a whole row.
pub(crate) fn row<'a>(cells: &impl Cells<'a>, number: &'a str) -> Result<Row, Bad> {
    let entry = entry(cells, number)?;
    let plain = |place| text(cells, place).unwrap_or_default().to_owned();
    let role = match text(cells, ROLE) {
        None => Default::default(),
        Some(name) => role_of(name).ok_or_else(|| not_a(ROLE, name))?,
    };
    Ok(Row {
        source: plain(SOURCE),
        sponsor: text(cells, SPONSOR).map(str::to_owned),
        role,
        left_out: text(cells, LEFT_OUT).map(str::to_owned),
        figure: plain(FIGURE),
        document: plain(DOCUMENT),
        line: whole(cells, LINE)?.unwrap_or_default(),
        ..Row::from(entry)
    })
}

/// A cell that is filled.
fn text<'a>(cells: &impl Cells<'a>, place: usize) -> Option<&'a str> {
    cells.cell(place).filter(|cell| !cell.is_empty())
}

fn conditions<'a>(cells: &impl Cells<'a>) -> Option<&'a str> {
    match cells.cell(CONDITIONS) {
        None => Some(ALL_ALIKE),
        Some(_) => text(cells, CONDITIONS),
    }
}

fn whole<'a, T: FromStr>(cells: &impl Cells<'a>, place: usize) -> Result<Option<T>, Bad> {
    let read = |cell: &str| whole_in_words(cell).ok_or_else(|| not_a(place, cell));
    text(cells, place).map(read).transpose()
}

/// Reads a whole number; data frames write `438.0` as soon as one of a column is missing.
pub fn whole_in_words<T: FromStr>(words: &str) -> Option<T> {
    let number = words.trim();
    let of_frame = || number.split_once('.').filter(|(_, rest)| is_zeros(rest));
    number.parse().ok().or_else(|| of_frame()?.0.parse().ok())
}

fn is_zeros(digits: &str) -> bool {
    !digits.is_empty() && digits.bytes().all(|digit| digit == b'0')
}

fn number_of<'a>(cells: &impl Cells<'a>, place: usize) -> Result<Option<f64>, Bad> {
    let read = |cell: &str| cell.trim().parse().ok().filter(|number: &f64| !number.is_nan());
    text(cells, place).map(|cell| read(cell).ok_or_else(|| not_a(place, cell))).transpose()
}

fn boolean<'a>(cells: &impl Cells<'a>, place: usize) -> Result<Option<bool>, Bad> {
    text(cells, place)
        .map(|cell| match cell {
            "true" | "1" | "TRUE" | "True" => Ok(true),
            "false" | "0" | "FALSE" | "False" => Ok(false),
            _ => Err(not_a(place, cell)),
        })
        .transpose()
}

fn date<'a>(cells: &impl Cells<'a>, place: usize) -> Result<Option<Date>, Bad> {
    let read = |cell| day_in_words(cell).ok_or_else(|| not_a(place, cell));
    text(cells, place).map(read).transpose()
}

/// Reads a day, or a moment as the day on the clock that it is told by.
pub fn day_in_words(words: &str) -> Option<Date> {
    iso(words).or_else(|| day_of_moment(words))
}

/// Data frames write `2024-01-01T00:00:00`.
fn day_of_moment(text: &str) -> Option<Date> {
    let (day, time) = text.split_at_checked("YYYY-MM-DD".len())?;
    let is_moment = time.starts_with(['T', ' ']) && text.parse::<DateTime>().is_ok();
    iso(day).filter(|_| is_moment)
}

/// Reads `YYYY-MM-DD`, and nothing after it.
fn iso(text: &str) -> Option<Date> {
    let bytes: &[u8; 10] = text.as_bytes().try_into().ok()?;
    let [a, b, c, d, b'-', e, f, b'-', g, h] = *bytes else { return None };
    let digits = |digits: &[u8]| {
        let digit = |digit: &u8| digit.is_ascii_digit().then_some(i16::from(*digit & 0x0f));
        digits.iter().try_fold(0, |sum, one| Some(sum * 10 + digit(one)?))
    };
    let small = |one: u8, other: u8| i8::try_from(digits(&[one, other])?).ok();
    Date::new(digits(&[a, b, c, d])?, small(e, f)?, small(g, h)?).ok()
}

fn read_figure<'a>(cells: &impl Cells<'a>) -> Result<Option<(f64, f64)>, Bad> {
    let share = text(cells, FIGURE).map(share_in_words).transpose();
    share.map_err(|kind| (Some(FIGURE), kind))
}

/// Reads the words of a figure as a share: its ends, as fractions.
///
/// # Errors
/// When they say no share, or one that is no evidence.
pub fn share_in_words(words: &str) -> Result<(f64, f64), FaultKind> {
    let none = || FaultKind::NoShare(clean(words));
    let reading = value::read(words, None, Some(value::Unit::Percent)).map_err(|_| none())?;
    match reading.quantity {
        Quantity::Share { hard, .. } if !reading.rhetorical => Ok((hard.lo_f64(), hard.hi_f64())),
        _ => Err(none()),
    }
}

fn not_a(place: usize, found: &str) -> Bad {
    let column = &COLUMNS[place];
    let kind = FaultKind::NotA { column: column.name, kind: column.kind, found: clean(found) };
    (Some(place), kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_the_list() {
        let places = [
            (CLAIM, "claim"),
            (SOURCE, "source"),
            (STUDY, "study"),
            (PUBLISHER, "publisher"),
            (SPONSOR, "sponsor"),
            (ROLE, "role"),
            (PROPOSITION, "proposition"),
            (CONDITIONS, "conditions"),
            (MONTHS, "months"),
            (COLLECTION, "collection"),
            (EVIDENCE, "evidence"),
            (LEFT_OUT, "left_out"),
            (FIGURE, "figure"),
            (LO, "lo"),
            (HI, "hi"),
            (N, "n"),
            (N_EFFECTIVE, "n_effective"),
            (FLOOR, "floor"),
            (FROM, "from"),
            (TO, "to"),
            (DOCUMENT, "document"),
            (LINE, "line"),
        ];
        assert_eq!(places.len(), COLUMNS.len());
        assert!(places.iter().all(|&(place, name)| COLUMNS[place].name == name));
    }

    #[test]
    fn days_are_written_in_one_way() {
        assert_eq!(iso("2014-02-28"), Some(jiff::civil::date(2014, 2, 28)));
        for text in
            ["2014-02-29", "2014-2-28", "14-02-28", "2014-02-28T", "2014/02/28", "", "２014-02-8"]
        {
            assert_eq!(iso(text), None, "{text}");
        }
    }

    #[test]
    fn sizes_and_days_are_read_as_data_frames_write_them() {
        let mut cells = [None; COLUMNS.len()];
        (cells[STUDY], cells[PROPOSITION], cells[FIGURE]) = (Some("a"), Some("b"), Some("28 %"));
        let mut read = |n, from| {
            (cells[N], cells[FROM]) = (Some(n), Some(from));
            entry(&cells, "1").map(|entry| (entry.n, entry.from))
        };
        let day = Some(jiff::civil::date(2014, 2, 28));
        for (n, from) in [
            ("438", "2014-02-28"),
            ("438.0", "2014-02-28T00:00:00"),
            ("438.000", "2014-02-28 23:59:59.5"),
            (" 438 ", "2014-02-28T23:30:00+01:00"),
        ] {
            assert_eq!(read(n, from), Ok((Some(438), day)), "{n} {from}");
        }
        for n in ["438.5", "438.", "4e2", "-438.0", ".0", "438,0"] {
            assert!(read(n, "2014-02-28").is_err(), "{n}");
        }
        for from in ["2014-02-28T", "2014-02-28T25:00", "2014-02-28x", "20140228", "2014-02-28Z"] {
            assert!(read("438", from).is_err(), "{from}");
        }
    }

    #[test]
    fn a_figure_stands_in_for_its_ends() {
        let mut cells = [None; COLUMNS.len()];
        (cells[STUDY], cells[PROPOSITION]) = (Some("a"), Some("bought"));
        let mut share = |figure| {
            cells[FIGURE] = Some(figure);
            entry(&cells, "1").map(|entry| entry.share)
        };
        assert_eq!(share("28 %"), Ok(Some((0.275, 0.285))));
        assert_eq!(share("28"), Ok(Some((0.275, 0.285))));
        assert_eq!(share("moins de 0,25 %"), Ok(Some((0.0, 0.0025))));
        for words in ["300 people", "nobody", "3 €"] {
            assert_eq!(share(words), Err((Some(FIGURE), FaultKind::NoShare(words.to_owned()))));
        }
    }
}
