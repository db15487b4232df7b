//! Bytes that begin with the digest of the rest, so that what was cut off or changed is seen.

use sha2::{Digest as _, Sha256};

/// Bytes of a digest.
const DIGEST: usize = 32;

/// The bytes with their digest before them.
pub(crate) fn close(bytes: &[u8]) -> Vec<u8> {
    [Sha256::digest(bytes).as_slice(), bytes].concat()
}

/// The bytes after their digest, if it is theirs.
pub(crate) fn open(sealed: &[u8]) -> Option<&[u8]> {
    let (digest, bytes) = sealed.split_at_checked(DIGEST)?;
    (Sha256::digest(bytes).as_slice() == digest).then_some(bytes)
}
