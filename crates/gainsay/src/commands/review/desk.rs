//! What a reviewer has before him, and the files that he writes.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::PathBuf,
};

use gainsay_claims::{
    Diagnostic, Location,
    facts::{Fact, Status, VerdictFact},
};
use gainsay_verdict::{
    BASELINE, EditError, Given, Rejection, Reviewers, Verdict, Verdicts,
    checks::{STALE_VERDICT, UNMATCHED_VERDICT},
    file_name, latest, record_all, reject, remove,
};
use jiff::civil::Date;

use super::select::tells;
use crate::{
    args::ReviewArgs,
    base::Opened,
    checked::judged,
    refusal::{Refusal, ReviewRefusal},
    select::unknown,
    verdict_file::Change,
    who,
};

/// A rejection that was written.
pub(super) struct Rejected {
    pub(super) file: String,
    /// How many verdicts relied on the study, and how many answer nothing without it.
    pub(super) shaken: [usize; 2],
}

/// A base to answer the findings of.
pub(super) struct Desk<'a> {
    pub(super) opened: Opened,
    folder: PathBuf,
    asked: &'a ReviewArgs,
    who: Option<String>,
}

impl<'a> Desk<'a> {
    pub(super) fn new(opened: Opened, folder: PathBuf, asked: &'a ReviewArgs) -> Self {
        Self { opened, folder, asked, who: None }
    }

    /// What the rules find today and what reviewers answered, in the order of
    /// reading.
    pub(super) fn findings(&self) -> Vec<Diagnostic> {
        self.found().0
    }

    /// The same, and what is to be said of the verdicts themselves.
    pub(super) fn found(&self) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
        let Opened { base, verdicts, today, .. } = &self.opened;
        let (judgement, review) = judged(base, verdicts, *today);
        (judgement.diagnostics, review.diagnostics(verdicts, base, *today))
    }

    /// The reviewer's own answer that is to be given again, if it is among those that he is
    /// shown. What was put off was not judged.
    pub(super) fn before(&self, finding: &Diagnostic) -> Option<&Verdict> {
        let who = self.who.as_ref()?;
        let (key, reviewers) = (finding.key(), self.reviewers(who));
        let is_shown = |one: &&Verdict| {
            one.finding == key
                && reviewers.is_same(&one.who, who)
                && one.given.status != Status::Deferred
                && tells(finding, &Fact::Verdict(VerdictFact::Given(Box::new(one.answer()))))
        };
        let shown = self.opened.verdicts.verdicts.iter().filter(is_shown);
        shown.max_by_key(|one| one.on)
    }

    /// Writes verdicts, each file once, and tells in which they stand.
    pub(super) fn record(
        &mut self,
        given: Vec<(&Diagnostic, Given)>,
    ) -> Result<Vec<(Verdict, String)>, Refusal> {
        let (who, until) = (self.who()?, self.until()?);
        let reviewers = self.reviewers(&who);
        let Opened { base, today, verdicts, .. } = &self.opened;
        let mut recorded = Vec::new();
        let mut edits: BTreeMap<String, Edit> = BTreeMap::new();
        for (finding, given) in given {
            let verdict = given.on(finding, base, &who, *today, until);
            let is_own = |one: &&Verdict| {
                one.finding == verdict.finding && reviewers.is_same(&one.who, &who)
            };
            let own = verdicts.verdicts.iter().filter(is_own).map(|one| one.at.document.clone());
            let files: BTreeSet<String> = own.collect();
            // What was adopted gives way to what was judged; of one reviewer one answer stays.
            let judged = files.iter().find(|file| *file != BASELINE).cloned();
            let file = judged.unwrap_or_else(|| file_name(verdicts, &who));
            for other in files.into_iter().filter(|other| *other != file) {
                edits.entry(other).or_default().removed.push(verdict.finding.clone());
            }
            edits.entry(file.clone()).or_default().recorded.push(verdict.clone());
            recorded.push((verdict, file));
        }
        let mut edits: Vec<_> = edits.into_iter().collect();
        // Whatever stops this, an answer is written before another one of it is removed.
        edits.sort_by_key(|(file, _)| file == BASELINE);
        let change = |(file, edit): &(String, Edit)| {
            Change::of(&self.folder, file, |text| edit.apply(&reviewers, text, &who))
        };
        write(edits.iter().map(change))?;
        self.remember(&reviewers, &recorded);
        Ok(recorded)
    }

    /// Takes what was written for what the base holds.
    fn remember(&mut self, reviewers: &Reviewers, recorded: &[(Verdict, String)]) {
        let known = &mut self.opened.verdicts.verdicts;
        for (verdict, file) in recorded {
            let is_own = |one: &Verdict| reviewers.is_same(&one.who, &verdict.who);
            known.retain(|one| one.finding != verdict.finding || !is_own(one));
            let at = Location { document: file.clone(), span: 0..0 };
            known.push(Verdict { at, ..verdict.clone() });
        }
    }

    /// Writes that a study is no evidence, and tells in which file, and what that does to
    /// verdicts. From now on its claims are none here either.
    pub(super) fn reject(&mut self, study: &str, reason: String) -> Result<Rejected, Refusal> {
        if !self.opened.base.studies.contains_key(study) {
            return Err(unknown(study, self.opened.base.studies.keys().map(String::as_str)));
        }
        let (who, on, until) = (self.who()?, self.opened.today, self.asked.until);
        if until.is_some_and(|until| until < on) {
            return Err(ReviewRefusal::BadEnd { latest: None }.into());
        }
        let (verdicts, reviewers) = (&self.opened.verdicts, self.reviewers(&who));
        let is_own = |one: &&Rejection| one.study == study && reviewers.is_same(&one.who, &who);
        let before = verdicts.rejections.iter().filter(is_own);
        if let Some(holding) = before.clone().find(|one| one.holds(on)) {
            let (study, on, file) = (study.to_owned(), holding.on, holding.at.document.clone());
            return Err(ReviewRefusal::RejectedAlready { study, on, file }.into());
        }
        let known = before.map(|one| one.at.document.clone()).next();
        let file = known.unwrap_or_else(|| file_name(verdicts, &who));
        let at = Location { document: file.clone(), span: 0..0 };
        let rejection = Rejection { study: study.to_owned(), reason, who, on, until, at };
        Change::of(&self.folder, &file, |text| reject(&reviewers, text, &rejection))?.write()?;
        let before = self.shaken();
        let rejected = self.opened.base.rejected.entry(study.to_owned()).or_default();
        rejected.push(rejection.fact());
        self.opened.verdicts.rejections.push(rejection);
        let after = self.shaken();
        Ok(Rejected {
            file,
            shaken: [0, 1].map(|index| after[index].saturating_sub(before[index])),
        })
    }

    /// How many verdicts relied on something else than what is there now, and how many answer
    /// nothing.
    fn shaken(&self) -> [usize; 2] {
        let (_, told) = self.found();
        [&STALE_VERDICT, &UNMATCHED_VERDICT]
            .map(|check| told.iter().filter(|one| one.check == check).count())
    }

    /// Removes the reviewer's own verdicts on what is not found any more; returns their
    /// keys and files. While sources are missing nothing is known to be gone.
    pub(super) fn prune(
        &mut self,
        findings: &[Diagnostic],
    ) -> Result<Vec<(String, String)>, Refusal> {
        if !self.opened.base.is_complete() {
            return Ok(Vec::new());
        }
        let who = self.who()?;
        let reviewers = self.reviewers(&who);
        let keys: Vec<String> = findings.iter().map(Diagnostic::key).collect();
        let Verdicts { verdicts, .. } = &self.opened.verdicts;
        let is_own = |one: &&Verdict| reviewers.is_same(&one.who, &who);
        // What only a rejection hides may be found again.
        let is_gone = |one: &&Verdict| {
            !keys.contains(&one.finding) && one.rejections(&self.opened.base).is_empty()
        };
        let gone: Vec<&Verdict> = verdicts.iter().filter(is_own).filter(is_gone).collect();
        let mut files: BTreeMap<&str, Vec<&Verdict>> = BTreeMap::new();
        for one in &gone {
            files.entry(&one.at.document).or_default().push(one);
        }
        let change = |(file, gone): (&str, Vec<&Verdict>)| {
            let without =
                |text: String, one: &&Verdict| remove(&reviewers, &text, &one.finding, &one.who);
            Change::of(&self.folder, file, |text| gone.iter().try_fold(text.to_owned(), without))
        };
        write(files.into_iter().map(change))?;
        Ok(gone.iter().map(|one| (one.finding.clone(), one.at.document.clone())).collect())
    }

    /// Everybody who answered, and who answers now.
    fn reviewers(&self, who: &str) -> Reviewers {
        Reviewers::of(self.opened.verdicts.signatures().chain([who]))
    }

    /// Who answers; asked of git when it is first needed.
    pub(super) fn who(&mut self) -> Result<String, Refusal> {
        if let Some(who) = &self.who {
            return Ok(who.clone());
        }
        let who = who::who(self.asked.who.as_deref(), &self.folder)?;
        self.who = Some(who.clone());
        Ok(who)
    }

    /// The last day on which verdicts of today are to hold.
    fn until(&self) -> Result<Option<Date>, Refusal> {
        let today = self.opened.today;
        match self.asked.until {
            Some(until) if until < today || latest(today) < until => {
                Err(ReviewRefusal::BadEnd { latest: Some(latest(today)) }.into())
            }
            until => Ok(until),
        }
    }
}

/// What becomes of a file.
#[derive(Default)]
struct Edit {
    recorded: Vec<Verdict>,
    /// The findings on which the reviewer has his answer elsewhere now.
    removed: Vec<String>,
}

impl Edit {
    fn apply(&self, reviewers: &Reviewers, text: &str, who: &str) -> Result<String, EditError> {
        let text = record_all(reviewers, text, &self.recorded)?;
        self.removed.iter().try_fold(text, |text, finding| remove(reviewers, &text, finding, who))
    }
}

/// Writes files, once it is known that each can be changed.
fn write(changes: impl Iterator<Item = Result<Change, Refusal>>) -> Result<(), Refusal> {
    let changes: Vec<Change> = changes.collect::<Result<_, _>>()?;
    changes.into_iter().try_for_each(Change::write)
}
