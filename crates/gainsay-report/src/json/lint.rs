//! The output of `gainsay lint`.

use gainsay_claims::{
    facts::{Match as Matched, MatchReason},
    value::{Quantity, ReportingSet},
};
use gainsay_draft::{CheckedFigure, Kind, Outcome};
use schemars::JsonSchema;
use serde::Serialize;

use super::{
    diagnostic::Diagnostic,
    parts::{At, Set, finite},
    text,
};
use crate::{
    Linted, Speaker,
    lint::{DraftCounts, Lint, location, words},
};

/// What `gainsay lint --output-format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
pub struct LintOutput {
    /// `gainsay/lint/1`.
    schema: &'static str,
    /// Whether every draft was read and every source loaded; if not, silence proves
    /// nothing.
    complete: bool,
    /// Over all drafts.
    counts: Counts,
    drafts: Vec<Draft>,
    /// Drafts that could not be read.
    unread: Vec<Unread>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Counts {
    errors: usize,
    warnings: usize,
    notes: usize,
    /// Figures that were held against the base: the sum of the next four.
    figures: usize,
    matched: usize,
    differing: usize,
    of_other_studies: usize,
    unmatched: usize,
    /// Numbers of what the base is not about.
    unchecked: usize,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Draft {
    /// As it was given.
    path: String,
    counts: Counts,
    /// In order of place.
    diagnostics: Vec<Diagnostic>,
    /// In order of place.
    figures: Vec<Figure>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Unread {
    path: String,
    /// In the language asked for, like all messages.
    message: String,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Figure {
    at: At,
    /// As it reads, without markup.
    text: String,
    /// `finding`, `sample-size` or `number`.
    kind: &'static str,
    /// A share, as read.
    #[serde(skip_serializing_if = "Option::is_none")]
    share: Option<Set>,
    /// `matched`, `differs`, `other-study`, `universal`, `size`, `size-differs`,
    /// `unmatched` or `unchecked`.
    outcome: &'static str,
    /// The study whose number of people it is, or should be.
    #[serde(skip_serializing_if = "Option::is_none")]
    study: Option<String>,
    /// The claim that it was held against; the nearest ones, the best first, if it is
    /// `unmatched`.
    claims: Vec<Match>,
    /// The claim that the draft makes with it, by the id that diagnostics use.
    #[serde(skip_serializing_if = "Option::is_none")]
    makes: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Match {
    claim: String,
    /// How alike, 0 to 1; no probability.
    #[serde(skip_serializing_if = "Option::is_none")]
    score: Option<f64>,
    reasons: Vec<Reason>,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Reason {
    /// `same-figure`, `complement`, `other-figure`, `names-source`, `names-other`,
    /// `names-none`, `subject`, `people` or `other-people`.
    kind: &'static str,
    /// The words of the draft that it rests on.
    words: Vec<String>,
}

/// Writes what came of drafts.
pub fn lint(lint: &Lint<'_>) -> String {
    let unread = lint.unread.iter();
    text(&LintOutput {
        schema: "gainsay/lint/1",
        complete: lint.unread.is_empty() && lint.base.is_complete(),
        counts: lint.counts().into(),
        drafts: lint.drafts.iter().map(|one| draft(lint, one)).collect(),
        unread: unread
            .map(|one| Unread { path: one.draft.clone(), message: one.why.clone() })
            .collect(),
    })
}

impl From<DraftCounts> for Counts {
    fn from(counts: DraftCounts) -> Self {
        Self {
            errors: counts.errors,
            warnings: counts.warnings,
            notes: counts.notes,
            figures: counts.figures(),
            matched: counts.matched,
            differing: counts.differing,
            of_other_studies: counts.of_other_studies,
            unmatched: counts.unmatched,
            unchecked: counts.unchecked,
        }
    }
}

fn draft(lint: &Lint<'_>, linted: &Linted) -> Draft {
    let speaker = Speaker::new(&linted.base, lint.lang);
    let diagnostics = linted.checked.diagnostics.iter();
    let figures = linted.checked.figures.iter();
    Draft {
        path: linted.draft.name.clone(),
        counts: DraftCounts::of(linted).into(),
        diagnostics: diagnostics.map(|one| Diagnostic::new(speaker, one)).collect(),
        figures: figures.filter_map(|one| figure(linted, one)).collect(),
    }
}

fn figure(linted: &Linted, checked: &CheckedFigure) -> Option<Figure> {
    let (outcome, study) = match &checked.outcome {
        Outcome::Found(_) => ("matched", None),
        Outcome::Differs(_) => ("differs", None),
        Outcome::OtherStudy(_) => ("other-study", None),
        Outcome::Universal(_) => ("universal", None),
        Outcome::Difference(_) => ("difference", None),
        Outcome::Size(study) => ("size", Some(study.clone())),
        Outcome::SizeDiffers(study) => ("size-differs", Some(study.clone())),
        Outcome::NotFound(_) => ("unmatched", None),
        Outcome::NotChecked => ("unchecked", None),
    };
    Some(Figure {
        at: At::new(&linted.base, &location(linted, checked)?),
        text: words(linted, checked)?.to_owned(),
        kind: match checked.figure.kind {
            Kind::Finding => "finding",
            Kind::SampleSize => "sample-size",
            Kind::Number => "number",
        },
        share: share(&checked.figure.reading.quantity).map(Set::from),
        outcome,
        study,
        claims: checked.outcome.matches().iter().map(Match::from).collect(),
        makes: checked.claim.clone(),
    })
}

fn share(quantity: &Quantity) -> Option<ReportingSet> {
    match quantity {
        Quantity::Share { hard, .. } => Some(*hard),
        _ => None,
    }
}

impl From<&Matched> for Match {
    fn from(found: &Matched) -> Self {
        Self {
            claim: found.claim.clone(),
            score: finite(found.score),
            reasons: found.reasons.iter().map(Reason::from).collect(),
        }
    }
}

impl From<&MatchReason> for Reason {
    fn from(reason: &MatchReason) -> Self {
        let (kind, words) = match reason {
            MatchReason::SameFigure => ("same-figure", &[][..]),
            MatchReason::Complement => ("complement", &[][..]),
            MatchReason::OtherFigure => ("other-figure", &[][..]),
            MatchReason::NamesSource(name) => ("names-source", std::slice::from_ref(name)),
            MatchReason::NamesOther(name) => ("names-other", std::slice::from_ref(name)),
            MatchReason::NamesNone => ("names-none", &[][..]),
            MatchReason::Subject(words) => ("subject", &words[..]),
            MatchReason::People(words) => ("people", &words[..]),
            MatchReason::OtherPeople(words) => ("other-people", &words[..]),
        };
        Self { kind, words: words.to_vec() }
    }
}
