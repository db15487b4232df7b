//! What a source is checked on: the vocabulary and documents of a base.

use std::{fs, io, path::Path};

use gainsay_claims::vocabulary::{Vocabulary, VocabularyFile};
use indexmap::IndexMap;
use serde::Deserialize;

use crate::Config;

/// What a source is checked on.
#[derive(Clone, Debug, Default)]
pub struct Material {
    /// The id of the source in the base.
    pub source: String,
    /// Its settings in the base.
    pub settings: Config,
    /// The words of the base.
    pub vocabulary: Vocabulary,
    /// The names of its documents and what they hold on disk.
    pub documents: Vec<(String, Vec<u8>)>,
}

/// Why there is nothing to check a source on.
#[derive(Debug, thiserror::Error)]
pub enum BadBase {
    /// A file or folder cannot be read.
    #[error("cannot read {name}: {error}")]
    Unreadable {
        /// Its name within the base.
        name: String,
        /// What the system says.
        error: io::Error,
    },
    /// The configuration of the base is not valid.
    #[error("{CONFIG} is not valid: {0}")]
    Config(#[from] toml::de::Error),
    /// A vocabulary file of the base is not valid.
    #[error("the vocabulary is not valid: {0}")]
    Vocabulary(String),
    /// No source of the base uses the plugin, or none has a document.
    #[error("the base has no documents for the plugin `{0}`")]
    NoDocuments(String),
}

const CONFIG: &str = "gainsay.toml";

#[derive(Deserialize)]
struct RawConfig {
    #[serde(default)]
    sources: IndexMap<String, RawSource>,
}

#[derive(Deserialize)]
struct RawSource {
    plugin: Option<String>,
    documents: Option<String>,
    #[serde(default)]
    settings: Config,
}

impl Material {
    /// Reads what a base has for each of the sources that use a plugin.
    ///
    /// # Errors
    ///
    /// When the base cannot be read or has nothing for this plugin.
    pub fn of_plugin(base: &Path, plugin: &str) -> Result<Vec<Self>, BadBase> {
        let config: RawConfig = toml::from_slice(&read(base, CONFIG)?)?;
        let vocabulary = vocabulary(base)?;
        let mut all = Vec::new();
        for (id, raw) in config.sources {
            if raw.plugin.as_deref().unwrap_or(&id) != plugin {
                continue;
            }
            let folder = raw.documents.unwrap_or_else(|| format!("sources/{id}"));
            let documents = files(base, &folder)?;
            if documents.is_empty() {
                return Err(BadBase::NoDocuments(id));
            }
            let vocabulary = vocabulary.clone();
            all.push(Self { source: id, settings: raw.settings, vocabulary, documents });
        }
        if all.is_empty() { Err(BadBase::NoDocuments(plugin.to_owned())) } else { Ok(all) }
    }
}

fn vocabulary(base: &Path) -> Result<Vocabulary, BadBase> {
    let files = files(base, "vocabulary")?;
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let files: Vec<_> = files.iter().map(|(name, bytes)| (name, text(bytes))).collect();
    let borrowed: Vec<_> = files.iter().map(|(name, text)| VocabularyFile { name, text }).collect();
    let (vocabulary, diagnostics) = Vocabulary::read(&borrowed);
    match diagnostics.first() {
        None => Ok(vocabulary),
        Some(first) => Err(BadBase::Vocabulary(format!("{:?}", first.subject))),
    }
}

/// The files of a folder in order of name, except hidden ones and its README.
fn files(base: &Path, folder: &str) -> Result<Vec<(String, Vec<u8>)>, BadBase> {
    let unreadable = |error| BadBase::Unreadable { name: folder.to_owned(), error };
    let mut names = Vec::new();
    for entry in fs::read_dir(base.join(folder)).map_err(unreadable)? {
        let name = entry.map_err(unreadable)?.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') && name != "README.md" {
            names.push(format!("{folder}/{name}"));
        }
    }
    names.sort();
    names
        .into_iter()
        .map(|name| {
            let bytes = read(base, &name)?;
            Ok((name, bytes))
        })
        .collect()
}

fn read(base: &Path, name: &str) -> Result<Vec<u8>, BadBase> {
    fs::read(base.join(name)).map_err(|error| BadBase::Unreadable { name: name.to_owned(), error })
}
