//! Which base is read when none is named.

use std::{fs, path::PathBuf};

use gainsay_tests::program::gainsay;

/// Makes a base without sources, with a folder `inner/deep` and a repository
/// `repository/inner` inside.
fn base(name: &str) -> PathBuf {
    let base = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("discovery").join(name);
    for folder in ["inner/deep", "repository/.git", "repository/inner"] {
        fs::create_dir_all(base.join(folder)).expect("the folder is made");
    }
    fs::write(base.join("gainsay.toml"), "[sources]\n").expect("the file is written");
    base
}

/// Checks in a folder, and returns the exit code and what was told.
fn check_in(folder: PathBuf, named: Option<PathBuf>) -> (Option<i32>, String) {
    let mut command = gainsay(&["check"]);
    command.current_dir(folder).envs(named.map(|base| ("GAINSAY_BASE", base)));
    let output = command.output().expect("the program starts");
    (output.status.code(), String::from_utf8(output.stderr).expect("UTF-8"))
}

#[test]
fn the_nearest_base_upwards_is_read() {
    let base = base("upwards");
    for folder in ["", "inner", "inner/deep"] {
        assert_eq!(check_in(base.join(folder), None), (Some(0), String::new()), "{folder}");
    }
}

#[test]
fn a_repository_ends_the_search() {
    let repository = base("repository").join("repository");
    for folder in [repository.join("inner"), repository] {
        let (code, told) = check_in(folder, None);
        assert_eq!(code, Some(2));
        assert!(told.contains("no gainsay.toml in ") && told.contains("--base DIR"), "{told}");
    }
}

#[test]
fn the_environment_names_a_base_and_the_option_overrules_it() {
    let base = base("environment");
    let elsewhere = base.join("repository");
    assert_eq!(check_in(elsewhere.clone(), Some(base.clone())).0, Some(0));
    // It goes before the base that stands here.
    assert_eq!(check_in(base.clone(), Some(elsewhere.clone())).0, Some(2));
    let mut command = gainsay(&["check", "--base"]);
    let command = command.arg(base).env("GAINSAY_BASE", elsewhere);
    assert_eq!(command.output().expect("the program starts").status.code(), Some(0));
}
