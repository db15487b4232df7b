//! Whether a draft speaks of those who do or of those who do not, and at which step.

use gainsay_claims::{EvidenceBase, Lang, claim::Claim, claim::Statement};

use crate::{
    lexicon::{Hit, Term},
    said::Said,
    score::{FigureFit, Likeness},
};

/// Lets the claim say whether those who do or those who do not are counted, and at
/// which step of the scale.
pub(super) fn apply(
    claim: &mut Claim,
    said: &Said<'_>,
    likeness: &Likeness<'_>,
    base: &EvidenceBase,
) {
    if !matches!(claim.statement, Statement::Share(_)) {
        return;
    }
    if likeness.figure == FigureFit::Complement {
        claim.said.negated = !claim.said.negated;
        return;
    }
    let step = step(claim, said, base);
    if let Some(step) = &step {
        claim.said.cut = Some(step.clone());
    }
    let affirmed = said.terms.iter().any(|near| {
        near.nearness >= 1.0 && near.hit.term == Term::Concept(claim.proposition.concept.clone())
    });
    let denied = denies(said.sentence_text(), said.lang());
    if claim.said.negated && step.is_none() && affirmed && !denied {
        claim.said.negated = false;
        claim.said.cut = None;
    }
}

/// The step of the concept's scale that the sentence names, by the most words.
fn step(claim: &Claim, said: &Said<'_>, base: &EvidenceBase) -> Option<String> {
    let name = base.vocabulary.concepts.get(&claim.proposition.concept)?.scale.as_ref()?;
    let scale = base.vocabulary.scales.get(name)?;
    let figure = &said.figure.span;
    let apart = |hit: &Hit| hit.span.end <= figure.start || hit.span.start >= figure.end;
    let named = said.terms.iter().filter(|near| near.nearness >= 1.0 && apart(&near.hit));
    let steps = named.filter_map(|near| match &near.hit.term {
        Term::Step(of, step) if of == name => scale.steps.get_index_of(step),
        _ => None,
    });
    // Those who do not are counted up to the highest step that is named, those who do
    // from the lowest.
    let cut = match claim.said.negated {
        true => steps.max()?,
        false => steps.min()?.checked_sub(1)?,
    };
    scale.steps.get_index(cut).map(|(step, _)| step.clone())
}

/// Whether words deny something.
pub(super) fn denies(text: &str, lang: Lang) -> bool {
    const FRENCH: &[&str] = &[
        "ne",
        "n",
        "pas",
        "jamais",
        "aucun",
        "aucune",
        "sans",
        "rien",
        "refusent",
        "refuse",
        "ni",
        "guère",
        "peu",
        "non",
        "nul",
        "nulle",
        "échappe",
        "échappent",
        "insensible",
        "insensibles",
        "indifférent",
        "indifférents",
        "indifférence",
        "résistent",
        "imperméables",
        "moins",
    ];
    const ENGLISH: &[&str] = &[
        "not",
        "never",
        "no",
        "none",
        "hardly",
        "t",
        "without",
        "refuse",
        "rarely",
        "nothing",
        "nor",
        "neither",
        "cannot",
        "scarcely",
        "seldom",
        "fail",
        "immune",
        "unmoved",
        "untouched",
        "unaffected",
        "indifferent",
        "resist",
        "shrug",
        "nobody",
        "less",
    ];
    let lower = text.to_lowercase();
    let list = if lang == Lang::Fr { FRENCH } else { ENGLISH };
    lower.split(|letter: char| !letter.is_alphanumeric()).any(|word| list.contains(&word))
}
