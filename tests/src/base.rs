//! The shipped bases.

use std::{
    path::{Path, PathBuf},
    sync::OnceLock,
};

use gainsay_host::{LoadOptions, Loaded, Locking, RunOptions, load};

use crate::built::Built;

/// The folder of the shipped base that most tests are about.
pub fn shipped() -> PathBuf {
    folder("brands-on-social-media")
}

/// The folder of a shipped base.
pub fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../data").join(name)
}

/// The program, every plugin that ships with it and the faulty one, side by side.
pub fn product() -> &'static Built {
    static BUILT: OnceLock<Built> = OnceLock::new();
    BUILT.get_or_init(Built::product)
}

/// The base [`shipped`] as `check` loads it, once for each test program.
///
/// # Panics
/// When there is no usable configuration.
pub fn loaded() -> &'static Loaded {
    static LOADED: OnceLock<Loaded> = OnceLock::new();
    LOADED.get_or_init(|| load_shipped("brands-on-social-media"))
}

/// A shipped base as `check` loads it: every plugin isolated and sandboxed.
///
/// # Panics
/// When there is no usable configuration.
pub fn load_shipped(name: &str) -> Loaded {
    load_folder(folder(name))
}

/// The base in a folder as `check` loads it, likewise.
///
/// # Panics
/// When there is no usable configuration.
pub fn load_folder(base: PathBuf) -> Loaded {
    let program = product().program("gainsay");
    let options = LoadOptions {
        base,
        plugins: program.parent().map(Path::to_owned),
        run: RunOptions { worker_exe: Some(program.to_owned()), ..RunOptions::default() },
        lock: Locking::Heeded,
        cache: None,
    };
    load(&options, &|_, _| ()).expect("the base has a configuration")
}
