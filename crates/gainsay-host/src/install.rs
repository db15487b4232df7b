//! Installing a plugin: its files where plugins are looked for, its line in the
//! configuration, its digest in the lock.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    LoadOptions,
    config::plan::{added, ensure_name, rewrite},
    fresh::allow_to_run,
    inspect::inspect,
    load::config_of,
    make_whole,
    plugin_file::{PluginFile, manifest_path},
    plugins::{executable_name, file_name, folders},
    trust::{TrustError, Trusted, Wanted, plan, write},
    whole::make,
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
        ensure_name(name)?;
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
