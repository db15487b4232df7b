//! Reading the files of a base: sizes are capped, links do not lead out.

use std::{
    fs, io,
    io::Read as _,
    path::{Path, PathBuf},
};

use gainsay_claims::Said;

use crate::fault::{fault_of, leads_out, no_file, too_large};

/// The largest file that is read.
const LARGEST: u64 = 16 << 20;

/// A file of the base.
#[derive(Clone, Debug)]
pub(crate) struct File {
    /// Path relative to the base, with `/`.
    pub(crate) name: String,
    /// What it holds.
    pub(crate) text: String,
}

/// A file that cannot be used, and why.
#[derive(Clone, Debug)]
pub(crate) struct BadFile {
    pub(crate) name: String,
    pub(crate) message: Said,
    /// What it holds, when it could be read and is only no text.
    pub(crate) bytes: Option<Vec<u8>>,
}

/// The folder of a base.
#[derive(Clone, Debug)]
pub(crate) struct Root {
    path: PathBuf,
}

impl Root {
    /// Opens the folder of a base.
    pub(crate) fn open(path: &Path) -> io::Result<Self> {
        Ok(Self { path: path.canonicalize()? })
    }

    /// Every file in a folder, in order of name.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read. What cannot be used in it is among the
    /// files.
    pub(crate) fn folder(&self, folder: &str) -> io::Result<Vec<Result<File, BadFile>>> {
        let names = self.names(folder)?.into_iter();
        Ok(names.map(|name| name.and_then(|name| self.file(&name))).collect())
    }

    /// The name in the base of every file in a folder, in order of name. Hidden files and
    /// `README.md` are not evidence.
    ///
    /// # Errors
    ///
    /// When the folder cannot be read. What cannot be used in it is among the
    /// names.
    pub(crate) fn names(&self, folder: &str) -> io::Result<Vec<Result<String, BadFile>>> {
        let mut names = Vec::new();
        let mut files = Vec::new();
        let path = self.path.join(folder).canonicalize()?;
        if !path.starts_with(&self.path) {
            return Err(leads_out());
        }
        for entry in fs::read_dir(path)? {
            match entry {
                Ok(entry) => names.push(entry.file_name()),
                Err(error) => files.push(Err(bad_entry(folder, "", fault_of(&error)))),
            }
        }
        names.sort();
        for name in &names {
            match name.to_str() {
                Some(name) if name.starts_with('.') || name == "README.md" => {}
                Some(name) => files.push(Ok(format!("{folder}/{name}"))),
                None => {
                    let message =
                        ["has a name that is not UTF-8", "a un nom qui n'est pas en UTF-8"];
                    files.push(Err(bad_entry(folder, &name.to_string_lossy(), message.into())));
                }
            }
        }
        Ok(files)
    }

    /// Whether there is a file, folder or link of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        fs::symlink_metadata(self.path.join(name)).is_ok()
    }

    /// One file.
    pub(crate) fn file(&self, name: &str) -> Result<File, BadFile> {
        let bad = |message: Said| BadFile { name: name.to_owned(), message, bytes: None };
        let refused = |error: io::Error| bad(fault_of(&error));
        let path = self.path.join(name).canonicalize().map_err(refused)?;
        if !path.starts_with(&self.path) {
            return Err(refused(leads_out()));
        }
        let bytes = read_capped(&path).map_err(refused)?;
        let text = String::from_utf8(bytes).map_err(|error| {
            let message = Said::not_utf8(error.utf8_error());
            BadFile { bytes: Some(error.into_bytes()), ..bad(message) }
        })?;
        Ok(File { name: name.to_owned(), text })
    }
}

/// The path of a file of a base that is to be written, which need not exist yet.
///
/// # Errors
///
/// When a link would lead it out of the base, or to nowhere.
pub fn path_inside(base: &Path, name: &str) -> io::Result<PathBuf> {
    let base = base.canonicalize()?;
    let path = base.join(name);
    let existing = path.ancestors().find(|one| fs::symlink_metadata(one).is_ok());
    let is_inside = existing.unwrap_or(&path).canonicalize()?.starts_with(&base);
    is_inside.then_some(path).ok_or_else(leads_out)
}

fn bad_entry(folder: &str, name: &str, message: Said) -> BadFile {
    BadFile { name: format!("{folder}/{name}"), message, bytes: None }
}

fn read_capped(path: &Path) -> io::Result<Vec<u8>> {
    // Asked before opening: opening a pipe waits for somebody to write to it.
    if !fs::metadata(path)?.is_file() {
        return Err(no_file());
    }
    let file = fs::File::open(path)?;
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(too_large(LARGEST));
    }
    Ok(bytes)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::{ffi::OsStr, os::unix::ffi::OsStrExt as _};

    use gainsay_plugin::testing::in_both;

    use super::*;

    #[test]
    fn nothing_is_written_outside_the_base() {
        let path = std::env::temp_dir().join(format!("gainsay-inside-{}", std::process::id()));
        let base = path.join("base");
        fs::create_dir_all(base.join("verdicts")).expect("a folder to write to");
        fs::write(path.join("other.toml"), "").expect("a file");
        std::os::unix::fs::symlink(path.join("other.toml"), base.join("verdicts/out.toml"))
            .expect("a link");
        std::os::unix::fs::symlink(&path, base.join("elsewhere")).expect("a link");
        let found = |name: &str| path_inside(&base, name).is_ok();
        let inside = ["verdicts/a.toml", "new/a.toml"].map(found);
        let outside = ["verdicts/out.toml", "elsewhere/a.toml", "../a.toml"].map(found);
        fs::remove_dir_all(&path).expect("it can be removed");
        assert_eq!((inside, outside), ([true; 2], [false; 3]));
    }

    #[test]
    fn what_cannot_be_used_is_told_of() {
        let path = std::env::temp_dir().join(format!("gainsay-files-{}", std::process::id()));
        let folder = path.join("texts");
        fs::create_dir_all(folder.join("folder")).expect("a folder to write to");
        for name in [&b"b.txt"[..], b"\xff.txt", b".hidden", b"README.md"] {
            fs::write(folder.join(OsStr::from_bytes(name)), "x").expect("a file");
        }
        let root = Root::open(&path).expect("the folder exists");
        let files = root.folder("texts").expect("it can be read");
        let missing = root.folder("text").expect_err("it does not exist");
        fs::remove_dir_all(&path).expect("it can be removed");
        let told: Vec<_> = files
            .iter()
            .map(|file| match file {
                Ok(file) => (file.name.as_str(), ""),
                Err(bad) => (bad.name.as_str(), in_both(&bad.message)),
            })
            .collect();
        let expected = [
            ("texts/b.txt", ""),
            ("texts/folder", "is not a file"),
            ("texts/\u{fffd}.txt", "has a name that is not UTF-8"),
        ];
        assert_eq!(told, expected);
        assert_eq!(missing.kind(), io::ErrorKind::NotFound);
    }
}
