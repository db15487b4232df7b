//! Files of verdicts, as they are on disk now.

use std::{
    io,
    path::{Path, PathBuf},
};

use gainsay_host::{make_whole, path_inside};
use gainsay_verdict::EditError;

use crate::{
    file,
    refusal::{Refusal, ReviewRefusal},
};

/// The largest file of verdicts that is changed, in bytes.
const LARGEST: usize = 16 << 20;

/// A file of a base with what it is to hold.
#[derive(Debug)]
#[must_use]
pub(crate) struct Change {
    path: PathBuf,
    name: String,
    /// None where it is to stay as it is.
    text: Option<String>,
}

impl Change {
    /// Changes the text of a file, which may not be there yet, and writes nothing.
    ///
    /// # Errors
    ///
    /// A file that leads out of the base, that cannot be read, or that cannot be changed.
    pub(crate) fn of(
        base: &Path,
        name: &str,
        change: impl FnOnce(&str) -> Result<String, EditError>,
    ) -> Result<Self, Refusal> {
        let name = name.to_owned();
        let unread = |error| ReviewRefusal::NotWritten { file: name.clone(), error };
        let path = path_inside(base, &name).map_err(unread)?;
        let text = match file::text(&path, LARGEST) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            read => read.map_err(unread)?,
        };
        let changed = change(&text)
            .map_err(|error| ReviewRefusal::NotChanged { file: name.clone(), error })?;
        Ok(Self { path, name, text: (changed != text).then_some(changed) })
    }

    /// Writes it, whole or not at all.
    ///
    /// # Errors
    ///
    /// When the system refuses; the file is what it was then.
    pub(crate) fn write(self) -> Result<(), Refusal> {
        let Some(text) = self.text else { return Ok(()) };
        make_whole(&self.path, text.as_bytes())
            .map_err(|error| ReviewRefusal::NotWritten { file: self.name, error }.into())
    }
}
