//! Places in texts as the protocol counts them.

use std::ops::Range;

use serde::{Deserialize, Serialize};

/// What columns count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Encoding {
    /// Bytes.
    Utf8,
    /// Units of UTF-16: a character beyond U+FFFF is two.
    Utf16,
}

/// A place between two characters; both numbers count from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Position {
    pub(super) line: usize,
    pub(super) character: usize,
}

/// A part of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Span {
    pub(super) start: Position,
    pub(super) end: Position,
}

/// A change of a text: a part that is replaced, or the whole if none is named.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Change {
    pub(super) range: Option<Span>,
    pub(super) text: String,
}

impl Encoding {
    /// The name that the protocol gives it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16 => "utf-16",
        }
    }

    fn width(self, character: char) -> usize {
        match self {
            Self::Utf8 => character.len_utf8(),
            Self::Utf16 => character.len_utf16(),
        }
    }

    /// Where bytes of a text are.
    pub(super) fn span(self, text: &str, bytes: &Range<usize>) -> Span {
        Span { start: self.position(text, bytes.start), end: self.position(text, bytes.end) }
    }

    /// Where a byte of a text is; within a character, where that starts.
    pub(super) fn position(self, text: &str, byte: usize) -> Position {
        let before = &text[..text.floor_char_boundary(byte)];
        let start = lines(before).last().map_or(0, |line| line.start);
        Position {
            line: lines(before).count() - 1,
            character: before[start..].chars().map(|one| self.width(one)).sum(),
        }
    }

    /// The byte of a text at a place. What lies behind a line or the text is its end.
    pub(super) fn byte(self, text: &str, at: Position) -> usize {
        let Some(line) = lines(text).nth(at.line) else { return text.len() };
        let mut left = at.character;
        for (byte, character) in text[line.clone()].char_indices() {
            let width = self.width(character);
            if left < width {
                return line.start + byte;
            }
            left -= width;
        }
        line.end
    }

    /// The bytes of a text in a part of it; empty if it ends before it starts.
    pub(super) fn bytes(self, text: &str, span: Span) -> Range<usize> {
        let start = self.byte(text, span.start);
        start..self.byte(text, span.end).max(start)
    }

    /// Changes a text.
    pub(super) fn change(self, text: &mut String, change: Change) {
        match change.range {
            Some(range) => text.replace_range(self.bytes(text, range), &change.text),
            None => *text = change.text,
        }
    }
}

/// The lines of a text without their ends, at least one.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut next = Some(0);
    std::iter::from_fn(move || {
        let start = next?;
        let length = bytes[start..].iter().position(|byte| matches!(byte, b'\n' | b'\r'));
        let end = length.map_or(bytes.len(), |length| start + length);
        let is_pair = bytes[end..].starts_with(b"\r\n");
        next = length.map(|_| end + if is_pair { 2 } else { 1 });
        Some(start..end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "é🦀 28 %\r\nb\rc\n";

    #[track_caller]
    fn check(words: &str, utf16: (usize, usize), utf8: (usize, usize)) {
        let byte = TEXT.find(words).expect("it is there");
        for (encoding, (line, character)) in [(Encoding::Utf16, utf16), (Encoding::Utf8, utf8)] {
            let at = Position { line, character };
            assert_eq!(encoding.position(TEXT, byte), at, "{words} in {}", encoding.name());
            assert_eq!(encoding.byte(TEXT, at), byte, "{words} in {}", encoding.name());
        }
    }

    #[test]
    fn columns_count_what_was_agreed_on() {
        check("🦀", (0, 1), (0, 2));
        check("28", (0, 4), (0, 7));
        check("b", (1, 0), (1, 0));
        check("c", (2, 0), (2, 0));
        let end = Position { line: 3, character: 0 };
        assert_eq!(Encoding::Utf16.position(TEXT, 99), end);
    }

    #[test]
    fn what_lies_outside_is_the_nearest_place_inside() {
        let byte = |line, character| Encoding::Utf16.byte(TEXT, Position { line, character });
        assert_eq!(byte(0, 99), TEXT.find('\r').expect("it is there"));
        assert_eq!(byte(99, 0), TEXT.len());
        // Within the two units of one character.
        assert_eq!(byte(0, 2), "é".len());
        let at = |line, character| Position { line, character };
        let backwards = Span { start: at(1, 1), end: at(0, 0) };
        assert!(Encoding::Utf16.bytes(TEXT, backwards).is_empty());
    }

    #[test]
    fn a_change_replaces_a_part_or_all() {
        let mut text = TEXT.to_owned();
        let at = |line, character| Position { line, character };
        let range = Some(Span { start: at(0, 4), end: at(1, 1) });
        Encoding::Utf16.change(&mut text, Change { range, text: "7 %".into() });
        assert_eq!(text, "é🦀 7 %\rc\n");
        Encoding::Utf16.change(&mut text, Change { range: None, text: String::new() });
        assert_eq!(text, "");
    }
}
