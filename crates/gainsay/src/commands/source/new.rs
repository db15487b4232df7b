//! Making a source; the kinds that are made of a file are the rows of `NewSource::file`.

mod files;

use std::{
    fs,
    path::{Path, PathBuf},
};

use gainsay_claims::{
    Diagnostic, Lang, checks::BROKEN_SOURCE, diagnostic::Subject, facts::Fact, toml_string,
};
use gainsay_host::{PlannedSource, ProposeError, path_inside, plan_source, propose};
use gainsay_report::new::{Kind, Made, render};

use super::{
    draft::{is_pdf, sketched},
    trust::refused,
};
use crate::{
    args::{Global, NewSource},
    base::{self, from_here},
    exit::Exit,
    new::{Native, mapping, schema, schema_line_from, transcript},
    output,
    refusal::Refusal,
};
use files::{New, make, missing, remove};

pub(super) use files::not_made;

/// Makes the files of a source.
pub(super) fn run(global: &Global, lang: Lang, asked: &NewSource) -> Result<Exit, Refusal> {
    let made = match asked.file() {
        Some((plugin, file)) => mapped(global, lang, asked, plugin, file)?,
        None if asked.native => native(asked, lang)?,
        None => document(global, asked, lang)?,
    };
    output::print(&render(lang, &made), global.color)?;
    Ok(Exit::Clean)
}

/// A document in the base, and its line in the configuration.
fn document(global: &Global, asked: &NewSource, lang: Lang) -> Result<Made, Refusal> {
    let folder = base::folder(global)?;
    let planned = plan_source(&folder, &asked.name, TRANSCRIPT).map_err(refused)?;
    let document = transcript(&folder, &planned.folder, asked.publisher.as_deref(), lang);
    let files = make_source(&folder, planned, TRANSCRIPT, vec![document.into()])?;
    Ok(Made { name: asked.name.clone(), files, kind: Kind::Transcript })
}

/// A file as it was published, with the document that is proposed for it, and the line in the
/// configuration.
fn mapped(
    global: &Global,
    lang: Lang,
    asked: &NewSource,
    plugin: &'static str,
    file: &Path,
) -> Result<Made, Refusal> {
    let folder = base::folder(global)?;
    let planned = plan_source(&folder, &asked.name, plugin).map_err(refused)?;
    let line = schema_line_from(&planned.folder, plugin);
    let Proposed { document, bytes, kind } = match plugin {
        PDF => form(global, lang, asked, file, &line)?,
        _ => proposal(global, lang, plugin, file, &line)?,
    };
    let path = folder.join(&planned.folder).join(file.file_name().unwrap_or_default());
    let mapping = mapping(&path, document);
    let files = vec![New { path, bytes, is_executable: false }, mapping.into()];
    let files = make_source(&folder, planned, plugin, files)?;
    Ok(Made { name: asked.name.clone(), files, kind })
}

/// A document that is proposed for a file, what the file holds, and what is told of it.
struct Proposed {
    document: String,
    bytes: Vec<u8>,
    kind: Kind,
}

/// What the plugin that reads a file proposes for it. The plugin knows the name of its schema,
/// and not where this stands: the first line tells.
fn proposal(
    global: &Global,
    lang: Lang,
    plugin: &str,
    file: &Path,
    line: &str,
) -> Result<Proposed, Refusal> {
    let (plugins, options) = (global.plugin_dir.as_deref(), base::run_options(global));
    let proposal = propose(plugin, file, lang, plugins, &options);
    let proposal = proposal.map_err(|error| no_proposal(plugin, error))?;
    let kind = Kind::Mapped { understood: proposal.understood };
    let rest = proposal.document.strip_prefix(&format!("#:schema {plugin}.schema.json"));
    let document = rest.map(|rest| format!("{line}{rest}"));
    Ok(Proposed { document: document.unwrap_or(proposal.document), bytes: proposal.file, kind })
}

/// The transcript that `gainsay source draft` proposes for a report, as a form that names it.
fn form(
    global: &Global,
    lang: Lang,
    asked: &NewSource,
    file: &Path,
    line: &str,
) -> Result<Proposed, Refusal> {
    if !is_pdf(file) {
        let why = ["its name does not end in .pdf", "son nom ne finit pas en .pdf"].into();
        return Err(Refusal::NoProposal { why });
    }
    let name = file.file_name().and_then(|name| name.to_str()).ok_or(Refusal::NotUtf8Name)?;
    let opened = base::load(global)?;
    let head = format!("{line}\ndocument = {}", toml_string(name));
    sketched(global, lang, &opened.base, file, |sketch, bytes| {
        let kind = Kind::Drafted { summary: sketch.summary(None, Some(&asked.name)) };
        Proposed { document: sketch.document(&head), bytes, kind }
    })
}

/// Why a plugin proposed nothing.
pub(super) fn no_proposal(plugin: &str, error: ProposeError) -> Refusal {
    let broken = |fact| {
        let subject = Subject::Name(plugin.to_owned());
        let diagnostics = vec![Diagnostic::new(&BROKEN_SOURCE, subject).note(fact)];
        Refusal::Source(Box::new(gainsay_host::Loaded { diagnostics, ..Default::default() }))
    };
    match error {
        ProposeError::NoPlugin(problem) => broken(Fact::Problem(*problem)),
        ProposeError::Broken(failure) => broken(Fact::Broken(*failure)),
        ProposeError::File(why) | ProposeError::Refused(why) => Refusal::NoProposal { why },
        ProposeError::Table(loaded) => Refusal::Unproposed(loaded),
        ProposeError::BadName => Refusal::NotUtf8Name,
        ProposeError::Nothing => Refusal::NothingProposed,
    }
}

/// The plugin of documents that are made without a file, and that of reports.
const TRANSCRIPT: &str = "transcript";
const PDF: &str = "pdf";

/// Makes the files of a source in a base, the schema of its plugin and its line in the
/// configuration, or nothing of it; returns the paths of the files. What a run that was stopped
/// has made stays, and the rest is made.
fn make_source(
    base: &Path,
    planned: PlannedSource,
    plugin: &str,
    mut files: Vec<New>,
) -> Result<Vec<String>, Refusal> {
    let line = planned.line().map(str::to_owned);
    let schema = New::from(schema(base, plugin));
    // It serves every source, and whatever stands there is the base's own.
    if fs::symlink_metadata(&schema.path).is_err() {
        files.push(schema);
    }
    for New { path, .. } in &files {
        let name = path.strip_prefix(base).unwrap_or(path).to_string_lossy();
        path_inside(base, &name).map_err(not_made(path))?;
    }
    let missing = missing(&files, line.as_deref())?;
    make(&missing)?;
    let not_listed = |error| match refused(error) {
        Refusal::NotWritten { file, error } => Refusal::NotListed { file, error },
        other => other,
    };
    planned.write().map_err(not_listed).inspect_err(|_| remove(&missing))?;
    Ok(files.iter().map(|file| from_here(&file.path)).collect())
}

/// A crate of its own.
fn native(asked: &NewSource, lang: Lang) -> Result<Made, Refusal> {
    if !gainsay_host::is_source_id(&asked.name) {
        return Err(Refusal::BadSourceName { name: asked.name.clone() });
    }
    let here = std::env::current_dir().map_err(Refusal::NoFolder)?;
    let folder = here.join(asked.folder.clone().unwrap_or_else(|| PathBuf::from(&asked.name)));
    let crate_ = Native {
        name: &asked.name,
        folder: &folder,
        sdk: sdk(asked.sdk.as_deref(), &here, &folder),
        is_in_workspace: folder.ancestors().skip(1).any(|one| one.join("Cargo.toml").is_file()),
    };
    let files: Vec<New> = crate_.files(lang).into_iter().map(New::from).collect();
    make(&missing(&files, None)?)?;
    let files = files.iter().map(|file| from_here(&file.path)).collect();
    let kind = Kind::Native {
        folder: from_here(&folder),
        library: crate_.library(),
        sdk: crate_.sdk.clone(),
    };
    Ok(Made { name: asked.name.clone(), files, kind })
}

/// What the crate depends on: the folder or version that was named, else the folder of this
/// project where the crate is made within it, else the version of this program.
fn sdk(named: Option<&str>, here: &Path, folder: &Path) -> String {
    const VERSION: &str = env!("CARGO_PKG_VERSION");
    let path = |path: &Path| {
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        format!("{{ path = {} }}", toml_string(&path.to_string_lossy().replace('\\', "/")))
    };
    let is_sdk = |one: &PathBuf| one.join("Cargo.toml").is_file();
    match named {
        Some(named) if is_sdk(&here.join(named)) => path(&here.join(named)),
        Some(version) => toml_string(version),
        None => {
            let around = folder.ancestors().map(|one| one.join("crates/gainsay-plugin"));
            around.into_iter().find(is_sdk).map_or(toml_string(VERSION), |found| path(&found))
        }
    }
}
