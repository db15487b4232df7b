//! Whether a draft speaks of those who do or of those who do not, and at which step.

use gainsay_claims::{EvidenceBase, Lang, claim::Claim, claim::Statement};

use crate::{
    lexicon::Term,
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
    if claim.said.negated && step.is_none() && !denies(said.sentence_text(), said.lang()) {
        claim.said.negated = false;
        claim.said.cut = None;
    }
}

/// The step of the concept's scale that the sentence names, by the most words.
fn step(claim: &Claim, said: &Said<'_>, base: &EvidenceBase) -> Option<String> {
    let scale = base.vocabulary.concepts.get(&claim.proposition.concept)?.scale.as_ref()?;
    let named = said.terms.iter().filter(|near| near.nearness >= 1.0);
    let steps = named.filter_map(|near| match &near.hit.term {
        Term::Step(of, step) if of == scale => Some((near.hit.span.len(), step)),
        _ => None,
    });
    let steps: Vec<_> = steps.collect();
    // The claim's own step is named: nothing moved.
    if let Some(own) = claim.said.cut.as_ref().filter(|own| steps.iter().any(|(_, one)| one == own))
    {
        return Some(own.clone());
    }
    steps.into_iter().max_by_key(|(length, _)| *length).map(|(_, step)| step.clone())
}

/// Whether words deny something.
pub(super) fn denies(text: &str, lang: Lang) -> bool {
    const FRENCH: &[&str] = &[
        "ne", "n", "pas", "jamais", "aucun", "aucune", "sans", "rien", "refusent", "refuse", "ni",
        "guère", "peu", "non", "nul", "nulle",
    ];
    const ENGLISH: &[&str] = &[
        "not", "never", "no", "none", "hardly", "t", "without", "refuse", "rarely", "nothing",
        "nor", "neither", "cannot", "scarcely", "seldom", "fail",
    ];
    let lower = text.to_lowercase();
    let list = if lang == Lang::Fr { FRENCH } else { ENGLISH };
    lower.split(|letter: char| !letter.is_alphanumeric()).any(|word| list.contains(&word))
}
