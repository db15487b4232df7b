//! Folders that last as long as somebody uses them.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

/// How many names are tried.
const TRIES: u32 = 64;

/// A new, private folder among the temporary files of the system, removed with all that is
/// in it when it is dropped.
#[derive(Debug)]
pub(crate) struct Scratch {
    path: PathBuf,
}

impl Scratch {
    /// Makes one.
    ///
    /// # Errors
    ///
    /// When the system refuses, or every name is taken.
    pub(crate) fn new() -> io::Result<Self> {
        let parent = std::env::temp_dir().canonicalize()?;
        let mut last = io::ErrorKind::AlreadyExists.into();
        for number in 0..TRIES {
            let path = parent.join(format!("gainsay-{}-{number}", std::process::id()));
            match create_private(&path) {
                Ok(()) => return Ok(Self { path }),
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => last = error,
                Err(error) => return Err(error),
            }
        }
        Err(last)
    }

    /// Where it is; absolute.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // The system removes its temporary files in the end.
        fs::remove_dir_all(&self.path).ok();
    }
}

#[cfg(unix)]
fn create_private(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::DirBuilderExt as _;
    fs::DirBuilder::new().mode(0o700).create(path)
}

#[cfg(not(unix))]
fn create_private(path: &Path) -> io::Result<()> {
    fs::create_dir(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_folders_are_apart_and_leave_nothing_behind() {
        let (one, other) = (Scratch::new().expect("a folder"), Scratch::new().expect("a folder"));
        assert_ne!(one.path(), other.path());
        fs::write(one.path().join("file"), "x").expect("it can be written to");
        let path = one.path().to_owned();
        drop(one);
        assert!(!path.exists());
        assert!(other.path().exists());
    }
}
