//! Adopting a base as it is: what is found today is deferred, so that only what comes next
//! has to be answered at once.

use std::{
    io,
    path::{Path, PathBuf},
};

use gainsay_claims::{Diagnostic, Lang, facts::Status};
use gainsay_host::make_whole;
use gainsay_report::init::{Adopted, baseline_reason};
use gainsay_verdict::{EditError, Given, latest, record};
use jiff::civil::Date;

use crate::{
    base::from_here,
    checked::Checked,
    file,
    refusal::{Refusal, ReviewRefusal},
    who::who,
};

/// Where the verdicts are recorded, relative to the base.
const FILE: &str = "verdicts/baseline.toml";

/// The largest file of verdicts that is added to, in bytes.
const LARGEST: usize = 16 << 20;

/// Defers every finding that somebody would have to answer, for as long as a verdict may
/// hold. Verdicts that are there stay.
///
/// # Errors
///
/// When git knows nobody, or the file cannot be read or written.
pub(crate) fn adopt(
    checked: &Checked,
    folder: &Path,
    today: Date,
    lang: Lang,
) -> Result<Adopted, Refusal> {
    let who = who(None, folder)?;
    let path: PathBuf = folder.join(FILE);
    let not_written = |error| ReviewRefusal::NotWritten { file: FILE.to_owned(), error };
    let text = match file::text(&path, LARGEST) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        read => read.map_err(not_written)?,
    };
    let is_open = |one: &&Diagnostic| one.review.is_some() && !one.is_settled();
    let open: Vec<&Diagnostic> = checked.found.iter().filter(is_open).collect();
    let deferred = defer(&open, checked, text, &who, today, lang)
        .map_err(|error| ReviewRefusal::NotChanged { file: FILE.to_owned(), error })?;
    if !open.is_empty() {
        make_whole(&path, deferred.as_bytes()).map_err(not_written)?;
    }
    Ok(Adopted { file: from_here(&path), findings: open.len(), until: latest(today) })
}

fn defer(
    open: &[&Diagnostic],
    checked: &Checked,
    text: String,
    who: &str,
    today: Date,
    lang: Lang,
) -> Result<String, EditError> {
    open.iter().try_fold(text, |text, finding| {
        let given = Given {
            status: Status::Deferred,
            cause: Vec::new(),
            directness: [].into(),
            reason: baseline_reason(lang).to_owned(),
        };
        record(&text, &given.on(finding, &checked.base, who, today, None))
    })
}
