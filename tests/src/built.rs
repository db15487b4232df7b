//! The program and the plugin libraries as cargo builds them.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// What `cargo build` made of some packages.
#[derive(Debug)]
pub struct Built {
    files: Vec<PathBuf>,
}

impl Built {
    /// Builds the program, every plugin that ships with it and the faulty one, unless they are
    /// up to date. Costs about a second even then, so do it once for each test program.
    ///
    /// All tests build the same packages: what cargo builds of others depends on the features
    /// that all packages of a build ask for together, so that each choice of packages would
    /// build much of it once more.
    ///
    /// # Panics
    /// When something does not build.
    pub fn product() -> Self {
        let packages = ["gainsay", "gainsay-source-*", "gainsay-faulty"];
        Self::with(packages.into_iter().flat_map(|package| ["--package", package]))
    }

    /// Builds a package in a profile with these settings, in TOML.
    ///
    /// # Panics
    /// When the package does not build.
    pub fn in_profile(package: &str, profile: &str, settings: &[&str]) -> Self {
        let settings = settings.iter().map(|one| format!("profile.{profile}.{one}"));
        let settings: Vec<_> = settings.collect();
        let settings = settings.iter().flat_map(|one| ["--config", one.as_str()]);
        let arguments = ["--package", package, "--profile", profile].into_iter().chain(settings);
        Self::with(arguments)
    }

    fn with<'a>(arguments: impl IntoIterator<Item = &'a str>) -> Self {
        let mut cargo = Command::new(env!("CARGO"));
        cargo
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .args(["build", "--message-format=json"])
            .args(arguments);
        let output = cargo.output().expect("cargo runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let messages = String::from_utf8(output.stdout).expect("cargo writes UTF-8");
        Self { files: messages.lines().flat_map(files).collect() }
    }

    /// The program `name`.
    ///
    /// # Panics
    /// When no package that was built has such a program.
    pub fn program(&self, name: &str) -> &Path {
        self.file(&format!("{name}{}", std::env::consts::EXE_SUFFIX))
    }

    /// The library of the package `name`, for the system's loader.
    ///
    /// # Panics
    /// When the package was not built or is no such library.
    pub fn library(&self, name: &str) -> &Path {
        use std::env::consts::{DLL_PREFIX, DLL_SUFFIX};
        self.file(&format!("{DLL_PREFIX}{}{DLL_SUFFIX}", name.replace('-', "_")))
    }

    fn file(&self, name: &str) -> &Path {
        let found = self.files.iter().find(|file| file.file_name().is_some_and(|own| own == name));
        found.unwrap_or_else(|| panic!("`{name}` was not built"))
    }
}

/// Files named in one message of cargo.
fn files(message: &str) -> Vec<PathBuf> {
    let message: Value = serde_json::from_str(message).expect("one JSON object a line");
    let names = message["filenames"].as_array().into_iter().flatten();
    names.chain([&message["executable"]]).filter_map(Value::as_str).map(PathBuf::from).collect()
}
