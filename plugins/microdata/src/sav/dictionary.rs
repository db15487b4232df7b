//! The records before the data.

use super::{
    SavError,
    cursor::{Cursor, Order},
    extensions::Extensions,
    layout::{Compression, Layout},
    names,
};
use crate::data::Dictionary;

/// More variables than any survey has.
const MOST_VARIABLES: usize = 100_000;
/// More slots than any case of a survey has.
const MOST_SLOTS: usize = 1_000_000;
/// More value labels than any survey has.
const MOST_LABELS: usize = 2_000_000;

/// The records of a dictionary as they stand in the file.
#[derive(Default)]
pub(super) struct Raw<'a> {
    pub(super) weight_slot: usize,
    pub(super) slots: usize,
    pub(super) variables: Vec<RawVariable<'a>>,
    pub(super) labels: Vec<RawLabels<'a>>,
    label_count: usize,
    pub(super) extensions: Extensions<'a>,
}

/// A record of type 2; of a very long text, one segment.
pub(super) struct RawVariable<'a> {
    pub(super) short: &'a [u8],
    pub(super) label: &'a [u8],
    /// Bytes of a text, 0 for a number.
    pub(super) width: usize,
    /// How it is displayed.
    pub(super) format: i32,
    pub(super) first: usize,
    pub(super) missing: Vec<[u8; 8]>,
    /// Whether the first two of `missing` are the ends of a range.
    pub(super) has_range: bool,
}

/// Records of types 3 and 4: labels, and the slots of their variables from 1.
pub(super) struct RawLabels<'a> {
    pub(super) labels: Vec<([u8; 8], &'a [u8])>,
    pub(super) slots: Vec<usize>,
}

struct Header {
    order: Order,
    compression: Compression,
    cases: Option<u64>,
    weight_slot: usize,
    bias: f64,
}

/// Reads all records, and leaves the cursor where the data begin.
pub(super) fn read(bytes: &[u8]) -> Result<(Dictionary, Layout, Cursor<'_>), SavError> {
    let mut cursor = Cursor { bytes, at: 0, order: Order::Little };
    let header = header(&mut cursor)?;
    let mut raw = Raw { weight_slot: header.weight_slot, ..Raw::default() };
    while record(&mut cursor, &mut raw)? {}
    let named = names::name(&raw, header.order)?;
    let layout = Layout {
        order: header.order,
        compression: header.compression,
        bias: header.bias,
        cases: header.cases.or(raw.extensions.cases(header.order)),
        slots: raw.slots,
        nothing: raw.extensions.nothing(header.order).unwrap_or(-f64::MAX),
        encoding: named.encoding,
        fields: named.fields,
    };
    Ok((named.dictionary, layout, cursor))
}

fn header(cursor: &mut Cursor<'_>) -> Result<Header, SavError> {
    let magic = cursor.take(4, "its header").map_err(|_| SavError::NotSav)?;
    if magic != b"$FL2" && magic != b"$FL3" {
        return Err(SavError::NotSav);
    }
    cursor.take(60, "its header")?;
    let layout: [u8; 4] =
        [0, 1, 2, 3].map(|byte| cursor.bytes.get(64 + byte).copied().unwrap_or(0));
    cursor.order =
        if matches!(i32::from_le_bytes(layout), 2 | 3) { Order::Little } else { Order::Big };
    cursor.int("its header")?;
    cursor.int("its header")?;
    let at = cursor.at;
    let compression = match cursor.int("its header")? {
        0 => Compression::None,
        1 => Compression::Bytecode,
        2 => Compression::Zlib,
        other => {
            return Err(SavError::Wrong { what: "a compression", value: other.into(), at });
        }
    };
    let weight_slot = usize::try_from(cursor.int("its header")?).unwrap_or(0);
    let cases = u64::try_from(cursor.int("its header")?).ok();
    let bias = cursor.float("its header")?;
    cursor.take(9 + 8 + 64 + 3, "its header")?;
    Ok(Header { order: cursor.order, compression, cases, weight_slot, bias })
}

/// Reads one record; `false` after the last.
fn record<'a>(cursor: &mut Cursor<'a>, raw: &mut Raw<'a>) -> Result<bool, SavError> {
    let at = cursor.at;
    match cursor.int("its dictionary")? {
        2 => variable(cursor, raw)?,
        3 => labels(cursor, raw)?,
        6 => {
            let lines = cursor.length("its documents")?;
            cursor.take(lines.saturating_mul(80), "its documents")?;
        }
        7 => {
            let subtype = cursor.int("an extension")?;
            let size = cursor.length("an extension")?;
            let count = cursor.length("an extension")?;
            let data = cursor.take(size.saturating_mul(count), "an extension")?;
            raw.extensions.add(subtype, data);
        }
        999 => {
            cursor.int("its dictionary")?;
            return Ok(false);
        }
        other => return Err(SavError::Wrong { what: "a kind of record", value: other.into(), at }),
    }
    Ok(true)
}

fn variable<'a>(cursor: &mut Cursor<'a>, raw: &mut Raw<'a>) -> Result<(), SavError> {
    let at = cursor.at;
    let declared = cursor.int("a variable")?;
    let has_label = cursor.int("a variable")? == 1;
    let missing = cursor.int("a variable")?;
    let format = cursor.int("a variable")?;
    cursor.int("a variable")?;
    let short = cursor.take(8, "a variable")?.trim_ascii();
    let label = if has_label { label(cursor)? } else { &[] };
    let values = missing_values(cursor, missing, at)?;
    let first = raw.slots;
    raw.slots += 1;
    if raw.slots > MOST_SLOTS {
        return Err(SavError::TooMuch { what: "values in a case", limit: MOST_SLOTS });
    }
    // A text of more than eight bytes goes on in records without a meaning of their own.
    if declared == -1 {
        return Ok(());
    }
    let width = usize::try_from(declared).ok().filter(|&width| width <= 255);
    let wrong = SavError::Wrong { what: "a width of a variable", value: declared.into(), at };
    if raw.variables.len() >= MOST_VARIABLES {
        return Err(SavError::TooMuch { what: "variables", limit: MOST_VARIABLES });
    }
    raw.variables.push(RawVariable {
        short,
        label,
        width: width.ok_or(wrong)?,
        format,
        first,
        missing: values,
        has_range: missing < 0,
    });
    Ok(())
}

fn label<'a>(cursor: &mut Cursor<'a>) -> Result<&'a [u8], SavError> {
    let what = "the label of a variable";
    let length = cursor.length(what)?;
    let padded = cursor.take(length.next_multiple_of(4), what)?;
    Ok(padded.get(..length).unwrap_or(padded))
}

/// Up to three values; a negative number tells that the first two are a range.
fn missing_values(
    cursor: &mut Cursor<'_>,
    count: i32,
    at: usize,
) -> Result<Vec<[u8; 8]>, SavError> {
    if !(-3..=3).contains(&count) || count == -1 {
        let what = "a number of missing values";
        return Err(SavError::Wrong { what, value: count.into(), at });
    }
    (0..count.unsigned_abs()).map(|_| cursor.slot("missing values")).collect()
}

fn labels<'a>(cursor: &mut Cursor<'a>, raw: &mut Raw<'a>) -> Result<(), SavError> {
    let what = "value labels";
    let count = cursor.length(what)?;
    raw.label_count += count;
    if raw.label_count > MOST_LABELS {
        return Err(SavError::TooMuch { what, limit: MOST_LABELS });
    }
    let mut labels = Vec::new();
    for _ in 0..count {
        let value = cursor.slot(what)?;
        let length = usize::from(cursor.take(1, what)?[0]);
        let padded = (length + 1).next_multiple_of(8) - 1;
        labels.push((value, &cursor.take(padded, what)?[..length]));
    }
    let at = cursor.at;
    let kind = cursor.int(what)?;
    if kind != 4 {
        return Err(SavError::Wrong {
            what: "a record after value labels",
            value: kind.into(),
            at,
        });
    }
    let mut slots = Vec::new();
    for _ in 0..cursor.length(what)? {
        slots.push(usize::try_from(cursor.int(what)?).unwrap_or(0));
    }
    raw.labels.push(RawLabels { labels, slots });
    Ok(())
}
