//! Rendering references in a style.

use std::{
    collections::BTreeMap,
    panic::{AssertUnwindSafe, catch_unwind},
};

use citationberg::{IndependentStyle, json};
use gainsay_claims::Lang;
use hayagriva::{BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest};

use crate::{
    Field, Name, Piece, Reference, Style,
    piece::pieces,
    style::{locale_code, locales},
    typography::tidy,
};

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
    /// The citation engine stopped; only a style from outside can make it.
    #[error("the citation engine cannot use the style")]
    Engine,
}

/// Renders references. The order of the request does not matter.
///
/// # Errors
///
/// When the style cannot be used.
pub fn render(request: &Request<'_>) -> Result<Rendered, RenderError> {
    let lang = request.style.lang(request.lang);
    let listed = items(request.listed, request.untitled);
    let mentioned = items(request.mentioned, request.untitled);
    // The engine leaves some cases to panics; no reference of a library leads there, but
    // a style may.
    let csl = request.style.csl(lang);
    let engine = || {
        let (list, short) = run(&listed, &csl, lang);
        let (_, named) = run(&mentioned, &csl, lang);
        (list, short, named)
    };
    let done = catch_unwind(AssertUnwindSafe(engine)).map_err(|_| RenderError::Engine)?;
    let (list, mut short, named) = done;
    short.extend(named);
    Ok(Rendered { list: list.ok_or(RenderError::NoList)?, short })
}

type Names = BTreeMap<String, Vec<Piece>>;

fn run(items: &[json::Item], style: &IndependentStyle, lang: Lang) -> (Option<Vec<Entry>>, Names) {
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
    (list, keys.zip(names).collect())
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

/// References as the engine takes them, in order of key and each once.
fn items(references: &[&Reference], untitled: &str) -> Vec<json::Item> {
    let unique: BTreeMap<&str, &Reference> =
        references.iter().map(|reference| (reference.key.as_str(), *reference)).collect();
    unique.into_values().map(|reference| item(reference, untitled)).collect()
}

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
