//! Every rule that plugins are held against has a plugin that breaks it and no other.

#![cfg(target_os = "linux")]

#[path = "conformance/commands.rs"]
mod commands;
#[path = "conformance/fixtures.rs"]
mod fixtures;
#[path = "conformance/shipped.rs"]
mod shipped;
#[path = "conformance/versions.rs"]
mod versions;

use std::{collections::BTreeSet, path::Path, sync::Mutex, thread};

use gainsay_claims::conformance::{ALL, NotRun, RuleState};
use gainsay_host::{Asked, Examination, SandboxMode, Target, examine};

use fixtures::{FIXTURES, Plugin, asked, base, c_plugin, rust_plugin};

/// Examines a plugin on the documents of a base.
fn examined(library: &Path, asked: &Asked) -> Examination {
    let target = Target::Library(library.to_owned());
    let mut done = examine(&target, asked).expect("there is something to examine");
    assert_eq!(done.len(), 1);
    done.pop().expect("one source, one examination")
}

fn broken(done: &Examination) -> Vec<&'static str> {
    done.examined.diagnostics().map(|one| one.check.id).collect()
}

#[test]
fn every_rule_has_a_fixture() {
    let fixtures: Vec<&str> = FIXTURES.iter().map(|(rule, _)| *rule).collect();
    let rules: Vec<&str> = ALL.iter().map(|check| check.id).collect();
    assert_eq!(fixtures, rules);
}

#[test]
fn each_fixture_breaks_its_rule_and_no_other() {
    let wrong = Mutex::new(Vec::new());
    let next = Mutex::new(FIXTURES.iter());
    thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let Some((rule, plugin)) = next.lock().expect("nobody panics").next() else {
                        break;
                    };
                    let (library, asked) = plugin.prepared(rule);
                    let done = examined(&library, &asked);
                    if broken(&done) != [*rule] {
                        let told = done.examined.diagnostics();
                        let told: Vec<_> =
                            told.map(|one| (one.check.id, &one.labels, &one.notes)).collect();
                        let found = format!("{rule}: {told:?}");
                        wrong.lock().expect("nobody panics").push(found);
                    }
                }
            });
        }
    });
    let wrong = wrong.into_inner().expect("nobody panics");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_good_plugin_keeps_every_rule_that_can_be_looked_at() {
    let good = [("good-rust", Plugin::Rust("none")), ("good-c", Plugin::C("NONE"))];
    for (name, plugin) in good {
        let (library, asked) = plugin.prepared(name);
        let done = examined(&library, &asked);
        let others = |(check, state): &(_, RuleState)| match state {
            RuleState::Kept => None,
            state => Some((*check, state.clone())),
        };
        let others: Vec<_> = done.examined.results.iter().filter_map(others).collect();
        let lost = gainsay_claims::conformance::LOST_ID;
        assert_eq!(others, [(&lost, RuleState::NotRun(NotRun::NoPrevious))], "{name}");
    }
}

#[test]
fn what_is_skipped_or_cannot_be_looked_at_is_not_kept() {
    let mut asked = asked(Some(base("skipped", "faulty", Some("chat"))));
    asked.skips.insert("writes-to-stdout".to_owned(), "it greets".to_owned());
    asked.run.sandbox = SandboxMode::Off;
    let done = examined(rust_plugin(), &asked);
    assert_eq!(broken(&done), [""; 0]);
    let state = |id: &str| {
        let found = done.examined.results.iter().find(|(check, _)| check.id == id);
        found.expect("it is listed").1.clone()
    };
    assert_eq!(state("writes-to-stdout"), RuleState::Skipped { reason: "it greets".to_owned() });
    assert_eq!(state("fails-under-sandbox"), RuleState::NotRun(NotRun::NoSandbox));
    assert_eq!(done.examined.kept(), ALL.len() - 3);
}

#[test]
fn a_library_alone_is_examined_without_documents() {
    let done = examined(rust_plugin(), &asked(None));
    assert_eq!(broken(&done), [""; 0]);
    let without: BTreeSet<&str> = done
        .examined
        .results
        .iter()
        .filter(|(_, state)| *state == RuleState::NotRun(NotRun::NoDocuments))
        .map(|(check, _)| check.id)
        .collect();
    assert!(without.contains("breaks-on-bad-documents") && without.contains("refused-record"));
}

#[test]
fn what_fails_without_documents_has_refused_no_setting() {
    let (library, asked) = Plugin::C("NEEDS_DOCUMENTS").prepared("needs-documents");
    assert_eq!(broken(&examined(&library, &asked)), ["accepts-unknown-setting"]);
}

#[test]
fn what_needs_a_broken_rule_is_not_looked_at() {
    let done = examined(&c_plugin("UNBOUND"), &asked(None));
    let after = done.examined.results.iter().skip_while(|(check, _)| check.id != broken(&done)[0]);
    for (check, state) in after.skip(1) {
        assert!(matches!(state, RuleState::NotRun(NotRun::Without(_))), "{}", check.id);
    }
}
