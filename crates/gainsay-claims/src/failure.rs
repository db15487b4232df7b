//! Why a source is missing.

mod refusal;

use std::fmt;
use std::time::Duration;

use crate::Said;

pub use refusal::Refusal;

/// Why a source was not loaded: all that is known, as facts.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{how} while {phase}")]
pub struct Failure {
    /// What was being done.
    pub phase: Phase,
    /// What happened.
    pub how: How,
    /// The first line that the plugin wrote to its standard output or error, and the last one.
    pub wrote: Option<String>,
    /// The limits it ran under.
    pub limits: Limits,
}

/// The limits of one source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Wall time.
    pub deadline: Duration,
    /// Bytes of records and diagnostics.
    pub max_output: usize,
    /// Bytes of private memory (Linux).
    pub max_memory: u64,
}

/// What was being done when a source failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Phase {
    /// Starting the process.
    Spawn,
    /// Reading the library's file, its digest and its manifest.
    Inspect,
    /// Setting limits and sandbox.
    Confine,
    /// Loading the library; its constructors run.
    Load,
    /// Setting up the source.
    Create,
    /// Reading the documents.
    Collect,
}

impl Phase {
    /// All phases in the order in which they happen.
    pub const ALL: [Self; 6] =
        [Self::Spawn, Self::Inspect, Self::Confine, Self::Load, Self::Create, Self::Collect];
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Spawn => "starting its process",
            Self::Inspect => "reading its plugin",
            Self::Confine => "confining its process",
            Self::Load => "loading its plugin",
            Self::Create => "setting up the source",
            Self::Collect => "reading its documents",
        })
    }
}

/// What happened to a source that failed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum How {
    /// A signal ended the process.
    #[error("killed by {name}")]
    Signal {
        /// Number of the signal.
        number: i32,
        /// Its name, such as `SIGSEGV`.
        name: String,
    },
    /// The process ended by itself before it was done.
    #[error("exited with {code} without a result")]
    Exit {
        /// Exit code; 0 is no better than any other.
        code: i32,
    },
    /// There was no result in time.
    #[error("no result after {} ms", .after.as_millis())]
    Timeout {
        /// The deadline.
        after: Duration,
    },
    /// It emitted more than allowed.
    #[error("more than {limit} bytes of output")]
    OutputLimit {
        /// Bytes allowed.
        limit: usize,
    },
    /// The host did not want it.
    #[error("refused: {reason}")]
    Refused {
        /// Why.
        reason: Refusal,
    },
    /// The source said that it cannot go on.
    #[error("{message}")]
    Error {
        /// What it said.
        message: Said,
    },
    /// The source panicked.
    #[error("panicked: {message}")]
    Panic {
        /// Message of the panic.
        message: String,
        /// `file:line` in the plugin's own source.
        place: Option<String>,
    },
    /// What it emitted is not what it should be.
    #[error("bad output: {reason}")]
    BadOutput {
        /// Lower-case fragment.
        reason: Said,
    },
    /// It closed the channel of results and went on running.
    #[error("closed its channel without a result")]
    Closed,
}
