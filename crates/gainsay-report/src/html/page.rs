//! The whole page.

use gainsay_claims::Diagnostic;
use gainsay_judge::Judgement;
use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::{live, style, tables::Tables, views::View};
use crate::Speaker;

/// What a page is made of.
#[derive(Clone, Copy, Debug)]
pub struct Page<'a> {
    /// The base and the language.
    pub speaker: Speaker<'a>,
    /// What was judged.
    pub judgement: &'a Judgement,
    /// What rules and checks found, in the order of reading.
    pub shown: &'a [Diagnostic],
    /// The base judged again in other ways.
    pub views: &'a [View],
    /// The file of the same page in the other language, if there is one beside it.
    pub sibling: Option<&'a str>,
    /// Whether the file is written again while somebody looks at it, so that the page loads
    /// itself again every few seconds until that is paused.
    pub is_live: bool,
}

/// Writes a page that needs nothing but itself: no request, and no script unless it is
/// live. The same input gives the same bytes; both languages have the same links.
pub fn render(page: &Page<'_>) -> String {
    let tables = Tables::new(page);
    let code = tables.speaker().lang.code();
    html! {
        (DOCTYPE)
        html lang=(code) {
            (tables.head_of_page())
            body {
                a .skip href="#reading" { (tables.say(["Skip to what to read first", "Aller à ce qu'il faut lire d'abord"])) }
                @if page.is_live { (tables.live()) }
                (tables.opening())
                (tables.contents())
                main {
                    (tables.reading())
                    (tables.forest())
                    (tables.against())
                    (tables.map())
                    (tables.findings())
                    (tables.custody())
                    (tables.views())
                    (tables.method())
                }
                footer { p { "gainsay " (env!("CARGO_PKG_VERSION")) } }
            }
        }
    }
    .into_string()
        + "\n"
}

impl Tables<'_> {
    fn head_of_page(&self) -> Markup {
        html! {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(style::policy(self.page.is_live.then_some(live::SCRIPT)));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="generator" content="gainsay";
                title { (self.title()) }
                // Without it a browser asks for one.
                link rel="icon" href="data:,";
                style { (PreEscaped(style::STYLE)) }
            }
        }
    }

    fn contents(&self) -> Markup {
        let entries = [
            ("reading", ["Read first", "À lire d'abord"]),
            ("forest", ["What studies say", "Ce que disent les études"]),
            ("against", ["Who contradicts whom", "Qui contredit qui"]),
            ("map", ["Evidence", "Données"]),
            ("findings", ["Contradictions", "Contradictions"]),
            ("custody", ["Citations", "Citations"]),
            ("views", ["What if", "Et si"]),
            ("method", ["Method", "Méthode"]),
        ];
        html! {
            nav aria-label=(self.say(["Sections", "Rubriques"])) {
                ul { @for (section, words) in entries { li { a href={ "#" (section) } { (self.say(words)) } } } }
            }
        }
    }
}
