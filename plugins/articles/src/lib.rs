//! Articles: what authors and their readers say that studies found, one block
//! per citation, with its place in the article and the words around the figure.

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
        return Err(SourceError::new("the document is empty").at(document, Place::span(0..0)));
    };
    let article = Article::read(first)?;
    rest.iter().map(|block| article.citation(block)).collect()
}

#[cfg(test)]
mod tests;
