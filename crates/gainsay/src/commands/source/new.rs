use std::{
    fs, io,
    path::{Path, PathBuf},
};

use gainsay_claims::{Diagnostic, Lang, checks::BROKEN_SOURCE, diagnostic::Subject, facts::Fact};
use gainsay_host::{
    PlannedSource, ProposeError, make_file, path_inside, plan_source, propose, remove_made,
};
use gainsay_report::new::{Kind, Made, render};

use super::trust::refused;
use crate::{
    args::{Global, NewSource},
    base::{self, from_here},
    exit::Exit,
    init::Fresh,
    new::{Native, mapping, schema, transcript},
    output,
    refusal::Refusal,
};

/// Makes the files of a source.
pub(super) fn run(global: &Global, lang: Lang, asked: &NewSource) -> Result<Exit, Refusal> {
    let made = match (&asked.crosstab, &asked.feed) {
        (Some(file), _) => mapped(global, asked, CROSSTAB, file)?,
        (None, Some(file)) => mapped(global, asked, FEED, file)?,
        (None, None) if asked.native => native(asked, lang)?,
        (None, None) => document(global, asked, lang)?,
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

/// A published table with a mapping that its plugin proposes, and the line in the
/// configuration.
fn mapped(
    global: &Global,
    asked: &NewSource,
    plugin: &'static str,
    file: &Path,
) -> Result<Made, Refusal> {
    let folder = base::folder(global)?;
    let planned = plan_source(&folder, &asked.name, plugin).map_err(refused)?;
    let (plugins, options) = (global.plugin_dir.as_deref(), base::run_options(global));
    let proposal = propose(plugin, file, plugins, &options);
    let proposal = proposal.map_err(|error| no_proposal(plugin, error))?;
    let path = folder.join(&planned.folder).join(file.file_name().unwrap_or_default());
    let mapping = mapping(&path, &planned.folder, plugin, &proposal.document);
    let table = New { path, bytes: proposal.file, is_executable: false };
    let files = make_source(&folder, planned, plugin, vec![table, mapping.into()])?;
    let kind = Kind::Mapped { understood: proposal.understood };
    Ok(Made { name: asked.name.clone(), files, kind })
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
        ProposeError::File(why) => Refusal::NoProposal { why: why.into() },
        ProposeError::Refused(why) => Refusal::NoProposal { why },
        ProposeError::BadName => Refusal::NotUtf8Name,
        ProposeError::Nothing => Refusal::NothingProposed,
    }
}

/// The plugins of the documents that are made, which their schemas are called by.
const TRANSCRIPT: &str = "transcript";
const CROSSTAB: &str = "crosstab";
const FEED: &str = "feed";

/// A file to be made.
struct New {
    path: PathBuf,
    bytes: Vec<u8>,
    is_executable: bool,
}

impl From<Fresh> for New {
    fn from(file: Fresh) -> Self {
        let Fresh { path, text, is_executable } = file;
        Self { path, bytes: text.into_bytes(), is_executable }
    }
}

/// Makes the files of a source in a base, the schema of its plugin and its line in the
/// configuration, or nothing of it; returns the paths of the files.
fn make_source(
    base: &Path,
    planned: PlannedSource,
    plugin: &str,
    mut files: Vec<New>,
) -> Result<Vec<String>, Refusal> {
    let schema = schema(base, plugin);
    // It serves every source, and whatever stands there is the base's own.
    if is_free(&schema.path).is_ok() {
        files.push(schema.into());
    }
    for New { path, .. } in &files {
        let name = path.strip_prefix(base).unwrap_or(path).to_string_lossy();
        path_inside(base, &name).map_err(not_made(path))?;
    }
    make(&files)?;
    planned.write().map_err(refused).inspect_err(|_| remove(&files))?;
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
    make(&files)?;
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
    let in_toml = gainsay_claims::toml_string;
    let path = |path: &Path| {
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        format!("{{ path = {} }}", in_toml(&path.to_string_lossy().replace('\\', "/")))
    };
    let is_sdk = |one: &PathBuf| one.join("Cargo.toml").is_file();
    match named {
        Some(named) if is_sdk(&here.join(named)) => path(&here.join(named)),
        Some(version) => in_toml(version),
        None => {
            let around = folder.ancestors().map(|one| one.join("crates/gainsay-plugin"));
            around.into_iter().find(is_sdk).map_or(in_toml(VERSION), |found| path(&found))
        }
    }
}

/// Makes files, none of which may be there: all of them or none.
fn make(files: &[New]) -> Result<(), Refusal> {
    files.iter().try_for_each(|file| is_free(&file.path))?;
    for (at, file) in files.iter().enumerate() {
        let is_new = make_file(&file.path, &file.bytes, file.is_executable);
        let is_new = is_new.and_then(|is_new| match is_new {
            true => Ok(()),
            false => Err(io::ErrorKind::AlreadyExists.into()),
        });
        is_new.map_err(not_made(&file.path)).inspect_err(|_| remove(&files[..at]))?;
    }
    Ok(())
}

/// Removes files that were made. What failed is told; whether this does changes nothing.
fn remove(files: &[New]) {
    for file in files {
        remove_made(&file.path).ok();
    }
}

/// Refuses to make what is there.
fn is_free(path: &Path) -> Result<(), Refusal> {
    match fs::symlink_metadata(path) {
        Ok(_) => Err(not_made(path)(io::ErrorKind::AlreadyExists.into())),
        Err(_) => Ok(()),
    }
}

pub(super) fn not_made(path: &Path) -> impl FnOnce(io::Error) -> Refusal {
    let file = path.to_owned();
    move |error| Refusal::NotMade { file, error }
}
