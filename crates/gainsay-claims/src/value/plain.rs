//! The figures of tables: digits, with a percent sign or without, and nothing else.
//!
//! Most figures of a large base are such. The grammar reads them too, in both languages in
//! turn; what it makes of them follows from the digits alone, and costs a hundredth here.

use super::error::ValueError;
use super::measure::{Measure, Printed};
use super::number::{MAX_DIGITS, Number};
use super::reading::{Hedge, Reading, Unit};

/// Reads a text that is a plain number in every language, as the grammar does; `None` where
/// it is anything else, be it the same in the end.
pub(super) fn read(text: &str, unit: Option<Unit>) -> Option<Result<Reading, ValueError>> {
    let begins = text.trim_start();
    let printed = begins.trim_end();
    let (digits, percent) = match printed.strip_suffix('%') {
        Some(digits) => (digits.trim_end(), true),
        None => (printed, false),
    };
    let printed = Printed::one(number(digits)?, Hedge::None, text.len() - begins.len());
    let measure = Measure { unit };
    Some(match unit {
        Some(Unit::PercentChange) if percent => measure.percent_change(&printed),
        _ if percent => measure.percent(&printed),
        _ => measure.bare(&printed),
    })
}

/// The number that ASCII digits print with at most one decimal sign, unless a language could
/// take the sign for one between thousands.
fn number(digits: &str) -> Option<Number> {
    let bytes = digits.as_bytes();
    // With the sign.
    if bytes.len() > MAX_DIGITS + 1 {
        return None;
    }
    let sign = bytes.iter().position(|byte| !byte.is_ascii_digit());
    let (whole, decimals) = match sign {
        None => (bytes, &bytes[..0]),
        Some(at) if matches!(bytes[at], b'.' | b',') => (&bytes[..at], &bytes[at + 1..]),
        Some(_) => return None,
    };
    let is_cut = whole.is_empty() || (sign.is_some() && decimals.is_empty());
    let is_group = decimals.len() == 3 && whole.len() <= 3 && whole.first() != Some(&b'0');
    if is_cut || is_group || whole.len() + decimals.len() > MAX_DIGITS {
        return None;
    }
    let mut mantissa = 0_i64;
    for &byte in whole.iter().chain(decimals) {
        let digit = byte.is_ascii_digit().then(|| i64::from(byte - b'0'))?;
        // No overflow: fifteen digits at most.
        mantissa = mantissa * 10 + digit;
    }
    let decimals = u8::try_from(decimals.len()).ok()?;
    Some(Number { mantissa: mantissa.into(), exponent: -i32::from(decimals), decimals })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{currency::Currency, grammar::Grammar, read::read_by_grammar};
    use super::*;
    use crate::lang::Lang;

    const UNITS: [Option<Unit>; 9] = [
        None,
        Some(Unit::Percent),
        Some(Unit::Proportion),
        Some(Unit::Points),
        Some(Unit::PercentChange),
        Some(Unit::Factor),
        Some(Unit::Count),
        Some(Unit::Money(Currency::EUR)),
        Some(Unit::Rank),
    ];

    const LANGUAGES: [Option<Lang>; 3] = [None, Some(Lang::En), Some(Lang::Fr)];

    /// Whether a text was read, which it then was as the grammar reads it.
    #[track_caller]
    fn is_read_as_by_grammar(text: &str) -> bool {
        let mut is_read = false;
        for unit in UNITS {
            let Some(found) = read(text, unit) else { continue };
            is_read = true;
            for lang in LANGUAGES {
                assert_eq!(
                    found,
                    read_by_grammar(text, lang, unit),
                    "{text:?}, {lang:?}, {unit:?}"
                );
            }
        }
        is_read
    }

    #[test]
    fn the_figures_of_tables_are_plain() {
        for text in
            ["12", "12.5", "12,5 %", "0.43", " 7\u{a0}% ", "0.125", "1234.567", "007", "100"]
        {
            assert!(is_read_as_by_grammar(text), "{text}");
        }
    }

    #[test]
    fn what_needs_a_grammar_is_left_to_it() {
        let others = [
            "",
            "%",
            ".5",
            "12.",
            "1,050",
            "1.050",
            "1 000",
            "+3",
            "-3",
            "3 pp",
            "12 %-points",
            "1.2.3",
            "about 5",
            "12%%",
            "½",
            "٣",
            "1234567890123456",
            "0.1234567890123456",
        ];
        for text in others {
            assert!(!is_read_as_by_grammar(text), "{text}");
        }
    }

    // Whatever is one figure with no word or sign before it is read alike by both languages.
    #[test]
    fn every_number_of_few_digits_is_read_as_by_the_grammar() {
        for number in 0..=1100_u32 {
            let (whole, tenth) = (number / 10, number % 10);
            for text in [format!("{number}"), format!("{number} %"), format!("{whole}.{tenth}")] {
                assert!(is_read_as_by_grammar(&text), "{text}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn no_text_is_read_otherwise(text in "[ \u{a0}]?[0-9]{0,5}[.,]?[0-9]{0,4}[ \u{a0}]?[%.,0-9x]?[ ]?") {
            is_read_as_by_grammar(&text);
        }

        #[test]
        fn long_numbers_are_read_alike(text in "[0-9]{1,17}([.,][0-9]{0,17})?( ?%)?") {
            is_read_as_by_grammar(&text);
        }

        #[test]
        fn any_text_is_read_alike(text in "\\PC{0,6}") {
            is_read_as_by_grammar(&text);
        }
    }

    #[test]
    fn a_figure_is_read_where_it_stands() {
        let (reading, end) = Grammar::new("  12 %  ", Lang::En, None).figure().unwrap();
        assert_eq!(end, 6);
        assert_eq!(read("  12 %  ", None), Some(Ok(reading)));
    }
}
