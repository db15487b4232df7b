use std::{collections::BTreeMap, path::PathBuf};

use gainsay_claims::{Lang, Level, conformance, vocabulary::nearest};
use gainsay_host::{Asked, Budget, Examination, ExamineError, Target, examine};
use gainsay_report::{
    conformance::{Subject, concise, render},
    json,
};

use crate::{
    args::{Global, OutputFormat, SourceCheck},
    base,
    commands::fail_on,
    exit::Exit,
    output,
    refusal::Refusal,
};

/// Prints which rules plugins break.
pub(super) fn run(global: &Global, lang: Lang, asked: &SourceCheck) -> Result<Exit, Refusal> {
    let options = options(global, asked)?;
    let libraries = asked.paths.iter().cloned().map(Target::Library);
    let targets = libraries.chain(asked.source.iter().cloned().map(Target::Source));
    let mut done: Vec<Examination> = Vec::new();
    for target in targets {
        done.extend(examine(&target, &options).map_err(|error| refused(error, lang))?);
    }
    let subjects: Vec<Subject<'_>> =
        done.iter().map(|one| Subject { examined: &one.examined, base: &one.base }).collect();
    let text = match global.output_format {
        OutputFormat::Json => json::source_check(lang, &subjects),
        OutputFormat::Concise => concise(lang, &subjects),
        _ => render(lang, &subjects),
    };
    output::print(&text, global.color)?;
    let found = done.iter().flat_map(|one| one.examined.diagnostics());
    let levels = found.map(|one| one.check.level);
    Ok(Exit::of(true, fail_on(global.fail_on, Level::Error), levels))
}

fn options(global: &Global, asked: &SourceCheck) -> Result<Asked, Refusal> {
    Ok(Asked {
        base: base_of(global, asked)?,
        plugins: global.plugin_dir.clone(),
        skips: skips(asked)?,
        against: asked.against.clone(),
        budget: Budget::default(),
        run: base::run_options(global),
    })
}

/// A library can be looked at without a base; a source cannot.
fn base_of(global: &Global, asked: &SourceCheck) -> Result<Option<PathBuf>, Refusal> {
    match base::folder(global) {
        Ok(folder) => Ok(Some(folder)),
        Err(Refusal::NoBase { .. }) if asked.source.is_empty() => Ok(None),
        Err(refusal) => Err(refusal),
    }
}

fn skips(asked: &SourceCheck) -> Result<BTreeMap<String, String>, Refusal> {
    let known = || conformance::ALL.iter().map(|check| check.id);
    for (rule, _) in &asked.skip {
        if !known().any(|id| id == rule) {
            let nearest = nearest(rule, known()).map(str::to_owned);
            return Err(Refusal::Unknown { name: rule.clone(), nearest });
        }
    }
    Ok(asked.skip.iter().cloned().collect())
}

/// Why there was nothing to examine.
pub(super) fn refused(error: ExamineError, lang: Lang) -> Refusal {
    match error {
        ExamineError::Base(error) => Refusal::Load(error),
        ExamineError::NoSource { name, nearest } => Refusal::Unknown { name, nearest },
        ExamineError::Source(diagnostic) => {
            let diagnostics = vec![*diagnostic];
            let loaded = gainsay_host::Loaded { diagnostics, ..Default::default() };
            Refusal::Source(Box::new(loaded))
        }
        ExamineError::Previous { file, message } => {
            Refusal::Unreadable { file, error: std::io::Error::other(message.pick(lang)) }
        }
    }
}
