//! What became of a finding in a citation, in words: first what the source says,
//! then what the citation says.

use gainsay_claims::{
    Lang, Proposition,
    facts::{AgreementTest, Axis, BaseChange, CitationFact, Moved, Side, Succession, Value},
    value::ReportingSet,
};

use super::{colon, decimal, list, pick, points, quoted, range, share};
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
        let set = range(self.lang, lo, hi);
        match self.lang {
            Lang::En => format!("; from the source's own level that leads to {set}"),
            Lang::Fr => {
                format!("\u{a0}; à partir du niveau que donne la source, cela mène à {set}")
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
                "{gap} d'écart entre les chiffres publiés\u{a0}; si tous ceux qui ont été interrogés étaient des échantillons aléatoires, z = {z} à un effet de plan de 1 et {z_design} à {deff}"
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
            let lead =
                ["what exactly was asked is not known", "on ignore ce qui a été demandé au juste"];
            parts.push(self.alone(pick(self.lang, lead), &codes(wordings)));
        }
        parts.join(pick(self.lang, ["; ", "\u{a0}; "]))
    }

    fn superseded(&self, earlier: &str, later: &str, by: Succession) -> String {
        let (earlier, later) = (code(earlier), code(later));
        match (by, self.lang) {
            (Succession::Forecast, Lang::En) => {
                format!(
                    "{earlier} is a forecast that {later} has overtaken; they do not contradict each other"
                )
            }
            (Succession::Forecast, Lang::Fr) => format!(
                "{earlier} est une prévision que {later} a dépassée\u{a0}; ils ne se contredisent pas"
            ),
            (Succession::Stage, Lang::En) => format!(
                "{earlier} and {later} are figures of one affair at two stages; they do not contradict each other"
            ),
            (Succession::Stage, Lang::Fr) => format!(
                "{earlier} et {later} sont les chiffres d'une même affaire à deux stades\u{a0}; ils ne se contredisent pas"
            ),
        }
    }

    /// What a claim says, by its id.
    fn said_by(&self, claim: &str) -> String {
        self.base.claims.get(claim).map(|claim| self.statement(claim)).unwrap_or_default()
    }
}

/// What moved, before what each side says.
fn lead(axis: &Axis) -> [&'static str; 2] {
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
