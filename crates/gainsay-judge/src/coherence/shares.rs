//! Intervals of shares that narrow each other, and where each end comes from.

use std::collections::BTreeSet;

use super::condition::Condition;
use super::{Logic, Relation};

/// Narrowing by less than this is none.
const STEP: f64 = 1e-9;

/// One end of a share, and the statements that it follows from.
#[derive(Clone, Debug)]
pub(super) struct Limit {
    /// A fraction of everybody.
    pub(super) at: f64,
    /// Indices of statements.
    pub(super) by: BTreeSet<usize>,
}

/// The share of everybody that meets a condition.
#[derive(Clone, Debug)]
pub(super) struct Share {
    pub(super) condition: Condition,
    /// Whether each world meets the condition.
    worlds: Vec<bool>,
    pub(super) lo: Limit,
    pub(super) hi: Limit,
}

/// The shares of all events and of what statements are about, those that are equal once, and
/// what they have to do with each other.
pub(super) struct Shares {
    shares: Vec<Share>,
    links: Vec<Link>,
    /// The share of every condition that was asked for.
    named: Vec<(Condition, usize)>,
}

/// What shares have to do with each other, by index.
enum Link {
    /// Who is in the first is in the second.
    Within(usize, usize),
    /// Nobody is in two of them.
    Apart(Vec<usize>),
    /// Everybody is in one of them.
    Covering(Vec<usize>),
    /// The third is what the first two have in common.
    Meet(usize, usize, usize),
}

impl Limit {
    fn at(at: f64) -> Self {
        Self { at, by: BTreeSet::new() }
    }

    /// Returns this limit moved by what a statement says.
    pub(super) fn plus(&self, points: f64, statement: usize) -> Self {
        Self { at: self.at + points, by: self.with(statement) }
    }

    /// Returns this limit scaled by what a statement says.
    pub(super) fn times(&self, factor: f64, statement: usize) -> Self {
        Self { at: self.at * factor, by: self.with(statement) }
    }

    fn with(&self, statement: usize) -> BTreeSet<usize> {
        self.by.iter().copied().chain([statement]).collect()
    }

    /// Returns a limit that follows from others.
    fn from<'a>(at: f64, limits: impl IntoIterator<Item = &'a Self>) -> Self {
        Self { at, by: limits.into_iter().flat_map(|limit| &limit.by).copied().collect() }
    }
}

impl Share {
    fn new(logic: &Logic, condition: Condition) -> Self {
        let worlds: Vec<bool> =
            logic.worlds().iter().map(|&world| condition.is_met(world)).collect();
        let lo = if worlds.iter().all(|&met| met) { 1.0 } else { 0.0 };
        let hi = if worlds.iter().any(|&met| met) { 1.0 } else { 0.0 };
        Self { condition, worlds, lo: Limit::at(lo), hi: Limit::at(hi) }
    }

    /// Moves the lower end up, and tells whether it moved.
    pub(super) fn raise(&mut self, lo: Limit) -> bool {
        let moves = lo.at > self.lo.at + STEP;
        if moves {
            self.lo = lo;
        }
        moves
    }

    /// Moves the upper end down, and tells whether it moved.
    pub(super) fn lower(&mut self, hi: Limit) -> bool {
        let moves = hi.at < self.hi.at - STEP;
        if moves {
            self.hi = hi;
        }
        moves
    }
}

impl Shares {
    /// Collects the shares of all events and of some conditions.
    pub(super) fn of(logic: &Logic, conditions: &[Condition]) -> Self {
        let mut shares: Vec<Share> = Vec::new();
        let mut named = Vec::new();
        let events = (0..logic.events()).map(Condition::event);
        for condition in events.chain(conditions.iter().cloned()) {
            let share = Share::new(logic, condition.clone());
            let known = shares.iter().position(|other| other.worlds == share.worlds);
            named.push((condition, known.unwrap_or(shares.len())));
            if known.is_none() {
                shares.push(share);
            }
        }
        let links = lists(logic, &named).into_iter().chain(pairs(&shares)).collect();
        Self { shares, links, named }
    }

    /// Returns the share of a condition that was among those collected.
    pub(super) fn get(&self, condition: &Condition) -> &Share {
        &self.shares[self.index(condition)]
    }

    pub(super) fn get_mut(&mut self, condition: &Condition) -> &mut Share {
        let index = self.index(condition);
        &mut self.shares[index]
    }

    fn index(&self, condition: &Condition) -> usize {
        let named = self.named.iter().find(|(other, _)| other == condition);
        named.map_or(0, |&(_, index)| index)
    }

    /// Returns the first share without a possible value.
    pub(super) fn empty(&self) -> Option<&Share> {
        self.shares.iter().find(|share| share.lo.at > share.hi.at + STEP)
    }

    /// Applies every link once, until a share has no possible value, and tells whether anything
    /// moved.
    pub(super) fn narrow(&mut self) -> bool {
        let mut moved = false;
        for link in &self.links {
            if link.narrow(&mut self.shares) {
                moved = true;
                if self.empty().is_some() {
                    break;
                }
            }
        }
        moved
    }
}

impl Link {
    fn narrow(&self, shares: &mut [Share]) -> bool {
        match self {
            &Self::Within(part, whole) => {
                let (lo, hi) = (shares[part].lo.clone(), shares[whole].hi.clone());
                shares[whole].raise(lo) | shares[part].lower(hi)
            }
            Self::Apart(list) => each(list, |one, others| {
                let others: Vec<&Limit> = others.iter().map(|&at| &shares[at].lo).collect();
                let left = 1.0 - others.iter().map(|limit| limit.at).sum::<f64>();
                let limit = Limit::from(left, others);
                shares[one].lower(limit)
            }),
            Self::Covering(list) => each(list, |one, others| {
                let others: Vec<&Limit> = others.iter().map(|&at| &shares[at].hi).collect();
                let left = 1.0 - others.iter().map(|limit| limit.at).sum::<f64>();
                let limit = Limit::from(left, others);
                shares[one].raise(limit)
            }),
            &Self::Meet(one, other, both) => {
                let (a, b) = (&shares[one].lo, &shares[other].lo);
                let limit = Limit::from(a.at + b.at - 1.0, [a, b]);
                shares[both].raise(limit)
            }
        }
    }
}

/// Does something with every one of a list and all others, and tells whether any did something.
fn each(list: &[usize], mut narrow: impl FnMut(usize, &[usize]) -> bool) -> bool {
    let mut moved = false;
    for (index, &one) in list.iter().enumerate() {
        let others = [&list[..index], &list[index + 1..]].concat();
        moved |= narrow(one, &others);
    }
    moved
}

/// Finds links between more than two events among the declared relations.
fn lists(logic: &Logic, named: &[(Condition, usize)]) -> Vec<Link> {
    let share = |event: usize| named[event].1;
    let mut links = Vec::new();
    for relation in logic.relations() {
        let list: Vec<usize> = relation.events().into_iter().map(share).collect();
        match relation {
            Relation::Excludes(_) => links.push(Link::Apart(list)),
            Relation::Exhaustive(_) => links.push(Link::Covering(list)),
            Relation::Partition(_) => {
                links.extend([Link::Apart(list.clone()), Link::Covering(list)]);
            }
            // Of two events, the worlds tell.
            Relation::Implies(..) | Relation::Complement(..) | Relation::Equivalent(..) => {}
        }
    }
    links
}

/// Finds links between two shares, and what they have in common, by their worlds.
fn pairs(shares: &[Share]) -> Vec<Link> {
    let mut links = Vec::new();
    for (one, a) in shares.iter().enumerate() {
        for (other, b) in shares.iter().enumerate().skip(one + 1) {
            let both: Vec<bool> = a.worlds.iter().zip(&b.worlds).map(|(a, b)| a & b).collect();
            if both == a.worlds {
                links.push(Link::Within(one, other));
            } else if both == b.worlds {
                links.push(Link::Within(other, one));
            } else if let Some(meet) = shares.iter().position(|share| share.worlds == both) {
                links.push(Link::Meet(one, other, meet));
            }
            if !both.contains(&true) {
                links.push(Link::Apart(vec![one, other]));
            }
            if a.worlds.iter().zip(&b.worlds).all(|(a, b)| a | b) {
                links.push(Link::Covering(vec![one, other]));
            }
        }
    }
    links
}
