//! What holds of every plugin: the rules of `gainsay source check`, and how one fared.

mod answers;
mod library;
mod loading;
mod records;
mod running;
mod surroundings;

pub use answers::{
    ACCEPTS_UNKNOWN_SETTING, BREAKS_ON_BAD_DOCUMENTS, BREAKS_ON_BAD_SETTINGS, IGNORED_STOP,
    ONE_TIME_SOURCE, UNKNOWN_OPERATION,
};
pub use library::{
    EXTRA_CONSTRUCTOR, EXTRA_EXPORT, FOREIGN_LIBRARY, OTHER_SCHEMA, UNREADABLE_LIBRARY,
};
pub use loading::{FOREIGN_INTERFACE, MANIFEST_MISMATCH, UNLOADABLE_LIBRARY};
pub use records::{LOST_ID, REFUSED_DOCUMENT, REFUSED_RECORD, REPEATED_ID, STRAY_ID};
pub use running::{
    FAILS_UNDER_SANDBOX, LEFTOVER_THREAD, MEMORY_HUNGRY, SLOW_SOURCE, WRITES_TO_STDOUT,
};
pub use surroundings::{
    BATCH_DEPENDENCE, FOLDER_DEPENDENCE, LOCALE_DEPENDENCE, TIME_ZONE_DEPENDENCE, UNSTABLE_OUTPUT,
};

use crate::diagnostic::{Check, Diagnostic};

/// Every rule, in the order in which they are looked at: what comes later may need what
/// comes before.
pub const ALL: &[&Check] = &[
    &UNREADABLE_LIBRARY,
    &OTHER_SCHEMA,
    &EXTRA_EXPORT,
    &FOREIGN_LIBRARY,
    &EXTRA_CONSTRUCTOR,
    &UNLOADABLE_LIBRARY,
    &FOREIGN_INTERFACE,
    &MANIFEST_MISMATCH,
    &FAILS_UNDER_SANDBOX,
    &WRITES_TO_STDOUT,
    &LEFTOVER_THREAD,
    &SLOW_SOURCE,
    &MEMORY_HUNGRY,
    &ACCEPTS_UNKNOWN_SETTING,
    &BREAKS_ON_BAD_SETTINGS,
    &BREAKS_ON_BAD_DOCUMENTS,
    &UNKNOWN_OPERATION,
    &IGNORED_STOP,
    &ONE_TIME_SOURCE,
    &TIME_ZONE_DEPENDENCE,
    &LOCALE_DEPENDENCE,
    &FOLDER_DEPENDENCE,
    &UNSTABLE_OUTPUT,
    &BATCH_DEPENDENCE,
    &REFUSED_DOCUMENT,
    &REFUSED_RECORD,
    &REPEATED_ID,
    &STRAY_ID,
    &LOST_ID,
];

/// How a plugin fared, as one source of a base or without any documents.
#[derive(Clone, Debug, PartialEq)]
pub struct Examined {
    /// The source, or the plugin where no base has documents for it.
    pub name: String,
    /// The file.
    pub library: String,
    /// What came of each rule, in the order of [`ALL`].
    pub results: Vec<(&'static Check, RuleState)>,
}

/// What came of a rule.
#[derive(Clone, Debug, PartialEq)]
pub enum RuleState {
    /// It holds.
    Kept,
    /// It does not hold.
    Broken(Box<Diagnostic>),
    /// It was not looked at, as was asked for.
    Skipped {
        /// Why.
        reason: String,
    },
    /// It could not be looked at, so nothing is known.
    NotRun(NotRun),
}

/// Why a rule could not be looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotRun {
    /// What it needs does not hold.
    Without(&'static Check),
    /// There are no documents to read.
    NoDocuments,
    /// The plugin emits nothing that could be refused.
    Silent,
    /// No previous version was named.
    NoPrevious,
    /// The previous version has no ids of the source.
    NoIds,
    /// The sandbox cannot be set up here; the parts that hold are listed elsewhere.
    NoSandbox,
    /// This system does not tell.
    NotHere,
    /// The plugin is an executable, which the rule does not concern.
    Executable,
}

impl Examined {
    /// What is wrong, in the order of the rules.
    pub fn diagnostics(&self) -> impl Iterator<Item = &Diagnostic> {
        self.results.iter().filter_map(|(_, state)| match state {
            RuleState::Broken(diagnostic) => Some(&**diagnostic),
            _ => None,
        })
    }

    /// How many rules hold.
    pub fn kept(&self) -> usize {
        self.results.iter().filter(|(_, state)| *state == RuleState::Kept).count()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn rules_are_listed_once_and_explained() {
        let ids: BTreeSet<&str> = ALL.iter().map(|check| check.id).collect();
        assert_eq!(ids.len(), ALL.len());
        for check in ALL {
            assert!(check.explanation.starts_with(&format!("# {}\n", check.id)), "{}", check.id);
            for text in [check.headline.en, check.headline.fr] {
                assert_eq!(text.matches("{}").count(), 1, "{text}");
                assert!(!text.ends_with('.'), "{text}");
            }
        }
    }
}
