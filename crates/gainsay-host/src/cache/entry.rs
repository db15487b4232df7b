//! One entry: its name, and what it holds.

use std::io::{self, BufWriter, Write};

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::seal;
use crate::{
    Collected, Job, RunOptions, SandboxReport,
    frames::{self, Tag},
};

/// How entries are made. With another name, those of before are not found.
const VERSION: &str = "gainsay emitted 3";

/// Bytes of a digest.
const DIGEST: usize = 32;

/// What is told before what was emitted.
#[derive(Deserialize, Serialize)]
struct Head {
    /// The name of the entry: somebody may have renamed the file.
    key: [u8; DIGEST],
    digest: [u8; DIGEST],
    sandbox: SandboxReport,
    output_note: Option<String>,
}

/// The digest of all that what a source emits depends on: its library, what it is given, and
/// how it is confined. Nothing is copied for it: documents may be large.
///
/// # Errors
/// When what it is given cannot be written as JSON.
pub(super) fn key(
    job: &Job,
    library: &[u8; DIGEST],
    options: &RunOptions,
) -> io::Result<[u8; DIGEST]> {
    let limits = (options.sandbox, options.max_output, options.max_memory);
    let given = (&job.source, &job.expect_id, &job.config, &job.documents);
    let mut hashed = BufWriter::new(Hashed(Sha256::new()));
    serde_json::to_writer(&mut hashed, &(VERSION, limits, library, given))?;
    let Hashed(hasher) = hashed.into_inner().map_err(io::IntoInnerError::into_error)?;
    Ok(hasher.finalize().into())
}

/// Takes what is written for its digest.
struct Hashed(Sha256);

impl Write for Hashed {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// What a file keeps: who it is and what was emitted, in frames, sealed.
pub(super) fn write(key: &[u8; DIGEST], collected: &Collected) -> io::Result<Vec<u8>> {
    let Collected { batches, diagnostics, digest, sandbox, output_note } = collected;
    let head =
        Head { key: *key, digest: *digest, sandbox: *sandbox, output_note: output_note.clone() };
    let mut bytes = Vec::new();
    frames::write_json(&mut bytes, Tag::Started, &head)?;
    for batch in batches {
        frames::write(&mut bytes, Tag::Records, batch)?;
    }
    for diagnostic in diagnostics {
        frames::write_json(&mut bytes, Tag::Diagnostic, diagnostic)?;
    }
    Ok(seal::close(&bytes))
}

/// What was emitted, if these are the bytes that [`write`] gave for this key.
pub(super) fn read(bytes: &[u8], key: &[u8; DIGEST]) -> Option<Collected> {
    let mut rest = seal::open(bytes)?;
    let limit = rest.len();
    let first = frames::read(&mut rest, limit).ok()??;
    let head: Head = serde_json::from_slice(&first.bytes).ok()?;
    if head.key != *key {
        return None;
    }
    let Head { digest, sandbox, output_note, .. } = head;
    let (batches, diagnostics) = (Vec::new(), Vec::new());
    let mut kept = Collected { batches, diagnostics, digest, sandbox, output_note };
    while let Some(frame) = frames::read(&mut rest, limit).ok()? {
        match frame.tag {
            Tag::Records => kept.batches.push(frame.bytes),
            Tag::Diagnostic => kept.diagnostics.push(serde_json::from_slice(&frame.bytes).ok()?),
            _ => return None,
        }
    }
    Some(kept)
}
