//! What is found of a table.

use crate::tests_made::Tests;

/// Two directly comparable rows that conflict: materially, and by more than sampling explains or
/// at any plausible size.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Contradicting {
    /// The row of the higher share.
    pub upper: u32,
    /// The row of the lower share.
    pub lower: u32,
    /// The distance of the facing ends, a difference of fractions.
    pub gap: f64,
    /// The odds ratio of the facing ends.
    pub odds: f64,
    /// The test; none where a size is unknown, and the two conflict at any plausible one.
    pub test: Option<Corrected>,
    /// Whether they contradict each other also after Holm's correction for all tests of the
    /// proposition, or at any plausible size.
    pub stays: bool,
}

/// The p of a test, corrected for how many were made.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Corrected {
    /// The two-sided p, as if random samples of the effective sizes.
    pub p: f64,
    /// By Holm, among the tests of the proposition.
    pub holm: f64,
    /// By Benjamini and Hochberg among the tests of the proposition; none where it is not below the
    /// level.
    pub bh: Option<f64>,
    /// By Benjamini and Hochberg among all tests of the table; none where it is not below the
    /// level.
    pub q: Option<f64>,
}

/// How much there was to judge, and what came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Counts {
    /// Rows.
    pub rows: u64,
    /// Those that are compared.
    pub evidence: u64,
    /// Propositions that they are about.
    pub propositions: u64,
    /// Pairs of directly comparable rows.
    pub comparable: u64,
    /// Those of which both sizes are known.
    pub tested: u64,
    /// Those of which a size is unknown.
    pub untestable: u64,
    /// Pairs that conflict, one by one.
    pub conflicts: u64,
    /// Those that still do after Holm's correction, or at any plausible size.
    pub contradictions: u64,
    /// How many tests would be significant on average if nothing differed.
    pub expected_false_alarms: f64,
}

/// What was found of a whole table.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Judged {
    /// The pairs that conflict, in order of proposition, upper and lower claim.
    pub pairs: Vec<Contradicting>,
    /// How much there was.
    pub counts: Counts,
}

/// What was found of a part of a table that has all rows of its propositions: everything but `q`,
/// which takes the tests of all parts.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Partial {
    /// The pairs that conflict, without their `q`.
    pub pairs: Vec<Contradicting>,
    /// The tests of this part.
    pub tests: Tests,
    /// How much there was in this part.
    pub counts: Counts,
}

impl Counts {
    /// Adds those of another part, which has other propositions.
    #[must_use]
    pub fn merged(self, other: Self) -> Self {
        Self {
            rows: self.rows + other.rows,
            evidence: self.evidence + other.evidence,
            propositions: self.propositions + other.propositions,
            comparable: self.comparable + other.comparable,
            tested: self.tested + other.tested,
            untestable: self.untestable + other.untestable,
            conflicts: self.conflicts + other.conflicts,
            contradictions: self.contradictions + other.contradictions,
            expected_false_alarms: self.expected_false_alarms + other.expected_false_alarms,
        }
    }
}
