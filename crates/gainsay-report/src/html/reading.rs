//! The order in which a busy reader reads what was found.

use gainsay_claims::{
    CheckGroup, Tier,
    diagnostic::Subject,
    facts::{Fact, ReviewState, Status},
};
use maud::{Markup, html};

use super::{
    answers::is_answer,
    limits::{FINDINGS, LISTED},
    part::Part,
    tables::{Tables, Told},
};
use crate::lang::{colon, level};

/// Answers that hold no more.
pub(super) const RENEW: [[&str; 2]; 2] =
    [["verdict to renew", "verdicts to renew"], ["verdict à revoir", "verdicts à revoir"]];

impl Tables<'_> {
    /// What to read first.
    pub(super) fn reading(&self) -> Markup {
        html! {
            section #reading aria-labelledby="reading-title" {
                h2 #reading-title { (self.say(["What to read first", "Que lire d'abord"])) }
                @if self.counts.to_decide() == 0 {
                    p { (self.say(["Nothing is to be decided.", "Rien n'est à trancher."])) }
                }
                @for tier in Tier::DECIDED { (self.open(Part::Decide(tier))) }
                (self.open(Part::Renew))
                (self.open(Part::Confirmed))
                (self.folded(Part::Settled))
                (self.rejections())
                (self.folded(Part::Folded))
            }
        }
    }

    /// Findings of one part.
    pub(super) fn of_part(&self, part: Part) -> impl Iterator<Item = &Told<'_>> {
        self.findings.iter().filter(move |one| one.part == part)
    }

    /// What a part is called, with the number of its findings.
    pub(super) fn part_title(&self, part: Part) -> String {
        let count = self.of_part(part).count();
        match part {
            Part::Decide(tier) => self.speaker().counted_tier(tier, count),
            Part::Folded => self.speaker().counted_tier(Tier::Folded, count),
            Part::Input => self.speaker().counted_tier(Tier::Input, count),
            Part::Renew => self.counted(count, RENEW),
            Part::Confirmed => {
                self.speaker().counted_state(ReviewState::Settled(Status::Confirmed), count)
            }
            Part::Settled => {
                let settled = self.counted(count, [["settled", "settled"], ["réglé", "réglés"]]);
                let is_here = |state: ReviewState| {
                    state.is_settled() && state != ReviewState::Settled(Status::Confirmed)
                };
                let states = self.speaker().counted_states(&self.counts, is_here);
                format!("{settled}{}{}", colon(self.speaker().lang), states.join(", "))
            }
        }
    }

    fn part_words(&self, part: Part) -> String {
        match part {
            Part::Decide(tier) => sentence(self.speaker().why_then(tier)),
            // Their titles tell.
            Part::Folded | Part::Input => String::new(),
            Part::Renew => self.say([
                "Answered before; what was relied on has changed, or the time is over.",
                "Déjà relus\u{a0}; ce qui fondait le verdict a changé, ou son terme est passé.",
            ]).to_owned(),
            Part::Confirmed => self.say([
                "Reviewers hold these to be contradictions: do not cite one side alone.",
                "Contradictions aux yeux des relecteurs\u{a0}: ne pas citer un côté sans l'autre.",
            ]).to_owned(),
            Part::Settled => self.say([
                "Reviewers answered; nobody has to, as long as nothing changes.",
                "Des relecteurs ont répondu\u{a0}; rien à faire tant que rien ne change.",
            ]).to_owned(),
        }
    }

    fn open(&self, part: Part) -> Markup {
        html! {
            @if self.of_part(part).next().is_some() {
                h3 { (self.part_title(part)) }
                p .lede { (self.part_words(part)) }
                (self.listed(part))
            }
        }
    }

    fn folded(&self, part: Part) -> Markup {
        html! {
            @if self.of_part(part).next().is_some() {
                details .folded {
                    summary { (self.part_title(part)) }
                    @let words = self.part_words(part);
                    @if !words.is_empty() { p { (words) } }
                    (self.listed(part))
                }
            }
        }
    }

    /// The first findings of a part, and the rest folded.
    fn listed(&self, part: Part) -> Markup {
        let findings = self.findings.iter().take(FINDINGS).filter(|one| one.part == part);
        let findings: Vec<_> = findings.collect();
        let (first, rest) = findings.split_at(findings.len().min(LISTED));
        let untold = self.of_part(part).count() - findings.len();
        html! {
            ol .findings { @for told in first { (self.entry(told)) } }
            @if !rest.is_empty() {
                details .more {
                    summary { (self.counted(rest.len(), [["more", "more"], ["autre", "autres"]])) }
                    ol .findings { @for told in rest { (self.entry(told)) } }
                }
            }
            (self.left_out(
                untold,
                [["finding", "findings"], ["constat", "constats"]],
                &["gainsay", "check"],
            ))
        }
    }

    /// A finding in one line, which leads to what is told of it.
    fn entry(&self, told: &Told<'_>) -> Markup {
        let lang = self.speaker().lang;
        let headline = self.speaker().headline(told.diagnostic);
        html! {
            li {
                span .level { (level(lang, told.diagnostic.check.level)) } " "
                a href={ "#" (told.anchor) } { (plain(&headline)) }
                @if let Subject::Name(id) = &told.diagnostic.subject { span .second { (self.code(id)) } }
                @if let Some(sides) = self.sides(told) { span .second { (sides) } }
                (self.answers(told))
            }
        }
    }

    /// Who says what, where the claims of a finding say different things; else what is
    /// known of it first.
    fn sides(&self, told: &Told<'_>) -> Option<String> {
        const SHOWN: usize = 3;
        let speaker = self.speaker();
        if told.diagnostic.check.group == CheckGroup::Citations {
            return self.first_facts(told, SHOWN);
        }
        let labels = told.diagnostic.labels.iter().filter_map(|label| match &label.fact {
            Fact::Claim { id } => speaker.base.claims.get(id),
            _ => None,
        });
        let mut said: Vec<String> = Vec::new();
        for claim in labels {
            let side = format!("{} {}", speaker.source_of(&claim.id), speaker.statement(claim));
            if !said.contains(&side) {
                said.push(side);
            }
        }
        match said.len() {
            0 | 1 => self.first_facts(told, 1),
            2..=SHOWN => Some(said.join(" / ")),
            _ => Some(said[..SHOWN].join(" / ") + " / …"),
        }
    }

    fn first_facts(&self, told: &Told<'_>, most: usize) -> Option<String> {
        let note = told.diagnostic.notes.iter().find(|note| !is_answer(note))?;
        let facts = self.speaker().pair_lines(&note.facts).into_iter().take(most);
        Some(plain(&facts.collect::<Vec<_>>().join(" · "))).filter(|facts| !facts.is_empty())
    }
}

/// A headline as text of a link or of what unfolds, in which nothing else may act.
pub(super) fn plain(headline: &str) -> String {
    crate::clean(headline).replace('`', "")
}

/// A clause as a sentence.
fn sentence(clause: &str) -> String {
    let mut rest = clause.chars();
    let first = rest.next().map(|first| first.to_uppercase().to_string());
    format!("{}{}.", first.unwrap_or_default(), rest.as_str())
}
