//! Records of type 7: what later versions of the format added.

use super::{
    SavError,
    cursor::{Cursor, Order},
    words::Declared,
};

/// The extensions of a file that a tabulation needs, as they stand there.
#[derive(Default)]
pub(super) struct Extensions<'a> {
    machine: &'a [u8],
    floats: &'a [u8],
    cases: &'a [u8],
    encoding: &'a [u8],
    /// `SHORT=long`, separated by tabs.
    pub(super) long_names: &'a [u8],
    /// `SHORT=width`, separated by a zero and a tab.
    pub(super) widths: &'a [u8],
    pub(super) sets: Vec<&'a [u8]>,
    text_labels: &'a [u8],
    text_missing: &'a [u8],
}

/// Values of a long text, by the name of its variable.
pub(super) struct TextValues<'a> {
    pub(super) name: &'a [u8],
    /// Each value, with its label unless it is a missing one.
    pub(super) values: Vec<(&'a [u8], &'a [u8])>,
}

impl<'a> Extensions<'a> {
    /// Keeps an extension that is known; any other tells nothing of the answers.
    pub(super) fn add(&mut self, subtype: i32, data: &'a [u8]) {
        match subtype {
            3 => self.machine = data,
            4 => self.floats = data,
            7 | 19 => self.sets.push(data),
            13 => self.long_names = data,
            14 => self.widths = data,
            16 => self.cases = data,
            20 => self.encoding = data,
            21 => self.text_labels = data,
            22 => self.text_missing = data,
            _ => {}
        }
    }

    /// The number that stands for no answer.
    pub(super) fn nothing(&self, order: Order) -> Option<f64> {
        Cursor { bytes: self.floats, at: 0, order }.float("").ok()
    }

    /// The number of cases, of a file with too many for its header.
    pub(super) fn cases(&self, order: Order) -> Option<u64> {
        let mut cursor = Cursor { bytes: self.cases, at: 0, order };
        cursor.long("").ok()?;
        u64::try_from(cursor.long("").ok()?).ok()
    }

    /// The character set as the file declares it.
    pub(super) fn declared(&self, order: Order) -> Declared {
        let name = std::str::from_utf8(self.encoding.trim_ascii()).unwrap_or_default();
        let name = name.trim_end_matches('\0');
        let mut cursor = Cursor { bytes: self.machine, at: 28, order };
        let page = if self.machine.len() < 32 { None } else { cursor.int("").ok() };
        Declared { name: (!name.is_empty()).then(|| name.to_owned()), page }
    }

    /// The labels of long texts.
    pub(super) fn text_labels(&self, order: Order) -> Result<Vec<TextValues<'a>>, SavError> {
        let what = "labels of long texts";
        let mut cursor = Cursor { bytes: self.text_labels, at: 0, order };
        let mut all = Vec::new();
        while !cursor.is_empty() {
            let name = counted(&mut cursor, what)?;
            cursor.int(what)?;
            let mut values = Vec::new();
            for _ in 0..cursor.length(what)? {
                values.push((counted(&mut cursor, what)?, counted(&mut cursor, what)?));
            }
            all.push(TextValues { name, values });
        }
        Ok(all)
    }

    /// The missing values of long texts.
    pub(super) fn text_missing(&self, order: Order) -> Result<Vec<TextValues<'a>>, SavError> {
        let what = "missing values of long texts";
        let mut cursor = Cursor { bytes: self.text_missing, at: 0, order };
        let mut all = Vec::new();
        while !cursor.is_empty() {
            let name = counted(&mut cursor, what)?;
            let count = cursor.take(1, what)?[0];
            let width = cursor.length(what)?;
            let mut values = Vec::new();
            for _ in 0..count {
                values.push((cursor.take(width, what)?, [].as_slice()));
            }
            all.push(TextValues { name, values });
        }
        Ok(all)
    }
}

fn counted<'a>(cursor: &mut Cursor<'a>, what: &'static str) -> Result<&'a [u8], SavError> {
    let length = cursor.length(what)?;
    cursor.take(length, what)
}
