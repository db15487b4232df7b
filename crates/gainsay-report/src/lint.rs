//! What was found in drafts: in the look of rustc, as lines, and in numbers.

mod counts;
mod figures;
mod summary;

#[cfg(test)]
pub(crate) mod fixture;

use gainsay_claims::{Check, EvidenceBase, Lang, Level};
use gainsay_draft::{Checked, Draft};

pub(crate) use counts::DraftCounts;
pub(crate) use figures::{location, words};

use crate::{Found, Paths, Speaker, concise, github, gitlab, junit, sarif, terminal};

/// Drafts that were held against an evidence base, to be told in one language.
#[derive(Clone, Copy, Debug)]
pub struct Lint<'a> {
    /// The base, without drafts.
    pub base: &'a EvidenceBase,
    /// The language.
    pub lang: Lang,
    /// Those that could be read, in the order in which they were named.
    pub drafts: &'a [Linted],
    /// Those that could not.
    pub unread: &'a [Unread],
}

/// A draft, and what came of it.
#[derive(Clone, Debug)]
pub struct Linted {
    /// The draft.
    pub draft: Draft,
    /// The base, with the draft as a document and what it says as claims.
    pub base: EvidenceBase,
    /// Its figures, and what is wrong with it, as far as it is shown.
    pub checked: Checked,
}

/// A draft that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its path as it was given.
    pub draft: String,
    /// Why, as one sentence that begins with the place.
    pub why: String,
}

impl<'a> Lint<'a> {
    /// Every diagnostic with its lines, every figure if asked for, and the summary.
    pub fn full(&self, figures: bool, colour: bool) -> String {
        let mut text = String::new();
        for (linted, speaker) in self.spoken() {
            for diagnostic in &linted.checked.diagnostics {
                text += &terminal::render(speaker, diagnostic, colour);
                text += "\n";
            }
        }
        text + &self.figures(figures) + &self.summary()
    }

    /// One line for each diagnostic, every figure if asked for, and the summary.
    pub fn concise(&self, figures: bool) -> String {
        let mut text = String::new();
        for (linted, speaker) in self.spoken() {
            let shown = linted.checked.diagnostics.iter();
            text.extend(shown.map(|one| concise::render(speaker, one)));
        }
        text + &self.figures(figures) + &self.summary()
    }

    /// Commands of a GitHub workflow, and the summary for its log.
    pub fn github(&self, paths: &Paths) -> String {
        let unread = self.unread.iter().map(|one| github::unread(&one.draft, &one.why));
        github::render(&self.found(), paths) + &unread.collect::<String>() + &self.summary()
    }

    /// A Code Quality report of GitLab. Missing sources have no place in it.
    pub fn gitlab(&self, paths: &Paths) -> String {
        gitlab::render(&self.found(), self.unread, paths)
    }

    /// A JUnit report of these rules, whose findings fail from a level on.
    pub fn junit(&self, rules: &[&'static Check], fail_on: Level, paths: &Paths) -> String {
        let run = junit::Run { rules, fail_on, missing: &self.missing() };
        junit::render(&self.found(), &run, paths)
    }

    /// SARIF. What could not be looked at is told as a notification of the run.
    pub fn sarif(&self, paths: &Paths) -> String {
        let ending = sarif::Ending { missing: self.missing() };
        sarif::render(&self.found(), self.lang, &ending, paths)
    }

    /// What could not be looked at, each in a sentence.
    fn missing(&self) -> Vec<String> {
        let mut missing: Vec<String> = self.unread.iter().map(|one| one.why.clone()).collect();
        missing.extend(Speaker::new(self.base, self.lang).missing_sources());
        missing
    }

    /// What every figure was taken for, if that was asked for.
    fn figures(&self, asked: bool) -> String {
        if !asked {
            return String::new();
        }
        let told: String = self.spoken().map(|(linted, speaker)| speaker.figures(linted)).collect();
        if told.is_empty() { told } else { told + "\n" }
    }

    fn found(&self) -> Vec<Found<'a>> {
        self.spoken()
            .map(|(linted, speaker)| Found { speaker, shown: &linted.checked.diagnostics })
            .collect()
    }

    fn spoken(&self) -> impl Iterator<Item = (&'a Linted, Speaker<'a>)> {
        let lang = self.lang;
        self.drafts.iter().map(move |one| (one, Speaker::new(&one.base, lang)))
    }
}

#[cfg(test)]
#[path = "lint/tests.rs"]
mod tests;
