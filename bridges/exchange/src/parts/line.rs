//! One row of what is told of a part.

use std::sync::Arc;

use arrow_array::{
    Array as _, ArrayRef, BooleanArray, Float64Array, Int64Array, RecordBatch, StringArray,
    cast::AsArray,
    types::{Float64Type, Int64Type},
};
use arrow_schema::{DataType, Field, Schema, SchemaRef};

use crate::{ExchangeError, column_of::named};

/// A row; which of its fields it has says what it is.
#[derive(Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) proposition: Option<&'a str>,
    pub(super) upper: Option<&'a str>,
    pub(super) lower: Option<&'a str>,
    pub(super) gap: Option<f64>,
    pub(super) odds: Option<f64>,
    pub(super) p: Option<f64>,
    pub(super) holm: Option<f64>,
    pub(super) bh: Option<f64>,
    pub(super) stays: Option<bool>,
    pub(super) times: Option<i64>,
    pub(super) comparable: Option<i64>,
    pub(super) tested: Option<i64>,
    pub(super) done: bool,
}

impl Line<'_> {
    /// A row that tells nothing.
    pub(super) const DONE: Self = Line {
        proposition: None,
        upper: None,
        lower: None,
        gap: None,
        odds: None,
        p: None,
        holm: None,
        bh: None,
        stays: None,
        times: None,
        comparable: None,
        tested: None,
        done: true,
    };
}

const TEXTS: [&str; 3] = ["proposition", "upper", "lower"];
const NUMBERS: [&str; 5] = ["gap", "odds", "p", "holm", "bh"];
const COUNTS: [&str; 3] = ["times", "comparable", "tested"];

/// The columns of what is told of parts. Counts are signed, as some programs know no others.
pub fn part_schema() -> SchemaRef {
    let of = |names: &[&str], kind: DataType| -> Vec<Field> {
        names.iter().map(|name| Field::new(*name, kind.clone(), true)).collect()
    };
    let mut fields = of(&TEXTS, DataType::Utf8);
    fields.extend(of(&NUMBERS, DataType::Float64));
    fields.extend(of(&["stays"], DataType::Boolean));
    fields.extend(of(&COUNTS, DataType::Int64));
    fields.push(Field::new("done", DataType::Boolean, true));
    Arc::new(Schema::new(fields))
}

pub(super) fn batch(lines: &[Line<'_>]) -> Result<RecordBatch, ExchangeError> {
    let text = |get: for<'a> fn(&Line<'a>) -> Option<&'a str>| -> ArrayRef {
        Arc::new(lines.iter().map(get).collect::<StringArray>())
    };
    let number = |get: fn(&Line<'_>) -> Option<f64>| -> ArrayRef {
        Arc::new(lines.iter().map(get).collect::<Float64Array>())
    };
    let count = |get: fn(&Line<'_>) -> Option<i64>| -> ArrayRef {
        Arc::new(lines.iter().map(get).collect::<Int64Array>())
    };
    let truth = |get: fn(&Line<'_>) -> Option<bool>| -> ArrayRef {
        Arc::new(lines.iter().map(get).collect::<BooleanArray>())
    };
    let columns = vec![
        text(|line| line.proposition),
        text(|line| line.upper),
        text(|line| line.lower),
        number(|line| line.gap),
        number(|line| line.odds),
        number(|line| line.p),
        number(|line| line.holm),
        number(|line| line.bh),
        truth(|line| line.stays),
        count(|line| line.times),
        count(|line| line.comparable),
        count(|line| line.tested),
        truth(|line| Some(line.done)),
    ];
    Ok(RecordBatch::try_new(part_schema(), columns)?)
}

pub(super) fn read(batch: &RecordBatch) -> Result<Vec<Line<'_>>, ExchangeError> {
    let [proposition, upper, lower] = TEXTS.map(|name| texts(batch, name));
    let (proposition, upper, lower) = (proposition?, upper?, lower?);
    let [gap, odds, p, holm, bh] = NUMBERS.map(|name| numbers(batch, name));
    let (gap, odds, p, holm, bh) = (gap?, odds?, p?, holm?, bh?);
    let [times, comparable, tested] = COUNTS.map(|name| counts(batch, name));
    let (times, comparable, tested) = (times?, comparable?, tested?);
    let [stays, done] = ["stays", "done"].map(|name| named(batch, name, &DataType::Boolean));
    let (stays, done) = (stays?.as_boolean(), done?.as_boolean());
    let line = |row: usize| Line {
        proposition: proposition.is_valid(row).then(|| proposition.value(row)),
        upper: upper.is_valid(row).then(|| upper.value(row)),
        lower: lower.is_valid(row).then(|| lower.value(row)),
        gap: gap.is_valid(row).then(|| gap.value(row)),
        odds: odds.is_valid(row).then(|| odds.value(row)),
        p: p.is_valid(row).then(|| p.value(row)),
        holm: holm.is_valid(row).then(|| holm.value(row)),
        bh: bh.is_valid(row).then(|| bh.value(row)),
        stays: stays.is_valid(row).then(|| stays.value(row)),
        times: times.is_valid(row).then(|| times.value(row)),
        comparable: comparable.is_valid(row).then(|| comparable.value(row)),
        tested: tested.is_valid(row).then(|| tested.value(row)),
        done: done.is_valid(row) && done.value(row),
    };
    Ok((0..batch.num_rows()).map(line).collect())
}

/// A column of texts.
fn texts<'a>(batch: &'a RecordBatch, name: &str) -> Result<&'a StringArray, ExchangeError> {
    Ok(named(batch, name, &DataType::Utf8)?.as_string())
}

/// A column of numbers.
pub(super) fn numbers<'a>(
    batch: &'a RecordBatch,
    name: &str,
) -> Result<&'a Float64Array, ExchangeError> {
    Ok(named(batch, name, &DataType::Float64)?.as_primitive::<Float64Type>())
}

/// A column of counts.
pub(super) fn counts<'a>(
    batch: &'a RecordBatch,
    name: &str,
) -> Result<&'a Int64Array, ExchangeError> {
    Ok(named(batch, name, &DataType::Int64)?.as_primitive::<Int64Type>())
}

pub(super) fn missing(name: &str) -> ExchangeError {
    ExchangeError(format!("there is no column `{name}`"))
}
