//! Findings of a cited study that point the other way, and are not cited.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_claims::{
    Check, CheckGroup, Diagnostic, EvidenceBase, Level,
    claim::{Claim, Statement},
    diagnostic::{Subject, Text},
    proposition::Literal,
    value::{Quantity, Rational, Reading, ReportingSet},
    wire::Role,
};

use super::{Rule, claims::pointing_from};
use crate::{citations::Published, judgement::Judgement};

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

/// How many findings a diagnostic points to, one of each study.
const SHOWN: usize = 5;

static CHECK: Check = Check {
    id: "opposite-finding",
    group: CheckGroup::Citations,
    level: Level::Note,
    headline: Text {
        en: "a study cited in the same text as `{}` also points the other way",
        fr: "une étude citée dans le même texte que `{}` va aussi en sens contraire",
    },
    help: Text {
        en: "tell these findings too, or say why they do not count",
        fr: "donner aussi ces résultats, ou dire pourquoi ils ne comptent pas",
    },
    explanation: include_str!("opposite-finding.md"),
};

fn find(_: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    find_in(|| base.claims.values(), base)
}

/// Looks for it in certain claims, of the base or beside it.
pub(crate) fn find_in<'a, I: Iterator<Item = &'a Claim>>(
    claims: impl Fn() -> I,
    base: &'a EvidenceBase,
) -> Vec<Diagnostic> {
    if base.vocabulary.opposites.is_empty() {
        return Vec::new();
    }
    let published = Published::of(base);
    let articles = Articles::of(claims());
    let stated = claims().filter(|claim| !claim.is_published());
    stated.filter_map(|claim| diagnose(claim, base, &published, &articles)).collect()
}

fn diagnose(
    claim: &Claim,
    base: &EvidenceBase,
    published: &Published<'_>,
    articles: &Articles<'_>,
) -> Option<Diagnostic> {
    let opposites = opposites(claim, base);
    if opposites.is_empty() {
        return None;
    }
    let cited = articles.cited_in(claim);
    let studies: BTreeSet<&str> = match claim.said.role {
        Role::Cited => claim.study().into_iter().collect(),
        _ => cited.iter().filter_map(|one| one.study()).collect(),
    };
    let found = studies.into_iter().filter_map(|study| {
        let findings = published.of_study(Some(study)).iter().copied();
        largest(findings.filter(|finding| !is_cited(finding, cited)), &opposites)
    });
    let found: Vec<&str> = found.collect();
    let diagnostic = Diagnostic::new(&CHECK, Subject::Name(claim.id.clone()));
    let diagnostic = diagnostic.resting_on(found.iter().copied());
    let shown = found.iter().copied().take(SHOWN);
    (!found.is_empty()).then(|| pointing_from(diagnostic, claim, shown, base))
}

/// The citations of each document.
struct Articles<'a>(BTreeMap<&'a str, Vec<&'a Claim>>);

impl<'a> Articles<'a> {
    fn of(claims: impl Iterator<Item = &'a Claim>) -> Self {
        let mut documents: BTreeMap<&str, Vec<&Claim>> = BTreeMap::new();
        for claim in claims.filter(|claim| claim.said.role == Role::Cited) {
            documents.entry(&claim.at.document).or_default().push(claim);
        }
        Self(documents)
    }

    /// The citations in the document that states a claim.
    fn cited_in(&self, claim: &Claim) -> &[&'a Claim] {
        self.0.get(claim.at.document.as_str()).map_or(&[], Vec::as_slice)
    }
}

/// What the vocabulary declares to point the other way than a claim does.
fn opposites<'a>(claim: &Claim, base: &'a EvidenceBase) -> Vec<&'a Literal> {
    let Some(negated) = leaning(claim) else { return Vec::new() };
    let pairs = base.vocabulary.opposites.iter();
    let ways = pairs.flat_map(|[one, other]| [(one, other), (other, one)]);
    ways.filter(|(stated, _)| stated.negated == negated && stated.proposition == *claim.proposition)
        .map(|(_, opposite)| opposite)
        .collect()
}

/// Whether a claim says that most do not; nothing when it says neither.
fn leaning(claim: &Claim) -> Option<bool> {
    let Statement::Share(share) = &claim.statement else {
        return None;
    };
    let half = Rational::new(1, 2);
    let set = if claim.said.negated { share.hard.complement() } else { share.hard };
    if set.lo() >= half {
        return Some(false);
    }
    (set.hi() <= half).then_some(true)
}

/// Whether an article gives a finding: the claim itself, or a figure of its study on
/// the same proposition and of the same kind.
fn is_cited(finding: &Claim, cited: &[&Claim]) -> bool {
    cited.iter().any(|one| {
        one.said.cites.as_ref() == Some(&finding.id)
            || (one.study() == finding.study()
                && one.proposition == finding.proposition
                && std::mem::discriminant(&one.statement)
                    == std::mem::discriminant(&finding.statement))
    })
}

/// The finding of a study that points the other way most, by the group that it is
/// said of: the largest share, or else a rise. Of several groups the one of which it
/// holds least, so that it holds of any.
fn largest<'a>(
    findings: impl Iterator<Item = &'a Claim>,
    opposites: &[&Literal],
) -> Option<&'a str> {
    let mut groups: BTreeMap<Option<&str>, (Rational, &Claim)> = BTreeMap::new();
    for finding in findings {
        let fits = |one: &&&Literal| one.proposition == *finding.proposition;
        let Some(opposite) = opposites.iter().find(fits) else { continue };
        let Some(strength) = strength(finding, opposite.negated) else { continue };
        let best = groups.entry(finding.base.who()).or_insert((strength, finding));
        // Of equals the first in order of id stays.
        if strength > best.0 {
            *best = (strength, finding);
        }
    }
    let least = groups.into_values().min_by_key(|(strength, _)| *strength);
    least.map(|(_, finding)| finding.id.as_str())
}

/// How far a finding points in the declared direction: its share, a fraction of the
/// base, or less than any share for a rise.
fn strength(finding: &Claim, negated: bool) -> Option<Rational> {
    let turned = finding.said.negated != negated;
    match &finding.statement {
        Statement::Share(_) => {
            let set = finding.evidence()?.hard;
            Some(if turned { set.complement() } else { set }.lo())
        }
        Statement::Change(change) if !turned && rises(change) => Some(Rational::from_integer(-1)),
        _ => None,
    }
}

fn rises(change: &Reading) -> bool {
    let nothing = Rational::from_integer(0);
    match &change.quantity {
        Quantity::Points(set) => ReportingSet::lo(set) > nothing,
        Quantity::PercentChange(set) | Quantity::Factor(set) => {
            set.lo() > Rational::from_integer(1)
        }
        _ => false,
    }
}
