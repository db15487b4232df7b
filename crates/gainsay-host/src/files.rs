//! Reading the files of a base: sizes are capped, links do not lead out.

use std::{
    fs, io,
    io::Read as _,
    path::{Path, PathBuf},
};

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
    pub(crate) message: String,
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

    /// Every file in a folder, in order of name. Hidden files and `README.md`
    /// are not evidence. A folder that does not exist holds nothing.
    pub(crate) fn folder(&self, folder: &str) -> Vec<Result<File, BadFile>> {
        let mut names = match fs::read_dir(self.path.join(folder)) {
            Ok(entries) => entries
                .filter_map(|entry| Some(entry.ok()?.file_name().to_str()?.to_owned()))
                .filter(|name| !name.starts_with('.') && name != "README.md")
                .collect::<Vec<_>>(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            Err(error) => {
                return vec![Err(BadFile { name: folder.to_owned(), message: error.to_string() })];
            }
        };
        names.sort();
        names.iter().map(|name| self.file(&format!("{folder}/{name}"))).collect()
    }

    /// One file.
    pub(crate) fn file(&self, name: &str) -> Result<File, BadFile> {
        let bad = |message: String| BadFile { name: name.to_owned(), message };
        let path = self.path.join(name).canonicalize().map_err(|error| bad(error.to_string()))?;
        if !path.starts_with(&self.path) {
            return Err(bad("leads out of the base".to_owned()));
        }
        let bytes = read_capped(&path).map_err(|error| bad(error.to_string()))?;
        let text = String::from_utf8(bytes).map_err(|error| {
            bad(format!("is not UTF-8 from byte {} on", error.utf8_error().valid_up_to()))
        })?;
        Ok(File { name: name.to_owned(), text })
    }
}

fn read_capped(path: &Path) -> io::Result<Vec<u8>> {
    let file = fs::File::open(path)?;
    if !file.metadata()?.is_file() {
        return Err(io::Error::other("is not a file"));
    }
    let mut bytes = Vec::new();
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(io::Error::other(format!("is larger than {} MiB", LARGEST >> 20)));
    }
    Ok(bytes)
}
