//! Digests of libraries that an earlier run computed. A library of which the system tells the
//! same as then is not read again.
//!
//! Nothing is trusted for it: whether a library may be loaded is decided by its bytes.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};

use super::{seal, write_beside};
use crate::{
    digest::digest_of,
    plugin_file::{file_bytes, may_be_executable},
};

/// What the file is called that keeps them.
const NAME: &str = "libraries.digests";

/// Seconds that a library must have lain there: a file that is written twice within one tick of
/// the clock looks the same after both.
const SETTLED: i64 = 2;

/// The digests of libraries.
pub(crate) struct Libraries {
    file: PathBuf,
    /// Of earlier runs.
    known: BTreeMap<PathBuf, Known>,
    /// Of this run; none of what has none.
    asked: BTreeMap<PathBuf, Option<[u8; 32]>>,
    has_news: bool,
}

/// A digest, and what the system told of its file.
#[derive(Deserialize, Serialize)]
struct Known {
    seen: Seen,
    digest: [u8; 32],
}

/// What the system tells of a file. Whoever changes it changes the last of these, too.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) struct Seen {
    device: u64,
    inode: u64,
    length: u64,
    /// Seconds since 1970, and nanoseconds.
    modified: (i64, i64),
    /// When its bytes, its names or its rights changed.
    changed: (i64, i64),
}

impl Libraries {
    /// What is kept in a folder; nothing where that cannot be read or was changed.
    pub(crate) fn open(folder: &Path) -> Self {
        let file = folder.join(NAME);
        let bytes = file_bytes(&file).unwrap_or_default();
        let known = seal::open(&bytes).and_then(|it| serde_json::from_slice(it).ok());
        Self { file, known: known.unwrap_or_default(), asked: BTreeMap::new(), has_news: false }
    }

    /// The digest of a library. None of an executable: what it answers depends on its
    /// interpreter too, which is not part of it. None of what cannot be read: that is told of
    /// where it is run.
    pub(crate) fn digest(&mut self, path: &Path) -> Option<[u8; 32]> {
        if let Some(asked) = self.asked.get(path) {
            return *asked;
        }
        let digest = if may_be_executable(path) { None } else { self.look(path) };
        self.asked.insert(path.to_owned(), digest);
        digest
    }

    fn look(&mut self, path: &Path) -> Option<[u8; 32]> {
        let seen = seen(path);
        if let Some(known) = self.known.get(path).filter(|it| Some(it.seen) == seen) {
            return Some(known.digest);
        }
        let digest = digest_of(path).ok()?;
        if let Some(seen) = seen.filter(|it| it.is_settled()) {
            self.known.insert(path.to_owned(), Known { seen, digest });
            self.has_news = true;
        }
        Some(digest)
    }

    /// Keeps what this run computed. A folder that cannot be written is no fault of the base.
    pub(crate) fn keep(&self) {
        if self.has_news {
            self.write().ok();
        }
    }

    fn write(&self) -> io::Result<()> {
        // A library that was removed is not kept for ever.
        let known: BTreeMap<_, _> = self.known.iter().filter(|(path, _)| path.exists()).collect();
        write_beside(&self.file, &seal::close(&serde_json::to_vec(&known)?))
    }
}

impl Seen {
    /// Whether a change of just now would show.
    pub(crate) fn is_settled(&self) -> bool {
        let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        let now = now.ok().and_then(|it| i64::try_from(it.as_secs()).ok()).unwrap_or(0);
        self.modified.0.max(self.changed.0) + SETTLED <= now
    }
}

/// What the system tells of the file at the end of a path.
#[cfg(unix)]
pub(crate) fn seen(path: &Path) -> Option<Seen> {
    use std::os::unix::fs::MetadataExt as _;
    let file = fs::metadata(path).ok()?;
    Some(Seen {
        device: file.dev(),
        inode: file.ino(),
        length: file.len(),
        modified: (file.mtime(), file.mtime_nsec()),
        changed: (file.ctime(), file.ctime_nsec()),
    })
}

/// Elsewhere nothing tells that a file was put in the place of another.
#[cfg(not(unix))]
pub(crate) fn seen(_: &Path) -> Option<Seen> {
    None
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, SystemTime};

    use super::*;
    use crate::scratch::Scratch;

    /// A folder with a library.
    fn library() -> (Scratch, PathBuf) {
        let folder = Scratch::new().expect("a folder");
        let path = folder.path().join("library");
        fs::write(&path, "one").expect("it can be written");
        (folder, path)
    }

    /// Takes a library for known as it is, where the system tells how that is.
    fn known_as(libraries: &mut Libraries, path: &Path, digest: [u8; 32]) {
        if let Some(seen) = seen(path) {
            libraries.known.insert(path.to_owned(), Known { seen, digest });
        }
    }

    #[test]
    #[cfg(unix)]
    fn a_library_that_looks_as_before_is_not_read_again_and_any_other_is() {
        let (folder, path) = library();
        let mut libraries = Libraries::open(folder.path());
        known_as(&mut libraries, &path, [7; 32]);
        libraries.write().expect("it can be written");
        assert_eq!(Libraries::open(folder.path()).digest(&path), Some([7; 32]), "as before");

        let one =
            Libraries { known: BTreeMap::new(), ..Libraries::open(folder.path()) }.digest(&path);
        assert_ne!(one, Some([7; 32]));
        let changes: [fn(&Path); 3] = [
            |path| fs::write(path, "two").expect("the same length"),
            |path| {
                let then = SystemTime::now() - Duration::from_secs(3600);
                let file = fs::File::options().write(true).open(path).expect("a file");
                file.set_modified(then).expect("its time");
            },
            |path| {
                let other = path.with_extension("other");
                fs::copy(path, &other).expect("a copy");
                fs::rename(&other, path).expect("in its place");
            },
        ];
        for (index, change) in changes.iter().enumerate() {
            let mut libraries = Libraries::open(folder.path());
            known_as(&mut libraries, &path, [7; 32]);
            std::thread::sleep(Duration::from_millis(20));
            change(&path);
            assert_ne!(libraries.digest(&path), Some([7; 32]), "change {index}");
        }
    }

    #[test]
    #[cfg(unix)]
    fn of_a_library_that_was_just_made_nothing_is_kept() {
        let (folder, path) = library();
        let mut libraries = Libraries::open(folder.path());
        assert!(libraries.digest(&path).is_some());
        assert!(!libraries.has_news);
        let seen = seen(&path).expect("a file");
        let old = |(second, nano): (i64, i64)| (second - SETTLED, nano);
        assert!(
            Seen { modified: old(seen.modified), changed: old(seen.changed), ..seen }.is_settled()
        );
    }

    #[test]
    fn what_was_changed_counts_as_nothing() {
        let (folder, path) = library();
        let mut libraries = Libraries::open(folder.path());
        known_as(&mut libraries, &path, [7; 32]);
        libraries.write().expect("it can be written");
        let file = folder.path().join(NAME);
        let mut bytes = fs::read(&file).expect("a file");
        *bytes.last_mut().expect("bytes") ^= 1;
        fs::write(&file, bytes).expect("it can be changed");
        assert!(Libraries::open(folder.path()).known.is_empty());
    }
}
