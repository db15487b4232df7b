//! How wide text is, before it is known in which font it will be seen.

/// How wide a line of text is at most, in about any font without serifs. The widths are
/// those of wide ones, in which a text that fits elsewhere fits too.
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    let em: f64 = text.chars().map(advance).sum();
    em * size * if bold { 1.1 } else { 1.0 }
}

/// Breaks a text into lines between words. A word that is wider than the line is cut.
pub fn wrap(text: &str, room: f64, size: f64, bold: bool) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // Spaces that do not break stay.
    for word in text.split([' ', '\t', '\n', '\r']).filter(|word| !word.is_empty()) {
        if let Some(last) = lines.last_mut() {
            let longer = format!("{last} {word}");
            if width(&longer, size, bold) <= room {
                *last = longer;
                continue;
            }
        }
        lines.push(cut(word, room, size, bold));
    }
    lines
}

/// A text that fits: as it is, or its beginning and an ellipsis.
pub fn cut(text: &str, room: f64, size: f64, bold: bool) -> String {
    if width(text, size, bold) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for character in text.chars() {
        kept.push(character);
        if width(&kept, size, bold) + width("…", size, bold) > room {
            kept.pop();
            break;
        }
    }
    kept.trim_end().to_owned() + "…"
}

/// How far a character reaches, in parts of the size of the letters.
fn advance(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | '\'' | 'I' | '|' | '’' => 0.3,
        ' ' | '\u{a0}' | ',' | '.' | ':' | ';' | '!' => 0.34,
        '\u{202f}' | '\u{2009}' => 0.2,
        'f' | 'r' | 't' | '(' | ')' | '[' | ']' | '/' | '-' | '·' => 0.41,
        '0'..='9' | 'a'..='e' | 'g' | 'h' | 'k' | 'n'..='q' | 's' | 'u' | 'v' | 'x'..='z' => 0.62,
        'm' | 'M' | 'w' | 'W' | '%' | '…' | '—' | '@' => 1.0,
        'A'..='Z' => 0.72,
        '\u{300}'..='\u{36f}' => 0.0,
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{ffef}' | '\u{10000}'.. => 1.05,
        _ => 0.68,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_fits_and_no_word_is_lost() {
        let text = "people who follow or like brands (among social media users), United States";
        let lines = wrap(text, 150.0, 11.0, false);
        assert!(lines.len() > 2, "{lines:?}");
        assert!(lines.iter().all(|line| width(line, 11.0, false) <= 150.0), "{lines:?}");
        assert_eq!(lines.join(" "), text);
        assert_eq!(wrap("short", 150.0, 11.0, false), ["short"]);
        assert_eq!(wrap(" ", 150.0, 11.0, false), [""; 0]);
    }

    #[test]
    fn what_does_not_fit_is_cut() {
        let long = "a".repeat(80);
        let found = cut(&long, 100.0, 12.0, true);
        assert!(found.ends_with("a…") && width(&found, 12.0, true) <= 100.0, "{found}");
        assert_eq!(cut("a", 100.0, 12.0, true), "a");
        assert_eq!(wrap(&long, 100.0, 12.0, true), [found]);
    }

    #[test]
    fn spaces_that_do_not_break_stay() {
        assert_eq!(wrap("11\u{202f}067 a", 60.0, 12.0, false), ["11\u{202f}067 a"]);
        assert_eq!(wrap("11\u{202f}067 a", 45.0, 12.0, false), ["11\u{202f}067", "a"]);
    }

    #[test]
    fn bold_and_wide_letters_take_more() {
        assert!(width("mm", 10.0, false) > width("ii", 10.0, false));
        assert!(width("mm", 10.0, true) > width("mm", 10.0, false));
    }
}
