//! Whether what reviewers answered still holds for what is found today.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_claims::{
    Diagnostic, EvidenceBase,
    diagnostic::Note,
    facts::{Fact, Field, ReviewState, Reviewed, Status, VerdictFact},
};
use jiff::civil::Date;

use crate::{
    relied::Relied,
    reviewer::Reviewers,
    verdict::{Verdict, Verdicts},
};

/// Where a finding stands between its reviewers.
#[derive(Clone, Debug, PartialEq)]
pub enum State<'a> {
    /// Nobody answered.
    Open,
    /// Every answer that holds says the same.
    Settled {
        /// What they say.
        status: Status,
        /// Those who say so; never empty.
        verdicts: Vec<&'a Verdict>,
    },
    /// All that it rests on is of studies that are held to be no evidence.
    Rejected,
    /// What the answer relied on has changed.
    Stale {
        /// The latest such answer.
        verdict: &'a Verdict,
        /// What changed; never empty.
        changes: Vec<VerdictFact>,
    },
    /// The answer has ended.
    Expired {
        /// The latest such answer.
        verdict: &'a Verdict,
    },
    /// Answers that hold contradict each other.
    Conflicting {
        /// All of them.
        verdicts: Vec<&'a Verdict>,
    },
}

impl State<'_> {
    /// What became of it, as a fact.
    pub fn reviewed(&self) -> Reviewed {
        let (state, verdicts) = match self {
            Self::Open => (ReviewState::Open, Vec::new()),
            Self::Rejected => (ReviewState::Rejected, Vec::new()),
            Self::Settled { status, verdicts } => (ReviewState::Settled(*status), verdicts.clone()),
            Self::Stale { verdict, .. } => (ReviewState::Stale, vec![*verdict]),
            Self::Expired { verdict } => (ReviewState::Expired, vec![*verdict]),
            Self::Conflicting { verdicts } => (ReviewState::Conflicting, verdicts.clone()),
        };
        Reviewed { state, answers: verdicts.into_iter().map(Verdict::answer).collect() }
    }

    /// What reviewers answered, and why it no longer holds.
    fn facts(&self) -> Vec<VerdictFact> {
        let given = self.reviewed().answers.into_iter();
        let mut facts: Vec<_> = given.map(|one| VerdictFact::Given(Box::new(one))).collect();
        match self {
            Self::Stale { changes, .. } => facts.extend(changes.iter().cloned()),
            Self::Expired { verdict } => facts.push(VerdictFact::Ended { until: verdict.until }),
            Self::Open | Self::Rejected | Self::Settled { .. } | Self::Conflicting { .. } => {}
        }
        facts
    }
}

/// What was found, and what reviewers answered, on one day.
#[derive(Clone, Debug, Default)]
pub struct Review<'a> {
    states: BTreeMap<String, State<'a>>,
    /// Every answer to something that is found, and what its evidence changed by.
    pub(crate) matched: Vec<(&'a Verdict, Vec<VerdictFact>)>,
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
        let reviewers = Reviewers::of(verdicts);
        let mut review = Self::default();
        for finding in findings {
            let key = finding.key();
            let answers = answers.remove(key.as_str()).unwrap_or_default();
            let with_changes = |one: &'a Verdict| (one, changes(one, finding, base));
            let answers: Vec<_> = answers.into_iter().map(with_changes).collect();
            review.states.insert(key, state(finding, base, &answers, today, &reviewers));
            review.matched.extend(answers);
        }
        review.unmatched = answers.into_values().flatten().collect();
        review
    }

    /// Where a diagnostic stands. What is no finding of a rule cannot be answered.
    pub fn state(&self, diagnostic: &Diagnostic) -> &State<'a> {
        self.states.get(&diagnostic.key()).unwrap_or(&State::Open)
    }

    /// Adds to findings what reviewers answered, and why studies that they rest on are held
    /// to be no evidence.
    pub fn mark(&self, findings: &mut [Diagnostic], base: &EvidenceBase) {
        for finding in findings {
            if let Some(state) = self.states.get(&finding.key()) {
                finding.notes.extend(state.facts().into_iter().map(note));
                finding.notes.extend(rejections(finding, base).into_iter().map(note));
                finding.review = Some(Box::new(state.reviewed()));
            }
        }
    }

    /// The keys of all that is found, and where each stands, in order of key.
    pub fn states(&self) -> impl Iterator<Item = (&str, &State<'a>)> {
        self.states.iter().map(|(key, state)| (key.as_str(), state))
    }
}

fn note(fact: VerdictFact) -> Note {
    Note { about: Vec::new(), facts: vec![Fact::Verdict(fact)] }
}

/// Who holds studies to be no evidence that a finding rests on, in order of study.
fn rejections(finding: &Diagnostic, base: &EvidenceBase) -> Vec<VerdictFact> {
    let claims = finding.claims.iter().filter_map(|id| base.claims.get(id));
    let studies: BTreeSet<&str> = claims.filter_map(|claim| claim.study()).collect();
    let rejected = studies.into_iter().filter_map(|study| base.rejected.get(study)).flatten();
    rejected.map(|one| VerdictFact::Rejected(Box::new(one.clone()))).collect()
}

fn state<'a>(
    finding: &Diagnostic,
    base: &EvidenceBase,
    answers: &[(&'a Verdict, Vec<VerdictFact>)],
    today: Date,
    reviewers: &Reviewers,
) -> State<'a> {
    if is_of_rejected_studies(finding, base) {
        return State::Rejected;
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
        return State::Stale { verdict, changes: changes.clone() };
    }
    let latest = ended.into_iter().max_by_key(|(one, _)| one.on);
    latest.map_or(State::Open, |(verdict, _)| State::Expired { verdict })
}

/// The answers that their reviewers did not take back with a later one. Of two of one day
/// nobody knows which is meant.
fn latest_of_each<'a>(answers: Vec<&'a Verdict>, reviewers: &Reviewers) -> Vec<&'a Verdict> {
    let mut last: BTreeMap<String, Date> = BTreeMap::new();
    for one in &answers {
        let day = last.entry(reviewers.person(&one.who)).or_insert(one.on);
        *day = one.on.max(*day);
    }
    let is_last = |one: &&Verdict| last.get(&reviewers.person(&one.who)) == Some(&one.on);
    answers.into_iter().filter(is_last).collect()
}

/// What answers that hold come to. One that was put off is no judgement, so it gives way.
fn settled(fresh: Vec<&Verdict>) -> State<'_> {
    let is_judged = |one: &&&Verdict| one.status != Status::Deferred;
    let judged: Vec<&Verdict> = fresh.iter().filter(is_judged).copied().collect();
    let verdicts = if judged.is_empty() { fresh } else { judged };
    let statuses: BTreeSet<Status> = verdicts.iter().map(|one| one.status).collect();
    match statuses.first() {
        Some(&status) if statuses.len() == 1 => State::Settled { status, verdicts },
        _ => State::Conflicting { verdicts },
    }
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
