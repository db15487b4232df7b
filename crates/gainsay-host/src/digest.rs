//! SHA-256 digests of plugins.

use std::{io, path::Path};

use gainsay_claims::Said;

use crate::plugin_file::PluginFile;

/// The digest of a plugin.
///
/// # Errors
/// When it cannot be read.
pub(crate) fn digest_of(path: &Path) -> io::Result<[u8; 32]> {
    Ok(PluginFile::read(path)?.digest())
}

/// A digest in hexadecimal, in small letters.
pub(crate) fn hex(digest: &[u8; 32]) -> String {
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The digest that 64 hexadecimal digits stand for.
///
/// # Errors
///
/// That a text is no such digits, in words.
pub(crate) fn from_hex(text: &str) -> Result<[u8; 32], Said> {
    digest(text).ok_or_else(|| {
        Said::from([
            "a SHA-256 is written with 64 hexadecimal digits",
            "un SHA-256 s'écrit en 64 chiffres hexadécimaux",
        ])
    })
}

fn digest(text: &str) -> Option<[u8; 32]> {
    if text.len() != 64 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let mut digest = [0; 32];
    for (index, byte) in digest.iter_mut().enumerate() {
        *byte = u8::from_str_radix(text.get(2 * index..2 * index + 2)?, 16).ok()?;
    }
    Some(digest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_digest_comes_back_as_written() {
        let digest: [u8; 32] = std::array::from_fn(|index| index as u8 * 8);
        assert_eq!(from_hex(&hex(&digest)), Ok(digest));
        assert_eq!(from_hex(&hex(&digest).to_uppercase()), Ok(digest));
    }

    #[test]
    fn anything_else_is_no_digest() {
        for text in ["", "ab", &"0".repeat(63), &"g".repeat(64), &"+1".repeat(32), &"é".repeat(32)]
        {
            assert!(from_hex(text).is_err(), "{text}");
        }
    }
}
