use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use gainsay_cite::{Citation, Library, Reference, Request, Style, of_claim, of_study, render};
use gainsay_claims::{
    Diagnostic, EvidenceBase, Lang, Level,
    checks::{CITED_AS_READ, UNKNOWN_REFERENCE},
    diagnostic::Subject,
    document::Document,
    facts::{Fact, Problem, WordKind},
    vocabulary::nearest,
};
use gainsay_draft::{Draft, Format as DraftFormat};
use gainsay_report::{
    Speaker,
    cite::{self, Bibliography, Format},
    terminal,
};

use super::{fail_on, is_complete};
use crate::{
    args::{CiteFormat, Global},
    base, draft,
    exit::Exit,
    file, output,
    refusal::Refusal,
    select::unknown,
};

/// What is to be cited and how.
pub(super) struct Asked {
    pub(super) names: Vec<String>,
    pub(super) format: CiteFormat,
    pub(super) style: String,
    pub(super) used_in: Vec<PathBuf>,
    pub(super) stdin_name: String,
}

/// What is to be cited, by the name that it was asked for with.
type Cited = Vec<(String, Citation)>;

/// Prints how claims and studies are to be cited, and the references that it takes.
pub(super) fn run(global: &Global, lang: Lang, asked: &Asked) -> Result<Exit, Refusal> {
    let mut loaded = base::load(global)?;
    let (library, mut told) = Library::read(&loaded.base);
    let mut cited = Cited::new();
    for name in &asked.names {
        cited.extend(named(&library, &loaded.base, name)?);
    }
    for path in &asked.used_in {
        let draft = read(&loaded.base, path, &asked.stdin_name)?;
        if draft.keys().is_empty() {
            output::tell(&cite::no_keys(lang, &draft.name), global.color);
        }
        let document = Document::text(draft.name.clone(), draft.text.clone());
        cited.extend(cited_in(&library, &loaded.base, &draft, &document, &mut told));
        loaded.base.documents.insert(draft.name, document);
    }
    let mut seen = BTreeSet::new();
    cited.retain(|(name, _)| seen.insert(name.clone()));
    let whole = asked.names.is_empty() && asked.used_in.is_empty();
    output::print(&text(&library, lang, asked, &cited, whole)?, global.color)?;
    let speaker = Speaker::new(&loaded.base, lang);
    for diagnostic in &told {
        output::tell(&terminal::render(speaker, diagnostic, true), global.color);
    }
    let levels = told.iter().map(|one| one.check.level);
    Ok(Exit::of(is_complete(global, &loaded.base), fail_on(global.fail_on, Level::Error), levels))
}

/// What a name stands for: a claim, a study, the studies and articles of a source, or a
/// reference by its key.
fn named(library: &Library, base: &EvidenceBase, name: &str) -> Result<Cited, Refusal> {
    let study = |id: &str| base.studies.get(id).map(|study| of_study(library, base, study));
    let read = |key: &str| Citation::Read { key: key.to_owned() };
    if let Some(claim) = base.claims.get(name) {
        return Ok(vec![(name.to_owned(), of_claim(library, base, claim))]);
    }
    if let Some(citation) = study(name).or_else(|| library.article(name).map(read)) {
        return Ok(vec![(name.to_owned(), citation)]);
    }
    if base.sources.contains_key(name) {
        let own = |id: &str| id.strip_prefix(name).is_some_and(|rest| rest.starts_with('/'));
        let studies = base.studies.keys().filter(|id| own(id));
        let studies = studies.filter_map(|id| Some((id.clone(), study(id)?)));
        let articles = library.articles().filter(|(id, _)| own(id));
        let articles = articles.map(|(id, key)| (id.to_owned(), read(key)));
        return Ok(studies.chain(articles).collect());
    }
    if let Some(citation) = of_key(library, base, name) {
        return Ok(vec![(name.to_owned(), citation)]);
    }
    let ids = base.claims.keys().chain(base.studies.keys()).chain(base.sources.keys());
    let keys = library.all().map(|reference| reference.key.as_str());
    Err(unknown(name, ids.map(String::as_str).chain(keys)))
}

/// How the work with a key is to be cited.
fn of_key(library: &Library, base: &EvidenceBase, key: &str) -> Option<Citation> {
    let reference = library.get(key)?;
    let study = library.study_of_key(key).and_then(|id| base.studies.get(id));
    let read = || Citation::Read { key: reference.key.clone() };
    Some(study.map_or_else(read, |study| of_study(library, base, study)))
}

/// What a draft cites. Keys that are not known are told, and studies that are cited by
/// their key though nothing of them was read.
fn cited_in(
    library: &Library,
    base: &EvidenceBase,
    draft: &Draft,
    document: &Document,
    told: &mut Vec<Diagnostic>,
) -> Cited {
    let mut cited = Cited::new();
    for used in draft.keys() {
        let at = document.location(used.span.clone());
        let subject = Subject::Name(used.key.clone());
        let Some(citation) = of_key(library, base, &used.key) else {
            let keys = library.all().map(|reference| reference.key.as_str());
            let problem = Problem::UnknownWord {
                kind: WordKind::Reference,
                nearest: nearest(&used.key, keys).map(str::to_owned),
                word: used.key.clone(),
            };
            let diagnostic = Diagnostic::new(&UNKNOWN_REFERENCE, subject);
            told.push(diagnostic.label(at, Fact::Problem(problem)));
            continue;
        };
        if !matches!(citation, Citation::Read { .. }) {
            let problem = Problem::NotRead { seen_in: citation.listed().to_vec() };
            let diagnostic = Diagnostic::new(&CITED_AS_READ, subject);
            told.push(diagnostic.label(at, Fact::Problem(problem)));
        }
        cited.push((used.key.clone(), citation));
    }
    cited
}

/// The output. What sets references itself gets every work that is named, since a draft
/// may name it by its key; a list that is printed holds those that were read.
fn text(
    library: &Library,
    lang: Lang,
    asked: &Asked,
    cited: &Cited,
    whole: bool,
) -> Result<String, Refusal> {
    let by_key = |keys: BTreeSet<&str>| -> Vec<&Reference> {
        keys.into_iter().filter_map(|key| library.get(key)).collect()
    };
    let listed = match whole {
        true => library.all().collect(),
        false => {
            by_key(cited.iter().flat_map(|(_, one)| one.listed()).map(String::as_str).collect())
        }
    };
    let mentioned = by_key(cited.iter().filter_map(|(_, one)| one.mentioned()).collect());
    let format = match asked.format {
        CiteFormat::Text => Format::Text,
        CiteFormat::Md => Format::Markdown,
        CiteFormat::Html => Format::Html,
        CiteFormat::Latex => Format::Latex,
        CiteFormat::CslJson | CiteFormat::Bibtex => {
            let keys = listed.iter().chain(&mentioned).map(|one| one.key.as_str()).collect();
            let all = by_key(keys);
            return Ok(match asked.format {
                CiteFormat::Bibtex => cite::bibtex(&all),
                _ => cite::csl_json(&all),
            });
        }
    };
    let style = style(&asked.style)?;
    let lang = style.lang(lang);
    let rendered = render(&Request {
        listed: &listed,
        mentioned: &mentioned,
        style: &style,
        lang,
        untitled: cite::untitled(lang),
    })?;
    let bibliography = Bibliography { citations: cited, rendered: &rendered, lang };
    Ok(cite::bibliography(&bibliography, format))
}

/// A style by its name, else a file.
fn style(name: &str) -> Result<Style, Refusal> {
    if let Some(style) = Style::named(name) {
        return Ok(style);
    }
    if !name.ends_with(".csl") {
        return Err(Refusal::NotAStyle { name: name.to_owned(), why: None });
    }
    let xml = text_of(Path::new(name))?;
    Style::read(&xml).map_err(|why| Refusal::NotAStyle { name: name.to_owned(), why: Some(why) })
}

fn read(base: &EvidenceBase, path: &Path, stdin_name: &str) -> Result<Draft, Refusal> {
    let name = draft::name(base, draft::named(path, stdin_name));
    draft::bytes(path)
        .and_then(|bytes| draft::read(DraftFormat::of(&name), &name, &bytes, None))
        .map_err(|error| Refusal::Unread { draft: name, error })
}

fn text_of(path: &Path) -> Result<String, Refusal> {
    file::text(path, gainsay_draft::MAX_BYTES)
        .map_err(|error| Refusal::Unreadable { file: path.to_owned(), error })
}
