//! Figures that the base knows only from a citation, told as if the study had been read.

use gainsay_claims::{Check, CheckGroup, Level, diagnostic::Text};
use gainsay_claims::{
    Diagnostic,
    claim::Claim,
    facts::{DraftFact, Fact},
    site::site_name,
    wire::Mark,
};

use super::Rule;
use crate::check::{CheckedFigure, View};
use crate::lists::SECOND_HAND;
use crate::phrases;

pub(super) const RULE: Rule = Rule { check: &CHECK, find: Some(find) };

pub(crate) static CHECK: Check = Check {
    id: "cited-only",
    group: CheckGroup::Citations,
    level: Level::Warning,
    headline: Text {
        en: "“{}” is told as if the study had been read",
        fr: "«\u{a0}{}\u{a0}» est donné comme si l'étude avait été lue",
    },
    help: Text { en: "say in what it was cited", fr: "dire dans quoi il a été cité" },
    explanation: include_str!("cited-only.md"),
};

fn find(view: &View<'_>) -> Vec<Diagnostic> {
    view.figures.iter().filter_map(|figure| diagnose(figure, view)).collect()
}

fn diagnose(figure: &CheckedFigure, view: &View<'_>) -> Option<Diagnostic> {
    let claim = view.source(figure)?;
    if !matches!(claim.said.mark, Mark::CitedOnly | Mark::Unverified)
        || says_where(claim, figure, view)
    {
        return None;
    }
    let pages = pages(claim);
    let diagnostic = view.with_claim(view.about(figure, &CHECK), &claim.id);
    let fact = DraftFact::SeenOnlyIn { claim: claim.id.clone(), pages };
    Some(diagnostic.note(Fact::Draft(fact)))
}

/// Names of the pages where the claim was seen.
fn pages(claim: &Claim) -> Vec<String> {
    let hops = claim.said.chain.iter().take(1).map(|hop| hop.who.clone());
    let mut pages: Vec<String> = hops.collect();
    if pages.is_empty() {
        pages.extend(claim.said.seen_at.clone());
    }
    pages
}

/// Whether the draft says, in the paragraph up to the sentence behind the figure, or in a note
/// to it, that the figure is cited in something.
fn says_where(claim: &Claim, figure: &CheckedFigure, view: &View<'_>) -> bool {
    let read = &view.read[figure.passage];
    let lang = read.passage.lang;
    let text = view.up_to(figure);
    let site = claim.said.seen_at.as_deref().and_then(site_name);
    let teller = claim.said.chain.first().map(|hop| hop.who.to_lowercase());
    phrases::has(&text, SECOND_HAND.of(lang))
        || teller.is_some_and(|teller| phrases::has(&text, &[&teller]))
        || site.is_some_and(|site| phrases::has(&text, &[&site]))
}
