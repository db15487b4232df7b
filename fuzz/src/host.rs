//! What a plugin process and a plugin's file may say to the host.

use gainsay_host::fuzzing;

use crate::{base, text};

/// Frames from a plugin process that may say anything.
pub fn frames(data: &[u8]) {
    fuzzing::answers(data);
}

/// Frames to a plugin process.
pub fn orders(data: &[u8]) {
    fuzzing::orders(data);
}

/// The configuration of a base.
pub fn config(data: &[u8]) {
    fuzzing::config(&text(data));
}

/// The lock of a base.
pub fn lock(data: &[u8]) {
    fuzzing::lock(&text(data));
}

/// A file that is said to be a plugin.
pub fn manifest(data: &[u8]) {
    fuzzing::manifest(data);
}

/// A batch of records about two documents; claims that were read have their places in them.
pub fn records(data: &[u8]) {
    let loaded = fuzzing::gathered(base::evidence().clone(), base::SOURCE, data);
    for claim in loaded.base.claims.values() {
        let document = &loaded.base.documents[&claim.at.document];
        assert!(document.text.get(claim.at.span.clone()).is_some(), "a claim has its place");
    }
    base::assert_placed(&loaded.diagnostics, &loaded.base);
    gainsay_judge::judge(&loaded.base);
}
