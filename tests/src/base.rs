//! The shipped base, loaded once for each test program.

use std::{
    path::{Path, PathBuf},
    sync::OnceLock,
};

use gainsay_host::{LoadOptions, Loaded, RunOptions, load};

use crate::built::Built;

/// The folder of the shipped base.
pub fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../data/brands-on-social-media")
}

/// The program and every plugin that ships with it, side by side.
pub fn product() -> &'static Built {
    static BUILT: OnceLock<Built> = OnceLock::new();
    BUILT.get_or_init(Built::product)
}

/// The shipped base as `check` loads it: every plugin isolated and sandboxed.
///
/// # Panics
/// When there is no usable configuration.
pub fn loaded() -> &'static Loaded {
    static LOADED: OnceLock<Loaded> = OnceLock::new();
    LOADED.get_or_init(|| {
        let program = product().program("gainsay");
        let options = LoadOptions {
            base: shipped(),
            plugins: program.parent().map(Path::to_owned),
            run: RunOptions { worker_exe: Some(program.to_owned()), ..RunOptions::default() },
        };
        load(&options, &|_, _| ()).expect("the shipped base has a configuration")
    })
}
