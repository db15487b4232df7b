//! What the judge answers about the order of options.

use std::sync::Arc;

use gainsay_claims::{
    Proposition,
    facts::{Lead, OrderVerdict},
    region::RegionSet,
};

use super::{Distances, Grade, Size};
use crate::stats::{Answers, Ends};

/// The orders of a base: of options within a question, across studies and groups of people.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Orders {
    /// The options of every question of which an order is known, in order of study.
    pub lists: Vec<OptionList>,
    /// Lists of two independent studies on one topic, in order of the lists.
    pub rivals: Vec<Rivals>,
    /// Groups of people of one study that lean to different options, in order of study.
    pub contrasts: Vec<PeopleContrast>,
    /// Statements of order that cannot all hold: those within one study first.
    pub circles: Vec<Circle>,
    /// Published orders that the shares of the same question do not bear out, in order
    /// of claim.
    pub unestablished: Vec<Unestablished>,
}

impl Orders {
    /// The two lists of a pair.
    pub fn lists_of(&self, rivals: &Rivals) -> [&OptionList; 2] {
        rivals.lists.map(|place| &self.lists[place])
    }
}

/// The options of one question among one group of people, from first to last.
#[derive(Clone, Debug, PartialEq)]
pub struct OptionList {
    /// The study.
    pub study: String,
    /// What the options have in common: a concept and facets.
    pub topic: Proposition,
    /// Who answered.
    pub people: People,
    /// Whether the list is known to hold every option of the question.
    pub complete: bool,
    /// How many options a respondent could choose; several where that is not known.
    pub answers: Answers,
    /// The options: by share where two shares are known or more, else by published rank.
    pub options: Vec<RankedOption>,
    /// How far the first option leads each of the others; empty without shares.
    pub leads: Vec<Lead>,
    /// The publisher's claim that an option is first, and the option.
    pub stated_first: Option<(String, Arc<Proposition>)>,
}

impl OptionList {
    /// The option about a proposition, if it is in the list.
    pub fn option(&self, proposition: &Proposition) -> Option<&RankedOption> {
        self.options.iter().find(|option| *option.proposition == *proposition)
    }
}

/// An option of a question.
#[derive(Clone, Debug, PartialEq)]
pub struct RankedOption {
    /// What is answered.
    pub proposition: Arc<Proposition>,
    /// The claim that says how many, or which place.
    pub claim: String,
    /// The share; absent where only a rank is published.
    pub share: Option<Ends>,
    /// The size of its base.
    pub size: Size,
    /// The size of its base that any plausible survey reaches.
    pub floor: u64,
    /// The larger, the nearer to the top: the middle of the share, else less the place.
    pub score: f64,
}

/// A group of people.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct People {
    /// A universe of the vocabulary.
    pub who: Option<String>,
    /// Where they live.
    pub regions: Option<RegionSet>,
}

impl OptionList {
    /// The options that are not shown to stand behind the first, itself among them. Where
    /// no size is known, those that more than `ceiling` people would have to show so.
    pub fn contenders(&self, ceiling: u64) -> impl Iterator<Item = &RankedOption> {
        let is_open = move |lead: &&Lead| match lead.cases {
            Some(_) => lead.verdict != OrderVerdict::Established,
            None => lead.needed.is_none_or(|needed| needed > ceiling),
        };
        let open = self.leads.iter().filter(is_open).map(|lead| &lead.behind);
        let beside = open.filter_map(|claim| self.options.iter().find(|one| one.claim == *claim));
        self.options.first().into_iter().chain(beside)
    }

    /// Whether the first option is established before every other one.
    pub fn has_established_first(&self) -> bool {
        let mut verdicts = self.leads.iter().map(|lead| lead.verdict);
        !self.leads.is_empty() && verdicts.all(|verdict| verdict == OrderVerdict::Established)
    }

    /// The first option, if it is the first of the whole question and not only of those
    /// whose shares are known.
    pub fn known_first(&self) -> Option<&RankedOption> {
        let first = self.options.first()?;
        let stated = self.stated_first.as_ref();
        let is_stated = stated.is_some_and(|(_, option)| *option == first.proposition);
        (self.complete || is_stated).then_some(first)
    }

    /// What sets an option apart from the others: without the facets that all have.
    pub(crate) fn apart(&self, option: &Proposition) -> Proposition {
        let mut option = option.clone();
        option.facets.retain(|facet, _| !self.topic.facets.contains_key(facet));
        option
    }

    /// Whether an option is one of the list.
    pub fn has(&self, proposition: &Proposition) -> bool {
        self.options.iter().any(|option| *option.proposition == *proposition)
    }
}

/// Two lists of options of independent studies on one topic.
#[derive(Clone, Debug, PartialEq)]
pub struct Rivals {
    /// Their places in [`Orders::lists`].
    pub lists: [usize; 2],
    /// How comparable the claims of the first options are.
    pub grade: Grade,
    /// How far apart these are in every dimension.
    pub distances: Distances,
    /// What the first places say to each other.
    pub first: FirstPlaces,
    /// How the lists order what both have; absent below two common options.
    pub ranks: Option<RankAgreement>,
}

/// What the first places of two studies say to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FirstPlaces {
    /// The same option is first, or it is not known what is.
    Same,
    /// Different ones in name, and one of them may be first in both.
    Tied,
    /// Different ones, of lists or studies that differ in more than that.
    Unlike,
    /// Different ones of the same list of options, each established.
    Opposed,
}

/// How two lists order their common options.
#[derive(Clone, Debug, PartialEq)]
pub struct RankAgreement {
    /// How many options both have.
    pub common: usize,
    /// The options that only one has; they are not compared.
    pub only: [Vec<Proposition>; 2],
    /// How many pairs of common options stand in opposite orders.
    pub inversions: usize,
    /// How many of these are established on both sides; orders that are published
    /// without shares are taken as they are.
    pub established: usize,
    /// Kendall's tau-b.
    pub tau: f64,
    /// How likely random orders oppose so many established pairs or more.
    pub p: f64,
    /// The rarest established reversal of an end, if there is one.
    pub end: Option<EndReversal>,
}

impl RankAgreement {
    /// Whether the orders are opposed by more than chance.
    pub fn is_reversed(&self, alpha: f64) -> bool {
        self.p < alpha || self.end.as_ref().is_some_and(|end| end.p < alpha)
    }
}

/// The top of one list is the bottom of the other.
#[derive(Clone, Debug, PartialEq)]
pub struct EndReversal {
    /// The options, in the order of the first list.
    pub options: Vec<Proposition>,
    /// Whether it is the first list that they lead.
    pub first_leads: bool,
    /// How likely random orders show an end reversed in so rare a way, whichever end.
    pub p: f64,
}

/// Two groups of people of one study that lean to different options.
#[derive(Clone, Debug, PartialEq)]
pub struct PeopleContrast {
    /// The study.
    pub study: String,
    /// The concept of the options.
    pub concept: String,
    /// The groups.
    pub people: [People; 2],
    /// The options of which each group has more, each with the claims that say so.
    pub more: [Vec<(Proposition, Vec<String>)>; 2],
    /// How the groups order the options, where they do so in reverse.
    pub ranks: Option<RankAgreement>,
}

/// What stands in an order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Standing {
    /// The proposition.
    pub proposition: Arc<Proposition>,
    /// Among whom.
    pub people: People,
}

/// Statements of order that lead back to where they began.
#[derive(Clone, Debug, PartialEq)]
pub struct Circle {
    /// The study that says it all; absent where several do.
    pub study: Option<String>,
    /// The steps of a shortest circle.
    pub steps: Vec<Step>,
    /// How few statements have to go for the rest to be an order, and of how many;
    /// absent where too many things are entangled to tell.
    pub removable: Option<[usize; 2]>,
}

/// One step of a circle.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The claims that say so.
    pub claims: Vec<String>,
    /// What has more.
    pub greater: Standing,
    /// What has less.
    pub lesser: Standing,
}

/// A published order that the shares do not bear out.
#[derive(Clone, Debug, PartialEq)]
pub struct Unestablished {
    /// The claim of the order.
    pub claim: String,
    /// What the shares say.
    pub lead: Lead,
}
