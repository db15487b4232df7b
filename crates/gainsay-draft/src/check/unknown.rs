//! Whether a figure that no claim states is somebody's finding: then it is unknown. What is
//! said of one's own shop, of prices or of things is none.

use gainsay_claims::value::{self, Quantity};

use super::outcome::is_named;
use crate::{
    figures,
    lexicon::Term,
    said::{Near, Said},
    score::Likeness,
    strangers,
};

/// So much of the subject must be named where nothing else speaks for a finding.
const SUBJECT: f64 = 0.5;

/// Whether a study must have found it: it is about what the base is about, and somebody is named
/// for it or it is a share of people; or somebody whom the base does not know tells it.
pub(super) fn is_finding(said: &Said<'_>, all: &[Likeness<'_>]) -> bool {
    let told = said.sources.first().filter(|one| one.is_in_sentence());
    // Where no subject is named, by how much something grew may be the growth of anything.
    let is_of_subject = is_share(said) || !said.continues();
    let is_subject = || is_of_subject && all.iter().any(|one| one.subject >= SUBJECT);
    match told {
        Some(teller) if teller.studies.is_empty() => !is_lone_word(said) || is_of_people(said),
        Some(_) => is_subject(),
        None if said.is_hearsay => is_share(said) && is_of_people(said),
        None if is_strangers(said) => !is_lone_word(said) || is_of_people(said),
        None => {
            let may_be_of_anything = is_lone_word(said) && said.continues();
            is_share(said) && is_of_people(said) && is_subject() && !may_be_of_anything
        }
    }
}

/// Whether it is a part of people or things, and not by how much something grew.
fn is_share(said: &Said<'_>) -> bool {
    matches!(said.figure.reading.quantity, Quantity::Share { .. })
}

/// Whether the sentence names nobody whom the base knows, and in the part of it that belongs to
/// the figure an organisation tells it.
pub(super) fn is_strangers(said: &Said<'_>) -> bool {
    let up_to = said.figure.sentence.start..said.clause.end.max(said.figure.span.end);
    let up_to = said.passage.prose.text().get(up_to).unwrap_or_default();
    !is_named(said)
        && (strangers::names_one(up_to) && !said.is_of_own()
            || strangers::is_told_by_one(said.clause_text(), said.lang()))
}

/// "Half", "a third", which may be a part of anything; "four in five" counts.
pub(super) fn is_lone_word(said: &Said<'_>) -> bool {
    let text = said.passage.prose.text().get(said.figure.span.clone()).unwrap_or_default();
    let is_in_words = !text.contains(|sign: char| sign.is_numeric());
    let is_percentage = said.figure.reading.kind == value::Kind::Exact;
    is_in_words && !is_percentage && text.split_whitespace().count() <= 2
}

/// Whether the clause says of which people the figure is.
fn is_of_people(said: &Said<'_>) -> bool {
    let text = said.passage.prose.text();
    let behind = text.get(said.figure.span.end..said.clause.end.max(said.figure.span.end));
    let names_people = |near: &Near| matches!(*near.hit.term, Term::Universe(_)) && near.is_base;
    said.terms.iter().any(names_people) || figures::names_people(behind.unwrap_or_default())
}
