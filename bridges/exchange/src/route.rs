//! Which rows of a table are judged where, when several processes share it.

use std::{collections::HashMap, num::NonZero, sync::Arc};

use arrow_array::{
    ArrayRef, Int32Array, Int64Array, RecordBatch, StringArray,
    cast::AsArray,
    types::{Int32Type, Int64Type},
};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use gainsay_bulk::{Claims, Slice, Stay, slices, spread};

use crate::{ExchangeError, column_of::named};

/// Tells where each row stands: `proposition` (none where it is not compared), `conditions` (none
/// where it is comparable with nothing), `start`, `free` and `months`
/// ([`Place`](gainsay_bulk::Place)).
///
/// # Errors
/// When a column holds more text than Arrow can address: 2 GiB.
pub fn places(claims: &Claims) -> Result<RecordBatch, ExchangeError> {
    let rows = || 0..u32::try_from(claims.len()).unwrap_or(u32::MAX);
    let places: Vec<_> = rows().map(|row| claims.place(row)).collect();
    let compared = |row| Some(claims.proposition(row)).filter(|text| !text.is_empty());
    let place = places.iter().copied();
    let columns: Vec<(&str, ArrayRef)> = vec![
        ("proposition", Arc::new(rows().map(compared).collect::<StringArray>())),
        (
            "conditions",
            Arc::new(place.clone().map(|at| at.map(|at| at.conditions)).collect::<StringArray>()),
        ),
        ("start", Arc::new(place.clone().map(|at| at.map(|at| at.start)).collect::<Int32Array>())),
        ("free", Arc::new(place.clone().map(|at| at.map(|at| at.free)).collect::<Int32Array>())),
        (
            "months",
            Arc::new(place.map(|at| at.map(|at| i64::from(at.months))).collect::<Int64Array>()),
        ),
    ];
    Ok(RecordBatch::try_from_iter_with_nullable(
        columns.into_iter().map(|(name, column)| (name, column, true)),
    )?)
}

/// Cuts a group of rows, told as `start`, `free` and `rows`, into slices of about `most` pairs:
/// `from`, `until`, `reach` and `pairs` ([`Slice`]).
///
/// # Errors
/// When a column is missing.
pub fn cut(stays: &RecordBatch, months: u32, most: u64) -> Result<RecordBatch, ExchangeError> {
    let start = named(stays, "start", &DataType::Int32)?.as_primitive::<Int32Type>();
    let free = named(stays, "free", &DataType::Int32)?.as_primitive::<Int32Type>();
    let rows = named(stays, "rows", &DataType::Int64)?.as_primitive::<Int64Type>();
    let stay = |row: usize| Stay {
        start: start.value(row),
        free: free.value(row),
        rows: rows.value(row).unsigned_abs(),
    };
    let stays: Vec<Stay> = (0..stays.num_rows()).map(stay).collect();
    let slices = slices(&stays, months, most);
    let pairs = |slice: &Slice| i64::try_from(slice.pairs).unwrap_or(i64::MAX);
    let columns: [(&str, ArrayRef); 4] = [
        ("from", Arc::new(slices.iter().map(|slice| slice.from).collect::<Int64Array>())),
        ("until", Arc::new(slices.iter().map(|slice| slice.until).collect::<Int64Array>())),
        ("reach", Arc::new(slices.iter().map(|slice| slice.reach).collect::<Int32Array>())),
        ("pairs", Arc::new(slices.iter().map(pairs).collect::<Int64Array>())),
    ];
    Ok(RecordBatch::try_from_iter(columns)?)
}

/// The columns of a plan: of every group of a proposition that several processes share, the slices
/// that its rows go to, and the partition of each. A group without `months` is not cut.
pub fn plan_schema() -> SchemaRef {
    let field = |name, kind| Field::new(name, kind, name == "months");
    Arc::new(Schema::new(vec![
        field("proposition", DataType::Utf8),
        field("conditions", DataType::Utf8),
        field("slice", DataType::Int32),
        field("partition", DataType::Int32),
        field("from", DataType::Int64),
        field("until", DataType::Int64),
        field("reach", DataType::Int32),
        field("months", DataType::Int64),
    ]))
}

/// Tells where rows go: `row` (its place in the batch, as `numbers` has it from 1), `slice` (-1: to
/// none, with its whole proposition) and `partition`. A row goes to several slices if it is
/// lookahead in some, and nowhere if it is comparable with nothing.
///
/// # Errors
/// When a column of the plan is missing.
pub fn routed(
    claims: &Claims,
    numbers: &[u64],
    plan: &RecordBatch,
    partitions: NonZero<u32>,
) -> Result<RecordBatch, ExchangeError> {
    let plan = Plan::read(plan)?;
    let (mut rows, mut slices, mut homes) = (Vec::new(), Vec::new(), Vec::new());
    let mut send = |row: i64, slice: i32, partition: i32| {
        rows.push(row);
        slices.push(slice);
        homes.push(partition);
    };
    for (row, &number) in (0..).zip(numbers) {
        let Some(place) = claims.place(row) else { continue };
        let number = i64::try_from(number).unwrap_or(i64::MAX) - 1;
        match plan.groups.get(&(place.proposition, place.conditions)) {
            Some(lines) => {
                let moment = claims.moment(row);
                let taking = lines.iter().filter(|line| line.slice.takes(moment));
                taking.for_each(|line| send(number, line.number, line.partition));
            }
            None => {
                let partition = spread(place.proposition, partitions);
                send(number, -1, i32::try_from(partition).unwrap_or(0));
            }
        }
    }
    let columns: [(&str, ArrayRef); 3] = [
        ("row", Arc::new(Int64Array::from(rows))),
        ("slice", Arc::new(Int32Array::from(slices))),
        ("partition", Arc::new(Int32Array::from(homes))),
    ];
    Ok(RecordBatch::try_from_iter(columns)?)
}

struct Line {
    number: i32,
    partition: i32,
    slice: Slice,
}

struct Plan<'a> {
    groups: HashMap<(&'a str, &'a str), Vec<Line>>,
}

impl<'a> Plan<'a> {
    fn read(plan: &'a RecordBatch) -> Result<Self, ExchangeError> {
        let text = |name| Ok::<_, ExchangeError>(named(plan, name, &DataType::Utf8)?.as_string());
        let long = |name| {
            Ok::<_, ExchangeError>(named(plan, name, &DataType::Int64)?.as_primitive::<Int64Type>())
        };
        let short = |name| {
            Ok::<_, ExchangeError>(named(plan, name, &DataType::Int32)?.as_primitive::<Int32Type>())
        };
        let propositions: &StringArray = text("proposition")?;
        let conditions: &StringArray = text("conditions")?;
        let (number, partition, reach) = (short("slice")?, short("partition")?, short("reach")?);
        let (from, until) = (long("from")?, long("until")?);
        let mut groups: HashMap<(&str, &str), Vec<Line>> = HashMap::new();
        for row in 0..plan.num_rows() {
            let slice = Slice {
                from: from.value(row),
                until: until.value(row),
                reach: reach.value(row),
                // Neither is asked for when a row is sent to its slices.
                months: 0,
                pairs: 0,
            };
            let (number, partition) = (number.value(row), partition.value(row));
            let group = (propositions.value(row), conditions.value(row));
            groups.entry(group).or_default().push(Line { number, partition, slice });
        }
        Ok(Self { groups })
    }
}
