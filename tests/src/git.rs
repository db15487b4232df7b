//! Git, as somebody without settings of their own.

use std::{path::Path, process::Command};

/// Git in a folder.
pub fn git_command(folder: &Path) -> Command {
    let mut git = Command::new("git");
    git.current_dir(folder).env("GIT_CONFIG_GLOBAL", "/dev/null").env("GIT_CONFIG_NOSYSTEM", "1");
    for variable in ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE", "GIT_PREFIX"] {
        git.env_remove(variable);
    }
    for who in ["AUTHOR", "COMMITTER"] {
        git.env(format!("GIT_{who}_NAME"), "Fixture");
        git.env(format!("GIT_{who}_EMAIL"), "fixture@example.org");
    }
    git
}

/// What git prints.
///
/// # Panics
/// When it fails.
#[track_caller]
pub fn git(folder: &Path, words: &[&str]) -> String {
    let output = git_command(folder).args(words).output().expect("git starts");
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{words:?}: {told}");
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Makes a repository of a folder.
///
/// # Panics
/// When git fails.
pub fn init(folder: &Path) {
    git(folder, &["init", "--quiet", "--initial-branch", "main"]);
}

/// Commits everything.
///
/// # Panics
/// When git fails.
#[track_caller]
pub fn commit(repository: &Path) {
    git(repository, &["add", "--all"]);
    git(repository, &["commit", "--quiet", "--message", "a change"]);
}
