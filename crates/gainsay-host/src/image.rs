//! A plugin's file, read once: what is hashed is what is mapped.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use gainsay_plugin::{Manifest, SECTION, wire::SCHEMA};
use object::{Object as _, ObjectSection as _};
use sha2::{Digest as _, Sha256};

use crate::digest::hex;

/// A library that has been read, hashed and found to be a plugin.
#[derive(Debug)]
pub(crate) struct Image {
    pub(crate) digest: [u8; 32],
    pub(crate) manifest: Manifest,
    /// What to load: a sealed copy in memory on Linux, else the file itself.
    pub(crate) path: PathBuf,
    /// Keeps the sealed copy open. Its number must not be used again while
    /// anything is loaded from it, or the loader takes the next file for it.
    file: Option<File>,
}

impl Image {
    /// Reads the library at `path` and checks digest, manifest and schema.
    ///
    /// # Errors
    /// The reason for which the library is refused.
    pub(crate) fn open(
        path: &Path,
        expect_id: &str,
        expect_digest: Option<&[u8; 32]>,
    ) -> Result<Self, String> {
        let bytes = fs::read(path).map_err(|error| format!("cannot be read: {error}"))?;
        let digest: [u8; 32] = Sha256::digest(&bytes).into();
        if let Some(expected) = expect_digest.filter(|&expected| *expected != digest) {
            return Err(format!("digest {}, expected {}", hex(&digest), hex(expected)));
        }
        let manifest = manifest(&bytes).map_err(|error| error.to_string())?;
        if manifest.id != expect_id {
            return Err(format!("plugin `{}`, expected `{expect_id}`", manifest.id));
        }
        if manifest.schema != SCHEMA {
            return Err(format!("schema {}, expected {SCHEMA}", manifest.schema));
        }
        let (path, file) = mappable(path, &bytes)
            .map_err(|error| format!("cannot be copied to memory: {error}"))?;
        Ok(Self { digest, manifest, path, file })
    }

    /// Keeps what is loaded from this image valid until the process ends.
    pub(crate) fn keep(self) {
        std::mem::forget(self.file);
    }
}

/// Why a file is not a plugin.
#[derive(Debug, thiserror::Error)]
pub enum ManifestError {
    /// The file cannot be read.
    #[error("cannot be read: {0}")]
    Unreadable(#[from] std::io::Error),
    /// The file is not a library.
    #[error("not a library: {0}")]
    NotALibrary(#[from] object::Error),
    /// The library has no section with a manifest.
    #[error("not a plugin: no section `{SECTION}`")]
    NotAPlugin,
    /// The section does not hold a manifest.
    #[error("manifest: {0}")]
    Malformed(#[from] serde_json::Error),
}

/// Reads the manifest of a plugin from its file; runs none of its code.
///
/// # Errors
/// When the file cannot be read, is not a library, or has no manifest.
pub fn read_manifest(path: &Path) -> Result<Manifest, ManifestError> {
    manifest(&fs::read(path)?)
}

pub(crate) fn manifest(library: &[u8]) -> Result<Manifest, ManifestError> {
    let file = object::File::parse(library)?;
    let section = file.section_by_name(SECTION).ok_or(ManifestError::NotAPlugin)?;
    let json = section.data()?.trim_ascii_end();
    // A C string ends with a NUL, and Windows pads sections with more of them.
    let end = json.iter().rposition(|&byte| byte != 0).map_or(0, |last| last + 1);
    Ok(serde_json::from_slice(&json[..end])?)
}

#[cfg(target_os = "linux")]
fn mappable(path: &Path, bytes: &[u8]) -> std::io::Result<(PathBuf, Option<File>)> {
    use std::io::Write as _;
    use std::os::fd::AsRawFd as _;

    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let mut copy = crate::sys::memory_file(&name)?;
    copy.write_all(bytes)?;
    crate::sys::seal(&copy)?;
    Ok((PathBuf::from(format!("/proc/self/fd/{}", copy.as_raw_fd())), Some(copy)))
}

#[cfg(not(target_os = "linux"))]
fn mappable(path: &Path, _: &[u8]) -> std::io::Result<(PathBuf, Option<File>)> {
    Ok((path.to_owned(), None))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_and_a_program_are_no_plugins() {
        let text = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml");
        assert!(matches!(read_manifest(&text), Err(ManifestError::NotALibrary(_))));
        let program = std::env::current_exe().unwrap();
        assert!(matches!(read_manifest(&program), Err(ManifestError::NotAPlugin)));
        let missing = Path::new("no-such-file");
        assert!(matches!(read_manifest(missing), Err(ManifestError::Unreadable(_))));
    }
}
