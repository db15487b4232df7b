//! What is known of a place in a draft, in words.

use gainsay_claims::facts::{DraftFact, Match, MatchReason, SuppressionProblem};

use super::{colon, decimal, pick, quoted};
use crate::{Speaker, clean};

impl Speaker<'_> {
    /// A fact about a draft.
    pub(crate) fn draft(&self, fact: &DraftFact) -> String {
        match fact {
            DraftFact::Reads(reading) => self.reading(reading),
            DraftFact::Matches(found) => {
                self.matched(pick(self.lang, ["taken for", "pris pour"]), found)
            }
            DraftFact::Resembles(found) => {
                self.matched(pick(self.lang, ["nearest", "le plus proche"]), found)
            }
            DraftFact::Names { name } => {
                let lead = pick(self.lang, ["the draft names", "le brouillon nomme"]);
                format!("{lead} {}", quoted(self.lang, &clean(name)))
            }
            DraftFact::PeopleAsked { study } => {
                let lead = pick(self.lang, ["people asked in", "personnes interrogées dans"]);
                format!("{lead} `{}`", clean(study))
            }
            DraftFact::SeenOnlyIn { claim, pages } => {
                let lead = pick(self.lang, ["was seen only in", "n'a été vu que dans"]);
                let pages: Vec<String> = pages.iter().map(|page| clean(page)).collect();
                format!("`{}` {lead} {}", clean(claim), pages.join(", "))
            }
            DraftFact::Contradicts { claim, other } => {
                let verb = pick(self.lang, ["contradicts", "contredit"]);
                format!("`{}` {verb} `{}`", clean(other), clean(claim))
            }
            DraftFact::SaidBy { who } => {
                let lead = pick(self.lang, ["said in a comment", "dit dans un commentaire"]);
                let by = pick(self.lang, ["by", "de"]);
                let who = who.as_ref().map(|who| format!(" {by} {}", clean(who)));
                format!("{lead}{}", who.unwrap_or_default())
            }
            DraftFact::NamesNoStudy => {
                pick(self.lang, ["no study is named", "aucune étude n'est nommée"]).to_owned()
            }
            DraftFact::Digest { written, current } => match self.lang {
                gainsay_claims::Lang::En => {
                    format!("made from evidence {}; it is now {}", clean(written), clean(current))
                }
                gainsay_claims::Lang::Fr => format!(
                    "fait à partir des données {}\u{a0}; elles sont maintenant {}",
                    clean(written),
                    clean(current)
                ),
            },
            DraftFact::NoSuchTable => {
                pick(self.lang, ["the base has no such table", "la base n'a pas ce tableau"])
                    .to_owned()
            }
            DraftFact::SuppressesNothing { rule } => {
                let lead = pick(self.lang, ["nothing here is", "il n'y a ici aucun"]);
                format!("{lead} `{}`", clean(rule))
            }
            DraftFact::InvalidSuppression(problem) => self.suppression(problem),
        }
    }

    fn suppression(&self, problem: &SuppressionProblem) -> String {
        match problem {
            SuppressionProblem::NoReason => {
                pick(self.lang, ["it gives no reason", "elle ne donne pas de raison"]).to_owned()
            }
            SuppressionProblem::NoRule => {
                pick(self.lang, ["it names no rule", "elle ne nomme aucune règle"]).to_owned()
            }
            SuppressionProblem::UnknownRule { rule, nearest } => {
                let lead = pick(self.lang, ["there is no rule", "il n'y a pas de règle"]);
                let near = nearest.as_ref().map(|near| {
                    let text = pick(self.lang, ["; the nearest is", "\u{a0}; la plus proche est"]);
                    format!("{text} `{near}`")
                });
                format!("{lead} `{}`{}", clean(rule), near.unwrap_or_default())
            }
        }
    }

    fn matched(&self, lead: &str, found: &Match) -> String {
        let reasons: Vec<String> = found.reasons.iter().map(|one| self.match_reason(one)).collect();
        let score = decimal(self.lang, found.score, 2);
        format!(
            "{lead} `{}` ({score}{}{})",
            clean(&found.claim),
            colon(self.lang),
            reasons.join("; ")
        )
    }

    fn match_reason(&self, reason: &MatchReason) -> String {
        let words = |words: &[String]| {
            let all: Vec<String> = words.iter().map(|one| quoted(self.lang, &clean(one))).collect();
            all.join(", ")
        };
        let one = |text, word: &str| {
            format!("{} {}", pick(self.lang, text), quoted(self.lang, &clean(word)))
        };
        let many = |text, list: &[String]| format!("{} {}", pick(self.lang, text), words(list));
        match reason {
            MatchReason::SameFigure => pick(self.lang, ["same figure", "même chiffre"]).to_owned(),
            MatchReason::Complement => {
                pick(self.lang, ["the rest of the figure", "le complément du chiffre"]).to_owned()
            }
            MatchReason::OtherFigure => {
                pick(self.lang, ["another figure", "un autre chiffre"]).to_owned()
            }
            MatchReason::NamesSource(name) => one(["source", "source"], name),
            MatchReason::NamesOther(name) => one(["another source", "autre source"], name),
            MatchReason::NamesNone => {
                pick(self.lang, ["no source near", "aucune source à côté"]).to_owned()
            }
            MatchReason::Subject(list) => many(["subject", "sujet"], list),
            MatchReason::People(list) => many(["people", "personnes"], list),
            MatchReason::OtherPeople(list) => many(["other people", "autres personnes"], list),
        }
    }
}
