//! The way of each cited figure, hop by hop back to its study.

use gainsay_claims::{claim::Claim, facts::CitationFact};
use gainsay_judge::{CitationHop, CitationJudgement, Restated};
use maud::{Markup, html};

use super::{anchor::anchor, limits::CITATIONS, tables::Tables};
use crate::{
    clean,
    lang::{colon, mark},
};

impl Tables<'_> {
    /// How cited figures came to where they are cited, those that moved first.
    pub(super) fn custody(&self) -> Markup {
        let mut citations: Vec<_> = self.page.judgement.citations.iter().collect();
        // Stable: each kind stays in the order of ids.
        citations.sort_by_key(|one| one.moved().next().is_none());
        let moved = citations.iter().filter(|one| one.moved().next().is_some()).count();
        html! {
            section #custody aria-labelledby="custody-title" {
                h2 #custody-title { (self.say(["The way of cited figures", "Le chemin des chiffres cités"])) }
                p .lede {
                    (self.counted(citations.len(), [["citation of a known study", "citations of known studies"], ["citation d'une étude connue", "citations d'études connues"]]))
                    ", " (moved) " "
                    (self.say(["which moved away from what they restate", "qui s'écartent de ce qu'elles reprennent"]))
                }
                @for one in citations.iter().take(CITATIONS) { (self.way(one)) }
                (self.left_out(
                    citations.len().saturating_sub(CITATIONS),
                    [["citation", "citations"], ["citation", "citations"]],
                    &["gainsay", "check", "--output-format", "json"],
                ))
            }
        }
    }

    fn way(&self, citation: &CitationJudgement) -> Markup {
        let moved = citation.moved().count();
        html! {
            details .finding .minor[moved == 0] #(anchor("w", &citation.claim)) {
                summary {
                    (self.cited(&citation.claim))
                    span .second {
                        code { (clean(&citation.claim)) } " · "
                        @if moved == 0 {
                            (self.say(["no drift found", "aucune dérive constatée"]))
                        } @else {
                            (self.counted(moved, [["drift", "drifts"], ["dérive", "dérives"]]))
                        }
                    }
                }
                ol .hops {
                    (self.stop(&citation.claim))
                    @for hop in &citation.hops { (self.hop(citation, hop)) }
                }
            }
        }
    }

    /// What a citation says, and of whom.
    fn cited(&self, id: &str) -> String {
        let speaker = self.speaker();
        let claim = speaker.base.claims.get(id);
        let statement = claim.map(|claim| speaker.statement(claim)).unwrap_or_default();
        format!("{}{}{statement}", speaker.source_of(id), colon(speaker.lang))
    }

    /// A claim on the way.
    fn stop(&self, id: &str) -> Markup {
        let speaker = self.speaker();
        let Some(claim) = speaker.base.claims.get(id) else { return html! { li { (clean(id)) } } };
        html! {
            li {
                p {
                    strong { (speaker.source_of(id)) } (colon(speaker.lang)) (speaker.claim(claim))
                    " " (self.code(id))
                }
                (self.line(&claim.at))
                (self.read_in(claim))
            }
        }
    }

    /// Where a figure was read, and by whose hands it came there.
    fn read_in(&self, claim: &Claim) -> Markup {
        let lang = self.speaker().lang;
        html! {
            @if !claim.said.chain.is_empty() {
                p .second {
                    (mark(lang, claim.said.mark)) ", "
                    (self.say(["by way of", "par l'intermédiaire de"])) (colon(lang))
                    @for (index, hop) in claim.said.chain.iter().enumerate() {
                        @if index > 0 { " → " }
                        (clean(&hop.who))
                    }
                }
            }
        }
    }

    fn hop(&self, citation: &CitationJudgement, hop: &CitationHop) -> Markup {
        let drifts = hop.moved.iter().map(|moved| match hop.citing == citation.claim {
            true => CitationFact::Moved(moved.clone()),
            false => CitationFact::MovedBefore { at: hop.citing.clone(), moved: moved.clone() },
        });
        let drifts: Vec<String> = drifts.map(|fact| self.speaker().citation(&fact)).collect();
        html! {
            li .drift {
                @if drifts.is_empty() {
                    (self.say(["restated without change", "repris sans changement"]))
                } @else {
                    ul { @for drift in drifts { li { (self.prose(&drift)) } } }
                }
            }
            @match &hop.restated {
                Restated::Claim(id) => (self.stop(id)),
                Restated::Study { study, nearest } => li {
                    p { (self.say(["the study", "l'étude"])) " " code { (clean(study)) } }
                    @if !nearest.is_empty() {
                        p .second {
                            (self.say(["published there", "publié là"])) (colon(self.speaker().lang))
                            @for (index, id) in nearest.iter().enumerate() {
                                @if index > 0 { ", " }
                                (self.code(id))
                            }
                        }
                    }
                },
            }
        }
    }
}
