//! Writing the lock: what is trusted, and nothing that is not used.

use std::fmt::Write as _;

use gainsay_claims::toml_string;

use super::{Lock, TARGET};
use crate::digest::hex;

/// What stands above everything else.
const HEAD: &str = "# Which libraries this base trusts, and the ids that its sources gave then. Written by\n\
                    # `gainsay source trust` and `gainsay source install`; to be committed.\n";

impl Lock {
    /// Pins a plugin for this system; returns the digest it had.
    pub(crate) fn pin(&mut self, plugin: &str, digest: [u8; 32]) -> Option<[u8; 32]> {
        let targets = self.plugins.entry(plugin.to_owned()).or_default();
        let pinned = super::Pinned { digest, at: 0..0 };
        targets.insert(TARGET.to_owned(), pinned).map(|before| before.digest)
    }

    /// The text of the file, in order of plugin, target and source.
    pub(crate) fn text(&self) -> String {
        let mut text = HEAD.to_owned();
        let mut plugins: Vec<_> = self.plugins.iter().collect();
        plugins.sort_by_key(|(plugin, _)| *plugin);
        for (plugin, targets) in plugins {
            let mut targets: Vec<_> = targets.iter().collect();
            targets.sort_by_key(|(target, _)| *target);
            // Writing to a text never fails.
            let _ = writeln!(text, "\n[plugin.{}]", key(plugin));
            for (target, pinned) in targets {
                let _ = writeln!(text, "{} = \"{}\"", toml_string(target), hex(&pinned.digest));
            }
        }
        let mut sources: Vec<_> = self.ids.iter().filter(|(_, ids)| !ids.is_empty()).collect();
        sources.sort_by_key(|(source, _)| *source);
        if !sources.is_empty() {
            text.push_str("\n[ids]\n");
        }
        for (source, ids) in sources {
            let mut ids = ids.clone();
            ids.sort();
            let _ = writeln!(text, "{} = [", key(source));
            for id in ids {
                let _ = writeln!(text, "    {},", toml_string(&id));
            }
            text.push_str("]\n");
        }
        text
    }
}

/// A key of TOML: only one that is not made of letters, digits and hyphens is quoted.
fn key(name: &str) -> String {
    let is_bare = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '-' | '_');
    let needs_quotes = name.is_empty() || !name.chars().all(is_bare);
    if needs_quotes { toml_string(name) } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let mut lock = Lock::default();
        assert_eq!(lock.pin("b", [1; 32]), None);
        assert_eq!(lock.pin("a", [2; 32]), None);
        assert_eq!(lock.pin("b", [3; 32]), Some([1; 32]));
        lock.ids.insert("b".into(), vec!["b/two".into(), "b/\"one\"".into()]);
        // Nothing is called so that was found, but a person may write it.
        lock.pin("c\nd\u{7f}", [4; 32]);
        lock.ids.insert("c.d".into(), vec!["c.d/one".into()]);
        let text = lock.text();
        let again = Lock::read(&text).expect("it is valid");
        assert_eq!(again.digest("b").map(|pinned| pinned.digest), Some([3; 32]));
        assert_eq!(again.digest("c\nd\u{7f}").map(|pinned| pinned.digest), Some([4; 32]));
        assert_eq!(again.ids["c.d"], ["c.d/one"]);
        assert_eq!(again.ids["b"], ["b/\"one\"", "b/two"]);
        assert!(text.find("[plugin.a]") < text.find("[plugin.b]"), "{text}");
        assert_eq!(again.text(), text);
    }
}
