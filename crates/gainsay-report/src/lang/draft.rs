//! What is known of a place in a draft, in words.

use gainsay_claims::{
    Lang,
    facts::{DraftFact, Match, MatchReason, SuppressionProblem},
};

use super::{decimal, list, pick, quoted};
use crate::{Speaker, clean};

impl Speaker<'_> {
    /// A fact about a draft.
    pub(crate) fn draft(&self, fact: &DraftFact) -> String {
        match fact {
            DraftFact::Reads(reading) => {
                let lead = pick(self.lang, ["read as", "se lit"]);
                format!("{lead} {}", self.reading(reading))
            }
            DraftFact::Matches(found) => {
                self.matched(pick(self.lang, ["taken for", "pris pour"]), found)
            }
            DraftFact::Resembles(found) => self.matched(
                pick(
                    self.lang,
                    ["not near enough to be taken for", "trop loin pour être pris pour"],
                ),
                found,
            ),
            DraftFact::Names { name } => {
                let lead = pick(self.lang, ["the draft names", "le brouillon nomme"]);
                format!("{lead} {}", quoted(self.lang, &clean(name)))
            }
            DraftFact::PeopleAsked { study } => self.people_asked(study),
            DraftFact::SeenOnlyIn { claim, pages } => self.seen_only_in(claim, pages),
            DraftFact::Contradicts { claim, other } => self.left_out(claim, other),
            DraftFact::SaidBy { who } => self.commenter(who.as_deref()),
            DraftFact::NamesNoStudy => pick(
                self.lang,
                [
                    "no study is named, in the sentence or in its references",
                    "aucune étude n'est nommée, ni dans la phrase ni dans ses références",
                ],
            )
            .to_owned(),
            DraftFact::Digest { written, current } => self.digests(written, current),
            DraftFact::NoSuchTable => pick(
                self.lang,
                ["the base has no such table any more", "la base n'a plus ce tableau"],
            )
            .to_owned(),
            DraftFact::SuppressesNothing { rule } => {
                let rule = clean(rule);
                match self.lang {
                    Lang::En => format!("no `{rule}` in the passage that it covers"),
                    Lang::Fr => format!("aucun `{rule}` dans le passage qu'elle couvre"),
                }
            }
            DraftFact::InvalidSuppression(problem) => self.suppression(problem),
        }
    }

    /// How many people a study asked.
    pub(crate) fn people_asked(&self, study: &str) -> String {
        let lead = pick(self.lang, ["the number of people asked in", "l'effectif de"]);
        format!("{lead} `{}`", clean(study))
    }

    fn commenter(&self, who: Option<&str>) -> String {
        match (self.lang, who.map(clean)) {
            (Lang::En, Some(who)) => format!("said by {who}, in a comment"),
            (Lang::Fr, Some(who)) => format!("dit par {who}, en commentaire"),
            (Lang::En, None) => "said in a comment".to_owned(),
            (Lang::Fr, None) => "dit en commentaire".to_owned(),
        }
    }

    fn seen_only_in(&self, claim: &str, pages: &[String]) -> String {
        let claim = clean(claim);
        let pages: Vec<String> = pages.iter().map(|page| clean(page)).collect();
        let pages = list(self.lang, &pages);
        match (self.lang, pages.is_empty()) {
            (Lang::En, true) => format!("`{claim}` was never seen at its publisher's"),
            (Lang::Fr, true) => format!("`{claim}` n'a jamais été vu chez son éditeur"),
            (Lang::En, false) => {
                format!("`{claim}` was seen in {pages} only, never at its publisher's")
            }
            (Lang::Fr, false) => {
                format!("`{claim}` n'a été vu que dans {pages}, jamais chez son éditeur")
            }
        }
    }

    fn left_out(&self, claim: &str, other: &str) -> String {
        let (claim, other) = (clean(claim), clean(other));
        match self.lang {
            Lang::En => format!("`{other}` contradicts `{claim}` and is not in the draft"),
            Lang::Fr => format!("`{other}` contredit `{claim}` et n'est pas dans le brouillon"),
        }
    }

    fn digests(&self, written: &str, current: &str) -> String {
        let (written, current) = (clean(written), clean(current));
        match self.lang {
            Lang::En => format!("made from evidence {written}; the base now holds {current}"),
            Lang::Fr => {
                format!("fait à partir des données {written}\u{a0}; la base contient {current}")
            }
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
                let lead = pick(self.lang, ["no rule is called", "aucune règle ne s'appelle"]);
                let near = nearest.as_ref().map(|near| {
                    let text = pick(self.lang, ["; the nearest is", "\u{a0}; la plus proche est"]);
                    format!("{text} `{}`", clean(near))
                });
                format!("{lead} `{}`{}", clean(rule), near.unwrap_or_default())
            }
        }
    }

    /// A match in one line: the claim, how alike, and why.
    pub(crate) fn matched(&self, lead: &str, found: &Match) -> String {
        let reasons = self.match_reasons(found.reasons.iter());
        let reasons =
            if reasons.is_empty() { reasons } else { format!("{}{reasons}", self.semi()) };
        format!("{lead} `{}` ({}{reasons})", clean(&found.claim), self.score(found))
    }

    /// How alike a figure and a claim are.
    pub(crate) fn score(&self, found: &Match) -> String {
        let lead = pick(self.lang, ["likeness", "ressemblance"]);
        format!("{lead} {}", decimal(self.lang, found.score, 2))
    }

    /// Reasons of a match, one after the other.
    pub(crate) fn match_reasons<'a>(
        &self,
        reasons: impl Iterator<Item = &'a MatchReason>,
    ) -> String {
        let said: Vec<String> = reasons.map(|one| self.match_reason(one)).collect();
        said.join(self.semi())
    }

    /// A semicolon and the space after it; French has a no-break space before it.
    fn semi(&self) -> &'static str {
        pick(self.lang, ["; ", "\u{a0}; "])
    }

    fn match_reason(&self, reason: &MatchReason) -> String {
        let (text, words) = match reason {
            MatchReason::SameFigure => (["same figure", "même chiffre"], &[][..]),
            MatchReason::Complement => {
                (["what is left of 100%", "ce qui reste de 100\u{202f}%"], &[][..])
            }
            MatchReason::OtherFigure => (["another figure", "un autre chiffre"], &[][..]),
            MatchReason::NamesNone => {
                (["no source named nearby", "aucune source nommée à côté"], &[][..])
            }
            MatchReason::NamesSource(name) => {
                (["its source", "sa source"], std::slice::from_ref(name))
            }
            MatchReason::NamesOther(name) => {
                (["another source", "une autre source"], std::slice::from_ref(name))
            }
            MatchReason::Subject(list) => (["its subject", "son sujet"], &list[..]),
            MatchReason::People(list) => (["its people", "ses personnes"], &list[..]),
            MatchReason::OtherPeople(list) => (["other people", "d'autres personnes"], &list[..]),
        };
        let mut words: Vec<String> =
            words.iter().map(|one| quoted(self.lang, &clean(one))).collect();
        words.dedup();
        let text = pick(self.lang, text);
        if words.is_empty() { text.to_owned() } else { format!("{text} {}", words.join(", ")) }
    }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::{EvidenceBase, value};

    use super::*;

    #[track_caller]
    fn check(fact: &DraftFact, expected: [&str; 2]) {
        let base = EvidenceBase::default();
        let said = [Lang::En, Lang::Fr].map(|lang| Speaker::new(&base, lang).draft(fact));
        let said = said.map(|text| text.replace('\u{202f}', "_").replace('\u{a0}', "~"));
        assert_eq!(said, expected);
    }

    #[test]
    fn a_figure_is_told_as_it_is_read() {
        let reading = value::read("28 %", None, None).expect("a figure");
        check(&DraftFact::Reads(reading), ["read as 27.5% to 28.5%", "se lit 27,5_% à 28,5_%"]);
    }

    #[test]
    fn a_match_tells_how_alike_and_why() {
        let found = Match {
            claim: "fixture-a/2013/bought".into(),
            score: 0.814,
            reasons: vec![
                MatchReason::SameFigure,
                MatchReason::NamesSource("Fixture A".into()),
                MatchReason::OtherPeople(vec!["tous".into(), "\u{1b}partout".into()]),
            ],
        };
        check(
            &DraftFact::Matches(found),
            [
                "taken for `fixture-a/2013/bought` (likeness 0.81; same figure; its source “Fixture A”; other people “tous”, “partout”)",
                "pris pour `fixture-a/2013/bought` (ressemblance 0,81~; même chiffre~; sa source «~Fixture A~»~; d'autres personnes «~tous~», «~partout~»)",
            ],
        );
        let bare = Match { claim: "a".into(), score: 0.3, reasons: Vec::new() };
        check(
            &DraftFact::Resembles(bare),
            [
                "not near enough to be taken for `a` (likeness 0.30)",
                "trop loin pour être pris pour `a` (ressemblance 0,30)",
            ],
        );
    }

    #[test]
    fn pages_are_listed_if_there_are_any() {
        let seen = |pages: &[&str]| DraftFact::SeenOnlyIn {
            claim: "a/b/c".into(),
            pages: pages.iter().map(|page| (*page).to_owned()).collect(),
        };
        check(
            &seen(&["X", "Y"]),
            [
                "`a/b/c` was seen in X and Y only, never at its publisher's",
                "`a/b/c` n'a été vu que dans X et Y, jamais chez son éditeur",
            ],
        );
        check(
            &seen(&[]),
            [
                "`a/b/c` was never seen at its publisher's",
                "`a/b/c` n'a jamais été vu chez son éditeur",
            ],
        );
    }

    #[test]
    fn a_misspelt_rule_has_its_nearest_shown() {
        let unknown = |nearest: Option<&str>| {
            DraftFact::InvalidSuppression(SuppressionProblem::UnknownRule {
                rule: "drfit".into(),
                nearest: nearest.map(str::to_owned),
            })
        };
        check(
            &unknown(Some("drift")),
            [
                "no rule is called `drfit`; the nearest is `drift`",
                "aucune règle ne s'appelle `drfit`~; la plus proche est `drift`",
            ],
        );
        check(&unknown(None), ["no rule is called `drfit`", "aucune règle ne s'appelle `drfit`"]);
    }
}
