//! Names for links within a page: the same in every language and on every day.

use std::collections::BTreeMap;

use gainsay_claims::Diagnostic;

use crate::fingerprint::sha256;

/// The name of what is called so: a kind, a readable part, and eight digits that keep
/// apart what reads alike.
pub(super) fn anchor(kind: &str, name: &str) -> String {
    const READABLE: usize = 40;
    let mut readable = String::new();
    for character in name.chars().take(READABLE) {
        match character {
            'a'..='z' | '0'..='9' => readable.push(character),
            _ if readable.is_empty() || readable.ends_with('-') => {}
            _ => readable.push('-'),
        }
    }
    let digits = sha256(name, 4);
    match readable.trim_end_matches('-') {
        "" => format!("{kind}-{digits}"),
        readable => format!("{kind}-{readable}-{digits}"),
    }
}

/// The names of findings, in their order. Those of one key are numbered.
pub(super) fn of_findings<'a>(findings: impl Iterator<Item = &'a Diagnostic>) -> Vec<String> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    let names = findings.map(|one| {
        let name = anchor("f", &one.key());
        let count = seen.entry(name.clone()).or_default();
        *count += 1;
        if *count == 1 { name } else { format!("{name}-{count}") }
    });
    names.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn names_that_read_alike_stay_apart() {
        let (one, other) = (anchor("p", "trusts[of=a]"), anchor("p", "trusts-of-a"));
        assert!(one.starts_with("p-trusts-of-a-") && other.starts_with("p-trusts-of-a-"));
        assert_ne!(one, other);
    }

    #[test]
    fn a_name_is_letters_digits_and_hyphens() {
        for name in ["", "\"><script>", "é ü", "a\u{202e}b"] {
            let found = anchor("p", name);
            let is_plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
            assert!(found.bytes().all(|byte| is_plain(byte) || byte == b'-'), "{found}");
        }
    }

    #[test]
    fn findings_of_one_key_are_numbered() {
        let conflict = fixture::conflict();
        let names = of_findings([&conflict, &conflict].into_iter());
        assert_eq!(names[1], format!("{}-2", names[0]));
    }
}
