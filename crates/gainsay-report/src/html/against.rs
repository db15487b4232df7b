//! Who contradicts whom: publishers set against each other, in words.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use gainsay_claims::Lang;
use gainsay_judge::{Evidence, PropositionJudgement, Relation};
use maud::{Markup, html};

use super::{limits::PUBLISHERS, tables::Tables};
use crate::{clean, lang::plural};

const TITLE: [&str; 2] = ["Who contradicts whom", "Qui contredit qui"];

/// How often two publishers, in order of name, stand in a relation.
type Relations = BTreeMap<[String; 2], BTreeMap<Relation, usize>>;

impl<'a> Tables<'a> {
    /// Who contradicts whom.
    pub(super) fn against(&self) -> Markup {
        let relations = self.relations();
        let all = ranked(&relations);
        let shown: BTreeSet<&String> = all.iter().take(PUBLISHERS).copied().collect();
        html! {
            section #against aria-labelledby="against-title" {
                h2 #against-title { (self.say(TITLE)) }
                @if shown.is_empty() {
                    p { (self.say([
                        "No publisher stands against another.",
                        "Aucun éditeur ne s'oppose à un autre.",
                    ])) }
                } @else {
                    p .lede { (self.say([
                        "The gravest relation of any two figures on one proposition, and how often. Where they differ, so do the studies; where it is open, a size or a wording decides. – stands where nothing of the two is compared.",
                        "La relation la plus grave entre deux chiffres sur une même proposition, et combien de fois. En cas d'écart, les études diffèrent aussi\u{a0}; ce qui est indécis dépend d'une taille ou d'une formulation. – signale que rien n'est comparé entre les deux.",
                    ])) }
                    (self.scroll(TITLE, self.matrix(&shown, &relations)))
                    (self.left_out(
                        all.len() - shown.len(),
                        [["publisher", "publishers"], ["éditeur", "éditeurs"]],
                        &["gainsay", "check"],
                    ))
                }
            }
        }
    }

    fn relations(&self) -> Relations {
        let alpha = self.speaker().base.policy.alpha;
        let mut counts: BTreeMap<([&str; 2], Relation), usize> = BTreeMap::new();
        for judged in &self.page.judgement.propositions {
            let publishers = self.publishers(judged);
            let publisher = |claim: &str| publishers.get(claim).copied();
            for pair in &judged.pairs {
                let Some(relation) = pair.relation(alpha) else { continue };
                if let Some(sides) = publisher(&pair.left).zip(publisher(&pair.right)) {
                    *counts.entry((sides.into(), relation)).or_default() += 1;
                }
            }
        }
        let mut relations = Relations::new();
        for ((sides, relation), count) in counts {
            let mut sides = sides.map(clean);
            sides.sort();
            *relations.entry(sides).or_default().entry(relation).or_default() += count;
        }
        relations
    }

    /// The publisher of the study of each claim that is compared on a proposition.
    fn publishers(&self, judged: &'a PropositionJudgement) -> HashMap<&'a str, &'a str> {
        let base = self.speaker().base;
        let publisher = |one: &'a Evidence| {
            let study = base.study_of(base.claims.get(one.claim.as_ref())?)?;
            Some((one.claim.as_ref(), study.said.publisher.as_str()))
        };
        judged.evidence.iter().filter_map(publisher).collect()
    }

    fn matrix(&self, shown: &BTreeSet<&String>, relations: &Relations) -> Markup {
        html! {
            table .grid .against {
                thead { tr {
                    th scope="col" { (self.say(["publisher", "éditeur"])) }
                    @for name in shown { th scope="col" { (name) } }
                } }
                tbody {
                    @for row in shown {
                        tr {
                            th scope="row" { (row) }
                            @for column in shown { (self.against_cell(row, column, relations)) }
                        }
                    }
                }
            }
        }
    }

    fn against_cell(&self, row: &str, column: &str, relations: &Relations) -> Markup {
        let mut sides = [row.to_owned(), column.to_owned()];
        sides.sort();
        let gravest = relations.get(&sides).and_then(|one| one.first_key_value());
        html! {
            @match gravest {
                Some((relation, count)) => td {
                    (self.word(Some(*relation)))
                    small { (self.times(*count)) }
                },
                None => td .none {
                    span aria-hidden="true" { "–" }
                    span .unseen { (self.say(["not compared", "non comparés"])) }
                },
            }
        }
    }

    fn times(&self, count: usize) -> String {
        match self.speaker().lang {
            Lang::En => plural(Lang::En, count, "pair", "pairs"),
            Lang::Fr => plural(Lang::Fr, count, "paire", "paires"),
        }
    }
}

/// Publishers that conflict, differ or leave open, the most often first.
fn ranked(relations: &Relations) -> Vec<&String> {
    let mut weight: BTreeMap<&String, [usize; 3]> = BTreeMap::new();
    for (sides, found) in relations {
        let counts = [Relation::Conflicts, Relation::Differs, Relation::Open]
            .map(|relation| found.get(&relation).copied().unwrap_or_default());
        if counts.iter().sum::<usize>() == 0 {
            continue;
        }
        for side in sides {
            let own = weight.entry(side).or_default();
            own.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
        }
    }
    let mut ranked: Vec<_> = weight.into_iter().collect();
    ranked.sort_by_key(|(name, counts)| (std::cmp::Reverse(*counts), *name));
    ranked.into_iter().map(|(name, _)| name).collect()
}
