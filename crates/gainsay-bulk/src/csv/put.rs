//! Rows as text.

use memchr::memchr;

use crate::row::{Cell, digits};

/// Puts a row behind a text, with its line end.
pub(crate) fn put_row<'a>(cells: impl IntoIterator<Item = Cell<'a>>, text: &mut Vec<u8>) {
    for (place, cell) in cells.into_iter().enumerate() {
        if place > 0 {
            text.push(b',');
        }
        put_cell(cell, text);
    }
    text.push(b'\n');
}

fn put_cell(cell: Cell<'_>, text: &mut Vec<u8>) {
    match cell {
        Cell::Empty => {}
        Cell::Text(words) => put_words(words.as_bytes(), text),
        Cell::Bool(truth) => text.extend_from_slice(if truth { b"true" } else { b"false" }),
        Cell::Count(count) => {
            text.extend_from_slice(itoa::Buffer::new().format(count).as_bytes());
        }
        Cell::Number(number) => {
            text.extend_from_slice(digits(number, &mut zmij::Buffer::new()).as_bytes());
        }
        Cell::Date(date) => text.extend_from_slice(date.to_string().as_bytes()),
    }
}

/// Puts words in quotes where they would be read as something else without, with every quote of
/// their own twice.
fn put_words(words: &[u8], text: &mut Vec<u8>) {
    if !words.iter().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
        text.extend_from_slice(words);
        return;
    }
    text.push(b'"');
    let mut rest = words;
    while let Some(quote) = memchr(b'"', rest) {
        text.extend_from_slice(&rest[..=quote]);
        text.push(b'"');
        rest = &rest[quote + 1..];
    }
    text.extend_from_slice(rest);
    text.push(b'"');
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn rows_are_those_of_another_writer(words in proptest::collection::vec("[ab,;\"\r\né ]{0,8}", 2..5)) {
            let mut text = Vec::new();
            put_row(words.iter().map(|words| Cell::Text(words)), &mut text);
            let mut other = csv::Writer::from_writer(Vec::new());
            other.write_record(&words).unwrap();
            prop_assert_eq!(text, other.into_inner().unwrap());
        }
    }

    #[test]
    fn numbers_have_the_fewest_digits() {
        let mut text = Vec::new();
        let numbers = [0.1, 1.0, -0.0, 2.5e-7, f64::INFINITY].map(Cell::Number);
        put_row(
            numbers.into_iter().chain([Cell::Count(7), Cell::Bool(true), Cell::Empty]),
            &mut text,
        );
        assert_eq!(String::from_utf8(text).unwrap(), "0.1,1,-0,2.5e-7,inf,7,true,\n");
    }
}
