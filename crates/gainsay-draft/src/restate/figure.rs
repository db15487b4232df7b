//! What kind of figure the words around it make of it.

use std::sync::LazyLock;

use gainsay_claims::{
    Lang,
    claim::{Claim, Share, Statement},
    value::{Quantity, Reading, Unit, read},
};

use crate::{lists::List, phrases, said::Said};

/// What the draft says of the proposition.
pub(super) fn statement(said: &Said<'_>, cited: &Claim) -> Statement {
    let reading = said.figure.reading.clone();
    let text = said.passage.prose.text().get(said.figure.span.clone()).unwrap_or_default();
    if let Some(share) = as_share(said, text, cited) {
        return Statement::Share(share);
    }
    if let Some(change) = as_change(said, text, cited) {
        return Statement::Change(change);
    }
    match reading.quantity {
        Quantity::Share { hard, soft } => {
            Statement::Share(Share { text: text.to_owned(), reading, hard, soft })
        }
        Quantity::Points(_) | Quantity::PercentChange(_) | Quantity::Factor(_) => {
            Statement::Change(reading)
        }
        Quantity::Count { .. } => match &cited.statement {
            Statement::Mean(_) => Statement::Mean(reading),
            _ => Statement::Count(reading),
        },
        Quantity::Money { .. } => Statement::Money(reading),
        Quantity::Rank(place) => Statement::Rank { place, from_last: false },
    }
}

/// "51 % are likelier to buy, 60 % *more likely* to recommend": what reads as a change is a share
/// whose verb stands before it.
fn as_share(said: &Said<'_>, text: &str, cited: &Claim) -> Option<Share> {
    let is_change = matches!(said.figure.reading.quantity, Quantity::PercentChange(_));
    let is_share = matches!(cited.statement, Statement::Share(_));
    if !is_change || !is_share || !is_elided(said) {
        return None;
    }
    // "Fans *are* 51 % more likely" has a verb of its own.
    let words = said.before_figure();
    if BEING.has(said.lang(), &phrases::word_before(words, words.len())) {
        return None;
    }
    let number = text.trim_end_matches(char::is_alphabetic).trim_end();
    let reading = read(number, Some(said.lang()), Some(Unit::Percent)).ok()?;
    let Quantity::Share { hard, soft } = reading.quantity else { return None };
    Some(Share { text: number.to_owned(), reading, hard, soft })
}

/// "to grow by 50 %", "51 % more likely": the share is a change.
fn as_change(said: &Said<'_>, text: &str, cited: &Claim) -> Option<Reading> {
    let Quantity::Share { .. } = said.figure.reading.quantity else { return None };
    let is_change = matches!(cited.statement, Statement::Change(_));
    (grows_by(said) || is_ratio(said) || (is_change && compares(said)))
        .then(|| read(text, Some(said.lang()), Some(Unit::PercentChange)).ok())?
}

/// Whether the words before the figure say by how much something grew.
fn grows_by(said: &Said<'_>) -> bool {
    const WITHIN: usize = 4;
    let before = said.before_figure().to_lowercase();
    let words: Vec<&str> = before.split_whitespace().rev().take(WITHIN).collect();
    let last = words.first().copied().unwrap_or_default();
    let is_by = match said.lang() {
        Lang::Fr => last == "de" || last == "d'environ" || last == "d’environ",
        Lang::En => last == "by" || last == "of",
    };
    is_by && words.iter().skip(1).any(|word| GROWTH.has(said.lang(), word))
}

/// Whether the sentence compares: "lifetime value 54 % above average".
fn compares(said: &Said<'_>) -> bool {
    phrases::has(said.sentence_text(), COMPARING.of(said.lang()))
}

/// What goes before by how much something grew.
static GROWTH: LazyLock<List> = LazyLock::new(|| list("by"));
/// Words that compare, anywhere in a sentence.
static COMPARING: LazyLock<List> = LazyLock::new(|| list("compare"));
/// Words behind a figure that compare.
static RATIO: LazyLock<List> = LazyLock::new(|| list("ratio"));
/// Verbs by which people are found to be likelier.
static BEING: LazyLock<List> = LazyLock::new(|| list("being"));

fn list(name: &str) -> List {
    List::named(include_str!("../../data/growth.txt"), name)
}

/// Whether the words after the figure compare: "51 % more likely".
fn is_ratio(said: &Said<'_>) -> bool {
    let after = said.passage.prose.text().get(said.figure.span.end..).unwrap_or_default();
    let follows = after.trim_start().starts_with(char::is_alphanumeric);
    follows && phrases::begins(after, RATIO.of(said.lang())) && !is_elided(said)
}

/// "67 % say that they are likelier to buy, 79 % likelier to recommend": the share before it in
/// the sentence has a verb, which goes on.
fn is_elided(said: &Said<'_>) -> bool {
    const PERCENT: &[&str] = &["percent", "per cent", "pct", "pour cent"];
    let sentence = said.figure.sentence.start..said.figure.span.start;
    let before = said.passage.prose.text().get(sentence).unwrap_or_default();
    let sign = before.rfind('%').map(|at| at + 1);
    let word = phrases::all(before, PERCENT).last().map(|word| word.end);
    let Some(end) = sign.max(word) else { return false };
    let behind = before.get(end..).unwrap_or_default().trim_start();
    phrases::all(behind, RATIO.of(said.lang())).any(|at| at.start > 0)
}
