//! Verdicts that need a look themselves, as diagnostics at their places.

use gainsay_claims::{
    Check, Diagnostic, EvidenceBase,
    diagnostic::{Note, Subject},
    facts::{Fact, ReviewState, VerdictFact},
    vocabulary::nearest,
};
use jiff::civil::Date;

use crate::{
    checks::{CONFLICTING_VERDICTS, EXPIRED_VERDICT, STALE_VERDICT, UNMATCHED_VERDICT},
    state::{Review, Standing},
    verdict::{Rejection, Verdict, Verdicts},
};

impl Review<'_> {
    /// What is to be said of verdicts on a day: those that hold no more, those that
    /// contradict each other, and those on what is not found, as far as the base is whole.
    pub fn diagnostics(
        &self,
        verdicts: &Verdicts,
        base: &EvidenceBase,
        today: Date,
    ) -> Vec<Diagnostic> {
        let mut found = self.conflicts();
        for (verdict, changes) in &self.matched {
            if verdict.until < today {
                found.push(ended(verdict));
            } else if !changes.is_empty() {
                found.push(stale(verdict, changes));
            }
        }
        let rejections = verdicts.rejections.iter();
        let ended = rejections.filter(|one| !one.holds(today));
        found.extend(ended.map(ended_rejection));
        // What a missing source would have told is not gone.
        if base.is_complete() {
            found.extend(self.unmatched.iter().map(|one| self.unmatched(one, base)));
        }
        found.sort_by(|one, other| one.check.id.cmp(other.check.id));
        found
    }

    fn conflicts(&self) -> Vec<Diagnostic> {
        let in_dispute = self.standings().filter(|(_, one)| one.state == ReviewState::Conflicting);
        let diagnostic = |(key, standing): (&str, &Standing<'_>)| {
            let subject = Subject::Name(key.to_owned());
            let empty = Diagnostic::new(&CONFLICTING_VERDICTS, subject);
            let verdicts = standing.verdicts.iter();
            verdicts.fold(empty, |found, one| found.label(one.at.clone(), given(one)))
        };
        in_dispute.map(diagnostic).collect()
    }

    fn unmatched(&self, verdict: &Verdict, base: &EvidenceBase) -> Diagnostic {
        let found = about(&UNMATCHED_VERDICT, verdict);
        let rejected = verdict.rejections(base);
        if !rejected.is_empty() {
            let facts =
                rejected.into_iter().map(|one| VerdictFact::Rejected(Box::new(one.clone())));
            return facts.map(Fact::Verdict).fold(found, Diagnostic::note);
        }
        let keys = self.standings().map(|(key, _)| key);
        match nearest(&verdict.finding, keys) {
            Some(key) => found.note(Fact::Verdict(VerdictFact::Nearest { key: key.to_owned() })),
            None => found,
        }
    }
}

fn stale(verdict: &Verdict, changes: &[VerdictFact]) -> Diagnostic {
    let note =
        |fact: &VerdictFact| Note { about: Vec::new(), facts: vec![Fact::Verdict(fact.clone())] };
    Diagnostic { notes: changes.iter().map(note).collect(), ..about(&STALE_VERDICT, verdict) }
}

fn ended(verdict: &Verdict) -> Diagnostic {
    let until = verdict.until;
    about(&EXPIRED_VERDICT, verdict).note(Fact::Verdict(VerdictFact::Ended { until }))
}

fn ended_rejection(rejection: &Rejection) -> Diagnostic {
    let subject = Subject::Name(rejection.study.clone());
    let fact = rejection.until.map(|until| Fact::Verdict(VerdictFact::Ended { until }));
    let found = Diagnostic::new(&EXPIRED_VERDICT, subject);
    match fact {
        Some(fact) => found.label(rejection.at.clone(), fact),
        None => found,
    }
}

fn about(check: &'static Check, verdict: &Verdict) -> Diagnostic {
    let subject = Subject::Name(verdict.finding.clone());
    Diagnostic::new(check, subject).label(verdict.at.clone(), given(verdict))
}

fn given(verdict: &Verdict) -> Fact {
    Fact::Verdict(VerdictFact::Given(Box::new(verdict.answer())))
}
