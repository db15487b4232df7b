//! Writes tables between the marks of a draft, and touches nothing else.

use std::ops::Range;

use gainsay_claims::facts::MarkProblem;

use crate::formats::Format;

mod blocks;
mod lines;
mod marks;
mod spec;
#[cfg(test)]
mod tests;

pub use marks::marks_around;
pub use spec::{OPTIONS, Spec};

use blocks::Pair;
use lines::Lines;
use marks::Mark;

/// A draft with its tables written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Synced<E> {
    /// Its text. What does not stand between marks is what it was, byte for byte.
    pub text: String,
    /// What stands between marks that are in order, in order of place.
    pub blocks: Vec<Block>,
    /// Why other tables could not be written, in order of place.
    pub problems: Vec<Problem<E>>,
}

/// A table between its marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// The mark that begins it, in bytes of the draft.
    pub mark: Range<usize>,
    /// What stood between its marks, in bytes of the draft.
    pub old: Range<usize>,
    /// What stands between them now, in bytes of the new text.
    pub new: Range<usize>,
    /// What the marks ask for.
    pub spec: Spec,
    /// Whether what stands there now differs.
    pub is_changed: bool,
}

/// A mark where nothing could be written. What stands there was left as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem<E> {
    /// Where the mark stands, or the part of it that is meant, in bytes of the draft.
    pub span: Range<usize>,
    /// Why.
    pub why: Why<E>,
}

/// Why nothing could be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why<E> {
    /// The marks are not in order.
    Marks(MarkProblem),
    /// There is no such table.
    Table(E),
}

/// Writes the table that each pair of marks in a draft asks for; `write` makes it, in
/// the draft's format. Formats without comments have no marks. Done again with the same
/// tables, it changes nothing.
pub fn sync<E>(
    text: &str,
    format: Format,
    mut write: impl FnMut(&Spec) -> Result<String, E>,
) -> Synced<E> {
    let marks = marks::find(text, format);
    let (pairs, found) = blocks::pairs(&marks);
    let mut problems: Vec<Problem<E>> = found.into_iter().map(Problem::of_marks).collect();
    let mut synced = String::with_capacity(text.len());
    let mut blocks = Vec::new();
    let mut kept = 0;
    for pair in pairs {
        let old = pair.between();
        match written(text, format, &pair, &mut write) {
            Ok((spec, body)) => {
                synced.push_str(&text[kept..old.start]);
                let new = synced.len()..synced.len() + body.len();
                synced.push_str(&body);
                kept = old.end;
                let is_changed = text[old.clone()] != body;
                blocks.push(Block { mark: pair.begin.span, old, new, spec, is_changed });
            }
            Err(problem) => problems.push(problem),
        }
    }
    synced.push_str(&text[kept..]);
    let mut synced = Synced { text: synced, blocks, problems };
    if !synced.keeps(&marks, format) {
        synced.give_up(text);
    }
    synced.problems.sort_by_key(|problem| problem.span.start);
    synced
}

/// What a pair of marks asks for, and what is to stand between them.
fn written<E>(
    text: &str,
    format: Format,
    pair: &Pair,
    write: &mut impl FnMut(&Spec) -> Result<String, E>,
) -> Result<(Spec, String), Problem<E>> {
    let span = pair.begin.span.clone();
    let spec = spec::read(text, &pair.begin).map_err(Problem::of_marks)?;
    let Some(lines) = Lines::of(text, format, pair) else {
        return Err(Problem::of_marks((span, MarkProblem::NotAlone)));
    };
    match write(&spec) {
        Ok(table) => Ok((spec, lines.set(&table))),
        Err(why) => Err(Problem { span, why: Why::Table(why) }),
    }
}

impl<E> Problem<E> {
    fn of_marks((span, problem): (Range<usize>, MarkProblem)) -> Self {
        Self { span, why: Why::Marks(problem) }
    }
}

impl<E> Synced<E> {
    /// Whether the new text has the marks of the old one, each where it belongs, and no
    /// others. What a template writes may open a block of code, or close a quotation.
    fn keeps(&self, marks: &[Mark], format: Format) -> bool {
        if !self.blocks.iter().any(|block| block.is_changed) {
            return true;
        }
        let found = marks::find(&self.text, format);
        let moved = marks.iter().map(|mark| self.moved(mark.span.start));
        moved.eq(found.iter().map(|mark| mark.span.start))
    }

    /// Where a byte of the old text that stands between no marks is in the new one.
    fn moved(&self, at: usize) -> usize {
        let before = self.blocks.partition_point(|block| block.old.end <= at);
        let last = before.checked_sub(1).and_then(|last| self.blocks.get(last));
        last.map_or(at, |block| block.new.end + (at - block.old.end))
    }

    /// Writes nothing, as the tables would not stay between their marks.
    fn give_up(&mut self, text: &str) {
        let changed = self.blocks.extract_if(.., |block| block.is_changed);
        let given_up = changed.map(|block| (block.mark, MarkProblem::BreaksOut));
        self.problems.extend(given_up.map(Problem::of_marks));
        for block in &mut self.blocks {
            block.new = block.old.clone();
        }
        text.clone_into(&mut self.text);
    }
}
