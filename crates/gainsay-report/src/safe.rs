//! Text of plugins and documents, made harmless for every output.

use gainsay_claims::is_harmful;

/// Removes what could move the cursor, hide or reorder text: control characters
/// (escape sequences start with one), bidirectional controls, invisible
/// separators and tags. Line breaks and tabs become spaces.
pub fn clean(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    text.chars()
        .filter_map(|character| match character {
            '\n' | '\t' | '\r' | '\u{2028}' | '\u{2029}' => Some(' '),
            _ if is_harmful(character) => None,
            _ => Some(character),
        })
        .collect()
}

/// Whether a text has signs of ASCII only that are seen, and spaces: then nothing is to be removed,
/// and to know this costs less than to look at each sign.
pub(crate) fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
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
    fn nothing_that_is_plain_is_harmful() {
        for sign in (0..=u8::MAX).map(char::from).filter(|sign| is_plain(&sign.to_string())) {
            assert!(sign.is_ascii() && !sign.is_ascii_control() && !is_harmful(sign), "{sign:?}");
        }
        assert!(is_plain("27.5 %") && !is_plain("27,5\u{a0}%") && !is_plain("a\tb"));
    }

    #[test]
    fn keeps_what_is_only_unusual() {
        let text = "« 27,5\u{202f}% » — é e\u{301} 日本 🦀";
        assert_eq!(clean(text), text);
    }
}
