//! What reviewers answered to a finding, what has changed since, and how to answer again.

use gainsay_claims::{
    diagnostic::Note,
    facts::{Answer, Fact, ReviewState, VerdictFact},
};
use maud::{Markup, html};

use super::tables::{Tables, Told};
use crate::shell::shell;

impl Tables<'_> {
    /// What reviewers answered, and why it holds no more, if it does not.
    pub(super) fn answers(&self, told: &Told<'_>) -> Markup {
        let state = told.diagnostic.review.as_ref().map_or(ReviewState::Open, |one| one.state);
        let facts = told.diagnostic.notes.iter().flat_map(|note| &note.facts);
        let facts = facts.filter_map(|fact| match fact {
            Fact::Verdict(fact) => Some(fact),
            _ => None,
        });
        html! {
            @if state != ReviewState::Open {
                ul .answers .holds[state.is_settled()] {
                    // An answer that holds begins with its own name.
                    @if !matches!(state, ReviewState::Settled(_)) {
                        li .state { (self.speaker().review_state(state)) }
                    }
                    @for fact in facts {
                        li .since[!matches!(fact, VerdictFact::Given(_))] {
                            (self.prose(&self.speaker().verdict_fact(fact)))
                        }
                    }
                }
            }
        }
    }

    /// The command that decides, or what opens again what is settled.
    pub(super) fn decision(&self, told: &Told<'_>) -> Markup {
        let review = told.diagnostic.review.as_ref();
        let state = review.map_or(ReviewState::Open, |one| one.state);
        let words = match state {
            ReviewState::Open => ["decide", "trancher"],
            ReviewState::Stale | ReviewState::Expired | ReviewState::Conflicting => {
                ["decide again", "trancher à nouveau"]
            }
            ReviewState::Settled(_) | ReviewState::Rejected => ["reopen", "rouvrir"],
        };
        html! {
            dt { (self.say(words)) }
            dd {
                @match (state, review.and_then(|one| last_day(&one.answers))) {
                    (ReviewState::Rejected, _) => { (self.say([
                        "when the studies count as evidence again",
                        "quand les études comptent de nouveau",
                    ])) },
                    (ReviewState::Settled(_), Some(day)) => {
                        (self.command(told)) " " (self.say([
                            "or by itself, when what it rests on changes, and after",
                            "ou d'elle-même, si ce qui la fonde change, et après le",
                        ])) " " (self.speaker().day(&day))
                    },
                    _ => (self.command(told)),
                }
            }
        }
    }

    fn command(&self, told: &Told<'_>) -> Markup {
        html! { code { "gainsay review " (shell(&told.diagnostic.key())) } }
    }
}

/// Whether a note tells what reviewers answered.
pub(super) fn is_answer(note: &Note) -> bool {
    note.facts.iter().any(|fact| matches!(fact, Fact::Verdict(_)))
}

/// The last day on which one of the answers holds.
fn last_day(answers: &[Answer]) -> Option<String> {
    answers.iter().map(|one| one.until).max().map(|day| day.to_string())
}

#[cfg(test)]
mod tests;
