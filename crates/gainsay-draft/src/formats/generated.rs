//! Where gainsay wrote in a draft: its figures are not the author's.

use std::ops::Range;

use crate::{markers::TableMark, prose::PassageKind};

use super::builder::{Builder, Built};

/// The longest title of a table, in bytes.
const MAX_TITLE: usize = 300;

/// What `sync` fills in, and tables directly after or before their mark, with their
/// titles.
pub(super) fn blocks(builder: &Builder<'_>) -> Vec<Range<usize>> {
    let mut blocks = builder.synced.clone();
    for mark in &builder.marks {
        if blocks.iter().any(|block| block.contains(&mark.span.start)) {
            continue;
        }
        let table = around(builder, mark)
            .or_else(|| after(builder, mark))
            .or_else(|| before(builder, mark, &blocks));
        blocks.extend(table.map(|table| with_caption(builder, table)));
    }
    blocks
}

/// The table whose markup holds a mark.
fn around(builder: &Builder<'_>, mark: &TableMark) -> Option<Range<usize>> {
    builder.tables.iter().find(|table| table.contains(&mark.span.start)).cloned()
}

/// The table after a mark; nothing but its title may stand between them.
fn after(builder: &Builder<'_>, mark: &TableMark) -> Option<Range<usize>> {
    let is_after = |table: &&Range<usize>| mark.span.end <= table.start;
    let table = builder.tables.iter().filter(is_after).min_by_key(|table| table.start)?;
    let mut between = within(builder, mark.span.end..table.start);
    let is_title = between.next().is_none_or(|one| one.prose.text().len() <= MAX_TITLE);
    (is_title && between.next().is_none()).then_some(mark.span.start..table.end)
}

/// The table before a mark, if it is not that of another one.
fn before(
    builder: &Builder<'_>,
    mark: &TableMark,
    blocks: &[Range<usize>],
) -> Option<Range<usize>> {
    let is_before = |table: &&Range<usize>| table.end <= mark.span.start;
    let table = builder.tables.iter().filter(is_before).max_by_key(|table| table.end)?;
    let is_taken = blocks.iter().any(|block| block.contains(&table.start));
    let is_next = within(builder, table.end..mark.span.start).next().is_none();
    (is_next && !is_taken).then(|| table.clone())
}

/// A table and the caption that follows it.
fn with_caption(builder: &Builder<'_>, table: Range<usize>) -> Range<usize> {
    let next = within(builder, table.end..builder.text.len()).next();
    let caption = next.filter(|next| next.kind == PassageKind::Caption);
    let caption = caption.map(|caption| caption.prose.extent());
    let touches = |caption: &Range<usize>| builder.text[table.end..caption.start].trim().is_empty();
    let end = caption.filter(touches).map_or(table.end, |caption| caption.end);
    table.start..end
}

/// The passages that start in a part of the file.
fn within<'b>(builder: &'b Builder<'_>, part: Range<usize>) -> impl Iterator<Item = &'b Built> {
    let starts = move |one: &&Built| {
        one.prose.extent().start >= part.start && one.prose.extent().start < part.end
    };
    builder.passages.iter().filter(|one| !one.prose.text().is_empty()).filter(starts)
}
