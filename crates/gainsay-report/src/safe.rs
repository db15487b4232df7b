//! Text of plugins and documents, made harmless for every output.

use gainsay_claims::is_harmful;

/// Removes what could move the cursor, hide or reorder text: control characters
/// (escape sequences start with one), bidirectional controls, invisible
/// separators and tags. Line breaks and tabs become spaces.
pub fn clean(text: &str) -> String {
    text.chars()
        .filter_map(|character| match character {
            '\n' | '\t' | '\r' | '\u{2028}' | '\u{2029}' => Some(' '),
            _ if is_harmful(character) => None,
            _ => Some(character),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn removes_what_changes_other_text() {
        assert_eq!(clean("a\u{1b}[31mb"), "a[31mb");
        assert_eq!(clean("ab\u{202e}cd\u{2066}"), "abcd");
        assert_eq!(clean("two\r\nlines\tand\u{2028}more"), "two  lines and more");
    }

    #[test]
    fn keeps_what_is_only_unusual() {
        let text = "« 27,5\u{202f}% » — é e\u{301} 日本 🦀";
        assert_eq!(clean(text), text);
    }
}
