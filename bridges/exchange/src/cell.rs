//! A value of another program as the cell of a column.

use gainsay_bulk::{
    Cell, FaultKind,
    columns::{Column, Kind},
    day_in_words, whole_in_words,
};
use jiff::{ToSpan as _, civil::Date};

/// A value as another program has it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Value<'a> {
    Null,
    Text(&'a str),
    Bool(bool),
    Int(i128),
    Float(f64),
    /// Days since 1 January 1970.
    Day(i64),
    /// What no column holds: bytes, text that is not UTF-8.
    #[cfg(feature = "files")]
    Other,
}

/// The cell that a value is in a column. A number that is none (NaN) is an empty cell, as data
/// frames write it; a text is read as in CSV. A number in a column of texts has its words
/// ([`Words`](crate::words::Words)) or is no value of it.
///
/// # Errors
/// When it is no value of the column.
pub(crate) fn cell<'a>(value: Value<'a>, column: &Column) -> Result<Cell<'a>, FaultKind> {
    let cell = match (value, column.kind) {
        (Value::Null | Value::Text(""), _) => Some(Cell::Empty),
        (Value::Float(number), _) if number.is_nan() => Some(Cell::Empty),
        (Value::Text(text), Kind::Text) => Some(Cell::Text(text)),
        (Value::Text(text), kind) => in_words(text.trim(), kind),
        (Value::Bool(truth), Kind::Bool) => Some(Cell::Bool(truth)),
        (Value::Int(number @ (0 | 1)), Kind::Bool) => Some(Cell::Bool(number == 1)),
        (Value::Int(number), Kind::U32) => {
            u32::try_from(number).ok().map(|n| Cell::Count(n.into()))
        }
        (Value::Int(number), Kind::U64) => u64::try_from(number).ok().map(Cell::Count),
        #[expect(clippy::cast_precision_loss, reason = "shares and sizes are small")]
        (Value::Int(number), Kind::F64) => Some(Cell::Number(number as f64)),
        (Value::Float(number), Kind::F64) => Some(Cell::Number(number)),
        (Value::Float(number), kind @ (Kind::U32 | Kind::U64)) => whole(number, kind),
        (Value::Day(days), Kind::Date) => date(days).map(Cell::Date),
        _ => None,
    };
    cell.ok_or_else(|| FaultKind::NotA {
        column: column.name,
        kind: column.kind,
        found: value.said(),
    })
}

impl Value<'_> {
    fn said(self) -> String {
        match self {
            Self::Null => String::new(),
            #[cfg(feature = "files")]
            Self::Other => "bytes".to_owned(),
            Self::Text(text) => text.to_owned(),
            Self::Bool(truth) => truth.to_string(),
            Self::Int(number) => number.to_string(),
            Self::Float(number) => number.to_string(),
            Self::Day(days) => date(days).map_or_else(|| days.to_string(), |date| date.to_string()),
        }
    }
}

fn in_words(text: &str, kind: Kind) -> Option<Cell<'static>> {
    match kind {
        Kind::Text => None,
        Kind::Bool => match text {
            "true" | "True" | "TRUE" | "1" => Some(Cell::Bool(true)),
            "false" | "False" | "FALSE" | "0" => Some(Cell::Bool(false)),
            _ => None,
        },
        Kind::U32 => whole_in_words::<u32>(text).map(|count| Cell::Count(count.into())),
        Kind::U64 => whole_in_words(text).map(Cell::Count),
        Kind::F64 => text.parse().ok().filter(|number: &f64| !number.is_nan()).map(Cell::Number),
        Kind::Date => day_in_words(text).map(Cell::Date),
    }
}

/// Up to here a double tells whole numbers apart.
pub(crate) const EXACT: f64 = 9_007_199_254_740_992.0;

/// A whole number that a data frame holds as a float, since others of its column are empty.
fn whole(number: f64, kind: Kind) -> Option<Cell<'static>> {
    let most = if kind == Kind::U32 { f64::from(u32::MAX) } else { EXACT };
    let fits = (0.0..=most).contains(&number) && number.fract() == 0.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "just compared")]
    fits.then_some(Cell::Count(number as u64))
}

const EPOCH: Date = jiff::civil::date(1970, 1, 1);

/// The days from 1 January 1970 to a date.
pub(crate) fn days(date: Date) -> i32 {
    EPOCH.until(date).map_or(0, |span| span.get_days())
}

fn date(days: i64) -> Option<Date> {
    // Building a span panics beyond what the calendar can hold.
    const MOST: i64 = 7_304_484;
    (-MOST..=MOST).contains(&days).then(|| EPOCH.checked_add(days.days()).ok())?
}

#[cfg(test)]
mod tests {
    use gainsay_bulk::columns::{COLUMNS, place};

    use super::*;

    fn read<'a>(name: &str, value: Value<'a>) -> Option<Cell<'a>> {
        cell(value, &COLUMNS[place(name).unwrap()]).ok()
    }

    #[test]
    fn data_frames_hold_whole_numbers_as_floats() {
        assert_eq!(read("n", Value::Float(300.0)), Some(Cell::Count(300)));
        assert_eq!(read("n", Value::Float(f64::NAN)), Some(Cell::Empty));
        for bad in [Value::Float(0.5), Value::Float(-1.0), Value::Float(1e300), Value::Int(-1)] {
            assert_eq!(read("n", bad), None, "{bad:?}");
        }
        assert_eq!(read("months", Value::Int(1 << 40)), None);
        assert_eq!(
            read("n_effective", Value::Float(f64::INFINITY)),
            Some(Cell::Number(f64::INFINITY))
        );
    }

    #[test]
    fn days_are_days_or_written_as_in_csv() {
        let day = |year, month, day| Some(Cell::Date(jiff::civil::date(year, month, day)));
        assert_eq!(read("from", Value::Day(0)), day(1970, 1, 1));
        assert_eq!(read("from", Value::Day(-1)), day(1969, 12, 31));
        for text in ["2014-02-28", "2014-02-28T00:00:00", "2014-02-28 23:30:00+01:00"] {
            assert_eq!(read("from", Value::Text(text)), day(2014, 2, 28), "{text}");
        }
        assert_eq!(read("n", Value::Text("438.0")), Some(Cell::Count(438)));
        for bad in ["2014-02-29", "20140228", "2014-02-28T"] {
            assert_eq!(read("from", Value::Text(bad)), None, "{bad}");
        }
        for bad in [i64::MAX, 1 << 33, 4_000_000] {
            assert_eq!(read("from", Value::Day(bad)), None, "{bad}");
        }
    }

    #[test]
    fn days_go_there_and_back() {
        for date in [EPOCH, jiff::civil::date(2014, 2, 28), Date::MIN, Date::MAX] {
            assert_eq!(super::date(days(date).into()), Some(date));
        }
    }

    #[test]
    fn a_number_is_no_text() {
        assert_eq!(read("study", Value::Int(3)), None);
        assert_eq!(read("study", Value::Text("3")), Some(Cell::Text("3")));
        assert_eq!(read("evidence", Value::Int(1)), Some(Cell::Bool(true)));
        assert_eq!(read("evidence", Value::Text("yes")), None);
    }
}
