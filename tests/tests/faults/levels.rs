//! The levels of the sandbox on systems that have a part of it only.

use gainsay_host::{Phase, RunOptions, SandboxMode};

use crate::support::{alone, assert_refused, faulty, on_system_without, options};

/// Landlock's three calls, whose numbers are the same on every processor.
const LANDLOCK: std::ops::RangeInclusive<u32> = 444..=446;

fn on(program: &std::path::Path, sandbox: SandboxMode) -> RunOptions {
    RunOptions { sandbox, worker_exe: Some(program.to_owned()), ..options() }
}

#[test]
fn a_required_sandbox_that_is_not_to_be_had_refuses_every_source() {
    let program = on_system_without("landlock-to-require", LANDLOCK);
    let failure = alone(faulty("fixture-a", None), &on(&program, SandboxMode::Require));
    let failure = failure.expect_err("a sandbox with a hole is none");
    assert_refused(&failure, Phase::Confine, "reading files not enforced");
}

#[test]
fn as_much_as_is_to_be_had_is_told_as_it_is() {
    let program = on_system_without("landlock", LANDLOCK);
    let job = || faulty("faulty", Some("reach"));
    let collected = alone(job(), &on(&program, SandboxMode::Auto)).expect("it runs");
    let told = collected.sandbox;
    assert!(!told.is_complete() && !told.reading && !told.writing);
    assert!(told.limits && told.network && told.processes);
    // What the plugin found is what the report says.
    let tried: Vec<_> = collected.diagnostics.iter().map(|one| one.what.message.as_str()).collect();
    assert!(tried.contains(&"read a file: not denied"), "{tried:?}");
    assert!(tried.contains(&"send: denied"), "{tried:?}");
    assert!(tried.contains(&"run a program: denied"), "{tried:?}");

    let off = alone(job(), &on(&program, SandboxMode::Off)).expect("it runs").sandbox;
    assert!(off.limits && !(off.reading || off.writing || off.network || off.processes));
}
