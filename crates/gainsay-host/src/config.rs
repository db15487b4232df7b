//! `gainsay.toml`: the sources of a base and its policy.

pub(crate) mod edit;

use std::{collections::BTreeMap, ops::Range};

use gainsay_claims::{
    Diagnostic, Localized, Location,
    checks::INVALID_FILE,
    diagnostic::Subject,
    evidence::SourceState,
    facts::{Fact, Problem},
    policy::Policy,
};
use indexmap::IndexMap;
use serde::Deserialize;
use toml::Spanned;

use crate::digest::from_hex;

/// The name of the file that makes a folder a base.
pub const CONFIG_NAMES: [&str; 2] = ["gainsay.toml", ".gainsay.toml"];

/// What a base says about itself.
#[derive(Clone, Debug, Default)]
pub(crate) struct Config {
    pub(crate) title: Option<Localized>,
    pub(crate) policy: Policy,
    /// Sources by id, in order of id.
    pub(crate) sources: Vec<SourceConfig>,
}

/// A source: a plugin and its documents.
#[derive(Clone, Debug)]
pub(crate) struct SourceConfig {
    pub(crate) id: String,
    /// Where the id is written.
    pub(crate) at: Range<usize>,
    /// The plugin that reads it.
    pub(crate) plugin: String,
    /// Other names that texts use for it.
    pub(crate) names: Vec<String>,
    /// The folder of its documents, relative to the base.
    pub(crate) folder: String,
    /// Ids that its plugin no longer gives, and need not.
    pub(crate) retired: Vec<String>,
    /// SHA-256 that the plugin's library must have, if the base pins it.
    pub(crate) digest: Option<[u8; 32]>,
    /// Settings that the plugin understands.
    pub(crate) settings: serde_json::Map<String, serde_json::Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawConfig {
    #[serde(default)]
    base: RawBase,
    #[serde(default)]
    sources: IndexMap<Spanned<String>, RawSource>,
    #[serde(default)]
    policy: Policy,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawBase {
    title: Option<Localized>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawSource {
    plugin: Option<Spanned<String>>,
    #[serde(default)]
    names: Vec<String>,
    documents: Option<String>,
    #[serde(default)]
    retired: Vec<String>,
    sha256: Option<Spanned<String>>,
    #[serde(default)]
    settings: serde_json::Map<String, serde_json::Value>,
}

impl Config {
    /// Reads the text of a configuration file.
    ///
    /// # Errors
    ///
    /// What is wrong with it, with its place. A base whose configuration is bad
    /// is not judged: the thresholds might be others than those meant.
    pub(crate) fn read(name: &str, text: &str) -> Result<Self, Box<Diagnostic>> {
        let invalid = |span: Range<usize>, problem| {
            let at = Location { document: name.to_owned(), span };
            let subject = Subject::Name(name.to_owned());
            Box::new(Diagnostic::new(&INVALID_FILE, subject).label(at, Fact::Problem(problem)))
        };
        let raw: RawConfig = toml::from_str(text).map_err(|error| {
            let message = error.message().to_owned();
            invalid(error.span().unwrap_or_default(), Problem::Syntax { message })
        })?;
        raw.policy.check().map_err(|problem| {
            let at = text.find("[policy]").unwrap_or_default();
            invalid(at..text[at..].find(']').map_or(at, |end| at + end + 1), problem)
        })?;
        let sources = raw.sources.into_iter().map(source).collect::<Result<Vec<_>, _>>();
        let mut sources = sources.map_err(|(span, problem)| invalid(span, problem))?;
        sources.sort_by(|one, other| one.id.cmp(&other.id));
        Ok(Self { title: raw.base.title, policy: raw.policy, sources })
    }
}

impl Config {
    /// Whether a source uses a plugin.
    pub(crate) fn uses(&self, plugin: &str) -> bool {
        self.sources.iter().any(|one| one.plugin == plugin)
    }

    /// Its sources as if none had been loaded: what they hold counts as missing.
    pub(crate) fn states(&self) -> BTreeMap<String, SourceState> {
        let state = |one: &SourceConfig| SourceState {
            folder: one.folder.clone(),
            ..SourceState::default()
        };
        self.sources.iter().map(|one| (one.id.clone(), state(one))).collect()
    }
}

/// A source as written, or the place and nature of what is wrong with it.
fn source(
    (id, raw): (Spanned<String>, RawSource),
) -> Result<SourceConfig, (Range<usize>, Problem)> {
    let at = id.span();
    let id = id.into_inner();
    if !is_source_id(&id) {
        return Err((at, Problem::BadId { id }));
    }
    Ok(SourceConfig {
        at,
        plugin: raw.plugin.map_or_else(|| Ok(id.clone()), plugin)?,
        names: raw.names,
        folder: raw.documents.unwrap_or_else(|| format!("sources/{id}")),
        retired: raw.retired,
        digest: raw.sha256.map(digest).transpose()?,
        settings: raw.settings,
        id,
    })
}

/// The name of a plugin, which is part of the name of the file that is loaded.
fn plugin(name: Spanned<String>) -> Result<String, (Range<usize>, Problem)> {
    if is_source_id(name.get_ref()) {
        return Ok(name.into_inner());
    }
    let said = [
        "a plugin is named with lowercase letters, digits and hyphens",
        "un greffon se nomme en minuscules, chiffres et traits d'union",
    ];
    Err((name.span(), Problem::said(said)))
}

fn digest(text: Spanned<String>) -> Result<[u8; 32], (Range<usize>, Problem)> {
    let wrong = |message| (text.span(), Problem::Said { message, help: None });
    from_hex(text.get_ref()).map_err(wrong)
}

/// Whether a text can be the id of a source or the name of a plugin: it becomes
/// part of paths and ids.
pub fn is_source_id(text: &str) -> bool {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    !text.is_empty() && text.len() <= 64 && text.bytes().all(allowed) && !text.starts_with('-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_source_is_named_after_its_plugin_unless_it_says_so() {
        let text = "[sources]\nb = { plugin = \"transcript\" }\na = {}\n[policy]\nalpha = 0.01\n";
        let config = Config::read("gainsay.toml", text).expect("it is valid");
        let sources: Vec<_> =
            config.sources.iter().map(|one| (&*one.id, &*one.plugin, &*one.folder)).collect();
        assert_eq!(sources, [("a", "a", "sources/a"), ("b", "transcript", "sources/b")]);
        assert!((config.policy.alpha - 0.01).abs() < 1e-12);
    }

    #[test]
    fn a_source_can_pin_its_library() {
        let text = format!("[sources]\na = {{ sha256 = \"{}\" }}\nb = {{}}\n", "0F".repeat(32));
        let config = Config::read("gainsay.toml", &text).expect("it is valid");
        let digests: Vec<_> = config.sources.iter().map(|one| one.digest).collect();
        assert_eq!(digests, [Some([15; 32]), None]);
    }

    #[test]
    fn what_is_wrong_is_located() {
        for (text, at) in [
            ("[sources]\na = {}\nb = { plugn = 1 }", "plugn"),
            ("[sources]\n\"A b\" = {}", "\"A b\""),
            ("[sources]\na = { plugin = \"../a\" }", "\"../a\""),
            ("[sources]\na = { plugin = \"\" }", "\"\""),
            ("[sources]\na = { sha256 = \"12\" }", "\"12\""),
            ("[sources]\n[policy]\nalpha = 2.0", "[policy]"),
        ] {
            let error = Config::read("gainsay.toml", text).expect_err(text);
            assert_eq!(&text[error.labels[0].at.span.clone()], at);
        }
    }
}
