//! Finding the library or the executable of a plugin: beside the program, where those lie that
//! come with it, in the folder there of those that were installed, or in one that the user
//! names. Never in the current folder, and never where a base says: a base is data, and data
//! must not choose what code runs.

use std::{
    env::consts::{DLL_PREFIX, DLL_SUFFIX},
    path::{Path, PathBuf},
};

use gainsay_claims::facts::Problem;

/// The folder beside the program in which plugins are installed. What lies there did not come
/// with the program, so that a lock must pin it.
const INSTALLED: &str = "gainsay-plugins";

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

/// Every path at which a plugin is looked for, in order: it is the first that is a file.
pub(crate) fn candidates(plugin: &str, folder: Option<&Path>) -> Vec<PathBuf> {
    let names = [file_name(plugin), executable_name(plugin)];
    let folders = folders(folder).into_iter();
    folders.flat_map(|inner| names.each_ref().map(|name| inner.join(name))).collect()
}

/// The library that holds a plugin: `libgainsay_source_pitney_bowes.so`.
pub(crate) fn file_name(plugin: &str) -> String {
    format!("{DLL_PREFIX}gainsay_source_{}{DLL_SUFFIX}", plugin.replace('-', "_"))
}

/// The executable that is a plugin: `gainsay-source-pitney-bowes`.
pub(crate) fn executable_name(plugin: &str) -> String {
    format!("gainsay-source-{plugin}")
}

/// Where plugins are looked for, in order; the first is where they are installed. That is never
/// the folder of the program, even where the user names it: whatever lies there counts as come
/// with the program.
pub(crate) fn folders(named: Option<&Path>) -> Vec<PathBuf> {
    folders_of(named, beside_program())
}

fn folders_of(named: Option<&Path>, beside: Option<PathBuf>) -> Vec<PathBuf> {
    let real = |folder: &Path| folder.canonicalize().ok();
    let own = beside.as_deref().and_then(real);
    let named = named.filter(|folder| own.is_none() || real(folder) != own);
    let installed = beside.as_ref().map(|folder| folder.join(INSTALLED));
    named.map(Path::to_owned).into_iter().chain(installed).chain(beside).collect()
}

fn beside_program() -> Option<PathBuf> {
    Some(std::env::current_exe().ok()?.parent()?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    #[test]
    fn the_folder_of_the_program_is_none_to_install_into_by_whatever_name() {
        let scratch = Scratch::new().expect("a folder");
        let beside = scratch.path().to_owned();
        let other = beside.join("other");
        std::fs::create_dir(&other).expect("a folder");
        let own = [beside.join(INSTALLED), beside.clone()];
        let folders = |named: &Path| folders_of(Some(named), Some(beside.clone()));
        for named in [beside.as_path(), &other.join(".."), &beside.join(".")] {
            assert_eq!(folders(named), own, "{}", named.display());
        }
        assert_eq!(folders(&other), [std::slice::from_ref(&other), &own].concat());
        assert_eq!(folders_of(None, Some(beside.clone())), own);
    }
}
