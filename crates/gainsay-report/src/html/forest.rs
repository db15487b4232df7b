//! The table of a proposition, with a mark for each study.

use gainsay_claims::{
    Lang,
    diagnostic::Subject,
    facts::{Fact, ReviewState},
    side_by_side,
};
use gainsay_judge::{GroupJudgement, PropositionJudgement};
use maud::{Markup, html};

use super::{
    limits::{GROUPS, MAPPED},
    marks::{self, Sample},
    scale::Scale,
    shared::class,
    tables::{Shown, Tables, Told},
    views::gravest,
};
use crate::{
    lang::{colon, percent, plural},
    mark::{Mark, is_disclosed, reach},
    shell::shell,
    table::{Column, Row, Verdict},
};

impl Tables<'_> {
    /// A table for each proposition on which studies can be compared.
    pub(super) fn forest(&self) -> Markup {
        let tables = side_by_side(self.shown.iter().collect(), |shown| self.table(shown));
        html! {
            section #forest aria-labelledby="forest-title" {
                h2 #forest-title { (self.say(["What studies say", "Ce que disent les études"])) }
                (self.legend())
                @for table in tables { (table) }
                @if self.shown.is_empty() {
                    p { (self.say([
                        "No two studies can be compared.",
                        "Aucune étude n'est comparable à une autre.",
                    ])) }
                }
                (self.unshown())
            }
        }
    }

    fn legend(&self) -> Markup {
        let entries = [
            (
                Sample::Sized,
                [
                    "size disclosed; whiskers as if a random sample",
                    "taille communiquée\u{a0}; moustaches comme pour un échantillon aléatoire",
                ],
            ),
            (
                Sample::Unsized,
                [
                    "size not disclosed, or not of this base: no interval",
                    "taille non communiquée, ou pas pour cette base\u{a0}: pas d'intervalle",
                ],
            ),
            (
                Sample::Band,
                ["left open by the words published", "laissé ouvert par les termes publiés"],
            ),
            (Sample::AtMost, ["at most", "au plus"]),
            (Sample::AtLeast, ["at least", "au moins"]),
            (Sample::Pooled, ["studies together", "études ensemble"]),
            (
                Sample::Next,
                ["one more study to be expected here", "une étude de plus attendue ici"],
            ),
        ];
        html! {
            ul .legend {
                @for (mark, words) in entries { li { (marks::sample(mark)) (self.say(words)) } }
            }
        }
    }

    /// Where the findings on a proposition stand between their reviewers, unless nobody
    /// answered any: figures that conflict may be explained.
    fn reviewed(&self, shown: &Shown<'_>) -> Markup {
        let is_on = |told: &&Told<'_>| {
            let subject = &told.diagnostic.subject;
            matches!(subject, Subject::Proposition(one) if one == shown.table.proposition)
        };
        let on = self.findings.iter().filter(is_on);
        let state = |told: &Told<'_>| Some(told.diagnostic.review.as_ref()?.state);
        let answered = on.filter_map(|told| Some((told, state(told)?)));
        let answered = answered.filter(|(_, state)| *state != ReviewState::Open);
        html! {
            @for (told, state) in answered {
                " · " a href={ "#" (told.anchor) } { (self.speaker().review_state(state)) }
            }
        }
    }

    fn table(&self, shown: &Shown<'_>) -> Markup {
        let speaker = self.speaker();
        let reached = shown.table.rows.iter().flat_map(reach);
        let pooled: Vec<_> = largest(&shown.judged.groups);
        let means = pooled.iter().filter_map(|group| group.pooled.as_ref());
        let means = means.flat_map(|one| {
            let next = one.prediction.into_iter().flat_map(|next| [next.lo, next.hi]);
            [one.interval.lo, one.interval.hi].into_iter().chain(next)
        });
        let scale = Scale::holding(reached.chain(means));
        let id = shown.anchor();
        html! {
            article .proposition #(id) aria-labelledby={ (id) "-title" } {
                h3 #{ (id) "-title" } { (speaker.proposition(shown.table.proposition)) }
                p .meta {
                    (self.standing(gravest(shown.judged, speaker.base.policy.alpha)))
                    (self.reviewed(shown))
                    " " (self.studies(shown))
                    @if let Some(scale) = scale {
                        @let [from, to] = scale.ends(speaker.lang);
                        " · " (self.say(["axis from", "axe de"])) " " (from) " " (self.say(["to", "à"])) " " (to)
                    }
                    span .data { " · " (self.data(shown)) }
                }
                table .forest role="table" aria-labelledby={ (id) "-title" } {
                    (self.head(scale))
                    tbody role="rowgroup" {
                        @for row in &shown.table.rows { (self.row(scale, shown, row)) }
                        @for group in pooled { (self.group(scale, group)) }
                    }
                }
                (self.left_out(
                    shown.more,
                    [["row", "rows"], ["ligne", "lignes"]],
                    &["gainsay", "table", &shown.table.proposition.to_string()],
                ))
            }
        }
    }

    fn studies(&self, shown: &Shown<'_>) -> String {
        let count = shown.judged.evidence.len();
        match self.speaker().lang {
            Lang::En => plural(Lang::En, count, "claim compared", "claims compared"),
            Lang::Fr => plural(Lang::Fr, count, "affirmation comparée", "affirmations comparées"),
        }
    }

    fn head(&self, scale: Option<Scale>) -> Markup {
        let lang = self.speaker().lang;
        let heading = |column| crate::lang::heading(lang, column);
        html! {
            thead role="rowgroup" {
                tr role="row" {
                    th role="columnheader" scope="col" { (heading(Column::Who)) }
                    th .drawn role="columnheader" scope="col" {
                        span .unseen { (self.say(["drawn", "dessin"])) }
                        @if let Some(scale) = scale { (marks::axis(scale, |share| percent(lang, share))) }
                    }
                    th role="columnheader" scope="col" { (heading(Column::Share)) }
                    th .n role="columnheader" scope="col" { (heading(Column::N)) }
                    th role="columnheader" scope="col" { (heading(Column::Verdict)) }
                }
            }
        }
    }

    fn row(&self, scale: Option<Scale>, shown: &Shown<'_>, row: &Row<'_>) -> Markup {
        let speaker = self.speaker();
        let cell = |column| speaker.cell(&shown.table, row, column);
        let (who, share) = (cell(Column::Who), cell(Column::Share));
        let n = cell(Column::N).text;
        html! {
            tr id=[self.row_name(shown, row)] .aside[row.left_out().is_some()] role="row" {
                th role="rowheader" scope="row" {
                    (who.text)
                    @if let Some(when) = who.second { span .second { (when) } }
                }
                td .drawn .blank[Mark::of(row).is_none()] role="cell" {
                    @if let Some(scale) = scale { (marks::row(scale, row)) }
                }
                td .share role="cell" {
                    strong { (share.text) }
                    @if let Some(among) = share.second {
                        span .second { (self.say(["among", "parmi"])) (colon(speaker.lang)) (among) }
                    }
                    (self.interval(shown, row))
                }
                td .n role="cell" { span .label { "n " } (n) }
                td role="cell" { (self.verdict(shown, row)) (self.figure(shown, row)) }
            }
        }
    }

    /// The gravest thing that there is to say; what is behind the figure says the rest.
    fn verdict(&self, shown: &Shown<'_>, row: &Row<'_>) -> Markup {
        let gravest = match &row.verdict {
            Verdict::Compared(pairs) => pairs.first().map(|(relation, _)| *relation),
            Verdict::Alone | Verdict::NotCompared(_) => None,
        };
        let verdict = match (&row.verdict, gravest) {
            (Verdict::Compared(pairs), Some(gravest)) => {
                let pairs = pairs.iter().filter(|(relation, _)| *relation == gravest);
                Verdict::Compared(pairs.copied().collect())
            }
            (other, _) => other.clone(),
        };
        let row = Row { verdict, ..row.clone() };
        let text = self.speaker().cell(&shown.table, &row, Column::Verdict).text;
        html! { span class=(class(gravest)) { (text) } }
    }

    fn interval(&self, shown: &Shown<'_>, row: &Row<'_>) -> Markup {
        let speaker = self.speaker();
        html! {
            @if row.interval.is_some() && is_disclosed(row) {
                span .second {
                    (crate::lang::heading(speaker.lang, Column::Interval)) (colon(speaker.lang))
                    (speaker.cell(&shown.table, row, Column::Interval).text)
                }
            }
        }
    }

    fn group(&self, scale: Option<Scale>, group: &GroupJudgement) -> Markup {
        let Some(pooled) = &group.pooled else { return html! {} };
        let lang = self.speaker().lang;
        html! {
            tr .together role="row" {
                th role="rowheader" scope="row" {
                    (plural(lang, pooled.studies, self.say(["study", "étude"]), self.say(["studies together", "études ensemble"])))
                    @if let Some(time) = self.speaker().time_of(group) { span .second { (time) } }
                }
                td .drawn role="cell" { @if let Some(scale) = scale { (marks::group(scale, group)) } }
                td role="cell" colspan="3" { (self.speaker().fact(&Fact::Group(pooled.fact()))) }
            }
        }
    }

    /// Propositions without a table, folded.
    fn unshown(&self) -> Markup {
        let crowded = [
            [
                "more proposition, compared, for whose table there is no room",
                "more propositions, compared, for whose tables there is no room",
            ],
            [
                "autre proposition, comparée, sans place ici pour son tableau",
                "autres propositions, comparées, sans place ici pour leurs tableaux",
            ],
        ];
        let uncompared = [
            [
                "more proposition, on which nothing is compared",
                "more propositions, on which nothing is compared",
            ],
            [
                "autre proposition, où rien n'est comparé",
                "autres propositions, où rien n'est comparé",
            ],
        ];
        html! {
            (self.names(crowded, "table", &self.crowded_out))
            (self.names(uncompared, "show", &self.uncompared))
        }
    }

    /// Propositions by name, with the command that tells more.
    fn names(&self, words: [[&str; 2]; 2], command: &str, all: &[&PropositionJudgement]) -> Markup {
        html! {
            @if !all.is_empty() {
                details .folded {
                    summary { (self.counted(all.len(), words)) }
                    ul .names {
                        @for one in all.iter().take(MAPPED) {
                            li {
                                (self.speaker().proposition(&one.proposition)) " "
                                code { "gainsay " (command) " " (shell(&one.proposition.to_string())) }
                            }
                        }
                    }
                    (self.left_out(
                        all.len().saturating_sub(MAPPED),
                        [["proposition", "propositions"], ["proposition", "propositions"]],
                        &["gainsay", "check", "--output-format", "json"],
                    ))
                }
            }
        }
    }
}

/// The groups that a table shows, the largest first: those without a claim in common, as
/// others say nearly the same twice.
fn largest(groups: &[GroupJudgement]) -> Vec<&GroupJudgement> {
    let mut pooled: Vec<_> = groups.iter().filter(|group| group.pooled.is_some()).collect();
    // Stable: of the same size, the earlier comes first.
    pooled.sort_by_key(|group| std::cmp::Reverse(group.claims.len()));
    let mut shown: Vec<&GroupJudgement> = Vec::new();
    for group in pooled {
        let is_told = |one: &&GroupJudgement| group.claims.iter().any(|claim| one.holds(claim));
        if shown.len() < GROUPS && !shown.iter().any(is_told) {
            shown.push(group);
        }
    }
    shown
}
