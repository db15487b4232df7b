//! What stands behind a figure: how to cite it, where it is written, what a reader must
//! be told.

use maud::{Markup, html};

use super::{
    quote::Quote,
    tables::{Shown, Tables},
};
use crate::{
    clean,
    escape::web_address,
    lang::{colon, mark, role},
    shell::shell,
    table::{Column, Row},
};

impl Tables<'_> {
    /// The folded lines behind a figure.
    pub(super) fn figure(&self, shown: &Shown<'_>, row: &Row<'_>) -> Markup {
        let (speaker, claim) = (self.speaker(), row.claim);
        let lang = speaker.lang;
        let published = speaker.cell(&shown.table, row, Column::Published).text;
        let notes = speaker.all_notes(&shown.table, row);
        html! {
            details .cite {
                summary { (self.say(["cite this", "citer"])) }
                (self.citation(row))
                p {
                    (crate::lang::heading(lang, Column::Published)) (colon(lang)) (published)
                    " · " (role(lang, claim.said.role)) ", " (mark(lang, claim.said.mark))
                }
                p .place {
                    code { (row.place.path) ":" (row.place.line) }
                    @if let Some(quote) = Quote::of(speaker.base, &claim.at) { " " (quote.markup()) }
                }
                p {
                    (crate::lang::heading(lang, Column::Verdict)) (colon(lang))
                    (speaker.cell(&shown.table, row, Column::Verdict).text)
                }
                @if !notes.is_empty() {
                    ul { @for note in notes { li { (note) } } }
                }
                p { code { "gainsay cite " (shell(&claim.id)) } }
            }
        }
    }

    fn citation(&self, row: &Row<'_>) -> Markup {
        let Some(source) = self.works.source(row.claim) else { return html! {} };
        html! {
            p {
                (source.words())
                @for url in source.urls() {
                    " " @if web_address(&url).is_some() { a href=(url) rel="noreferrer" { (url) } } @else { (clean(&url)) }
                }
            }
        }
    }
}
