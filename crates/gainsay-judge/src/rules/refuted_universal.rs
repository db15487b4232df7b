//! "Nobody" and "everybody", where a share or a named case says otherwise.

use gainsay_claims::{
    Check, CheckGroup, Diagnostic, EvidenceBase, Level,
    claim::{Claim, Statement},
    diagnostic::{Subject, Text},
    relation::Relation,
    value::{Kind, ReportingSet},
    vocabulary::Vocabulary,
};

use super::{Rule, claims::pointing_from};
use crate::judgement::Judgement;

pub(super) const RULE: Rule = Rule { check: &CHECK, find };

/// How many exceptions a diagnostic points to.
const SHOWN: usize = 3;

static CHECK: Check = Check {
    id: "refuted-universal",
    group: CheckGroup::Citations,
    level: Level::Warning,
    headline: Text {
        en: "the words of `{}` allow no exception, and there are some",
        fr: "les mots de `{}` n'admettent aucune exception, et il y en a",
    },
    help: Text {
        en: "say how many instead of everybody or nobody",
        fr: "dire combien, plutôt que tous ou personne",
    },
    explanation: include_str!("refuted-universal.md"),
};

fn find(judged: &Judgement, base: &EvidenceBase) -> Vec<Diagnostic> {
    find_in(base.claims.values(), judged, base)
}

/// Looks for it in certain claims, of the base or beside it.
pub(crate) fn find_in<'a>(
    claims: impl Iterator<Item = &'a Claim>,
    judged: &Judgement,
    base: &EvidenceBase,
) -> Vec<Diagnostic> {
    claims.filter_map(|claim| diagnose(claim, judged, base)).collect()
}

fn diagnose(claim: &Claim, judged: &Judgement, base: &EvidenceBase) -> Option<Diagnostic> {
    let said = said_of_all(claim)?;
    let cases = cases(claim, &said, base);
    let exceptions = cases.into_iter().chain(shares(claim, &said, judged, base));
    let exceptions: Vec<&str> = exceptions.collect();
    if exceptions.is_empty() {
        return None;
    }
    let diagnostic = Diagnostic::new(&CHECK, Subject::Name(claim.id.clone()));
    let diagnostic = diagnostic.resting_on(exceptions.iter().copied());
    Some(pointing_from(diagnostic, claim, exceptions.into_iter().take(SHOWN), base))
}

/// The share of those of whom it is said to be true: next to none, or next to all.
fn said_of_all(claim: &Claim) -> Option<ReportingSet> {
    let Statement::Share(share) = &claim.statement else {
        return None;
    };
    let universal = matches!(share.reading.kind, Kind::None | Kind::All);
    let yes = if claim.said.negated { share.hard.complement() } else { share.hard };
    universal.then_some(yes)
}

/// Named cases of the other kind.
fn cases<'a>(claim: &Claim, said: &ReportingSet, base: &'a EvidenceBase) -> Vec<&'a str> {
    let says_none = said.lo_f64() <= 0.0;
    let is_exception = |other: &&Claim| {
        matches!(other.statement, Statement::Instance(_))
            && other.proposition == claim.proposition
            && other.said.negated != says_none
            && !base.is_rejected(other)
            && lies_within(other, claim, &base.vocabulary)
    };
    base.claims.values().filter(is_exception).map(|other| other.id.as_str()).collect()
}

/// Shares that leave it no room, the farthest first.
fn shares<'a>(
    claim: &Claim,
    said: &ReportingSet,
    judged: &'a Judgement,
    base: &EvidenceBase,
) -> Vec<&'a str> {
    let proposition = judged.on(&claim.proposition);
    let evidence = proposition.into_iter().flat_map(|one| &one.evidence);
    let mut against: Vec<_> = evidence
        .filter(|one| one.share.intersect(said).is_none())
        .filter(|one| {
            let other = base.claims.get(one.claim.as_ref());
            other.is_some_and(|other| lies_within(other, claim, &base.vocabulary))
        })
        .collect();
    let distance = |set: &ReportingSet| (set.lo() - said.hi()).max(said.lo() - set.hi());
    // Stable: equals stay in the order of their ids.
    against.sort_by_key(|one| std::cmp::Reverse(distance(&one.share)));
    against.into_iter().map(|one| one.claim.as_ref()).collect()
}

/// Whether those a claim is about are among those of whom something is said without
/// exception. Who names neither place nor people speaks of all.
fn lies_within(part: &Claim, whole: &Claim, vocabulary: &Vocabulary) -> bool {
    let inside = |relation| matches!(relation, Relation::Same | Relation::Within);
    let place = match (&part.population.regions, &whole.population.regions) {
        (_, None) => true,
        (Some(part), Some(whole)) => inside(part.relation(whole)),
        (None, Some(_)) => false,
    };
    let people = match (part.base.who(), whole.base.who()) {
        (_, None) => true,
        (Some(part), Some(whole)) => inside(vocabulary.relate_universes(part, whole)),
        (None, Some(_)) => false,
    };
    place && people
}
