//! What a plugin cannot do in the sandbox, and can without it.

use std::time::{Duration, Instant};

use gainsay_host::{RunOptions, SandboxMode};
use gainsay_plugin::Diagnostic;

use crate::support::{alone, beside_good, faulty, half_a_second, in_c, options};

const OFF: fn() -> RunOptions = || RunOptions { sandbox: SandboxMode::Off, ..options() };

fn tried(diagnostics: &[Diagnostic]) -> Vec<&str> {
    // One for each of two documents; the first will do.
    diagnostics.iter().take(7).map(|diagnostic| diagnostic.what.message.as_str()).collect()
}

#[test]
fn files_network_and_programs_are_denied() {
    let collected = beside_good(faulty("faulty", Some("reach")), &options()).unwrap();
    assert!(collected.sandbox.is_complete());
    let expected = [
        "read a file: denied",
        "write a file: denied",
        "make a file: denied",
        "listen: denied",
        "connect: denied",
        "send: denied",
        "run a program: denied",
    ];
    assert_eq!(tried(&collected.diagnostics), expected);
}

#[test]
fn without_a_sandbox_nothing_is_denied_and_the_report_says_so() {
    let collected = alone(faulty("faulty", Some("reach")), &OFF()).unwrap();
    assert!(!collected.sandbox.is_complete());
    assert!(collected.sandbox.to_string().contains("reading files not enforced"));
    let tried = tried(&collected.diagnostics);
    assert_eq!(tried.len(), 7);
    assert!(tried.iter().all(|tried| tried.ends_with(": not denied")), "{tried:?}");
}

#[test]
fn a_fork_is_denied() {
    let collected = beside_good(in_c("faulty", "FORK"), &options()).unwrap();
    assert_eq!(collected.output_note.as_deref(), Some("fork: denied"));
    let collected = alone(in_c("faulty", "FORK"), &OFF());
    // The child that it got, without a sandbox, ends the job a second time.
    let note = collected.map_or_else(|failure| failure.wrote, |ok| ok.output_note);
    assert!(note.unwrap().starts_with("fork: not denied"));
}

#[test]
fn a_grandchild_that_keeps_the_streams_does_not_hold_the_run() {
    let begin = Instant::now();
    let options = RunOptions { sandbox: SandboxMode::Off, ..half_a_second() };
    alone(in_c("faulty", "ESCAPE"), &options).unwrap();
    assert!(begin.elapsed() < Duration::from_secs(2));
}
