//! The program `git`, asked about the folder of a base.

use std::{
    ffi::OsStr,
    io::{self, Write as _},
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    thread,
};

/// Why git did not answer.
#[derive(Debug, thiserror::Error)]
pub enum GitError {
    /// It cannot be started.
    #[error("git cannot be started")]
    NoGit(#[source] io::Error),
    /// It refuses.
    #[error("git: {message}")]
    Refused {
        /// Its first words.
        message: String,
    },
}

/// What sets `git` to another repository or index: hooks run with some of these.
const VARIABLES: [&str; 6] =
    ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE"];

/// Settings without which git might run other programs, write into the repository beside
/// the index that it is given, or leave files out.
const SETTINGS: [&str; 4] = [
    "core.hooksPath=/dev/null",
    "core.fsmonitor=false",
    "core.splitIndex=false",
    "core.sparseCheckout=false",
];

/// How git signs commits in a folder: name and address, as far as it knows them.
pub fn signature(folder: &Path) -> Option<String> {
    let git = Git::in_folder(folder);
    let known = |key: &str| {
        let value = git.line(&["config", key]).ok()?.trim().to_owned();
        (!value.is_empty()).then_some(value)
    };
    match (known("user.name"), known("user.email")) {
        (Some(name), Some(email)) => Some(format!("{name} <{email}>")),
        (Some(name), None) => Some(name),
        (None, email) => email.map(|email| format!("<{email}>")),
    }
}

/// The repository that a folder is in, as git sees it from there.
#[derive(Debug)]
pub(crate) struct Git {
    folder: PathBuf,
    /// The index to use; the repository's own is never written.
    index: Option<PathBuf>,
}

impl Git {
    /// Asks from a folder.
    pub(crate) fn in_folder(folder: &Path) -> Self {
        Self { folder: folder.to_owned(), index: None }
    }

    /// Asks with another index than the repository's.
    pub(crate) fn with_index(self, index: &Path) -> Self {
        Self { index: Some(index.to_owned()), ..self }
    }

    /// What git prints.
    pub(crate) fn ask<Word: AsRef<OsStr>>(&self, words: &[Word]) -> Result<Vec<u8>, GitError> {
        let output = self.command(words).stdin(Stdio::null()).output().map_err(GitError::NoGit)?;
        answer(output)
    }

    /// What git prints on its first line.
    pub(crate) fn line(&self, words: &[&str]) -> Result<String, GitError> {
        let bytes = self.ask(words)?;
        let text = String::from_utf8_lossy(&bytes);
        Ok(text.strip_suffix('\n').unwrap_or(&text).to_owned())
    }

    /// Gives git something to read.
    pub(crate) fn tell<Word: AsRef<OsStr>>(
        &self,
        words: &[Word],
        input: &[u8],
    ) -> Result<(), GitError> {
        let mut command = self.command(words);
        let command = command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(GitError::NoGit)?;
        let pipe = child.stdin.take();
        // What git says is read while it is told: a pipe that nobody empties stops it.
        let output = thread::scope(|scope| {
            scope.spawn(|| {
                // If git stops reading, it says why.
                pipe.map(|mut pipe| pipe.write_all(input).ok());
            });
            child.wait_with_output()
        });
        answer(output.map_err(GitError::NoGit)?).map(|_| ())
    }

    fn command<Word: AsRef<OsStr>>(&self, words: &[Word]) -> Command {
        let mut command = Command::new("git");
        command.arg("-C").arg(&self.folder);
        for variable in VARIABLES {
            command.env_remove(variable);
        }
        for setting in SETTINGS {
            command.args(["-c", setting]);
        }
        if let Some(index) = &self.index {
            command.env("GIT_INDEX_FILE", index);
        }
        command.env("GIT_TERMINAL_PROMPT", "0").env("LC_ALL", "C").args(words);
        command
    }
}

fn answer(output: Output) -> Result<Vec<u8>, GitError> {
    if output.status.success() {
        return Ok(output.stdout);
    }
    let told = String::from_utf8_lossy(&output.stderr);
    let line = told.lines().next().unwrap_or("it failed and did not say why");
    let message = line.strip_prefix("fatal: ").unwrap_or(line).to_owned();
    Err(GitError::Refused { message })
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use crate::scratch::Scratch;

    /// More than a pipe holds.
    const MANY: usize = 4000;

    fn repository() -> Scratch {
        let folder = Scratch::new().expect("a folder");
        let git = Git::in_folder(folder.path());
        git.ask(&["init", "--quiet"]).expect("a repository");
        folder
    }

    #[test]
    fn one_who_is_told_much_and_says_much_does_not_wait_for_ever() {
        let folder = repository();
        let input: String = (0..MANY).map(|n| format!("there-is-no-such-file-{n:030}\n")).collect();
        let told =
            Git::in_folder(folder.path()).tell(&["checkout-index", "--stdin"], input.as_bytes());
        assert!(matches!(told, Err(GitError::Refused { .. })), "{told:?}");
    }

    #[test]
    fn a_repository_tells_who_signs_in_it() {
        let folder = repository();
        let git = Git::in_folder(folder.path());
        git.ask(&["config", "user.name", "Fixture Reviewer"]).expect("a name");
        git.ask(&["config", "user.email", "fixture@example.org"]).expect("an address");
        let signed = signature(folder.path());
        assert_eq!(signed.as_deref(), Some("Fixture Reviewer <fixture@example.org>"));
        assert_eq!(signature(&folder.path().join("gone")), None);
    }
}
