//! Listing the files of a base without reading them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use gainsay_claims::evidence::{REFERENCE_FILES, VERDICTS};

use crate::{
    config::{CONFIG_NAMES, Config},
    load::find_config,
    lock::LOCK_NAME,
};

/// Every file that a base is read from, in order: its configuration and references, whether
/// or not they are there, its vocabulary and verdicts, and the documents of its sources, as
/// far as the configuration names them. For who waits for a change.
pub fn files_of_base(base: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = CONFIG_NAMES
        .into_iter()
        .chain([LOCK_NAME])
        .chain(REFERENCE_FILES)
        .map(|name| base.join(name))
        .collect();
    let folders = ["vocabulary", VERDICTS].map(str::to_owned).into_iter();
    for folder in folders.chain(sources(base)) {
        files.extend(shown(&base.join(folder)));
    }
    files
}

/// Folders of the sources; none while the configuration cannot be read.
fn sources(base: &Path) -> Vec<String> {
    let config =
        find_config(base).ok().and_then(|(_, file)| Config::read(&file.name, &file.text).ok());
    config
        .map(|config| config.sources.into_iter().map(|one| one.folder).collect())
        .unwrap_or_default()
}

/// What is in a folder and not hidden, in order of name.
fn shown(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let shown = entries.filter(|entry| !entry.file_name().to_string_lossy().starts_with('.'));
    let mut paths: Vec<PathBuf> = shown.map(|entry| entry.path()).collect();
    paths.sort();
    paths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_listed_wherever_the_configuration_puts_them() {
        let base = std::env::temp_dir().join(format!("gainsay-listing-{}", std::process::id()));
        for folder in ["verdicts", "texts", "elsewhere"] {
            fs::create_dir_all(base.join(folder)).expect("a folder to write to");
            fs::write(base.join(folder).join("a.toml"), "").expect("a file");
            fs::write(base.join(folder).join(".a.toml.swp"), "").expect("a file");
        }
        let listed = |config: &str| -> Vec<String> {
            fs::write(base.join("gainsay.toml"), config).expect("a file");
            let files = files_of_base(&base).into_iter().filter(|file| file.is_file());
            let name = |file: PathBuf| {
                file.strip_prefix(&base).expect("it is in the base").to_string_lossy().into_owned()
            };
            files.map(name).collect()
        };
        let whole = listed("[sources]\na = { plugin = \"transcript\", documents = \"texts\" }\n");
        let broken = listed("[sources");
        fs::remove_dir_all(&base).expect("it can be removed");
        assert_eq!(whole, ["gainsay.toml", "verdicts/a.toml", "texts/a.toml"]);
        assert_eq!(broken, ["gainsay.toml", "verdicts/a.toml"]);
    }
}
