//! What can be wrong with a question of coherence.

/// The reason why coherence cannot be decided.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CoherenceError {
    /// There are more events than the worlds of which can be listed.
    #[error("{events} events are more than the {limit} that can be checked together")]
    TooManyEvents {
        /// How many there are.
        events: usize,
        /// How many there may be.
        limit: usize,
    },
    /// A relation or a statement names an event that is not there.
    #[error("event {event} is none of the {events} events")]
    UnknownEvent {
        /// The index that was named.
        event: usize,
        /// How many events there are.
        events: usize,
    },
    /// No truth assignment satisfies all relations.
    #[error("declared relations exclude each other")]
    Unsatisfiable,
    /// The logic leaves nobody in the base of a statement.
    #[error("base of statement {statement} is impossible")]
    ImpossibleBase {
        /// The index of the statement.
        statement: usize,
    },
    /// The lower end of an interval lies above its upper end, or an end outside `0..=1`.
    #[error("interval is empty or not within 0..=1")]
    InvalidBounds,
    /// A gap between two shares lies outside `-1..=1`.
    #[error("gap is not within -1..=1")]
    InvalidGap,
    /// The numeric solver gave up; only problems with many worlds use it.
    #[error("numeric solver failed: {0}")]
    Solver(String),
}
