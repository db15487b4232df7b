//! By what rules it was judged, on what sources, and what was left out.

use gainsay_claims::evidence::SourceState;
use maud::{Markup, html};

use super::{anchor::anchor, limits::INPUT, part::Part, tables::Tables};
use crate::{clean, lang::pick, table::digest};

impl Tables<'_> {
    /// How the page came about.
    pub(super) fn method(&self) -> Markup {
        let page = self.page;
        html! {
            section #method aria-labelledby="method-title" {
                h2 #method-title { (self.say(["Method, sources, digests", "Méthode, sources, empreintes"])) }
                p { (self.say([
                    "Two figures are in conflict when neither rounding nor sampling explains how far apart they are, as if the bases were random samples of their effective sizes, and when nothing that matters is recorded to differ between the studies. What is not disclosed is never guessed.",
                    "Deux chiffres se contredisent quand ni l'arrondi ni le hasard n'expliquent leur écart, comme si les bases étaient des échantillons aléatoires de leur taille effective, et qu'aucune différence importante n'est consignée entre les études. Ce qui n'est pas communiqué n'est jamais deviné.",
                ])) }
                ul {
                    @for line in crate::summary(page.speaker, &self.counts).lines() { li { (self.prose(line)) } }
                }
                (self.input())
                (self.sources())
                (self.digests())
            }
        }
    }

    /// What could not be read.
    fn input(&self) -> Markup {
        html! {
            @if self.of_part(Part::Input).next().is_some() {
                h3 #input { (self.part_title(Part::Input)) }
                @for told in self.of_part(Part::Input).take(INPUT) { (self.finding(told)) }
                (self.left_out(
                    self.of_part(Part::Input).count().saturating_sub(INPUT),
                    [["finding", "findings"], ["constat", "constats"]],
                    &["gainsay", "check"],
                ))
            }
        }
    }

    fn sources(&self) -> Markup {
        let sources = &self.speaker().base.sources;
        html! {
            h3 #sources { (self.say(["Sources", "Sources"])) }
            (self.scroll(["Sources", "Sources"], html! {
                table .grid .sources {
                    thead { tr {
                        @for words in [["source", "source"], ["state", "état"], ["documents", "documents"], ["digest of the plugin", "empreinte du greffon"]] {
                            th scope="col" { (self.say(words)) }
                        }
                    } }
                    tbody {
                        @for (id, state) in sources {
                            tr {
                                th scope="row" { (clean(id)) }
                                td .bad[!state.is_whole()] { (self.state(state)) }
                                td .n { (state.documents) }
                                td { @if let Some(digest) = &state.digest { code .digest { (clean(digest)) } } @else { "–" } }
                            }
                        }
                    }
                }
            }))
        }
    }

    fn state(&self, state: &SourceState) -> String {
        match (state.finished, state.lost) {
            (false, _) => pick(self.speaker().lang, ["missing", "manquante"]).to_owned(),
            (true, 0) => pick(self.speaker().lang, ["read", "lue"]).to_owned(),
            (true, lost) => self.counted(
                lost,
                [["document lost", "documents lost"], ["document perdu", "documents perdus"]],
            ),
        }
    }

    /// What the tables of the page rest on: the digest that `gainsay table` prints.
    fn digests(&self) -> Markup {
        html! {
            @if !self.shown.is_empty() {
                details .folded {
                    summary { (self.say(["Digests of the evidence behind the tables", "Empreintes des données derrière les tableaux"])) }
                    ul .names {
                        @for shown in &self.shown {
                            @let name = shown.table.proposition.to_string();
                            li { a href={ "#" (anchor("p", &name)) } { (clean(&name)) } " " code { "sha256:" (digest(&shown.whole)) } }
                        }
                    }
                }
            }
        }
    }
}
