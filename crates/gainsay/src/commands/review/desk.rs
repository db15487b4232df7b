//! What a reviewer has before him, and the files that he writes.

use std::{collections::BTreeMap, path::PathBuf};

use gainsay_claims::{Diagnostic, Location, facts::Status};
use gainsay_judge::judge;
use gainsay_verdict::{
    Given, Rejection, Review, Verdict, Verdicts, latest, record_all, reject, remove,
};
use jiff::civil::Date;

use crate::{
    args::ReviewArgs,
    base::Opened,
    refusal::{Refusal, ReviewRefusal},
    select::unknown,
    verdict_file::Change,
    who,
};

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
        let Opened { base, verdicts, today, .. } = &self.opened;
        let mut findings = judge(base).diagnostics;
        Review::new(&findings, base, verdicts, *today).mark(&mut findings);
        findings
    }

    /// The reviewer's own answer that is to be given again, if it is among those that he is
    /// shown. What was put off was not judged, and where reviewers disagree none goes before
    /// the others.
    pub(super) fn before(&self, finding: &Diagnostic) -> Option<&Verdict> {
        let review = finding.review.as_ref().filter(|_| !finding.is_disputed())?;
        let key = finding.key();
        let is_shown = |one: &&Verdict| {
            one.finding == key
                && self.who.as_ref() == Some(&one.who)
                && one.status != Status::Deferred
                && review.answers.contains(&one.answer())
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
        let Opened { base, today, verdicts, .. } = &self.opened;
        let mut recorded = Vec::new();
        let mut files: BTreeMap<String, Vec<Verdict>> = BTreeMap::new();
        for (finding, given) in given {
            let verdict = given.on(finding, base, &who, *today, until);
            let known = verdicts.verdicts.iter().map(|one| (&one.finding, &one.who, &one.at));
            let file = file_of(known, &verdict.finding, &who);
            files.entry(file.clone()).or_default().push(verdict.clone());
            recorded.push((verdict, file));
        }
        let change = |(file, verdicts): (&String, &Vec<Verdict>)| {
            Change::of(&self.folder, file, |text| record_all(text, verdicts))
        };
        write(files.iter().map(change))?;
        Ok(recorded)
    }

    /// Writes that a study is no evidence, and tells in which file. From now on its claims
    /// are none here either.
    pub(super) fn reject(&mut self, study: &str, reason: String) -> Result<String, Refusal> {
        if !self.opened.base.studies.contains_key(study) {
            return Err(unknown(study, self.opened.base.studies.keys().map(String::as_str)));
        }
        let (who, on, until) = (self.who()?, self.opened.today, self.asked.until);
        if until.is_some_and(|until| until < on) {
            return Err(ReviewRefusal::BadEnd { latest: None }.into());
        }
        let at = Location { document: String::new(), span: 0..0 };
        let rejection =
            Rejection { study: study.to_owned(), reason, who: who.clone(), on, until, at };
        let rejections = self.opened.verdicts.rejections.iter();
        let file = file_of(rejections.map(|one| (&one.study, &one.who, &one.at)), study, &who);
        Change::of(&self.folder, &file, |text| reject(text, &rejection))?.write()?;
        self.opened.base.rejected.insert(study.to_owned());
        Ok(file)
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
        let keys: Vec<String> = findings.iter().map(Diagnostic::key).collect();
        let Verdicts { verdicts, .. } = &self.opened.verdicts;
        let gone = verdicts.iter().filter(|one| one.who == who && !keys.contains(&one.finding));
        let gone: Vec<(String, String)> =
            gone.map(|one| (one.finding.clone(), one.at.document.clone())).collect();
        let mut files: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (key, file) in &gone {
            files.entry(file).or_default().push(key);
        }
        let change = |(file, keys): (&str, Vec<&str>)| {
            let without = |text: String, key: &&str| remove(&text, key, &who);
            Change::of(&self.folder, file, |text| keys.iter().try_fold(text.to_owned(), without))
        };
        write(files.into_iter().map(change))?;
        Ok(gone)
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

/// Writes files, once it is known that each can be changed.
fn write(changes: impl Iterator<Item = Result<Change, Refusal>>) -> Result<(), Refusal> {
    let changes: Vec<Change> = changes.collect::<Result<_, _>>()?;
    changes.into_iter().try_for_each(Change::write)
}

/// The file in which a reviewer has a block on something, or his own.
fn file_of<'a>(
    blocks: impl Iterator<Item = (&'a String, &'a String, &'a Location)>,
    key: &str,
    who: &str,
) -> String {
    let mut own = blocks.filter(|(about, by, _)| *about == key && *by == who);
    own.next().map_or_else(|| who::file(who), |(_, _, at)| at.document.clone())
}
