//! The relations between events, and the worlds that they leave.

use super::CoherenceError;

/// The index of an event.
pub type Event = usize;

/// How many events can be checked together, so that there are at most 4,096 worlds.
pub const LARGEST_EVENTS: usize = 12;

/// A truth assignment: the bit of every event that holds is set.
pub(super) type World = u16;

/// A declared relation between events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Relation {
    /// Where the first holds, the second does.
    Implies(Event, Event),
    /// At most one of them holds.
    Excludes(Vec<Event>),
    /// At least one of them holds.
    Exhaustive(Vec<Event>),
    /// Exactly one of them holds.
    Partition(Vec<Event>),
    /// One holds where the other does not.
    Complement(Event, Event),
    /// Both hold or none.
    Equivalent(Event, Event),
}

/// Events, and all ways in which they can be true together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Logic {
    events: usize,
    relations: Vec<Relation>,
    // Invariant: not empty.
    worlds: Vec<World>,
}

impl Logic {
    /// Lists the worlds of so many events under the relations, by extending partial assignments
    /// and dropping those that a relation already forbids.
    ///
    /// # Errors
    /// [`CoherenceError::TooManyEvents`], [`CoherenceError::UnknownEvent`], or
    /// [`CoherenceError::Unsatisfiable`] when no world is left.
    pub fn new(events: usize, relations: Vec<Relation>) -> Result<Self, CoherenceError> {
        if events > LARGEST_EVENTS {
            return Err(CoherenceError::TooManyEvents { events, limit: LARGEST_EVENTS });
        }
        let mut named = relations.iter().flat_map(Relation::events);
        if let Some(event) = named.find(|&event| event >= events) {
            return Err(CoherenceError::UnknownEvent { event, events });
        }
        let mut worlds = vec![0];
        for event in 0..events {
            let both = worlds.iter().flat_map(|&world| [world, world | 1 << event]);
            let allowed =
                |&world: &World| relations.iter().all(|relation| relation.allows(world, event + 1));
            worlds = both.filter(allowed).collect();
        }
        if worlds.is_empty() {
            return Err(CoherenceError::Unsatisfiable);
        }
        Ok(Self { events, relations, worlds })
    }

    /// Returns how many events there are.
    #[must_use]
    pub fn events(&self) -> usize {
        self.events
    }

    pub(super) fn relations(&self) -> &[Relation] {
        &self.relations
    }

    pub(super) fn worlds(&self) -> &[World] {
        &self.worlds
    }
}

impl Relation {
    pub(super) fn events(&self) -> Vec<Event> {
        match self {
            Self::Implies(one, other)
            | Self::Complement(one, other)
            | Self::Equivalent(one, other) => vec![*one, *other],
            Self::Excludes(list) | Self::Exhaustive(list) | Self::Partition(list) => list.clone(),
        }
    }

    /// Says whether an assignment of the first `decided` events can still be completed as far as
    /// this relation alone goes; the bits of the others are not set.
    fn allows(&self, world: World, decided: usize) -> bool {
        let holds = |event: &Event| world >> event & 1 == 1;
        let open = |event: &Event| *event >= decided;
        let at_most_one = |list: &[Event]| list.iter().filter(|event| holds(event)).count() <= 1;
        let at_least_one = |list: &[Event]| list.iter().any(|event| holds(event) || open(event));
        match self {
            Self::Implies(one, other) => open(one) || open(other) || !holds(one) || holds(other),
            Self::Excludes(list) => at_most_one(list),
            Self::Exhaustive(list) => at_least_one(list),
            Self::Partition(list) => at_most_one(list) && at_least_one(list),
            Self::Complement(one, other) => open(one) || open(other) || holds(one) != holds(other),
            Self::Equivalent(one, other) => open(one) || open(other) || holds(one) == holds(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(relation: Relation, worlds: &[World]) {
        assert_eq!(Logic::new(2, vec![relation]).unwrap().worlds(), worlds);
    }

    #[test]
    fn every_relation_leaves_its_worlds() {
        check(Relation::Implies(0, 1), &[0b00, 0b10, 0b11]);
        check(Relation::Excludes(vec![0, 1]), &[0b00, 0b10, 0b01]);
        check(Relation::Exhaustive(vec![0, 1]), &[0b10, 0b01, 0b11]);
        check(Relation::Partition(vec![0, 1]), &[0b10, 0b01]);
        check(Relation::Complement(0, 1), &[0b10, 0b01]);
        check(Relation::Equivalent(0, 1), &[0b00, 0b11]);
    }

    #[test]
    fn events_without_relations_are_free() {
        assert_eq!(Logic::new(LARGEST_EVENTS, vec![]).unwrap().worlds().len(), 4096);
        let refused = Logic::new(13, vec![]);
        assert_eq!(refused, Err(CoherenceError::TooManyEvents { events: 13, limit: 12 }));
    }

    #[test]
    fn impossible_and_unknown_events_are_refused() {
        let both = vec![Relation::Equivalent(0, 1), Relation::Complement(0, 1)];
        assert_eq!(Logic::new(2, both), Err(CoherenceError::Unsatisfiable));
        let unknown = Logic::new(2, vec![Relation::Implies(0, 2)]);
        assert_eq!(unknown, Err(CoherenceError::UnknownEvent { event: 2, events: 2 }));
    }
}
