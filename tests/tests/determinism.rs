//! Same input, same bytes out: whatever the environment, the order of files and
//! sources, and the number of threads.

use std::{
    path::{Path, PathBuf},
    process::Command,
    sync::LazyLock,
};

use gainsay_tests::{
    base::shipped,
    program::gainsay,
    tree::{self, Tree},
};

const FORMATS: [&str; 2] = ["full", "json"];

/// What `check` prints of the shipped base in each form.
static PRINTED: LazyLock<[Vec<u8>; 2]> = LazyLock::new(|| printed(&shipped(), |_| ()));

/// What `check` prints in each form, in English, under changed circumstances.
fn printed(base: &Path, change: impl Fn(&mut Command)) -> [Vec<u8>; 2] {
    FORMATS.map(|format| {
        let mut command = gainsay(&["check", "--lang", "en", "--output-format", format]);
        change(command.arg("--base").arg(base));
        let output = command.output().expect("the program starts");
        assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
        output.stdout
    })
}

#[track_caller]
fn assert_same(base: &Path, change: impl Fn(&mut Command)) {
    let found = printed(base, change);
    for ((format, found), expected) in FORMATS.iter().zip(&found).zip(&*PRINTED) {
        let [found, expected] = [found, expected].map(|bytes| String::from_utf8_lossy(bytes));
        let differing = found.lines().zip(expected.lines()).find(|(one, other)| one != other);
        assert!(found == expected, "{format}: {differing:#?}");
    }
}

/// The shipped base with its files changed, written to a folder of its own.
fn copied(name: &str, files: &Tree, reversed: bool) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("determinism").join(name);
    if reversed {
        tree::write(&folder, files.iter().rev());
    } else {
        tree::write(&folder, files);
    }
    folder
}

#[test]
fn twice_in_a_row() {
    assert_same(&shipped(), |_| ());
}

#[test]
fn in_any_time_zone() {
    for zone in ["Pacific/Kiritimati", "America/Los_Angeles", "UTC-14"] {
        assert_same(&shipped(), |command| {
            command.env("TZ", zone);
        });
    }
}

#[test]
fn in_any_locale_when_the_language_is_named() {
    for (name, locale) in [("LANG", "fr_FR.UTF-8"), ("LC_ALL", "tr_TR.UTF-8"), ("LC_ALL", "fr")] {
        assert_same(&shipped(), |command| {
            command.env(name, locale);
        });
    }
    // The language itself does count.
    let mut command = gainsay(&["check", "--lang", "fr", "--base"]);
    let french = command.arg(shipped()).output().expect("the program starts").stdout;
    assert_ne!(french, PRINTED[0]);
}

#[test]
fn in_any_working_folder() {
    let base = shipped().canonicalize().expect("the base is there");
    for folder in [&base, &base.join("sources"), Path::new(env!("CARGO_TARGET_TMPDIR"))] {
        assert_same(&base, |command| {
            command.current_dir(folder);
        });
    }
}

#[test]
fn with_any_number_of_jobs() {
    for jobs in ["1", "4", "64"] {
        assert_same(&shipped(), |command| {
            command.args(["--jobs", jobs]);
        });
    }
}

#[test]
fn whatever_the_order_in_which_files_were_created() {
    let files = tree::read(&shipped(), &[]);
    assert_same(&copied("created-forwards", &files, false), |_| ());
    assert_same(&copied("created-backwards", &files, true), |_| ());
}

#[test]
fn whatever_the_order_in_which_sources_are_listed() {
    let mut files = tree::read(&shipped(), &[]);
    let config = files.get_mut("gainsay.toml").expect("the base has a configuration");
    let text = String::from_utf8(config.clone()).expect("UTF-8");
    let (head, rest) = text.split_once("[sources]\n").expect("it lists sources");
    let (sources, tail) = rest.split_once("\n[").expect("and then says more");
    let listed: Vec<_> = sources.lines().filter(|line| line.contains('=')).collect();
    let backwards: Vec<_> = listed.iter().rev().copied().collect();
    assert_ne!(listed, backwards);
    *config = format!("{head}[sources]\n{}\n[{tail}", backwards.join("\n")).into_bytes();
    assert_same(&copied("listed-backwards", &files, false), |_| ());
}

#[test]
fn but_a_figure_that_changes_is_seen() {
    let mut files = tree::read(&shipped(), &[]);
    let name = "sources/gallup/2014-consumer.csv";
    let document = files.get_mut(name).expect("the document is there");
    let text = String::from_utf8(document.clone()).expect("UTF-8");
    *document = text.replace("all,62,34,48", "all,62,33,48").into_bytes();
    let [full, json] = printed(&copied("changed", &files, false), |_| ());
    assert_ne!(full, PRINTED[0]);
    assert_ne!(json, PRINTED[1]);
}
