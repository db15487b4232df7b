//! Waiting for files to be saved.

use std::{
    fs,
    path::{Path, PathBuf},
    thread::sleep,
    time::Duration,
    time::SystemTime,
};

/// How often is looked. Files are few, so looking costs nothing that matters, and it works
/// on every file system.
const PAUSE: Duration = Duration::from_millis(200);

/// Files as they were when somebody looked.
#[derive(Debug)]
pub(crate) struct Watch<F> {
    files: F,
    seen: Vec<Stamp>,
}

/// A file, when it was changed and how long it is; none while it is not there.
type Stamp = (PathBuf, Option<(SystemTime, u64)>);

impl<F: Fn() -> Vec<PathBuf>> Watch<F> {
    /// Files as they are now; which they are is asked each time.
    pub(crate) fn new(files: F) -> Self {
        let seen = stamps(&files);
        Self { files, seen }
    }

    /// Waits until a file was saved, added or removed, and all of them rest: an editor may
    /// save by removing the old file first.
    pub(crate) fn wait(&mut self) {
        let mut before = stamps(&self.files);
        loop {
            sleep(PAUSE);
            let now = stamps(&self.files);
            if now == before && now != self.seen {
                self.seen = now;
                return;
            }
            before = now;
        }
    }
}

fn stamps(files: &impl Fn() -> Vec<PathBuf>) -> Vec<Stamp> {
    let stamp = |file: &Path| {
        let about = fs::metadata(file).ok()?;
        Some((about.modified().ok()?, about.len()))
    };
    let stamps = files().into_iter().map(|file| {
        let stamp = stamp(&file);
        (file, stamp)
    });
    stamps.collect()
}
