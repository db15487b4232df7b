//! Whether what reviewers answered still holds for what is found today.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_claims::{
    Diagnostic, EvidenceBase,
    diagnostic::Note,
    facts::{Fact, Field, ReviewState, Reviewed, Status, VerdictFact},
};
use jiff::civil::Date;

use crate::{
    file_name::BASELINE,
    relied::Relied,
    reviewer::Reviewers,
    verdict::{Verdict, Verdicts, rejections_of},
};

/// Where a finding stands between its reviewers.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing<'a> {
    /// Whether somebody still has to answer.
    pub state: ReviewState,
    /// The answers that make it so: all that hold, else the latest.
    pub verdicts: Vec<&'a Verdict>,
    /// What changed of that on which a stale one relied, or when one ended; else empty.
    pub changes: Vec<VerdictFact>,
}

impl<'a> Standing<'a> {
    fn new(state: ReviewState, verdicts: Vec<&'a Verdict>) -> Self {
        Self { state, verdicts, changes: Vec::new() }
    }

    /// What became of it, as a fact.
    pub fn reviewed(&self) -> Reviewed {
        let answers = self.verdicts.iter().map(|one| one.answer()).collect();
        Reviewed { state: self.state, answers }
    }

    /// What reviewers answered, and why it no longer holds.
    fn facts(&self) -> impl Iterator<Item = VerdictFact> {
        let given = self.verdicts.iter().map(|one| VerdictFact::Given(Box::new(one.answer())));
        given.chain(self.changes.iter().cloned())
    }
}

/// What was found, and what reviewers answered, on one day.
#[derive(Clone, Debug, Default)]
pub struct Review<'a> {
    standings: BTreeMap<String, Standing<'a>>,
    /// Every answer to something that is found, and what its evidence changed by.
    pub(crate) matched: Vec<(&'a Verdict, Vec<VerdictFact>)>,
    /// Those of them that put a finding off until somebody answered it.
    pub(crate) superseded: Vec<(&'a Verdict, Vec<VerdictFact>)>,
    pub(crate) unmatched: Vec<&'a Verdict>,
}

impl<'a> Review<'a> {
    /// Compares every answer with all that the rules find in a base today.
    pub fn new(
        findings: &[Diagnostic],
        base: &EvidenceBase,
        verdicts: &'a Verdicts,
        today: Date,
    ) -> Self {
        let mut answers: BTreeMap<&str, Vec<&Verdict>> = BTreeMap::new();
        for verdict in &verdicts.verdicts {
            answers.entry(&verdict.finding).or_default().push(verdict);
        }
        let reviewers = Reviewers::of(verdicts.signatures());
        let mut review = Self::default();
        for finding in findings {
            let key = finding.key();
            let answers = answers.remove(key.as_str()).unwrap_or_default();
            let with_changes = |one: &'a Verdict| (one, changes(one, finding, base));
            let (superseded, answers): (Vec<_>, Vec<_>) =
                answers.iter().partition(|one| gives_way(one, &answers));
            review.superseded.extend(superseded.into_iter().map(with_changes));
            let answers: Vec<_> = answers.into_iter().map(with_changes).collect();
            let standing = standing(finding, base, &answers, today, &reviewers);
            review.standings.insert(key, standing);
            review.matched.extend(answers);
        }
        review.unmatched = answers.into_values().flatten().collect();
        review
    }

    /// Adds to findings what reviewers answered, and why studies that they rest on are held
    /// to be no evidence.
    pub fn mark(&self, findings: &mut [Diagnostic], base: &EvidenceBase) {
        for finding in findings {
            if let Some(standing) = self.standings.get(&finding.key()) {
                finding.notes.extend(standing.facts().map(note));
                finding.notes.extend(rejections(finding, base).into_iter().map(note));
                finding.review = Some(Box::new(standing.reviewed()));
            }
        }
    }

    /// The keys of all that is found, and where each stands, in order of key.
    pub fn standings(&self) -> impl Iterator<Item = (&str, &Standing<'a>)> {
        self.standings.iter().map(|(key, standing)| (key.as_str(), standing))
    }
}

fn note(fact: VerdictFact) -> Note {
    Note { about: Vec::new(), facts: vec![Fact::Verdict(fact)] }
}

/// Who holds studies to be no evidence that a finding rests on, in order of study.
fn rejections(finding: &Diagnostic, base: &EvidenceBase) -> Vec<VerdictFact> {
    let rejected = rejections_of(finding.claims.iter().map(String::as_str), base).into_iter();
    rejected.map(|one| VerdictFact::Rejected(Box::new(one.clone()))).collect()
}

fn standing<'a>(
    finding: &Diagnostic,
    base: &EvidenceBase,
    answers: &[(&'a Verdict, Vec<VerdictFact>)],
    today: Date,
    reviewers: &Reviewers,
) -> Standing<'a> {
    if is_of_rejected_studies(finding, base) {
        return Standing::new(ReviewState::Rejected, Vec::new());
    }
    let (lasting, ended): (Vec<_>, Vec<_>) =
        answers.iter().partition(|(verdict, _)| today <= verdict.until);
    let fresh: Vec<&Verdict> = lasting
        .iter()
        .filter(|(_, changes)| changes.is_empty())
        .map(|(verdict, _)| *verdict)
        .collect();
    if !fresh.is_empty() {
        return settled(latest_of_each(fresh, reviewers));
    }
    if let Some((verdict, changes)) = lasting.into_iter().max_by_key(|(one, _)| one.on) {
        let changes = changes.clone();
        return Standing { changes, ..Standing::new(ReviewState::Stale, vec![*verdict]) };
    }
    let Some((verdict, _)) = ended.into_iter().max_by_key(|(one, _)| one.on) else {
        return Standing::new(ReviewState::Open, Vec::new());
    };
    let changes = vec![VerdictFact::Ended { until: verdict.until }];
    Standing { changes, ..Standing::new(ReviewState::Expired, vec![*verdict]) }
}

/// Whether an answer only put the finding off, and somebody answered it later: what was adopted
/// gives way to any other answer of its day.
fn gives_way(one: &Verdict, answers: &[&Verdict]) -> bool {
    let rank = |one: &Verdict| (one.on, one.at.document != BASELINE);
    one.given.status == Status::Deferred && answers.iter().any(|other| rank(other) > rank(one))
}

/// The answers that their reviewers did not take back with a later one: of two of one day, the
/// one that stands last.
fn latest_of_each<'a>(answers: Vec<&'a Verdict>, reviewers: &Reviewers) -> Vec<&'a Verdict> {
    let mut last: BTreeMap<String, &Verdict> = BTreeMap::new();
    for one in &answers {
        let known = last.entry(reviewers.person(&one.who)).or_insert(one);
        if one.on >= known.on {
            *known = one;
        }
    }
    let is_last = |one: &&Verdict| {
        last.get(&reviewers.person(&one.who)).is_some_and(|last| std::ptr::eq(*last, *one))
    };
    answers.into_iter().filter(is_last).collect()
}

/// What answers that hold come to. One that was put off is no judgement, so it gives way.
fn settled(fresh: Vec<&Verdict>) -> Standing<'_> {
    let is_judged = |one: &&&Verdict| one.given.status != Status::Deferred;
    let judged: Vec<&Verdict> = fresh.iter().filter(is_judged).copied().collect();
    let verdicts = if judged.is_empty() { fresh } else { judged };
    let statuses: BTreeSet<Status> = verdicts.iter().map(|one| one.given.status).collect();
    let state = match statuses.first() {
        Some(&status) if statuses.len() == 1 => ReviewState::Settled(status),
        _ => ReviewState::Conflicting,
    };
    Standing::new(state, verdicts)
}

fn is_of_rejected_studies(finding: &Diagnostic, base: &EvidenceBase) -> bool {
    let is_rejected = |id: &String| base.claims.get(id).is_some_and(|one| base.is_rejected(one));
    !finding.claims.is_empty() && finding.claims.iter().all(is_rejected)
}

/// What is different from what an answer relied on.
fn changes(verdict: &Verdict, finding: &Diagnostic, base: &EvidenceBase) -> Vec<VerdictFact> {
    let mut changes = Vec::new();
    let before: BTreeMap<&str, &Relied> =
        verdict.evidence.iter().map(|one| (one.claim.as_str(), one)).collect();
    for id in &finding.claims {
        let now = base.claims.get(id).map(|claim| Relied::of(claim, base));
        match (before.get(id.as_str()), now) {
            (None, _) => changes.push(VerdictFact::Added { claim: id.clone() }),
            (Some(before), Some(now)) => changes.extend(moved(before, &now)),
            (Some(_), None) => {}
        }
    }
    let gone = before.keys().filter(|id| !finding.claims.contains(**id));
    changes.extend(gone.map(|id| VerdictFact::Gone { claim: (*id).to_owned() }));
    changes
}

/// In what a claim differs from what an answer relied on.
fn moved(before: &Relied, now: &Relied) -> Vec<VerdictFact> {
    if before.digest == now.digest {
        return Vec::new();
    }
    let changed = |field: Field| {
        let (from, to) = (before.fields.get(&field), now.fields.get(&field));
        let claim = now.claim.clone();
        let (from_text, to_text) = (from.cloned(), to.cloned());
        (from != to).then_some(VerdictFact::Changed { claim, field, from: from_text, to: to_text })
    };
    let facts: Vec<_> = Field::ALL.into_iter().filter_map(changed).collect();
    match facts.is_empty() {
        true => vec![VerdictFact::ChangedOtherwise { claim: now.claim.clone() }],
        false => facts,
    }
}

#[cfg(test)]
mod tests;
