//! The invariants of ARCHITECTURE.md that concern the code itself.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Packages of the workspace, and which of them each uses outside its tests.
fn packages() -> BTreeMap<String, BTreeSet<String>> {
    let output = Command::new(env!("CARGO"))
        .current_dir(root())
        .args(["metadata", "--no-deps", "--format-version=1", "--offline"])
        .output()
        .expect("cargo runs");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("cargo writes JSON");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let packages = metadata["packages"].as_array().expect("there are packages");
    let uses = |package: &Value| {
        let all = package["dependencies"].as_array().into_iter().flatten();
        all.filter(|one| one["kind"].is_null()).map(|one| text(&one["name"])).collect()
    };
    packages.iter().map(|package| (text(&package["name"]), uses(package))).collect()
}

/// Rust files below a folder, by their path from the root.
fn sources(folder: &str) -> Vec<(String, String)> {
    let mut open = vec![root().join(folder)];
    let mut files = Vec::new();
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).expect("the folder can be listed") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let name = path.strip_prefix(root()).expect("below the root");
                let text = fs::read_to_string(&path).expect("source code is text");
                files.push((name.to_string_lossy().replace('\\', "/"), text));
            }
        }
    }
    files.sort();
    assert!(!files.is_empty(), "no code in {folder}");
    files
}

fn own(uses: &BTreeSet<String>) -> BTreeSet<&str> {
    uses.iter().map(String::as_str).filter(|name| name.starts_with("gainsay")).collect()
}

#[test]
fn arrows_point_one_way() {
    let packages = packages();
    let allowed: [(&str, &[&str]); 14] = [
        ("gainsay-claims", &[]),
        ("gainsay-plugin", &["gainsay-claims"]),
        ("gainsay-judge", &["gainsay-claims"]),
        ("gainsay-host", &["gainsay-claims", "gainsay-plugin"]),
        ("gainsay-cite", &["gainsay-claims"]),
        ("gainsay-verdict", &["gainsay-claims"]),
        ("gainsay-draft", &["gainsay-claims", "gainsay-judge"]),
        ("gainsay-picture", &[]),
        ("gainsay-bulk", &["gainsay-claims", "gainsay-judge"]),
        // Whoever builds the program builds its library, too; its benchmarks alone use others.
        ("gainsay-bench", &[]),
        ("gainsay-exchange", &["gainsay-bulk", "gainsay-claims"]),
        (
            "gainsay-python",
            &["gainsay-bulk", "gainsay-claims", "gainsay-exchange", "gainsay-judge"],
        ),
        (
            "gainsay-report",
            &[
                "gainsay-bulk",
                "gainsay-cite",
                "gainsay-claims",
                "gainsay-draft",
                "gainsay-judge",
                "gainsay-picture",
                "gainsay-verdict",
            ],
        ),
        (
            "gainsay",
            &[
                "gainsay-bulk",
                "gainsay-cite",
                "gainsay-claims",
                "gainsay-draft",
                "gainsay-exchange",
                "gainsay-host",
                "gainsay-judge",
                "gainsay-picture",
                "gainsay-report",
                "gainsay-verdict",
            ],
        ),
    ];
    for (package, allowed) in allowed {
        let used = own(&packages[package]);
        let allowed = allowed.iter().copied().collect();
        assert!(used.is_subset(&allowed), "{package} uses {used:?}");
    }
}

/// Packages of others, with the features that each has when cargo builds these packages.
fn of_others(arguments: &[&str]) -> BTreeSet<String> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["tree", "--offline", "--prefix=none", "--format={p}: {f}"]).args(arguments);
    let output = cargo.current_dir(root()).output().expect("cargo runs");
    let lines = String::from_utf8(output.stdout).expect("cargo writes UTF-8");
    let lines = lines.lines().map(|line| line.trim_end_matches(" (*)").to_owned());
    lines.filter(|line| !line.is_empty() && !line.starts_with("gainsay")).collect()
}

#[test]
fn the_program_is_built_of_what_its_tests_are_built_of() {
    let tests = of_others(&["--workspace", "--edges=normal,build,dev"]);
    for features in ["", "gainsay/exchange"] {
        let program = of_others(&["--edges=normal,build", "--features", features]);
        assert!(program.len() > 100, "cargo tells what the program is built of");
        let twice: Vec<_> = program.difference(&tests).collect();
        assert_eq!(twice, [""; 0], "built once more, with fewer features than tests give them");
    }
}

#[test]
fn a_plugin_uses_the_plugin_crate_only() {
    let packages = packages();
    let plugins: Vec<_> =
        packages.iter().filter(|(name, _)| name.starts_with("gainsay-source-")).collect();
    assert!(plugins.len() >= 16, "{} plugins", plugins.len());
    for (name, uses) in plugins {
        assert_eq!(own(uses), ["gainsay-plugin"].into(), "{name}");
    }
}

/// The files with `unsafe`, and how many blocks each has. Fewer is good news: write it here.
const UNSAFE: [(&str, usize); 2] =
    [("crates/gainsay-host/src/library.rs", 15), ("crates/gainsay-plugin/src/abi.rs", 9)];

#[test]
fn unsafe_code_stands_in_two_files_and_each_block_has_its_reason() {
    let count = |text: &str, what: &str| text.matches(what).count();
    let code = ["bridges", "crates", "plugins"].into_iter().flat_map(sources);
    let code = code.filter(|(name, _)| !name.contains("/tests/"));
    let found: Vec<(String, usize, usize)> = code
        .map(|(name, text)| {
            let blocks = count(&text, "unsafe {") + count(&text, "unsafe impl");
            (name, blocks, count(&text, "// SAFETY: "))
        })
        .filter(|(_, blocks, _)| *blocks > 0)
        .collect();
    let expected = UNSAFE.map(|(name, blocks)| (name.to_owned(), blocks, blocks));
    assert_eq!(found, expected, "files, blocks, reasons");
}

#[test]
fn only_the_host_and_the_command_line_touch_files() {
    let allowed = |name: &str| {
        name.starts_with("crates/gainsay-host/")
            || name.starts_with("crates/gainsay/")
            || name.contains("/testing")
            || name.contains("/examples/")
            || name.contains("/benches/")
            || name.contains("/tests/")
            || name.contains("tests.rs")
    };
    let calls = ["std::fs", "std::net", "std::process", "std::env", "fs::read", "SystemTime"];
    for (name, text) in ["bridges", "crates", "plugins"].into_iter().flat_map(sources) {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let call = calls.iter().find(|call| code.contains(**call));
        assert!(allowed(&name) || call.is_none(), "{name} uses {call:?}");
    }
}

#[test]
fn only_the_host_writes_files() {
    let calls =
        ["fs::write", "File::create", "OpenOptions", "fs::rename", "fs::remove", "create_dir"];
    let is_exempt = |name: &str| {
        let parts = ["crates/gainsay-host/", "/testing", "/examples/", "/tests/", "tests.rs"];
        parts.iter().any(|part| name.contains(part))
    };
    for (name, text) in ["bridges", "crates", "plugins"].into_iter().flat_map(sources) {
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let call = calls.iter().find(|call| code.contains(**call));
        assert!(is_exempt(&name) || call.is_none(), "{name} uses {call:?}");
    }
    let host = sources("crates/gainsay-host");
    assert!(host.iter().any(|(_, text)| calls.iter().any(|call| text.contains(call))));
}

/// Paths in backquotes in the documents: those with a folder of the project.
#[test]
fn every_path_that_the_documents_name_exists() {
    let folders = ["bridges/", "crates/", "plugins/", "tests/", "data/", "docs/", ".ci/"];
    let documents = [
        "README.md",
        "README.fr.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "docs/fuzzing.md",
        "docs/drafts-format.md",
        "docs/editors.md",
        "docs/sources.md",
        "docs/executables.md",
        "docs/claims-table.md",
        "docs/python.md",
    ];
    let mut named = 0;
    for document in documents {
        let text = fs::read_to_string(root().join(document)).expect("the document is there");
        for path in text.split('`').skip(1).step_by(2) {
            let is_path = folders.iter().any(|folder| path.starts_with(folder));
            if !is_path || path.contains(['<', ' ', '\n', '{']) {
                continue;
            }
            named += 1;
            assert!(root().join(path).exists(), "{document} names {path}");
        }
    }
    assert!(named > 10, "{named} paths");
}
