//! Adding a source to the configuration of a base.

use std::{
    io,
    path::{Path, PathBuf},
};

use super::{Config, edit::with_source, is_source_id};
use crate::{
    LoadError,
    files::{File, path_inside},
    load::config_of,
    write_whole,
};

/// A source that is in the configuration of a base, or can be added to it.
#[derive(Clone, Debug)]
pub struct PlannedSource {
    /// Where its documents are, relative to the base.
    pub folder: String,
    base: PathBuf,
    name: String,
    /// Its line, and the text of the configuration with it, unless it is there.
    added: Option<(String, String)>,
}

/// Why a source cannot be added to the configuration. It is what it was.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    /// The configuration cannot be read.
    #[error(transparent)]
    Base(#[from] LoadError),
    /// The name cannot be that of a source.
    #[error("`{name}` is no name")]
    BadName {
        /// The name.
        name: String,
    },
    /// The configuration lists a source of this name with another plugin.
    #[error("`{name}` is listed with the plugin `{plugin}`")]
    Listed {
        /// The name.
        name: String,
        /// The plugin of the one that is there.
        plugin: String,
    },
    /// There is no place for the source in the configuration.
    #[error("no place for `{line}`")]
    NoPlace {
        /// The line that is wanted.
        line: String,
    },
    /// The configuration cannot be written.
    #[error("{}: {error}", .file.display())]
    File {
        /// The file.
        file: PathBuf,
        /// What the system says.
        #[source]
        error: io::Error,
    },
}

/// Prepares a line for a source, unless it is listed with this plugin; nothing is written yet.
///
/// # Errors
///
/// When there is such a source with another plugin, the name cannot be one, or there is no
/// place for its line.
pub fn plan_source(base: &Path, source: &str, plugin: &str) -> Result<PlannedSource, PlanError> {
    ensure_name(source)?;
    let (_, config, file) = config_of(base)?;
    let folder = |config: &Config| {
        let found = config.sources.iter().find(|one| one.id == source);
        found.map(|one| one.folder.clone())
    };
    let (base, name) = (base.to_owned(), file.name.clone());
    if config.sources.iter().any(|one| one.id == source && one.plugin == plugin) {
        let folder = folder(&config).unwrap_or_default();
        return Ok(PlannedSource { folder, base, name, added: None });
    }
    let value = format!("{{ plugin = \"{plugin}\" }}");
    let (text, next) = added(&file, &config, source, &value)?;
    let added = Some((format!("{source} = {value}"), text));
    Ok(PlannedSource { folder: folder(&next).unwrap_or_default(), base, name, added })
}

impl PlannedSource {
    /// The line that the configuration lacks.
    pub fn line(&self) -> Option<&str> {
        self.added.as_ref().map(|(line, _)| line.as_str())
    }

    /// Adds it, unless it is there.
    ///
    /// # Errors
    ///
    /// When the configuration cannot be written.
    pub fn write(self) -> Result<(), PlanError> {
        let Some((_, text)) = &self.added else { return Ok(()) };
        rewrite(&self.base, &self.name, text)
    }
}

/// Refuses what cannot be the name of a source.
pub(crate) fn ensure_name(name: &str) -> Result<(), PlanError> {
    if is_source_id(name) { Ok(()) } else { Err(PlanError::BadName { name: name.to_owned() }) }
}

/// The configuration with one more source.
pub(crate) fn added(
    file: &File,
    config: &Config,
    source: &str,
    value: &str,
) -> Result<(String, Config), PlanError> {
    if let Some(one) = config.sources.iter().find(|one| one.id == source) {
        let (name, plugin) = (source.to_owned(), one.plugin.clone());
        return Err(PlanError::Listed { name, plugin });
    }
    let line = format!("{source} = {value}");
    with_source(&file.name, &file.text, source, value).ok_or(PlanError::NoPlace { line })
}

/// Writes a configuration whole, or not at all.
pub(crate) fn rewrite(base: &Path, name: &str, text: &str) -> Result<(), PlanError> {
    let written = path_inside(base, name).and_then(|path| write_whole(&path, text.as_bytes()));
    written.map_err(|error| PlanError::File { file: base.join(name), error })
}
