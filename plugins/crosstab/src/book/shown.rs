//! How many decimals a workbook shows its numbers with.

/// How many decimals a number with this format is shown with, in the unit in which it is stored:
/// 2 of `0%`. None where the format does not say it in digits alone.
pub(super) fn decimals(format: &str) -> Option<usize> {
    // What follows is of negative numbers and of zero.
    let format = format.split(';').next().unwrap_or_default();
    let (number, of_hundred) = match format.strip_suffix('%') {
        Some(number) => (number.trim_end_matches([' ', '\\', '\u{a0}']), 2),
        None => (format, 0),
    };
    let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
    let is_whole = whole.ends_with('0') && whole.chars().all(|sign| "#,0".contains(sign));
    (is_whole && decimals.chars().all(|sign| sign == '0')).then_some(decimals.len() + of_hundred)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_format_of_digits_tells_the_decimals_of_what_is_stored() {
        for (format, expected) in [
            ("0%", Some(2)),
            ("0.0%", Some(3)),
            ("0.00\\ %", Some(4)),
            ("###0.0%", Some(3)),
            ("0%;-0%", Some(2)),
            ("#,##0", Some(0)),
            ("0.0", Some(1)),
            ("General", None),
            ("0.#%", None),
            ("0.0\"%\"", None),
            ("yyyy-mm-dd", None),
            ("%", None),
            ("", None),
        ] {
            assert_eq!(decimals(format), expected, "{format}");
        }
    }
}
