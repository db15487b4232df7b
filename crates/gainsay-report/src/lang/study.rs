//! What a study says of itself, and what follows from it, in words.

use gainsay_claims::{Lang, facts::StudyFact, sample::Sample};

use super::{integer, percent, pick, points, range, rounded, share, size};
use crate::{Speaker, clean};

impl Speaker<'_> {
    /// A fact about one study.
    pub(crate) fn study_fact(&self, fact: &StudyFact) -> String {
        let lang = self.lang;
        let count = |number: u64| integer(lang, number);
        let part = |fraction: f64| percent(lang, fraction);
        let sentences = match fact {
            StudyFact::Sum { terms, limit } => return self.sum(terms, *limit),
            StudyFact::Asked(n) => return size(lang, *n),
            StudyFact::TwoSizes([one, other]) => return self.two_sizes(*one, *other),
            StudyFact::Named { study } => {
                let study = clean(study);
                [format!("the study `{study}`"), format!("l'étude `{study}`")]
            }
            StudyFact::Fieldwork(period) => {
                let period = self.period(period);
                [format!("people were asked: {period}"), format!("enquête\u{a0}: {period}")]
            }
            StudyFact::Published(period) => {
                let period = self.period(period);
                [format!("published: {period}"), format!("publication\u{a0}: {period}")]
            }
            StudyFact::PartAbove { part: least, whole } => {
                let (least, most) = (part(*least), part(*whole));
                [
                    format!("the part is at least {least}, the whole at most {most}"),
                    format!("la partie est d'au moins {least}, le tout d'au plus {most}"),
                ]
            }
            StudyFact::Nested { share: inner, of, range: [lo, hi] } => {
                let (inner, of) = (share(lang, inner), share(lang, of));
                let whole = range(lang, *lo, *hi);
                [
                    format!("{inner} of a part that is {of} leaves {whole} of the whole"),
                    format!("{inner} d'une partie qui est de {of} laisse {whole} du tout"),
                ]
            }
            StudyFact::Between { lo, hi } => {
                let parts = range(lang, *lo, *hi);
                [format!("its parts reach from {parts}"), format!("ses parties vont de {parts}")]
            }
            StudyFact::Mixed { lo, hi } => {
                let parts = range(lang, *lo, *hi);
                [
                    format!("its parts, weighted by their sizes, come to {parts}"),
                    format!("ses parties, pondérées par leurs tailles, donnent {parts}"),
                ]
            }
            StudyFact::BaseSize { claim, of, range: [lo, hi] } => {
                let (claim, of) = (clean(claim), count(*of));
                let (lo, hi) = (count(*lo), count(*hi));
                [
                    format!("the base of `{claim}` is {lo} to {hi} of the {of} who were asked"),
                    format!(
                        "la base de `{claim}` compte {lo} à {hi} des {of} personnes interrogées"
                    ),
                ]
            }
            StudyFact::NoCount { claim, n } => self.no_count(claim, *n),
            StudyFact::MoreThanAsked { part, all } => {
                let (part, all) = (size(lang, *part), size(lang, *all));
                [
                    format!("a part ({part}) holds more than were asked in all ({all})"),
                    format!("une partie ({part}) compte plus que l'ensemble ({all})"),
                ]
            }
            StudyFact::CountsOthersToo { these, others } => {
                let (these, others, all) = (count(*these), count(*others), count(these + others));
                [
                    format!("{these} + {others} = {all}: the larger number counts others too"),
                    format!(
                        "{these} + {others} = {all}\u{a0}: le plus grand nombre en compte d'autres aussi"
                    ),
                ]
            }
            StudyFact::TwoFigures { gap } => {
                let gap = points(lang, *gap);
                [
                    format!("{gap} apart after rounding, of the same people at the same time"),
                    format!("{gap} d'écart après arrondi, pour les mêmes personnes au même moment"),
                ]
            }
            StudyFact::Points { stated, given } => {
                let span = |lo: f64, hi: f64| {
                    let ends = [points(lang, lo), points(lang, hi)];
                    ends.join(pick(lang, [" to ", " à "]))
                };
                let stated = span(stated.lo_f64(), stated.hi_f64());
                let given = span(given.lo_f64(), given.hi_f64());
                [
                    format!("{stated} as stated, {given} as the two figures give it"),
                    format!("{stated} selon le texte, {given} selon les deux chiffres"),
                ]
            }
            StudyFact::Ratio { stated: (least, most), given: [lo, hi] } => {
                self.ratio(*least, *most, [*lo, *hi])
            }
            StudyFact::SameClaims { count: claims } => {
                let claims = count(*claims as u64);
                [
                    format!(
                        "same publisher, people, dates and size, and the same figures ({claims})"
                    ),
                    format!(
                        "mêmes éditeur, personnes, dates et taille, et mêmes chiffres ({claims})"
                    ),
                ]
            }
            StudyFact::IfUnweighted => [
                "this holds if the figures are not weighted; the source does not tell".to_owned(),
                "cela vaut si les chiffres ne sont pas redressés\u{a0}; la source ne le dit pas"
                    .to_owned(),
            ],
        };
        pick(lang, sentences)
    }

    /// `33% + 40% + 35% = 108%; rounding allows 101.5% at most`.
    fn sum(&self, terms: &[f64], limit: f64) -> String {
        let lang = self.lang;
        let total: f64 = terms.iter().sum();
        let added: Vec<String> = terms.iter().map(|term| percent(lang, *term)).collect();
        let (added, sum, limit_shown) =
            (added.join(" + "), percent(lang, total), percent(lang, limit));
        let [en, fr] =
            if total > limit { ["at most", "au plus"] } else { ["at least", "au moins"] };
        match lang {
            Lang::En => format!("{added} = {sum}, {en} {limit_shown} by rounding"),
            Lang::Fr => format!("{added} = {sum}, {fr} {limit_shown} par l'arrondi"),
        }
    }

    fn two_sizes(&self, one: Sample, other: Sample) -> String {
        let [one, other] = [one, other].map(|sample| size(self.lang, sample));
        match self.lang {
            Lang::En => format!("the same people, with two numbers: {one}, {other}"),
            Lang::Fr => format!("les mêmes personnes, avec deux nombres\u{a0}: {one}, {other}"),
        }
    }

    fn no_count(&self, claim: &str, n: u64) -> [String; 2] {
        let figure = self.base.claims.get(claim).and_then(|claim| claim.evidence());
        let figure = figure.map_or_else(|| clean(claim), |one| clean(&one.text));
        let n = integer(self.lang, n);
        [
            format!("no whole number of {n} people rounds to {figure}"),
            format!("aucun nombre entier de personnes sur {n} ne s'arrondit à {figure}"),
        ]
    }

    fn ratio(&self, least: f64, most: Option<f64>, [lo, hi]: [f64; 2]) -> [String; 2] {
        let number = |number: f64| rounded(self.lang, number);
        let given = [number(lo), number(hi)];
        let stated = [Some(number(least)), most.map(number)];
        let span = |ends: [Option<String>; 2], to: &str, from: &str| match ends {
            [Some(lo), Some(hi)] if lo == hi => lo,
            [Some(lo), Some(hi)] => format!("{lo} {to} {hi}"),
            [lo, _] => format!("{from} {}", lo.unwrap_or_default()),
        };
        let [en, fr] = [("to", "at least"), ("à", "au moins")].map(|(to, from)| {
            let given = given.each_ref().map(|end| Some(end.clone()));
            (span(stated.clone(), to, from), span(given, to, from))
        });
        [
            format!("times {} as stated, times {} as the two figures give it", en.0, en.1),
            format!("multiplié par {} selon le texte, par {} selon les deux chiffres", fr.0, fr.1),
        ]
    }
}
