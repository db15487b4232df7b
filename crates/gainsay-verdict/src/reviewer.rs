//! Who is who among reviewers, who sign once with an address and once without.

use std::collections::{BTreeMap, BTreeSet};

use crate::verdict::Verdicts;

/// Whether two signatures are of one person: the same address where both have one, else the
/// same name. Case and spaces are no difference.
pub fn is_same_person(one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let (one, other) = (Signature::of(one), Signature::of(other));
    match one.address.is_empty() || other.address.is_empty() {
        true => one.name == other.name && !one.name.is_empty(),
        false => one.address == other.address,
    }
}

/// The name and the address of a reviewer who signs as `Name <address>`; either may be
/// empty.
pub fn name_and_address(who: &str) -> (&str, &str) {
    let (name, address) = who.split_once('<').unwrap_or((who, ""));
    (name.trim(), address.trim_end_matches('>').trim())
}

/// Everybody who signed a verdict.
#[derive(Debug, Default)]
pub(crate) struct Reviewers {
    /// Addresses by the name with which they are signed.
    addresses: BTreeMap<String, BTreeSet<String>>,
}

impl Reviewers {
    pub(crate) fn of(verdicts: &Verdicts) -> Self {
        let mut reviewers = Self::default();
        for verdict in &verdicts.verdicts {
            let Signature { name, address } = Signature::of(&verdict.who);
            let addresses = reviewers.addresses.entry(name).or_default();
            addresses.extend(Some(address).filter(|address| !address.is_empty()));
        }
        reviewers
    }

    /// By what a reviewer is known, however he signs: his address, also where he leaves it
    /// out and nobody else of his name has another; else his name.
    pub(crate) fn person(&self, who: &str) -> String {
        let Signature { name, address } = Signature::of(who);
        if !address.is_empty() {
            return address;
        }
        match self.addresses.get(&name) {
            Some(known) if known.len() == 1 => known.iter().cloned().collect(),
            _ => name,
        }
    }
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
    use gainsay_claims::facts::Status;

    use super::*;
    use crate::fixture;

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
        ] {
            assert_eq!(is_same_person(one, other), expected, "{one} {other}");
            assert_eq!(is_same_person(other, one), expected, "{other} {one}");
        }
    }

    #[test]
    fn who_leaves_out_his_address_is_found_unless_others_share_his_name() {
        let base = fixture::base();
        let signed = |signatures: &[&str]| {
            let verdict = |who: &&str| fixture::verdict(who, Status::Confirmed, &base);
            let verdicts = signatures.iter().map(verdict).collect();
            let reviewers = Reviewers::of(&Verdicts { verdicts, ..Verdicts::default() });
            reviewers.person("Bob") == reviewers.person("Bob <b@example.org>")
        };
        assert!(signed(&["Bob <b@example.org>", "Bob"]));
        assert!(!signed(&["Bob <b@example.org>", "Bob", "Bob <bob@example.com>"]));
    }
}
