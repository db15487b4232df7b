//! Facts about the order of options.

use super::Side;
use crate::proposition::Proposition;

/// What is known of an order.
#[derive(Clone, Debug, PartialEq)]
pub enum OrderFact {
    /// Which option a study has first, by its shares.
    First(Box<Lead>),
    /// Which option a publisher names first, without shares.
    StatedFirst {
        /// The claim.
        claim: String,
    },
    /// Two first options differ in name only: on one side this option is not shown to
    /// stand behind the first.
    NotBehind {
        /// The claim of the option.
        claim: String,
        /// The claim of the option that is first in the same study.
        first: String,
    },
    /// Two lists of options are not the same; what only one has is not compared.
    OnlyIn {
        /// The study that has them.
        study: String,
        /// The options.
        options: Vec<Proposition>,
    },
    /// How two studies, or two groups of people, order their common options.
    Agreement {
        /// How many options both have.
        common: usize,
        /// How many of their pairs stand in opposite orders.
        inversions: usize,
        /// How many of these no chance explains on either side.
        established: usize,
        /// Kendall's tau-b: 1 for the same order, -1 for the reverse.
        tau: f64,
        /// How likely random orders oppose so many established pairs or more.
        p: f64,
    },
    /// The top of one list is the bottom of the other.
    EndReversed {
        /// The options.
        options: Vec<Proposition>,
        /// The study that has them at the top, and the one that has them at the bottom.
        studies: [String; 2],
        /// How likely random orders show an end reversed in so rare a way.
        p: f64,
    },
    /// One group of people names some options more often, the other some others.
    Tilt {
        /// The groups.
        people: [Side; 2],
        /// The options that each names more often than the other group.
        more: [Vec<Proposition>; 2],
    },
    /// They are groups of people of one study.
    OneStudy {
        /// The study.
        study: String,
    },
    /// One step of a circle.
    Above {
        /// The claims that say so.
        claims: Vec<String>,
        /// What has more.
        greater: Stand,
        /// What has less.
        lesser: Stand,
    },
    /// Without how few statements the rest would be an order.
    Removable {
        /// Their number.
        fewest: usize,
        /// Of how many.
        of: usize,
    },
    /// The shares behind a published order.
    Shares(Box<Lead>),
}

/// How far one option stands ahead of another one in the same answers.
#[derive(Clone, Debug, PartialEq)]
pub struct Lead {
    /// The claim of the option with the larger share.
    pub ahead: String,
    /// The claim of the other.
    pub behind: String,
    /// The distance of the facing ends, a difference of fractions.
    pub gap: f64,
    /// From which gap on an order would be established, in fractions: the least and
    /// the most, as it is not known how many chose both.
    pub margins: [f64; 2],
    /// The number of cases of the base; absent when not disclosed, infinite for a census.
    pub cases: Option<f64>,
    /// Whether that number is assumed, as the policy says.
    pub is_assumed: bool,
    /// The design effect that the margins are for.
    pub design_effect: f64,
    /// Whether the order is established; where the size is not disclosed, at the least
    /// that any published survey is assumed to have.
    pub verdict: OrderVerdict,
    /// The same as if the cases were a random sample.
    pub as_random: OrderVerdict,
    /// The number of cases from which on it would be established, if any is enough.
    pub needed: Option<u64>,
}

/// What the shares of two options say about their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OrderVerdict {
    /// The order holds, however many chose both options.
    Established,
    /// The order holds if enough respondents chose both options.
    Undecided,
    /// The order is not established, however many chose both options.
    Tie,
}

/// What stands in an order: a proposition, among some people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stand {
    /// The proposition.
    pub proposition: Proposition,
    /// The people; absent where both sides of the order are the same.
    pub people: Option<Side>,
}
