//! Every fault that the design of plugins lists, and those found since, all in one run
//! beside good sources: under each level of the sandbox, and in the program's own process
//! where that can be survived.

use std::{env, fs, path::Path, time::Duration};

use gainsay_host::{Isolation, Job, Outcome, Phase, RunOptions, SandboxMode, run};

use crate::executables;
use crate::support::{aborting, alone, faulty, in_c, in_process, options};

/// What a run of a fault is to come to.
struct Fault {
    name: &'static str,
    job: Job,
    /// How the message of its failure begins; empty: it is loaded.
    isolated: &'static str,
    /// The same in the program's own process; none: the program would not survive it.
    within: Option<&'static str>,
}

const ABORTED: &str = "killed by SIGABRT while reading its documents";
const CRASHED: &str = "killed by SIGSEGV while reading its documents";
const LEFT: &str = "exited with 0 without a result while reading its documents";
const HANGS: &str = "no result after";
const FLOODS: &str = "more than";
const ODD: &str = "bad output: ";
const REFUSED: &str = "refused: ";
const LOADED: &str = "";

/// Faults that the SDK leaves possible.
const IN_RUST: [(&str, &str, Option<&str>); 22] = [
    ("panic", "panicked: a bad day", Some("panicked: a bad day")),
    ("wordless panic", "panicked: panic without", Some("panicked: panic without")),
    ("odd panic", "panicked: ", Some("panicked: ")),
    ("panic in configure", "panicked: no settings", Some("panicked: no settings")),
    ("panic in drop", LOADED, Some(LOADED)),
    ("panic twice", ABORTED, None),
    ("abort", ABORTED, None),
    ("overflow the stack", ABORTED, None),
    ("memory at once", ABORTED, None),
    ("memory", ABORTED, None),
    ("exit", LEFT, None),
    ("loop", HANGS, None),
    ("sleep", HANGS, None),
    ("ignore stop", FLOODS, None),
    ("flood", FLOODS, Some(FLOODS)),
    ("chat", LOADED, Some(LOADED)),
    ("shout", LOADED, None),
    ("thread", LOADED, Some(LOADED)),
    ("refuse", "unknown setting", Some("unknown setting")),
    // Reads, writes and makes a file, listens, connects, sends, runs a program.
    ("reach", LOADED, Some(LOADED)),
    ("misplaced study", LOADED, Some(LOADED)),
    ("place outside", LOADED, Some(LOADED)),
];

/// Faults that only a plugin without the SDK can have.
const IN_C: [(&str, &str, Option<&str>); 29] = [
    ("SEGFAULT", CRASHED, None),
    ("LATE_SEGFAULT", LOADED, None),
    ("CONSTRUCTOR_CRASH", "killed by SIGSEGV while loading its plugin", None),
    ("LEAVE", LEFT, None),
    ("CLOSE_ALL", "closed its channel", None),
    ("RAW_OUTPUT", LOADED, None),
    ("FORGE", ODD, None),
    ("BAD_JSON", ODD, Some(ODD)),
    ("BAD_JSON_FIRST", ODD, Some(ODD)),
    ("BAD_UTF8", ODD, Some(ODD)),
    ("NUL", ODD, Some(ODD)),
    // Well-formed; that it is no record is found by who reads records.
    ("BAD_SCHEMA", LOADED, Some(LOADED)),
    ("NULL_SLICE", ODD, Some(ODD)),
    ("HUGE_SLICE", ODD, Some(ODD)),
    ("UNKNOWN_CODE", ODD, Some(ODD)),
    ("UNKNOWN_KIND", LOADED, Some(LOADED)),
    ("SILENT_ERROR", ODD, Some(ODD)),
    ("EMIT_ELSEWHERE", LOADED, Some(LOADED)),
    ("EMIT_TOO_LATE", LOADED, Some(LOADED)),
    ("FORKS", LOADED, None),
    ("ESCAPE", LOADED, None),
    ("SIGNAL_PARENT", LOADED, Some(LOADED)),
    ("MOVE", LOADED, None),
    ("UNDEFINED", REFUSED, Some(REFUSED)),
    ("WRONG_MAJOR", REFUSED, Some(REFUSED)),
    ("WRONG_MAGIC", REFUSED, Some(REFUSED)),
    ("WRONG_MANIFEST", REFUSED, Some(REFUSED)),
    ("ODD_ADDRESS", REFUSED, Some(REFUSED)),
    ("NO_TABLE", REFUSED, Some(REFUSED)),
];

fn faults() -> Vec<Fault> {
    let fault = |name, job, (isolated, within)| Fault { name, job, isolated, within };
    let rust = IN_RUST.map(|(name, isolated, within)| {
        fault(name, faulty("faulty", Some(name)), (isolated, within))
    });
    let c =
        IN_C.map(|(name, isolated, within)| fault(name, in_c("faulty", name), (isolated, within)));
    let refused = (REFUSED, Some(REFUSED));
    let files = [
        ("built to abort", aborting("faulty"), (ABORTED, None)),
        ("a text", at(&Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")), refused),
        ("an empty file", at(&cut(0)), refused),
        ("a library that was cut", at(&cut(8000)), refused),
        ("no file", at(Path::new("/no/such/file.so")), refused),
        ("a folder", at(Path::new("/")), refused),
        ("another digest", Job { digest: Some([0; 32]), ..faulty("faulty", None) }, refused),
        ("another plugin", Job { expect_id: "x".into(), ..faulty("faulty", None) }, refused),
    ];
    let files = files.map(|(name, job, expected)| fault(name, job, expected));
    // An executable is nothing that the program's own process could hold.
    let within = Some(REFUSED);
    let executables = executables::all().into_iter();
    let executables = executables.map(|(name, job, isolated)| fault(name, job, (isolated, within)));
    rust.into_iter().chain(c).chain(files).chain(executables).collect()
}

/// A job whose plugin is this file.
fn at(plugin: &Path) -> Job {
    Job { plugin: plugin.to_owned(), ..faulty("faulty", None) }
}

/// The beginning of a good library.
fn cut(length: usize) -> std::path::PathBuf {
    let whole = fs::read(in_c("fixture-c", "NONE").plugin).expect("it is built");
    let cut = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cut-{length}.so"));
    assert!(length < whole.len(), "something is cut off");
    fs::write(&cut, &whole[..length]).expect("a file");
    cut
}

/// Runs faults between good sources and checks what came of each.
fn run_beside_good(faults: Vec<(&str, Job, &str)>, options: &RunOptions) {
    let good = [faulty("fixture-a", None), in_c("fixture-c", "NONE"), faulty("fixture-b", None)];
    let expected = good.clone().map(|job| alone(job, &self::options()).expect("a good source"));
    let [first, second, last] = good;
    let (names, broken): (Vec<_>, Vec<_>) =
        faults.into_iter().map(|(name, job, expected)| ((name, expected), job)).unzip();
    let jobs: Vec<Job> = [first, second].into_iter().chain(broken).chain([last]).collect();
    let mut outcomes = run(&jobs, options, &|_, _| ());
    assert_eq!(outcomes.len(), jobs.len());
    let last = outcomes.pop().expect("the last job").1;
    let broken = outcomes.split_off(2);
    let good = outcomes.into_iter().map(|(_, outcome)| outcome).chain([last]);
    for (outcome, expected) in good.zip(expected) {
        assert_eq!(outcome.expect("a good source").batches, expected.batches);
    }
    let is_confined =
        options.isolation == Isolation::Process && options.sandbox != SandboxMode::Off;
    for ((name, expected), (_, outcome)) in names.into_iter().zip(broken) {
        check(name, expected, &outcome, is_confined);
    }
}

fn check(name: &str, expected: &str, outcome: &Outcome, is_confined: bool) {
    match outcome {
        Ok(collected) => {
            assert_eq!(expected, LOADED, "{name} is loaded");
            assert_eq!(collected.sandbox.is_complete(), is_confined, "{name}");
        }
        Err(failure) => {
            assert!(
                expected != LOADED && failure.to_string().starts_with(expected),
                "{name}: {failure}"
            );
            let is_before_code = failure.phase <= Phase::Load;
            assert_eq!(
                is_before_code,
                expected == REFUSED || name == "CONSTRUCTOR_CRASH",
                "{name}"
            );
        }
    }
}

fn isolated(sandbox: SandboxMode) {
    let options = RunOptions {
        sandbox,
        deadline: Duration::from_secs(2),
        max_memory: 128 << 20,
        max_output: 8 << 20,
        ..options()
    };
    let faults = faults().into_iter().map(|one| (one.name, one.job, one.isolated));
    run_beside_good(faults.collect(), &options);
}

#[test]
fn no_fault_costs_more_than_itself_in_a_required_sandbox() {
    isolated(SandboxMode::Require);
}

#[test]
fn no_fault_costs_more_than_itself_in_what_sandbox_there_is() {
    isolated(SandboxMode::Auto);
}

#[test]
fn no_fault_costs_more_than_itself_without_a_sandbox() {
    let (folder, parent) = (env::current_dir().expect("a folder"), env::var_os("GAINSAY_FAULT"));
    isolated(SandboxMode::Off);
    assert_eq!(env::current_dir().expect("a folder"), folder, "no plugin moves the program");
    assert_eq!(env::var_os("GAINSAY_FAULT"), parent, "no plugin changes its environment");
}

#[test]
fn in_one_process_what_is_survivable_costs_only_itself() {
    let options = RunOptions { max_output: 8 << 20, ..in_process() };
    let faults = faults().into_iter().filter_map(|one| Some((one.name, one.job, one.within?)));
    run_beside_good(faults.collect(), &options);
}

#[test]
fn all_faults_of_the_design_are_here() {
    // Seven of them are what one plugin tries in turn.
    assert!(48 <= faults().len() + 6, "{} faults", faults().len());
}
