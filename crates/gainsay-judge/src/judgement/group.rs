//! What the judge answers about three studies or more at once.

use gainsay_claims::facts::GroupFact;

use crate::stats::{Alpha, Interval, Series};

/// Two publishers over many waves on one proposition, as if the bases were random
/// samples of their effective sizes. No wave shares respondents with another.
#[derive(Clone, Debug, PartialEq)]
pub struct HouseDifference {
    /// Their names, in order.
    pub houses: [String; 2],
    /// What the waves say together: of the first less the second.
    pub series: Series,
    /// The p of so one-sided a split, corrected for the number of pairs of houses.
    pub sign_p: f64,
}

impl HouseDifference {
    /// Whether one house is above the other in more waves than chance allows, after
    /// correcting for the number of pairs of houses, and on the whole.
    pub fn is_one_sided(&self, alpha: Alpha) -> bool {
        self.sign_p < alpha.value() && self.series.p < alpha.value()
    }
}

/// The judgement of at least three independent studies on one proposition, every
/// two of which are comparable (grade A to C).
#[derive(Clone, Debug, PartialEq)]
pub struct GroupJudgement {
    /// One claim of each study, in order of id.
    pub claims: Vec<String>,
    /// What those say together that state a precise share and a size. Absent for
    /// fewer than three of them.
    pub pooled: Option<PooledShare>,
    /// Where no size is known: the size from which on the claims differ by more than
    /// sampling explains, if each study asked so many.
    pub size_needed: Option<u64>,
    /// The studies that the others do not predict, the most surprising first.
    pub dissenters: Vec<Dissent>,
    /// Claims of a bound or a vague share that lie wholly outside the prediction.
    pub outside: Vec<String>,
    /// The fewest true shares that would satisfy every claim, 1 when all can be true.
    pub true_shares: usize,
    /// The largest sets of claims that one true share satisfies, from the lowest share
    /// to the highest.
    pub camps: Vec<Vec<String>>,
}

impl GroupJudgement {
    /// Whether the studies differ by more than sampling explains, taken together.
    pub fn is_scattered(&self, alpha: f64) -> bool {
        self.pooled.as_ref().is_some_and(|pooled| pooled.p < alpha)
    }

    /// Whether a claim is one of the group.
    pub fn holds(&self, claim: &str) -> bool {
        self.claims.binary_search_by(|one| one.as_str().cmp(claim)).is_ok()
    }
}

/// A share pooled with random effects, as if each base were a random sample of its
/// effective size.
#[derive(Clone, Debug, PartialEq)]
pub struct PooledShare {
    /// How many studies.
    pub studies: usize,
    /// How they were pooled.
    pub model: Model,
    /// The mean share.
    pub share: f64,
    /// The interval of the mean.
    pub interval: Interval,
    /// Where the true share of one more study is to be expected; for five studies and
    /// more.
    pub prediction: Option<Interval>,
    /// Cochran's `Q`.
    pub q: f64,
    /// Its p: how likely so much scatter is if all studies measured one share.
    pub p: f64,
    /// The part of the variance that lies between studies, as a fraction.
    pub i2: f64,
    /// The variance between studies, of log odds: by restricted likelihood.
    pub tau2: f64,
    /// Its interval (Q-profile).
    pub tau2_interval: Interval,
    /// The same by Paule and Mandel, as a check.
    pub tau2_paule_mandel: f64,
}

impl PooledShare {
    /// What is told of it.
    pub fn fact(&self) -> GroupFact {
        GroupFact::Pooled {
            studies: self.studies,
            share: self.share,
            interval: [self.interval.lo, self.interval.hi],
            prediction: self.prediction.map(|one| [one.lo, one.hi]),
            i2: self.i2,
            p: self.p,
        }
    }
}

/// How shares were pooled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Model {
    /// Log odds with a normal error; the interval is Hartung and Knapp's.
    LogOdds,
    /// Counts with a binomial error, where studies scatter and few said yes or few said
    /// no; the interval is Wald's.
    Binomial,
}

/// A study that the others of its group do not predict.
#[derive(Clone, Debug, PartialEq)]
pub struct Dissent {
    /// Its claim.
    pub claim: String,
    /// The studentized deleted residual.
    pub residual: f64,
    /// Its p after Holm's correction for having looked at every study.
    pub p: f64,
    /// The part of the variance that lies between studies once it is left out.
    pub i2_without: f64,
}
