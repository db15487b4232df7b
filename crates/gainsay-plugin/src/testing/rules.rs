//! The rules that every source keeps.

mod damage;
mod figures;
mod records;
mod repeat;
mod settings;

pub use damage::damaged;

use std::{fmt, path::Path};

use super::{Material, subject::Subject};
use crate::Source;

/// Checks that a source keeps every rule on the documents that a base has for
/// it; one line is the whole test:
///
/// ```text
/// gainsay_plugin::testing::check_source::<Kentico>(concat!(
///     env!("CARGO_MANIFEST_DIR"),
///     "/../../data/brands-on-social-media"
/// ));
/// ```
///
/// A document that names another one by its file name, as a mapping names its table, is
/// read with that one.
///
/// # Panics
///
/// When a rule is broken, naming it, what breaks it, why it is a rule and what to
/// do; or when the base cannot be read or has no document for the source.
#[track_caller]
pub fn check_source<S: Source>(base: impl AsRef<Path>) {
    let all = match Material::of_plugin(base.as_ref(), S::ID) {
        Ok(all) => all,
        Err(error) => panic!("{error}"),
    };
    let breaches: Vec<_> = all.iter().flat_map(breaches::<S>).map(|one| one.to_string()).collect();
    assert!(breaches.is_empty(), "{}", breaches.join("\n"));
}

/// The rules that a source breaks, in order of id.
///
/// A source that panics is only told so: whatever else is wrong with it would be
/// a consequence.
pub fn breaches<S: Source>(material: &Material) -> Vec<Breach> {
    let breach = |rule: &'static Rule, what| Breach {
        source: material.source.clone(),
        rule: rule.id,
        what,
        why: rule.why,
        fix: rule.fix,
    };
    let subject = match Subject::new::<S>(material) {
        Ok(subject) => subject,
        Err(message) => return vec![breach(&damage::PANICS, message)],
    };
    RULES.iter().filter_map(|rule| Some(breach(rule, (rule.check)(&subject).err()?))).collect()
}

/// A rule that a source breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Breach {
    /// The source.
    pub source: String,
    /// The id of the rule.
    pub rule: &'static str,
    /// What breaks it, the first of several.
    pub what: String,
    /// Why it is a rule.
    pub why: &'static str,
    /// What to do, one imperative.
    pub fix: &'static str,
}

impl fmt::Display for Breach {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "source `{}` breaks the rule `{}`: {}", self.source, self.rule, self.what)?;
        writeln!(out, "  why: {}", self.why)?;
        write!(out, "  fix: {}", self.fix)
    }
}

/// How often a rule may read a document of so many bytes again, each time with other
/// damage. In a large table the same row comes again and again, so a few times do.
fn readings(bytes: usize) -> usize {
    const FEWEST: usize = 6;
    const BYTES: usize = 1_000_000;
    (BYTES / bytes.max(1)).max(FEWEST)
}

/// Something that every source keeps to.
struct Rule {
    id: &'static str,
    why: &'static str,
    fix: &'static str,
    /// What breaks it, if anything does.
    check: fn(&Subject<'_>) -> Result<(), String>,
}

/// Every rule, in order of id.
const RULES: &[&Rule] = &[
    &settings::ACCEPTS_UNKNOWN_SETTING,
    &records::DANGLING_REFERENCE,
    &repeat::DEPENDS_ON_OTHER_DOCUMENTS,
    &records::DUPLICATE_ID,
    &records::NO_FINDING,
    &damage::PANICS,
    &damage::POINTS_OUTSIDE,
    &figures::SKIPS_APPENDED_FIGURE,
    &records::STRAY_ID,
    &figures::UNREAD_FIGURE,
    &records::UNREADABLE_RECORD,
    &repeat::UNSTABLE,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_listed_in_order() {
        assert!(RULES.is_sorted_by_key(|rule| rule.id));
    }
}
