//! Formulas: `$68\,\%$` is a figure like any other, the rest is left out.

use std::ops::Range;

use super::super::builder::Builder;

/// How long a formula may be, in bytes: a dollar that is never closed must not hide
/// the rest of the draft.
const MAX_LEN: usize = 4_000;

/// What a formula may hold and still be words, and what it reads as. Braces and styles
/// read as nothing.
const SIGNS: &[(&str, &str)] = &[
    ("\\%", "%"),
    ("\\,", "\u{202f}"),
    ("\\;", "\u{a0}"),
    ("\\:", "\u{a0}"),
    ("\\ ", "\u{a0}"),
    ("\\$", "$"),
    ("~", "\u{a0}"),
    ("{,}", ","),
    ("{", ""),
    ("}", ""),
    ("\\text", ""),
    ("\\mathrm", ""),
    ("\\textrm", ""),
    ("\\approx", "≈"),
    ("\\simeq", "≈"),
    ("\\sim", "≈"),
    ("\\leqslant", "≤"),
    ("\\geqslant", "≥"),
    ("\\leq", "≤"),
    ("\\geq", "≥"),
    ("\\le", "≤"),
    ("\\ge", "≥"),
    ("\\pm", "±"),
    ("\\times", "×"),
    ("\\percent", "%"),
    ("\\!", ""),
];

/// Where a formula ends, given its closing sign: not after a blank line, nor where
/// another one begins.
pub(super) fn closing(text: &str, close: &str) -> Option<usize> {
    let mut is_escaped = false;
    let mut is_blank = false;
    for (at, one) in text.char_indices().take_while(|(at, _)| *at < MAX_LEN) {
        if !is_escaped && text[at..].starts_with(close) {
            return Some(at);
        }
        let begins = !is_escaped
            && close != "$"
            && ["\\[", "\\("].iter().any(|open| text[at..].starts_with(open));
        if begins || is_blank && one == '\n' {
            return None;
        }
        is_blank = one == '\n' || is_blank && one.is_whitespace();
        is_escaped = !is_escaped && one == '\\';
    }
    None
}

/// Adds a formula: its words, if it is a figure, a sign or the size of a sample.
pub(in super::super) fn read(builder: &mut Builder<'_>, at: Range<usize>) {
    let Some(parts) = parts(&builder.text[at.clone()]) else {
        builder.leave_out(at);
        return;
    };
    for (words, part) in parts {
        let place = at.start + part.start..at.start + part.end;
        match words {
            Some("") => {}
            Some(words) => builder.replace(words, place),
            None => builder.words(place),
        }
    }
}

/// The parts of a formula with what they read as, if not as they are; none, if it is
/// more than a figure.
fn parts(formula: &str) -> Option<Vec<(Option<&'static str>, Range<usize>)>> {
    let mut parts = Vec::new();
    let mut at = 0;
    while let Some(one) = formula[at..].chars().next() {
        let sign = SIGNS.iter().find(|(written, _)| formula[at..].starts_with(written));
        let len = match sign {
            Some((written, _)) => written.len(),
            None if is_plain(one) => one.len_utf8(),
            None => return None,
        };
        parts.push((sign.map(|(_, words)| *words), at..at + len));
        at += len;
    }
    Some(parts)
}

/// Whether a character of a formula is read as it is; `n` counts those who were asked.
fn is_plain(one: char) -> bool {
    one.is_ascii_digit() || one.is_whitespace() || ".,<>=+-/()%nN€£–≈≤≥".contains(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(formula: &str, expected: &str) {
        let mut builder = Builder::new(formula);
        read(&mut builder, 0..formula.len());
        assert_eq!(builder.passages[0].prose.text(), expected, "{formula}");
    }

    #[test]
    fn a_figure_is_read() {
        check("68\\,\\%", "68\u{202f}%");
        check("68{,}5~\\%", "68,5\u{a0}%");
        check("n = 1\\,000", "n = 1\u{202f}000");
        check("\\approx 5 \\text{}", "≈ 5");
    }

    #[test]
    fn a_formula_is_left_out() {
        check("x^2 = 4", "\u{fffc}");
        check("p < 0.05", "\u{fffc}");
    }

    #[test]
    fn a_formula_ends_in_its_paragraph() {
        assert_eq!(closing("a \\$ b$", "$"), Some(6));
        assert_eq!(closing("a\n \nb$", "$"), None);
        assert_eq!(closing("a\\]", "\\]"), Some(1));
        assert_eq!(closing("a\\[b\\]", "\\]"), None);
    }
}
