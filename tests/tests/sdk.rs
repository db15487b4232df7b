//! The SDK as others use it: its package, the C header of every minor version, and plugins
//! that were built with another profile or compiler than the host.

#![cfg(target_os = "linux")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use gainsay_host::{How, Job, Outcome, RunOptions, SandboxMode, run};
use gainsay_plugin::{abi, testing::document};
use gainsay_tests::{base::product, built::Built};
use serde_json::{Value, json};

fn tests() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sdk() -> PathBuf {
    tests().join("../crates/gainsay-plugin")
}

/// What a plugin makes of one document, in a sandbox that must hold.
fn outcome(plugin: &Path, id: &str, settings: &Value) -> Outcome {
    let job = Job {
        source: "fixture-a".to_owned(),
        plugin: plugin.to_owned(),
        expect_id: id.to_owned(),
        config: settings.as_object().cloned().expect("an object"),
        documents: vec![document("fixture-a", "one.txt", "12% like it\n70% like it\n")],
        digest: None,
    };
    let options = RunOptions {
        sandbox: SandboxMode::Require,
        worker_exe: Some(product().program("gainsay").to_owned()),
        ..RunOptions::default()
    };
    run(&[job], &options, &|_, _| ()).pop().expect("one job, one outcome").1
}

/// The records of a plugin that does well.
#[track_caller]
fn records(plugin: &Path, id: &str) -> Vec<Value> {
    let collected = outcome(plugin, id, &json!({})).unwrap_or_else(|failure| panic!("{failure}"));
    assert_eq!(collected.diagnostics, []);
    let read = |batch: &Vec<u8>| serde_json::from_slice::<Vec<Value>>(batch).expect("JSON");
    collected.batches.iter().flat_map(read).collect()
}

/// Compiles the plugin in C with a header.
fn in_c(name: &str, header: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("sdk").join(name);
    fs::create_dir_all(&folder).expect("a folder to write to");
    fs::write(folder.join("gainsay_plugin.h"), header).expect("a file");
    let library = folder.join("plugin.so");
    let done = Command::new("cc")
        .args(["-std=gnu11", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-pthread", "-I"])
        .arg(&folder)
        .arg("-o")
        .arg(&library)
        .arg(tests().join("c-plugin/plugin.c"))
        .output()
        .expect("a C compiler, as Rust needs one to link");
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    library
}

/// The header of a minor version, as it was frozen.
fn frozen(minor: u16) -> String {
    let name = format!("include/frozen/gainsay_plugin_{}_{minor}.h", abi::MAJOR);
    fs::read_to_string(sdk().join(&name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

#[test]
fn the_header_does_not_change_without_a_new_minor_version() {
    assert!(
        frozen(abi::MINOR) == abi::HEADER,
        "the header is not the one that was frozen: raise `MINOR`, here and in the header, and \
         copy it to include/frozen; what was frozen stays as it is"
    );
    for minor in 0..=abi::MINOR {
        assert!(frozen(minor).contains(&format!("#define GAINSAY_ABI_MINOR {minor}\n")), "{minor}");
    }
    let files = fs::read_dir(sdk().join("include/frozen")).expect("a folder").count();
    assert_eq!(files, usize::from(abi::MINOR) + 1, "one for each minor version, and no other");
}

#[test]
fn a_plugin_of_every_minor_version_is_loaded() {
    for minor in 0..=abi::MINOR {
        let library = in_c(&format!("minor-{minor}"), &frozen(minor));
        assert_eq!(records(&library, "fixture-c").len(), 2, "1.{minor}");
    }
}

#[test]
fn a_plugin_of_a_later_minor_version_is_loaded() {
    let own = format!("#define GAINSAY_ABI_MINOR {}\n", abi::MINOR);
    let last = "  void (*destroy)(void *state);\n";
    let size = "_Static_assert(sizeof(gs_plugin_v1) ==";
    assert!([own.as_str(), last, size].iter().all(|part| abi::HEADER.contains(part)));
    // What may come is another function behind the last one.
    let later = abi::HEADER
        .replace(&own, "#define GAINSAY_ABI_MINOR 99\n")
        .replace(last, &format!("{last}  void (*later)(void *state);\n"))
        .replace(size, "_Static_assert(sizeof(gs_plugin_v1) >");
    let library = in_c("minor-later", &later);
    // A table says all that it has, even what this one leaves out.
    assert_eq!(records(&library, "fixture-c").len(), 2);
}

#[test]
fn the_program_prints_the_header() {
    let mut command = Command::new(product().program("gainsay"));
    let output = command.args(["source", "header"]).output().expect("the program starts");
    assert!(output.status.success());
    assert_eq!(String::from_utf8_lossy(&output.stdout), abi::HEADER);
}

#[test]
fn a_plugin_of_another_profile_is_loaded_and_its_panics_are_caught() {
    let built = Built::in_profile(
        "gainsay-faulty",
        "other",
        &[
            "inherits = \"release\"",
            "opt-level = 3",
            // What others wrote is no plugin, and takes longer to optimise.
            "package.\"*\".opt-level = 0",
            "lto = \"fat\"",
            "overflow-checks = true",
            "panic = \"unwind\"",
        ],
    );
    let (own, other) = (product().library("gainsay-faulty"), built.library("gainsay-faulty"));
    assert_ne!(own, other);
    let expected = records(own, "faulty");
    assert_eq!((expected.len(), records(other, "faulty")), (3, expected));
    for (fault, message) in
        [("panic", "a bad day"), ("overflow a number", "attempt to add with overflow")]
    {
        let failure = outcome(other, "faulty", &json!({ "fault": fault })).expect_err(fault);
        let How::Panic { message: found, .. } = &failure.how else { panic!("{failure:?}") };
        assert_eq!(found, message);
    }
}

#[test]
#[expect(clippy::print_stderr, reason = "a test that did not run says so")]
fn a_plugin_of_another_compiler_is_loaded() {
    let target = tests().join("../target/other-compiler");
    let built = Command::new("rustup")
        .args(["run", "nightly", "cargo", "build", "--package", "gainsay-faulty", "--target-dir"])
        .arg(&target)
        .current_dir(tests())
        .env_remove("LD_LIBRARY_PATH")
        .output();
    match built {
        Ok(built) if built.status.success() => {
            let other = target.join("debug/libgainsay_faulty.so");
            let expected = records(product().library("gainsay-faulty"), "faulty");
            assert_eq!(records(&other, "faulty"), expected);
        }
        // Whether there is one, and what it refuses, is not this project's business.
        _ => eprintln!("left out: no other compiler builds a plugin here"),
    }
}

#[test]
fn the_packages_hold_all_that_others_need() {
    let listed = |package: &str| -> Vec<String> {
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["package", "--list", "--allow-dirty", "--offline", "--package", package]);
        let output = cargo.current_dir(tests()).output().expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect()
    };
    let common = ["Cargo.toml", "LICENSE-APACHE", "LICENSE-MIT", "README.md", "src/lib.rs"];
    let frozen = format!("include/frozen/gainsay_plugin_{}_{}.h", abi::MAJOR, abi::MINOR);
    for (package, own) in [
        ("gainsay-plugin", vec!["include/gainsay_plugin.h", &frozen]),
        ("gainsay-claims", vec!["data/regions.tsv"]),
    ] {
        let listed = listed(package);
        let is_listed = |file: &&str| listed.iter().any(|one| one == file);
        let missing: Vec<_> =
            common.into_iter().chain(own).filter(|file| !is_listed(file)).collect();
        assert_eq!(missing, [""; 0], "{package}");
        let cargo = tests().join("../crates").join(package).join("Cargo.toml");
        let manifest = fs::read_to_string(cargo).expect("it is there");
        let manifest: toml::Table = manifest.parse().expect("TOML");
        for key in ["description", "license", "readme", "documentation"] {
            assert!(manifest["package"].get(key).is_some(), "{package}: {key}");
        }
        assert_eq!(manifest["package"]["publish"].as_bool(), Some(true), "{package}");
    }
}
