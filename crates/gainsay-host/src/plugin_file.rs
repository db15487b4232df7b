//! A plugin as it lies on disk: a library, which carries its manifest, or an executable with
//! its manifest beside it.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use gainsay_plugin::{Manifest, SECTION};
use object::{Object as _, ObjectKind};
use serde::Deserialize;
use sha2::{Digest as _, Sha256};

use crate::{
    ManifestError,
    fault::{no_file, too_large},
    image::manifest,
};

/// The largest file that is taken for one of a plugin.
const LARGEST: u64 = 1 << 30;

/// What follows the name of an executable in that of its manifest.
const ENDING: &str = ".plugin.json";

/// How a script begins.
pub(crate) const SCRIPT: &[u8] = b"#!";

/// The bytes of a plugin, read once: all that is told of it is told of these.
#[derive(Debug)]
pub(crate) struct PluginFile {
    pub(crate) bytes: Vec<u8>,
    /// The manifest beside it, if it is an executable.
    pub(crate) manifest: Option<Vec<u8>>,
}

/// What the manifest of an executable says beside what the section of a library does.
#[derive(Debug, Deserialize)]
struct Spoken {
    /// The version of the frames that it speaks.
    frames: u16,
}

impl PluginFile {
    /// Reads a plugin. A library stays one, whatever lies beside it.
    ///
    /// # Errors
    /// When one of its files cannot be read.
    pub(crate) fn read(path: &Path) -> io::Result<Self> {
        let bytes = file_bytes(path)?;
        let manifest = match file_bytes(&manifest_path(path)) {
            Ok(manifest) if !is_library(&bytes) => Some(manifest),
            Ok(_) => None,
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        Ok(Self { bytes, manifest })
    }

    /// SHA-256 of a library; of an executable, that of its digest and its manifest's.
    pub(crate) fn digest(&self) -> [u8; 32] {
        let own = Sha256::digest(&self.bytes);
        let Some(manifest) = &self.manifest else { return own.into() };
        Sha256::new().chain_update(own).chain_update(Sha256::digest(manifest)).finalize().into()
    }

    /// What it says of itself, and which frames it speaks if it is an executable.
    ///
    /// # Errors
    /// When it is no plugin.
    pub(crate) fn manifest(&self) -> Result<(Manifest, Option<u16>), ManifestError> {
        let Some(beside) = &self.manifest else {
            if self.bytes.starts_with(SCRIPT) {
                return Err(ManifestError::NotAPlugin);
            }
            return Ok((manifest(&self.bytes)?, None));
        };
        if !self.bytes.starts_with(SCRIPT) && !is_program(&self.bytes) {
            return Err(ManifestError::NotAProgram);
        }
        let spoken: Spoken = serde_json::from_slice(beside)?;
        Ok((serde_json::from_slice(beside)?, Some(spoken.frames)))
    }
}

/// The bytes of a file of a plugin, or of another that a user names.
///
/// # Errors
/// When the system refuses, or it is no file or larger than any plugin.
pub(crate) fn file_bytes(path: &Path) -> io::Result<Vec<u8>> {
    // Asked before opening: opening a pipe waits for somebody to write to it.
    let metadata = fs::metadata(path)?;
    if !metadata.is_file() {
        return Err(no_file());
    }
    if metadata.len() > LARGEST {
        return Err(too_large(LARGEST));
    }
    fs::read(path)
}

/// Where the manifest of an executable lies.
pub(crate) fn manifest_path(executable: &Path) -> PathBuf {
    let mut name = executable.as_os_str().to_owned();
    name.push(ENDING);
    PathBuf::from(name)
}

/// Whether there is a manifest beside a file, as there is beside every executable.
pub(crate) fn may_be_executable(path: &Path) -> bool {
    manifest_path(path).is_file()
}

fn is_library(bytes: &[u8]) -> bool {
    object::File::parse(bytes).is_ok_and(|file| file.section_by_name(SECTION).is_some())
}

fn is_program(bytes: &[u8]) -> bool {
    let kind = object::File::parse(bytes).map(|file| file.kind());
    matches!(kind, Ok(ObjectKind::Executable | ObjectKind::Dynamic))
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATED: &[u8] = br#"{"id":"a","schema":"claims/1","sdk":"sh","frames":1}"#;

    fn executable(bytes: &[u8], manifest: &[u8]) -> PluginFile {
        PluginFile { bytes: bytes.to_vec(), manifest: Some(manifest.to_vec()) }
    }

    #[test]
    fn a_script_says_what_lies_beside_it() {
        let script = executable(b"#!/bin/sh\n", STATED);
        let (manifest, frames) = script.manifest().unwrap();
        assert_eq!((manifest.id.as_str(), frames), ("a", Some(1)));
        let text = executable(b"echo\n", STATED);
        assert!(matches!(text.manifest(), Err(ManifestError::NotAProgram)));
        let without = executable(b"#!/bin/sh\n", br#"{"id":"a","schema":"claims/1","sdk":"sh"}"#);
        assert!(matches!(without.manifest(), Err(ManifestError::Malformed(_))));
        let alone = PluginFile { manifest: None, ..script };
        assert!(matches!(alone.manifest(), Err(ManifestError::NotAPlugin)));
    }

    #[test]
    fn the_digest_is_of_both_files() {
        let script = executable(b"#!/bin/sh\n", STATED);
        let other = executable(b"#!/bin/sh\n", b"{}");
        let longer = executable(b"#!/bin/sh\n\n", STATED);
        assert_ne!(script.digest(), other.digest());
        assert_ne!(script.digest(), longer.digest());
        let shifted = executable(&[b"#!/bin/sh\n", &STATED[..1]].concat(), &STATED[1..]);
        assert_ne!(script.digest(), shifted.digest());
    }
}
