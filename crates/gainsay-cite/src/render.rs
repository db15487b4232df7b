//! Rendering references in a style.

mod caught;
mod plain;

use std::collections::BTreeMap;

use citationberg::{IndependentStyle, json};
use gainsay_claims::Lang;
use hayagriva::{BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest};

use crate::{
    Field, Name, Piece, PublishedOn, Reference, Style,
    piece::pieces,
    style::{locale_code, locales},
    typography::tidy,
};

use caught::caught;

/// What to render.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The works for the list of references.
    pub listed: &'a [&'a Reference],
    /// Works that are only named in citations.
    pub mentioned: &'a [&'a Reference],
    /// The style.
    pub style: &'a Style,
    /// The language that is spoken.
    pub lang: Lang,
    /// What stands for a title that is not known.
    pub untitled: &'a str,
}

/// Rendered references.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    /// The list of references, in the order of the style.
    pub list: Vec<Entry>,
    /// How each work is named in running text, without brackets, by its key.
    pub short: BTreeMap<String, Vec<Piece>>,
}

/// A line of the list of references.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key of the work.
    pub key: String,
    /// What is printed.
    pub pieces: Vec<Piece>,
}

/// Why references could not be rendered.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// The style has no list of references.
    #[error("the style has no list of references")]
    NoList,
    /// The citation engine stops at any work; only a style from outside can make it.
    #[error("the citation engine cannot use the style")]
    Engine,
}

/// Renders references. The order of the request does not matter. A reference that makes
/// the engine stop is set without it, plainly, and costs no other.
///
/// # Errors
///
/// When the style cannot be used.
pub fn render(request: &Request<'_>) -> Result<Rendered, RenderError> {
    let lang = request.style.lang(request.lang);
    let csl = request.style.csl(lang);
    let engine = Engine { csl: &csl, lang, untitled: request.untitled };
    let listed = engine.set(request.listed)?;
    let mut short = listed.short;
    short.extend(engine.set(request.mentioned)?.short);
    Ok(Rendered { list: listed.list.ok_or(RenderError::NoList)?, short })
}

/// How works are named in running text, without brackets, by their keys: as [`render`] names
/// those that are only mentioned, in a style that names them by other things than numbers. No
/// list of references is put in order and set, which takes most of the time by far.
///
/// # Errors
///
/// When the style cannot be used.
pub fn names(request: &Request<'_>) -> Result<BTreeMap<String, Vec<Piece>>, RenderError> {
    let lang = request.style.lang(request.lang);
    let csl = IndependentStyle { bibliography: None, ..request.style.csl(lang) };
    let engine = Engine { csl: &csl, lang, untitled: request.untitled };
    Ok(engine.set(request.mentioned)?.short)
}

/// What the engine made of some references.
#[derive(Default)]
struct Done {
    /// `None` if the style has no list.
    list: Option<Vec<Entry>>,
    short: BTreeMap<String, Vec<Piece>>,
}

/// The citation engine with a style.
struct Engine<'a> {
    csl: &'a IndependentStyle,
    lang: Lang,
    untitled: &'a str,
}

impl Engine<'_> {
    /// Sets references, each once.
    fn set(&self, references: &[&Reference]) -> Result<Done, RenderError> {
        let unique: BTreeMap<&str, &Reference> =
            references.iter().map(|reference| (reference.key.as_str(), *reference)).collect();
        let all: Vec<&Reference> = unique.into_values().collect();
        if let Some(done) = self.run(&all) {
            return Ok(done);
        }
        let mut kept = Vec::new();
        self.keep_parts(&mut kept, &all);
        let is_usable = !kept.is_empty() || self.run(&[&probe()]).is_some();
        let mut done = self.run(&kept).filter(|_| is_usable).ok_or(RenderError::Engine)?;
        for reference in all {
            if !kept.iter().any(|one| one.key == reference.key) {
                self.add_plain(&mut done, reference);
            }
        }
        Ok(done)
    }

    /// Adds to `kept` those of `more` that the engine can set together with it.
    fn keep<'r>(&self, kept: &mut Vec<&'r Reference>, more: &[&'r Reference]) {
        let together = [kept.as_slice(), more].concat();
        if self.run(&together).is_some() {
            *kept = together;
        } else {
            self.keep_parts(kept, more);
        }
    }

    /// The same of references that the engine cannot set together with it.
    fn keep_parts<'r>(&self, kept: &mut Vec<&'r Reference>, more: &[&'r Reference]) {
        if more.len() > 1 {
            let (first, second) = more.split_at(more.len() / 2);
            self.keep(kept, first);
            self.keep(kept, second);
        }
    }

    /// Adds what stands for a reference that the engine cannot set, where the alphabet has
    /// it.
    fn add_plain(&self, done: &mut Done, reference: &Reference) {
        let pieces = tidy(plain::entry(reference, self.untitled), self.lang);
        if let Some(list) = &mut done.list {
            let rank = |pieces: &[Piece]| Piece::words(pieces).to_lowercase();
            let own = rank(&pieces);
            let at = list.iter().position(|entry| rank(&entry.pieces) > own);
            let entry = Entry { key: reference.key.clone(), pieces };
            list.insert(at.unwrap_or(list.len()), entry);
        }
        let name = tidy(plain::name(reference, self.untitled), self.lang);
        done.short.insert(reference.key.clone(), name);
    }

    /// What the engine makes of references; `None` if it stops at one of them.
    fn run(&self, references: &[&Reference]) -> Option<Done> {
        let items: Vec<json::Item> =
            references.iter().map(|reference| item(reference, self.untitled)).collect();
        caught(|| run(&items, self.csl, self.lang))
    }
}

/// A work that any style can set.
fn probe() -> Reference {
    let probe = Reference::new("probe", "book").with_text("title", Some("Probe"));
    probe.with_author(Some("Probe")).with_issued(PublishedOn::new(2000, None, None))
}

fn run(items: &[json::Item], style: &IndependentStyle, lang: Lang) -> Done {
    let locales = locales();
    let code = || Some(locale_code(lang));
    let mut driver = BibliographyDriver::new();
    for item in items {
        let cited = vec![CitationItem::with_entry(item)];
        driver.citation(CitationRequest::new(cited, style, code(), &locales, None));
    }
    let done = driver.finish(BibliographyRequest::new(style, code(), &locales));
    let layout = &style.citation.layout;
    let cut = |pieces: Vec<Piece>| {
        without(
            pieces,
            layout.prefix.as_deref().unwrap_or(""),
            layout.suffix.as_deref().unwrap_or(""),
        )
    };
    let keys = items.iter().filter_map(|item| item.id().map(|id| id.into_owned()));
    let names = done.citations.iter().map(|one| cut(tidy(pieces(&one.citation), lang)));
    let list = done.bibliography.map(|list| {
        let entry = |item: hayagriva::BibliographyItem| {
            let first = item.first_field.map(|field| hayagriva::ElemChildren(vec![field]));
            let mut all = first.map(|first| pieces(&first)).unwrap_or_default();
            if !all.is_empty() {
                all.push(Piece::Text(" ".to_owned()));
            }
            all.extend(pieces(&item.content));
            Entry { key: item.key, pieces: tidy(all, lang) }
        };
        list.items.into_iter().map(entry).collect()
    });
    Done { list, short: keys.zip(names).collect() }
}

/// Pieces without the brackets that the style puts around a citation.
fn without(mut pieces: Vec<Piece>, prefix: &str, suffix: &str) -> Vec<Piece> {
    if let Some(Piece::Text(first)) = pieces.first_mut() {
        *first = first.strip_prefix(prefix).unwrap_or(first).to_owned();
    }
    if let Some(Piece::Text(last)) = pieces.last_mut() {
        *last = last.strip_suffix(suffix).unwrap_or(last).to_owned();
    }
    pieces.retain(|piece| *piece != Piece::Text(String::new()));
    pieces
}

/// A reference as the engine takes it.
fn item(reference: &Reference, untitled: &str) -> json::Item {
    let mut fields: BTreeMap<String, json::Value> = reference
        .fields
        .iter()
        // A publisher that is its own author is named once.
        .filter(|(name, field)| *name != "publisher" || !is_author(reference, field))
        .map(|(name, field)| (name.clone(), value(field)))
        .collect();
    let text = |text: &str| json::Value::String(text.to_owned());
    fields.insert("id".to_owned(), text(&reference.key));
    fields.insert("type".to_owned(), text(&reference.kind));
    // Titles of a language that is not known are not to be given English capitals.
    fields.entry("language".to_owned()).or_insert_with(|| text("und"));
    fields.entry("title".to_owned()).or_insert_with(|| text(untitled));
    json::Item(fields)
}

fn is_author(reference: &Reference, publisher: &Field) -> bool {
    match (reference.names("author"), publisher) {
        ([Name::Literal(author)], Field::Text(publisher)) => author == publisher,
        _ => false,
    }
}

fn value(field: &Field) -> json::Value {
    match field {
        Field::Text(text) => json::Value::String(text.clone()),
        Field::Names(names) => json::Value::Names(names.iter().map(name).collect()),
        Field::Date(date) => json::Value::Date(json::DateValue::DateParts {
            date_parts: json::VecDateRange(vec![json::VecDate(date.parts())]),
            literal: None,
            season: None,
            circa: false,
        }),
    }
}

fn name(name: &Name) -> json::NameValue {
    match name {
        Name::Literal(literal) => {
            json::NameValue::Literal(json::LiteralName { literal: literal.clone() })
        }
        Name::Person { family, given, suffix } => {
            // Given a particle apart, the engine leaves the family name as it is; else
            // it would sort "de La Tour" under "La Tour".
            let (particle, rest) = match family.split_once(' ') {
                Some((particle, rest)) => (Some(particle.to_owned()), rest),
                None => (None, family.as_str()),
            };
            json::NameValue::Item(json::NameItem {
                family: rest.to_owned(),
                given: Some(given.clone()),
                non_dropping_particle: particle,
                dropping_particle: None,
                suffix: (!suffix.is_empty()).then(|| suffix.clone()),
                comma_suffix: None,
            })
        }
    }
}

#[cfg(test)]
mod tests;
