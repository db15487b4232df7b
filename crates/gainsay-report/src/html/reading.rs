//! The order in which a busy reader reads what was found.

use gainsay_claims::facts::Fact;
use maud::{Markup, html};

use super::{
    limits::{FINDINGS, LISTED},
    tables::{Tables, Told},
    tier::Tier,
};
use crate::lang::level;

impl Tables<'_> {
    /// What to read first.
    pub(super) fn reading(&self) -> Markup {
        html! {
            section #reading aria-labelledby="reading-title" {
                h2 #reading-title { (self.say(["What to read first", "Que lire d'abord"])) }
                @if !self.findings.iter().any(|one| Tier::DECIDED.contains(&one.tier)) {
                    p { (self.say(["Nothing is to be decided.", "Rien n'est à trancher."])) }
                }
                @for tier in Tier::DECIDED { (self.tier(tier)) }
                (self.folded())
            }
        }
    }

    /// Findings that are read at one time.
    pub(super) fn of_tier(&self, tier: Tier) -> impl Iterator<Item = &Told<'_>> {
        self.findings.iter().filter(move |one| one.tier == tier)
    }

    fn tier(&self, tier: Tier) -> Markup {
        let count = self.of_tier(tier).count();
        html! {
            @if count > 0 {
                h3 { (self.tier_title(tier)) " " span .count { (count) } }
                p .lede { (self.tier_words(tier)) }
                (self.listed(tier))
            }
        }
    }

    fn folded(&self) -> Markup {
        let count = self.of_tier(Tier::Folded).count();
        html! {
            @if count > 0 {
                details .folded {
                    summary { (self.tier_title(Tier::Folded)) " " span .count { (count) } }
                    p { (self.tier_words(Tier::Folded)) }
                    (self.listed(Tier::Folded))
                }
            }
        }
    }

    /// The first findings of a tier, and the rest folded.
    fn listed(&self, tier: Tier) -> Markup {
        let findings = self.findings.iter().take(FINDINGS).filter(|one| one.tier == tier);
        let findings: Vec<_> = findings.collect();
        let (first, rest) = findings.split_at(findings.len().min(LISTED));
        let untold = self.of_tier(tier).count() - findings.len();
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
                @if let Some(sides) = self.sides(told) { span .second { (sides) } }
            }
        }
    }

    /// Who says what, where a finding points to two claims or more.
    fn sides(&self, told: &Told<'_>) -> Option<String> {
        const SHOWN: usize = 3;
        let speaker = self.speaker();
        let labels = told.diagnostic.labels.iter().filter_map(|label| match &label.fact {
            Fact::Claim { id } => speaker.base.claims.get(id),
            _ => None,
        });
        let claims: Vec<_> = labels.collect();
        let said = claims
            .iter()
            .take(SHOWN)
            .map(|claim| format!("{} {}", speaker.source_of(&claim.id), speaker.statement(claim)));
        let said: Vec<String> = said.collect();
        let more = if claims.len() > SHOWN { " / …" } else { "" };
        (said.len() > 1).then(|| said.join(" / ") + more)
    }

    /// What a tier holds, in few words.
    pub(super) fn tier_title(&self, tier: Tier) -> &'static str {
        self.say(match tier {
            Tier::Reversal => [
                "Turns a message round, or cannot be true",
                "Renverse un message, ou ne peut être vrai",
            ],
            Tier::Direct => ["Direct", "Direct"],
            Tier::Robust => ["Robust", "Robuste"],
            Tier::Undecided => ["Undecided", "Indécis"],
            Tier::Folded => {
                ["Not comparable as it stands, and notes", "Non comparable en l'état, et notes"]
            }
            Tier::Input => ["Input that could not be used", "Données inutilisables"],
        })
    }

    fn tier_words(&self, tier: Tier) -> &'static str {
        self.say(match tier {
            Tier::Reversal => [
                "Comparable figures on both sides of one half, or figures that cannot all be.",
                "Des chiffres comparables de part et d'autre de la moitié, ou qui ne peuvent tous être vrais.",
            ],
            Tier::Direct => [
                "Comparable studies, or a citation and its source, say different things.",
                "Des études comparables, ou une citation et sa source, disent autre chose.",
            ],
            Tier::Robust => [
                "The studies differ in one point; the gap exceeds twice the usual error, or stands on both sides of one half.",
                "Les études diffèrent en un point\u{a0}; l'écart dépasse le double de l'erreur usuelle, ou traverse la moitié.",
            ],
            Tier::Undecided => [
                "A size or a wording that is not disclosed would decide.",
                "Une taille ou une formulation non communiquée en déciderait.",
            ],
            Tier::Folded => [
                "Several things differ between the studies, or nothing is claimed to be wrong.",
                "Plusieurs points séparent les études, ou rien n'est mis en cause.",
            ],
            Tier::Input => ["To be mended, not decided.", "À réparer, non à trancher."],
        })
    }

    /// How many findings are to be decided.
    pub(super) fn to_decide(&self) -> usize {
        self.findings.iter().filter(|one| Tier::DECIDED.contains(&one.tier)).count()
    }
}

/// A headline as text of a link or of what unfolds, in which nothing else may act.
pub(super) fn plain(headline: &str) -> String {
    crate::clean(headline).replace('`', "")
}
