//! What was found, in layers: both places with their lines, what explains how much, and
//! the command to decide.

use gainsay_claims::{Location, diagnostic::Label, diagnostic::Note, facts::Fact};
use maud::{Markup, html};

use super::{
    anchor::anchor,
    answers::is_answer,
    limits::{FINDINGS, PLACES},
    part::Part,
    quote::Quote,
    reading::plain,
    tables::{Tables, Told},
};
use crate::{lang::level, place::place};

impl Tables<'_> {
    /// Every finding that the page has room for.
    pub(super) fn findings(&self) -> Markup {
        let told = self.findings.iter().take(FINDINGS).filter(|one| one.part != Part::Input);
        html! {
            section #findings aria-labelledby="findings-title" {
                h2 #findings-title { (self.say(["Contradictions, one by one", "Les contradictions, une à une"])) }
                @for one in told { (self.finding(one)) }
                @if self.findings.iter().all(|one| one.part == Part::Input) {
                    p { (self.say(["None was found.", "Aucune n'a été trouvée."])) }
                }
                (self.left_out(
                    self.findings.iter().skip(FINDINGS).filter(|one| one.part != Part::Input).count(),
                    [["finding", "findings"], ["constat", "constats"]],
                    &["gainsay", "check"],
                ))
            }
        }
    }

    /// A finding with all that is known of it.
    pub(super) fn finding(&self, told: &Told<'_>) -> Markup {
        let speaker = self.speaker();
        let diagnostic = told.diagnostic;
        let labels = &diagnostic.labels;
        html! {
            details .finding .minor[is_minor(told.part)] #(told.anchor) {
                summary {
                    span .level { (level(speaker.lang, diagnostic.check.level)) } " "
                    (plain(&speaker.headline(diagnostic)))
                    " " code .rule { (diagnostic.check.id) }
                }
                (self.answers(told))
                ul .places {
                    @for label in labels.iter().take(PLACES) { li { (self.place(label)) } }
                }
                @if labels.len() > PLACES {
                    p .left-out { "+ " (labels.len() - PLACES) }
                }
                @for note in diagnostic.notes.iter().filter(|note| told.part == Part::Input || !is_answer(note)) { (self.layers(note)) }
                p .help { (self.prose(&speaker.help(diagnostic))) }
                dl .commands {
                    @if told.part != Part::Input { (self.decision(told)) }
                    dt { (self.say(["understand", "comprendre"])) }
                    dd { code { "gainsay explain " (diagnostic.check.id) } }
                }
            }
        }
    }

    fn place(&self, label: &Label) -> Markup {
        html! {
            p { (self.prose(&self.speaker().fact(&label.fact))) @if let Fact::Claim { id } = &label.fact { " " (self.code(id)) } }
            (self.line(&label.at))
        }
    }

    /// A place with its line.
    pub(super) fn line(&self, at: &Location) -> Markup {
        let place = place(self.speaker().base, at);
        html! {
            p .place {
                code { (place.path) ":" (place.line) }
                @if let Some(quote) = Quote::of(self.speaker().base, at) { " " (quote.markup()) }
            }
        }
    }

    /// Who says what: a claim as one side of a pair.
    fn side(&self, id: &str) -> Markup {
        let speaker = self.speaker();
        let Some(claim) = speaker.base.claims.get(id) else { return self.code(id) };
        let words = format!("{} {}", speaker.source_of(id), speaker.statement(claim));
        html! {
            @if self.has_row(id) { a href={ "#" (anchor("c", id)) } { (words) } } @else { (words) }
        }
    }

    /// What explains how much of a difference: rounding, sampling, design, what else
    /// differs, what is left.
    fn layers(&self, note: &Note) -> Markup {
        let speaker = self.speaker();
        if note.about.is_empty() {
            let facts = note.facts.iter().map(|fact| speaker.fact(fact));
            return html! { ul .layers { @for fact in facts { li { (self.prose(&fact)) } } } };
        }
        html! {
            p .about {
                @for (index, claim) in note.about.iter().enumerate() {
                    @if index > 0 { " / " }
                    (self.side(claim))
                }
            }
            ol .layers { @for line in speaker.pair_lines(&note.facts) { li { (self.prose(&line)) } } }
        }
    }
}

/// Whether it is printed in few lines: nobody has to decide or to renew anything.
fn is_minor(part: Part) -> bool {
    matches!(part, Part::Settled | Part::Folded)
}
