//! The evidence base, read: what the judge judges.

use std::{collections::BTreeMap, fmt};

use indexmap::IndexMap;
use serde::{Deserialize, Serialize};

use crate::{
    claim::Claim, document::Document, facts::Rejected, lang::Localized, policy::Policy,
    study::Study, vocabulary::Vocabulary,
};

/// Names of the files in the folder of a base that hold references: CSL-JSON and BibTeX.
/// They are among its documents.
pub const REFERENCE_FILES: [&str; 2] = ["references.json", "references.bib"];

/// The folder in which the verdicts of a base are. Its files are among the documents.
pub const VERDICTS: &str = "verdicts";

/// Everything that was read and is good. Ordered by id, whatever the order of
/// files.
#[derive(Clone, Debug, Default)]
pub struct EvidenceBase {
    /// What the base is about.
    pub title: Option<Localized>,
    /// The thresholds of the base.
    pub policy: Policy,
    /// Its words.
    pub vocabulary: Vocabulary,
    /// How many vocabulary files could not be read; claims that use their words
    /// are missing.
    pub lost_words: usize,
    /// Its sources, in order of id.
    pub sources: BTreeMap<String, SourceState>,
    /// Documents by name; those of configuration and vocabulary too, so that a
    /// diagnostic can show their lines.
    pub documents: IndexMap<String, Document>,
    /// Studies by id.
    pub studies: BTreeMap<String, Study>,
    /// Claims by id.
    pub claims: BTreeMap<String, Claim>,
    /// Studies that reviewers hold to be no evidence, with who does and why; never an empty
    /// list.
    pub rejected: BTreeMap<String, Vec<Rejected>>,
    /// The way to its folder from where commands on it are run, with `/`; empty if that is the
    /// folder itself.
    pub from_here: String,
}

/// A source and how its plugin fared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceState {
    /// The plugin that reads it.
    pub plugin: String,
    /// Other names that texts use for it: `PricewaterhouseCoopers`.
    pub names: Vec<String>,
    /// The folder of its documents, relative to the base.
    pub folder: String,
    /// SHA-256 of the library that was loaded, in hexadecimal.
    pub digest: Option<String>,
    /// How many documents it has.
    pub documents: usize,
    /// Whether it finished. A source that did not has no claims.
    pub finished: bool,
    /// How many of its documents could not be read; their claims are missing.
    pub lost: usize,
    /// What the sandbox reached, as probed from inside.
    pub sandbox: Option<SandboxReport>,
    /// What the lock of the base says of its plugin.
    pub lock: LockState,
}

/// What the lock of a base says of a plugin.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LockState {
    /// There is no lock, and any library of the right name is loaded.
    #[default]
    NoLock,
    /// Nothing: the library comes with the program.
    OfProgram,
    /// Its digest.
    Pinned,
    /// Another digest, or nothing: it is not loaded.
    Stale,
}

impl SourceState {
    /// Whether all that the source has was read.
    pub fn is_whole(&self) -> bool {
        self.finished && self.lost == 0
    }
}

impl EvidenceBase {
    /// The study that a claim is about, if the base has it.
    pub fn study_of(&self, claim: &Claim) -> Option<&Study> {
        self.studies.get(claim.study()?)
    }

    /// Whether a claim is about a study that reviewers hold to be no evidence, whoever
    /// states it.
    pub fn is_rejected(&self, claim: &Claim) -> bool {
        claim.study().is_some_and(|study| self.rejected.contains_key(study))
    }

    /// Whether every source and every vocabulary file was read. If not, silence
    /// proves nothing.
    pub fn is_complete(&self) -> bool {
        self.lost_words == 0 && self.sources.values().all(SourceState::is_whole)
    }
}

impl SourceState {
    /// Whether a document, by its name, is one of this source: a file right in
    /// its folder, whether it could be read or not.
    pub fn has_document(&self, name: &str) -> bool {
        let within = name.strip_prefix(&self.folder).and_then(|rest| rest.strip_prefix('/'));
        within.is_some_and(|file| !file.contains('/'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_has_the_documents_of_its_folder_only() {
        let state = SourceState { folder: "texts/a".to_owned(), ..SourceState::default() };
        assert!(state.has_document("texts/a/raw.txt"));
        assert!(!state.has_document("texts/ab/raw.txt"));
        assert!(!state.has_document("texts/a/b/raw.txt"));
        assert!(!state.has_document("gainsay.toml"));
    }
}

/// What was found to be denied, by trying it; limits, by asking for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SandboxReport {
    /// Limits on memory, processor time and file size are set.
    pub limits: bool,
    /// Files outside the system's libraries cannot be read.
    pub reading: bool,
    /// Files cannot be written.
    pub writing: bool,
    /// Sockets cannot be made.
    pub network: bool,
    /// Processes cannot be started.
    pub processes: bool,
    /// Whether it is an executable that runs: it may list the system's libraries too, and
    /// become another run of itself or its interpreter.
    pub executable: bool,
}

impl SandboxReport {
    /// Whether all of it holds.
    pub fn is_complete(&self) -> bool {
        self.limits && self.reading && self.writing && self.network && self.processes
    }
}

impl fmt::Display for SandboxReport {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let state = |holds, word| if holds { word } else { "not enforced" };
        write!(
            f,
            "limits {}, reading files {}, writing files {}, network {}, processes {}",
            state(self.limits, "set"),
            state(self.reading, "denied"),
            state(self.writing, "denied"),
            state(self.network, "denied"),
            state(self.processes, "denied"),
        )?;
        if self.executable { f.write_str(", executable") } else { Ok(()) }
    }
}
