//! Folders as maps from name to content, to copy, change and compare.

use std::{collections::BTreeMap, fs, path::Path};

/// Files below a folder: their path from it, with `/`, and what they hold.
pub type Tree = BTreeMap<String, Vec<u8>>;

/// Reads every file below a folder, without the entries of the folder itself
/// that are called like one of `without`.
///
/// # Panics
/// When something cannot be read.
pub fn read(folder: &Path, without: &[&str]) -> Tree {
    let mut tree = Tree::new();
    let mut open = vec![folder.to_owned()];
    while let Some(inner) = open.pop() {
        for entry in fs::read_dir(&inner).expect("the folder can be listed") {
            let path = entry.expect("the entry can be read").path();
            let name = path.strip_prefix(folder).expect("it is below the folder");
            let name = name.to_string_lossy().replace('\\', "/");
            if without.contains(&name.as_str()) {
                continue;
            }
            if path.is_dir() {
                open.push(path);
            } else {
                tree.insert(name, fs::read(&path).expect("the file can be read"));
            }
        }
    }
    tree
}

/// Makes a folder that holds these files and nothing else, created in this order.
///
/// # Panics
/// When something cannot be written.
pub fn write<'a>(folder: &Path, files: impl IntoIterator<Item = (&'a String, &'a Vec<u8>)>) {
    if folder.exists() {
        fs::remove_dir_all(folder).expect("the folder can be removed");
    }
    for (name, content) in files {
        let path = folder.join(name);
        let parent = path.parent().expect("a file is in a folder");
        fs::create_dir_all(parent).expect("the folder is made");
        fs::write(path, content).expect("the file is written");
    }
}
