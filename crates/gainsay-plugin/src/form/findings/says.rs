//! What an entry says: exactly one of its keys for figures and words.

use gainsay_claims::wire::{Agreement, Derived, Figure, Instance, Order, Place, Rank, Says};

use super::{FindingForm, PlaceOf};
use crate::{
    Document, SourceError,
    form::{Words, error},
};

/// What the entry says.
///
/// # Errors
///
/// When it says nothing or several things, or when words that the record
/// points at have no place.
pub(super) fn says(
    document: &Document,
    entry: &FindingForm,
    place: &PlaceOf<'_>,
) -> Result<Says, SourceError> {
    let mut said = figures(document, entry, place)?;
    said.extend(words(entry, place)?);
    match (said.pop(), said.is_empty()) {
        (Some(says), true) => Ok(says),
        (Some(_), false) => {
            Err(error(document, &entry.id, ["says more than one thing", "dit plus d'une chose"]))
        }
        (None, _) => {
            let message = [
                "says nothing: no share, count, money, mean, change, rank, order, agreement, \
                 instances or words",
                "ne dit rien\u{a0}: il faut `share`, `count`, `money`, `mean`, `change`, `rank`, \
                 `order`, `agreement`, `instances` ou `words`",
            ];
            Err(error(document, &entry.id, message))
        }
    }
}

/// What a key makes of its figure.
type Kind = fn(Figure) -> Says;

fn figures(
    document: &Document,
    entry: &FindingForm,
    place: &PlaceOf<'_>,
) -> Result<Vec<Says>, SourceError> {
    let figure =
        |words: &Words| place(words).map(|at| Figure { unit: entry.unit, ..Figure::at(at) });
    let kinds: [(&Option<Words>, Kind); 8] = [
        (&entry.share, Says::Share),
        (&entry.complement_of, complement),
        (&entry.count, Says::Count),
        (&entry.money, Says::Money),
        (&entry.mean, Says::Mean),
        (&entry.change, Says::Change),
        (&entry.rank, |figure| Says::Rank(Rank { figure, from_last: false })),
        (&entry.rank_from_last, |figure| Says::Rank(Rank { figure, from_last: true })),
    ];
    let mut said = Vec::new();
    for (words, kind) in kinds {
        if let Some(words) = words {
            said.push(kind(figure(words)?));
        }
    }
    if let Some(terms) = &entry.sum_of {
        let [first, rest @ ..] = terms.as_slice() else {
            return Err(error(document, &entry.id, ["a sum of nothing", "une somme de rien"]));
        };
        let derived = Some(Derived::Sum(all(rest, place)?));
        said.push(Says::Share(Figure { derived, ..figure(first)? }));
    }
    Ok(said)
}

fn complement(figure: Figure) -> Says {
    Says::Share(Figure { derived: Some(Derived::Complement), ..figure })
}

fn words(entry: &FindingForm, place: &PlaceOf<'_>) -> Result<Vec<Says>, SourceError> {
    let mut said = Vec::new();
    if let Some(order) = &entry.order {
        said.push(Says::Order(Box::new(Order {
            words: place(&order.words)?,
            greater: order.greater.clone(),
            lesser: order.lesser.clone(),
            by_far: order.by_far,
        })));
    }
    if let Some(agreement) = &entry.agreement {
        let words = place(&agreement.words)?;
        let between = agreement.between.clone();
        said.push(Says::Agreement(Agreement { words, between }));
    }
    if let Some(names) = &entry.instances {
        said.push(Says::Instance(Instance { names: all(names, place)? }));
    }
    if let Some(words) = &entry.words {
        said.push(Says::Words(place(words)?));
    }
    Ok(said)
}

fn all(words: &[Words], place: &PlaceOf<'_>) -> Result<Vec<Place>, SourceError> {
    words.iter().map(place).collect()
}
