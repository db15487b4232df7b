//! Recorded verdicts.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_claims::{
    Diagnostic, EvidenceBase, Location,
    evidence::VERDICTS,
    facts::{Answer, Rejected},
};
use jiff::civil::Date;

use crate::{given::Given, read::read, relied::Relied};

/// Every verdict of a base, by file and in the order in which they stand there.
#[derive(Clone, Debug, Default)]
pub struct Verdicts {
    /// What reviewers make of findings.
    pub verdicts: Vec<Verdict>,
    /// Studies that they hold to be no evidence.
    pub rejections: Vec<Rejection>,
}

/// What one reviewer makes of one finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The key of the finding ([`Diagnostic::key`]).
    pub finding: String,
    /// What is said of it.
    pub given: Given,
    /// Name and address.
    pub who: String,
    /// When.
    pub on: Date,
    /// The last day on which it holds; at most a year after `on`.
    pub until: Date,
    /// What it relied on, in order of claim.
    pub evidence: Vec<Relied>,
    /// Where it is written: the key of the finding.
    pub at: Location,
}

/// A study that a reviewer holds to be no evidence, whatever it contradicts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejection {
    /// The study.
    pub study: String,
    /// Why, in the reviewer's words.
    pub reason: String,
    /// Name and address.
    pub who: String,
    /// When.
    pub on: Date,
    /// The last day on which it holds; absent: it has no end.
    pub until: Option<Date>,
    /// Where it is written: the id of the study.
    pub at: Location,
}

impl Verdicts {
    /// Reads the verdicts of a base on a day. What is bad in them is told with its place;
    /// the rest is kept.
    pub fn read(base: &EvidenceBase, today: Date) -> (Self, Vec<Diagnostic>) {
        let mut verdicts = Self::default();
        let mut diagnostics = Vec::new();
        let is_verdicts = |name: &str| {
            let file = name.strip_prefix(VERDICTS).and_then(|rest| rest.strip_prefix('/'));
            file.is_some_and(|file| !file.contains('/') && file.ends_with(".toml"))
        };
        for document in base.documents.values().filter(|one| is_verdicts(&one.name)) {
            let (mut read, mut told) = read(document, base, today);
            verdicts.verdicts.append(&mut read.verdicts);
            verdicts.rejections.append(&mut read.rejections);
            diagnostics.append(&mut told);
        }
        (verdicts, diagnostics)
    }

    /// How whoever answered signed, once for each answer.
    pub fn signatures(&self) -> impl Iterator<Item = &str> {
        let judged = self.verdicts.iter().map(|one| one.who.as_str());
        judged.chain(self.rejections.iter().map(|one| one.who.as_str()))
    }

    /// The studies that are held to be no evidence on a day.
    pub fn rejected(&self, today: Date) -> BTreeMap<String, Vec<Rejected>> {
        let mut rejected: BTreeMap<String, Vec<Rejected>> = BTreeMap::new();
        for one in self.rejections.iter().filter(|one| one.holds(today)) {
            rejected.entry(one.study.clone()).or_default().push(one.fact());
        }
        rejected
    }
}

impl Verdict {
    /// What it says, as a fact.
    pub fn answer(&self) -> Answer {
        Answer {
            status: self.given.status,
            cause: self.given.cause.clone(),
            who: self.who.clone(),
            on: self.on,
            until: self.until,
            reason: self.given.reason.clone(),
        }
    }

    /// Why studies that it relied on are held to be no evidence now: what it answers may be
    /// found again once that ends.
    pub fn rejections<'a>(&self, base: &'a EvidenceBase) -> Vec<&'a Rejected> {
        rejections_of(self.evidence.iter().map(|one| one.claim.as_str()), base)
    }
}

/// Who holds the studies of these claims to be no evidence, in order of study.
pub(crate) fn rejections_of<'a, 'b>(
    claims: impl Iterator<Item = &'b str>,
    base: &'a EvidenceBase,
) -> Vec<&'a Rejected> {
    // Most bases reject nothing, and their claims need not be looked up.
    if base.rejected.is_empty() {
        return Vec::new();
    }
    let claims = claims.filter_map(|id| base.claims.get(id));
    let studies: BTreeSet<&str> = claims.filter_map(|claim| claim.study()).collect();
    studies.into_iter().filter_map(|study| base.rejected.get(study)).flatten().collect()
}

impl Rejection {
    /// Whether it has not ended on a day.
    pub fn holds(&self, today: Date) -> bool {
        self.until.is_none_or(|until| today <= until)
    }

    /// What it says, as a fact.
    pub fn fact(&self) -> Rejected {
        let Self { study, who, on, reason, .. } = self.clone();
        Rejected { study, who, on, reason }
    }
}

/// The last day on which a verdict of this day may hold: a year later, as memory and
/// method move on.
pub fn latest(on: Date) -> Date {
    on.saturating_add(jiff::Span::new().years(1))
}
