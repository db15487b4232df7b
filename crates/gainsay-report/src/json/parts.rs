//! Parts that several outputs share.

use gainsay_claims::{
    EvidenceBase, Location,
    sample::Sample,
    value::{Extent, ReportingSet},
};
use gainsay_judge::stats::Interval;
use schemars::JsonSchema;
use serde::Serialize;

use crate::place::{end, place};

/// A set of values; fractions of the base where it is a share.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Set {
    /// The lower end.
    lo: f64,
    /// The upper end; absent when there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    hi: Option<f64>,
    /// Whether the lower end is not part of the set.
    lo_open: bool,
    /// Whether the upper end is not part of the set.
    hi_open: bool,
}

impl From<ReportingSet> for Set {
    fn from(set: ReportingSet) -> Self {
        Self {
            lo: set.lo_f64(),
            hi: Some(set.hi_f64()),
            lo_open: set.lo_open(),
            hi_open: set.hi_open(),
        }
    }
}

impl From<Extent> for Set {
    fn from(set: Extent) -> Self {
        Self { lo: set.lo_f64(), hi: set.hi_f64(), lo_open: set.lo_open(), hi_open: set.hi_open() }
    }
}

/// A closed range: shares, or differences of shares.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Range {
    /// The lower end.
    lo: f64,
    /// The upper end.
    hi: f64,
}

impl From<Interval> for Range {
    fn from(interval: Interval) -> Self {
        Self { lo: interval.lo, hi: interval.hi }
    }
}

/// A place in a document of the base, or in a draft.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct At {
    /// Relative to the base; a draft's as it was given.
    path: String,
    /// From 1.
    line: usize,
    /// In characters, from 1.
    column: usize,
    /// The line of the first character after it.
    end_line: usize,
    /// The column of the first character after it.
    end_column: usize,
    /// Part and address in a file that is no text, such as `Q2!B5` of a workbook; line and
    /// column are then those of what was listed of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<String>,
}

impl At {
    pub(crate) fn new(base: &EvidenceBase, at: &Location) -> Self {
        let (place, end) = (place(base, at), end(base, at));
        Self {
            path: place.path,
            line: place.line,
            column: place.column,
            end_line: end.line,
            end_column: end.column,
            address: place.address,
        }
    }
}

/// A number of cases as published.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Cases {
    /// How well it is known.
    kind: CasesKind,
    /// The number, or the least of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    n: Option<u64>,
    /// The greatest of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    up_to: Option<u64>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum CasesKind {
    Unknown,
    Census,
    Exactly,
    About,
    AtLeast,
    AtMost,
    Between,
}

impl From<Sample> for Cases {
    fn from(sample: Sample) -> Self {
        let (kind, n, up_to) = match sample {
            Sample::Unknown => (CasesKind::Unknown, None, None),
            Sample::Census => (CasesKind::Census, None, None),
            Sample::Exactly(n) => (CasesKind::Exactly, Some(n), None),
            Sample::About(n) => (CasesKind::About, Some(n), None),
            Sample::AtLeast(n) => (CasesKind::AtLeast, Some(n), None),
            Sample::AtMost(n) => (CasesKind::AtMost, None, Some(n)),
            Sample::Between(lo, hi) => (CasesKind::Between, Some(lo), Some(hi)),
        };
        Self { kind, n, up_to }
    }
}

/// A number that exists; JSON has no infinity.
pub(crate) fn finite(number: f64) -> Option<f64> {
    number.is_finite().then_some(number)
}
