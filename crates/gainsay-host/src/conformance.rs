//! The rules that every plugin keeps, looked at from outside: each in a process of its
//! own, under the sandbox.

mod answers;
mod asked;
mod library;
mod loading;
mod records;
mod running;
mod subject;
mod surroundings;

use gainsay_claims::{
    Check, Diagnostic, EvidenceBase,
    conformance::{Examined, NotRun, RuleState},
    diagnostic::{Label, Note, Subject as About},
    facts::{Fact, PluginFact},
};

pub use asked::{Asked, Budget, ExamineError, Target, examine};
use subject::Subject;

/// A rule and how it is looked at.
struct Rule {
    check: &'static Check,
    /// Whether what comes later needs it.
    is_needed: bool,
    /// Whether it concerns libraries only.
    is_of_libraries: bool,
    look: fn(&Subject<'_>) -> Result<(), Trouble>,
}

const fn rule(check: &'static Check, look: fn(&Subject<'_>) -> Result<(), Trouble>) -> Rule {
    Rule { check, is_needed: false, is_of_libraries: false, look }
}

const fn needed(check: &'static Check, look: fn(&Subject<'_>) -> Result<(), Trouble>) -> Rule {
    Rule { is_needed: true, ..rule(check, look) }
}

/// What has no meaning for an executable: it has no table, its standard output is its channel,
/// and it is told to do one thing once.
const fn of_library(check: &'static Check, look: fn(&Subject<'_>) -> Result<(), Trouble>) -> Rule {
    Rule { is_of_libraries: true, ..rule(check, look) }
}

/// Every rule, in the order in which they are looked at.
const RULES: &[Rule] = {
    use gainsay_claims::conformance as of;
    &[
        needed(&of::UNREADABLE_LIBRARY, library::is_plugin),
        needed(&of::OTHER_SCHEMA, library::schema),
        of_library(&of::EXTRA_EXPORT, library::exports),
        of_library(&of::FOREIGN_LIBRARY, library::needs),
        of_library(&of::EXTRA_CONSTRUCTOR, library::constructors),
        needed(&of::UNLOADABLE_LIBRARY, loading::loads),
        needed(&of::FOREIGN_INTERFACE, loading::interface),
        Rule { is_needed: true, ..of_library(&of::MANIFEST_MISMATCH, loading::manifest) },
        needed(&of::FAILS_UNDER_SANDBOX, running::finishes),
        of_library(&of::WRITES_TO_STDOUT, running::stdout),
        of_library(&of::LEFTOVER_THREAD, running::threads),
        rule(&of::SLOW_SOURCE, running::time),
        rule(&of::MEMORY_HUNGRY, running::memory),
        rule(&of::ACCEPTS_UNKNOWN_SETTING, answers::unknown_setting),
        rule(&of::BREAKS_ON_BAD_SETTINGS, answers::bad_settings),
        rule(&of::BREAKS_ON_BAD_DOCUMENTS, answers::bad_documents),
        of_library(&of::UNKNOWN_OPERATION, answers::unknown_operation),
        of_library(&of::IGNORED_STOP, answers::stop),
        of_library(&of::ONE_TIME_SOURCE, answers::twice),
        rule(&of::TIME_ZONE_DEPENDENCE, surroundings::time_zone),
        rule(&of::LOCALE_DEPENDENCE, surroundings::locale),
        rule(&of::FOLDER_DEPENDENCE, surroundings::folder),
        rule(&of::UNSTABLE_OUTPUT, surroundings::process),
        rule(&of::BATCH_DEPENDENCE, surroundings::batches),
        rule(&of::REFUSED_DOCUMENT, records::documents),
        rule(&of::REFUSED_RECORD, records::usable),
        rule(&of::REPEATED_ID, records::unique),
        rule(&of::STRAY_ID, records::prefixed),
        rule(&of::LOST_ID, records::kept),
    ]
};

/// How a plugin fared, and the base that its diagnostics point into.
#[derive(Clone, Debug)]
pub struct Examination {
    /// How it fared.
    pub examined: Examined,
    /// The documents and words.
    pub base: EvidenceBase,
}

/// Why a rule is not kept.
enum Trouble {
    /// It is broken: facts about the whole, and places.
    Broken(Vec<Fact>, Vec<Label>),
    /// It could not be looked at.
    NotRun(NotRun),
}

impl From<PluginFact> for Trouble {
    fn from(fact: PluginFact) -> Self {
        Self::Broken(vec![Fact::Plugin(fact)], Vec::new())
    }
}

impl From<NotRun> for Trouble {
    fn from(why: NotRun) -> Self {
        Self::NotRun(why)
    }
}

/// Looks at every rule.
fn look(subject: &Subject<'_>) -> Examined {
    let mut without = None;
    let mut results = Vec::new();
    for rule in RULES {
        let state = match (subject.skips.get(rule.check.id), without) {
            (Some(reason), _) => RuleState::Skipped { reason: reason.clone() },
            (None, Some(check)) => RuleState::NotRun(NotRun::Without(check)),
            (None, None) if rule.is_of_libraries && subject.is_executable() => {
                RuleState::NotRun(NotRun::Executable)
            }
            (None, None) => state(rule.check, &subject.name, (rule.look)(subject)),
        };
        if rule.is_needed && matches!(state, RuleState::Broken(_)) {
            without = Some(rule.check);
        }
        results.push((rule.check, state));
    }
    let library = subject.job.plugin.display().to_string();
    Examined { name: subject.name.clone(), library, results }
}

fn state(check: &'static Check, name: &str, found: Result<(), Trouble>) -> RuleState {
    match found {
        Ok(()) => RuleState::Kept,
        Err(Trouble::NotRun(why)) => RuleState::NotRun(why),
        Err(Trouble::Broken(facts, labels)) => {
            let notes = facts.into_iter().map(|fact| Note { about: Vec::new(), facts: vec![fact] });
            let diagnostic = Diagnostic::new(check, About::Name(name.to_owned()));
            let notes = notes.collect();
            RuleState::Broken(Box::new(Diagnostic { labels, notes, ..diagnostic }))
        }
    }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::conformance::ALL;

    use super::*;

    #[test]
    fn every_rule_is_looked_at_in_the_order_of_the_list() {
        let looked_at: Vec<&str> = RULES.iter().map(|rule| rule.check.id).collect();
        let listed: Vec<&str> = ALL.iter().map(|check| check.id).collect();
        assert_eq!(looked_at, listed);
    }
}
