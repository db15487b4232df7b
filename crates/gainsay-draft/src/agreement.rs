//! Words that say of figures that they agree.

use std::{collections::BTreeMap, ops::Range};

use gainsay_claims::{Lang, claim::Claim};

use crate::{
    check::{CheckedFigure, Outcome},
    phrases,
    prose::Draft,
    restate,
    said::Read,
};

const FRENCH: &[&str] = &[
    "confirme",
    "confirment",
    "confirmé",
    "corrobore",
    "corroborent",
    "résultat similaire",
    "résultats similaires",
    "assez similaire",
    "assez similaires",
    "même ordre",
    "va dans le même sens",
    "vont dans le même sens",
    "converge",
    "convergent",
    "concorde",
    "concordent",
    "rejoint",
    "rejoignent",
    "la même chose",
    "même histoire",
    "même résultat",
    "même chiffre",
    "presque identique",
    "presque identiques",
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
    "corroborates",
    "similar result",
    "similar results",
    "similar figure",
    "similar figures",
    "similar share",
    "similar shares",
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
    claims: &BTreeMap<String, Claim>,
) -> Vec<Claim> {
    let cited = |figure: &CheckedFigure| -> Option<&Claim> {
        let Outcome::Found(_) = figure.outcome else { return None };
        claims.get(figure.claim.as_ref()?)
    };
    let partner =
        |index: usize, claim: &Claim| {
            let near = |other: &&CheckedFigure| figures[index].passage - other.passage <= 1;
            figures[..index].iter().rev().take_while(near).filter_map(cited).find(|one| {
                one.proposition == claim.proposition && one.said.study != claim.said.study
            })
        };
    let mut found = Vec::new();
    let mut start = 0;
    for here in figures.chunk_by(|one, next| one.is_beside(next)) {
        let places = start..start + here.len();
        start = places.end;
        let [first, ..] = here else { continue };
        let passage = read[first.passage].passage;
        let sentence = &first.figure.sentence;
        let text = passage.prose.text().get(sentence.clone()).unwrap_or_default();
        let Some(said) = agreement(text, passage.lang) else { continue };
        let words = passage.prose.place(sentence.start + said.start..sentence.start + said.end);
        let pair = places.zip(here).find_map(|(index, figure)| {
            let claim = cited(figure)?;
            Some((partner(index, claim)?, claim))
        });
        found.extend(pair.map(|(before, claim)| {
            let between = vec![before.id.clone(), claim.id.clone()];
            restate::agreement(draft, words, between, claim)
        }));
    }
    found
}

/// Where words of agreement stand in a sentence. One that denies says the contrary.
fn agreement(sentence: &str, lang: Lang) -> Option<Range<usize>> {
    const DENIALS: &[&str] = &[
        "ne", "n", "pas", "ni", "aucun", "aucune", "not", "no", "neither", "nor", "hardly",
        "never", "t", "yet", "loin",
    ];
    let list = if lang == Lang::Fr { FRENCH } else { ENGLISH };
    phrases::find(sentence, list).filter(|_| !phrases::has(sentence, DENIALS))
}
