//! Finding the library or the executable of a plugin: beside the program, or in a
//! folder that the user names. Never in the current folder, and never where a base
//! says: a base is data, and data must not choose what code runs.

use std::{
    env::consts::{DLL_PREFIX, DLL_SUFFIX},
    path::{Path, PathBuf},
};

use gainsay_claims::facts::Problem;

/// A plugin that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) path: PathBuf,
    /// Whether it lies beside the program, as those that come with it do.
    pub(crate) is_of_program: bool,
}

/// The library of a plugin, or its executable; where a folder has both, the library.
///
/// # Errors
///
/// When it is in none of the places.
pub(crate) fn plugin_of(plugin: &str, folder: Option<&Path>) -> Result<Found, Problem> {
    let names = [file_name(plugin), executable_name(plugin)];
    let candidates = folders(folder);
    let beside = beside_program();
    let found = candidates.iter().find_map(|inner| {
        let files = names.iter().map(|name| inner.join(name));
        let path = files.into_iter().find(|file| file.is_file())?;
        Some(Found { path, is_of_program: beside.as_ref() == Some(inner) })
    });
    let [file, executable] = names;
    found.ok_or_else(|| Problem::NoPlugin {
        plugin: plugin.to_owned(),
        file,
        executable,
        folders: candidates.iter().map(|folder| folder.display().to_string()).collect(),
    })
}

/// The library that holds a plugin: `libgainsay_source_pitney_bowes.so`.
pub(crate) fn file_name(plugin: &str) -> String {
    format!("{DLL_PREFIX}gainsay_source_{}{DLL_SUFFIX}", plugin.replace('-', "_"))
}

/// The executable that is a plugin: `gainsay-source-pitney-bowes`.
pub(crate) fn executable_name(plugin: &str) -> String {
    format!("gainsay-source-{plugin}")
}

/// Where plugins are looked for, in order.
pub(crate) fn folders(named: Option<&Path>) -> Vec<PathBuf> {
    named.map(Path::to_owned).into_iter().chain(beside_program()).collect()
}

fn beside_program() -> Option<PathBuf> {
    Some(std::env::current_exe().ok()?.parent()?.to_owned())
}
