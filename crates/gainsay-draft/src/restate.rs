//! A figure of a draft as a claim that cites another: what the draft says otherwise is
//! said otherwise, what it leaves unsaid stays as it was.

mod figure;
mod people;
mod polarity;
mod wording;

pub(crate) use polarity::denies;

use std::ops::Range;

use gainsay_claims::{
    EvidenceBase, Location,
    claim::{Claim, Statement},
    wire::{Agreement, Place, Role, Says},
};

use crate::{prose::Draft, said::Said};

/// The id of the claim that the draft makes at a place.
pub(crate) fn id(draft: &Draft, at: &Range<usize>) -> String {
    format!("{}#{}", draft.name, at.start)
}

/// The claim that a draft makes with a figure, as a citation of the claim it was
/// matched with.
pub(crate) fn citing(draft: &Draft, said: &Said<'_>, cited: &Claim, base: &EvidenceBase) -> Claim {
    let mut claim = cited.clone();
    // Of what somebody told before, the draft restates the source.
    let of_source = cited
        .said
        .cites
        .clone()
        .filter(|id| cited.said.role == Role::Cited && base.claims.contains_key(id));
    let at = said.passage.prose.place(said.figure.span.clone());
    claim.id = id(draft, &at);
    claim.source.clone_from(&draft.name);
    claim.at = Location { document: draft.name.clone(), span: at };
    claim.said.role = Role::Cited;
    let is_retold = of_source.is_some();
    claim.said.cites = of_source.or_else(|| Some(cited.id.clone()));
    if is_retold {
        return retold(claim, said, cited);
    }
    // What the draft does not say is neither confirmed nor denied.
    claim.said.period = None;
    claim.said.base.clear();
    claim.said.people = None;
    claim.said.incomplete = false;
    claim.statement = figure::statement(said, cited);
    polarity::apply(&mut claim, cited, said, base);
    people::apply(&mut claim, said, base);
    people::apply_year(&mut claim, said);
    wording::apply(&mut claim, said, base);
    claim
}

/// What somebody told before, told again: with all that moved then.
fn retold(mut claim: Claim, said: &Said<'_>, cited: &Claim) -> Claim {
    claim.statement = figure::statement(said, cited);
    claim
}

/// The claim that a draft makes with a word that allows no exception, on a proposition.
pub(crate) fn universal(
    draft: &Draft,
    said: &Said<'_>,
    model: &Claim,
    base: &EvidenceBase,
) -> Claim {
    let mut claim = model.clone();
    let at = said.passage.prose.place(said.figure.span.clone());
    claim.id = id(draft, &at);
    claim.source.clone_from(&draft.name);
    claim.at = Location { document: draft.name.clone(), span: at };
    claim.said.role = Role::Opinion;
    claim.said.study = None;
    claim.said.cites = None;
    claim.said.negated = false;
    claim.said.cut = None;
    claim.said.base.clear();
    claim.said.people = None;
    claim.base.steps.clear();
    claim.population = gainsay_claims::study::Population::default();
    claim.wording.clear();
    claim.statement = figure::statement(said, model);
    people::apply(&mut claim, said, base);
    claim
}

/// The claim that a draft makes with words of agreement between figures before them.
pub(crate) fn agreement(
    draft: &Draft,
    words: Range<usize>,
    between: Vec<String>,
    like: &Claim,
) -> Claim {
    let mut claim = like.clone();
    claim.id = id(draft, &words);
    claim.source.clone_from(&draft.name);
    claim.at = Location { document: draft.name.clone(), span: words.clone() };
    claim.said.role = Role::Opinion;
    claim.said.study = None;
    claim.said.cites = None;
    claim.said.says = Says::Agreement(Agreement { words: Place::span(words), between });
    claim.statement = Statement::Agreement;
    claim
}
