//! Forecasts that a later figure has overtaken, and figures of one affair at two
//! stages: they differ and do not contradict each other.

use gainsay_claims::{
    Check, CheckGroup, Diagnostic, EvidenceBase, Level,
    claim::{Claim, Statement},
    diagnostic::{Subject, Text},
    facts::{CitationFact, Fact, Succession},
    relation::Relation,
    vocabulary::Vocabulary,
};

use super::{Rule, claims::pointing_to};
use crate::{citations::extent, judgement::Judgement};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

static CHECK: Check = Check {
    id: "superseded-forecast",
    group: CheckGroup::Shares,
    level: Level::Note,
    headline: Text {
        en: "a later figure has taken the place of `{}`",
        fr: "un chiffre postérieur a pris la place de `{}`",
    },
    help: Text {
        en: "cite the later figure, or say of when each one is",
        fr: "citer le chiffre postérieur, ou dater chacun des deux",
    },
    explanation: include_str!("superseded-forecast.md"),
};

fn find(_: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    let published = base.claims.values().filter(|claim| claim.is_published());
    published.filter_map(|earlier| diagnose(earlier, base)).collect()
}

fn diagnose(earlier: &Claim, base: &EvidenceBase) -> Option<Diagnostic> {
    let by = succession(earlier, &base.vocabulary)?;
    let others = base.claims.values().filter(|one| one.is_published() && one.id != earlier.id);
    let follows = |later: &&Claim| match by {
        Succession::Forecast => overtakes(later, earlier),
        Succession::Stage => follows_in_stage(later, earlier, &base.vocabulary),
    };
    let later = others.filter(|later| differ(earlier, later)).find(follows)?;
    let subject = Subject::Name(earlier.id.clone());
    let claims = [earlier.id.as_str(), later.id.as_str()];
    let (earlier, later) = (earlier.id.clone(), later.id.clone());
    let fact = Fact::Citation(Box::new(CitationFact::Superseded { earlier, later, by }));
    Some(pointing_to(Diagnostic::new(&CHECK, subject), claims, base).note(fact))
}

/// In what way a later figure may follow a claim.
fn succession(claim: &Claim, vocabulary: &Vocabulary) -> Option<Succession> {
    if claim.target.is_some() {
        return Some(Succession::Forecast);
    }
    stage(claim, vocabulary).map(|_| Succession::Stage)
}

/// The facet of a claim that names a stage, and which one.
fn stage<'a>(claim: &'a Claim, vocabulary: &Vocabulary) -> Option<(&'a str, usize)> {
    claim.wording.iter().find_map(|(facet, value)| {
        let entry = vocabulary.facets.get(facet).filter(|entry| entry.stages)?;
        Some((facet.as_str(), entry.values.get_index_of(value)?))
    })
}

/// Whether a claim says that it replaces a forecast, or is of the time that the
/// forecast is about: of the end of it, as forecasts are made for an end.
fn overtakes(later: &Claim, forecast: &Claim) -> bool {
    if later.said.supersedes.as_ref() == Some(&forecast.id) {
        return true;
    }
    let (Some(target), Some(period)) = (forecast.target, later.target.or(later.period)) else {
        return false;
    };
    later.proposition == forecast.proposition
        && later.study() != forecast.study()
        && is_same_place(later, forecast)
        && later.base.who() == forecast.base.who()
        && period.start() <= target.end()
        && target.end() <= period.end()
        && later.said.supersedes.is_none()
        && forecast.period.is_none_or(|asked| later.period.is_none_or(|one| asked.precedes(&one)))
}

fn is_same_place(one: &Claim, other: &Claim) -> bool {
    match (&one.population.regions, &other.population.regions) {
        (Some(one), Some(other)) => one.relation(other) == Relation::Same,
        (one, other) => one.is_none() && other.is_none(),
    }
}

/// Whether a claim of the same study is about the same affair at a later stage.
fn follows_in_stage(later: &Claim, earlier: &Claim, vocabulary: &Vocabulary) -> bool {
    let (Some((facet, place)), Some((other_facet, before))) =
        (stage(later, vocabulary), stage(earlier, vocabulary))
    else {
        return false;
    };
    later.proposition == earlier.proposition
        && later.study() == earlier.study()
        && facet == other_facet
        && before < place
}

/// Whether two figures of one kind have no value in common.
fn differ(one: &Claim, other: &Claim) -> bool {
    match (&one.statement, &other.statement) {
        (Statement::Share(one), Statement::Share(other)) => {
            one.hard.intersect(&other.hard).is_none()
        }
        (Statement::Money(one), Statement::Money(other))
        | (Statement::Count(one), Statement::Count(other)) => {
            matches!((extent(one), extent(other)), (Some(one), Some(other)) if !one.meets(&other))
        }
        _ => false,
    }
}
