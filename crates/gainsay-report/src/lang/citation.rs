//! What became of a finding in a citation, in words: first what the source says,
//! then what the citation says.

use gainsay_claims::{
    Lang, Proposition,
    facts::{AgreementTest, Axis, BaseChange, CitationFact, Moved, Side, Succession, Value},
    value::ReportingSet,
};

use super::{colon, decimal, list, percent, pick, points, quoted, range, share};
use crate::{Speaker, clean};

impl Speaker<'_> {
    /// A fact about a citation.
    pub(crate) fn citation(&self, fact: &CitationFact) -> String {
        match fact {
            CitationFact::Moved(moved) => self.moved(moved),
            CitationFact::MovedBefore { at, moved } => {
                let lead = pick(self.lang, ["already in", "déjà dans"]);
                format!("{lead} {}, {}", code(at), self.moved(moved))
            }
            CitationFact::OwnFigure { claim } => {
                let text = pick(
                    self.lang,
                    [
                        "the study's own figure for that alone",
                        "le chiffre de l'étude pour cela seul",
                    ],
                );
                format!("{text}{}{}, {}", colon(self.lang), code(claim), self.said_by(claim))
            }
            CitationFact::Incomplete { claim } => match self.lang {
                Lang::En => {
                    format!("the page of {} was seen in part only; it may say more", code(claim))
                }
                Lang::Fr => format!(
                    "la page de {} n'a été vue qu'en partie\u{a0}; elle peut en dire plus",
                    code(claim)
                ),
            },
            CitationFact::AgreementTested(test) => self.agreement_tested(test),
            CitationFact::AgreementOpen { sizes, wordings } => self.agreement_open(sizes, wordings),
            CitationFact::Superseded { earlier, later, by } => self.superseded(earlier, later, *by),
        }
    }

    /// How a citation moved on one axis.
    pub(crate) fn moved(&self, moved: &Moved) -> String {
        let text = self.axis(&moved.axis);
        if moved.surely {
            return text;
        }
        format!("{} {text}", pick(self.lang, ["perhaps", "sans certitude,"]))
    }

    fn axis(&self, axis: &Axis) -> String {
        let lead = pick(self.lang, lead(axis));
        match axis {
            Axis::Figure(sides) | Axis::Points(sides) | Axis::Ratio(sides) => {
                self.against(lead, sides.each_ref().map(|side| self.value(side)))
            }
            Axis::ToBy { sides, leads_to } => {
                let text = self.against(lead, sides.each_ref().map(|side| self.value(side)));
                text + &leads_to.as_ref().map(|set| self.leads_to(set)).unwrap_or_default()
            }
            Axis::Exactness(sides) | Axis::Polarity(sides) => {
                self.against(lead, sides.each_ref().map(|side| share(self.lang, side)))
            }
            Axis::Threshold { concept, steps, shares } => {
                self.threshold(concept, steps, shares.as_ref())
            }
            Axis::Base { sides, .. }
            | Axis::Country(sides)
            | Axis::Population(sides)
            | Axis::Age(sides)
            | Axis::Behaviour(sides)
            | Axis::Cut(sides)
            | Axis::Period(sides) => {
                self.against(lead, sides.each_ref().map(|side| self.side(side)))
            }
            Axis::Object(sides) | Axis::Compound(sides) => {
                self.against(lead, sides.each_ref().map(|side| self.quoted_proposition(side)))
            }
            Axis::Condition(side) => self.alone(lead, &self.dropped(side)),
            Axis::Merged(one) => self.alone(lead, &self.quoted_proposition(one)),
            Axis::Magnitude(set) => self.alone(lead, &share(self.lang, set)),
            Axis::Universal(claims) => {
                let claims: Vec<String> = claims.iter().map(|id| code(id)).collect();
                self.alone(lead, &list(self.lang, &claims))
            }
            Axis::Derived { from } => self.alone(lead, &code(from)),
        }
    }

    fn against(&self, lead: &str, [source, citation]: [String; 2]) -> String {
        let both = match self.lang {
            Lang::En => format!("{source} at the source, {citation} in the citation"),
            Lang::Fr => format!("{source} dans la source, {citation} dans la citation"),
        };
        self.alone(lead, &both)
    }

    fn alone(&self, lead: &str, value: &str) -> String {
        format!("{lead}{}{value}", colon(self.lang))
    }

    fn value(&self, value: &Value) -> String {
        match value {
            Value::Share(set) => share(self.lang, set),
            Value::Reading(reading) => self.reading(reading),
        }
    }

    fn dropped(&self, side: &Side) -> String {
        quoted(self.lang, &self.side(side))
    }

    fn quoted_proposition(&self, one: &Proposition) -> String {
        quoted(self.lang, &self.proposition(one))
    }

    fn threshold(
        &self,
        concept: &str,
        steps: &[String; 2],
        shares: Option<&[ReportingSet; 2]>,
    ) -> String {
        let [from, to] = steps.each_ref().map(|step| quoted(self.lang, &self.step(concept, step)));
        let cut = match self.lang {
            Lang::En => format!(
                "another threshold: the source counts those above {from}, the citation those above {to}"
            ),
            Lang::Fr => format!(
                "autre seuil\u{a0}: la source compte les réponses au-delà de {from}, la citation au-delà de {to}"
            ),
        };
        let Some([source, citation]) = shares.map(|sets| sets.map(|set| share(self.lang, &set)))
        else {
            return cut;
        };
        match self.lang {
            Lang::En => format!("{cut}; {source} yes turns into {citation}"),
            Lang::Fr => format!("{cut}\u{a0}; {source} de oui se change en {citation}"),
        }
    }

    fn leads_to(&self, set: &ReportingSet) -> String {
        // A product of rounded figures: its own digits say nothing.
        let [lo, hi] = [set.lo_f64(), set.hi_f64()].map(|end| (end * 1000.0).round() / 1000.0);
        let set = if lo < hi { range(self.lang, lo, hi) } else { percent(self.lang, lo) };
        match self.lang {
            Lang::En => format!("; from the source's own level that leads to {set}"),
            Lang::Fr => {
                format!("\u{a0}; à partir du niveau que donne la source, on obtient {set}")
            }
        }
    }

    fn agreement_tested(&self, test: &AgreementTest) -> String {
        let lang = self.lang;
        let (gap, deff) = (points(lang, test.gap), decimal(lang, test.deff, 0));
        let [z, z_design] = [test.z, test.z_design].map(|z| decimal(lang, z.abs(), 1));
        match lang {
            Lang::En => format!(
                "{gap} apart as published; as if random samples of all who were asked, z = {z} at design effect 1 and {z_design} at {deff}"
            ),
            Lang::Fr => format!(
                "{gap} d'écart entre les chiffres publiés\u{a0}; à supposer des échantillons aléatoires de tous les interrogés, z = {z} à un effet de plan de 1 et {z_design} à {deff}"
            ),
        }
    }

    fn agreement_open(&self, sizes: &[String], wordings: &[String]) -> String {
        let codes = |ids: &[String]| {
            let ids: Vec<String> = ids.iter().map(|id| code(id)).collect();
            list(self.lang, &ids)
        };
        let mut parts = Vec::new();
        if !sizes.is_empty() {
            let lead =
                ["how many were asked is not disclosed", "nombre d'interrogés non communiqué"];
            parts.push(self.alone(pick(self.lang, lead), &codes(sizes)));
        }
        if !wordings.is_empty() {
            parts.push(self.unspoken(wordings));
        }
        parts.join(pick(self.lang, ["; ", "\u{a0}; "]))
    }

    fn superseded(&self, earlier: &str, later: &str, by: Succession) -> String {
        let stages = self.stages([earlier, later]);
        let (earlier, later) = (code(earlier), code(later));
        match (by, self.lang) {
            (Succession::Forecast, Lang::En) => {
                format!(
                    "{earlier} is a forecast that {later} has replaced; they do not contradict each other"
                )
            }
            (Succession::Forecast, Lang::Fr) => format!(
                "{earlier} est une prévision que {later} a remplacée\u{a0}; ils ne se contredisent pas"
            ),
            (Succession::Stage, Lang::En) => format!(
                "{earlier} and {later} are figures of one affair at two stages{stages}; they do not contradict each other"
            ),
            (Succession::Stage, Lang::Fr) => format!(
                "{earlier} et {later} sont les chiffres d'une même affaire à deux stades{stages}\u{a0}; ils ne se contredisent pas"
            ),
        }
    }

    /// ` (announced, at closing)`: the stages of two claims, where the base has them.
    fn stages(&self, claims: [&str; 2]) -> String {
        let stages = claims.map(|id| {
            let wording = &self.base.claims.get(id)?.wording;
            let facets = &self.base.vocabulary.facets;
            let is_stage = |facet: &str| facets.get(facet).is_some_and(|entry| entry.stages);
            let (facet, value) = wording.iter().find(|(facet, _)| is_stage(facet))?;
            Some(self.facet(facet, value))
        });
        match stages {
            [Some(earlier), Some(later)] => format!(" ({earlier}, {later})"),
            _ => String::new(),
        }
    }

    /// What a claim says, by its id.
    fn said_by(&self, claim: &str) -> String {
        self.base.claims.get(claim).map(|claim| self.statement(claim)).unwrap_or_default()
    }
}

/// What moved, before what each side says.
pub(super) fn lead(axis: &Axis) -> [&'static str; 2] {
    match axis {
        Axis::Figure(_) => ["another figure", "autre chiffre"],
        Axis::Exactness(_) => [
            "a bound or a word became an exact figure",
            "une borne ou un mot devenus chiffre exact",
        ],
        Axis::Threshold { .. } | Axis::Cut(_) => ["another threshold", "autre seuil"],
        Axis::Base { change: BaseChange::Widened, .. } => ["a wider base", "base élargie"],
        Axis::Base { change: BaseChange::Narrowed, .. } => ["a narrower base", "base réduite"],
        Axis::Base { change: BaseChange::Other, .. } => ["another base", "autre base"],
        Axis::Country(_) => ["other places", "autres lieux"],
        Axis::Population(_) => ["other people", "autre population"],
        Axis::Age(_) => ["other ages", "autres âges"],
        Axis::Polarity(_) => ["the opposite is counted", "comptage inversé"],
        Axis::Behaviour(_) => {
            ["other words for what was measured", "autres mots pour ce qui a été mesuré"]
        }
        Axis::Condition(_) => ["a condition is left out", "condition omise"],
        Axis::Object(_) => ["something else was measured", "autre chose a été mesuré"],
        Axis::Compound(_) => ["not the same is counted together", "autre réunion de réponses"],
        Axis::Merged(_) => [
            "answers that the study counts one by one are told as one",
            "des réponses que l'étude compte une à une n'en font qu'une",
        ],
        Axis::ToBy { .. } => [
            "a level and a change are taken for each other",
            "confusion entre un niveau et une variation",
        ],
        Axis::Points(_) => {
            ["points and percent are taken for each other", "confusion entre points et pour cent"]
        }
        Axis::Ratio(_) => [
            "a share and a ratio are taken for each other",
            "confusion entre une part et un rapport",
        ],
        Axis::Period(_) => {
            ["another time than that of the interviews", "autre date que celle de l'enquête"]
        }
        Axis::Magnitude(_) => {
            ["the words hide how large the share is", "les mots cachent la taille de la part"]
        }
        Axis::Universal(_) => ["said of everybody, against", "dit de tous, contre"],
        Axis::Derived { .. } => {
            ["computed, and not said to be, from", "calculé, sans que ce soit dit, à partir de"]
        }
    }
}

fn code(id: &str) -> String {
    format!("`{}`", clean(id))
}

#[cfg(test)]
mod tests {
    use gainsay_claims::value::{Quantity, Unit, read};

    use super::*;
    use crate::fixture;

    fn set(text: &str) -> ReportingSet {
        match read(text, None, None).expect(text).quantity {
            Quantity::Share { hard, .. } => hard,
            _ => panic!("{text} is no share"),
        }
    }

    #[track_caller]
    fn check(fact: &CitationFact, en: &str, fr: &str) {
        let base = fixture::base();
        let said = |lang| {
            let text = Speaker::new(&base, lang).citation(fact);
            text.replace('\u{202f}', "_").replace('\u{a0}', "~")
        };
        assert_eq!(said(Lang::En), en);
        assert_eq!(said(Lang::Fr), fr);
    }

    fn moved(axis: Axis, surely: bool) -> CitationFact {
        CitationFact::Moved(Moved { axis, surely })
    }

    #[test]
    fn the_source_comes_first() {
        check(
            &moved(Axis::Figure([set("28 %"), set("less than 10 %")].map(Value::Share)), true),
            "another figure: 27.5% to 28.5% at the source, less than 10% in the citation",
            "autre chiffre~: 27,5_% à 28,5_% dans la source, moins de 10_% dans la citation",
        );
    }

    #[test]
    fn what_is_open_is_said_to_be() {
        let base = |who: &str| Side::Base(vec![who.to_owned()]);
        let sides = [base("users"), base("adults")];
        check(
            &moved(Axis::Base { change: BaseChange::Widened, sides }, false),
            "perhaps a wider base: social media users at the source, adults in the citation",
            "sans certitude, base élargie~: utilisateurs des médias sociaux dans la source, adultes dans la citation",
        );
    }

    #[test]
    fn a_change_says_where_it_leads() {
        let by = read("50 %", None, Some(Unit::PercentChange)).expect("a change");
        let sides = [Value::Share(set("50 %")), Value::Reading(by)];
        check(
            &moved(Axis::ToBy { sides, leads_to: Some(set("54.02 %")) }, true),
            "a level and a change are taken for each other: 49.5% to 50.5% at the source, times 1.495 to 1.505 in the citation; from the source's own level that leads to 54%",
            "confusion entre un niveau et une variation~: 49,5_% à 50,5_% dans la source, multiplié par 1,495 à 1,505 dans la citation~; à partir du niveau que donne la source, on obtient 54_%",
        );
    }

    #[test]
    fn a_threshold_says_what_becomes_of_the_share() {
        let steps = ["hardly-ever", "never"].map(str::to_owned);
        let shares = Some([set("at least 28 %"), set("28 %")]);
        check(
            &moved(Axis::Threshold { concept: "bought".to_owned(), steps, shares }, true),
            "another threshold: the source counts those above “hardly-ever”, the citation those above “never”; at least 28% yes turns into 27.5% to 28.5%",
            "autre seuil~: la source compte les réponses au-delà de «~hardly-ever~», la citation au-delà de «~never~»~; au moins 28_% de oui se change en 27,5_% à 28,5_%",
        );
    }

    #[test]
    fn a_hop_before_is_named() {
        let moved = Moved { axis: Axis::Magnitude(set("33 %")), surely: true };
        check(
            &CitationFact::MovedBefore { at: "fixture-b/2013/bought".to_owned(), moved },
            "already in `fixture-b/2013/bought`, the words hide how large the share is: 32.5% to 33.5%",
            "déjà dans `fixture-b/2013/bought`, les mots cachent la taille de la part~: 32,5_% à 33,5_%",
        );
    }

    #[test]
    fn an_agreement_is_refuted_by_numbers_or_left_open_for_want_of_them() {
        let test = AgreementTest { gap: 0.05, z: -5.43, z_design: -3.84, deff: 2.0 };
        check(
            &CitationFact::AgreementTested(test),
            "5.0 points apart as published; as if random samples of all who were asked, z = 5.4 at design effect 1 and 3.8 at 2",
            "5,0 points d'écart entre les chiffres publiés~; à supposer des échantillons aléatoires de tous les interrogés, z = 5,4 à un effet de plan de 1 et 3,8 à 2",
        );
        let ids = |id: &str| vec![id.to_owned()];
        check(
            &CitationFact::AgreementOpen { sizes: ids("a"), wordings: ids("b") },
            "how many were asked is not disclosed: `a`; what exactly was asked is not known: `b`",
            "nombre d'interrogés non communiqué~: `a`~; on ignore ce qui a été demandé au juste~: `b`",
        );
    }
}
