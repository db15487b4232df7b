//! Words that say of figures that they agree.

use gainsay_claims::{Lang, claim::Claim};

use crate::{
    check::{CheckedFigure, Outcome},
    prose::Draft,
    restate,
    said::Read,
};

const FRENCH: &[&str] = &[
    "confirme",
    "confirmé",
    "corrobore",
    "résultat similaire",
    "résultats similaires",
    "assez similaire",
    "même ordre",
    "va dans le même sens",
    "vont dans le même sens",
    "converge",
    "concorde",
    "rejoint",
    "la même chose",
    "même histoire",
    "même résultat",
    "même chiffre",
    "presque identique",
    "quasi identique",
    "chiffre comparable",
    "chiffres comparables",
    "résultat comparable",
    "valide ce",
    "abonde dans",
];
const ENGLISH: &[&str] = &[
    "confirms",
    "confirmed",
    "confirm",
    "corroborate",
    "similar result",
    "similar figure",
    "similar share",
    "in line with",
    "backs this up",
    "echoes",
    "agrees with",
    "agree with",
    "consistent with",
    "the same picture",
    "matches what",
    "bears this out",
    "much the same",
    "bear this out",
    "almost the same",
    "the same thing",
    "same story",
    "same result",
    "same figure",
    "nearly identical",
    "almost identical",
    "comparable figure",
    "agree",
    "reached a similar",
];

/// The claims of agreement in a draft: words of agreement in the sentence of a figure that
/// stands after another one on the same proposition.
pub(crate) fn find(
    draft: &Draft,
    read: &[Read<'_>],
    figures: &[CheckedFigure],
    claims: &[Claim],
) -> Vec<Claim> {
    let cited = |figure: &CheckedFigure| -> Option<&Claim> {
        let Outcome::Found(_) = figure.outcome else { return None };
        claims.iter().find(|claim| Some(&claim.id) == figure.claim.as_ref())
    };
    let mut found: Vec<Claim> = Vec::new();
    for (index, figure) in figures.iter().enumerate() {
        let passage = read[figure.passage].passage;
        let sentence = figure.figure.sentence.clone();
        let text = passage.prose.text().get(sentence.clone()).unwrap_or_default();
        let Some((at, length)) = agreement(text, passage.lang) else { continue };
        let Some(claim) = cited(figure) else { continue };
        let near = |other: &&CheckedFigure| figure.passage - other.passage <= 1;
        let before = figures[..index].iter().rev().take_while(near).find_map(|other| {
            cited(other).filter(|one| {
                one.proposition == claim.proposition && one.said.study != claim.said.study
            })
        });
        let Some(before) = before else { continue };
        let start = sentence.start + at;
        let words = passage.prose.place(start..start + length);
        let between = vec![before.id.clone(), claim.id.clone()];
        let stated = restate::agreement(draft, words, between, claim);
        if found.iter().all(|one| one.id != stated.id) {
            found.push(stated);
        }
    }
    found
}

/// Where words of agreement stand in a sentence, and how long they are.
fn agreement(sentence: &str, lang: Lang) -> Option<(usize, usize)> {
    let lower = sentence.to_lowercase();
    if lower.len() != sentence.len() {
        return None;
    }
    let list = if lang == Lang::Fr { FRENCH } else { ENGLISH };
    list.iter().filter_map(|words| Some((lower.find(words)?, words.len()))).min()
}
