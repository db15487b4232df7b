//! Figures that say another one again: "près d'un tiers (32 %)".

use gainsay_claims::value::{Hedge, Kind, Quantity};

use super::{ProposedFigure, Verdict};
use crate::{prose::Draft, said::is_gloss};

/// Lets of two figures that say the same, one of them in words, only the more exact one be a
/// finding. What is said around the other one is said of it, too.
pub(super) fn settle(figures: &mut [ProposedFigure], draft: &Draft) {
    for second in 1..figures.len() {
        let (before, behind) = figures.split_at_mut(second);
        let (Some(one), Some(other)) = (before.last_mut(), behind.first_mut()) else { continue };
        if !says_again(one, other, draft) {
            continue;
        }
        let (kept, gloss) = if is_more_exact(other, one) { (other, one) } else { (one, other) };
        gloss.verdict = Verdict::Gloss;
        let score = |figure: &ProposedFigure| figure.subjects.first().map_or(0.0, |one| one.score);
        if score(gloss) > score(kept) {
            kept.subjects.clone_from(&gloss.subjects);
        }
        kept.people = kept.people.take().or_else(|| gloss.people.clone());
        kept.source = kept.source.take().or_else(|| gloss.source.clone());
        kept.denies |= gloss.denies;
        if kept.apart.says_nothing() || gloss.apart.is_compared {
            kept.apart = gloss.apart.clone();
        }
        if kept.regions.is_empty() {
            kept.regions.clone_from(&gloss.regions);
        }
    }
}

fn says_again(one: &ProposedFigure, other: &ProposedFigure, draft: &Draft) -> bool {
    let may_state = |figure: &ProposedFigure| {
        matches!(figure.verdict, Verdict::Finding | Verdict::Ambiguous | Verdict::Gloss)
    };
    let text = draft.passages.get(one.passage).map_or("", |passage| passage.prose.text());
    one.passage == other.passage
        && one.figure.sentence == other.figure.sentence
        && may_state(one)
        && may_state(other)
        && (is_in_words(one) || is_in_words(other))
        && is_gloss(text, &one.figure, &other.figure)
}

/// "A third", "nearly 30 %".
fn is_in_words(figure: &ProposedFigure) -> bool {
    let reading = &figure.figure.reading;
    reading.kind != Kind::Exact || reading.hedge != Hedge::None
}

fn is_more_exact(one: &ProposedFigure, other: &ProposedFigure) -> bool {
    let width = |figure: &ProposedFigure| match &figure.figure.reading.quantity {
        Quantity::Share { hard, .. } => hard.hi_f64() - hard.lo_f64(),
        _ => f64::INFINITY,
    };
    // A fraction may be exact by itself and is none in a text: "one in three".
    let rank = |figure: &ProposedFigure| (is_in_words(figure), width(figure));
    let ((words, width), (other_words, other_width)) = (rank(one), rank(other));
    (words, width) < (other_words, other_width)
}
