//! A pair of claims.

use gainsay_claims::facts::Strength as Fact;
use gainsay_judge::{
    Adjusted, Distance, Grade, Outcome, PairJudgement,
    stats::{BreakEven, PairTest, PairVerdict, UnknownSizeVerdict},
};
use schemars::JsonSchema;
use serde::Serialize;

use super::parts::{Range, finite};
use crate::Speaker;

/// Two claims of different studies on one proposition.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Pair {
    left: String,
    right: String,
    /// How comparable they are, from A to D; X is another unit.
    grade: String,
    verdict: Verdict,
    /// Whether one reporting set holds the other.
    contains: bool,
    /// Whether the two are waves of one publisher: then a difference is a trend.
    trend: bool,
    /// Distance of the facing ends, in fractions of the base.
    gap: f64,
    /// Odds ratio at the facing ends; absent when unbounded.
    #[serde(skip_serializing_if = "Option::is_none")]
    odds: Option<f64>,
    /// Present when both sizes are known or assumed.
    #[serde(skip_serializing_if = "Option::is_none")]
    test: Option<Test>,
    /// Present when the verdict is `conflict`.
    #[serde(skip_serializing_if = "Option::is_none")]
    strength: Option<Strength>,
    /// Present when a size is unknown or assumed.
    #[serde(skip_serializing_if = "Option::is_none")]
    break_even: Option<BreakEvenOutput>,
    /// The claim whose size is published, when only one is.
    #[serde(skip_serializing_if = "Option::is_none")]
    known: Option<String>,
    comparisons: Vec<Comparison>,
    /// Why the two may be one piece of evidence.
    #[serde(skip_serializing_if = "Option::is_none")]
    dependence: Option<Dependence>,
}

/// What the figures of two claims say.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Verdict {
    Agree,
    Compatible,
    Inconclusive,
    Conflict,
    /// A size is unknown: a conflict at any size that a survey has.
    ConflictAtAnyPlausibleSize,
    /// A size is unknown: a conflict from `break_even.n` on.
    ConflictFromBreakEven,
    /// A size is unknown: a conflict would take more than can be supposed.
    NotEstablished,
}

/// The test of two shares as if each base were a random sample of its effective
/// size.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Test {
    /// Two-sided.
    p: f64,
    /// The same after Holm's correction for all comparable pairs of the proposition;
    /// absent for pairs that are not independent.
    #[serde(skip_serializing_if = "Option::is_none")]
    p_holm: Option<f64>,
    /// The same after Benjamini and Hochberg's, to explore.
    #[serde(skip_serializing_if = "Option::is_none")]
    p_bh: Option<f64>,
    /// Newcombe interval of left minus right at the facing ends.
    ci: Range,
}

/// How far a conflict survives larger design effects.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Strength {
    Fragile,
    Solid,
    Robust,
}

/// The size from which on it would be a conflict.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct BreakEvenOutput {
    kind: BreakEvenKind,
    /// The size, when there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    n: Option<u64>,
}

#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum BreakEvenKind {
    /// The sets overlap: no size would do.
    Overlap,
    /// No size of the unknown sample would do.
    Never,
    /// From `n` on.
    From,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Comparison {
    /// `unit`, `wording`, `population`, `base`, `period`, `mode` or `sponsor`.
    dimension: &'static str,
    /// `same`, `near`, `different` or `unknown`.
    distance: &'static str,
    /// What left and right say, in the language asked for.
    sides: [String; 2],
}

#[derive(Debug, Serialize, JsonSchema)]
struct Dependence {
    /// Whether a publisher says so.
    declared: bool,
    why: String,
}

impl Pair {
    pub(super) fn new(speaker: Speaker<'_>, pair: &PairJudgement) -> Self {
        let mut output = Self {
            left: pair.left.to_string(),
            right: pair.right.to_string(),
            grade: grade(pair.grade).to_owned(),
            verdict: verdict(&pair.outcome),
            contains: pair.contains,
            trend: pair.trend,
            gap: 0.0,
            odds: None,
            test: None,
            strength: None,
            break_even: None,
            known: None,
            comparisons: comparisons(speaker, pair),
            dependence: pair
                .dependence
                .as_ref()
                .map(|one| Dependence { declared: one.declared, why: one.why.clone() }),
        };
        match &pair.outcome {
            Outcome::Tested { test, conflict, needed } => {
                output.gap = test.gap;
                output.odds = finite(test.odds);
                output.test = Some(Test::new(test, pair.adjusted));
                output.strength = conflict.as_deref().map(|(strength, _)| (*strength).into());
                let known = needed.as_ref().and_then(|needed| needed.known.as_deref());
                output.known = known.map(str::to_owned);
                output.break_even = needed.as_ref().map(|needed| needed.break_even.into());
            }
            Outcome::Untested { gap, odds, known, break_even, .. } => {
                output.gap = *gap;
                output.odds = finite(*odds);
                output.known = known.as_deref().map(str::to_owned);
                output.break_even = Some((*break_even).into());
            }
        }
        output
    }
}

impl Test {
    pub(super) fn new(test: &PairTest, adjusted: Option<Adjusted>) -> Self {
        Self {
            p: test.p,
            p_holm: adjusted.map(|one| one.holm),
            p_bh: adjusted.map(|one| one.bh),
            ci: test.ci.into(),
        }
    }
}

impl From<Fact> for Strength {
    fn from(strength: Fact) -> Self {
        match strength {
            Fact::Fragile => Self::Fragile,
            Fact::Solid => Self::Solid,
            Fact::Robust => Self::Robust,
        }
    }
}

impl From<BreakEven> for BreakEvenOutput {
    fn from(size: BreakEven) -> Self {
        let (kind, n) = match size {
            BreakEven::Overlap => (BreakEvenKind::Overlap, None),
            BreakEven::Never => (BreakEvenKind::Never, None),
            BreakEven::At(n) => (BreakEvenKind::From, Some(n)),
        };
        Self { kind, n }
    }
}

impl From<PairVerdict> for Verdict {
    fn from(verdict: PairVerdict) -> Self {
        match verdict {
            PairVerdict::Agree => Self::Agree,
            PairVerdict::Compatible => Self::Compatible,
            PairVerdict::Inconclusive => Self::Inconclusive,
            PairVerdict::Conflict => Self::Conflict,
        }
    }
}

impl From<UnknownSizeVerdict> for Verdict {
    fn from(verdict: UnknownSizeVerdict) -> Self {
        match verdict {
            UnknownSizeVerdict::Compatible => Self::Compatible,
            UnknownSizeVerdict::AnyPlausible(_) => Self::ConflictAtAnyPlausibleSize,
            UnknownSizeVerdict::IfAtLeast(_) => Self::ConflictFromBreakEven,
            UnknownSizeVerdict::NotEstablished => Self::NotEstablished,
        }
    }
}

fn verdict(outcome: &Outcome) -> Verdict {
    match outcome {
        Outcome::Tested { test, .. } => test.verdict.into(),
        Outcome::Untested { verdict, .. } => (*verdict).into(),
    }
}

fn comparisons(speaker: Speaker<'_>, pair: &PairJudgement) -> Vec<Comparison> {
    let comparisons = gainsay_judge::comparisons(pair, speaker.base);
    comparisons
        .iter()
        .map(|one| Comparison {
            dimension: one.dimension.name(),
            distance: distance(one.distance),
            sides: one.sides.each_ref().map(|side| speaker.side(side)),
        })
        .collect()
}

fn grade(grade: Grade) -> &'static str {
    match grade {
        Grade::A => "A",
        Grade::B => "B",
        Grade::C => "C",
        Grade::D => "D",
        Grade::X => "X",
    }
}

fn distance(distance: Distance) -> &'static str {
    match distance {
        Distance::Same => "same",
        Distance::Near => "near",
        Distance::Different => "different",
        Distance::Unknown => "unknown",
    }
}
