//! What a study says of itself, and what follows from it, in words.

use gainsay_claims::{Lang, facts::StudyFact, sample::Sample, value::ReportingSet};

use super::{between, colon, integer, ordinal, percent, pick, points, range, rounded, share, size};
use crate::{Speaker, clean};

impl Speaker<'_> {
    /// A fact about one study.
    pub(crate) fn study_fact(&self, fact: &StudyFact) -> String {
        match fact {
            StudyFact::Named { study } => {
                format!("{} `{}`", pick(self.lang, ["the study", "l'étude"]), clean(study))
            }
            StudyFact::Fieldwork(period) => {
                self.dated(["people were asked", "enquête"], &self.period(period))
            }
            StudyFact::Published(period) => {
                self.dated(["published", "publication"], &self.period(period))
            }
            StudyFact::Asked(n) => size(self.lang, *n),
            StudyFact::Sum { terms, limit } => self.sum(terms, *limit),
            StudyFact::PartAbove { part, whole } => self.part_above(*part, *whole),
            StudyFact::Nested { share, of, range } => self.nested(share, of, *range),
            StudyFact::Between { lo, hi } => self.between(range(self.lang, *lo, *hi)),
            StudyFact::Mixed { lo, hi } => self.mixed(range(self.lang, *lo, *hi)),
            StudyFact::BaseSize { claim, of, range } => self.base_size(claim, *of, *range),
            StudyFact::NoCount { claim, n } => self.no_count(claim, *n),
            StudyFact::MoreThanAsked { part, all } => self.more_than_asked(*part, *all),
            StudyFact::TwoSizes([one, other]) => self.two_sizes(*one, *other),
            StudyFact::CountsOthersToo { these, others } => self.counts_others(*these, *others),
            StudyFact::TotalAsPart { total, others } => self.total_as_part(*total, *others),
            StudyFact::TwoFigures { gap } => self.two_figures(*gap),
            StudyFact::TwoRanks(places) => self.two_ranks(*places),
            StudyFact::Points { stated, given } => self.points_given(stated, given),
            StudyFact::Ratio { stated, given } => self.ratio_given(*stated, *given),
            StudyFact::SameClaims { count } => self.same_claims(*count as u64),
            StudyFact::IfUnweighted => pick(
                self.lang,
                [
                    "this holds if the figures are not weighted; the source does not tell",
                    "cela vaut si les chiffres ne sont pas redressés\u{a0}; la source ne le dit pas",
                ],
            )
            .to_owned(),
        }
    }

    fn dated(&self, what: [&str; 2], period: &str) -> String {
        format!("{}{}{period}", pick(self.lang, what), colon(self.lang))
    }

    /// `33% + 40% + 35% = 108%, at most 101.5% by rounding`.
    fn sum(&self, terms: &[f64], limit: f64) -> String {
        let lang = self.lang;
        let total: f64 = terms.iter().sum();
        let added: Vec<String> = terms.iter().map(|term| percent(lang, *term)).collect();
        let (added, sum, shown) = (added.join(" + "), percent(lang, total), percent(lang, limit));
        match (lang, total > limit) {
            (Lang::En, true) => format!("{added} = {sum}, at most {shown} by rounding"),
            (Lang::En, false) => format!("{added} = {sum}, at least {shown} by rounding"),
            (Lang::Fr, true) => format!("{added} = {sum}, {shown} au plus par l'arrondi"),
            (Lang::Fr, false) => format!("{added} = {sum}, {shown} au moins par l'arrondi"),
        }
    }

    fn part_above(&self, part: f64, whole: f64) -> String {
        let [part, whole] = [part, whole].map(|end| percent(self.lang, end));
        match self.lang {
            Lang::En => format!("the part is at least {part}, the whole at most {whole}"),
            Lang::Fr => format!("la partie est d'au moins {part}, le tout d'au plus {whole}"),
        }
    }

    fn nested(&self, inner: &ReportingSet, of: &ReportingSet, [lo, hi]: [f64; 2]) -> String {
        let [inner, of] = [inner, of].map(|set| share(self.lang, set));
        let whole = range(self.lang, lo, hi);
        match self.lang {
            Lang::En => format!("of the part: {inner}; the part: {of}; so of the whole: {whole}"),
            Lang::Fr => format!(
                "de la partie\u{a0}: {inner}\u{a0}; la partie\u{a0}: {of}\u{a0}; donc du tout\u{a0}: {whole}"
            ),
        }
    }

    fn between(&self, parts: String) -> String {
        match self.lang {
            Lang::En => format!("its parts leave {parts}"),
            Lang::Fr => format!("ses parties laissent {parts}"),
        }
    }

    fn mixed(&self, parts: String) -> String {
        match self.lang {
            Lang::En => format!("its parts, weighted by their sizes, leave {parts}"),
            Lang::Fr => format!("ses parties, pondérées par leur taille, laissent {parts}"),
        }
    }

    fn base_size(&self, claim: &str, of: u64, [lo, hi]: [u64; 2]) -> String {
        let [of, lo, hi] = [of, lo, hi].map(|number| integer(self.lang, number));
        let (claim, size) = (clean(claim), between(self.lang, &lo, &hi));
        match self.lang {
            Lang::En => format!("by its share the base of `{claim}` is {size} of the {of} asked"),
            Lang::Fr => format!(
                "d'après sa part, la base de `{claim}` compte {size} des {of} personnes interrogées"
            ),
        }
    }

    fn no_count(&self, claim: &str, n: u64) -> String {
        let figure = self.base.claims.get(claim).and_then(|claim| claim.evidence());
        let figure = figure.map_or_else(|| clean(claim), |one| clean(&one.text));
        let n = integer(self.lang, n);
        match self.lang {
            Lang::En => format!("no number of people out of {n} is {figure} after rounding"),
            Lang::Fr => {
                format!("aucun nombre de personnes sur {n} ne donne {figure} après arrondi")
            }
        }
    }

    fn more_than_asked(&self, part: Sample, all: Sample) -> String {
        let [part, all] = [part, all].map(|sample| size(self.lang, sample));
        match self.lang {
            Lang::En => format!("a part ({part}) holds more than were asked in all ({all})"),
            Lang::Fr => format!("une partie ({part}) compte plus que l'ensemble ({all})"),
        }
    }

    fn two_sizes(&self, one: Sample, other: Sample) -> String {
        let [one, other] = [one, other].map(|sample| size(self.lang, sample));
        match self.lang {
            Lang::En => format!("two numbers for the same people: {one}, {other}"),
            Lang::Fr => format!("deux nombres pour les mêmes personnes\u{a0}: {one}, {other}"),
        }
    }

    fn counts_others(&self, these: u64, others: u64) -> String {
        let numbers = [these, others, these.saturating_add(others)];
        let [these, others, all] = numbers.map(|number| integer(self.lang, number));
        match self.lang {
            Lang::En => format!("{these} + {others} = {all}: the larger number counts others too"),
            Lang::Fr => format!(
                "{these} + {others} = {all}\u{a0}: le plus grand nombre en compte d'autres aussi"
            ),
        }
    }

    fn total_as_part(&self, total: u64, others: u64) -> String {
        let rest = total.saturating_sub(others);
        let [total, others, rest] = [total, others, rest].map(|number| integer(self.lang, number));
        match self.lang {
            Lang::En => format!(
                "{total} are all who were asked; {others} others among them leave {rest} at most"
            ),
            Lang::Fr => format!(
                "{total} est le total des personnes interrogées\u{a0}; {others} autres en laissent {rest} au plus"
            ),
        }
    }

    fn two_figures(&self, gap: f64) -> String {
        // Two ends that meet, one of them open, are no distance apart.
        let apart = (gap > 1e-9).then(|| points(self.lang, gap));
        match (self.lang, apart) {
            (Lang::En, Some(gap)) => format!("{gap} apart after rounding, of the same people"),
            (Lang::En, None) => "no value is both, of the same people".to_owned(),
            (Lang::Fr, Some(gap)) => format!(
                "{gap} d'écart, une fois les arrondis pris en compte, pour les mêmes personnes"
            ),
            (Lang::Fr, None) => {
                "aucune valeur ne convient aux deux, pour les mêmes personnes".to_owned()
            }
        }
    }

    fn two_ranks(&self, places: [u32; 2]) -> String {
        let [one, other] = places.map(|place| ordinal(self.lang, place));
        match self.lang {
            Lang::En => format!("{one} and {other} in one order"),
            Lang::Fr => format!("{one} et {other} rang dans un même ordre"),
        }
    }

    fn points_given(&self, stated: &ReportingSet, given: &ReportingSet) -> String {
        let [stated, given] = [stated, given].map(|set| {
            let [lo, hi] = [set.lo_f64(), set.hi_f64()].map(|end| points(self.lang, end));
            between(self.lang, &lo, &hi)
        });
        match self.lang {
            Lang::En => format!("{stated} as stated; the two figures give {given}"),
            Lang::Fr => format!("{stated} selon le texte\u{a0}; les deux chiffres donnent {given}"),
        }
    }

    fn ratio_given(&self, (least, most): (f64, Option<f64>), [lo, hi]: [f64; 2]) -> String {
        let number = |number: f64| rounded(self.lang, number);
        let stated = match most {
            Some(most) if most > least => between(self.lang, &number(least), &number(most)),
            Some(_) => number(least),
            None => format!("{} {}", pick(self.lang, ["at least", "au moins"]), number(least)),
        };
        let given = between(self.lang, &number(lo), &number(hi));
        match self.lang {
            Lang::En => format!("times {stated} as stated; the two figures give times {given}"),
            Lang::Fr => format!(
                "multiplié par {stated} selon le texte\u{a0}; par {given} selon les deux chiffres"
            ),
        }
    }

    fn same_claims(&self, count: u64) -> String {
        let count = integer(self.lang, count);
        match self.lang {
            Lang::En => {
                format!("publisher, people, dates, size and every figure are the same ({count})")
            }
            Lang::Fr => format!(
                "éditeur, personnes, dates, taille et tous les chiffres sont les mêmes ({count})"
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::{EvidenceBase, value::Rational};

    use super::*;

    #[track_caller]
    fn check(fact: &StudyFact, en: &str, fr: &str) {
        let base = EvidenceBase::default();
        let said = |lang| Speaker::new(&base, lang).study_fact(fact);
        assert_eq!(said(Lang::En), en);
        assert_eq!(said(Lang::Fr).replace('\u{a0}', "~").replace('\u{202f}', "_"), fr);
    }

    #[test]
    fn a_sum_shows_its_terms_and_what_rounding_allows() {
        let much = StudyFact::Sum { terms: vec![0.33, 0.4, 0.35], limit: 1.015 };
        check(
            &much,
            "33% + 40% + 35% = 108%, at most 101.5% by rounding",
            "33_% + 40_% + 35_% = 108_%, 101,5_% au plus par l'arrondi",
        );
        let little = StudyFact::Sum { terms: vec![0.5, 0.4], limit: 0.99 };
        check(
            &little,
            "50% + 40% = 90%, at least 99% by rounding",
            "50_% + 40_% = 90_%, 99_% au moins par l'arrondi",
        );
    }

    #[test]
    fn figures_that_only_meet_are_no_points_apart() {
        check(
            &StudyFact::TwoFigures { gap: 0.0 },
            "no value is both, of the same people",
            "aucune valeur ne convient aux deux, pour les mêmes personnes",
        );
        check(
            &StudyFact::TwoFigures { gap: 0.09 },
            "9.0 points apart after rounding, of the same people",
            "9,0 points d'écart, une fois les arrondis pris en compte, pour les mêmes personnes",
        );
    }

    #[test]
    fn a_change_is_shown_beside_the_one_that_the_figures_give() {
        let set = |lo, hi| {
            ReportingSet::new(Rational::new(lo, 100), Rational::new(hi, 100), false, false)
        };
        let (Ok(stated), Ok(given)) = (set(6, 7), set(4, 5)) else { panic!("in order") };
        check(
            &StudyFact::Points { stated, given },
            "6.0 points to 7.0 points as stated; the two figures give 4.0 points to 5.0 points",
            "6,0 points à 7,0 points selon le texte~; les deux chiffres donnent 4,0 points à 5,0 points",
        );
        check(
            &StudyFact::Ratio { stated: (4.0, Some(4.0)), given: [7.72, 7.83] },
            "times 4 as stated; the two figures give times 7.72 to 7.83",
            "multiplié par 4 selon le texte~; par 7,72 à 7,83 selon les deux chiffres",
        );
    }

    #[test]
    fn a_total_that_stands_for_a_part_leaves_less_for_it() {
        check(
            &StudyFact::TotalAsPart { total: 8750, others: 1750 },
            "8,750 are all who were asked; 1,750 others among them leave 7,000 at most",
            "8_750 est le total des personnes interrogées~; 1_750 autres en laissent 7_000 au plus",
        );
    }
}
