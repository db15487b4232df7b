//! The answers of chosen variables, case after case.

use super::{
    SavError,
    cursor::Cursor,
    layout::{Field, Layout},
    slots::Slots,
};
use crate::data::{Answers, Cell, Dictionary, MOST_CELLS};

/// What data may unpack to, in slots of eight bytes: 2 GiB.
const MOST_SLOTS: usize = 1 << 28;

/// Reads the answers of these variables.
pub(super) fn read(
    dictionary: &Dictionary,
    layout: &Layout,
    data: Cursor<'_>,
    names: &[&str],
) -> Result<Answers, SavError> {
    let fields: Vec<_> = names
        .iter()
        .map(|name| dictionary.variables.iter().position(|one| one.name == **name))
        .map(|position| layout.fields.get(position?))
        .collect();
    let mut answers = Answers::new(names.iter().copied());
    let mut slots = Slots::new(layout, data)?;
    let mut case = vec![[0; 8]; layout.slots];
    let declared = layout.cases.and_then(|cases| usize::try_from(cases).ok());
    while layout.slots > 0 && declared.is_none_or(|declared| answers.cases < declared) {
        if !fill(&mut case, &mut slots)? {
            break;
        }
        if answers.cases * layout.slots > MOST_SLOTS {
            return Err(SavError::TooMuch { what: "values", limit: MOST_SLOTS });
        }
        if answers.cases * fields.len() > MOST_CELLS {
            return Err(SavError::TooMuch { what: "answers to count", limit: MOST_CELLS });
        }
        for (column, field) in fields.iter().enumerate() {
            let cell =
                field.map_or(Cell::Nothing, |field| cell(field, &case, layout, &mut answers));
            answers.push(column, cell);
        }
        answers.cases += 1;
    }
    match layout.cases {
        Some(declared) if answers.cases as u64 != declared => {
            Err(SavError::Cases { declared, held: answers.cases })
        }
        _ => Ok(answers),
    }
}

/// Reads a case; `false` when there is none left.
fn fill(case: &mut [[u8; 8]], slots: &mut Slots<'_>) -> Result<bool, SavError> {
    for (at, slot) in case.iter_mut().enumerate() {
        match slots.next()? {
            Some(bytes) => *slot = bytes,
            None if at == 0 => return Ok(false),
            None => return Err(SavError::Zlib("a case is cut off".to_owned())),
        }
    }
    Ok(true)
}

fn cell(field: &Field, case: &[[u8; 8]], layout: &Layout, answers: &mut Answers) -> Cell {
    if field.segments.is_empty() {
        let number = layout.order.float(case.get(field.first).copied().unwrap_or_default());
        let is_nothing = number.to_bits() == layout.nothing.to_bits() || !number.is_finite();
        return if is_nothing { Cell::Nothing } else { Cell::Number(number) };
    }
    let bytes = field.text(case);
    let text = layout.encoding.decode_without_bom_handling(&bytes).0;
    answers.text_cell(text.trim_end())
}
