use std::fmt::Write as _;

use crate::is_harmful;

/// A text as a string of TOML in one line, as keys and values may be written. What would hide or
/// reorder text is written by its number.
pub fn toml_string(text: &str) -> String {
    let mut string = String::from("\"");
    for sign in text.chars() {
        // Writing to a text never fails.
        let _ = match sign {
            '"' | '\\' => write!(string, "\\{sign}"),
            '\n' => string.write_str("\\n"),
            '\r' => string.write_str("\\r"),
            '\t' => string.write_str("\\t"),
            _ if is_harmful(sign) && sign <= '\u{ffff}' => {
                write!(string, "\\u{:04X}", u32::from(sign))
            }
            _ if is_harmful(sign) => write!(string, "\\U{:08X}", u32::from(sign)),
            _ => string.write_char(sign),
        };
    }
    string.push('"');
    string
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_read_again() {
        let all: String =
            (0..=0x2fff).filter_map(char::from_u32).chain("\u{fffe}\u{e0041}🦀".chars()).collect();
        let written = toml_string(&all);
        assert!(!written.contains(is_harmful), "{written:?}");
        let read: toml::Table = format!("{written} = {written}").parse().expect("it is TOML");
        assert_eq!(read.get(&all).and_then(toml::Value::as_str), Some(all.as_str()));
    }
}
