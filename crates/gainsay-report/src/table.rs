//! The table of a proposition: facts, made one [`Sheet`] of words, written in
//! several formats, nothing lost.

mod cells;
mod csv;
mod digest;
mod facts;
mod html;
mod latex;
mod markdown;
mod notes;
mod options;
mod render;
mod selection;
mod sheet;
mod sources;
mod template;
mod terminal;
mod typst;
mod verdict;

pub use self::{
    digest::digest,
    facts::{Row, Table},
    options::{Citations, Column, Format, MarkdownDialect, Options, Sort},
    render::render,
    selection::Filter,
    sheet::{Align, Cell, Heading, Sheet},
    sources::{Seen, Source, Work},
    template::{TemplateError, template, template_endings},
    verdict::Verdict,
};

pub(crate) use self::{
    notes::{Note, Remark},
    render::works,
    sheet::label,
    sources::{Sources, Works},
    verdict::name as relation_name,
};

#[cfg(test)]
mod tests;
