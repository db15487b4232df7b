//! Figures of a part that are said of a larger group, and universals that figures refute.

use gainsay_claims::{Check, CheckGroup, Level, diagnostic::Text};
use gainsay_claims::{
    Diagnostic, EvidenceBase,
    facts::{Axis, BaseChange, CitationFact, Fact, Moved, Side},
    relation::Relation,
};

use super::Rule;
use crate::{
    check::{CheckedFigure, View},
    restate::narrowness,
};

pub(super) const RULE: Rule = Rule { check: &CHECK, find: Some(find) };

pub(crate) static CHECK: Check = Check {
    id: "base-widened",
    group: CheckGroup::Drafts,
    level: Level::Warning,
    headline: Text {
        en: "“{}” is said of more people than the evidence covers",
        fr: "«\u{a0}{}\u{a0}» est dit de plus de monde que les données n'en couvrent",
    },
    help: Text { en: "say whom the share is a share of", fr: "dire de qui la part est une part" },
    explanation: include_str!("base-widened.md"),
};

fn find(view: &View<'_>) -> Vec<Diagnostic> {
    let widened = view.figures.iter().filter_map(|figure| diagnose(figure, view));
    let universal = view.stated.refuted_universals().into_iter();
    widened.chain(universal.map(|one| view.reworded(one, &CHECK))).collect()
}

fn diagnose(figure: &CheckedFigure, view: &View<'_>) -> Option<Diagnostic> {
    let moved = widened(figure, view);
    if moved.is_empty() {
        return None;
    }
    let source = view.source(figure)?;
    let diagnostic = view.with_claim(view.about(figure, &CHECK), &source.id);
    let facts = moved.into_iter().map(|one| Box::new(CitationFact::Moved(one)));
    Some(facts.map(Fact::Citation).fold(diagnostic, Diagnostic::note))
}

/// How the people of a figure are more than its source covers.
pub(super) fn widened(figure: &CheckedFigure, view: &View<'_>) -> Vec<Moved> {
    let moved = view.hop(figure).into_iter().flat_map(|hop| &hop.moved);
    let moved: Vec<Moved> = moved.filter(|one| widens(one, view.base)).cloned().collect();
    if moved.is_empty() { of_everybody(figure, view).into_iter().collect() } else { moved }
}

/// "All consumers", "the French", where users of social media were asked. The judge takes one
/// word for everybody for another; a draft that says *all* of them means it.
fn of_everybody(figure: &CheckedFigure, view: &View<'_>) -> Option<Moved> {
    let stated = view.stated.claims.get(figure.claim.as_ref()?)?;
    let to = stated.said.people.as_ref()?.universe.as_ref()?;
    let from = view.source(figure)?.base.who()?;
    let is_wider = narrowness(to, view.base) < narrowness(from, view.base);
    let is_general = view.base.vocabulary.universes.get(to).is_some_and(|one| one.general);
    let sides = [from, to.as_str()].map(|who| Side::Base(vec![who.to_owned()]));
    let axis = Axis::Base { change: BaseChange::Widened, sides };
    (is_wider && is_general).then_some(Moved { axis, surely: true })
}

/// Whether a share of some is said of a larger group, or of people in general.
fn widens(moved: &Moved, base: &EvidenceBase) -> bool {
    let vocabulary = &base.vocabulary;
    let general = |name: &String| vocabulary.universes.get(name).is_some_and(|one| one.general);
    let narrowest = |names: &[String]| names.iter().map(|one| narrowness(one, base)).max();
    // Of some of the same people, all of them; or of some people, a group of which nothing is
    // said but that it is large.
    let is_wider = |from: &[String], to: &[String]| {
        let is_part = to.iter().all(|one| from.contains(one)) && to.len() < from.len();
        let holds = |to: &String| {
            from.iter().any(|from| vocabulary.relate_universes(to, from) == Relation::Contains)
        };
        let is_general = to.iter().all(|to| general(to) && holds(to));
        is_part || is_general && (!from.iter().all(general) || narrowest(to) < narrowest(from))
    };
    match &moved.axis {
        // Who do not say whom they asked may have asked everybody.
        Axis::Base { change: BaseChange::Widened, sides: [Side::Unknown, _] } => false,
        Axis::Base { change: BaseChange::Widened, .. } | Axis::Universal(_) => true,
        Axis::Base { change: BaseChange::Other, sides: [Side::Base(from), Side::Base(to)] }
        | Axis::Population([Side::Base(from), Side::Base(to)]) => is_wider(from, to),
        _ => false,
    }
}
