//! Text without markup.

use std::ops::Range;

use crate::{markers::Remark, prose::PassageKind};

use super::{builder::Builder, voices};

/// Lines longer than this, in characters, were not wrapped: each is a paragraph.
const LONGEST_WRAPPED: usize = 120;

/// Reads a text: paragraphs at blank lines, their lines as wrapped prose.
pub(super) fn read(builder: &mut Builder<'_>, start: usize) {
    let lines = lines(builder.text, start);
    for block in lines.split(|line| builder.text[line.clone()].trim().is_empty()) {
        builder.end_all();
        read_block(builder, block);
    }
    builder.end_all();
}

/// The lines of a text from a byte on, without their ends.
fn lines(text: &str, start: usize) -> Vec<Range<usize>> {
    let mut at = start;
    let line = |line: &str| {
        let span = at..at + line.trim_end_matches(['\n', '\r']).len();
        at += line.len();
        span
    };
    text[start..].split_inclusive('\n').map(line).collect()
}

fn read_block(builder: &mut Builder<'_>, block: &[Range<usize>]) {
    let text = builder.text;
    if let Some(level) = underlined(text, block) {
        builder.begin(PassageKind::Heading(level));
        builder.words(block[0].clone());
        return;
    }
    if let [line] = block
        && is_in_capitals(&text[line.clone()])
    {
        builder.begin(PassageKind::Heading(2));
        builder.words(line.clone());
        return;
    }
    note_table(builder, block);
    let is_wrapped = block.iter().all(|line| line.len() <= LONGEST_WRAPPED);
    let mut may_begin_item = true;
    for line in block {
        read_line(builder, line.clone(), is_wrapped, may_begin_item);
        let ends = text[line.clone()].trim_end().ends_with(['.', ':', ';', '!', '?']);
        may_begin_item = ends || !is_wrapped || builder.is_in(PassageKind::Item);
    }
}

/// Takes note of where the lines of a block are rows of a table.
fn note_table(builder: &mut Builder<'_>, block: &[Range<usize>]) {
    let is_remark = |line: &&Range<usize>| is_remark(&builder.text[(*line).clone()]);
    let rows: Vec<_> = block.iter().filter(|line| !is_remark(line)).collect();
    let is_row = |line: &str| line.contains(['|', '│', '\t']) || line.trim().contains("   ");
    let is_table = rows.iter().all(|line| is_row(&builder.text[(**line).clone()]));
    if let (true, Some(first), Some(last)) = (is_table, rows.first(), rows.last()) {
        builder.tables.push(first.start..last.end);
    }
}

fn read_line(
    builder: &mut Builder<'_>,
    line: Range<usize>,
    is_wrapped: bool,
    may_begin_item: bool,
) {
    let text = builder.text;
    let words = &text[line.clone()];
    if is_remark(words) {
        builder.comment(line);
        return;
    }
    let mark = mark(words).filter(|(kind, _)| may_begin_item || *kind == PassageKind::Quote);
    if let Some((kind, mark)) = mark {
        let goes_on = kind == PassageKind::Quote && builder.is_in(kind);
        if !goes_on {
            builder.end_all();
            builder.begin(kind);
        }
        builder.space(line.start..line.start + mark);
        builder.words(line.start + mark..line.end);
        return;
    }
    let is_alone = !is_wrapped || voices::is_line_of_comments(words);
    if is_alone {
        builder.end_all();
    }
    if builder.depth() == 0 {
        builder.begin(PassageKind::Paragraph);
    }
    builder.space(line.start.saturating_sub(1)..line.start);
    builder.words(line);
    if is_alone {
        builder.end_all();
    }
}

/// Whether a line is a remark to gainsay and nothing else.
pub(super) fn is_remark(line: &str) -> bool {
    let line = line.trim_start().trim_start_matches(['#', '%', '/', '<', '!', '-']).trim_start();
    line.starts_with("gainsay:") && Remark::of(line).is_some()
}

/// The level of a block that is an underlined title.
fn underlined(text: &str, block: &[Range<usize>]) -> Option<u8> {
    let [title, line] = block else { return None };
    let (title, line) = (text[title.clone()].trim(), text[line.clone()].trim());
    let sign = line.chars().next()?;
    let level = match sign {
        '=' => 1,
        '-' | '~' => 2,
        _ => return None,
    };
    let is_rule = line.len() >= 3 && line.chars().all(|one| one == sign);
    (is_rule && title.chars().any(char::is_alphabetic)).then_some(level)
}

/// Whether a line is a title in capitals.
fn is_in_capitals(line: &str) -> bool {
    let letters = line.chars().filter(|one| one.is_alphabetic()).count();
    letters >= 3 && line.len() <= LONGEST_WRAPPED && !line.chars().any(char::is_lowercase)
}

/// What the mark at the start of a line makes of it, and how long it is with the
/// spaces after it.
fn mark(line: &str) -> Option<(PassageKind, usize)> {
    let indented = line.trim_start();
    let rest = after_mark(indented)?;
    let words = rest.trim_start();
    let is_apart = words.len() < rest.len() || indented.starts_with('>');
    let kind = if indented.starts_with('>') { PassageKind::Quote } else { PassageKind::Item };
    (is_apart && !words.is_empty()).then(|| (kind, line.len() - words.len()))
}

fn after_mark(line: &str) -> Option<&str> {
    if let Some(rest) = line.strip_prefix(['-', '*', '+', '•', '·', '–', '—', '>']) {
        return Some(rest);
    }
    let rest = line.trim_start_matches(|one: char| one.is_ascii_digit());
    let is_number = (1..=2).contains(&(line.len() - rest.len()));
    let rest =
        if is_number { rest } else { line.strip_prefix(|one: char| one.is_ascii_lowercase())? };
    if is_number { rest.strip_prefix(['.', ')']) } else { rest.strip_prefix(')') }
}
