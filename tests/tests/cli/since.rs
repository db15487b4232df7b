//! What a change of the base raised, told with real git.

use std::{
    fs,
    path::{Path, PathBuf},
};

use gainsay_tests::{
    git::{commit, git},
    program::gainsay,
    small::{base, contradicting, document, study},
};
use serde_json::Value;

use super::small::{add, folder, repository, run_in, shown, told};

/// Checks a repository against a revision.
#[track_caller]
fn since(repository: &Path, revision: &str, code: i32) -> String {
    let arguments = ["check", "--base", "data/base", "--lang=en", "--since", revision];
    shown(&run_in(repository, &arguments, code))
}

#[track_caller]
fn refused(folder: &Path, base: &str, revision: &str) -> String {
    let revision = format!("--since={revision}");
    let output = run_in(folder, &["check", "--base", base, "--lang=en", &revision], 2);
    assert_eq!(shown(&output), "");
    told(&output)
}

fn write(repository: &Path, source: &str, text: &str) {
    let path = repository.join("data/base").join(document(source));
    fs::write(path, text).expect("it is written");
}

#[test]
fn what_was_found_before_is_left_out() {
    let repository = repository("unchanged", &contradicting());
    run_in(&repository, &["check", "--base", "data/base"], 1);
    let said = since(&repository, "HEAD", 0);
    assert!(said.contains("compared with `HEAD` ("), "{said}");
    assert!(said.contains("1 finding was there already, and is not shown"), "{said}");
    // Nothing that counts has changed.
    let moved = format!("# A remark.\n\n{}", study("fixture-b", &[("bought", "18 %")]));
    write(&repository, "fixture-b", &moved.replace("\"Survey\"", "\"Survey of spring\""));
    since(&repository, "HEAD", 0);
}

#[test]
fn a_changed_figure_a_new_study_and_a_new_subject_raise_what_they_raise() {
    let repository = repository("changed", &contradicting());
    write(&repository, "fixture-b", &study("fixture-b", &[("bought", "17 %")]));
    let said = since(&repository, "HEAD", 1);
    assert!(said.contains("error[diverging-shares]"), "{said}");
    assert!(said.contains("0 findings were there already"), "{said}");
    git(&repository, &["checkout", "-q", "."]);

    let third: [(&str, &[(&str, &str)]); 2] =
        [("fixture-a", &[("bought", "28 %")]), ("fixture-b", &[("bought", "18 %")])];
    let joined = [&third[..], &[("fixture-c", &[("bought", "8 %")])]].concat();
    add(&repository.join("data/base"), &base(&joined));
    since(&repository, "HEAD", 1);

    let apart =
        [&third[..], &[("fixture-c", &[("sold", "8 %")]), ("fixture-d", &[("sold", "18 %")])]];
    add(&repository.join("data/base"), &base(&apart.concat()));
    let said = since(&repository, "HEAD", 1);
    assert!(said.contains("“sold”") && !said.contains("“bought”\n"), "{said}");
    assert!(said.contains("1 finding was there already"), "{said}");
    commit(&repository);
    since(&repository, "HEAD", 0);
    since(&repository, "HEAD~1", 1);
}

#[test]
fn broken_input_is_new_once() {
    let repository = repository("input", &contradicting());
    write(&repository, "fixture-b", &study("fixture-b", &[("bougth", "18 %")]));
    let said = since(&repository, "HEAD", 1);
    assert!(said.contains("error[unknown-word]"), "{said}");
    commit(&repository);
    since(&repository, "HEAD", 0);
    let again = study("fixture-b", &[("boughtt", "18 %")]);
    write(&repository, "fixture-b", &again);
    since(&repository, "HEAD", 1);
}

#[test]
fn a_source_that_was_missing_is_told() {
    let mut files = contradicting();
    let good = files["gainsay.toml"].clone();
    let bad = String::from_utf8(good.clone()).expect("UTF-8").replace("transcript", "absent");
    files.insert("gainsay.toml".to_owned(), bad.into_bytes());
    let repository = repository("missing", &files);
    // It is missing now too, and that is nothing new.
    let said = since(&repository, "HEAD", 3);
    assert!(!said.contains("error[broken-source]"), "{said}");
    fs::write(repository.join("data/base/gainsay.toml"), good).expect("it is written");
    let said = since(&repository, "HEAD", 1);
    assert!(said.contains("a source was missing there"), "{said}");
}

#[test]
fn a_base_that_was_not_there_or_not_usable_makes_everything_new() {
    let repository = repository("first", &contradicting());
    git(&repository, &["mv", "data", "elsewhere"]);
    commit(&repository);
    git(&repository, &["mv", "elsewhere", "data"]);
    let said = since(&repository, "HEAD", 1);
    assert!(said.contains("there was no base there"), "{said}");
    git(&repository, &["checkout", "-q", "-f", "HEAD~1"]);
    let config = repository.join("data/base/gainsay.toml");
    let good = fs::read(&config).expect("it is configured");
    fs::write(&config, "[sources").expect("it is written");
    commit(&repository);
    fs::write(&config, good).expect("it is written");
    let said = since(&repository, "HEAD", 1);
    assert!(said.contains("could not be loaded there"), "{said}");
}

#[test]
fn json_tells_what_was_compared() {
    let repository = repository("json", &contradicting());
    let arguments = ["check", "--base", "data/base", "--since", "main", "--output-format", "json"];
    let json: Value =
        serde_json::from_slice(&run_in(&repository, &arguments, 0).stdout).expect("JSON");
    let since = &json["unshown"]["since"];
    assert_eq!(since["older"], 1);
    assert_eq!(since["base"], "whole");
    let commit = git(&repository, &["rev-parse", "HEAD"]);
    assert_eq!(since["commit"], commit[..12]);
    assert_eq!(json["diagnostics"].as_array().map(Vec::len), Some(0));
}

#[test]
fn who_deletes_a_verdict_raises_what_it_settled() {
    let repository = repository("verdict", &contradicting());
    git(&repository, &["config", "user.name", "Fixture Reviewer"]);
    git(&repository, &["config", "user.email", "fixture@example.org"]);
    run_in(&repository, &["init", "--baseline", "data/base"], 0);
    commit(&repository);
    run_in(&repository, &["check", "--base", "data/base"], 0);
    fs::remove_file(repository.join("data/base/verdicts/baseline.toml")).expect("it was made");
    let said = since(&repository, "HEAD", 1);
    assert!(said.contains("error[diverging-shares]"), "{said}");
}

/// Everything below a folder, with what it holds.
fn everything(folder: &Path) -> gainsay_tests::tree::Tree {
    gainsay_tests::tree::read(folder, &[])
}

#[test]
fn the_repository_is_not_touched() {
    let repository = repository("untouched", &contradicting());
    git(&repository, &["config", "core.splitIndex", "true"]);
    write(&repository, "fixture-a", &study("fixture-a", &[("bought", "30 %")]));
    git(&repository, &["add", "--all"]);
    write(&repository, "fixture-a", &study("fixture-a", &[("bought", "31 %")]));
    let before = everything(&repository);
    since(&repository, "HEAD", 1);
    assert!(everything(&repository) == before);
}

#[test]
fn a_hook_of_the_repository_is_not_run_and_its_variables_do_not_mislead() {
    let repository = repository("hooks", &contradicting());
    let hook = repository.join(".git/hooks/post-index-change");
    fs::create_dir_all(hook.parent().expect("a folder")).expect("it is made");
    fs::write(&hook, "#!/bin/sh\ntouch was-run\n").expect("it is written");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(&hook, fs::Permissions::from_mode(0o755)).expect("it can be run");
    }
    let mut command = gainsay(&["check", "--base", "data/base", "--since", "HEAD"]);
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    for variable in ["GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"] {
        command.env(variable, "gone");
    }
    let output = command.current_dir(&repository).output().expect("the program starts");
    assert_eq!(output.status.code(), Some(0), "{}", told(&output));
    assert!(!repository.join("was-run").exists());
    git(&repository, &["reset", "-q"]);
    assert!(repository.join("was-run").exists(), "git runs the hook elsewhere");
}

/// A clone that lacks the history before its last commit.
fn shallow_clone(repository: &Path) -> PathBuf {
    let clone = repository.with_file_name("shallow-clone");
    fs::remove_dir_all(&clone).ok();
    let from = format!("file://{}", repository.canonicalize().expect("it exists").display());
    let to = clone.to_str().expect("UTF-8");
    git(repository, &["clone", "-q", "--depth=1", &from, to]);
    clone
}

#[test]
fn what_git_cannot_tell_is_refused() {
    let repository = repository("refused", &contradicting());
    let told = refused(&repository, "data/base", "gone");
    assert!(told.contains("git knows no revision `gone`"), "{told}");
    let told = refused(&repository, "data/base", "--help");
    assert!(told.contains("git knows no revision `--help`"), "{told}");

    write(&repository, "fixture-b", &study("fixture-b", &[("bought", "17 %")]));
    commit(&repository);
    let told = refused(&shallow_clone(&repository), "data/base", "HEAD~1");
    assert!(told.contains("shallow clone; fetch the history"), "{told}");

    let commit_id = git(&repository, &["rev-parse", "HEAD"]);
    let module = format!("160000,{},data/base/sources/fixture-c", commit_id.trim());
    git(&repository, &["update-index", "--add", "--cacheinfo", &module]);
    git(&repository, &["commit", "-q", "-m", "a module"]);
    let told = refused(&repository, "data/base", "HEAD");
    assert!(told.contains("`sources/fixture-c` is a submodule"), "{told}");
}

#[test]
fn a_base_outside_a_repository_and_a_machine_without_git_are_refused() {
    let base = folder("no-repository", &contradicting());
    let mut command = gainsay(&["check", "--since", "HEAD", "--lang=fr"]);
    // The folder may itself be below a repository.
    command.env("GIT_CEILING_DIRECTORIES", base.parent().expect("a folder"));
    command.env("PATH", std::env::var_os("PATH").unwrap_or_default());
    let output = command.current_dir(&base).output().expect("the program starts");
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("demande une base dans un dépôt git"), "{}", told(&output));
    let mut command = gainsay(&["check", "--since", "HEAD"]);
    let output = command.env("PATH", &base).current_dir(&base).output().expect("it starts");
    assert_eq!(output.status.code(), Some(2));
    assert!(told(&output).contains("git, which cannot be started"), "{}", told(&output));
}
