//! Three studies or more on one proposition, and houses over many waves.

use gainsay_judge::{Dissent, GroupJudgement, HouseDifference, Model, PooledShare};
use schemars::JsonSchema;
use serde::Serialize;

use super::parts::Range;

/// At least three comparable and independent studies.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Group {
    /// One claim of each study.
    claims: Vec<String>,
    /// Absent for fewer than three precise shares of known size.
    #[serde(skip_serializing_if = "Option::is_none")]
    pooled: Option<Pooled>,
    /// Where no size is known: the common size from which on they scatter by more than
    /// sampling explains.
    #[serde(skip_serializing_if = "Option::is_none")]
    size_needed: Option<u64>,
    dissenters: Vec<Dissenter>,
    /// Bounds and vague shares that lie outside the prediction.
    outside: Vec<String>,
    /// The fewest true shares that satisfy every claim.
    true_shares: usize,
    /// The largest sets of claims that one share satisfies, lowest share first.
    camps: Vec<Vec<String>>,
}

/// A random-effects mean of log odds, as shares, as if each base were a random sample
/// of its effective size.
#[derive(Debug, Serialize, JsonSchema)]
struct Pooled {
    studies: usize,
    model: ModelOutput,
    share: f64,
    interval: Range,
    /// Where one more study is to be expected; for five studies and more.
    #[serde(skip_serializing_if = "Option::is_none")]
    prediction: Option<Range>,
    q: f64,
    q_p: f64,
    /// A fraction.
    i2: f64,
    /// Of log odds, by restricted likelihood.
    tau2: f64,
    tau2_interval: Range,
    tau2_paule_mandel: f64,
}

#[derive(Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
enum ModelOutput {
    /// Log odds with a normal error; Hartung and Knapp's interval.
    LogOdds,
    /// Counts with a binomial error; Wald's interval.
    Binomial,
}

#[derive(Debug, Serialize, JsonSchema)]
struct Dissenter {
    claim: String,
    /// Studentized deleted residual.
    residual: f64,
    /// After Holm's correction for looking at every study.
    p: f64,
    i2_without: f64,
}

/// Two houses over many waves.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Houses {
    houses: [String; 2],
    /// Waves in which the first is above the second, below it, and level.
    above: usize,
    below: usize,
    level: usize,
    /// Exact sign test, after Holm's correction for the number of pairs of houses.
    sign_p: f64,
    /// First less second, a difference of fractions.
    mean: f64,
    interval: Range,
    p: f64,
}

/// How close polls of the same days agree, none of which share respondents.
#[derive(Debug, Serialize, JsonSchema)]
pub(crate) struct Closeness {
    polls: usize,
    degrees: usize,
    /// Sum of squared standardised distances; about `degrees` is normal.
    sum: f64,
    /// How likely so small a sum is.
    p: f64,
}

impl From<gainsay_judge::stats::Closeness> for Closeness {
    fn from(one: gainsay_judge::stats::Closeness) -> Self {
        Self { polls: one.samples, degrees: one.degrees, sum: one.sum, p: one.p }
    }
}

impl From<&GroupJudgement> for Group {
    fn from(group: &GroupJudgement) -> Self {
        Self {
            claims: group.claims.clone(),
            pooled: group.pooled.as_ref().map(Pooled::from),
            size_needed: group.size_needed,
            dissenters: group.dissenters.iter().map(Dissenter::from).collect(),
            outside: group.outside.clone(),
            true_shares: group.true_shares,
            camps: group.camps.clone(),
        }
    }
}

impl From<&PooledShare> for Pooled {
    fn from(pooled: &PooledShare) -> Self {
        Self {
            studies: pooled.studies,
            model: match pooled.model {
                Model::LogOdds => ModelOutput::LogOdds,
                Model::Binomial => ModelOutput::Binomial,
            },
            share: pooled.share,
            interval: pooled.interval.into(),
            prediction: pooled.prediction.map(Range::from),
            q: pooled.q,
            q_p: pooled.p,
            i2: pooled.i2,
            tau2: pooled.tau2,
            tau2_interval: pooled.tau2_interval.into(),
            tau2_paule_mandel: pooled.tau2_paule_mandel,
        }
    }
}

impl From<&Dissent> for Dissenter {
    fn from(one: &Dissent) -> Self {
        Self {
            claim: one.claim.clone(),
            residual: one.residual,
            p: one.p,
            i2_without: one.i2_without,
        }
    }
}

impl From<&HouseDifference> for Houses {
    fn from(one: &HouseDifference) -> Self {
        Self {
            houses: one.houses.clone(),
            above: one.series.above,
            below: one.series.below,
            level: one.series.level,
            sign_p: one.sign_p,
            mean: one.series.mean,
            interval: one.series.ci.into(),
            p: one.series.p,
        }
    }
}
