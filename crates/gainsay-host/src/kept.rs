//! What a command printed, kept for the next time that it would print the same: when the
//! program, its plugins, the base and all else that the answer depends on are as they were.
//!
//! Derived data only, like what sources emitted. An entry is named by the question, that is by
//! all that does not lie in files, and lists every file that was read with its digest. It holds
//! the latest answer; where a file is another one, the question is open again.

mod entry;
mod files;

use std::{
    collections::BTreeSet,
    ffi::OsString,
    path::{Path, PathBuf},
};

use gainsay_claims::EvidenceBase;
use sha2::{Digest as _, Sha256};

use crate::{
    cache::{KEPT, Libraries, make_room, write_beside},
    digest::hex,
    plugin_file::file_bytes,
};
use entry::Entry;
use files::{File, Read, files_read};

/// All that an answer depends on, besides what lies in the files of the base, of the program and
/// of its plugins.
#[derive(Clone, Debug)]
pub struct Question {
    /// The folder where answers are kept.
    pub folder: PathBuf,
    /// The folder of the base.
    pub base: PathBuf,
    /// Where plugins are, besides the folder of the program itself.
    pub plugins: Option<PathBuf>,
    /// Files that are read besides, such as drafts.
    pub files: Vec<PathBuf>,
    /// The command line, and what of its surroundings tells what is printed.
    pub words: Vec<OsString>,
    /// The day: a question is not another one each day, but its answer may be.
    pub day: String,
}

/// What a command printed, and how it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// Its results.
    pub text: String,
    /// Its exit code.
    pub exit: u8,
}

/// What is known of a question.
#[derive(Debug)]
pub enum Known {
    /// The answer: nothing has changed.
    Kept(Answer),
    /// Nothing; the answer may be kept once there is one.
    Open(Open),
}

/// A question that is not answered yet, with the files as they were before anybody read them.
/// No file where it cannot be told which ones are read.
#[derive(Debug)]
pub struct Open {
    path: PathBuf,
    name: [u8; 32],
    question: Question,
    before: Option<Vec<Read>>,
    /// The files of the answer before, some of which may be as they were.
    known: Vec<File>,
}

impl Question {
    /// Looks for the answer. Whatever is wrong with what is kept, and with the files, leaves the
    /// question open: who reads them tells.
    pub fn ask(self) -> Known {
        let name = self.name();
        let path = self.folder.join(hex(&name)).with_extension(KEPT);
        let mut libraries = Libraries::open(&self.folder);
        let mut kept = file_bytes(&path).ok().and_then(|bytes| Entry::read(bytes, &name));
        if let Some(kept) = kept.as_mut().filter(|kept| kept.head.day == self.day)
            && let Some(is_news) = kept.is_unchanged(&mut libraries)
        {
            if is_news {
                write_beside(&path, &kept.to_bytes()).ok();
                libraries.keep();
            }
            return Known::Kept(kept.take_answer());
        }
        let known = kept.map(|kept| kept.head.files).unwrap_or_default();
        let before = files_read(&self.base, self.plugins.as_deref(), &self.files);
        Known::Open(Open { path, name, question: self, before, known })
    }

    /// The name of the question. Words are told apart by their lengths.
    fn name(&self) -> [u8; 32] {
        let mut hasher = Sha256::new();
        let mut add = |word: &[u8]| {
            hasher.update((word.len() as u64).to_le_bytes());
            hasher.update(word);
        };
        add(entry::VERSION.as_bytes());
        // Where the current folder is gone, paths that begin there lead nowhere.
        let here = std::env::current_dir().unwrap_or_default();
        let base = self.base.canonicalize().unwrap_or_default();
        let program = std::env::current_exe().unwrap_or_default();
        let plugins = self.plugins.clone().unwrap_or_default();
        for path in [&here, &base, &program, &plugins].into_iter().chain(&self.files) {
            add(path.as_os_str().as_encoded_bytes());
        }
        for word in &self.words {
            add(word.as_encoded_bytes());
        }
        hasher.finalize().into()
    }
}

impl Open {
    /// Keeps the answer, if it was found in what is known and would be found again: every source
    /// finished, could know nothing but what it was given, and no file has changed meanwhile. A
    /// folder that cannot be written is no fault of the base.
    pub fn keep(self, answer: &Answer, base: &EvidenceBase) {
        if is_repeatable(base) {
            self.write(answer, base);
        }
    }

    fn write(self, answer: &Answer, base: &EvidenceBase) -> Option<()> {
        let Self { path, name, question, before, known } = self;
        let before = before?;
        let mut libraries = Libraries::open(&question.folder);
        let known = known.iter().map(|file| (file.path.as_path(), file)).collect();
        let files: Option<Vec<_>> =
            before.iter().map(|read| read.as_it_was(&known, &mut libraries)).collect();
        let files = files?;
        // What else was read is known to nobody.
        let root = question.base.canonicalize().ok()?;
        let listed: BTreeSet<&Path> = before.iter().map(|read| read.path.as_path()).collect();
        if !base.documents.keys().all(|name| listed.contains(root.join(name).as_path())) {
            return None;
        }
        let entry = Entry::new(name, question.day, files, answer);
        write_beside(&path, &entry.to_bytes()).ok()?;
        libraries.keep();
        make_room(&question.folder).ok()
    }
}

/// Whether the same files would make the same base once more.
fn is_repeatable(base: &EvidenceBase) -> bool {
    let is_confined =
        |sandbox: crate::SandboxReport| sandbox.reading && sandbox.network && !sandbox.executable;
    base.sources.values().all(|source| source.finished && source.sandbox.is_some_and(is_confined))
}

#[cfg(test)]
mod tests;
