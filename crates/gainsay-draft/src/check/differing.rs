//! Claims that a figure is held against though it is not theirs.

use gainsay_claims::{
    claim::Statement,
    value::{self, Quantity},
};

use super::outcome::{NAMED, NAMED_HERE, NAMED_ITSELF, SAME_SUBJECT, is_named, is_precise};
use crate::{
    said::Said,
    score::{FigureFit, Likeness, OTHER},
};

/// So much of it, for a claim of the source that is named.
const SOME_SUBJECT: f64 = 0.3;

/// The claim of a study that is not named with the same figure on the same subject.
pub(super) fn of_another_study<'a, 'b>(
    said: &Said<'_>,
    ranked: &'a [Likeness<'b>],
    differs: Option<&Likeness<'_>>,
) -> Option<&'a Likeness<'b>> {
    let is_of_same = |one: &Likeness<'_>| {
        differs.is_some_and(|differs| one.claim.proposition == differs.claim.proposition)
    };
    let others = others_with_figure(said, ranked);
    let other = most_alike(others.filter(|one| one.subject >= SAME_SUBJECT || is_of_same(one)));
    let in_digits = said.figure.reading.kind == value::Kind::Exact;
    other.filter(|_| in_digits && is_precise(said))
}

/// The claim of a study that is not named with the same figure, on what may be the same subject: of
/// a figure that the named study has not, it is the likeliest.
pub(super) fn perhaps_of_another<'a, 'b>(
    said: &Said<'_>,
    ranked: &'a [Likeness<'b>],
) -> Option<&'a Likeness<'b>> {
    let least = if is_precise(said) { SOME_SUBJECT } else { SAME_SUBJECT };
    let others = others_with_figure(said, ranked).filter(|one| one.subject >= least);
    most_alike(others.filter(|_| is_named(said)))
}

/// The claims of studies that are not named with the same figure, of the same people and asserted
/// alike.
fn others_with_figure<'a, 'b>(
    said: &Said<'_>,
    ranked: &'a [Likeness<'b>],
) -> impl Iterator<Item = &'a Likeness<'b>> {
    ranked.iter().filter(|one| {
        one.figure == FigureFit::Same
            && one.source <= OTHER
            && !one.is_of_others
            // "Never or hardly ever" is a step of a scale, whichever way it is told.
            && (said.names_step()
                || one.claim.said.negated == said.denies_concept(&one.claim.proposition.concept))
    })
}

/// The first of those that are most alike but for their figures.
fn most_alike<'a, 'b>(claims: impl Iterator<Item = &'a Likeness<'b>>) -> Option<&'a Likeness<'b>> {
    claims.reduce(|best, one| if one.alike > best.alike { one } else { best })
}

/// The claim of the named study on the subject, whose figure is another one: of those equally
/// alike the one of the people and the place that are named.
pub(super) fn with_another_figure<'a, 'b>(
    said: &Said<'_>,
    ranked: &'a [Likeness<'b>],
) -> Option<&'a Likeness<'b>> {
    let is_meant = |one: &&Likeness<'_>| {
        let about = if one.source >= NAMED_HERE { SOME_SUBJECT } else { SAME_SUBJECT };
        // Of a sentence without a subject, the people tell that it is still about the last.
        let is_about = one.spoken > 0.0 && (!said.continues() || one.names_people);
        let is_told = is_about || is_named(said);
        one.source >= NAMED
            && one.subject >= about
            && is_told
            && !said.has_told(&one.claim.id)
            && is_of_a_kind(&said.figure.reading.quantity, &one.claim.statement)
    };
    ranked
        .iter()
        .filter(is_meant)
        .reduce(|best, one| if one.alike > best.alike { one } else { best })
}

/// Whether a figure could be that of a statement, had it another value.
fn is_of_a_kind(quantity: &Quantity, statement: &Statement) -> bool {
    match quantity {
        Quantity::Share { .. } => matches!(statement, Statement::Share(_)),
        Quantity::Points(_) | Quantity::PercentChange(_) | Quantity::Factor(_) => {
            matches!(statement, Statement::Change(_))
        }
        Quantity::Money { .. } => matches!(statement, Statement::Money(_)),
        Quantity::Count { .. } | Quantity::Rank(_) => false,
    }
}

/// Another answer, wave, group or country of the same study and concept that has the figure.
pub(super) fn sibling<'a, 'b>(
    one: &Likeness<'_>,
    ranked: &'a [Likeness<'b>],
) -> Option<&'a Likeness<'b>> {
    let concept = &one.claim.proposition.concept;
    ranked.iter().find(|other| {
        other.figure == FigureFit::Same
            && other.source > 0.0
            && other.claim.proposition.concept == *concept
            && !other.is_of_others
    })
}

/// The claim of the named study on the subject that a majority or minority in words is not
/// true of: "most" of 34 %.
pub(super) fn majority_differs<'a, 'b>(
    said: &Said<'_>,
    ranked: &'a [Likeness<'b>],
) -> Option<&'a Likeness<'b>> {
    if !matches!(said.figure.reading.kind, value::Kind::Majority | value::Kind::Minority) {
        return None;
    }
    let about = |one: &&Likeness<'_>| {
        one.source >= NAMED_ITSELF
            && one.subject >= SAME_SUBJECT
            && !one.is_of_others
            && matches!(one.claim.statement, Statement::Share(_))
    };
    let own = ranked.iter().filter(about);
    let best = own.clone().max_by(|a, b| a.subject.total_cmp(&b.subject))?;
    let fits = own.into_iter().any(|one| one.figure == FigureFit::Same);
    let is_other = best.claim.said.negated == said.denies && best.figure != FigureFit::Same;
    (is_other && !fits).then_some(best)
}
