//! Folders for small bases, and git around them.

use std::{
    path::{Path, PathBuf},
    process::Output,
};

use gainsay_tests::{
    git::{commit, init},
    program::gainsay,
    tree::{self, Tree},
};

/// A folder of its own for the files of a base.
pub(super) fn folder(name: &str, files: &Tree) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("small").join(name);
    tree::write(&folder, files);
    folder
}

/// Adds files to a base, or replaces them.
pub(super) fn add(base: &Path, files: &Tree) {
    for (name, content) in files {
        let path = base.join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("it is made");
        std::fs::write(path, content).expect("it is written");
    }
}

/// A repository whose only commit holds these files in `data/base`.
pub(super) fn repository(name: &str, files: &Tree) -> PathBuf {
    let below = files.iter().map(|(name, text)| (format!("data/base/{name}"), text.clone()));
    let folder = folder(name, &below.collect());
    init(&folder);
    commit(&folder);
    folder
}

/// The program in a folder, with git at hand.
#[track_caller]
pub(super) fn run_in(folder: &Path, arguments: &[&str], code: i32) -> Output {
    let mut command = gainsay(arguments);
    let command = command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    let command = command.env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    let output = command.current_dir(folder).output().expect("the program starts");
    let shown = String::from_utf8_lossy(&output.stdout);
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {told}\n{shown}");
    output
}

/// What it printed.
pub(super) fn shown(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("UTF-8")
}

/// What it told beside.
pub(super) fn told(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("UTF-8")
}
