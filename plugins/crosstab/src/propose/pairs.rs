//! Columns of counts beside columns of shares.

use gainsay_plugin::form::Figures;

use super::guess::{ColumnGuess, Found, QuestionGuess};
use crate::{
    cell,
    counts::{Bases, common},
    form::Side,
};

/// The side on which each column of shares has the counts of the same answers, under the
/// same head; none where the counts do not fit the shares.
pub(super) fn side(
    found: &Found<'_>,
    columns: &[ColumnGuess],
    sizes: &[ColumnGuess],
    questions: &[QuestionGuess],
) -> Option<Side> {
    let sides = [Side::Left, Side::Right].into_iter();
    let mut sides = sides.filter(|side| {
        columns.iter().all(|column| {
            let beside = side.of(column.at);
            let beside = sizes.iter().find(|one| Some(one.at) == beside);
            beside.is_some_and(|one| one.outer() == column.outer())
        })
    });
    let side = sides.next().filter(|_| columns.len() == sizes.len())?;
    let fit = columns.iter().all(|column| {
        questions.iter().all(|question| {
            let rows = || question.answers.iter().map(|(row, _)| *row);
            let bases = rows().filter_map(|row| bases(found, side, row, column.at));
            let bases: Vec<_> = bases.collect();
            let usual = common(bases.iter().copied());
            let fitting = bases.iter().filter(|one| usual.is_some_and(|usual| one.holds(usual)));
            2 * fitting.count() > bases.len() || bases.is_empty()
        })
    });
    fit.then_some(side)
}

/// What a share and its count tell of their base.
fn bases(found: &Found<'_>, side: Side, row: usize, column: usize) -> Option<Bases> {
    let words = found.figure_words((row, column))?;
    // Whether it is a fraction, its column tells.
    let figures = if found.are_fractions { Figures::Fraction } else { Figures::Percent };
    let share = figures.share(words)?;
    let count = cell::cases(found.figure_words((row, side.of(column)?))?)?;
    Some(Bases::of(count, share))
}
