//! Figures whose words moved away from their source.

use gainsay_claims::{Check, CheckGroup, Level, diagnostic::Text};
use gainsay_claims::{
    Diagnostic,
    facts::{Axis, BaseChange, CitationFact, Fact, MatchReason, Moved, Side},
};

use super::Rule;
use super::base_widened::widened;
use crate::check::{CheckedFigure, View};

pub(super) const RULE: Rule = Rule { check: &CHECK, find: Some(find) };

const DRIFT: Check = Check {
    id: "drift",
    group: CheckGroup::Citations,
    level: Level::Warning,
    headline: Text {
        en: "“{}” says something else than its source",
        fr: "«\u{a0}{}\u{a0}» dit autre chose que sa source",
    },
    help: Text {
        en: "say what the source says, in its words and with its base",
        fr: "dire ce que dit la source, dans ses termes et avec sa base",
    },
    explanation: include_str!("drift.md"),
};

pub(crate) static CHECK: Check = DRIFT;

/// The message turned into its opposite.
static REVERSED: Check = Check { level: Level::Error, ..DRIFT };

/// The record of the source leaves it open.
static POSSIBLE: Check = Check {
    level: Level::Note,
    headline: Text {
        en: "“{}” may say something else than its source",
        fr: "«\u{a0}{}\u{a0}» dit peut-être autre chose que sa source",
    },
    ..DRIFT
};

fn find(view: &View<'_>) -> Vec<Diagnostic> {
    view.figures.iter().filter_map(|figure| diagnose(figure, view)).collect()
}

fn diagnose(figure: &CheckedFigure, view: &View<'_>) -> Option<Diagnostic> {
    let hop = view.hop(figure).filter(|_| is_of_source(figure))?;
    // Once the people are told to be too many, nothing is left to say of who they are.
    let is_widened = !widened(figure, view).is_empty();
    let is_of_people =
        |moved: &Moved| matches!(moved.axis, Axis::Base { .. } | Axis::Population(_));
    let is_own = |moved: &&Moved| {
        let is_told_already = is_widened && is_of_people(moved);
        moved.axis.alters()
            && !is_told_already
            && !is_of_record(moved, figure, view)
            && !is_of_undisclosed(moved)
    };
    let moved: Vec<&Moved> = hop.moved.iter().filter(is_own).collect();
    if moved.is_empty() {
        return None;
    }
    let reversed = moved.iter().any(|one| one.surely && one.axis.reverses(view.base.policy.delta));
    let check = match moved.iter().any(|one| one.surely) {
        true if reversed => &REVERSED,
        true => &CHECK,
        false => &POSSIBLE,
    };
    let source = view.source(figure)?;
    let diagnostic = view.with_claim(view.about(figure, check), &source.id);
    let facts = moved.into_iter().map(|one| Box::new(CitationFact::Moved(one.clone())));
    Some(facts.map(Fact::Citation).fold(diagnostic, Diagnostic::note))
}

/// Whether the draft names the source or goes on with it: what is told of nobody may be the
/// writer's own and by chance like a claim, so it cannot move away from it.
fn is_of_source(figure: &CheckedFigure) -> bool {
    let reasons = figure.outcome.matches().iter().flat_map(|one| &one.reasons);
    reasons.into_iter().any(|one| matches!(one, MatchReason::NamesSource(_)))
}

/// Whether the study does not say of whom its figure is: then nobody is another group.
fn is_of_undisclosed(moved: &Moved) -> bool {
    matches!(&moved.axis, Axis::Base { change: BaseChange::Other, sides: [Side::Unknown, _] })
}

/// Whether the study itself leaves open which places its figure is of, and the draft names
/// none: readers are told no place.
fn is_of_record(moved: &Moved, figure: &CheckedFigure, view: &View<'_>) -> bool {
    let stated = figure.claim.as_ref().and_then(|claim| view.stated.claims.get(claim));
    let people = stated.and_then(|claim| claim.said.people.as_ref());
    let names_place = people.is_some_and(|people| !people.regions.is_empty());
    matches!(moved.axis, Axis::Country(_)) && !moved.surely && !names_place
}
