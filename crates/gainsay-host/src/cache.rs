//! What sources have emitted, kept for the next time that the same plugin is given the same.
//!
//! Derived data only: without it the same comes out, later. An entry is named by the digest
//! of all that a source is given and of the library that is given it, and begins with the
//! digest of what it holds, so that one that is cut off, changed or another's counts as none.

mod entry;
mod libraries;
pub(crate) mod seal;

use std::{
    ffi::OsStr,
    fs, io,
    path::{Path, PathBuf},
    time::SystemTime,
};

use crate::{
    Collected, Isolation, Job, Outcome, RunOptions, digest::hex, fresh::make_folder,
    plugin_file::file_bytes, processes::run,
};
use entry::key;
pub(crate) use libraries::{Libraries, Seen, seen};

/// Bytes that all entries may have together; the oldest go first.
const LARGEST: u64 = 512 << 20;

/// What the names of entries end with.
const ENDING: &str = "emitted";

/// What the names of answers end with, which lie in the same folder.
pub(crate) const KEPT: &str = "answered";

/// A folder that keeps what sources emitted under these options.
#[derive(Clone, Copy)]
pub(crate) struct Cache<'a> {
    pub(crate) folder: &'a Path,
    pub(crate) options: &'a RunOptions,
}

impl Cache<'_> {
    /// Runs those jobs of which nothing is kept, and returns what came of each, in their
    /// order. `progress` hears of each source as soon as that is known.
    pub(crate) fn run(
        self,
        jobs: Vec<Job>,
        progress: &dyn Fn(&str, &Outcome),
    ) -> Vec<(String, Outcome)> {
        // A plugin in this process is there to be looked at, so it has to run.
        if self.options.isolation == Isolation::InProcess {
            return run(&jobs, self.options, progress);
        }
        let mut libraries = Libraries::open(self.folder);
        let (mut kept, mut missing, mut keys) = (Vec::new(), Vec::new(), Vec::new());
        for job in jobs {
            let digest = libraries.digest(&job.plugin);
            let key = digest.and_then(|digest| self.key(&job, digest));
            let outcome = key.as_ref().and_then(|key| self.get(key)).map(Ok);
            if let Some(outcome) = outcome {
                progress(&job.source, &outcome);
                kept.push(Some((job.source, outcome)));
            } else {
                kept.push(None);
                keys.push(digest.zip(key));
                missing.push(job);
            }
        }
        let ran = run(&missing, self.options, progress);
        self.keep(&keys, &ran);
        libraries.keep();
        let mut ran = ran.into_iter();
        let mut outcome = |kept: Option<_>| kept.or_else(|| ran.next());
        kept.into_iter().map(|kept| outcome(kept).expect("each job is kept or ran")).collect()
    }

    /// The name of what a library of this digest emits for a job. None where the base trusts
    /// another library.
    fn key(self, job: &Job, digest: [u8; 32]) -> Option<[u8; 32]> {
        let is_trusted = job.digest.is_none_or(|expected| expected == digest);
        is_trusted.then(|| key(job, &digest, self.options).ok())?
    }

    fn get(self, key: &[u8; 32]) -> Option<Collected> {
        entry::read(&file_bytes(&self.path(key)).ok()?, key)
    }

    /// Keeps what was emitted by sources that finished and could know nothing but what they
    /// were given: another file, or what another machine answers, may change unseen. A folder
    /// that cannot be written is no fault of the base: the next run takes as long as this one.
    fn keep(self, keys: &[Option<([u8; 32], [u8; 32])>], ran: &[(String, Outcome)]) {
        let finished = keys.iter().zip(ran).filter_map(|(key, (_, outcome))| {
            let (digest, key) = key.as_ref()?;
            let collected = outcome.as_ref().ok()?;
            let is_confined = collected.sandbox.reading && collected.sandbox.network;
            // A library that was replaced after it was hashed is another one.
            (is_confined && collected.digest == *digest).then_some((key, collected))
        });
        let written = finished.filter(|(key, collected)| self.put(key, collected).is_ok());
        if written.count() > 0 {
            make_room(self.folder).ok();
        }
    }

    fn put(self, key: &[u8; 32], collected: &Collected) -> io::Result<()> {
        write_beside(&self.path(key), &entry::write(key, collected)?)
    }

    fn path(self, key: &[u8; 32]) -> PathBuf {
        self.folder.join(hex(key)).with_extension(ENDING)
    }
}

/// Removes the oldest entries of a folder until there is room for new ones.
pub(crate) fn make_room(folder: &Path) -> io::Result<()> {
    remove_oldest(folder, LARGEST)
}

/// Removes the oldest entries until the rest has no more than `largest` bytes. Whatever
/// another run removes at the same time is gone, too. Other files of the folder stay: it
/// may be one that somebody uses for more than this.
fn remove_oldest(folder: &Path, largest: u64) -> io::Result<()> {
    let mut files = Vec::new();
    for file in fs::read_dir(folder)? {
        let file = file?;
        if !is_entry(&file.path()) {
            continue;
        }
        let metadata = file.metadata()?;
        let modified = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
        files.push((modified, file.path(), metadata.len()));
    }
    files.sort_by(|one, other| other.cmp(one));
    let mut bytes = 0;
    for (_, path, length) in files {
        bytes += length;
        if bytes > largest {
            fs::remove_file(path).ok();
        }
    }
    Ok(())
}

/// Whether a file has the name of an entry, or of one that was being written.
fn is_entry(path: &Path) -> bool {
    let is_key = |stem: &str| stem.len() == 64 && stem.bytes().all(|one| one.is_ascii_hexdigit());
    let is_ending = |ending: &str| {
        [ENDING, KEPT].contains(&ending) || ending.bytes().all(|one| one.is_ascii_digit())
    };
    path.file_stem().and_then(OsStr::to_str).is_some_and(is_key)
        && path.extension().and_then(OsStr::to_str).is_some_and(is_ending)
}

/// Writes a file whole, as it seems to other runs. Not made last: what a power cut leaves
/// half-written is not as it was sealed.
pub(crate) fn write_beside(path: &Path, bytes: &[u8]) -> io::Result<()> {
    path.parent().map_or(Ok(()), |folder| make_folder(folder).map(drop))?;
    let beside = path.with_extension(std::process::id().to_string());
    fs::write(&beside, bytes)?;
    fs::rename(&beside, path)
}

#[cfg(test)]
mod tests;
