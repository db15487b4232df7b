//! Text in LaTeX.

use crate::clean;

/// Text outside of mathematics, for every engine: no command, no comment, no
/// ligature, no argument of a row or an item.
pub fn latex(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before = ' ';
    for character in clean(text).chars() {
        match command(character) {
            Some(command) => escaped += command,
            // `--` is one dash in LaTeX, `,,` and `''` one quotation mark.
            None if character == before && matches!(character, '-' | ',' | '\'') => {
                escaped += "{}";
                escaped.push(character);
            }
            None => escaped.push(character),
        }
        before = character;
    }
    escaped
}

/// An address of letters, digits and the signs of addresses, as the argument of `\href`
/// or `\url`, also within the argument of another command.
pub fn latex_address(url: &str) -> String {
    let mut escaped = String::with_capacity(url.len());
    for character in url.chars() {
        escaped.extend("%#&_".contains(character).then_some('\\'));
        escaped.push(character);
    }
    escaped
}

/// What stands for a character that LaTeX would act on or that older engines lack.
fn command(character: char) -> Option<&'static str> {
    Some(match character {
        '\\' => "\\textbackslash{}",
        // BibTeX counts a brace even after a backslash.
        '{' => "\\textbraceleft{}",
        '}' => "\\textbraceright{}",
        '$' => "\\$",
        '&' => "\\&",
        '#' => "\\#",
        '_' => "\\_",
        '%' => "\\%",
        '~' => "\\textasciitilde{}",
        '^' => "\\textasciicircum{}",
        '`' => "\\textasciigrave{}",
        '<' => "\\textless{}",
        '>' => "\\textgreater{}",
        '|' => "\\textbar{}",
        '"' => "\\textquotedbl{}",
        // After `\\` and `\item` they would begin an argument.
        '[' => "{[}",
        ']' => "{]}",
        '*' => "{*}",
        '\u{a0}' => "~",
        '\u{202f}' => "\\,",
        '\u{2212}' => "\\textminus{}",
        '±' => "\\textpm{}",
        '×' => "\\texttimes{}",
        '≤' => "\\ensuremath{\\leq}",
        '≥' => "\\ensuremath{\\geq}",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_command_survives() {
        assert_eq!(
            latex("\\input{x}"),
            "\\textbackslash{}input\\textbraceleft{}x\\textbraceright{}"
        );
        assert_eq!(latex("^^5cinput"), "\\textasciicircum{}\\textasciicircum{}5cinput");
        assert_eq!(latex("100% [1] a & b"), "100\\% {[}1{]} a \\& b");
    }

    #[test]
    fn an_address_stays_one() {
        assert_eq!(
            latex_address("https://x.example/a--b_c?d=%20&e#f"),
            "https://x.example/a--b\\_c?d=\\%20\\&e\\#f"
        );
    }

    #[test]
    fn french_spaces_are_those_of_latex() {
        assert_eq!(latex("27,5\u{202f}%\u{a0}: «\u{a0}non\u{a0}»"), "27,5\\,\\%~: «~non~»");
    }

    #[test]
    fn signs_that_meet_stay_apart() {
        assert_eq!(latex("a--b ---"), "a-{}-b -{}-{}-");
        assert_eq!(latex("l''a,,"), "l'{}'a,{},");
    }
}
