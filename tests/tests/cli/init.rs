//! A fresh base, and what checks it in git and on GitHub.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use gainsay_tests::{
    base::product,
    git::{git, git_command, init},
    small::{document, study},
    tree::{self, Tree},
};
use serde_json::Value;

use super::small::{add, folder, run_in, shown, told};

const MADE: [&str; 7] = [
    ".githooks/pre-commit",
    ".github/workflows/gainsay.yml",
    ".pre-commit-config.yaml",
    "gainsay.toml",
    "sources/.gitkeep",
    "verdicts/.gitkeep",
    "vocabulary/words.toml",
];

/// An empty repository.
fn repository(name: &str) -> PathBuf {
    let path = folder(name, &Tree::from([("README.md".to_owned(), b"Evidence\n".to_vec())]));
    init(&path);
    path
}

/// A folder that git takes for a repository, so that nothing is made in the one around it.
fn alone(name: &str, files: &Tree) -> PathBuf {
    let path = folder(name, files);
    fs::create_dir_all(path.join(".git")).expect("it is made");
    path
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).expect("it is a text")
}

/// Names sources in the configuration, and adds a study of each.
fn add_studies(base: &Path, studies: &[(&str, &str)]) {
    let config = base.join("gainsay.toml");
    let lines: String = studies
        .iter()
        .map(|(source, _)| format!("{source} = {{ plugin = \"transcript\" }}\n"))
        .collect();
    let text = read(&config).replace("\n[sources]\n", &format!("\n[sources]\n{lines}"));
    fs::write(&config, text).expect("it is written");
    let files = studies.iter().map(|(source, share)| {
        (document(source), study(source, &[("bought-online", share)]).into_bytes())
    });
    add(base, &files.collect());
}

#[test]
fn a_fresh_base_holds_and_is_never_overwritten() {
    let empty = Tree::from([("note.md".to_owned(), b"x".to_vec())]);
    let above = folder("fresh", &empty);
    // The folder may itself be below a repository.
    fs::create_dir_all(above.join("new/.git")).expect("it is made");
    let first = shown(&run_in(&above, &["init", "new", "--lang=en"], 0));
    let base = above.join("new");
    let files = tree::read(&base, &[]);
    assert_eq!(files.keys().collect::<Vec<_>>(), MADE);
    for name in MADE {
        assert!(first.contains(&format!("\n  new/{name}\n")), "{first}");
    }
    run_in(&base, &["check", "--fail-on=note"], 0);
    fs::write(base.join("vocabulary/words.toml"), "# mine\n").expect("it is written");
    let files = tree::read(&base, &[]);
    let again = shown(&run_in(&base, &["init", "--lang=fr"], 0));
    assert!(again.starts_with("déjà présent"), "{again}");
    assert_eq!(tree::read(&base, &[]), files);
}

#[test]
fn a_base_that_is_configured_keeps_its_name_and_its_words() {
    let hidden = Tree::from([
        (".gainsay.toml".to_owned(), b"[sources]\n".to_vec()),
        ("vocabulary/own.toml".to_owned(), b"# mine\n".to_vec()),
    ]);
    let base = alone("hidden", &hidden);
    let said = shown(&run_in(&base, &["init", "--lang=en"], 0));
    assert!(said.contains("left alone:\n  .gainsay.toml\n"), "{said}");
    assert!(!base.join("gainsay.toml").exists());
    assert!(!base.join("vocabulary/words.toml").exists());
}

#[test]
fn what_cannot_be_made_is_told() {
    let base = alone("in-the-way", &Tree::from([("sources".to_owned(), b"x".to_vec())]));
    let output = run_in(&base, &["init", "--lang=en"], 2);
    let said = told(&output);
    assert!(said.contains("sources/.gitkeep: cannot be made"), "{said}");
    assert!(said.trim_end().ends_with("; what was made stays"), "{said}");
    let said = told(&run_in(&base, &["init", "sources", "--lang=fr"], 2));
    assert!(said.trim_end().ends_with("\u{a0}; rien n'a été créé"), "{said}");
}

/// The study that the remarks of the configuration show.
#[test]
fn the_example_in_the_configuration_works() {
    for lang in ["--lang=en", "--lang=fr"] {
        let base = alone("example", &Tree::from([("note.md".to_owned(), b"x".to_vec())]));
        run_in(&base, &["init", lang], 0);
        let config = read(&base.join("gainsay.toml"));
        let lines = config.lines().filter_map(|line| line.strip_prefix("#     "));
        let mut lines = lines.collect::<Vec<_>>().into_iter();
        let source = lines.next().expect("a source is shown");
        let added = config.replace("\n[sources]\n", &format!("\n[sources]\n{source}\n"));
        fs::write(base.join("gainsay.toml"), added).expect("it is written");
        let study: String = lines.map(|line| format!("{line}\n")).collect();
        let path = "sources/fixture-a/2013.toml";
        assert!(config.contains(path), "{config}");
        add(&base, &Tree::from([(path.to_owned(), study.into_bytes())]));
        let output = run_in(&base, &["check", "--fail-on=note", "--output-format=json"], 0);
        let json: Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!((&json["counts"]["studies"], &json["counts"]["claims"]), (&1.into(), &1.into()));
    }
}

#[test]
fn a_base_is_adopted_as_it_is() {
    let repository = repository("baseline");
    run_in(&repository, &["init"], 0);
    add_studies(&repository, &[("fixture-a", "28 %"), ("fixture-b", "18 %")]);
    run_in(&repository, &["check"], 1);
    let anonymous = run_in(&repository, &["init", "--baseline", "--lang=en"], 2);
    assert!(told(&anonymous).contains("set user.name in git"), "{}", told(&anonymous));
    let nothing = repository.join("nothing");
    run_in(&repository, &["init", "nothing", "--baseline"], 2);
    assert_eq!(tree::read(&nothing, &[]).len(), 0);
    assert!(!repository.join("verdicts/baseline.toml").exists());

    git(&repository, &["config", "user.name", "Fixture Reviewer"]);
    git(&repository, &["config", "user.email", "fixture@example.org"]);
    let adopt = ["init", "--baseline", "--lang=en", "--today=2026-11-22"];
    let said = shown(&run_in(&repository, &adopt, 0));
    let line = "verdicts/baseline.toml: 1 finding deferred until 22 November 2027\n";
    assert!(said.ends_with(line), "{said}");
    let text = read(&repository.join("verdicts/baseline.toml"));
    assert!(text.contains("who = \"Fixture Reviewer <fixture@example.org>\""), "{text}");
    let check = |day: &str, code| {
        shown(&run_in(&repository, &["check", "--lang=en", "--today", day], code))
    };
    check("2027-11-22", 0);
    check("2027-11-23", 1);

    // What has been adopted stays as it was; what is new is still to be answered.
    run_in(&repository, &adopt, 0);
    assert_eq!(read(&repository.join("verdicts/baseline.toml")), text);
    let changed = study("fixture-b", &[("bought-online", "17 %")]).into_bytes();
    add(&repository, &Tree::from([(document("fixture-b"), changed)]));
    check("2026-11-23", 1);
}

#[cfg(unix)]
#[test]
fn nothing_is_adopted_outside_the_base() {
    let repository = repository("baseline-linked");
    git(&repository, &["config", "user.name", "Fixture Reviewer"]);
    run_in(&repository, &["init"], 0);
    add_studies(&repository, &[("fixture-a", "28 %"), ("fixture-b", "18 %")]);
    let elsewhere = folder("baseline-elsewhere", &Tree::new());
    fs::create_dir_all(&elsewhere).expect("it is made");
    fs::remove_dir_all(repository.join("verdicts")).expect("it is removed");
    std::os::unix::fs::symlink(&elsewhere, repository.join("verdicts")).expect("a link");
    let refused = run_in(&repository, &["init", "--baseline", "--lang=en"], 2);
    assert!(told(&refused).contains("leads out of the base"), "{}", told(&refused));
    assert_eq!(tree::read(&elsewhere, &[]).len(), 0);
}

#[test]
fn what_a_missing_source_would_raise_is_not_adopted() {
    let repository = repository("baseline-missing");
    git(&repository, &["config", "user.name", "Fixture Reviewer"]);
    git(&repository, &["config", "user.email", "fixture@example.org"]);
    run_in(&repository, &["init"], 0);
    add_studies(&repository, &[("fixture-a", "28 %"), ("fixture-b", "18 %")]);
    let config = repository.join("gainsay.toml");
    fs::write(
        &config,
        read(&config).replacen("transcript\" }\nfixture-b", "absent\" }\nfixture-b", 1),
    )
    .expect("it is written");
    let said = shown(&run_in(&repository, &["init", "--baseline", "--lang=en"], 3));
    assert!(said.contains("incomplete"), "{said}");
    assert!(!repository.join("verdicts/baseline.toml").exists());
}

/// Commits what is staged, with the hook switched on.
fn try_commit(repository: &Path) -> Output {
    let mut command = git_command(repository);
    command.env("GAINSAY", product().program("gainsay")).env_remove("GAINSAY_BASE");
    command.args(["commit", "-q", "-m", "a change"]).output().expect("git starts")
}

#[test]
fn the_hook_checks_what_is_about_to_be_committed() {
    let repository = repository("hook");
    run_in(&repository, &["init", "data/evi dence", "--lang=en"], 0);
    git(&repository, &["config", "core.hooksPath", ".githooks"]);
    let base = repository.join("data/evi dence");
    let stage = || git(&repository, &["add", "--all"]);
    stage();
    let first = try_commit(&repository);
    assert!(first.status.success(), "{}", told(&first));

    add_studies(&base, &[("fixture-a", "28 %"), ("fixture-b", "18 %")]);
    stage();
    let refused = try_commit(&repository);
    assert_eq!(refused.status.code(), Some(1));
    let said = shown(&refused) + &told(&refused);
    assert!(said.contains("error[diverging-shares]"), "{said}");

    // To mend the work tree alone mends nothing.
    let mended = Tree::from([(
        document("fixture-b"),
        study("fixture-b", &[("bought-online", "28 %")]).into_bytes(),
    )]);
    add(&base, &mended);
    assert!(!try_commit(&repository).status.success());
    stage();
    let second = try_commit(&repository);
    assert!(second.status.success(), "{}", told(&second));

    // What is not staged is nobody's business yet, and neither are other files.
    let broken = Tree::from([("gainsay.toml".to_owned(), b"[sources".to_vec())]);
    add(&base, &broken);
    fs::write(repository.join("README.md"), "More\n").expect("it is written");
    git(&repository, &["add", "README.md"]);
    let third = try_commit(&repository);
    assert!(third.status.success(), "{}", told(&third));
}

#[cfg(unix)]
#[test]
fn a_run_over_all_files_checks_what_is_committed() {
    let repository = repository("all-files");
    run_in(&repository, &["init", "base"], 0);
    add_studies(&repository.join("base"), &[("fixture-a", "28 %"), ("fixture-b", "18 %")]);
    git(&repository, &["add", "--all"]);
    git(&repository, &["commit", "-q", "-m", "a base"]);
    let run = |over_all: bool| {
        let mut hook = Command::new(repository.join(".githooks/pre-commit"));
        hook.env("GAINSAY", product().program("gainsay")).env_remove("GAINSAY_BASE");
        hook.env_remove("PRE_COMMIT").envs(over_all.then_some(("PRE_COMMIT", "1")));
        hook.current_dir(&repository).output().expect("it starts").status.code()
    };
    assert_eq!(run(false), Some(0));
    assert_eq!(run(true), Some(1));
}

#[test]
fn the_other_way_to_run_hooks_runs_the_same() {
    let repository = repository("pre-commit");
    run_in(&repository, &["init", "base"], 0);
    let config = read(&repository.join(".pre-commit-config.yaml"));
    let entry = config.lines().find_map(|line| line.trim().strip_prefix("entry: "));
    assert!(repository.join(entry.expect("it runs something")).is_file());
}

/// The commands of a workflow by the names of their steps.
fn steps(workflow: &str) -> Vec<(String, String)> {
    let mut steps = Vec::new();
    let mut name = None;
    for line in workflow.lines() {
        if let Some(step) = line.strip_prefix("      - ") {
            name = step.strip_prefix("name: ");
        }
        if let Some(command) = line.strip_prefix("        run: ") {
            let name = name.expect("every command has a name");
            steps.push((name.to_owned(), command.to_owned()));
        }
    }
    steps
}

/// Runs a command of the workflow as the runner does, from the root of the repository.
fn run_step(repository: &Path, base: &str, command: &str) -> Output {
    let mut shell = Command::new("sh");
    shell.args(["-e", "-c", command]).current_dir(repository).env("BASE", base);
    shell.env_remove("GAINSAY_BASE").output().expect("the shell starts")
}

#[cfg(unix)]
#[test]
fn the_commands_of_the_workflow_do_what_it_says() {
    let repository = repository("workflow");
    run_in(&repository, &["init", "data/base", "--lang=fr"], 0);
    add_studies(&repository.join("data/base"), &[("fixture-a", "28 %"), ("fixture-b", "18 %")]);
    let workflow = read(&repository.join(".github/workflows/gainsay.yml"));
    let base = workflow.lines().find_map(|line| line.strip_prefix("  BASE: "));
    let base: String = serde_json::from_str(base.expect("it names the base")).expect("a string");
    let steps = steps(&workflow);
    let names: Vec<&str> = steps.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["where gainsay is", "build", "sarif", "gate"]);
    let unset = run_step(&repository, &base, &steps[0].1);
    assert_eq!(unset.status.code(), Some(1));
    assert!(shown(&unset).starts_with("::error::définir"), "{}", shown(&unset));
    let steps = &steps[1..];

    // The program is the one that the tests have built, unoptimized.
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let build = steps[0].1.replace("--release ", "");
    let manifest = root.join("Cargo.toml");
    let build = build.replace(".gainsay/Cargo.toml", manifest.to_str().expect("UTF-8"));
    let program = product().program("gainsay");
    let built = run_step(&repository, &base, &build);
    assert!(built.status.success(), "{build}: {}", told(&built));
    let beside = repository.join(".gainsay/target/release");
    fs::create_dir_all(&beside).expect("it is made");
    std::os::unix::fs::symlink(program, beside.join("gainsay")).expect("a link");

    let sarif = run_step(&repository, &base, &steps[1].1);
    assert!(sarif.status.success(), "{}", told(&sarif));
    let log: Value = serde_json::from_str(&read(&repository.join("gainsay.sarif"))).expect("JSON");
    let result = &log["runs"][0]["results"][0];
    assert_eq!(result["ruleId"], "diverging-shares");
    let place = &result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(*place, format!("data/base/{}", document("fixture-a")));
    assert!(workflow.contains("sarif_file: gainsay.sarif"));

    let gate = run_step(&repository, &base, &steps[2].1);
    assert_eq!(gate.status.code(), Some(1));
    assert!(shown(&gate).starts_with("::error file=data/base/sources/"), "{}", shown(&gate));
}
