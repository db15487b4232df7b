//! Asking a plugin for a first document of a study, made of a file.

use std::path::Path;

use gainsay_claims::{
    facts::Problem,
    wire::{Listing, Record},
};
use gainsay_plugin::{Config, Document};

use crate::{
    Collected, Failure, Job, RunOptions, documents::handed, files::Root, plugins::plugin_of, run,
};

/// A document to begin with, and what the plugin understood of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// The text of the document.
    pub document: String,
    /// What was understood, one thing with its value after the other.
    pub understood: Vec<[String; 2]>,
}

/// Why there is no proposal.
#[derive(Debug, thiserror::Error)]
pub enum ProposeError {
    /// The file cannot be read.
    #[error("{0}")]
    File(String),
    /// The plugin is not there.
    #[error("the plugin is not there")]
    NoPlugin(Box<Problem>),
    /// The plugin did not finish.
    #[error("the plugin did not finish")]
    Broken(Box<Failure>),
    /// The plugin has nothing to propose, for this reason.
    #[error("{0}")]
    Refused(String),
}

/// Asks a plugin to propose a document that reads `file`, in a process of its own like
/// any reading. The plugin gets the file beside a document that names it (`table`), the
/// setting `propose`, and lists the text as `proposal`.
///
/// # Errors
///
/// When the file or the plugin cannot be read, or the plugin does not understand the file.
pub fn propose(
    plugin: &str,
    file: &Path,
    plugins: Option<&Path>,
    options: &RunOptions,
) -> Result<Proposal, ProposeError> {
    let library =
        plugin_of(plugin, plugins).map_err(|one| ProposeError::NoPlugin(Box::new(one)))?;
    let job = Job {
        source: plugin.to_owned(),
        plugin: library.path,
        expect_id: plugin.to_owned(),
        config: Config::from_iter([("propose".to_owned(), true.into())]),
        documents: documents(plugin, file)?,
        digest: None,
    };
    let mut outcomes = run(&[job], options, &|_, _| ());
    match outcomes.pop() {
        Some((_, Ok(collected))) => proposal(&collected),
        Some((_, Err(failure))) => Err(ProposeError::Broken(Box::new(failure))),
        None => Err(ProposeError::Refused("nothing was proposed".to_owned())),
    }
}

/// A document that names the file, and the file, as if both were in one folder.
fn documents(source: &str, file: &Path) -> Result<Vec<Document>, ProposeError> {
    let unreadable = |message: String| ProposeError::File(format!("{} {message}", file.display()));
    let name = file.file_name().and_then(|name| name.to_str());
    let name = name.ok_or_else(|| unreadable("has a name that is not UTF-8".to_owned()))?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let root = Root::open(folder.unwrap_or(Path::new(".")))
        .map_err(|error| unreadable(error.to_string()))?;
    let read = handed(root.file(name)).map_err(|bad| unreadable(bad.message))?;
    let naming = Document {
        source: source.to_owned(),
        name: "proposal.toml".to_owned(),
        media_type: "application/toml".to_owned(),
        text: Some(format!("table = {}\n", toml::Value::from(name))),
        ..Document::default()
    };
    Ok(vec![naming, read.for_plugin(source)])
}

fn proposal(collected: &Collected) -> Result<Proposal, ProposeError> {
    if let Some(said) = collected.diagnostics.first() {
        return Err(ProposeError::Refused(said.what.message.clone()));
    }
    let batches = collected.batches.iter();
    let records =
        batches.flat_map(|batch| serde_json::from_slice::<Vec<Record>>(batch).unwrap_or_default());
    let mut listings = records.filter_map(|record| match record {
        Record::Listing(listing) if listing.part.as_deref() == Some("proposal") => Some(*listing),
        _ => None,
    });
    let nothing = || ProposeError::Refused("nothing was proposed".to_owned());
    let Listing { entries, .. } = listings.next().ok_or_else(nothing)?;
    let mut entries = entries.into_iter();
    let [_, document] = entries.next().ok_or_else(nothing)?;
    Ok(Proposal { document, understood: entries.collect() })
}
