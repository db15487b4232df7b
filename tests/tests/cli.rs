//! The command line from outside: results, languages and exit codes.

#[path = "cli/cache.rs"]
mod cache;
#[path = "cli/chart.rs"]
mod chart;
#[path = "cli/discovery.rs"]
mod discovery;
#[path = "cli/gate.rs"]
mod gate;
#[path = "cli/init.rs"]
mod init;
#[path = "cli/judge.rs"]
mod judge;
#[path = "cli/lint.rs"]
mod lint;
#[path = "cli/shipped.rs"]
mod shipped;
#[path = "cli/since.rs"]
mod since;
#[path = "cli/small.rs"]
mod small;
#[path = "cli/sync.rs"]
mod sync;
#[path = "cli/tables.rs"]
mod tables;

use std::{path::Path, process::Output, sync::LazyLock};

use assert_cmd::Command;
use gainsay_tests::base::product;
use serde_json::Value;

/// Runs the program in a folder without a base and without a locale.
#[track_caller]
fn run(arguments: &[&str], code: i32) -> Output {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let output = Command::new(product().program("gainsay"))
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .output()
        .expect("the program starts");
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {told}");
    output
}

#[track_caller]
fn printed(arguments: &[&str]) -> String {
    String::from_utf8(run(arguments, 0).stdout).expect("UTF-8")
}

#[track_caller]
fn refused(arguments: &[&str]) -> String {
    let output = run(arguments, 2);
    assert_eq!(output.stdout, b"", "results only on standard output");
    String::from_utf8(output.stderr).expect("UTF-8")
}

/// A base whose only source has no plugin.
fn base_without_plugin() -> &'static str {
    static BASE: LazyLock<String> = LazyLock::new(|| {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("without-plugin");
        std::fs::create_dir_all(folder.join("sources/fixture-a")).expect("the folder is made");
        std::fs::write(folder.join("gainsay.toml"), "[sources]\nfixture-a = {}\n")
            .expect("the file is written");
        folder.to_str().expect("a path in UTF-8").to_owned()
    });
    &BASE
}

#[test]
fn a_figure_is_read_without_a_base() {
    let json: Value =
        serde_json::from_str(&printed(&["read", "moins de 0,25 %", "--output-format", "json"]))
            .expect("JSON");
    assert_eq!(json["lo"], 0.0);
    assert_eq!(json["hi"], 0.0025);
    assert_eq!(json["hi_open"], true);
}

#[test]
fn words_that_are_no_figure_are_refused_in_both_languages() {
    let french = refused(&["read", "beaucoup", "--lang", "fr"]);
    assert!(french.starts_with("erreur\u{a0}: impossible de lire"), "{french}");
    let english = refused(&["read", "beaucoup"]);
    assert!(english.starts_with("error: cannot read"), "{english}");
}

#[test]
fn two_figures_are_compared_without_a_base() {
    let compare = |sizes: &[&str]| -> Value {
        let mut arguments = vec!["compare", "28 %", "18 %", "--output-format", "json"];
        arguments.extend(sizes.iter().flat_map(|size| ["--n", size]));
        serde_json::from_str(&printed(&arguments)).expect("JSON")
    };
    let known = compare(&["300", "1000"]);
    assert_eq!(known["verdict"], "conflict");
    assert_eq!(known["ladder"].as_array().map(Vec::len), Some(3));
    let unknown = compare(&[]);
    assert_eq!(unknown["verdict"], "conflict-from-break-even");
    assert_eq!(unknown["break_even_n"], 338);
    // 28 % of 100 is too few to tell from 18 %, however many the other asked.
    let small = compare(&["100", "?"]);
    assert_eq!(small.get("break_even_n"), None);
}

#[test]
fn a_figure_that_is_no_share_is_not_compared() {
    let told = refused(&["compare", "28", "18 %"]);
    assert!(told.contains("is no share"), "{told}");
    let told = refused(&["compare", "28 %", "18 %", "--deff", "0.5"]);
    assert!(told.contains("design effect"), "{told}");
}

#[test]
fn a_rule_explains_itself_and_a_misspelt_one_is_suggested() {
    assert!(printed(&["explain", "diverging-shares"]).starts_with("# diverging-shares\n"));
    let told = refused(&["explain", "diverging-share"]);
    assert!(told.contains("the nearest is `diverging-shares`"), "{told}");
}

#[test]
fn the_locale_chooses_the_language_and_the_option_overrules_it() {
    let output = |arguments: &[&str]| {
        let output = Command::new(product().program("gainsay"))
            .args(arguments)
            .env_clear()
            .env("LANG", "fr_FR.UTF-8")
            .output()
            .expect("the program starts");
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    assert!(output(&["read", "28 %"]).contains("27,5"));
    assert!(output(&["read", "28 %", "--lang", "en"]).contains("27.5"));
}

#[test]
fn without_a_base_nothing_runs() {
    let folder = env!("CARGO_TARGET_TMPDIR");
    let told = refused(&["check", "--base", folder]);
    assert!(told.contains("no gainsay.toml"), "{told}");
}

#[test]
fn a_missing_source_makes_a_run_incomplete_unless_accepted() {
    let base = base_without_plugin();
    let output = run(&["check", "--base", base], 3);
    let report = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(report.contains("error[broken-source]"), "{report}");
    assert!(report.contains("incomplete"), "{report}");
    run(&["check", "--base", base, "--allow-missing"], 0);
    // Global options alone check too.
    run(&["--base", base], 3);
}

#[test]
fn an_unknown_name_is_refused_before_anything_else() {
    let base = base_without_plugin();
    let told = refused(&["check", "--base", base, "fixture-b"]);
    assert!(told.contains("the nearest is `fixture-a`"), "{told}");
}

#[test]
fn colour_is_for_terminals_unless_asked_for() {
    let base = base_without_plugin();
    let colour = |choice| run(&["check", "--base", base, "--color", choice], 3).stdout;
    assert!(colour("always").contains(&0x1b));
    assert!(!colour("auto").contains(&0x1b));
}

#[test]
fn what_is_wrong_with_shared_files_is_shown_whatever_is_selected() {
    let base = std::path::PathBuf::from(base_without_plugin());
    let base = base.with_file_name("with-circular-words");
    std::fs::create_dir_all(base.join("vocabulary")).expect("the folder is made");
    std::fs::write(base.join("gainsay.toml"), "[sources]\nfixture-a = {}\nfixture-b = {}\n")
        .expect("the file is written");
    let label = "label = { en = \"x\", fr = \"x\" }";
    let words = format!(
        "[universe.one]\n{label}\nwithin = [\"two\"]\n[universe.two]\n{label}\nwithin = [\"one\"]\n"
    );
    std::fs::write(base.join("vocabulary/words.toml"), words).expect("the file is written");
    let base = base.to_str().expect("a path in UTF-8");
    let output = run(&["check", "--base", base, "--allow-missing", "fixture-a"], 1);
    let report = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(report.contains("error[invalid-file]"), "{report}");
    assert!(report.contains("source `fixture-a`"), "{report}");
    assert!(!report.contains("source `fixture-b`"), "{report}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_current_folder_that_is_gone_is_no_write_error() {
    let gone = Path::new(env!("CARGO_TARGET_TMPDIR")).join("gone");
    std::fs::create_dir_all(&gone).expect("the folder is made");
    let output = std::process::Command::new("sh")
        .arg("-c")
        .arg("cd \"$1\" && rmdir \"$1\" && exec \"$2\" check")
        .arg("sh")
        .args([&gone, gainsay_tests::base::product().program("gainsay")])
        .env_remove("GAINSAY_BASE")
        .env("LC_ALL", "C")
        .output()
        .expect("the shell starts");
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("cannot tell the current folder"), "{told}");
}
