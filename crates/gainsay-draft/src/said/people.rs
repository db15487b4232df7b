//! Where a sentence says of whom a figure is.

use gainsay_claims::Lang;

use super::Read;
use crate::{
    figures::Figure,
    lexicon::{Hit, Term},
    lists::VERBS,
};

/// How many words may stand between a figure and its people: "68 % of all young
/// American *consumers*".
const AFTER: usize = 4;
/// How many between "among" and them.
const AMONG: usize = 3;

/// Whether a phrase stands where people are named: right after the figure, or after a
/// word such as "among".
pub(super) fn is_base(read: &Read<'_>, hit: &Hit, figure: &Figure) -> bool {
    let text = read.passage.prose.text();
    let is_place = matches!(*hit.term, Term::Region(_));
    if is_counted(text, hit, figure, read.passage.lang) {
        return false;
    }
    if hit.span.start >= figure.span.end {
        let between = &text[figure.span.end..hit.span.start];
        // "One in eight *pupils*".
        let is_close = count(between) == 0 && !between.contains(['.', ',', ';', ':', '(', ')']);
        return is_close
            || leads_to_people(between, read.passage.lang) && count(between) <= AFTER
            || follows_among(&text[..hit.span.start], is_place);
    }
    let before = &text[..hit.span.start];
    if hit.span.end <= figure.span.start && (opens_clause(before) || follows_asking(before)) {
        return true;
    }
    // "Two consumers out of three": within the figure itself.
    hit.span.end <= figure.span.end && hit.span.start >= figure.span.start
        || follows_among(&text[..hit.span.start], is_place)
}

/// Whether people are what a figure counts, and not those of whom it is a share: "39 % de
/// *fans*.", "regular *buyers* are only 12 %". With either the clause is at its end.
fn is_counted(text: &str, hit: &Hit, figure: &Figure, lang: Lang) -> bool {
    let ends = |place: usize| {
        let behind = text.get(place..figure.sentence.end).unwrap_or_default().trim_start();
        behind.is_empty() || behind.starts_with(['.', ',', ';', ':', '!', '?'])
    };
    let between = |start: usize, end: usize| text.get(start..end).unwrap_or_default().trim();
    if hit.span.start >= figure.span.end {
        let joint = between(figure.span.end, hit.span.start);
        return lang == Lang::Fr && ["de", "d'", "d’"].contains(&joint) && ends(hit.span.end);
    }
    let is_verb = |words: &str| {
        let last = words.split_whitespace().rev().take(2);
        last.into_iter().any(|word| BEING.contains(&word))
    };
    is_verb(between(hit.span.end, figure.span.start)) && ends(figure.span.end)
}

/// Verbs between people and how many they are.
const BEING: &[&str] = &["are", "were", "make", "sont", "étaient", "représentent"];

/// Whether the words between figure and people join them: "of", "des".
fn leads_to_people(between: &str, lang: Lang) -> bool {
    const JOINING: &[&str] = &[
        "of", "de", "des", "du", "d", "les", "the", "among", "parmi", "chez", "in", "aux", "en",
        "au",
    ];
    const ONLY: &[&str] = &["seulement", "only", "environ", "roughly"];
    let lower = between.to_lowercase();
    if lower.contains(['.', ',', ';', ':', '(', ')']) {
        return false;
    }
    // "8 % *seulement* des lycéens". "Of marketers *are* fans": what they are found to be, not
    // who they are.
    let first = words(&lower).find(|word| !ONLY.contains(word));
    first.is_some_and(|first| JOINING.contains(&first))
        && !words(&lower).any(|word| VERBS.of(lang).contains(&word))
}

/// Whether at most two words of the clause stand before: the people are what the clause
/// begins with.
fn opens_clause(before: &str) -> bool {
    let clause = before.rsplit(['.', ',', ';', ':', '(', '!', '?']).next().unwrap_or_default();
    count(clause) <= 2
}

/// Whether people are those who were asked: "has polled *pupils*".
fn follows_asking(before: &str) -> bool {
    const ASKING: &[&str] = &[
        "asked",
        "polled",
        "surveyed",
        "interviewed",
        "questioned",
        "sondé",
        "interrogé",
        "questionné",
        "interrogeait",
        "sondait",
    ];
    let clause = before.rsplit(['.', ',', ';', ':', '(']).next().unwrap_or_default();
    let last: Vec<&str> = words(clause).collect();
    last[last.len().saturating_sub(AMONG)..].iter().any(|word| ASKING.contains(word))
}

/// Whether "among", "parmi" and the like stand shortly before.
fn follows_among(before: &str, is_place: bool) -> bool {
    const LEADS: &[&str] =
        &["among", "amongst", "parmi", "chez", "auprès", "for", "pour", "population"];
    const PLACES: &[&str] = &["in", "au", "aux", "en", "across", "dans"];
    const ASKED: &[[&str; 2]] =
        &[["survey", "of"], ["poll", "of"], ["study", "of"], ["porte", "sur"], ["portait", "sur"]];
    let clause = before.rsplit(['.', ',', ';', ':', '(']).next().unwrap_or_default();
    let clause = clause.to_lowercase();
    let last: Vec<&str> = words(&clause).collect();
    let near = &last[last.len().saturating_sub(AMONG + 1)..];
    let is_lead = |word: &&str| LEADS.contains(word) || (is_place && PLACES.contains(word));
    near.iter().any(is_lead) || near.windows(2).any(|pair| ASKED.contains(&[pair[0], pair[1]]))
}

fn count(text: &str) -> usize {
    words(text).count()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}
