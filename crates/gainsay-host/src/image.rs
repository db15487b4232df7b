//! A plugin's file, read once: what is hashed is what is mapped or run.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use gainsay_claims::{Said, facts::FileFault};
use gainsay_plugin::{Manifest, SECTION, wire::SCHEMA};
use object::{Object as _, ObjectSection as _};

use crate::digest::hex;
use crate::failure::Refusal;
use crate::fault::fault_of;
use crate::plugin_file::PluginFile;
use crate::program::Program;

/// A plugin that has been read, hashed and found to be one.
#[derive(Debug)]
pub(crate) struct Image {
    pub(crate) digest: [u8; 32],
    pub(crate) manifest: Manifest,
    /// What to load or run: a sealed copy in memory on Linux, else the file itself.
    pub(crate) path: PathBuf,
    /// How to start it, if it is an executable.
    pub(crate) executable: Option<Executable>,
    /// Keeps the sealed copy open. Its number must not be used again while
    /// anything is loaded from it, or the loader takes the next file for it.
    file: Option<File>,
}

/// What only executables have.
#[derive(Debug)]
pub(crate) struct Executable {
    pub(crate) program: Program,
    /// The version of the frames that it speaks.
    pub(crate) frames: u16,
}

impl Image {
    /// Reads the plugin at `path` and checks digest, manifest and schema.
    ///
    /// # Errors
    /// The reason for which the plugin is refused.
    pub(crate) fn open(
        path: &Path,
        expect_id: &str,
        expect_digest: Option<&[u8; 32]>,
    ) -> Result<Self, Refusal> {
        let file = PluginFile::read(path);
        let file = file.map_err(|error| Refusal::Unreadable(fault_of(&error)))?;
        let digest = file.digest();
        if let Some(expected) = expect_digest.filter(|&expected| *expected != digest) {
            return Err(Refusal::Digest { found: hex(&digest), expected: hex(expected) });
        }
        let (manifest, frames) = file
            .manifest()
            .map_err(|error| Refusal::File { fault: error.fault(), said: error.to_string() })?;
        if manifest.id != expect_id {
            return Err(Refusal::Plugin { found: manifest.id, expected: expect_id.to_owned() });
        }
        if manifest.schema != SCHEMA {
            return Err(Refusal::Schema { found: manifest.schema, expected: SCHEMA.to_owned() });
        }
        let start =
            |frames| Program::find(path, &file.bytes).map(|program| Executable { program, frames });
        let executable = frames.map(start).transpose()?;
        // An interpreter opens the file after the process has become another.
        let is_handed_on = executable.as_ref().is_some_and(|one| one.program.is_script());
        let (path, file) = mappable(path, &file.bytes, is_handed_on).map_err(|error| {
            Said::from([
                format!("cannot be copied to memory: {error}"),
                format!("impossible à copier en mémoire\u{a0}: {error}"),
            ])
        })?;
        Ok(Self { digest, manifest, path, executable, file })
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
    /// The library has no section with a manifest, and there is none beside it.
    #[error("not a plugin: no section `{SECTION}`, and no manifest beside it")]
    NotAPlugin,
    /// There is a manifest beside the file, but it is nothing that can be run.
    #[error("not a plugin: neither a program nor a script that begins with `#!`")]
    NotAProgram,
    /// The section, or the file beside it, does not hold a manifest.
    #[error("manifest: {0}")]
    Malformed(#[from] serde_json::Error),
}

impl ManifestError {
    /// The same as a fact.
    pub fn fault(&self) -> FileFault {
        match self {
            Self::Unreadable(error) => FileFault::Unreadable(fault_of(error)),
            Self::NotALibrary(error) => FileFault::NotALibrary(error.to_string()),
            Self::NotAPlugin => FileFault::NoManifest,
            Self::NotAProgram => FileFault::NotAProgram,
            Self::Malformed(error) => FileFault::Malformed(error.to_string()),
        }
    }
}

/// Reads the manifest of a plugin from its file; runs none of its code.
///
/// # Errors
/// When the file cannot be read, is not a library, or has no manifest.
pub fn read_manifest(path: &Path) -> Result<Manifest, ManifestError> {
    Ok(PluginFile::read(path)?.manifest()?.0)
}

/// The manifest in the bytes of a library.
pub(crate) fn manifest(library: &[u8]) -> Result<Manifest, ManifestError> {
    let file = object::File::parse(library)?;
    let section = file.section_by_name(SECTION).ok_or(ManifestError::NotAPlugin)?;
    let json = section.data()?.trim_ascii_end();
    // A C string ends with a NUL, and Windows pads sections with more of them.
    let end = json.iter().rposition(|&byte| byte != 0).map_or(0, |last| last + 1);
    Ok(serde_json::from_slice(&json[..end])?)
}

/// A copy of something in memory that nobody can change any more; one that is handed on stays
/// open when the process becomes another.
#[cfg(target_os = "linux")]
pub(crate) fn sealed(name: &str, bytes: &[u8], is_handed_on: bool) -> io::Result<File> {
    use std::io::{Seek as _, Write as _};

    let mut copy = crate::sys::memory_file(name, is_handed_on)?;
    copy.write_all(bytes)?;
    crate::sys::seal(&copy)?;
    copy.rewind()?;
    Ok(copy)
}

/// There are no such copies here.
#[cfg(not(target_os = "linux"))]
pub(crate) fn sealed(_: &str, _: &[u8], _: bool) -> io::Result<File> {
    Err(io::ErrorKind::Unsupported.into())
}

#[cfg(target_os = "linux")]
fn mappable(path: &Path, bytes: &[u8], is_handed_on: bool) -> io::Result<(PathBuf, Option<File>)> {
    use std::os::fd::AsRawFd as _;

    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let copy = sealed(&name, bytes, is_handed_on)?;
    Ok((PathBuf::from(format!("/proc/self/fd/{}", copy.as_raw_fd())), Some(copy)))
}

#[cfg(not(target_os = "linux"))]
fn mappable(path: &Path, _: &[u8], _: bool) -> io::Result<(PathBuf, Option<File>)> {
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
