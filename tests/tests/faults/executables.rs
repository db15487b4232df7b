//! Executables as plugins: one that is good, and each way in which one can go wrong.

use std::{
    collections::BTreeSet,
    fs,
    os::unix::fs::PermissionsExt as _,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use gainsay_host::{How, Job, Phase, RunOptions, SandboxMode, read_manifest};
use gainsay_plugin::{testing::in_both, wire::Record};

use crate::support::{
    alone, assert_refused, assert_signal, beside_good, cc, failure, faulty, half_a_second,
    in_process, on_system_without, options, tests,
};

const MANIFEST: &str =
    r#"{ "id": "fixture-program", "schema": "claims/1", "sdk": "c", "frames": 1 }"#;

/// What a script says that has nothing to say.
const NOTHING: &str = r#"{"code":0,"counts":{"batches":0,"diagnostics":0,"bytes":0}}"#;

const ODD: &str = "bad output: ";
const REFUSED: &str = "refused: ";
const LOADED: &str = "";

/// Faults of a program, and how the message of each failure begins; empty: it is loaded.
const OF_PROGRAMS: [(&str, &str); 24] = [
    ("GARBAGE", ODD),
    ("LONG_FRAME", ODD),
    ("CUT_FRAME", ODD),
    ("UNKNOWN_FRAME", ODD),
    ("NO_DONE", "exited with 0 without a result while reading its documents"),
    ("EXIT_1", "exited with 1 without a result while reading its documents"),
    ("ABORTS", "killed by SIGABRT while reading its documents"),
    ("ENDLESS", "more than"),
    ("ENDLESS_LOG", "no result after"),
    ("HANGS", "no result after"),
    ("TALKS", LOADED),
    ("READS_NOTHING", LOADED),
    ("WRONG_COUNT", ODD),
    ("ORDERS", ODD),
    ("STARTS_TWICE", ODD),
    ("CLOSES", "closed its channel"),
    ("BROKEN_JSON", ODD),
    ("GIVES_UP", "cannot go on"),
    ("SILENT_FAILURE", ODD),
    ("MEMORY", "killed by SIGABRT while reading its documents"),
    ("REACHES", LOADED),
    ("FORKS", LOADED),
    ("LINGERS", LOADED),
    ("GOOD", LOADED),
];

/// Every fault of an executable with what it comes to in a process of its own.
pub(crate) fn all() -> Vec<(&'static str, Job, &'static str)> {
    let programs = OF_PROGRAMS.map(|(fault, expected)| (fault, program(fault), expected));
    let files = [
        ("no manifest", without_manifest()),
        ("a manifest that is none", stating("none", "{}")),
        ("a manifest of another plugin", stating("other", &MANIFEST.replace("program", "other"))),
        ("other frames", stating("frames", &MANIFEST.replace("\"frames\": 1", "\"frames\": 2"))),
        ("not to be executed", not_executable()),
        ("no interpreter", script("missing", "#!/no/such/program\n")),
        ("an interpreter that is none", script("no-program", "#!/usr/lib\n")),
        ("an interpreter of a user", script("own", &format!("#!{}\n", own_interpreter()))),
        ("CR LF", script("crlf", "#!/bin/sh\r\nexit 0\r\n")),
        ("neither script nor program", script("text", "echo hello\n")),
        ("a program that was cut", cut()),
    ];
    let files = files.map(|(name, job)| (name, job, REFUSED));
    programs.into_iter().chain(files).collect()
}

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("executables");
    fs::create_dir_all(&folder).expect("a folder to write to");
    folder
}

/// A job of an executable with these bytes and a manifest, which may be executed.
fn executable(name: &str, bytes: &[u8], manifest: &str) -> Job {
    static MADE: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let plugin = folder().join(name);
    let mut made = MADE.lock().unwrap_or_else(PoisonError::into_inner);
    if made.insert(name.to_owned()) {
        fs::write(&plugin, bytes).expect("a file");
        fs::set_permissions(&plugin, fs::Permissions::from_mode(0o755)).expect("it is ours");
        fs::write(manifest_of(&plugin), manifest).expect("a file");
    }
    let documents = faulty("fixture-program", None).documents.into_iter().take(1).collect();
    Job {
        plugin,
        expect_id: "fixture-program".to_owned(),
        documents,
        ..faulty("fixture-program", None)
    }
}

fn manifest_of(plugin: &Path) -> PathBuf {
    PathBuf::from(format!("{}.plugin.json", plugin.display()))
}

fn script(name: &str, text: &str) -> Job {
    executable(name, text.as_bytes(), MANIFEST)
}

/// A script that does nothing after these lines but end well.
fn saying_nothing(name: &str, lines: &str) -> Job {
    let length: String =
        (NOTHING.len() as u32).to_le_bytes().iter().map(|byte| format!("\\{byte:03o}")).collect();
    script(name, &format!("#!/bin/sh\n{lines}\nprintf '{length}\\004%s' '{NOTHING}'\n"))
}

/// The program in C with a fault, compiled once.
fn program(fault: &str) -> Job {
    static COMPILED: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let built = folder().join(format!("{fault}.out"));
    let mut compiled = COMPILED.lock().unwrap_or_else(PoisonError::into_inner);
    if compiled.insert(fault.to_owned()) {
        let home = std::env::var("HOME").unwrap_or_else(|_| "/root".to_owned());
        let command = &mut std::process::Command::new("cc");
        cc(command
            .arg(format!("-DFAULT={fault}"))
            .arg(format!("-DHOME={home:?}"))
            .arg(format!("-DOF_THE_USER={:?}", of_the_user()))
            .arg("-Wno-unused-function")
            .arg("-o")
            .arg(&built)
            .arg(tests().join("c-plugin/program.c")));
    }
    drop(compiled);
    executable(fault, &fs::read(built).expect("it was compiled"), MANIFEST)
}

/// A file that nobody but the user should read or write.
fn of_the_user() -> PathBuf {
    let file = folder().join("of-the-user");
    fs::write(&file, "private\n").expect("a file");
    file
}

fn stating(name: &str, manifest: &str) -> Job {
    executable(&format!("stating-{name}"), b"#!/bin/sh\n", manifest)
}

fn without_manifest() -> Job {
    let job = script("alone", "#!/bin/sh\n");
    fs::remove_file(manifest_of(&job.plugin)).ok();
    job
}

fn not_executable() -> Job {
    let job = script("closed", "#!/bin/sh\n");
    fs::set_permissions(&job.plugin, fs::Permissions::from_mode(0o644)).expect("it is ours");
    job
}

/// An interpreter that is there, but no part of the system.
fn own_interpreter() -> String {
    let own = folder().join("interpreter");
    if !own.exists() {
        fs::copy("/bin/sh", &own).expect("it can be copied");
    }
    own.display().to_string()
}

/// The beginning of a good program.
fn cut() -> Job {
    let whole = fs::read(program("GOOD").plugin).expect("it is compiled");
    executable("cut", &whole[..100], MANIFEST)
}

#[test]
fn a_program_and_a_script_are_loaded() {
    let good = alone(program("GOOD"), &options()).unwrap();
    let records: Vec<Record> = serde_json::from_slice(&good.batches[0]).expect("claims/1");
    assert_eq!(records.len(), 2);
    assert!(good.sandbox.is_complete() && good.sandbox.executable, "{}", good.sandbox);
    assert!(good.sandbox.to_string().ends_with("processes denied, executable"));
    let script = alone(saying_nothing("nothing", "echo \"it is $0\" >&2"), &options()).unwrap();
    assert!(script.batches.is_empty() && script.sandbox.is_complete());
    // What runs is the copy in memory that was hashed.
    assert!(script.output_note.unwrap().starts_with("it is /proc/self/fd/"));
}

#[test]
fn each_source_of_an_executable_has_a_process_of_its_own() {
    let jobs = [program("GOOD"), program("GOOD"), program("GOOD")];
    let outcomes = gainsay_host::run(&jobs, &options(), &|_, _| ());
    let batches = outcomes.into_iter().map(|(_, outcome)| outcome.expect("it is good").batches);
    assert_eq!(batches.map(|one| one.len()).collect::<Vec<_>>(), [1, 1, 1]);
}

#[test]
fn what_it_is_not_to_do_is_denied_to_a_program() {
    let reached = beside_good(program("REACHES"), &options()).unwrap();
    let tried: Vec<_> = reached.diagnostics.iter().map(|one| one.what.message.as_str()).collect();
    let expected = [
        "read /etc/passwd: denied",
        "read a file of the user: denied",
        "list the home folder: denied",
        "list the root folder: denied",
        "list the system's libraries: not denied",
        "write a file: denied",
        "make a file: denied",
        "fill a file in memory: File too large",
        "make a socket: denied",
        "make a socket of the system: denied",
        "fork: denied",
        "signal its parent: denied",
    ];
    assert_eq!(tried, expected);
    let off = RunOptions { sandbox: SandboxMode::Off, ..options() };
    let free = alone(program("REACHES"), &off).unwrap();
    assert!(!free.sandbox.is_complete());
    let denied =
        free.diagnostics.iter().filter(|one| one.what.message.as_str().ends_with(": denied"));
    assert_eq!(denied.count(), 0, "the same program can do all of it without a sandbox");
}

#[test]
fn a_program_cannot_become_another_one() {
    let collected = beside_good(program("RUNS_ANOTHER"), &options()).unwrap();
    assert_eq!(collected.output_note.as_deref(), Some("another program: Permission denied"));
    let off = RunOptions { sandbox: SandboxMode::Off, ..options() };
    // Then it is `ls`, whose output is no frame.
    assert!(matches!(alone(program("RUNS_ANOTHER"), &off).unwrap_err().how, How::BadOutput { .. }));
}

#[test]
fn what_a_library_cannot_do_a_script_cannot_do() {
    // The shell ends where it cannot fork.
    let failed = failure(saying_nothing("forking", "(:)"), &options());
    assert!(matches!(failed.how, How::Exit { code } if code != 0), "{failed:?}");
    assert!(failed.wrote.unwrap().ends_with("Cannot fork"));
    let lines = "read line < /etc/passwd || echo 'no file' >&2";
    let collected = beside_good(saying_nothing("reading", lines), &options()).unwrap();
    assert!(collected.output_note.unwrap().ends_with("no file"));
}

#[test]
fn without_landlock_nothing_is_promised() {
    let program = on_system_without("landlock-for-executables", 444..=446);
    let on = |sandbox| RunOptions { sandbox, worker_exe: Some(program.clone()), ..options() };
    let told = alone(self::program("GOOD"), &on(SandboxMode::Auto)).unwrap().sandbox;
    assert!(told.executable && told.network && !told.reading && !told.processes, "{told}");
    let refused = alone(self::program("GOOD"), &on(SandboxMode::Require)).unwrap_err();
    assert_refused(&refused, Phase::Confine, "processes not enforced");
}

#[test]
fn what_an_executable_writes_elsewhere_is_a_note() {
    let collected = beside_good(program("TALKS"), &options()).unwrap();
    let note = collected.output_note.unwrap();
    assert!(note.contains("by the error stream") && note.contains("by a frame"), "{note}");
    let failed = failure(program("EXIT_1"), &options());
    assert_eq!(failed.wrote.as_deref(), Some("no more"));
}

#[test]
fn output_that_is_no_frame_is_told_as_it_is() {
    for (fault, part) in [
        ("GARBAGE", "no frame is of kind 111"),
        ("LONG_FRAME", "a frame of 4294967295 bytes"),
        ("CUT_FRAME", "a frame that is cut short"),
        ("UNKNOWN_FRAME", "no frame is of kind 99"),
        ("WRONG_COUNT", "batches: 1"),
        ("ORDERS", "an order from the child"),
        ("STARTS_TWICE", "started twice"),
        ("SILENT_FAILURE", "returned 1 without a diagnostic"),
    ] {
        let failure = failure(program(fault), &options());
        assert_eq!(failure.phase, Phase::Collect, "{fault}");
        let How::BadOutput { reason } = failure.how else { panic!("{fault}: {failure:?}") };
        assert!(in_both(&reason).contains(part), "{fault}: {reason}");
    }
}

#[test]
fn an_executable_that_does_not_end_is_ended() {
    let begin = Instant::now();
    let hangs = failure(program("HANGS"), &half_a_second());
    assert_eq!(hangs.how, How::Timeout { after: Duration::from_millis(500) });
    beside_good(program("LINGERS"), &options()).unwrap();
    assert!(begin.elapsed() < Duration::from_secs(8));
    let limited = RunOptions { max_memory: 64 << 20, ..options() };
    assert_signal(&failure(program("MEMORY"), &limited), Phase::Collect, "SIGABRT");
}

#[test]
fn what_cannot_be_run_is_refused_and_says_why() {
    for (name, phase, part) in [
        ("no manifest", Phase::Inspect, "no manifest beside it"),
        ("a manifest that is none", Phase::Inspect, "missing field"),
        ("a manifest of another plugin", Phase::Inspect, "plugin `fixture-other`, expected"),
        ("other frames", Phase::Load, "interface version 2, this program has 1"),
        ("not to be executed", Phase::Inspect, "chmod +x"),
        ("no interpreter", Phase::Inspect, "needs `/no/such/program`: No such file"),
        ("an interpreter that is none", Phase::Inspect, "needs `/usr/lib`, which is no file in"),
        ("an interpreter of a user", Phase::Inspect, "which is no file in /usr, /bin"),
        ("CR LF", Phase::Inspect, "ends with CR LF"),
        ("neither script nor program", Phase::Inspect, "neither a program nor a script"),
        ("a program that was cut", Phase::Inspect, "neither a program nor a script"),
    ] {
        let found = all().into_iter().find(|(own, _, _)| *own == name);
        let (_, job, _) = found.expect("it is listed");
        assert_refused(&alone(job, &options()).unwrap_err(), phase, part);
    }
}

#[test]
fn an_executable_needs_a_process_and_its_own_digest() {
    let refused = alone(program("GOOD"), &in_process()).unwrap_err();
    assert_refused(&refused, Phase::Inspect, "needs a process of its own");
    let digest = alone(program("GOOD"), &options()).unwrap().digest;
    let pinned = |digest| Job { digest: Some(digest), ..program("GOOD") };
    assert!(alone(pinned(digest), &options()).is_ok());
    // The same bytes beside another manifest are another plugin.
    let bytes = fs::read(program("GOOD").plugin).expect("it is compiled");
    let other = executable("other-manifest", &bytes, &MANIFEST.replace("\"c\"", "\"d\""));
    let other = Job { digest: Some(digest), ..other };
    assert_refused(&alone(other, &options()).unwrap_err(), Phase::Inspect, "digest ");
    let manifest = read_manifest(&program("ABORTS").plugin).unwrap();
    assert_eq!((manifest.id.as_str(), manifest.sdk.as_str()), ("fixture-program", "c"));
}
