//! Citations and references, in documents and for the programs that set them.

mod bibtex;
mod html;
mod latex;
mod markdown;
mod text;

use std::collections::BTreeMap;

use gainsay_cite::{Citation, Mark, Original, Piece, Reference, Rendered, Request, Style};
use gainsay_claims::Lang;

use crate::{
    clean,
    escape::encoded_address,
    json,
    lang::{pick, semicolon},
};

pub use bibtex::bibtex;

/// Citations and a list of references, rendered.
#[derive(Clone, Copy, Debug)]
pub struct Bibliography<'a> {
    /// What was asked for, by its name, and how it is to be cited.
    pub citations: &'a [(String, Citation)],
    /// Its references.
    pub rendered: &'a Rendered,
    /// The language of the style.
    pub lang: Lang,
}

/// Forms of a bibliography in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// Plain text.
    Text,
    /// Markdown.
    Markdown,
    /// HTML, to be pasted.
    Html,
    /// LaTeX, to be input; links need the package `hyperref`.
    Latex,
}

/// Writes a bibliography. Text of plugins and files stays text in every form.
pub fn bibliography(bibliography: &Bibliography<'_>, format: Format) -> String {
    let markup: &dyn Markup = match format {
        Format::Text => &text::Plain,
        Format::Markdown => &markdown::Markdown,
        Format::Html => &html::Html,
        Format::Latex => &latex::Latex,
    };
    let cited = bibliography.citations.iter().map(|(name, citation)| {
        let pieces = said(bibliography, citation);
        [markup.text(name), write(markup, &pieces)]
    });
    let list = bibliography.rendered.list.iter();
    let list = list.map(|entry| [entry.key.clone(), write(markup, &entry.pieces)]);
    markup.document(&cited.collect::<Vec<_>>(), &list.collect::<Vec<_>>())
}

/// References as an array of CSL-JSON, in order of key, with a line break at its end.
pub fn csl_json(references: &[&Reference]) -> String {
    let items: Vec<serde_json::Value> =
        references.iter().map(|reference| reference.to_json()).collect();
    json::text(&items)
}

/// What stands for a title that is not known.
pub fn untitled(lang: Lang) -> &'static str {
    pick(lang, ["[untitled]", "[sans titre]"])
}

/// Tells that a draft cites nothing by a key, and how a key is written.
pub fn no_keys(lang: Lang, draft: &str) -> String {
    let draft = clean(draft);
    match lang {
        Lang::En => format!(
            "{draft}: nothing is cited by a key, such as `[@source-study]` or \
             `\\cite{{source-study}}`\n"
        ),
        Lang::Fr => format!(
            "{draft}\u{a0}: rien n'y est cité par une clé, comme `[@source-study]` ou \
             `\\cite{{source-study}}`\n"
        ),
    }
}

/// What stands between a work and those that cite it.
pub(crate) fn cited_in(lang: Lang) -> &'static str {
    pick(lang, [", cited in ", ", cité dans "])
}

/// Said after a work that no recorded page shows.
pub(crate) fn no_page(lang: Lang) -> &'static str {
    pick(lang, [", no page on record", ", aucune page consignée"])
}

/// Said of a work that is not named.
pub(crate) fn unnamed(lang: Lang) -> &'static str {
    pick(lang, ["a study that is not named", "une étude qui n'est pas nommée"])
}

/// What works are called in running text, as the default style has it, by their keys:
/// `PwC, 2013`.
pub(crate) fn names(works: &[&Reference], lang: Lang) -> BTreeMap<String, String> {
    let Some(style) = Style::NAMES.first().and_then(|name| Style::named(name)) else {
        return BTreeMap::new();
    };
    if works.is_empty() {
        return BTreeMap::new();
    }
    let untitled = untitled(lang);
    let request = Request { listed: &[], mentioned: works, style: &style, lang, untitled };
    let names = gainsay_cite::names(&request).unwrap_or_default();
    names.into_iter().map(|(key, name)| (key, Piece::words(&name))).collect()
}

/// What a form of output needs.
trait Markup {
    /// Words, escaped.
    fn text(&self, words: &str) -> String;
    /// What is escaped already, marked.
    fn marked(&self, mark: Mark, inner: String) -> String;
    /// What is escaped already, as a link.
    fn link(&self, url: &str, inner: String) -> String;
    /// The whole: citations by name and a list of references by key, all escaped.
    fn document(&self, cited: &[[String; 2]], list: &[[String; 2]]) -> String;
}

fn write(markup: &dyn Markup, pieces: &[Piece]) -> String {
    let one = |piece: &Piece| match piece {
        Piece::Text(words) => markup.text(words),
        Piece::Marked(mark, content) => markup.marked(*mark, write(markup, content)),
        Piece::Link { url, content } => markup.link(&encoded_address(url), write(markup, content)),
    };
    pieces.iter().map(one).collect()
}

/// How a citation reads in running text: `PwC 2013, cited in Mercatik 2014`.
fn said(bibliography: &Bibliography<'_>, citation: &Citation) -> Vec<Piece> {
    let lang = bibliography.lang;
    let name = |key: &str| {
        let short = bibliography.rendered.short.get(key).cloned();
        short.unwrap_or_else(|| vec![Piece::Text(key.to_owned())])
    };
    let words = |words: &str| Piece::Text(words.to_owned());
    let original = |original: &Original| match original {
        Original::Study(key) => name(key),
        Original::Named(who) if who.is_empty() => vec![words(unnamed(lang))],
        Original::Named(who) => vec![Piece::Text(who.clone())],
    };
    match citation {
        Citation::Read { key } => name(key),
        Citation::CitedIn { original: study, by } => {
            let mut pieces = original(study);
            pieces.push(words(cited_in(lang)));
            for (index, key) in by.iter().enumerate() {
                if index > 0 {
                    pieces.push(words(semicolon(lang)));
                }
                pieces.extend(name(key));
            }
            pieces
        }
        Citation::Unseen { original: study } => {
            let mut pieces = original(study);
            pieces.push(words(no_page(lang)));
            pieces
        }
    }
}

#[cfg(test)]
mod tests;
