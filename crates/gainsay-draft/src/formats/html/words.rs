//! Words of HTML, with the characters that it writes as references.

use std::ops::Range;

use html5gum::{Token, Tokenizer};

use super::super::builder::Builder;

/// Adds the words at a place of the file.
pub(super) fn read(builder: &mut Builder<'_>, at: Range<usize>) {
    let text = builder.text;
    let Some(written) = text.get(at.clone()) else { return };
    let mut start = 0;
    while let Some(next) = written[start..].find('&') {
        let sign = start + next;
        builder.words(at.start + start..at.start + sign);
        let len = reference_len(&written[sign..]);
        add(builder, at.start + sign..at.start + sign + len);
        start = sign + len;
    }
    builder.words(at.start + start..at.end);
}

/// Adds what a reference stands for; itself, if it stands for nothing.
fn add(builder: &mut Builder<'_>, at: Range<usize>) {
    let written = &builder.text[at.clone()];
    match meaning(written) {
        Some(meaning) if meaning != written => builder.replace(&meaning, at),
        _ => builder.words(at),
    }
}

/// How long the reference is that starts with `&`.
fn reference_len(text: &str) -> usize {
    let is_name = |one: char| one.is_ascii_alphanumeric() || one == '#';
    let name = text[1..].find(|one| !is_name(one)).unwrap_or(text.len() - 1);
    let len = 1 + name;
    len + usize::from(text[len..].starts_with(';'))
}

fn meaning(reference: &str) -> Option<String> {
    match Tokenizer::new(reference).flatten().next()? {
        Token::String(words) => String::from_utf8(words.value.0.clone()).ok(),
        _ => None,
    }
}

/// Whether an id or a role is that of a footnote.
pub(super) fn is_note(id: &str, role: &str) -> bool {
    let number = ["fn:", "fn-", "fn", "ftn", "_ftn", "footnote-", "note-"]
        .iter()
        .find_map(|prefix| id.strip_prefix(prefix));
    matches!(role, "doc-footnote" | "doc-endnote")
        || number.is_some_and(|number| number.parse::<u32>().is_ok())
}
