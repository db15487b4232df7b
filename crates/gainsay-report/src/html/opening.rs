//! The question, and what there is to know of it in six numbers.

use gainsay_claims::{
    Lang,
    facts::{Dimension, ReviewState},
};
use gainsay_judge::{Distance, PairJudgement, Relation};
use maud::{Markup, html};

use super::{reading::RENEW, tables::Tables};
use crate::lang::integer;

/// A number of the opening.
struct Counter {
    count: usize,
    words: [[&'static str; 2]; 2],
    /// Of what the number is made.
    parts: Vec<String>,
    /// Where it leads.
    section: &'static str,
}

impl Tables<'_> {
    /// The title and the counters.
    pub(super) fn opening(&self) -> Markup {
        let lang = self.speaker().lang;
        html! {
            header {
                p .kicker { (self.say(["Where studies contradict each other", "Où les études se contredisent"])) }
                h1 { (self.title()) }
                (self.sibling())
                dl .counters {
                    @for counter in self.counters() {
                        div {
                            dt { (self.noun(&counter)) }
                            dd { a href={ "#" (counter.section) } { (integer(lang, counter.count as u64)) } }
                            @for part in &counter.parts { dd .part { (part) } }
                        }
                    }
                }
                p .lede { (self.speaker().looked_at(&self.counts)) }
                @if let Some(missing) = self.speaker().missing_sources() {
                    p .warning role="note" { (self.prose(&missing)) }
                }
            }
        }
    }

    /// What the base is about.
    pub(super) fn title(&self) -> String {
        let title = self.speaker().base.title.as_ref();
        let untitled =
            self.say(["What published studies say", "Ce que disent les études publiées"]);
        crate::clean(title.map_or(untitled, |title| self.speaker().lang.pick(title)))
    }

    /// A link to the page in the other language.
    fn sibling(&self) -> Markup {
        html! {
            @if let Some(file) = self.page.sibling {
                @let (code, words) = self.say([("fr", "En français"), ("en", "In English")]);
                p .sibling { a href=(crate::escape::encoded_file(file)) hreflang=(code) lang=(code) { (words) } }
            }
        }
    }

    fn counters(&self) -> [Counter; 6] {
        let sources = self.speaker().base.sources.values();
        let incomplete = sources.filter(|state| !state.is_whole()).count();
        let counter = |count, words, section| Counter { count, words, parts: Vec::new(), section };
        [
            Counter {
                parts: vec![self.of_open()],
                ..counter(
                    self.counts.to_decide(),
                    [
                        ["finding to decide", "findings to decide"],
                        ["constat à trancher", "constats à trancher"],
                    ],
                    "reading",
                )
            },
            Counter {
                parts: vec![self.of_pairs()],
                ..counter(
                    self.pairs(Relation::Conflicts, |_| true),
                    [
                        [
                            "pair of figures of comparable studies conflicts",
                            "pairs of figures of comparable studies conflict",
                        ],
                        [
                            "paire de chiffres contradictoires, études comparables",
                            "paires de chiffres contradictoires, études comparables",
                        ],
                    ],
                    "against",
                )
            },
            Counter {
                parts: vec![self.on_another_base()],
                ..counter(
                    self.pairs(Relation::Differs, |_| true),
                    [
                        [
                            "pair of figures differs, as do the studies",
                            "pairs of figures differ, as do the studies",
                        ],
                        [
                            "paire de chiffres en écart, études différentes",
                            "paires de chiffres en écart, études différentes",
                        ],
                    ],
                    "against",
                )
            },
            self.states(RENEW, |state| !state.is_settled() && state != ReviewState::Open),
            self.states(
                [["finding reviewed", "findings reviewed"], ["constat relu", "constats relus"]],
                ReviewState::is_settled,
            ),
            counter(
                incomplete,
                [
                    ["incomplete source", "incomplete sources"],
                    ["source incomplète", "sources incomplètes"],
                ],
                "sources",
            ),
        ]
    }

    fn of_open(&self) -> String {
        let open = integer(self.speaker().lang, self.counts.unsettled() as u64);
        match self.speaker().lang {
            Lang::En => format!("of {open} open; the others are folded"),
            Lang::Fr => format!("sur {open} ouverts\u{a0}; les autres sont repliés"),
        }
    }

    fn of_pairs(&self) -> String {
        let pairs = integer(self.speaker().lang, self.counts.pairs as u64);
        match self.speaker().lang {
            Lang::En => format!("of {pairs} compared"),
            Lang::Fr => format!("sur {pairs} comparées"),
        }
    }

    /// Findings by where they stand between their reviewers.
    fn states(
        &self,
        words: [[&'static str; 2]; 2],
        counts: impl Fn(ReviewState) -> bool + Copy,
    ) -> Counter {
        let states = self.counts.states.iter().filter(|(state, _)| counts(**state));
        let count = states.map(|(_, count)| count).sum();
        let parts = self.speaker().counted_states(&self.counts, counts);
        Counter { count, words, parts, section: "reading" }
    }

    fn noun(&self, counter: &Counter) -> &'static str {
        let [one, many] = self.say(counter.words);
        let is_one = match self.speaker().lang {
            Lang::En => counter.count == 1,
            Lang::Fr => counter.count < 2,
        };
        if is_one { one } else { many }
    }

    fn on_another_base(&self) -> String {
        let is_other = |pair: &PairJudgement| is_apart(pair, Dimension::Base);
        let count = self.pairs(Relation::Differs, is_other);
        let count = integer(self.speaker().lang, count as u64);
        match self.speaker().lang {
            Lang::En => format!("{count} of them on another base"),
            Lang::Fr => format!("dont {count} sur une autre base"),
        }
    }

    /// Pairs that come to this.
    fn pairs(&self, relation: Relation, counts: impl Fn(&PairJudgement) -> bool) -> usize {
        let alpha = self.speaker().base.policy.alpha;
        let pairs = self.page.judgement.propositions.iter().flat_map(|one| &one.pairs);
        let is_so = |pair: &&PairJudgement| pair.relation(alpha) == Some(relation);
        pairs.filter(is_so).filter(|pair| counts(pair)).count()
    }
}

fn is_apart(pair: &PairJudgement, asked: Dimension) -> bool {
    pair.distances.iter().any(|(one, distance)| one == asked && distance == Distance::Different)
}
