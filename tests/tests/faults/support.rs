//! Good sources, and a run of a faulty one beside them.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;

use gainsay_host::{Failure, How, Isolation, Job, Outcome, Phase, RunOptions, SandboxMode, run};
use gainsay_plugin::Document;
use gainsay_tests::base::product;
use serde_json::{Value, json};

/// The Rust plugin with a fault, or none.
pub(crate) fn faulty(source: &str, fault: Option<&str>) -> Job {
    let config = fault.map_or(json!({}), |fault| json!({ "fault": fault }));
    Job {
        source: source.to_owned(),
        plugin: product().library("gainsay-faulty").to_owned(),
        expect_id: "faulty".to_owned(),
        config: config.as_object().cloned().expect("an object"),
        documents: vec![document(source, "one.txt"), document(source, "two.txt")],
        digest: None,
    }
}

/// The C plugin with a fault, compiled for this test.
pub(crate) fn in_c(source: &str, fault: &str) -> Job {
    Job {
        plugin: compiled(fault),
        expect_id: "fixture-c".to_owned(),
        documents: vec![document(source, "one.txt")],
        ..faulty(source, None)
    }
}

fn document(source: &str, name: &str) -> Document {
    Document {
        source: source.to_owned(),
        name: name.to_owned(),
        media_type: "text/plain".to_owned(),
        text: Some("12% like it\n70% like it\n".to_owned()),
        ..Document::default()
    }
}

/// Compiles each variant once: a library must not change under a test that runs it.
fn compiled(fault: &str) -> PathBuf {
    static COMPILED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let library = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{fault}.so"));
    let mut compiled = COMPILED.lock().unwrap_or_else(PoisonError::into_inner);
    if compiled.insert(fault.to_owned()) {
        compile(fault, &library);
    }
    library
}

fn compile(fault: &str, library: &Path) {
    let include = tests().join("../crates/gainsay-plugin/include");
    cc(Command::new("cc")
        .args(["-shared", "-fPIC", "-pthread"])
        .arg(format!("-DFAULT={fault}"))
        .arg("-I")
        .arg(include)
        .arg("-o")
        .arg(library)
        .arg(tests().join("c-plugin/plugin.c")));
}

/// The program as it starts on a system that does not know the calls in a range.
pub(crate) fn on_system_without(name: &str, calls: RangeInclusive<u32>) -> PathBuf {
    let started = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("without-{name}"));
    cc(Command::new("cc")
        .arg(format!("-DFIRST={}", calls.start()))
        .arg(format!("-DLAST={}", calls.end()))
        .arg(format!("-DPROGRAM={:?}", product().program("gainsay")))
        .arg("-o")
        .arg(&started)
        .arg(tests().join("c-plugin/old-system.c")));
    started
}

/// A plugin in Rust that aborts where others unwind.
pub(crate) fn aborting(source: &str) -> Job {
    static COMPILED: OnceLock<PathBuf> = OnceLock::new();
    let library = COMPILED.get_or_init(|| {
        let library = Path::new(env!("CARGO_TARGET_TMPDIR")).join("abort-plugin.so");
        let mut rustc = Command::new("rustc");
        rustc.args(["--edition=2024", "--crate-type=cdylib", "-Cpanic=abort"]);
        rustc.arg("-Anonstandard_style").arg("-o").arg(&library);
        succeed(rustc.arg(tests().join("abort-plugin/plugin.rs")));
        library
    });
    Job { plugin: library.clone(), expect_id: "fixture-c".to_owned(), ..faulty(source, None) }
}

pub(crate) fn tests() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Runs a C compiler, which is there, as Rust needs one to link.
pub(crate) fn cc(command: &mut Command) {
    succeed(command.args(["-std=gnu11", "-Wall", "-Wextra", "-Werror"]));
}

fn succeed(command: &mut Command) {
    let done = command.output().expect("a compiler");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

/// Isolated, in a sandbox that must hold.
pub(crate) fn options() -> RunOptions {
    RunOptions {
        sandbox: SandboxMode::Require,
        worker_exe: Some(product().program("gainsay").to_owned()),
        ..RunOptions::default()
    }
}

pub(crate) fn in_process() -> RunOptions {
    RunOptions { isolation: Isolation::InProcess, ..options() }
}

pub(crate) fn half_a_second() -> RunOptions {
    RunOptions { deadline: Duration::from_millis(500), ..options() }
}

/// Runs one job alone.
pub(crate) fn alone(job: Job, options: &RunOptions) -> Outcome {
    let mut outcomes = run(&[job], options, &|_, _| ());
    outcomes.pop().expect("one job, one outcome").1
}

/// Runs a job between good sources, checks these, and returns what came of it.
#[track_caller]
pub(crate) fn beside_good(job: Job, options: &RunOptions) -> Outcome {
    static COMPILED: OnceLock<Job> = OnceLock::new();
    let good_c = COMPILED.get_or_init(|| in_c("fixture-c", "NONE")).clone();
    let good = [faulty("fixture-a", None), faulty("fixture-b", None), good_c];
    let [a, b, c] = good.clone();
    let expected = run(&good, &self::options(), &|_, _| ());
    let mut outcomes = run(&[a, job, b, c], options, &|_, _| ());
    let (_, outcome) = outcomes.remove(1);
    for ((source, outcome), (expected_source, expected)) in outcomes.iter().zip(&expected) {
        assert_eq!(source, expected_source);
        let expected = expected.as_ref().expect("a good source");
        assert!(!expected.batches.is_empty(), "{source} emits something");
        let outcome = outcome.as_ref().unwrap_or_else(|failure| panic!("{source}: {failure}"));
        assert_eq!(outcome.batches, expected.batches, "{source}");
    }
    outcome
}

/// Runs a job between good sources and returns why it failed.
#[track_caller]
pub(crate) fn failure(job: Job, options: &RunOptions) -> Failure {
    let outcome = beside_good(job, options);
    outcome.expect_err("a faulty source fails")
}

#[track_caller]
pub(crate) fn assert_signal(failure: &Failure, phase: Phase, name: &str) {
    assert_eq!(failure.phase, phase, "{failure}");
    assert!(matches!(&failure.how, How::Signal { name: own, .. } if own == name), "{failure:?}");
}

#[track_caller]
pub(crate) fn assert_refused(failure: &Failure, phase: Phase, part: &str) {
    assert_eq!(failure.phase, phase, "{failure}");
    let How::Refused { reason } = &failure.how else { panic!("{failure:?}") };
    assert!(reason.to_string().contains(part), "{reason}");
}

/// All records of an outcome.
pub(crate) fn records(batches: &[Vec<u8>]) -> Vec<Value> {
    let read = |batch: &Vec<u8>| serde_json::from_slice::<Vec<Value>>(batch).expect("JSON");
    batches.iter().flat_map(read).collect()
}
