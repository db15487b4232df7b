//! `gainsay.lock`: which libraries a base trusts, and the ids that its sources gave when
//! that was decided.

mod write;

use std::{ops::Range, path::Path};

use gainsay_claims::{
    Diagnostic, Location, Said,
    checks::OUTDATED_LOCK,
    diagnostic::Subject,
    facts::{Fact, Problem},
};
use indexmap::IndexMap;
use serde::Deserialize;
use toml::Spanned;

use crate::{
    config::Config,
    digest::from_hex,
    files::{BadFile, Root},
    plugin_file::file_bytes,
};

/// Its name.
pub(crate) const LOCK_NAME: &str = "gainsay.lock";

/// The system and machine that this program was built for, such as
/// `x86_64-unknown-linux-gnu`. A library of another one has other bytes.
pub(crate) const TARGET: &str = env!("GAINSAY_TARGET");

/// What is trusted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Lock {
    /// Digests by plugin and target.
    pub(crate) plugins: IndexMap<String, IndexMap<String, Pinned>>,
    /// Ids of studies and claims by source.
    pub(crate) ids: IndexMap<String, Vec<String>>,
}

/// A digest and where it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pinned {
    pub(crate) digest: [u8; 32],
    pub(crate) at: Range<usize>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct RawLock {
    #[serde(default)]
    plugin: IndexMap<String, IndexMap<String, Spanned<String>>>,
    #[serde(default)]
    ids: IndexMap<String, Vec<String>>,
}

/// What is wrong with a lock, and where.
pub(crate) type BadLock = (Range<usize>, Said);

impl Lock {
    /// Reads the text of a lock.
    ///
    /// # Errors
    ///
    /// What is wrong with it, and where.
    pub(crate) fn read(text: &str) -> Result<Self, BadLock> {
        let raw: RawLock = toml::from_str(text).map_err(|error| {
            (error.span().unwrap_or_default(), Said::of_parser(error.message()))
        })?;
        let mut plugins = IndexMap::new();
        for (plugin, targets) in raw.plugin {
            let targets = targets.into_iter().map(pinned).collect::<Result<_, _>>()?;
            plugins.insert(plugin, targets);
        }
        Ok(Self { plugins, ids: raw.ids })
    }

    /// Reads a lock that a user names.
    ///
    /// # Errors
    ///
    /// Why it cannot be read.
    pub(crate) fn open(path: &Path) -> Result<Self, Said> {
        let bytes = file_bytes(path).map_err(|error| Said::from(error.to_string()))?;
        Self::of_bytes(bytes).1.map_err(|(_, message)| message)
    }

    /// The lock of a base, if it has one, or what is wrong with it; and its text, as far as it is
    /// one.
    pub(crate) fn of_base(root: &Root) -> Option<(Option<String>, Result<Self, BadLock>)> {
        let (text, lock) = match root.file(LOCK_NAME) {
            _ if !root.has(LOCK_NAME) => return None,
            Ok(file) => Self::of_bytes(file.text.into_bytes()),
            Err(BadFile { bytes: Some(bytes), .. }) => Self::of_bytes(bytes),
            Err(BadFile { message, .. }) => {
                let fr = format!("ne peut pas être lu\u{a0}: {message}");
                let message = [format!("cannot be read: {message}"), fr];
                return Some((None, Err((0..0, message.into()))));
            }
        };
        Some((Some(text), lock))
    }

    fn of_bytes(bytes: Vec<u8>) -> (String, Result<Self, BadLock>) {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let lock = match str::from_utf8(&bytes) {
            Ok(text) => Self::read(text),
            Err(error) => {
                let at = error.valid_up_to();
                let message = ["is not UTF-8 from here on", "n'est plus en UTF-8 à partir d'ici"];
                Err((at..at + char::REPLACEMENT_CHARACTER.len_utf8(), message.into()))
            }
        };
        (text, lock)
    }

    /// What would have to change for this configuration on this system.
    pub(crate) fn outdated<'a>(
        &'a self,
        config: &'a Config,
    ) -> impl Iterator<Item = Diagnostic> + 'a {
        self.plugins.iter().filter_map(|(plugin, targets)| {
            let plugin = plugin.clone();
            let problem = match (config.uses(&plugin), targets.contains_key(TARGET)) {
                (true, true) => return None,
                (true, false) => {
                    Problem::PinnedElsewhere { plugin: plugin.clone(), target: TARGET.to_owned() }
                }
                (false, _) => Problem::UnusedPin { plugin: plugin.clone() },
            };
            let span = targets.values().next().map_or(0..0, |pinned| pinned.at.clone());
            let at = Location { document: LOCK_NAME.to_owned(), span };
            let found = Diagnostic::new(&OUTDATED_LOCK, Subject::Name(plugin));
            Some(found.label(at, Fact::Problem(problem)))
        })
    }

    /// The digest that a plugin must have here.
    pub(crate) fn digest(&self, plugin: &str) -> Option<&Pinned> {
        self.plugins.get(plugin)?.get(TARGET)
    }
}

fn pinned((target, text): (String, Spanned<String>)) -> Result<(String, Pinned), BadLock> {
    let at = text.span();
    let digest = from_hex(text.get_ref()).map_err(|message| (at.clone(), message))?;
    Ok((target, Pinned { digest, at }))
}
