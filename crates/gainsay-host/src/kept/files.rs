//! The files that an answer depends on: which ones they are, and whether they are as they were.

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use gainsay_claims::evidence::{REFERENCE_FILES, VERDICTS};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::{
    cache::{Libraries, Seen, seen},
    config::{CONFIG_NAMES, Config},
    load::find_config,
    lock::LOCK_NAME,
    plugin_file::{file_bytes, manifest_path},
    plugins::candidates,
};

/// What a path leads to, as far as an answer depends on it.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq, Serialize)]
pub(super) enum Kind {
    /// The program, or a plugin.
    Code,
    /// A file or folder of the base, or one that a command names.
    Data,
}

/// A path that is about to be read.
#[derive(Debug)]
pub(super) struct Read {
    pub(super) path: PathBuf,
    kind: Kind,
    /// What is there, if anything is.
    there: Option<There>,
}

/// What is told of a path that leads to something.
#[derive(Debug)]
struct There {
    seen: Option<Seen>,
    /// The digest, where the system would not tell of a change of just now.
    digest: Option<[u8; 32]>,
}

/// A path that was read, as an entry keeps it.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(super) struct File {
    pub(super) path: PathBuf,
    kind: Kind,
    /// What the system told, where it tells of every change since.
    seen: Option<Seen>,
    /// Its digest; none of what was not there.
    digest: Option<[u8; 32]>,
}

/// Whether a file is as it was.
pub(super) enum Change {
    /// It is.
    None,
    /// It is, but the system tells otherwise than before.
    Looks(File),
    /// It is not, or nobody can tell.
    Some,
}

impl File {
    /// Compares a file with what is there now.
    pub(super) fn change(&self, libraries: &mut Libraries) -> Change {
        let seen = seen(&self.path);
        match self.digest {
            None if is_absent(&self.path) => return Change::None,
            None => return Change::Some,
            Some(_) if seen.is_some() && seen == self.seen => return Change::None,
            Some(_) => {}
        }
        let seen = seen.filter(Seen::is_settled);
        let digest = digest(&self.path, self.kind, libraries);
        match digest == self.digest {
            true if seen == self.seen => Change::None,
            true => Change::Looks(Self { seen, ..self.clone() }),
            false => Change::Some,
        }
    }
}

impl Read {
    /// Looks at a path before it is read; nothing where that is refused, and of a plugin that was
    /// made just now: it may be another one before it is loaded.
    fn of(path: PathBuf, kind: Kind) -> Option<Self> {
        if is_absent(&path) {
            return Some(Self { path, kind, there: None });
        }
        let seen = seen(&path);
        let is_settled = seen.as_ref().is_some_and(Seen::is_settled);
        let digest = match kind {
            _ if is_settled => None,
            Kind::Data => Some(data_digest(&path).ok()?),
            Kind::Code => return None,
        };
        Some(Self { path, kind, there: Some(There { seen, digest }) })
    }

    /// What was read, if it is what lies there now. Of a file that was known before by its path,
    /// and is as it was then, the digest is known, too.
    pub(super) fn as_it_was(
        &self,
        known: &BTreeMap<&Path, &File>,
        libraries: &mut Libraries,
    ) -> Option<File> {
        let Self { path, kind, there } = self;
        let file = |seen, digest| File { path: path.clone(), kind: *kind, seen, digest };
        let Some(before) = there else { return is_absent(path).then(|| file(None, None)) };
        if seen(path) != before.seen {
            return None;
        }
        let is_same =
            |file: &&&File| file.kind == *kind && file.seen.is_some() && file.seen == before.seen;
        let known = known.get(path.as_path()).filter(is_same).and_then(|file| file.digest);
        let digest = match known {
            Some(digest) => digest,
            None => digest(path, *kind, libraries)?,
        };
        match before.digest {
            None => Some(file(before.seen, Some(digest))),
            // That it looks the same tells nothing yet.
            Some(known) => (known == digest).then(|| file(None, Some(digest))),
        }
    }
}

/// Whether there is nothing of a name, not even a link that leads nowhere.
fn is_absent(path: &Path) -> bool {
    let not_there = |error: io::Error| error.kind() == io::ErrorKind::NotFound;
    fs::symlink_metadata(path).is_err_and(not_there)
}

fn digest(path: &Path, kind: Kind, libraries: &mut Libraries) -> Option<[u8; 32]> {
    match kind {
        Kind::Code => libraries.digest(path),
        Kind::Data => data_digest(path).ok(),
    }
}

/// The digest of a file or of what a folder lists, and of where it lies: a link that leads out of
/// the base is refused, whatever is there.
fn data_digest(path: &Path) -> io::Result<[u8; 32]> {
    let real = path.canonicalize()?;
    let mut hasher = Sha256::new();
    hasher.update(real.as_os_str().as_encoded_bytes());
    if fs::metadata(&real)?.is_dir() {
        hasher.update(b"\0folder");
        for path in read_of(&real)? {
            hasher.update(b"\0");
            hasher.update(path.file_name().unwrap_or_default().as_encoded_bytes());
        }
    } else {
        hasher.update(b"\0file\0");
        hasher.update(file_bytes(&real)?);
    }
    Ok(hasher.finalize().into())
}

/// What is read of a folder, in order of name.
fn read_of(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name();
        let is_hidden = name.as_encoded_bytes().starts_with(b".");
        if !is_hidden && name != "README.md" {
            paths.push(entry.path());
        }
    }
    paths.sort();
    Ok(paths)
}

/// Every path that is read, or looked for, to load a base. None where the configuration cannot
/// be read, or a plugin is missing: nothing is kept of such a run.
pub(super) fn files_read(
    base: &Path,
    plugins: Option<&Path>,
    others: &[PathBuf],
) -> Option<Vec<Read>> {
    let base = base.canonicalize().ok()?;
    let (_, file) = find_config(&base).ok()?;
    let config = Config::read(&file.name, &file.text).ok()?;
    let names = CONFIG_NAMES.into_iter().chain([LOCK_NAME]).chain(REFERENCE_FILES);
    let mut data: Vec<PathBuf> = names.map(|name| base.join(name)).collect();
    let folders = config.sources.iter().map(|source| source.folder.as_str());
    for folder in ["vocabulary", VERDICTS].into_iter().chain(folders) {
        let folder = base.join(folder);
        data.extend(read_of(&folder).unwrap_or_default());
        data.push(folder);
    }
    for file in others {
        data.push(std::path::absolute(file).ok()?);
    }
    let data = data.into_iter().map(|path| Read::of(path, Kind::Data));
    let code = code_read(&config, plugins)?;
    data.chain(code.into_iter().map(|path| Read::of(path, Kind::Code))).collect()
}

/// The program, the library of every plugin, and the paths where others would be found first.
pub(super) fn code_read(config: &Config, plugins: Option<&Path>) -> Option<Vec<PathBuf>> {
    let mut paths = vec![std::env::current_exe().ok()?];
    let mut names: Vec<_> = config.sources.iter().map(|source| &source.plugin).collect();
    names.sort();
    names.dedup();
    for plugin in names {
        let mut candidates = candidates(plugin, plugins).into_iter();
        let found = candidates.find_map(|path| {
            let is_file = path.is_file();
            paths.push(path.clone());
            is_file.then_some(path)
        })?;
        // With a manifest beside it, it may be an executable.
        paths.push(manifest_path(&found));
    }
    paths.into_iter().map(|path| std::path::absolute(path).ok()).collect()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_known_is_read_again_only_if_it_looks_otherwise() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        let read = Read::of(path.clone(), Kind::Data).expect("it can be read");
        let there = read.there.as_ref().expect("it is there");
        assert!(there.digest.is_none(), "it was not changed just now");
        let digest_beside = |seen: Option<Seen>| {
            let file = File { path: path.clone(), kind: Kind::Data, seen, digest: Some([7; 32]) };
            let known = BTreeMap::from([(path.as_path(), &file)]);
            let libraries = &mut Libraries::open(Path::new("nowhere"));
            read.as_it_was(&known, libraries).expect("it is as it was").digest
        };
        let real = Some(data_digest(&path).expect("it can be read"));
        assert_eq!(digest_beside(there.seen), Some([7; 32]));
        assert_eq!(digest_beside(None), real);
        let other = seen(Path::new(env!("CARGO_MANIFEST_DIR")));
        assert!(other.is_some() && other != there.seen);
        assert_eq!(digest_beside(other), real);
    }
}
