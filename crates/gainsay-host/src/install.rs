//! Installing a plugin: its files where plugins are looked for, its line in the
//! configuration, its digest in the lock.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    LoadOptions,
    config::{Config, edit::with_source, is_source_id},
    files::{File, path_inside},
    fresh::allow_to_run,
    inspect::inspect,
    load::config_of,
    make_whole,
    plugin_file::{PluginFile, manifest_path},
    plugins::{executable_name, file_name, folders},
    trust::{TrustError, Trusted, Wanted, bad_name, plan, write},
    whole::make,
    write_whole,
};

/// What was installed.
#[derive(Clone, Debug)]
pub struct Installed {
    /// The source.
    pub source: String,
    /// Whether its line was added to the configuration; it may have been there.
    pub is_new_line: bool,
    /// Whether a plugin of this name was there, and was replaced.
    pub replaced: bool,
    /// Where its documents are, relative to the base.
    pub folder: String,
    /// What is trusted now.
    pub trusted: Trusted,
}

/// Installs a library, or an executable with its manifest, as the plugin of a source, named
/// after the plugin unless a name is given. It is looked at and run once under the sandbox
/// before anything is written.
///
/// # Errors
///
/// When it is no plugin, does not finish, or something cannot be written. What was written
/// before stays: first the plugin, then the lock, last the line that has it used.
pub fn install(
    options: &LoadOptions,
    library: &Path,
    name: Option<&str>,
) -> Result<Installed, TrustError> {
    let file = |error| TrustError::File { file: library.to_owned(), error };
    let seen = inspect(library)
        .map_err(|error| TrustError::NoPlugin { file: library.to_owned(), error })?;
    let source = name.unwrap_or(&seen.plugin);
    for name in [source, &seen.plugin] {
        if !is_source_id(name) {
            return Err(bad_name(name));
        }
    }
    let (root, config, config_file) = config_of(&options.base)?;
    let value = match source == seen.plugin {
        true => "{}".to_owned(),
        false => format!("{{ plugin = \"{}\" }}", seen.plugin),
    };
    let is_there = config.sources.iter().any(|one| one.id == source && one.plugin == seen.plugin);
    let edited = match is_there {
        true => None,
        false => Some(added(&config_file, &config, source, &value)?),
    };
    let next = edited.as_ref().map_or(&config, |(_, config)| config);
    let plugin = PluginFile::read(library).map_err(file)?;
    let target = destination(options, &seen.plugin, plugin.manifest.is_some())?;
    let wanted = Wanted { plugin: &seen.plugin, library, digest: plugin.digest() };
    let (lock, trusted) = plan(&root, next, &wanted, options)?;
    let replaced = target.exists();
    put(&target, &plugin).map_err(|error| TrustError::File { file: target.clone(), error })?;
    write(&options.base, &lock)?;
    if let Some((text, _)) = &edited {
        rewrite(&options.base, &config_file.name, text)?;
    }
    let folder = next.sources.iter().find(|one| one.id == source).map(|one| one.folder.clone());
    Ok(Installed {
        source: source.to_owned(),
        is_new_line: edited.is_some(),
        replaced,
        folder: folder.unwrap_or_default(),
        trusted: Trusted { library: target, ..trusted },
    })
}

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
    pub fn write(self) -> Result<(), TrustError> {
        let Some((_, text)) = &self.added else { return Ok(()) };
        rewrite(&self.base, &self.name, text)
    }
}

/// Prepares a line for a source, unless it is listed with this plugin; nothing is written yet.
///
/// # Errors
///
/// When there is such a source with another plugin, the name cannot be one, or there is no
/// place for its line.
pub fn plan_source(base: &Path, source: &str, plugin: &str) -> Result<PlannedSource, TrustError> {
    if !is_source_id(source) {
        return Err(bad_name(source));
    }
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

/// The configuration with one more source.
fn added(
    file: &File,
    config: &Config,
    source: &str,
    value: &str,
) -> Result<(String, Config), TrustError> {
    if let Some(one) = config.sources.iter().find(|one| one.id == source) {
        let (name, plugin) = (source.to_owned(), one.plugin.clone());
        return Err(TrustError::Listed { name, plugin });
    }
    let line = format!("{source} = {value}");
    with_source(&file.name, &file.text, source, value).ok_or(TrustError::NoPlace { line })
}

fn rewrite(base: &Path, name: &str, text: &str) -> Result<(), TrustError> {
    let written = path_inside(base, name).and_then(|path| write_whole(&path, text.as_bytes()));
    written.map_err(|error| TrustError::File { file: base.join(name), error })
}

/// Where a plugin is put: in the folder that the user names, else in that of plugins which were
/// installed.
fn destination(
    options: &LoadOptions,
    plugin: &str,
    is_executable: bool,
) -> Result<PathBuf, TrustError> {
    let library = file_name(plugin);
    let name = if is_executable { executable_name(plugin) } else { library.clone() };
    let refused = |file, kind: io::ErrorKind| TrustError::File { file, error: kind.into() };
    let folder = folders(options.plugins.as_deref()).into_iter().next();
    let folder = folder.ok_or_else(|| refused(PathBuf::from(&name), io::ErrorKind::NotFound))?;
    // The executable would never be found.
    if is_executable && folder.join(&library).exists() {
        return Err(refused(folder.join(library), io::ErrorKind::AlreadyExists));
    }
    Ok(folder.join(name))
}

/// Puts the files of a plugin in their places, each whole or not at all. Where that of an
/// executable cannot be put there, its manifest becomes again what it was.
fn put(target: &Path, plugin: &PluginFile) -> io::Result<()> {
    let Some(manifest) = &plugin.manifest else { return make_whole(target, &plugin.bytes) };
    let beside = manifest_path(target);
    let before = fs::read(&beside).ok();
    make_whole(&beside, manifest)?;
    let done = make(target, &plugin.bytes, allow_to_run);
    if done.is_err() {
        // What failed is told; whether this can be undone changes nothing.
        match before {
            Some(before) => make_whole(&beside, &before).ok(),
            None => fs::remove_file(&beside).ok(),
        };
    }
    done
}
