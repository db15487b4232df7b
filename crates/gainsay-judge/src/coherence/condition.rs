//! What a claim is about: a share of those who meet a condition.

use super::Event;
use super::logic::World;

/// An event that holds, or one that does not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Literal {
    /// The event.
    pub event: Event,
    /// Whether it holds.
    pub holds: bool,
}

/// What some people meet and others do not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Every literal holds; met by everybody if there is none.
    All(Vec<Literal>),
    /// At least one literal holds; met by nobody if there is none.
    Any(Vec<Literal>),
}

/// The share of those in `base` who meet `outcome`: P(outcome | base).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Formula {
    /// What is counted.
    pub outcome: Condition,
    /// Those of whom it is a share.
    pub base: Condition,
}

impl Condition {
    /// Returns the condition that everybody meets.
    #[must_use]
    pub fn everybody() -> Self {
        Self::All(Vec::new())
    }

    /// Returns the condition that an event holds.
    #[must_use]
    pub fn event(event: Event) -> Self {
        Self::All(vec![Literal { event, holds: true }])
    }

    pub(super) fn literals(&self) -> &[Literal] {
        let (Self::All(literals) | Self::Any(literals)) = self;
        literals
    }

    pub(super) fn is_met(&self, world: World) -> bool {
        let holds = |literal: &Literal| (world >> literal.event & 1 == 1) == literal.holds;
        match self {
            Self::All(literals) => literals.iter().all(holds),
            Self::Any(literals) => literals.iter().any(holds),
        }
    }
}

impl Formula {
    /// Returns the share of everybody who meets a condition: P(outcome).
    #[must_use]
    pub fn share(outcome: Condition) -> Self {
        Self { outcome, base: Condition::everybody() }
    }

    /// Returns the share within a base: P(outcome | base).
    #[must_use]
    pub fn within(base: Condition, outcome: Condition) -> Self {
        Self { outcome, base }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_are_joined_by_and_or_by_or() {
        let literals = vec![Literal { event: 0, holds: true }, Literal { event: 1, holds: false }];
        let met = |condition: &Condition| [0b00, 0b01, 0b10, 0b11].map(|w| condition.is_met(w));
        assert_eq!(met(&Condition::All(literals.clone())), [false, true, false, false]);
        assert_eq!(met(&Condition::Any(literals)), [true, true, false, true]);
        assert_eq!(met(&Condition::everybody()), [true; 4]);
        assert_eq!(met(&Condition::Any(vec![])), [false; 4]);
    }
}
