//! Runs of characters that are no commands.

/// Signs that are written as several.
const LIGATURES: &[(&str, &str)] =
    &[("---", "—"), ("--", "–"), ("``", "“"), ("''", "”"), ("`", "‘"), ("<<", "«"), (">>", "»")];

/// The sign that a text starts with, if it is written as several, and their length.
pub(super) fn ligature(text: &str) -> Option<(&'static str, usize)> {
    let found = LIGATURES.iter().find(|(written, _)| text.starts_with(written))?;
    Some((found.1, found.0.len()))
}

/// How long the words are that a text starts with.
pub(super) fn ordinary(text: &str) -> usize {
    let is_special = |at: usize, one: char| match one {
        '\\' | '%' | '{' | '}' | '$' | '~' | '&' | '\n' => true,
        '-' | '`' | '\'' | '<' | '>' => ligature(&text[at..]).is_some(),
        _ => false,
    };
    text.char_indices().find(|(at, one)| is_special(*at, *one)).map_or(text.len(), |(at, _)| at)
}

/// How long the white space is that a text starts with.
pub(super) fn gap(text: &str) -> usize {
    text.len() - text.trim_start_matches(|one: char| one.is_ascii_whitespace()).len()
}
