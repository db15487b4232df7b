//! The pairs that contradict each other, as a batch of Arrow.

use std::sync::Arc;

use arrow_array::{ArrayRef, BooleanArray, Float64Array, RecordBatch, StringArray};
use arrow_schema::{DataType, Field, Schema, SchemaRef};
use gainsay_bulk::{Claims, Contradicting, Corrected};

use crate::ExchangeError;

/// The columns of the pairs: the proposition, its two claims, the gap as a fraction, the odds
/// ratio, p and its corrections, and whether the pair stays a contradiction.
pub fn pair_schema() -> SchemaRef {
    let field = |name: &str, kind: DataType, nullable| Field::new(name, kind, nullable);
    let text = |name| field(name, DataType::Utf8, false);
    let number = |name, nullable| field(name, DataType::Float64, nullable);
    Arc::new(Schema::new(vec![
        text("proposition"),
        text("upper"),
        text("lower"),
        number("gap", false),
        number("odds", false),
        number("p", true),
        number("holm", true),
        number("bh", true),
        number("q", true),
        field("stays", DataType::Boolean, false),
    ]))
}

/// Makes a batch of pairs of rows of `claims`.
///
/// # Errors
/// When a column holds more text than Arrow can address: 2 GiB.
pub fn pairs(claims: &Claims, pairs: &[Contradicting]) -> Result<RecordBatch, ExchangeError> {
    let texts = |text: &dyn Fn(&Contradicting) -> u32,
                 named: fn(&Claims, u32) -> &str|
     -> ArrayRef {
        Arc::new(pairs.iter().map(|one| Some(named(claims, text(one)))).collect::<StringArray>())
    };
    let plain = |number: fn(&Contradicting) -> f64| -> ArrayRef {
        Arc::new(pairs.iter().map(|one| Some(number(one))).collect::<Float64Array>())
    };
    let tested = |number: fn(Corrected) -> Option<f64>| -> ArrayRef {
        Arc::new(pairs.iter().map(|one| one.test.and_then(number)).collect::<Float64Array>())
    };
    let stays: BooleanArray = pairs.iter().map(|one| Some(one.stays)).collect();
    let columns = vec![
        texts(&|one| one.upper, Claims::proposition),
        texts(&|one| one.upper, Claims::name),
        texts(&|one| one.lower, Claims::name),
        plain(|one| one.gap),
        plain(|one| one.odds),
        tested(|test| Some(test.p)),
        tested(|test| Some(test.holm)),
        tested(|test| test.bh),
        tested(|test| test.q),
        Arc::new(stays),
    ];
    Ok(RecordBatch::try_new(pair_schema(), columns)?)
}
