//! What plugins share that propose a mapping by reading the file it is to be of.

use gainsay_claims::{Lang, Said, wire::Listing};
use serde::Deserialize as _;

use crate::{Config, Document, Sink, SourceError};

/// The language in which a plugin is asked by its settings to propose mappings, if it is to
/// propose them rather than to follow them.
///
/// # Errors
///
/// When there is another setting, or another language.
pub fn proposes(config: &Config) -> Result<Option<Lang>, SourceError> {
    if let Some(key) = config.keys().find(|key| *key != "propose") {
        return Err(SourceError::unknown_setting(key));
    }
    let lang = config.get("propose").map(Lang::deserialize).transpose();
    lang.map_err(|_| {
        SourceError::new([
            "`propose` is neither `\"en\"` nor `\"fr\"`",
            "`propose` n'est ni `\"en\"` ni `\"fr\"`",
        ])
    })
}

/// Lists a mapping for the table that a document names, then what was understood of it, one
/// thing with its value after the other. Other documents are not looked at.
///
/// # Errors
///
/// When there is no such table, or why nothing can be proposed for it.
pub fn list_proposal(
    document: &Document,
    sink: &mut Sink<'_>,
    propose: impl Fn(&Document) -> Result<Vec<[String; 2]>, Said>,
) -> Result<(), SourceError> {
    let form: Option<toml::Table> = document.text().parse().ok();
    let table = form.as_ref().and_then(|form| form.get("table")?.as_str());
    let Some(table) = table else { return Ok(()) };
    let missing = || {
        SourceError::new([
            format!("there is no table `{table}`"),
            format!("il n'y a pas de tableau `{table}`"),
        ])
    };
    let table = sink.beside(table).ok_or_else(missing)?;
    let entries = propose(table).map_err(SourceError::new)?;
    let part = Some("proposal".to_owned());
    sink.listing(table, Listing { part, entries, ..Listing::default() })?;
    Ok(())
}
