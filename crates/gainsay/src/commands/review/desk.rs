//! What a reviewer has before him, and the files that he writes.

use std::{
    io,
    path::{Path, PathBuf},
};

use gainsay_claims::{Diagnostic, Location, facts::ReviewState};
use gainsay_host::{make_whole, path_inside};
use gainsay_judge::judge;
use gainsay_verdict::{
    EditError, Given, Rejection, Review, Verdict, Verdicts, latest, record, reject, remove,
};
use jiff::civil::Date;

use crate::{
    args::ReviewArgs,
    base::Opened,
    file,
    refusal::{Refusal, ReviewRefusal},
    select::unknown,
    who,
};

/// The largest file of verdicts that is changed, in bytes.
const LARGEST: usize = 16 << 20;

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

    /// What the rules find today and what reviewers answered, worst first.
    pub(super) fn findings(&self) -> Vec<Diagnostic> {
        let Opened { base, verdicts, today, .. } = &self.opened;
        let mut findings = judge(base).diagnostics;
        Review::new(&findings, base, verdicts, *today).mark(&mut findings);
        findings
    }

    /// The answer that held until something changed or it ended: the reviewer's own, else
    /// the latest.
    pub(super) fn before(&self, finding: &Diagnostic) -> Option<&Verdict> {
        let review = finding.review.as_ref()?;
        if matches!(review.state, ReviewState::Open | ReviewState::Conflicting) {
            return None;
        }
        let key = finding.key();
        let given = self.opened.verdicts.verdicts.iter().filter(|one| one.finding == key);
        let is_own = |one: &&Verdict| self.who.as_ref() == Some(&one.who);
        given.max_by_key(|one| (is_own(one), one.on))
    }

    /// Writes a verdict, and tells in which file.
    pub(super) fn record(
        &mut self,
        finding: &Diagnostic,
        given: Given,
    ) -> Result<(Verdict, String), Refusal> {
        let (who, until) = (self.who()?, self.until()?);
        let Opened { base, today, .. } = &self.opened;
        let verdict = given.on(finding, base, &who, *today, until);
        let verdicts = self.opened.verdicts.verdicts.iter();
        let file =
            file_of(verdicts.map(|one| (&one.finding, &one.who, &one.at)), &verdict.finding, &who);
        self.change(&file, |text| record(text, &verdict))?;
        Ok((verdict, file))
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
        self.change(&file, |text| reject(text, &rejection))?;
        self.opened.base.rejected.insert(study.to_owned());
        Ok(file)
    }

    /// Removes the reviewer's own verdicts on what is not found any more; returns their
    /// keys and files. While sources are missing nothing is known to be gone.
    pub(super) fn prune(&mut self) -> Result<Vec<(String, String)>, Refusal> {
        if !self.opened.base.is_complete() {
            return Ok(Vec::new());
        }
        let who = self.who()?;
        let keys: Vec<String> = self.findings().iter().map(Diagnostic::key).collect();
        let Verdicts { verdicts, .. } = &self.opened.verdicts;
        let gone = verdicts.iter().filter(|one| one.who == who && !keys.contains(&one.finding));
        let gone: Vec<(String, String)> =
            gone.map(|one| (one.finding.clone(), one.at.document.clone())).collect();
        for (key, file) in &gone {
            self.change(file, |text| remove(text, key, &who))?;
        }
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

    /// Changes a file of the base as it is on disk now, whole or not at all.
    fn change(
        &self,
        name: &str,
        change: impl Fn(&str) -> Result<String, EditError>,
    ) -> Result<(), Refusal> {
        let not_written = |error| ReviewRefusal::NotWritten { file: name.to_owned(), error };
        let path = path_inside(&self.folder, name).map_err(not_written)?;
        let text = text_of(&path).map_err(not_written)?;
        let changed = change(&text)
            .map_err(|error| ReviewRefusal::NotChanged { file: name.to_owned(), error })?;
        if changed != text {
            make_whole(&path, changed.as_bytes()).map_err(not_written)?;
        }
        Ok(())
    }
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

/// The text of a file; none is empty.
fn text_of(path: &Path) -> io::Result<String> {
    match file::text(path, LARGEST) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(String::new()),
        text => text,
    }
}
