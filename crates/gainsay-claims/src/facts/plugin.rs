//! Facts about plugins.

use std::{fmt, time::Duration};

use serde::{Deserialize, Serialize};

use crate::{Diagnostic, Said, failure::Failure};

/// What is known of a plugin that breaks a rule.
#[derive(Clone, Debug, PartialEq)]
pub enum PluginFact {
    /// Why its file is not one of a plugin.
    File(FileFault),
    /// Why its library is not loaded, in the words of the loader.
    Unloadable {
        /// Those words.
        reason: String,
    },
    /// It emits records of a schema that is not known.
    Schema {
        /// What its manifest says.
        found: String,
        /// What is known.
        known: String,
    },
    /// A symbol that it exports.
    Exports {
        /// The symbol.
        symbol: String,
    },
    /// A library that it needs.
    Needs {
        /// Its name.
        library: String,
    },
    /// Functions that run while it is loaded.
    Constructors {
        /// How many there are.
        count: usize,
        /// How many compilers add.
        usual: usize,
    },
    /// What is wrong with its table.
    Table(TableFault),
    /// How a run of it ended.
    Failed(Failure),
    /// What it wrote to the standard output.
    Wrote {
        /// The beginning of it.
        text: String,
    },
    /// Threads that it left behind.
    Threads {
        /// How many.
        count: u64,
    },
    /// Processor time that it took.
    Time {
        /// How much.
        used: Duration,
        /// How much it may take.
        budget: Duration,
    },
    /// Memory that it took, at its peak.
    Memory {
        /// Bytes.
        used: u64,
        /// Bytes that it may take.
        budget: u64,
    },
    /// The memory with which it did not finish, as it does with more.
    Squeezed {
        /// Bytes.
        budget: u64,
    },
    /// A setting that does not exist and that it accepted.
    Accepted {
        /// The setting.
        setting: String,
    },
    /// The settings that it could not bear.
    Settings {
        /// As JSON.
        json: String,
    },
    /// The document that it could not bear.
    Damaged {
        /// Its name.
        document: String,
        /// What was done to it.
        damage: Damage,
    },
    /// What it returned for an operation that does not exist.
    Answered {
        /// The operation.
        operation: u32,
        /// What it returned.
        code: i32,
    },
    /// How long it went on after it was told to stop.
    WentOn {
        /// At least so long.
        after: Duration,
    },
    /// What the second source of one process returned instead of its records.
    Second {
        /// What it returned; 0 where it finished and said something else.
        code: i32,
    },
    /// What its output depends on.
    Depends {
        /// What was changed, such as `TZ=Pacific/Kiritimati`.
        on: String,
    },
    /// Two runs of it differ although nothing was changed.
    Differs,
    /// A document that it reads differently beside others.
    ReadsDifferently {
        /// Its name.
        document: String,
    },
    /// Ids that are gone.
    Lost {
        /// The first of them.
        first: Vec<String>,
        /// How many there are.
        count: usize,
    },
    /// What the core says of something that it emits, or of a document.
    Said(Box<Diagnostic>),
    /// How many more there are of what was told last.
    More {
        /// Their number.
        count: usize,
    },
}

/// Why a file is not one of a plugin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileFault {
    /// It cannot be read.
    Unreadable(Said),
    /// It is no library, in the words of a parser.
    NotALibrary(String),
    /// It has no section with a manifest, and no manifest lies beside it.
    NoManifest,
    /// A manifest lies beside it, but it is neither a script nor a program.
    NotAProgram,
    /// What should be its manifest is none, in the words of a parser.
    Malformed(String),
}

/// What is wrong with the table of a plugin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TableFault {
    /// The symbol is at no address for a table.
    Address,
    /// It does not begin like one.
    Magic,
    /// It is of another major version.
    Major {
        /// Its version.
        found: u16,
        /// The version that is known.
        known: u16,
    },
    /// It is shorter than the structure.
    Size {
        /// Bytes that it has.
        found: u32,
        /// Bytes that the structure has.
        known: usize,
    },
    /// It lacks a function.
    Entries,
    /// Its manifest is not the one in the file.
    Manifest,
}

/// What was done to a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It ends at this byte.
    Cut(usize),
    /// It is empty.
    Emptied,
    /// It holds something else altogether.
    Noise,
    /// Something else altogether follows it.
    FollowedByNoise,
    /// It is called a table.
    AsTable,
    /// It is called a text.
    AsText,
}

impl fmt::Display for Damage {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cut(at) => write!(out, "cut at byte {at}"),
            Self::Emptied => out.write_str("made empty"),
            Self::Noise => out.write_str("made noise"),
            Self::FollowedByNoise => out.write_str("followed by noise"),
            Self::AsTable => out.write_str("taken for a table"),
            Self::AsText => out.write_str("taken for a text"),
        }
    }
}
