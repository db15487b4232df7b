//! What kind of figure the words around it make of it.

use gainsay_claims::{
    Lang,
    claim::{Claim, Share, Statement},
    value::{Quantity, Reading, Unit, read},
};

use crate::{phrases, said::Said};

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
    if !is_change || !is_share || !is_elided(said, RATIO) {
        return None;
    }
    // "Fans *are* 51 % more likely" has a verb of its own.
    let words = before(said);
    if BEING.contains(&phrases::word_before(words, words.len()).as_str()) {
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
    const FRENCH: &[&str] = &[
        "progresser",
        "progressé",
        "progresse",
        "augmenter",
        "augmenté",
        "augmente",
        "croître",
        "grimper",
        "grimpé",
        "hausse",
        "bondir",
        "bondi",
        "croissance",
        "gagner",
        "reculer",
        "reculé",
        "baisser",
        "baissé",
        "baisse",
    ];
    const ENGLISH: &[&str] = &[
        "grow",
        "grew",
        "grown",
        "rise",
        "rose",
        "risen",
        "increase",
        "increased",
        "climb",
        "jump",
        "jumped",
        "fall",
        "fell",
        "drop",
        "dropped",
        "growth",
        "up",
    ];
    let before = before(said).to_lowercase();
    let mut words = before.split_whitespace().rev();
    let last = words.next().unwrap_or_default();
    let (list, by) = match said.lang() {
        Lang::Fr => (FRENCH, last == "de" || last == "d'environ"),
        Lang::En => (ENGLISH, last == "by" || last == "of"),
    };
    by && words.take(3).any(|word| list.contains(&word))
}

/// Whether the sentence compares: "lifetime value 54 % above average".
fn compares(said: &Said<'_>) -> bool {
    const WORDS: &[&str] = &[
        "more",
        "higher",
        "above",
        "than",
        "up",
        "rise",
        "rose",
        "grew",
        "increase",
        "plus",
        "supérieur",
        "supérieure",
        "hausse",
        "augment",
        "au-dessus",
        "progress",
        "moins",
        "less",
        "lower",
        "below",
        "inférieur",
        "inférieure",
        "baisse",
        "fall",
        "fell",
        "drop",
    ];
    let sentence = said.sentence_text().to_lowercase();
    sentence
        .split(|letter: char| !letter.is_alphabetic() && letter != '-')
        .any(|word| WORDS.contains(&word))
}

/// Verbs by which people are found to be likelier.
const BEING: &[&str] = &["are", "were", "is", "be", "sont", "étaient", "seraient", "serait", "est"];

/// Words behind a figure that compare.
const RATIO: &[&str] = &[
    "more likely",
    "likelier",
    "plus susceptible",
    "plus enclin",
    "plus de chance",
    "de chances de plus",
    "de chance de plus",
    "chances de plus",
    "de chances en plus",
    "de chance en plus",
];

/// Whether the words after the figure compare: "51 % more likely".
fn is_ratio(said: &Said<'_>) -> bool {
    let after = said.passage.prose.text().get(said.figure.span.end..).unwrap_or_default();
    let after = after.trim_start().to_lowercase();
    RATIO.iter().any(|words| after.starts_with(words)) && !is_elided(said, RATIO)
}

/// "67 % say that they are likelier to buy, 79 % likelier to recommend": the share before it in
/// the sentence has a verb, which goes on.
fn is_elided(said: &Said<'_>, ratio: &[&str]) -> bool {
    let sentence = said.figure.sentence.start..said.figure.span.start;
    let before = said.passage.prose.text().get(sentence).unwrap_or_default();
    let Some((_, behind)) = before.rsplit_once('%') else { return false };
    let behind = behind.trim_start().to_lowercase();
    let is_ratio = |words: &&str| behind.contains(*words);
    !behind.is_empty() && ratio.iter().any(|words| is_ratio(words) && !behind.starts_with(words))
}

fn before<'a>(said: &Said<'a>) -> &'a str {
    said.passage
        .prose
        .text()
        .get(said.clause.start.min(said.figure.span.start)..said.figure.span.start)
        .unwrap_or_default()
}
