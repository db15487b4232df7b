//! The words of tables: headings, verdicts, notes.

use gainsay_claims::{Lang, Proposition, facts::SizeReason, wire::Mark};
use gainsay_judge::{Reason, Relation};

use super::{colon, decimal, element, integer, percent, pick, quoted};
use crate::{
    Speaker, clean,
    table::{Column, Note, Remark},
};

/// The heading of a column.
pub(crate) fn heading(lang: Lang, column: Column) -> &'static str {
    let words = match column {
        Column::Who => ["who asked, and when", "qui a enquêté, et quand"],
        Column::Publisher => ["publisher", "éditeur"],
        Column::Study => ["study", "étude"],
        Column::Period => ["period", "période"],
        Column::Asked => ["what was asked", "question posée"],
        Column::Published => ["as published", "chiffre publié"],
        Column::Share => ["share of yes, among whom", "part de oui, parmi qui"],
        Column::People => ["among", "parmi"],
        Column::N => ["n", "n"],
        Column::Interval => ["as if a random sample", "comme un échantillon aléatoire"],
        Column::Verdict => ["against the others", "face aux autres"],
        Column::Standing => ["standing", "statut"],
        Column::Place => ["place", "endroit"],
        Column::Claim => ["claim", "affirmation"],
    };
    pick(lang, words)
}

/// What stands between two sentences of a cell.
pub(crate) fn semicolon(lang: Lang) -> &'static str {
    pick(lang, ["; ", "\u{a0}; "])
}

impl Speaker<'_> {
    /// What a table of a proposition is about.
    pub(crate) fn caption(&self, proposition: &Proposition) -> String {
        let about = quoted(self.lang, &self.proposition(proposition));
        match self.lang {
            Lang::En => format!("What studies say on {about}"),
            Lang::Fr => format!("Ce que disent les études\u{a0}: {about}"),
        }
    }

    /// The words before the notes of a table.
    pub(crate) fn notes_title(&self) -> &'static str {
        pick(self.lang, ["Notes:", "Notes\u{a0}:"])
    }

    /// The words before the sources of a table.
    pub(crate) fn sources_title(&self) -> &'static str {
        pick(self.lang, ["Sources:", "Sources\u{a0}:"])
    }

    /// Said of a claim that nothing can be compared with.
    pub(crate) fn stands_alone(&self) -> &'static str {
        pick(
            self.lang,
            ["alone: no other study to compare with", "seul\u{a0}: aucune autre étude comparable"],
        )
    }

    /// Said of a claim that is not compared.
    pub(crate) fn left_out_for(&self, reason: &Reason) -> String {
        let lead = pick(self.lang, ["not compared", "non comparé"]);
        format!("{lead} ({})", self.reason_kind(reason))
    }

    /// How a claim stands to the studies of these names.
    pub(crate) fn stands_to(&self, relation: Relation, names: &[String]) -> String {
        let names = self.few(names.to_vec());
        match (relation, self.lang) {
            (Relation::Conflicts, Lang::En) => format!("conflicts with {names}"),
            (Relation::Conflicts, Lang::Fr) => format!("contredit {names}"),
            (Relation::Differs, Lang::En) => {
                format!("differs from {names}, and so do the studies")
            }
            (Relation::Differs, Lang::Fr) => {
                format!("écart avec {names}, et les études diffèrent aussi")
            }
            (Relation::Open, Lang::En) => format!("cannot tell against {names}"),
            (Relation::Open, Lang::Fr) => format!("impossible de trancher face à {names}"),
            (Relation::Agrees, Lang::En) => format!("agrees with {names}"),
            (Relation::Agrees, Lang::Fr) => format!("concorde avec {names}"),
            (Relation::NoConflict, Lang::En) => format!("no conflict with {names}"),
            (Relation::NoConflict, Lang::Fr) => format!("pas de contradiction avec {names}"),
        }
    }

    /// A note below a table.
    pub(crate) fn table_note(&self, note: &Note<'_>) -> String {
        match note {
            Note::Undisclosed(elements) => {
                let names: Vec<String> =
                    elements.iter().map(|one| element(self.lang, *one).to_owned()).collect();
                let colon = colon(self.lang);
                format!(
                    "{}{colon}{}.",
                    pick(self.lang, ["Not disclosed", "Non communiqué"]),
                    names.join(", ")
                )
            }
            Note::Seen { mark, by } => self.seen(*mark, *by),
            Note::Forecast(period) => match self.lang {
                Lang::En => format!("A forecast for {}.", self.period(period)),
                Lang::Fr => format!("Prévision\u{a0}: {}.", self.period(period)),
            },
            Note::Cut { concept, step } => {
                let step = quoted(self.lang, &self.step(concept, step));
                match self.lang {
                    Lang::En => format!("Counted above {step} on the scale: a bound."),
                    Lang::Fr => {
                        format!("Compté au-dessus de {step} sur l'échelle\u{a0}: une borne.")
                    }
                }
            }
            Note::Compound(counted) => {
                let counted = quoted(self.lang, &self.proposition(counted));
                match self.lang {
                    Lang::En => format!("The figure counts {counted}: a bound."),
                    Lang::Fr => format!("Le chiffre compte {counted}\u{a0}: une borne."),
                }
            }
            Note::Assumed { n, of, by } => self.assumed_cases(*n, *of, *by),
            Note::DesignEffect(deff) => {
                let level = percent(self.lang, 1.0 - self.base.policy.alpha);
                let deff = decimal(self.lang, *deff, 1);
                match self.lang {
                    Lang::En => format!("{level} interval, with a design effect of {deff}."),
                    Lang::Fr => format!("Intervalle à {level}, avec un effet de plan de {deff}."),
                }
            }
            Note::Plain(one) => pick(self.lang, remark(*one)).to_owned(),
        }
    }

    /// Where a figure was seen that was not seen at the publisher's.
    fn seen(&self, mark: Mark, by: Option<&str>) -> String {
        let lead = match mark {
            Mark::CitedOnly => ["Known only from a citation", "Connu seulement par une citation"],
            Mark::Secondary => [
                "Seen on another page than the publisher's",
                "Vu sur une autre page que celle de l'éditeur",
            ],
            Mark::Computed => {
                ["Computed from figures that were seen", "Calculé d'après des chiffres vus"]
            }
            Mark::Unverified => {
                ["From memory; no page was found", "De mémoire\u{a0}; aucune page retrouvée"]
            }
            Mark::Publisher => ["Seen at the publisher's", "Vu chez l'éditeur"],
        };
        match by {
            Some(by) => format!("{} ({}).", pick(self.lang, lead), clean(by)),
            None => format!("{}.", pick(self.lang, lead)),
        }
    }

    /// A size that is not published for a base, and what it follows from.
    fn assumed_cases(&self, n: u64, of: u64, by: SizeReason) -> String {
        let (n, of) = (integer(self.lang, n), integer(self.lang, of));
        match (by, self.lang) {
            (SizeReason::SubsampleFloor, Lang::En) => {
                format!("Not disclosed for this base; {n} assumed, of {of} asked.")
            }
            (SizeReason::SubsampleFloor, Lang::Fr) => {
                format!("Non communiqué pour cette base\u{a0}; {n} supposés, sur {of} interrogés.")
            }
            (SizeReason::PublishedShares, Lang::En) => {
                format!("Not disclosed for this base; {n} by its published share of {of} asked.")
            }
            (SizeReason::PublishedShares, Lang::Fr) => format!(
                "Non communiqué pour cette base\u{a0}; {n} d'après sa part publiée de {of} interrogés."
            ),
        }
    }
}

/// A note that says the same wherever it stands.
fn remark(remark: Remark) -> [&'static str; 2] {
    match remark {
        Remark::Vendor => [
            "Whoever paid for it sells what the study is about.",
            "Le commanditaire vend ce dont parle l'étude.",
        ],
        Remark::Advocacy => [
            "Whoever paid for it argues for one side.",
            "Le commanditaire défend l'une des réponses.",
        ],
        Remark::Opinion => ["The author's own opinion.", "Avis de l'auteur."],
        Remark::Quoted => {
            ["Quoted by somebody else than the publisher.", "Cité par un autre que l'éditeur."]
        }
        Remark::Complement => {
            ["100% minus the published figure.", "100\u{202f}% moins le chiffre publié."]
        }
        Remark::Sum => ["The sum of published figures.", "Somme de chiffres publiés."],
        Remark::Ratio => {
            ["A published count over its base.", "Effectif publié, rapporté à sa base."]
        }
        Remark::Chart => ["Read off a chart.", "Lu sur un graphique."],
        Remark::LostImage => ["From an image that is lost.", "Tiré d'une image perdue."],
        Remark::Reported => {
            ["Reported by the source, not asserted.", "Rapporté au conditionnel par la source."]
        }
        Remark::Negated => [
            "The published figure counts the opposite; this is what it leaves.",
            "Le chiffre publié compte le contraire\u{a0}; voici ce qu'il laisse.",
        ],
        Remark::Undecided => [
            "Those who were not sure are in neither figure.",
            "Les indécis ne sont dans aucun des deux chiffres.",
        ],
        Remark::Rhetorical => {
            ["A manner of speaking, and no evidence.", "Façon de parler, qui ne prouve rien."]
        }
    }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::EvidenceBase;

    use super::*;

    #[track_caller]
    fn check(say: impl Fn(Speaker<'_>) -> String, en: &str, fr: &str) {
        let base = EvidenceBase::default();
        assert_eq!(say(Speaker::new(&base, Lang::En)), en);
        let said = say(Speaker::new(&base, Lang::Fr));
        assert_eq!(said.replace('\u{a0}', "~").replace('\u{202f}', "_"), fr);
    }

    #[test]
    fn relations_name_the_other_studies() {
        for (relation, en, fr) in [
            (Relation::Conflicts, "conflicts with Ifop and PwC", "contredit Ifop et PwC"),
            (
                Relation::Differs,
                "differs from Ifop and PwC, and so do the studies",
                "écart avec Ifop et PwC, et les études diffèrent aussi",
            ),
            (
                Relation::Open,
                "cannot tell against Ifop and PwC",
                "impossible de trancher face à Ifop et PwC",
            ),
            (Relation::Agrees, "agrees with Ifop and PwC", "concorde avec Ifop et PwC"),
            (
                Relation::NoConflict,
                "no conflict with Ifop and PwC",
                "pas de contradiction avec Ifop et PwC",
            ),
        ] {
            let names = ["Ifop", "PwC"].map(str::to_owned);
            check(|speaker| speaker.stands_to(relation, &names), en, fr);
        }
    }

    #[test]
    fn a_claim_without_others_says_why() {
        check(
            |speaker| speaker.stands_alone().to_owned(),
            "alone: no other study to compare with",
            "seul~: aucune autre étude comparable",
        );
        check(
            |speaker| speaker.left_out_for(&Reason::Forecast),
            "not compared (forecast)",
            "non comparé (prévision)",
        );
    }
}
