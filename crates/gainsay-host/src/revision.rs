//! A base as it was at a revision of git.

use std::{
    io,
    path::{Path, PathBuf},
};

use crate::{
    git::{Git, GitError},
    scratch::Scratch,
};

/// How many digits of a commit are told.
const DIGITS: usize = 12;

/// A base as it was. Its files are copies, which are removed when it is dropped.
#[derive(Debug)]
pub struct Before {
    /// The first digits of the commit.
    pub commit: String,
    /// The folder with what the base held; none if it held no file.
    pub base: Option<PathBuf>,
    _scratch: Scratch,
}

/// Why a base as it was cannot be had.
#[derive(Debug, thiserror::Error)]
pub enum RevisionError {
    /// The folder of the base cannot be read, or nothing can be written elsewhere.
    #[error("files")]
    Files(#[from] io::Error),
    /// The base is in no repository with a work tree.
    #[error("no repository")]
    NoRepository,
    /// There is no such commit.
    #[error("no such revision")]
    NoRevision {
        /// Whether the repository lacks part of its history.
        is_shallow: bool,
    },
    /// Part of the base belongs to another repository.
    #[error("submodule")]
    Submodule {
        /// Its folder, relative to the base.
        folder: String,
    },
    /// Git says something else.
    #[error(transparent)]
    Git(#[from] GitError),
}

impl Before {
    /// Copies the files of a base, as a revision has them, to a folder of their own.
    /// Neither the index nor the work tree of the repository is touched.
    ///
    /// # Errors
    ///
    /// When there is no git, no repository, no such revision, or a submodule in the base.
    pub fn at(base: &Path, revision: &str) -> Result<Self, RevisionError> {
        let base = base.canonicalize()?;
        let scratch = Scratch::new()?;
        let git = Git::in_folder(&base).with_index(&scratch.path().join("index"));
        if git.line(&["rev-parse", "--is-inside-work-tree"]).map_err(no_repository)? != "true" {
            return Err(RevisionError::NoRepository);
        }
        let prefix = git.line(&["rev-parse", "--show-prefix"])?;
        let commit = commit(&git, revision)?;
        let files = files(&git, &commit)?;
        let base = if files.is_empty() {
            None
        } else {
            Some(copy(&git, &commit, &prefix, &files, &scratch)?)
        };
        let commit = commit.chars().take(DIGITS).collect();
        Ok(Self { commit, base, _scratch: scratch })
    }
}

fn no_repository(error: GitError) -> RevisionError {
    match error {
        GitError::Refused { message } if message.contains("not a git repository") => {
            RevisionError::NoRepository
        }
        error => error.into(),
    }
}

fn commit(git: &Git, revision: &str) -> Result<String, RevisionError> {
    let named = format!("{revision}^{{commit}}");
    match git.line(&["rev-parse", "--quiet", "--verify", "--end-of-options", &named]) {
        Ok(commit) => Ok(commit),
        Err(GitError::Refused { .. }) => {
            let is_shallow = git.line(&["rev-parse", "--is-shallow-repository"])? == "true";
            Err(RevisionError::NoRevision { is_shallow })
        }
        Err(error) => Err(error.into()),
    }
}

/// The paths of the files that a commit has in the base, relative to it, each with a null
/// byte at its end.
fn files(git: &Git, commit: &str) -> Result<Vec<u8>, RevisionError> {
    let listed = git.ask(&["ls-tree", "-r", "-z", commit])?;
    let mut paths = Vec::new();
    for entry in listed.split(|byte| *byte == 0).filter(|entry| !entry.is_empty()) {
        let tab = entry.iter().position(|byte| *byte == b'\t').unwrap_or_default();
        let (about, path) = entry.split_at(tab);
        let path = path.get(1..).unwrap_or_default();
        if about.starts_with(b"160000 ") {
            let folder = String::from_utf8_lossy(path).into_owned();
            return Err(RevisionError::Submodule { folder });
        }
        paths.extend_from_slice(path);
        paths.push(0);
    }
    Ok(paths)
}

/// Writes the files as git would into a work tree: with its line ends and filters.
fn copy(
    git: &Git,
    commit: &str,
    prefix: &str,
    files: &[u8],
    scratch: &Scratch,
) -> Result<PathBuf, RevisionError> {
    git.ask(&["read-tree", commit])?;
    let folder = scratch.path().join("tree");
    let mut option = std::ffi::OsString::from("--prefix=");
    option.push(&folder);
    option.push("/");
    let words = ["checkout-index", "-q", "-z", "--stdin"].map(Into::into);
    git.tell(&[&words[..], &[option]].concat(), files)?;
    Ok(folder.join(prefix))
}
