//! Facts about a citation and what it restates.

use super::Side;
use crate::{
    proposition::Proposition,
    value::{Reading, ReportingSet},
};

/// What is known of a citation, or of the claims that it sets side by side.
#[derive(Clone, Debug, PartialEq)]
pub enum CitationFact {
    /// The citation says something else than its source.
    Moved(Moved),
    /// It had moved already where the cited claim was taken from.
    MovedBefore {
        /// The claim between the citation and the study.
        at: String,
        /// What had moved there.
        moved: Moved,
    },
    /// What the study itself publishes for what the citation says.
    OwnFigure {
        /// The published claim.
        claim: String,
    },
    /// The record of the source breaks off: it may say more than is known.
    Incomplete {
        /// The source's claim.
        claim: String,
    },
    /// How far apart two claims that are said to agree are.
    AgreementTested(AgreementTest),
    /// Nothing can be said of an agreement, for want of a size or a wording.
    AgreementOpen {
        /// The claims of whose base no size is known.
        sizes: Vec<String>,
        /// The claims of which it is not known what exactly was measured.
        wordings: Vec<String>,
    },
    /// A later claim replaces an earlier one.
    Superseded {
        /// The earlier claim.
        earlier: String,
        /// The later claim.
        later: String,
        /// Why they do not contradict each other.
        by: Succession,
    },
}

/// Why a later claim does not contradict an earlier one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Succession {
    /// The earlier one is a forecast.
    Forecast,
    /// They are figures of one affair at two stages, such as announced and closed.
    Stage,
}

/// The test of two claims that are said to agree, as published figures: the middles
/// of their sets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AgreementTest {
    /// The distance of the figures as published, in fractions of the base.
    pub gap: f64,
    /// The pooled z statistic at design effect 1.
    pub z: f64,
    /// The same at the design effect that the policy assumes.
    pub z_design: f64,
    /// That design effect.
    pub deff: f64,
}

/// How a citation moved away from its source on one axis.
#[derive(Clone, Debug, PartialEq)]
pub struct Moved {
    /// The axis, with what each side says.
    pub axis: Axis,
    /// Whether it surely did. If not, the record of the source leaves it open.
    pub surely: bool,
}

/// A figure as one side gives it.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A share, in fractions of the base.
    Share(ReportingSet),
    /// Another figure, in its own unit.
    Reading(Reading),
}

/// An axis on which a citation may move. Of every two values the first is the
/// source's, the second the citation's.
#[derive(Clone, Debug, PartialEq)]
pub enum Axis {
    /// The figures cannot be roundings of each other.
    Figure([Value; 2]),
    /// A bound or a word became an exact figure.
    Exactness([ReportingSet; 2]),
    /// The answers are cut at another step of the scale.
    Threshold {
        /// The concept, whose scale the steps belong to.
        concept: String,
        /// The steps above which answers count.
        steps: [String; 2],
        /// Those of whom the proposition is true.
        shares: Option<[ReportingSet; 2]>,
    },
    /// The same, told by the words of a facet: "never or hardly ever ..." became "...".
    Cut([Side; 2]),
    /// The share is one of other people.
    Base {
        /// In what way.
        change: BaseChange,
        /// Whom each share is a share of.
        sides: [Side; 2],
    },
    /// Other places.
    Country([Side; 2]),
    /// Other people were asked.
    Population([Side; 2]),
    /// Other ages.
    Age([Side; 2]),
    /// Those who do became those who do not, or the other way round.
    Polarity([ReportingSet; 2]),
    /// Another wording: facets that only qualify.
    Behaviour([Side; 2]),
    /// A condition was dropped.
    Condition(Side),
    /// Another proposition.
    Object([Proposition; 2]),
    /// "This or that" became "this", or "this and that" did.
    Compound([Proposition; 2]),
    /// Two items of the source became one.
    Merged(Proposition),
    /// A level became a change, or a change a level.
    ToBy {
        /// What each side says.
        sides: [Value; 2],
        /// What the citation's change leads to from the source's level, a fraction
        /// of the base.
        leads_to: Option<ReportingSet>,
    },
    /// Points became percent, or percent became points.
    Points([Value; 2]),
    /// A share became a ratio, or a ratio a share.
    Ratio([Value; 2]),
    /// The date of publication is taken for the time when people were asked.
    Period([Side; 2]),
    /// Words that order or praise hide how large the share is.
    Magnitude(ReportingSet),
    /// What holds of a part is said of everybody; these claims of the source do
    /// not fit it.
    Universal(Vec<String>),
    /// The figure was computed from one of this claim, and nothing says so.
    Derived {
        /// The claim.
        from: String,
    },
}

/// In what way the base of a citation is another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BaseChange {
    /// A larger group that holds the source's base.
    Widened,
    /// A part of the source's base.
    Narrowed,
    /// Neither.
    Other,
}

impl Axis {
    /// The name of the axis, which is never translated.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Figure(_) => "figure",
            Self::Exactness(_) => "exactness",
            Self::Threshold { .. } | Self::Cut(_) => "threshold",
            Self::Base { .. } => "base",
            Self::Country(_) => "country",
            Self::Population(_) => "population",
            Self::Age(_) => "age",
            Self::Polarity(_) => "polarity",
            Self::Behaviour(_) => "behaviour",
            Self::Condition(_) => "condition",
            Self::Object(_) => "object",
            Self::Compound(_) => "compound",
            Self::Merged(_) => "merged",
            Self::ToBy { .. } => "to-by",
            Self::Points(_) => "points",
            Self::Ratio(_) => "ratio",
            Self::Period(_) => "period",
            Self::Magnitude(_) => "magnitude",
            Self::Universal(_) => "universal",
            Self::Derived { .. } => "derived",
        }
    }

    /// Whether a reader is told something else, and not only less or without its
    /// origin.
    pub fn alters(&self) -> bool {
        !matches!(self, Self::Magnitude(_) | Self::Derived { .. })
    }

    /// Whether the message turns into its opposite: two shares of those of whom the same
    /// is true lie on other sides of one half, at least `delta` apart, a difference of
    /// fractions. 51 % for 49 % is another figure and no opposite.
    pub fn reverses(&self, delta: f64) -> bool {
        let (source, citation) = match self {
            Self::Figure([Value::Share(source), Value::Share(citation)])
            | Self::Polarity([source, citation]) => (source, citation),
            _ => return false,
        };
        let half = crate::value::Rational::new(1, 2);
        let crosses = |below: &ReportingSet, above: &ReportingSet| {
            below.hi() <= half
                && above.lo() >= half
                && below.intersect(above).is_none()
                && above.lo_f64() - below.hi_f64() >= delta
        };
        crosses(source, citation) || crosses(citation, source)
    }
}
