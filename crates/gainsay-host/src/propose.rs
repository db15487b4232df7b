//! Asking a plugin for a first document of a study, made of a file, or for what a file says.

use std::path::Path;

use gainsay_claims::{
    Lang, Said,
    facts::Problem,
    wire::{Listing, Record},
};
use gainsay_plugin::{Config, Document, Handed, Severity};
use serde_json::Value;

use crate::{
    Collected, Failure, Job, LoadError, LoadOptions, Loaded,
    documents::{broken_table, handed},
    fault::fault_of,
    files::Root,
    plugins::plugin_of,
    run,
    sources::trusted,
};

/// A document to begin with, and what the plugin understood of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposal {
    /// The text of the document.
    pub document: String,
    /// What was understood, one thing with its value after the other.
    pub understood: Vec<[String; 2]>,
    /// What the file held that was read.
    pub file: Vec<u8>,
}

/// Why there is no proposal.
#[derive(Debug, thiserror::Error)]
pub enum ProposeError {
    /// The file cannot be read.
    #[error("{0}")]
    File(Said),
    /// The file is a table that cannot be read; the diagnostic says where.
    #[error("the table cannot be read")]
    Table(Box<Loaded>),
    /// The name of the file is not UTF-8.
    #[error("has a name that is not UTF-8")]
    BadName,
    /// The plugin is not there.
    #[error("the plugin is not there")]
    NoPlugin(Box<Problem>),
    /// The base cannot be read, so whom it trusts is not known.
    #[error(transparent)]
    Base(#[from] LoadError),
    /// The base does not trust the plugin, which was not run; the diagnostic says what it trusts.
    #[error("the plugin is not trusted")]
    Untrusted(Box<Loaded>),
    /// The plugin did not finish.
    #[error("the plugin did not finish")]
    Broken(Box<Failure>),
    /// The plugin has nothing to propose, for this reason.
    #[error("{0}")]
    Refused(Said),
    /// The plugin proposed nothing, and said nothing.
    #[error("nothing was proposed")]
    Nothing,
}

/// Asks a plugin that the base trusts to propose a document that reads `file`, in a process of
/// its own like any reading. The plugin gets the file beside a document that names it (`table`), the
/// setting `propose` with the language of remarks, and lists the text as `proposal`.
///
/// # Errors
///
/// When the base, the file or the plugin cannot be read, the base does not trust the plugin, or
/// the plugin does not understand the file.
pub fn propose(
    plugin: &str,
    file: &Path,
    lang: Lang,
    options: &LoadOptions,
) -> Result<Proposal, ProposeError> {
    let setting = ("propose", lang.code().into());
    let asking = Asking { plugin, setting, key: "table", options };
    let (collected, file) = asking.of(file)?;
    let mut proposal = Proposal { file, ..proposal(&collected)? };
    // Plugins get texts without the mark, so none of them can tell.
    if proposal.file.starts_with("\u{feff}".as_bytes()) {
        proposal.understood.insert(0, ["encoding", "UTF-8 (BOM)"].map(str::to_owned));
    }
    Ok(proposal)
}

/// What a file says that is no text, part by part, and what its plugin remarked upon.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Parts {
    /// Each part with its name, and the address and words of each entry.
    pub parts: Vec<(String, Vec<[String; 2]>)>,
    /// What could not be read, or only perhaps.
    pub remarks: Vec<Said>,
    /// What the file held that was read.
    pub file: Vec<u8>,
}

/// Asks a plugin that the base trusts to list every part of `file`, in a process of its own like any reading. The
/// plugin gets the file beside a document that names it (`document`), and the setting `list`.
///
/// # Errors
///
/// When the base, the file or the plugin cannot be read, the base does not trust the plugin, or
/// the plugin does not understand the file.
pub fn list_parts(plugin: &str, file: &Path, options: &LoadOptions) -> Result<Parts, ProposeError> {
    let setting = ("list", true.into());
    let asking = Asking { plugin, setting, key: "document", options };
    let (collected, file) = asking.of(file)?;
    let mut parts = Parts { file, ..Parts::default() };
    for said in &collected.diagnostics {
        let message = said.what.message.clone();
        if said.severity != Severity::Warning {
            return Err(ProposeError::Refused(message));
        }
        parts.remarks.push(message);
    }
    let listings = listings(&collected);
    parts.parts = listings.map(|one| (one.part.unwrap_or_default(), one.entries)).collect();
    Ok(parts)
}

/// What a plugin is asked, how, and where it is.
struct Asking<'a> {
    plugin: &'a str,
    /// The setting that asks it.
    setting: (&'static str, Value),
    /// The key by which a document names a file.
    key: &'a str,
    options: &'a LoadOptions,
}

impl Asking<'_> {
    /// Runs the plugin on a file; returns what it held, too.
    fn of(self, file: &Path) -> Result<(Collected, Vec<u8>), ProposeError> {
        let (plugin, (key, value)) = (self.plugin, self.setting);
        let library = plugin_of(plugin, self.options.plugins.as_deref())
            .map_err(|one| ProposeError::NoPlugin(Box::new(one)))?;
        let digest = trusted(plugin, &library, &self.options.base)?;
        let (documents, bytes) = documents(plugin, self.key, file)?;
        let job = Job {
            source: plugin.to_owned(),
            plugin: library.path,
            expect_id: plugin.to_owned(),
            config: Config::from_iter([(key.to_owned(), value)]),
            documents,
            digest,
        };
        let mut outcomes = run(&[job], &self.options.run, &|_, _| ());
        match outcomes.pop() {
            Some((_, Ok(collected))) => Ok((collected, bytes)),
            Some((_, Err(failure))) => Err(ProposeError::Broken(Box::new(failure))),
            None => Err(ProposeError::Nothing),
        }
    }
}

/// A document that names the file, and the file, as if both were in one folder; and what the
/// file holds.
fn documents(
    source: &str,
    key: &str,
    file: &Path,
) -> Result<(Vec<Document>, Vec<u8>), ProposeError> {
    let unreadable =
        |why: Said| ProposeError::File(why.map(|why| format!("{}: {why}", file.display())));
    let name = file.file_name().and_then(|name| name.to_str());
    let name = name.ok_or(ProposeError::BadName)?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty());
    let root = Root::open(folder.unwrap_or(Path::new(".")))
        .map_err(|error| unreadable(fault_of(&error)))?;
    let file = root.file(name);
    let bytes = match &file {
        Ok(file) => file.text.clone().into_bytes(),
        Err(bad) => bad.bytes.clone().unwrap_or_default(),
    };
    let read = handed(file).map_err(|bad| unreadable(bad.message))?;
    if let Handed::Read(table) = &read
        && let Some(diagnostic) = broken_table(table)
    {
        let mut loaded = Loaded { diagnostics: vec![diagnostic], ..Loaded::default() };
        loaded.base.documents.insert(table.name.clone(), table.clone());
        return Err(ProposeError::Table(Box::new(loaded)));
    }
    let naming = Document {
        source: source.to_owned(),
        name: "proposal.toml".to_owned(),
        media_type: "application/toml".to_owned(),
        text: Some(format!("{key} = {}\n", toml::Value::from(name))),
        ..Document::default()
    };
    Ok((vec![naming, read.for_plugin(source)], bytes))
}

fn proposal(collected: &Collected) -> Result<Proposal, ProposeError> {
    let mut said = collected.diagnostics.iter();
    if let Some(said) = said.find(|said| said.severity != Severity::Warning) {
        return Err(ProposeError::Refused(said.what.message.clone()));
    }
    let mut listings =
        listings(collected).filter(|listing| listing.part.as_deref() == Some("proposal"));
    let Listing { entries, .. } = listings.next().ok_or(ProposeError::Nothing)?;
    let mut entries = entries.into_iter();
    let [_, document] = entries.next().ok_or(ProposeError::Nothing)?;
    Ok(Proposal { document, understood: entries.collect(), file: Vec::new() })
}

/// What was listed.
fn listings(collected: &Collected) -> impl Iterator<Item = Listing> {
    let batches = collected.batches.iter();
    let records =
        batches.flat_map(|batch| serde_json::from_slice::<Vec<Record>>(batch).unwrap_or_default());
    records.filter_map(|record| match record {
        Record::Listing(listing) => Some(*listing),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use gainsay_plugin::{Diagnostic, SourceDiagnostic};

    use super::*;
    use crate::SandboxReport;

    #[test]
    fn only_an_error_refuses_a_proposal() {
        let said = |severity| {
            let what = SourceDiagnostic::new("a remark");
            let diagnostics =
                vec![Diagnostic { severity, document: None, panicked_at: None, what }];
            let listing = Listing {
                part: Some("proposal".to_owned()),
                entries: vec![["mapping", "a = 1\n"].map(str::to_owned)],
                ..Listing::default()
            };
            let batch = serde_json::to_vec(&[Record::Listing(Box::new(listing))]);
            proposal(&Collected {
                batches: vec![batch.expect("it is JSON")],
                diagnostics,
                digest: [0; 32],
                sandbox: SandboxReport::default(),
                output_note: None,
            })
        };
        assert_eq!(said(Severity::Warning).expect("it is proposed").document, "a = 1\n");
        assert!(matches!(said(Severity::Error), Err(ProposeError::Refused(_))));
    }
}
