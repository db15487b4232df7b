use std::fmt::Write as _;

/// A text as a string of TOML in one line, as keys and values may be written.
pub fn toml_string(text: &str) -> String {
    let mut string = String::from("\"");
    for sign in text.chars() {
        // Writing to a text never fails.
        let _ = match sign {
            '"' | '\\' => write!(string, "\\{sign}"),
            '\n' => string.write_str("\\n"),
            '\r' => string.write_str("\\r"),
            '\t' => string.write_str("\\t"),
            '\0'..='\u{1f}' | '\u{7f}' => write!(string, "\\u{:04X}", u32::from(sign)),
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
            (0..=0x2ff).filter_map(char::from_u32).chain("\u{fffe}🦀".chars()).collect();
        let written = toml_string(&all);
        assert!(!written.contains('\n'), "one line");
        let read: toml::Table = format!("{written} = {written}").parse().expect("it is TOML");
        assert_eq!(read.get(&all).and_then(toml::Value::as_str), Some(all.as_str()));
    }
}
