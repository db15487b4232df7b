//! One entry: its name, and what it holds.

use std::io;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use crate::{
    Collected, Job, RunOptions, SandboxReport,
    frames::{self, Tag},
};

/// How entries are made. With another name, those of before are not found.
const VERSION: &[u8] = b"gainsay emitted 2";

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
/// how it is confined. Each part is told with its length, so that no two stand for one.
pub(super) fn key(
    job: &Job,
    library: &[u8; DIGEST],
    options: &RunOptions,
) -> io::Result<[u8; DIGEST]> {
    let given = job.to_bytes()?;
    let limits = format!("{:?} {} {}", options.sandbox, options.max_output, options.max_memory);
    let mut hasher = Sha256::new();
    let expected = job.expect_id.as_bytes();
    for part in [VERSION, limits.as_bytes(), library, expected, &given.config, &given.input] {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    Ok(hasher.finalize().into())
}

/// What a file keeps: the digest of the rest, who it is and what was emitted, in frames.
pub(super) fn write(key: &[u8; DIGEST], collected: &Collected) -> io::Result<Vec<u8>> {
    let Collected { batches, diagnostics, digest, sandbox, output_note } = collected;
    let head =
        Head { key: *key, digest: *digest, sandbox: *sandbox, output_note: output_note.clone() };
    let mut bytes = vec![0; DIGEST];
    frames::write_json(&mut bytes, Tag::Started, &head)?;
    for batch in batches {
        frames::write(&mut bytes, Tag::Records, batch)?;
    }
    for diagnostic in diagnostics {
        frames::write_json(&mut bytes, Tag::Diagnostic, diagnostic)?;
    }
    let digest = Sha256::digest(&bytes[DIGEST..]);
    bytes[..DIGEST].copy_from_slice(&digest);
    Ok(bytes)
}

/// What was emitted, if these are the bytes that [`write`] gave for this key.
pub(super) fn read(bytes: &[u8], key: &[u8; DIGEST]) -> Option<Collected> {
    let (digest, mut rest) = bytes.split_at_checked(DIGEST)?;
    if Sha256::digest(rest).as_slice() != digest {
        return None;
    }
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
