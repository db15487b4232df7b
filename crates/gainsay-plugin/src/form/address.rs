//! Addresses of cells as spreadsheets write them.

/// The letters of a column that is counted from 0.
pub fn column_name(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// The address of a cell whose row and column are counted from 0.
///
/// ```
/// assert_eq!(gainsay_plugin::form::address((4, 27)), "AB5");
/// ```
pub fn address((row, column): (usize, usize)) -> String {
    format!("{}{}", column_name(column), row + 1)
}
