//! What Pandoc writes within words: keys of references, attributes, notes.

use std::ops::Range;

use super::super::builder::Builder;

/// What begins the keys of Quarto's own cross-references.
const CROSS_REFERENCES: &[&str] =
    &["fig-", "tbl-", "sec-", "eq-", "lst-", "thm-", "fig:", "tbl:", "sec:", "eq:"];

/// Reads words of one piece. `notes` are the brackets that are open in notes.
pub(super) fn read(builder: &mut Builder<'_>, at: Range<usize>, notes: &mut Vec<usize>) {
    let text = builder.text;
    let (mut words, mut start) = (at.start, at.start);
    while let Some(next) = text[start..at.end].find(['[', ']', '@', '{', '^', '\\', '-']) {
        let sign = start + next;
        let len = special(builder, words..sign, sign..at.end, notes);
        start = sign + len.unwrap_or(1);
        if len.is_some() {
            words = start;
        }
    }
    builder.words(words..at.end);
}

/// Reads what begins at a sign, after the words before it: how long it is, if it is
/// more than a sign.
fn special(
    builder: &mut Builder<'_>,
    words: Range<usize>,
    rest: Range<usize>,
    notes: &mut Vec<usize>,
) -> Option<usize> {
    let text = builder.text;
    let (before, here) = (&text[..rest.start], &text[rest.clone()]);
    let is_start = !before.ends_with(|one: char| one.is_alphanumeric());
    let is_escaped = words.is_empty() && before.ends_with('\\');
    if is_escaped {
        return None;
    }
    if here.starts_with("^[") {
        builder.words(words);
        builder.begin_note();
        notes.push(0);
        return Some(2);
    }
    if here.starts_with(['[', ']'])
        && let Some(len) = bracket(builder, &words, &rest, notes)
    {
        return Some(len);
    }
    if here.starts_with('{') && before.ends_with([']', ')', '`', ' ', '\n']) {
        let len = attributes(here)?;
        builder.words(words);
        return Some(len);
    }
    if here.starts_with("\\ ") {
        builder.words(words);
        builder.replace("\u{a0}", rest.start..rest.start + 2);
        return Some(2);
    }
    let sign = usize::from(here.starts_with('-'));
    let key = key_at(here.get(sign..)?).filter(|_| is_start)?;
    builder.words(words);
    add(builder, key, rest.start..rest.start + sign + 1 + key.len());
    let len = sign + 1 + key.len();
    Some(len + locator(&here[len..]))
}

/// Reads a bracket: a group of keys, or one within a note, or the end of the note.
fn bracket(
    builder: &mut Builder<'_>,
    words: &Range<usize>,
    rest: &Range<usize>,
    notes: &mut Vec<usize>,
) -> Option<usize> {
    let here = &builder.text[rest.clone()];
    if let Some(keys) = group(here) {
        let len = here.find(']').map_or(here.len(), |end| end + 1);
        builder.words(words.clone());
        for (at, key) in keys {
            let at = rest.start + at;
            add(builder, key, at..at + 1 + key.len());
        }
        return Some(len);
    }
    let depth = notes.last_mut()?;
    if here.starts_with('[') {
        *depth += 1;
        return None;
    }
    if *depth > 0 {
        *depth -= 1;
        return None;
    }
    notes.pop();
    builder.words(words.clone());
    builder.end();
    Some(1)
}

/// Adds a key; a cross-reference within the draft is left out like a word.
fn add(builder: &mut Builder<'_>, key: &str, span: Range<usize>) {
    if CROSS_REFERENCES.iter().any(|prefix| key.starts_with(prefix)) {
        builder.leave_out(span);
    } else {
        builder.key(key, span);
    }
}

/// The keys of `[see @a, p. 3; -@b]`, with their places in bytes.
fn group(text: &str) -> Option<Vec<(usize, &str)>> {
    let inner = text.strip_prefix('[')?;
    let inner = &inner[..inner.find([']', '['])?];
    // With the bracket before them, a key is where its sign is without.
    let keys: Vec<_> = keys(inner).collect();
    (!keys.is_empty()).then_some(keys)
}

/// The keys after signs in a text, with their places in bytes.
pub(super) fn keys(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_start = |at: usize| !text[..at].ends_with(|one: char| one.is_alphanumeric());
    text.match_indices('@')
        .filter(move |(at, _)| is_start(*at))
        .filter_map(|(at, _)| Some((at + 1, key_at(&text[at..])?)))
}

/// The key that a text starts with, after its `@`.
fn key_at(text: &str) -> Option<&str> {
    let rest = text.strip_prefix('@')?;
    let is_inner = |one: char| one.is_alphanumeric() || "_:.#$%&-+?<>~/".contains(one);
    let len = rest.find(|one| !is_inner(one)).unwrap_or(rest.len());
    let key = rest[..len].trim_end_matches(|one: char| !one.is_alphanumeric());
    key.starts_with(|one: char| one.is_alphanumeric() || one == '_').then_some(key)
}

/// How long the place is that follows a key: ` [p. 33]`.
fn locator(text: &str) -> usize {
    let inner = text.strip_prefix(" [").and_then(|rest| rest.split_once(']'));
    inner.filter(|(inner, _)| !inner.contains(['[', '@'])).map_or(0, |(inner, _)| inner.len() + 3)
}

/// How long attributes are: `{#id .class key=value}`.
fn attributes(text: &str) -> Option<usize> {
    let (inner, _) = text.strip_prefix('{')?.split_once('}')?;
    let is_attribute =
        |word: &str| word.starts_with(['#', '.']) || word.contains('=') || word == "-";
    let is_all = !inner.is_empty() && inner.split_whitespace().next().is_some_and(is_attribute);
    is_all.then_some(inner.len() + 2)
}
