//! Studies of which a draft tells one direction only.

use gainsay_claims::{
    Check, CheckGroup, Diagnostic, Level, Proposition,
    claim::{Claim, Statement},
    diagnostic::Text,
    facts::Fact,
    proposition::Literal,
};

use super::Rule;
use crate::check::View;

pub(super) const RULE: Rule = Rule { check: &CHECK, find: Some(find) };

pub(crate) static CHECK: Check = Check {
    id: "opposite-finding-not-cited",
    group: CheckGroup::Citations,
    level: Level::Note,
    headline: Text {
        en: "the study behind “{}” also points the other way",
        fr: "l'étude derrière «\u{a0}{}\u{a0}» va aussi dans l'autre sens",
    },
    help: Text { en: "tell readers both findings", fr: "donner aux lecteurs les deux résultats" },
    explanation: include_str!("opposite-finding-not-cited.md"),
};

fn find(view: &View<'_>) -> Vec<Diagnostic> {
    // The judge asks whether a document cites this very finding. A draft that tells the share has
    // told what its rise says, too.
    let is_told = |one: &Diagnostic| {
        let mut named = one.labels.iter().filter_map(|label| match &label.fact {
            Fact::Claim { id } => view.base.claims.get(id),
            _ => None,
        });
        named.any(|claim| tells(view, claim.study(), &claim.proposition))
    };
    let judged = view.stated.opposite_findings().into_iter().filter(|one| !is_told(one));
    let mut found: Vec<Diagnostic> = judged.map(|one| view.reworded(one, &CHECK)).collect();
    let told = |found: &[Diagnostic], claim: &Claim| {
        let mut labels = found.iter().flat_map(|one| &one.labels);
        labels.any(|label| label.fact == Fact::Claim { id: claim.id.clone() })
    };
    for figure in view.figures {
        let Some(source) = view.source(figure) else { continue };
        let Some(opposite) = left_out(source, view) else { continue };
        if !told(&found, opposite) {
            found.push(view.with_claim(view.about(figure, &CHECK), &opposite.id));
        }
    }
    found
}

/// What the study of a share publishes in the opposite direction, if the draft tells none of
/// it. The judge asks where most people stand; a draft tells of whom it gives the share.
fn left_out<'a>(source: &Claim, view: &View<'a>) -> Option<&'a Claim> {
    let states = |claim: &Claim, literal: &Literal| {
        matches!(claim.statement, Statement::Share(_))
            && *claim.proposition == literal.proposition
            && claim.said.negated == literal.negated
    };
    let is_told = |literal: &Literal| tells(view, source.study(), &literal.proposition);
    let pairs = view.base.vocabulary.opposites.iter();
    let ways = pairs.flat_map(|[one, other]| [(one, other), (other, one)]);
    let opposites = ways.filter(|(own, other)| states(source, own) && !is_told(other));
    let opposites: Vec<&Literal> = opposites.map(|(_, other)| other).collect();
    if opposites.is_empty() {
        return None;
    }
    view.base.claims.values().find(|claim| {
        claim.is_published()
            && claim.study() == source.study()
            && opposites.iter().any(|literal| states(claim, literal))
    })
}

/// Whether the draft tells something of a proposition that a study found.
fn tells(view: &View<'_>, study: Option<&str>, proposition: &Proposition) -> bool {
    let mut told = view.figures.iter().filter_map(|figure| view.source(figure));
    told.any(|one| one.study() == study && *one.proposition == *proposition)
}
