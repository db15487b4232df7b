//! A figure of a draft as a claim that cites another: what the draft says otherwise is
//! said otherwise, what it leaves unsaid stays as it was.

mod ages;
mod figure;
mod people;
mod polarity;
mod wording;

pub(crate) use people::narrowness;
pub(crate) use polarity::denies;

use std::ops::Range;

use gainsay_claims::{
    EvidenceBase, Location,
    claim::{Claim, Statement},
    wire::{Agreement, Place, Role, Says},
};

use crate::{prose::Draft, said::Said};

/// The id of the claim that the draft makes at a place.
fn id(draft: &Draft, at: &Range<usize>) -> String {
    format!("{}#{}", draft.name, at.start)
}

/// The claim that a draft makes with a figure, as a citation of the claim it was
/// matched with.
pub(crate) fn citing(draft: &Draft, said: &Said<'_>, cited: &Claim, base: &EvidenceBase) -> Claim {
    let at = said.passage.prose.place(said.figure.span.clone());
    let mut claim = stated(draft, at, cited);
    claim.said.role = Role::Cited;
    claim.statement = figure::statement(said, cited);
    // Of what somebody told before, the draft restates the source, with all that moved then.
    if restates(cited, base) {
        return claim;
    }
    claim.said.cites = Some(cited.id.clone());
    say(&mut claim, cited, said, base);
    claim
}

/// Lets a claim say what the draft says. What the draft does not say is neither confirmed nor
/// denied.
fn say(claim: &mut Claim, cited: &Claim, said: &Said<'_>, base: &EvidenceBase) {
    claim.said.period = None;
    claim.said.base.clear();
    claim.said.people = None;
    claim.said.incomplete = false;
    polarity::apply(claim, cited, said, base);
    people::apply(claim, said, base);
    ages::apply(claim, said);
    people::apply_year(claim, said);
    wording::apply(claim, said, base);
}

/// In how many respects the draft says something else than a claim with its figure.
pub(crate) fn changes(said: &Said<'_>, cited: &Claim, base: &EvidenceBase) -> usize {
    let mut claim = cited.clone();
    say(&mut claim, cited, said, base);
    let changes = [
        claim.said.negated != cited.said.negated && !polarity::gives_rest(cited, said),
        claim.said.cut != cited.said.cut,
        claim.population != cited.population || claim.base != cited.base,
        claim.wording != cited.wording,
        claim.proposition != cited.proposition,
    ];
    changes.into_iter().filter(|changed| *changed).count()
}

/// Whether a claim itself restates another one of the base.
pub(crate) fn restates(claim: &Claim, base: &EvidenceBase) -> bool {
    claim.said.role == Role::Cited
        && claim.said.cites.as_ref().is_some_and(|cited| base.claims.contains_key(cited))
}

/// A claim like another one, stated by the draft at a place of its file.
fn stated(draft: &Draft, at: Range<usize>, like: &Claim) -> Claim {
    let mut claim = like.clone();
    claim.id = id(draft, &at);
    claim.source.clone_from(&draft.name);
    claim.at = Location { document: draft.name.clone(), span: at };
    claim
}

/// The same as the author's own words, of no study.
fn own(draft: &Draft, at: Range<usize>, like: &Claim) -> Claim {
    let mut claim = stated(draft, at, like);
    claim.said.role = Role::Opinion;
    claim.said.study = None;
    claim.said.cites = None;
    claim
}

/// The claim that a draft makes with a word that allows no exception, on a proposition.
pub(crate) fn universal(
    draft: &Draft,
    said: &Said<'_>,
    model: &Claim,
    base: &EvidenceBase,
) -> Claim {
    let at = said.passage.prose.place(said.figure.span.clone());
    let mut claim = own(draft, at, model);
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
    let mut claim = own(draft, words.clone(), like);
    claim.said.says = Says::Agreement(Agreement { words: Place::span(words), between });
    claim.statement = Statement::Agreement;
    claim
}
