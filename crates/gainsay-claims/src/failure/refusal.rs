use serde::{Deserialize, Serialize};

use crate::{
    Said,
    evidence::SandboxReport,
    facts::{FileFault, TableFault},
};

/// Why the host does not want a plugin.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Refusal {
    /// In words of the system, of the loader, or of what runs it.
    #[error("{0}")]
    Other(Said),
    /// Its file is none of a plugin.
    #[error("{said}")]
    File {
        /// What is wrong with it.
        fault: FileFault,
        /// The same in words.
        said: String,
    },
    /// Less is denied to it than is asked for.
    #[error("sandbox incomplete: {0}")]
    Sandbox(SandboxReport),
    /// Its table cannot be used.
    #[error("{said}")]
    Table {
        /// What is wrong with it.
        fault: TableFault,
        /// The same in words.
        said: String,
    },
    /// Its file cannot be read.
    #[error("cannot be read: {0}")]
    Unreadable(Said),
    /// Its digest is another one.
    #[error("digest {found}, expected {expected}")]
    Digest {
        /// SHA-256 in hexadecimal.
        found: String,
        /// The one that is trusted.
        expected: String,
    },
    /// It is another plugin.
    #[error("plugin `{found}`, expected `{expected}`")]
    Plugin {
        /// What its manifest says.
        found: String,
        /// The plugin of the source.
        expected: String,
    },
    /// Its records are of another schema.
    #[error("schema {found}, expected {expected}")]
    Schema {
        /// What its manifest says.
        found: String,
        /// The schema that is known.
        expected: String,
    },
    /// It is an executable, and this is not Linux.
    #[error("an executable is run as a plugin on Linux only")]
    LinuxOnly,
    /// It is an executable, and is to be run in the process of the program.
    #[error("an executable needs a process of its own: leave out `--isolation`")]
    OwnProcess,
    /// Nobody may execute it.
    #[error("may not be executed: `chmod +x` allows it")]
    NotExecutable,
    /// The first line of a script is not UTF-8.
    #[error("its first line is not UTF-8")]
    NotUtf8,
    /// The first line of a script ends as on Windows.
    #[error("its first line ends with CR LF: save it with LF alone")]
    CrLf,
    /// The first line of a script names nothing.
    #[error("its first line names no interpreter after `#!`")]
    NothingNamed,
    /// The interpreter of a script is not where it is looked for.
    #[error("no interpreter `{name}` in {folders}")]
    NoInterpreter {
        /// Its name.
        name: String,
        /// The folders.
        folders: String,
    },
    /// A file that it takes to run cannot be used, in words of the system.
    #[error("needs `{file}`: {message}")]
    Unusable {
        /// The file.
        file: String,
        /// Why.
        message: String,
    },
    /// A file that it takes to run is not one of the system.
    #[error("needs `{file}`, which is no file in {folders}")]
    Outside {
        /// The file.
        file: String,
        /// The folders of the system.
        folders: String,
    },
}

impl From<Said> for Refusal {
    fn from(message: Said) -> Self {
        Self::Other(message)
    }
}
