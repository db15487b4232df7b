//! Who is who among reviewers, who sign once with an address and once without.

use std::collections::{BTreeMap, BTreeSet};

/// Who is who, by all that was signed. Whether two signatures are of one person depends on
/// who else there is: a name alone is of whom it names only where it names one.
#[derive(Clone, Debug, Default)]
pub struct Reviewers {
    /// Addresses by the name with which they are signed.
    addresses: BTreeMap<String, BTreeSet<String>>,
}

impl Reviewers {
    /// Everybody who signed so.
    pub fn of<'a>(signatures: impl IntoIterator<Item = &'a str>) -> Self {
        let mut reviewers = Self::default();
        for who in signatures {
            let Signature { name, address } = Signature::of(who);
            let addresses = reviewers.addresses.entry(name).or_default();
            addresses.extend(Some(address).filter(|address| !address.is_empty()));
        }
        reviewers
    }

    /// By what a reviewer is known, however he signs: his address, also where he leaves it
    /// out and nobody else of his name has another; else his name. Case and spaces are no
    /// difference.
    pub fn person(&self, who: &str) -> String {
        let Signature { name, address } = Signature::of(who);
        if !address.is_empty() {
            return address;
        }
        match self.addresses.get(&name) {
            Some(known) if known.len() == 1 => known.iter().cloned().collect(),
            _ => name,
        }
    }

    /// Whether two signatures are of one person. Who signs with nothing is nobody else.
    pub fn is_same(&self, one: &str, other: &str) -> bool {
        let person = self.person(one);
        one == other || !person.is_empty() && person == self.person(other)
    }
}

/// The name and the address of a reviewer who signs as `Name <address>`; either may be
/// empty.
pub fn name_and_address(who: &str) -> (&str, &str) {
    let (name, address) = who.split_once('<').unwrap_or((who, ""));
    (name.trim(), address.trim_end_matches('>').trim())
}

/// A name and an address as they are compared.
struct Signature {
    name: String,
    address: String,
}

impl Signature {
    fn of(who: &str) -> Self {
        let (name, address) = name_and_address(who);
        let name = name.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
        Self { name, address: address.to_lowercase() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_goes_before_a_name() {
        for (one, other, expected) in [
            ("Bob", "Bob <b@example.org>", true),
            ("Bob  Exemple", "bob exemple", true),
            ("Bob <b@example.org>", "Robert <B@example.org>", true),
            ("Bob <b@example.org>", "Bob <bob@example.org>", false),
            ("Bob", "Rob", false),
            ("<b@example.org>", "<c@example.org>", false),
            ("<b@example.org>", "Bob", false),
            ("<>", "< >", false),
        ] {
            let reviewers = Reviewers::of([one, other]);
            assert_eq!(reviewers.is_same(one, other), expected, "{one} {other}");
            assert_eq!(reviewers.is_same(other, one), expected, "{other} {one}");
        }
    }

    #[test]
    fn who_leaves_out_his_address_is_found_unless_others_share_his_name() {
        let signed = |signatures: &[&str]| {
            let reviewers = Reviewers::of(signatures.iter().copied());
            ["Bob <b@example.org>", "Bob <bob@example.com>"]
                .map(|who| reviewers.is_same("Bob", who))
        };
        assert_eq!(signed(&["Bob <b@example.org>", "Bob"]), [true, false]);
        let both = ["Bob <b@example.org>", "Bob", "Bob <bob@example.com>"];
        assert_eq!(signed(&both), [false, false]);
    }
}
