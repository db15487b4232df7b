//! Finding the library of a plugin: beside the program, or in a folder that the
//! user names. Never in the current folder, and never where a base says: a base
//! is data, and data must not choose what code runs.

use std::{
    env::consts::{DLL_PREFIX, DLL_SUFFIX},
    path::{Path, PathBuf},
};

use gainsay_claims::facts::Problem;

/// The library of a plugin.
///
/// # Errors
///
/// When it is in none of the places.
pub(crate) fn library_of(plugin: &str, folder: Option<&Path>) -> Result<PathBuf, Problem> {
    let file = file_name(plugin);
    let candidates = folders(folder);
    candidates.iter().map(|folder| folder.join(&file)).find(|path| path.is_file()).ok_or_else(
        || Problem::NoPlugin {
            plugin: plugin.to_owned(),
            file,
            folders: candidates.iter().map(|folder| folder.display().to_string()).collect(),
        },
    )
}

/// The file that holds a plugin: `libgainsay_source_pitney_bowes.so`.
fn file_name(plugin: &str) -> String {
    format!("{DLL_PREFIX}gainsay_source_{}{DLL_SUFFIX}", plugin.replace('-', "_"))
}

fn folders(named: Option<&Path>) -> Vec<PathBuf> {
    let beside = std::env::current_exe().ok().and_then(|exe| Some(exe.parent()?.to_owned()));
    named.map(Path::to_owned).into_iter().chain(beside).collect()
}
