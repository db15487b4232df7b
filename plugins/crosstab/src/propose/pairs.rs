//! Counts beside shares: in columns of their own, or in a second row of each answer.

use gainsay_plugin::form::Figures;

use super::{
    guess::{ColumnGuess, Found},
    questions::QuestionGuess,
};
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
    let side = sides.next().filter(|_| columns.len() == sizes.len() && !columns.is_empty())?;
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

/// Puts a row without a label with the answer right above it, if one of the two says how many
/// gave it and the other one what share that is; the shares are read. Whether it did.
pub(super) fn second_row(found: &Found<'_>, row: usize, question: &mut QuestionGuess) -> bool {
    let Some((above, label)) = question.answers.last().filter(|(above, _)| above + 1 == row) else {
        return false;
    };
    let (above, label) = (*above, label.clone());
    if found.are_shares_of(row, above, &question.bases) {
        question.answers.pop();
        question.left_out.push(above);
        if found.is_hundred(row) {
            // What all answers come to.
            question.left_out.push(row);
        } else {
            question.answers.push((row, label));
            question.labels_above.insert(row);
        }
        return true;
    }
    let is_second = found.are_shares_of(above, row, &question.bases);
    question.left_out.extend(is_second.then_some(row));
    is_second
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
