//! Whether a draft speaks of those who do or of those who do not, and at which step.

use gainsay_claims::{EvidenceBase, Lang, claim::Claim, claim::Statement};

use crate::{
    lexicon::{Hit, Term},
    lists, phrases,
    said::{Near, Said},
    score::{FigureFit, fit, may_be_rest},
};

/// Lets the claim say whether those who do or those who do not are counted, and at
/// which step of the scale.
pub(super) fn apply(claim: &mut Claim, cited: &Claim, said: &Said<'_>, base: &EvidenceBase) {
    if !matches!(claim.statement, Statement::Share(_)) {
        return;
    }
    if gives_rest(cited, said) {
        claim.said.negated = !claim.said.negated;
        return;
    }
    if denies_by_step(claim, said, base) {
        claim.said.negated = true;
        claim.said.cut = None;
        return;
    }
    let step = step(claim, said, base);
    if let Some(step) = &step {
        claim.said.cut = Some(step.clone());
    }
    let says_it = |near: &&Near<'_>| {
        near.nearness >= 1.0
            && match &*near.hit.term {
                Term::Concept(concept) => *concept == claim.proposition.concept,
                Term::Value(facet, value) => claim.wording.get(facet) == Some(value),
                _ => false,
            }
    };
    let affirmed = said.terms.iter().find(says_it);
    // What is said right behind the figure is not denied elsewhere in the sentence.
    let is_behind = affirmed.is_some_and(|near| near.hit.span.start >= said.figure.span.end);
    let words = if is_behind { said.clause_text() } else { said.sentence_text() };
    if !claim.said.negated && step.is_none() && is_denied(claim, said, base) {
        claim.said.negated = true;
        return;
    }
    let denies = || denies(words, said.lang());
    if claim.said.negated && step.is_none() && affirmed.is_some() && !denies() {
        claim.said.negated = false;
        claim.said.cut = None;
    }
}

/// Whether a draft gives the figure of the rest: those who do, where the claim counts those who
/// do not. Of one that may be either, the words tell.
pub(super) fn gives_rest(cited: &Claim, said: &Said<'_>) -> bool {
    let quantity = &said.figure.reading.quantity;
    fit(quantity, cited) == FigureFit::Complement
        || may_be_rest(quantity, cited)
            && cited.said.negated != denies(said.sentence_text(), said.lang())
}

/// Whether words between a figure and what it is of deny that: "23 % have *no* formal programme".
fn is_denied(claim: &Claim, said: &Said<'_>, base: &EvidenceBase) -> bool {
    if is_denial(claim, base) {
        return false;
    }
    let text = said.passage.prose.text();
    let concept = &claim.proposition.concept;
    let named = said.terms.iter().filter(|near| {
        near.nearness >= 1.0
            && near.hit.span.start >= said.figure.span.end
            && matches!(&*near.hit.term, Term::Concept(one) if one == concept)
    });
    let first = named.min_by_key(|near| near.hit.span.start);
    first.is_some_and(|near| {
        let between = text.get(said.figure.span.end..near.hit.span.start).unwrap_or_default();
        !between.contains([',', ';', ':', '(']) && denies(between, said.lang())
    })
}

/// Whether a claim itself is told as a denial: "brands should *not* be on social media".
fn is_denial(claim: &Claim, base: &EvidenceBase) -> bool {
    let concept = base.vocabulary.concepts.get(&claim.proposition.concept);
    let value = |(facet, value): (&String, &String)| {
        base.vocabulary.facets.get(facet).and_then(|facet| facet.values.get(value))
    };
    let labels = concept.map(|concept| &concept.label).into_iter();
    let mut labels = labels.chain(claim.wording.iter().filter_map(value));
    labels.any(|label| [Lang::En, Lang::Fr].iter().any(|lang| denies(lang.pick(label), *lang)))
}

/// "53 % see no influence", where the claim counts those who see some.
fn denies_by_step(claim: &Claim, said: &Said<'_>, base: &EvidenceBase) -> bool {
    let Some(concept) = base.vocabulary.concepts.get(&claim.proposition.concept) else {
        return false;
    };
    let lowest = concept
        .scale
        .as_ref()
        .and_then(|scale| base.vocabulary.scales.get(scale)?.steps.keys().next());
    let (Some(lowest), Some(scale)) = (lowest, &concept.scale) else { return false };
    let named = || said.terms.iter().filter(|near| near.nearness >= 1.0);
    let of_scale = |near: &&Near| matches!(&*near.hit.term, Term::Step(of, _) if of == scale);
    let says_none = |near: &Near| matches!(&*near.hit.term, Term::Step(_, step) if step == lowest);
    !claim.said.negated
        && claim.said.cut.as_ref().is_none_or(|cut| Some(cut) == concept.cut.as_ref())
        && named().any(|near| of_scale(&near))
        && named().filter(of_scale).all(says_none)
        && named().filter(of_scale).all(|near| near.hit.span.start >= said.figure.span.end)
}

/// The step of the concept's scale that the sentence names, by the most words.
fn step(claim: &Claim, said: &Said<'_>, base: &EvidenceBase) -> Option<String> {
    let name = base.vocabulary.concepts.get(&claim.proposition.concept)?.scale.as_ref()?;
    let scale = base.vocabulary.scales.get(name)?;
    let figure = &said.figure.span;
    let apart = |hit: &Hit| hit.span.end <= figure.start || hit.span.start >= figure.end;
    let named = said.terms.iter().filter(|near| near.nearness >= 1.0 && apart(near.hit));
    let steps = named.filter_map(|near| match &*near.hit.term {
        Term::Step(of, step) if of == name => scale.steps.get_index_of(step),
        _ => None,
    });
    let steps: Vec<usize> = steps.collect();
    let own = claim.said.cut.as_ref().and_then(|cut| scale.steps.get_index_of(cut));
    let lowest = own.map(|cut| if claim.said.negated { cut } else { cut + 1 });
    if lowest.is_some_and(|own| steps.contains(&own)) {
        return claim.said.cut.clone();
    }
    let steps = steps.into_iter();
    // Those who do not are counted up to the highest step that is named, those who do
    // from the lowest.
    let cut = match claim.said.negated {
        true => steps.max()?,
        false => steps.min()?.checked_sub(1)?,
    };
    scale.steps.get_index(cut).map(|(step, _)| step.clone())
}

/// Whether words deny something. "Not only", "au moins" deny nothing.
pub(crate) fn denies(text: &str, lang: Lang) -> bool {
    let mut idioms = phrases::all(text, lists::NO_DENIALS.of(lang)).peekable();
    if idioms.peek().is_none() {
        return phrases::has(text, lists::POLARITY.of(lang));
    }
    let mut rest = String::with_capacity(text.len());
    let mut end = 0;
    for idiom in idioms {
        if idiom.start < end {
            continue;
        }
        rest.push_str(&text[end..idiom.start]);
        rest.push('-');
        end = idiom.end;
    }
    rest.push_str(&text[end..]);
    phrases::has(&rest, lists::POLARITY.of(lang))
}
