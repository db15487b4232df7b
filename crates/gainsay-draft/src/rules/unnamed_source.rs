//! Appeals to studies that are not named.

use std::ops::Range;

use gainsay_claims::{Check, Level, diagnostic::Text};
use gainsay_claims::{
    Diagnostic, Lang,
    diagnostic::Subject,
    facts::{DraftFact, Fact},
};

use super::Rule;
use crate::check::View;
use crate::lexicon::Term;
use crate::said::Read;

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

pub(crate) static CHECK: Check = Check {
    id: "unnamed-source",
    level: Level::Warning,
    headline: Text {
        en: "“{}” names no study", fr: "«\u{a0}{}\u{a0}» ne nomme aucune étude"
    },
    help: Text {
        en: "name the study and its publisher", fr: "nommer l'étude et qui l'a publiée"
    },
    explanation: include_str!("unnamed-source.md"),
};

fn find(view: &View<'_>) -> Vec<Diagnostic> {
    view.read.iter().flat_map(|read| in_passage(read, view)).collect()
}

fn in_passage(read: &Read<'_>, view: &View<'_>) -> Vec<Diagnostic> {
    let text = read.passage.prose.text();
    appeals(text, read.passage.lang)
        .into_iter()
        .filter(|span| !is_named(span, read, text))
        .map(|span| {
            let words = text.get(span.clone()).unwrap_or_default().to_owned();
            Diagnostic::new(&CHECK, Subject::Name(words))
                .label(view.place(read.passage, span), Fact::Draft(DraftFact::NamesNoStudy))
        })
        .collect()
}

/// Appeals to studies in a text.
fn appeals(text: &str, lang: Lang) -> Vec<Range<usize>> {
    const FRENCH: &[&str] = &[
        "des études",
        "les études",
        "plusieurs études",
        "de nombreuses études",
        "certaines études",
        "une étude récente",
        "selon une étude",
        "d'après une étude",
        "d’après une étude",
        "une récente étude",
        "des recherches",
        "les recherches",
        "des sondages",
        "des enquêtes",
        "une enquête récente",
        "selon une enquête",
        "toutes les études",
        "diverses études",
        "un sondage récent",
        "selon un sondage",
        "les chiffres montrent",
        "les experts",
        "les statistiques montrent",
        "une étude montre",
        "une étude a montré",
    ];
    const ENGLISH: &[&str] = &[
        "studies show",
        "studies have",
        "studies say",
        "studies suggest",
        "studies tell",
        "research shows",
        "research says",
        "research suggests",
        "research has",
        "surveys show",
        "surveys say",
        "surveys suggest",
        "a recent study",
        "a recent survey",
        "a study shows",
        "a study found",
        "a new study",
        "according to a study",
        "according to a survey",
        "according to research",
        "many studies",
        "several studies",
        "some studies",
        "polls show",
        "experts say",
        "data shows",
        "numerous studies",
        "according to studies",
        "according to a recent",
        "one study",
        "one survey",
        "countless studies",
        "every study",
    ];
    let lower = text.to_lowercase();
    if lower.len() != text.len() {
        return Vec::new();
    }
    let list = if lang == Lang::Fr { FRENCH } else { ENGLISH };
    let mut found: Vec<Range<usize>> = list
        .iter()
        .flat_map(|words| lower.match_indices(words).map(|(at, found)| at..at + found.len()))
        .filter(|span| starts_word(text, span.start))
        .collect();
    found.sort_by_key(|span| (span.start, std::cmp::Reverse(span.end)));
    found.dedup_by(|later, earlier| later.start < earlier.end);
    found
}

fn starts_word(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_none_or(|letter| !letter.is_alphanumeric())
}

/// Whether a study is named in the same sentence or the next.
fn is_named(span: &Range<usize>, read: &Read<'_>, text: &str) -> bool {
    let start = text[..span.start].rfind(['.', '!', '?']).map_or(0, |at| at + 1);
    let ends: Vec<usize> =
        text[span.end..].match_indices(['.', '!', '?']).map(|(at, _)| at).collect();
    let end = ends.get(1).map_or(text.len(), |at| span.end + at);
    let near = |place: &Range<usize>| start <= place.start && place.end <= end;
    let named = read.hits.iter().any(|hit| matches!(hit.term, Term::Study(_)) && near(&hit.span));
    let strange = read.strangers.iter().any(|(place, _)| near(place));
    named || strange || read.passage.keys.iter().any(|key| start <= key.at && key.at <= end)
}
