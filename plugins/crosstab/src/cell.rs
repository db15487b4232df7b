//! What a cell of figures says: the figure, marks and letters behind it.

use std::ops::Range;

use gainsay_plugin::form;

/// The parts of a cell.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Said<'a> {
    /// Nothing: it is empty, or holds a mark only.
    Nothing,
    /// A figure.
    Figure(Parts<'a>),
}

/// A figure, by its bytes in the cell, and what stands behind it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Parts<'a> {
    pub(crate) bytes: Range<usize>,
    /// The marks behind it, in order.
    pub(crate) marks: Vec<&'a str>,
    /// The letters behind it.
    pub(crate) letters: Vec<char>,
}

/// Takes a cell apart. What is neither figure nor one of the marks nor letters stays
/// with the figure, so that the core refuses it where it stands.
pub(crate) fn said<'a>(whole: &'a str, marks: &'a [String], has_letters: bool) -> Said<'a> {
    let words = whole.trim();
    if words.is_empty() || marks.iter().any(|mark| mark == words) {
        return Said::Nothing;
    }
    let start = whole.len() - whole.trim_start().len();
    let all = || {
        Said::Figure(Parts {
            bytes: start..start + words.len(),
            marks: Vec::new(),
            letters: Vec::new(),
        })
    };
    let Some(last) = words.rfind(|sign: char| sign.is_ascii_digit() || sign == '%') else {
        return all();
    };
    let (figure, behind) = words.split_at(last + 1);
    match behind_it(behind, marks, has_letters) {
        Some((marks, letters)) => {
            Said::Figure(Parts { bytes: start..start + figure.len(), marks, letters })
        }
        None => all(),
    }
}

fn behind_it<'a>(
    behind: &str,
    known: &'a [String],
    has_letters: bool,
) -> Option<(Vec<&'a str>, Vec<char>)> {
    let (mut marks, mut letters) = (Vec::new(), Vec::new());
    let mut rest = behind.trim_start();
    while let Some(sign) = rest.chars().next() {
        let starting = known.iter().filter(|mark| !mark.is_empty() && rest.starts_with(*mark));
        let taken = match starting.max_by_key(|mark| mark.len()) {
            Some(mark) => {
                marks.push(mark.as_str());
                mark.len()
            }
            None if has_letters && sign.is_ascii_alphabetic() => {
                letters.push(sign);
                1
            }
            None if has_letters && matches!(sign, ',' | '/' | '(' | ')') => 1,
            // Not the point of a number that was cut off: something stands before it.
            None if sign == '.' && !(marks.is_empty() && letters.is_empty()) => 1,
            None => return None,
        };
        rest = rest[taken..].trim_start();
    }
    is_in_order(&letters).then_some((marks, letters))
}

/// Whether letters stand as tables print them, capital and small ones each in order; other
/// ones are words (`65 and up`).
fn is_in_order(letters: &[char]) -> bool {
    let of = |capital: bool| letters.iter().filter(move |one| one.is_ascii_uppercase() == capital);
    of(true).is_sorted_by(|one, next| one < next) && of(false).is_sorted_by(|one, next| one < next)
}

/// The letters of a cell, past the marks in it; none where it holds anything else.
pub(crate) fn letters(words: &str, marks: &[String]) -> Option<Vec<char>> {
    behind_it(words, marks, true).map(|(_, letters)| letters)
}

/// The number of cases that a cell states: as the core reads it, in which `1 500`, `1,500`
/// and `1.500` are one, or with decimals; for comparing, never for a claim.
pub(crate) fn cases(figure: &str) -> Option<f64> {
    form::cases(figure).or_else(|| decimal(figure))
}

/// The number that a cell states, in its own unit; for guessing what a table holds.
pub(crate) fn number(figure: &str) -> Option<f64> {
    let figure = figure.trim();
    let bare = figure.trim_end_matches('%');
    let is_of_number =
        |sign: char| sign.is_ascii_digit() || matches!(sign, '.' | ',') || sign.is_whitespace();
    if !bare.strip_prefix('-').unwrap_or(bare).chars().all(is_of_number) {
        return None;
    }
    // Thousands of percent are no share.
    let grouped = form::cases(bare).filter(|&number| bare == figure || number <= 100.0);
    grouped.or_else(|| decimal(bare))
}

/// A number with a decimal sign, which the last of its signs is where the core finds no
/// thousands.
fn decimal(figure: &str) -> Option<f64> {
    let bare: String = figure.chars().filter(|sign| !sign.is_whitespace()).collect();
    let point = match bare.rfind(['.', ',']) {
        Some(at) => format!("{}.{}", bare[..at].replace(['.', ','], ""), &bare[at + 1..]),
        None => bare,
    };
    let is_plain = point.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-'));
    point.parse().ok().filter(|number: &f64| is_plain && number.is_finite())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(whole: &str, figure: &str, marks: &[&str], letters: &str) {
        let known = ["*", "**", "-", "†"].map(str::to_owned);
        let Said::Figure(parts) = said(whole, &known, true) else { panic!("nothing in {whole}") };
        assert_eq!(&whole[parts.bytes], figure);
        assert_eq!(parts.marks, marks);
        assert_eq!(parts.letters.iter().collect::<String>(), letters);
    }

    #[test]
    fn a_figure_is_told_from_what_stands_behind_it() {
        check("37%", "37%", &[], "");
        check(" 37% BC ", "37%", &[], "BC");
        check("37%** B,c", "37%", &["**"], "Bc");
        check("37.5†", "37.5", &["†"], "");
        check("< 1%", "< 1%", &[], "");
        check("1 127", "1 127", &[], "");
        check("37% of all?", "37% of all?", &[], "");
        check("n/a", "n/a", &[], "");
        check("65 and up", "65 and up", &[], "");
    }

    #[test]
    fn a_mark_alone_says_nothing() {
        let known = ["*".to_owned(), "-".to_owned()];
        for nothing in ["*", " - ", "", "  "] {
            assert_eq!(said(nothing, &known, false), Said::Nothing, "{nothing:?}");
        }
        assert_ne!(said("**", &known, false), Said::Nothing);
    }

    /// A comparison with the total is told by a mark, whatever letters it is written with.
    #[test]
    fn letters_are_read_past_marks() {
        let marks = ["'@L'", "'@H'", "None"].map(str::to_owned);
        let read = |words| letters(words, &marks).map(|found| found.iter().collect::<String>());
        for (words, found) in [
            ("'@L'.H", "H"),
            ("'@H'", ""),
            ("None", ""),
            ("", ""),
            ("A, C", "AC"),
            ("'@H'.ab", "ab"),
        ] {
            assert_eq!(read(words).as_deref(), Some(found), "{words}");
        }
        for words in ["'@M'.B", ".B", "@L", "see note", "37%"] {
            assert_eq!(read(words), None, "{words}");
        }
        assert_eq!(letters("'@L'.B", &[]), None);
    }

    #[test]
    fn thousands_are_read_however_they_are_parted() {
        for words in ["1500", "1 500", "1\u{202f}500", "1,500", "1.500"] {
            assert_eq!(cases(words), Some(1500.0), "{words}");
        }
        assert_eq!((cases("812.5"), cases("n/a")), (Some(812.5), None));
    }

    #[test]
    fn a_group_of_three_digits_is_no_thousand_where_the_core_finds_none() {
        for (words, found) in [
            ("37%", 37.0),
            ("1,127", 1127.0),
            ("1,500", 1500.0),
            ("12,5 %", 12.5),
            ("37,125%", 37.125),
            ("0.375", 0.375),
            ("0,375", 0.375),
            (",375", 0.375),
            ("1.234,5", 1234.5),
            ("-0,5", -0.5),
        ] {
            assert_eq!(number(words), Some(found), "{words}");
        }
        assert_eq!([number("NaN"), number("B"), number(""), number("ten")], [None; 4]);
    }
}
