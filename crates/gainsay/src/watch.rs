//! Waiting for files to be saved.

use std::{fs, path::PathBuf, thread::sleep, time::Duration, time::SystemTime};

/// How often is looked. Files are few, so looking costs nothing that matters, and it works
/// on every file system.
const PAUSE: Duration = Duration::from_millis(200);

/// Files as they were when somebody looked.
#[derive(Debug)]
pub(crate) struct Watch<'a> {
    files: &'a [PathBuf],
    seen: Vec<Stamp>,
}

/// When a file was changed and how long it is; none while it is not there.
type Stamp = Option<(SystemTime, u64)>;

impl<'a> Watch<'a> {
    /// Files as they are now.
    pub(crate) fn new(files: &'a [PathBuf]) -> Self {
        Self { files, seen: stamps(files) }
    }

    /// Waits until a file was saved and all of them rest: an editor may save by removing
    /// the old file first.
    pub(crate) fn wait(&mut self) {
        let mut before = stamps(self.files);
        loop {
            sleep(PAUSE);
            let now = stamps(self.files);
            if now == before && now != self.seen {
                self.seen = now;
                return;
            }
            before = now;
        }
    }
}

fn stamps(files: &[PathBuf]) -> Vec<Stamp> {
    let stamp = |file: &PathBuf| {
        let about = fs::metadata(file).ok()?;
        Some((about.modified().ok()?, about.len()))
    };
    files.iter().map(stamp).collect()
}
