//! What the judge answers: for each proposition who agrees, who differs, by how
//! much, how sure, and why it might be.

mod component;
mod group;
mod orders;
mod relation;

pub use component::{
    Coherence, ComponentJudgement, ImpliedShare, Incoherence, Member, WeightedBound, WeightedSum,
};
pub use group::{Dissent, GroupJudgement, HouseDifference, Model, PooledShare};
pub use orders::{
    Circle, EndReversal, FirstPlaces, OptionList, Orders, People, PeopleContrast, RankAgreement,
    RankedOption, Rivals, Standing, Step, Unestablished,
};
pub use relation::Relation;

use std::sync::Arc;

use gainsay_claims::{
    Diagnostic, Proposition,
    facts::{Dimension, Moved, Reach, Side, SizeReason, Strength},
    value::ReportingSet,
};

use crate::contrasts::Contrasts;
use crate::sanity::{Flaw, FlawKind};
use crate::stats::{BreakEven, Closeness, Interval, PairTest, PairVerdict, UnknownSizeVerdict};

/// The judgement of a whole base.
#[derive(Clone, Debug, Default)]
pub struct Judgement {
    /// What cannot be true inside one study, in order of study.
    pub flaws: Vec<Flaw>,
    /// Every proposition that a claim is about, in order.
    pub propositions: Vec<PropositionJudgement>,
    /// The order of options, across studies and groups of people.
    pub orders: Orders,
    /// Claims on propositions that bear on each other, by population, in order.
    pub components: Vec<ComponentJudgement>,
    /// How much differences between claims usually make, within one study.
    pub contrasts: Contrasts,
    /// Every citation of which the base knows a source, in order of id.
    pub citations: Vec<CitationJudgement>,
    /// What the rules found, in the order in which it is read: by tier, contradictions
    /// between studies first, the strongest and widest first.
    pub diagnostics: Vec<Diagnostic>,
}

impl Judgement {
    /// Returns the judgement of a proposition, if a claim is about it.
    pub fn on(&self, proposition: &Proposition) -> Option<&PropositionJudgement> {
        let place = self.propositions.binary_search_by(|one| one.proposition.cmp(proposition));
        self.propositions.get(place.ok()?)
    }
}

/// What became of a finding on its way into a citation.
#[derive(Clone, Debug, PartialEq)]
pub struct CitationJudgement {
    /// The citation's id.
    pub claim: String,
    // Invariant: not empty; the first is the citation's own.
    /// The hops back to the study, nearest first.
    pub hops: Vec<CitationHop>,
}

/// One step from a claim to what it restates.
#[derive(Clone, Debug, PartialEq)]
pub struct CitationHop {
    /// The claim that restates.
    pub citing: String,
    /// What it restates.
    pub restated: Restated,
    /// How it moved away from that.
    pub moved: Vec<Moved>,
}

/// What a claim restates.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Restated {
    /// The claim that it names.
    Claim(String),
    /// It names a study only.
    Study {
        /// The study.
        study: String,
        /// Published claims that it may restate, in order of id.
        nearest: Vec<String>,
    },
}

impl CitationJudgement {
    /// The claims and axes on which it moved, the citation's own first.
    pub fn moved(&self) -> impl Iterator<Item = (&CitationHop, &Moved)> {
        self.hops.iter().flat_map(|hop| hop.moved.iter().map(move |moved| (hop, moved)))
    }
}

/// The judgement of one proposition.
#[derive(Clone, Debug)]
pub struct PropositionJudgement {
    /// The proposition.
    pub proposition: Proposition,
    /// The claims that are evidence on it, in order of id.
    pub evidence: Vec<Evidence>,
    /// Pairs of claims of different studies, in order of their ids.
    pub pairs: Vec<PairJudgement>,
    /// Groups of at least three comparable studies, in order of time.
    pub groups: Vec<GroupJudgement>,
    /// What houses differ by over many waves, the surest first.
    pub houses: Vec<HouseDifference>,
    /// How close polls of the same days agree, as if random samples of the published
    /// sizes.
    pub closeness: Option<Closeness>,
    /// Claims on it that are not compared, and why.
    pub left_out: Vec<LeftOut>,
}

impl PropositionJudgement {
    /// Returns a claim as evidence, if it is.
    pub fn evidence_of(&self, claim: &str) -> Option<&Evidence> {
        let place = self.evidence.binary_search_by(|one| one.claim.as_ref().cmp(claim));
        self.evidence.get(place.ok()?)
    }
}

/// A claim as evidence: the share of those of whom the proposition is true.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The claim's id, shared by all pairs that it is in.
    pub claim: Arc<str>,
    /// The share, on one polarity and at the cut that the concept means.
    pub share: ReportingSet,
    /// Its middle, where it is precise enough to have one: no bound, no vague word.
    pub middle: Option<f64>,
    /// The size of its base.
    pub size: Size,
    /// The uncertainty set as if the base were a random sample of its effective
    /// size. Absent when no size is known: then the share itself is all.
    pub interval: Option<Interval>,
}

/// How many a share was computed from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Size {
    /// Not disclosed.
    Unknown,
    /// Everybody: no sampling error.
    Census,
    /// Published.
    Published {
        /// Number of cases.
        n: u64,
        /// Design effect, stated or assumed.
        deff: f64,
    },
    /// Not published for this base, and derived from the study's.
    Assumed {
        /// Number of cases.
        n: u64,
        /// The study's number of cases.
        of: u64,
        /// What it was derived by.
        by: SizeReason,
        /// Design effect, stated or assumed.
        deff: f64,
    },
}

/// The judgement of two claims of different studies. There may be millions: what few have is
/// boxed.
#[derive(Clone, Debug, PartialEq)]
pub struct PairJudgement {
    /// The claim whose id comes first.
    pub left: Arc<str>,
    /// The other one.
    pub right: Arc<str>,
    /// How comparable they are.
    pub grade: Grade,
    /// How far apart they are in every dimension; what each says there is told by
    /// [`comparisons`](crate::comparisons).
    pub distances: Distances,
    /// What the figures say.
    pub outcome: Outcome,
    /// Whether one reporting set holds the other: agreement by inclusion.
    pub contains: bool,
    /// Those of the two of which it is recorded that what exactly they measure is not
    /// known: then nothing can be told.
    pub unspoken: Vec<String>,
    /// Why the two may be one piece of evidence.
    pub dependence: Option<Box<Dependence>>,
    /// Whether the two are waves of one publisher: then a difference is a trend.
    pub trend: bool,
    /// The p of the test, corrected for how many were made on the proposition.
    pub adjusted: Option<Adjusted>,
}

/// A p corrected for the number of tests.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Adjusted {
    /// By Holm, which decides: one false alarm or more is no likelier than the level.
    pub holm: f64,
    /// By Benjamini and Hochberg, to explore: the share of false alarms among those
    /// below the level is at most the level.
    pub bh: f64,
}

impl PairJudgement {
    /// Whether the figures conflict: tested, or at any size that a published
    /// survey has. How comparable and how independent they are is not asked.
    pub fn is_conflict(&self) -> bool {
        match &self.outcome {
            Outcome::Tested { test, .. } => test.verdict == PairVerdict::Conflict,
            Outcome::Untested { verdict, .. } => {
                matches!(verdict, UnknownSizeVerdict::AnyPlausible(_))
            }
        }
    }

    /// Whether the two are two pieces of evidence on one state of affairs: neither
    /// dependent on each other nor waves of one publisher.
    pub fn is_independent(&self) -> bool {
        self.dependence.is_none() && !self.trend
    }

    /// Whether two independent claims conflict, or would in any plausible survey, even
    /// after correcting for how many pairs were tested. Never where it is not known
    /// what one of them measures.
    pub fn is_contradiction(&self, alpha: f64) -> bool {
        self.unspoken.is_empty() && self.has_contradicting_figures(alpha)
    }

    /// Whether the figures of two independent claims contradict each other, if they
    /// measure the same.
    pub(crate) fn has_contradicting_figures(&self, alpha: f64) -> bool {
        let stays = self.adjusted.is_none_or(|adjusted| adjusted.holm < alpha);
        self.is_independent() && self.is_conflict() && stays
    }

    /// The two-sided p, where the pair was tested.
    pub fn p(&self) -> Option<f64> {
        match &self.outcome {
            Outcome::Tested { test, .. } => Some(test.p),
            Outcome::Untested { .. } => None,
        }
    }

    /// The distance of the facing ends, a difference of fractions.
    pub fn gap(&self) -> f64 {
        match &self.outcome {
            Outcome::Tested { test, .. } => test.gap,
            Outcome::Untested { gap, .. } => *gap,
        }
    }

    /// The odds ratio at the facing ends, at least 1.
    pub fn odds(&self) -> f64 {
        match &self.outcome {
            Outcome::Tested { test, .. } => test.odds,
            Outcome::Untested { odds, .. } => *odds,
        }
    }

    /// The other claim of the pair.
    pub(crate) fn other(&self, claim: &str) -> &str {
        if *self.left == *claim { &self.right } else { &self.left }
    }
}

/// How comparable two claims are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// The same in every dimension: a direct contradiction if they conflict.
    A,
    /// Only mode, sponsor or a near period differ: direct, method may matter.
    B,
    /// One dimension that matters differs: possibly explained by it.
    C,
    /// Two or more do: confounded, no contradiction as stated.
    D,
    /// Another unit: not comparable.
    X,
}

/// How far apart two claims are in every dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Distances(
    // In the order of the dimensions.
    [Distance; Dimension::ALL.len()],
);

impl Distances {
    /// Measures every dimension.
    pub fn new(distance: impl Fn(Dimension) -> Distance) -> Self {
        Self(Dimension::ALL.map(distance))
    }

    /// Returns every dimension with its distance, in order.
    pub fn iter(self) -> impl Iterator<Item = (Dimension, Distance)> {
        Dimension::ALL.into_iter().zip(self.0)
    }
}

/// How two claims lie to each other in one dimension.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// Which.
    pub dimension: Dimension,
    /// How far apart.
    pub distance: Distance,
    /// What each says, in the order of the pair.
    pub sides: [Side; 2],
}

/// How far apart two claims are in one dimension.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Distance {
    /// The same.
    Same,
    /// Nested, or no more than twelve months apart.
    Near,
    /// Different.
    Different,
    /// Not disclosed on a side; counts as different.
    Unknown,
}

/// What the figures of two claims say.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Both sizes are known or assumed, and the pair was tested.
    Tested {
        /// The test at the design effects of the two studies.
        test: PairTest,
        /// How robust a conflict is and how far sampling reaches; absent unless the
        /// verdict is a conflict.
        conflict: Option<Box<(Strength, Reach)>>,
        /// From which size on it would be a conflict, where a size was assumed.
        needed: Option<Box<Needed>>,
    },
    /// A size is unknown: the verdict is a function of it.
    Untested {
        /// The gap that rounding cannot explain, in fractions of the base.
        gap: f64,
        /// The odds ratio at the facing ends.
        odds: f64,
        /// The claim whose size is known, if one is.
        known: Option<Arc<str>>,
        /// The size from which on it would be a conflict.
        break_even: BreakEven,
        /// What follows for plausible sizes.
        verdict: UnknownSizeVerdict,
    },
}

/// The size from which on a pair would be a conflict.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needed {
    /// The claim whose size is published. Absent: the size is common to both.
    pub known: Option<Arc<str>>,
    /// The size.
    pub break_even: BreakEven,
    /// Whether any plausible survey is as large.
    pub any_plausible: bool,
}

/// Why two studies may be one piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dependence {
    /// Whether a publisher says so.
    pub declared: bool,
    /// The reason.
    pub why: String,
}

/// A claim that is not compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its id.
    pub claim: String,
    /// Why.
    pub reason: Reason,
}

/// Why a claim is not compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// It states no share.
    NotAShare,
    /// A headline's "nobody" or "everybody".
    Rhetorical,
    /// An author's own opinion.
    Opinion,
    /// No study is named.
    NoStudy,
    /// It was modelled, or is a share of money: no sampling error follows from
    /// a number of cases.
    NotSampled,
    /// It was withdrawn or replaced.
    Deprecated,
    /// A reviewer holds its study to be no evidence.
    Rejected,
    /// It is about the future.
    Forecast,
    /// It moves within weeks, and it is not known to two months when it was so.
    NoPeriod,
    /// It, or a claim of its study that does not go with it, cannot be true.
    Flawed(FlawKind),
    /// It restates a study whose own figure is in the base, or that another
    /// citation already stands for.
    Restates {
        /// The claim that is compared instead.
        claim: String,
    },
}

impl Reason {
    /// Its name in machine-readable output.
    pub fn name(&self) -> &'static str {
        match self {
            Self::NotAShare => "not-a-share",
            Self::Rhetorical => "rhetorical",
            Self::Opinion => "opinion",
            Self::NoStudy => "no-study",
            Self::NotSampled => "not-sampled",
            Self::Deprecated => "deprecated",
            Self::Rejected => "rejected",
            Self::Forecast => "forecast",
            Self::NoPeriod => "no-period",
            Self::Flawed(FlawKind::DuplicateEvidence) => "duplicate",
            Self::Flawed(_) => "flawed",
            Self::Restates { .. } => "restates",
        }
    }
}
