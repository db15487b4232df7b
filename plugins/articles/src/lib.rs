//! Articles: what authors and their readers say that studies found, one block
//! per citation, with its place in the article and the words around the figure.
//!
//! The first block of a document is about the article: `author`, `address`,
//! `published`, and `via`, the page that it translates or retells. A citation:
//!
//! ```text
//! id: kentico-never-bought
//! at: line 48
//! words: [base: utilisateurs américains] : [72%] n'ont jamais acheté un produit découvert là
//! of: not bought-after-social-media[trigger=discovery] above never
//! base: social-media-users
//! regions: US
//! cites: kentico/2014-social/hardly-ever-buys
//! ```
//!
//! Plain brackets mark the figure, brackets with a role what else is read:
//! `base`, its `share`, `period`, `target` of a forecast. Without `says` the
//! figure is a share; `says` may be `count`, `money`, `change`, `rank`, `words`,
//! `order` (with `greater`, `lesser`: `[facet=value] among universe`),
//! `agreement` (with `between`) or `instance`. `universal: yes` marks words that say
//! it of everybody ("any user"), `incomplete: yes` a page that was seen in part
//! only. A block without `cites` and
//! `study` is an opinion of `speaker`, or else of the author.

mod article;
mod block;
mod citation;
mod proposition;
mod says;
mod words;

use gainsay_plugin::wire::{Finding, Place};
use gainsay_plugin::{Document, Sink, Source, SourceError, export_source};

use crate::article::Article;
use crate::block::Block;

/// Reads articles: a block about the article, then one block per citation.
#[derive(Default)]
pub struct Articles;

impl Source for Articles {
    const ID: &'static str = "articles";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        for citation in citations(document)? {
            sink.finding(citation)?;
        }
        Ok(())
    }
}

export_source!(Articles);

/// The citations of an article, in the order of the document.
fn citations(document: &Document) -> Result<Vec<Finding>, SourceError> {
    let blocks = Block::all(document)?;
    let Some((first, rest)) = blocks.split_first() else {
        return Err(SourceError::new(["the document is empty", "le document est vide"])
            .at(document, Place::span(0..0)));
    };
    let article = Article::read(first)?;
    rest.iter().map(|block| article.citation(block)).collect()
}

#[cfg(test)]
mod tests;
