use std::{
    fs, io,
    path::{Path, PathBuf},
};

use gainsay_claims::{Diagnostic, Lang, checks::BROKEN_SOURCE, diagnostic::Subject, facts::Fact};
use gainsay_host::{ProposeError, make_file, plan_source, propose};
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
    let mut files = make(vec![document])?;
    files.extend(make_schema(&folder, TRANSCRIPT)?);
    planned.write().map_err(refused)?;
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
    let unread = |error| Refusal::NotMade { file: file.to_owned(), error };
    let table = fs::read(file).map_err(unread)?;
    let copy = folder.join(&planned.folder).join(file.file_name().unwrap_or_default());
    let mapping = mapping(&copy, &planned.folder, plugin, &proposal.document);
    is_free(&copy).and_then(|()| is_free(&mapping.path))?;
    make_file(&copy, &table, false).map_err(not_made(&copy))?;
    let mut files = vec![from_here(&copy)];
    files.extend(make(vec![mapping])?);
    files.extend(make_schema(&folder, plugin)?);
    planned.write().map_err(refused)?;
    Ok(Made {
        name: asked.name.clone(),
        files,
        kind: Kind::Mapped { understood: proposal.understood },
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
    }
}

/// The plugins of the documents that are made, which their schemas are called by.
const TRANSCRIPT: &str = "transcript";
const CROSSTAB: &str = "crosstab";
const FEED: &str = "feed";

/// Makes the schema of a plugin, unless there is one: it serves every source, and whatever
/// stands there is the base's own.
fn make_schema(base: &Path, plugin: &str) -> Result<Option<String>, Refusal> {
    let schema = schema(base, plugin);
    let is_new = make_file(&schema.path, schema.text.as_bytes(), false);
    let is_new = is_new.map_err(not_made(&schema.path))?;
    Ok(is_new.then(|| from_here(&schema.path)))
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
    let files = make(crate_.files(lang))?;
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

/// Makes files, none of which may be there; returns their paths.
fn make(files: Vec<Fresh>) -> Result<Vec<String>, Refusal> {
    files.iter().try_for_each(|file| is_free(&file.path))?;
    let mut made = Vec::new();
    for file in files {
        let is_new = make_file(&file.path, file.text.as_bytes(), file.is_executable);
        if !is_new.map_err(not_made(&file.path))? {
            let error = io::ErrorKind::AlreadyExists.into();
            return Err(Refusal::NotMade { file: file.path, error });
        }
        made.push(from_here(&file.path));
    }
    Ok(made)
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
