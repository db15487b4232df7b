//! Where the answers of each variable stand in a case.

use super::cursor::Order;

/// How the cases of a file are written.
#[derive(Clone, Debug)]
pub(super) struct Layout {
    pub(super) order: Order,
    pub(super) compression: Compression,
    /// What is added to a number that is written as one byte.
    pub(super) bias: f64,
    /// How many cases the file declares, if it does.
    pub(super) cases: Option<u64>,
    /// Slots of eight bytes in each case.
    pub(super) slots: usize,
    /// The number that stands for no answer.
    pub(super) nothing: f64,
    pub(super) encoding: &'static encoding_rs::Encoding,
    /// One for each variable, in order.
    pub(super) fields: Vec<Field>,
}

/// How the slots of cases are packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Compression {
    None,
    /// Eight codes of one byte each, then the slots that no code stands for.
    Bytecode,
    /// The same, packed again in blocks.
    Zlib,
}

/// The slots of a variable.
#[derive(Clone, Debug)]
pub(super) struct Field {
    pub(super) first: usize,
    /// The bytes of each of its segments; none for a number.
    pub(super) segments: Vec<usize>,
}

impl Field {
    /// The bytes that a text takes in a case: each segment begins a new slot.
    pub(super) fn text(&self, case: &[[u8; 8]]) -> Vec<u8> {
        let mut text = Vec::new();
        let mut slot = self.first;
        for &width in &self.segments {
            let slots = width.div_ceil(8);
            let bytes = case.get(slot..slot + slots).unwrap_or_default().as_flattened();
            text.extend_from_slice(bytes.get(..width).unwrap_or_default());
            slot += slots;
        }
        text
    }
}
