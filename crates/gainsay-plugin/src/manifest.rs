//! What a plugin says about itself, readable without running it.

use serde::{Deserialize, Serialize};

/// Section of the object file that holds the manifest.
pub const SECTION: &str = if cfg!(target_vendor = "apple") {
    "__gainsay"
} else if cfg!(windows) {
    ".gainsay"
} else {
    ".gainsay.manifest"
};

/// Who a plugin is and what it speaks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// The source's own identifier, lower-case letters, digits and hyphens.
    pub id: String,
    /// Schema of the records it emits, such as `claims/1`.
    pub schema: String,
    /// Version of the SDK it was built with; for information only.
    pub sdk: String,
}

const BEFORE_ID: &str = r#"{"id":""#;
const AFTER_ID: &str =
    concat!(r#"","schema":"claims/1","sdk":""#, env!("CARGO_PKG_VERSION"), r#""}"#);

/// Returns the length in bytes of the manifest of a source.
///
/// Fails the build of the plugin if `id` is not made of lower-case letters,
/// digits and hyphens.
pub const fn manifest_len(id: &str) -> usize {
    assert!(is_id(id.as_bytes()), "an ID is made of a-z, 0-9 and -");
    BEFORE_ID.len() + id.len() + AFTER_ID.len()
}

/// Writes the manifest of a source as JSON, while the plugin is compiled.
pub const fn manifest_json<const LEN: usize>(id: &str) -> [u8; LEN] {
    let parts = [BEFORE_ID.as_bytes(), id.as_bytes(), AFTER_ID.as_bytes()];
    let mut json = [0; LEN];
    let (mut at, mut part) = (0, 0);
    while part < parts.len() {
        let mut byte = 0;
        while byte < parts[part].len() {
            json[at] = parts[part][byte];
            at += 1;
            byte += 1;
        }
        part += 1;
    }
    json
}

const fn is_id(id: &[u8]) -> bool {
    let mut at = 0;
    while at < id.len() {
        if !matches!(id[at], b'a'..=b'z' | b'0'..=b'9' | b'-') {
            return false;
        }
        at += 1;
    }
    !id.is_empty()
}

#[cfg(test)]
mod tests {
    use gainsay_claims::wire::SCHEMA;

    use super::*;

    #[test]
    fn the_manifest_is_json_and_says_the_schema() {
        const LEN: usize = manifest_len("fixture-a");
        let manifest: Manifest =
            serde_json::from_slice(&manifest_json::<LEN>("fixture-a")).expect("JSON");
        assert_eq!(manifest.id, "fixture-a");
        assert_eq!(manifest.schema, SCHEMA);
        assert_eq!(manifest.sdk, env!("CARGO_PKG_VERSION"));
    }

    #[test]
    fn an_id_is_lower_case() {
        assert!(is_id(b"pitney-bowes"));
        assert!(!is_id(b"Pitney"));
        assert!(!is_id(b"a\"b"));
        assert!(!is_id(b""));
    }
}
