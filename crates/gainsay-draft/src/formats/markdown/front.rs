//! The front matter of a Markdown draft.

use std::ops::Range;

use crate::{language, prose::PassageKind};

use super::{super::builder::Builder, inline::keys};

/// Reads the language and the title that front matter states, and the works that are to be
/// listed; the rest is no prose.
pub(super) fn read(builder: &mut Builder<'_>, at: Range<usize>) {
    let text = builder.text;
    if let Some(lang) =
        value(text, at.clone(), "lang").or_else(|| value(text, at.clone(), "language"))
    {
        builder.stated = language::of_tag(&text[lang]);
    }
    let listed = nocite(text, at.clone());
    for (start, key) in keys(&text[listed.clone()]) {
        let start = listed.start + start;
        builder.unspoken_key(key, start..start + key.len());
    }
    if let Some(title) = value(text, at, "title") {
        builder.begin(PassageKind::Heading(1));
        builder.words(title);
        builder.end();
    }
}

/// Where `nocite` lists keys: its line and the indented ones after it.
fn nocite(text: &str, at: Range<usize>) -> Range<usize> {
    let mut start = at.start;
    let mut found: Option<Range<usize>> = None;
    for line in text[at].split_inclusive('\n') {
        let end = start + line.len();
        match &mut found {
            Some(list) if line.starts_with([' ', '\t']) => list.end = end,
            Some(_) => break,
            None if line.starts_with("nocite:") => found = Some(start..end),
            None => {}
        }
        start = end;
    }
    found.unwrap_or_default()
}

/// Where the value of a key stands, without its quotes.
fn value(text: &str, at: Range<usize>, key: &str) -> Option<Range<usize>> {
    let mut start = at.start;
    for line in text[at].split_inclusive('\n') {
        let value = line.strip_prefix(key).and_then(|rest| rest.strip_prefix(':'));
        if let Some(value) = value {
            let trimmed = value.trim().trim_matches(['"', '\'']);
            let offset = value.find(trimmed)?;
            let first = start + (line.len() - value.len()) + offset;
            return (!trimmed.is_empty()).then(|| first..first + trimmed.len());
        }
        start += line.len();
    }
    None
}
