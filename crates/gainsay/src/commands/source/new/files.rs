//! Files that are made together: all of them or none.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use gainsay_host::{make_file, remove_made};

use crate::{init::Fresh, refusal::Refusal};

/// A file to be made.
pub(super) struct New {
    pub(super) path: PathBuf,
    pub(super) bytes: Vec<u8>,
    pub(super) is_executable: bool,
}

impl From<Fresh> for New {
    fn from(file: Fresh) -> Self {
        let Fresh { path, text, is_executable } = file;
        Self { path, bytes: text.into_bytes(), is_executable }
    }
}

impl New {
    /// Whether it is there as it would be made, such as by a run that was stopped.
    fn is_made(&self) -> bool {
        let is_alike = |one: &fs::Metadata| one.is_file() && one.len() == self.bytes.len() as u64;
        fs::symlink_metadata(&self.path).as_ref().is_ok_and(is_alike)
            && fs::read(&self.path).is_ok_and(|bytes| bytes == self.bytes)
    }
}

/// The files that are not there yet. One that is there in another form is refused; so are all if
/// none is missing, and no `line` in the configuration either.
pub(super) fn missing<'a>(files: &'a [New], line: Option<&str>) -> Result<Vec<&'a New>, Refusal> {
    let is_free = |file: &New| {
        let there = fs::symlink_metadata(&file.path);
        there.is_err_and(|error| error.kind() == io::ErrorKind::NotFound)
    };
    let missing: Vec<&New> = files.iter().filter(|file| !file.is_made()).collect();
    if let Some(other) = missing.iter().find(|file| !is_free(file)) {
        let (file, line) = (other.path.clone(), line.map(str::to_owned));
        return Err(Refusal::OtherIsThere { file, line });
    }
    match (files.first(), missing.is_empty() && line.is_none()) {
        (Some(first), true) => Err(Refusal::IsThere { file: first.path.clone() }),
        _ => Ok(missing),
    }
}

/// Makes files, none of which may be there: all of them or none.
pub(super) fn make(files: &[&New]) -> Result<(), Refusal> {
    for (at, file) in files.iter().enumerate() {
        let is_new = make_file(&file.path, &file.bytes, file.is_executable);
        let is_new = is_new.and_then(|is_new| match is_new {
            true => Ok(()),
            false => Err(io::ErrorKind::AlreadyExists.into()),
        });
        is_new.map_err(not_made(&file.path)).inspect_err(|_| remove(&files[..at]))?;
    }
    Ok(())
}

/// Removes files that were made. What failed is told; whether this does changes nothing.
pub(super) fn remove(files: &[&New]) {
    for file in files {
        remove_made(&file.path).ok();
    }
}

/// That a file cannot be made, and so none is.
pub(in crate::commands::source) fn not_made(path: &Path) -> impl FnOnce(io::Error) -> Refusal {
    let file = path.to_owned();
    move |error| Refusal::NotMade { file, error, before: 0 }
}
