//! What several studies say together, in words.

use gainsay_claims::{Lang, facts::GroupFact, period::Period};
use gainsay_judge::GroupJudgement;

use super::{colon, decimal, integer, list, p_value, percent, plural, points, rounded};
use crate::{Speaker, clean};

impl Speaker<'_> {
    /// From when to when those of a group were asked, as far as that is known.
    pub(crate) fn time_of(&self, group: &GroupJudgement) -> Option<String> {
        let claims = group.claims.iter().filter_map(|id| self.base.claims.get(id));
        let periods: Vec<Period> = claims.filter_map(|claim| claim.period).collect();
        let first = periods.iter().min_by_key(|period| period.start())?;
        let last = periods.iter().max_by_key(|period| period.end())?;
        Some(self.period(&first.through(last)?))
    }

    /// A fact about three studies or more.
    pub(super) fn group(&self, fact: &GroupFact) -> String {
        match fact {
            GroupFact::Pooled { studies, share, interval, prediction, i2, p } => {
                self.pooled(*studies, [*share, interval[0], interval[1]], *prediction)
                    + &self.scatter(*i2, *p)
            }
            GroupFact::Dissenter { claim, p, i2_without } => self.dissenter(claim, *p, *i2_without),
            GroupFact::Outside { claim } => match self.lang {
                Lang::En => format!("`{}` lies outside what the others predict", clean(claim)),
                Lang::Fr => format!("`{}` sort de ce que les autres prédisent", clean(claim)),
            },
            GroupFact::Camps { true_shares, camps } => self.camps(*true_shares, camps),
            GroupFact::SizeNeeded { size } => {
                let size = integer(self.lang, *size);
                match self.lang {
                    Lang::En => format!(
                        "together they scatter by more than sampling explains from {size} people each on"
                    ),
                    Lang::Fr => format!(
                        "ensemble, elles se dispersent plus que le hasard ne l'explique à partir de {size} personnes par étude"
                    ),
                }
            }
            GroupFact::Houses { houses, waves, sign_p, mean, interval } => {
                self.houses(houses, *waves, *sign_p, [*mean, interval[0], interval[1]])
            }
            GroupFact::TooClose { polls, ratio, p, looked, expected } => {
                self.too_close(*polls, *ratio, *p) + &self.looked(*looked, *expected)
            }
            GroupFact::MoreHouses { count } => match self.lang {
                Lang::En => {
                    plural(self.lang, *count, "more pair of houses", "more pairs of houses")
                }
                Lang::Fr => plural(
                    self.lang,
                    *count,
                    "autre paire d'instituts",
                    "autres paires d'instituts",
                ),
            },
            GroupFact::Family { tested, untestable, level, conflicts, corrected } => {
                self.family([*tested, *untestable, *conflicts, *corrected], *level)
            }
        }
    }

    fn pooled(&self, studies: usize, [share, lo, hi]: [f64; 3], next: Option<[f64; 2]>) -> String {
        let lang = self.lang;
        let [share, lo, hi] = [share, lo, hi].map(|one| percent(lang, one));
        let next = next.map(|ends| ends.map(|one| percent(lang, one)));
        let studies = integer(lang, studies as u64);
        match (lang, next) {
            (Lang::En, None) => {
                format!("{studies} studies together, as if random samples: {share} ({lo} to {hi})")
            }
            (Lang::En, Some([from, to])) => format!(
                "{studies} studies together, as if random samples: {share} ({lo} to {hi}), one more \
                 study to be expected from {from} to {to}"
            ),
            (Lang::Fr, None) => format!(
                "{studies} études ensemble, si les échantillons étaient aléatoires\u{a0}: {share} \
                 (de {lo} à {hi})"
            ),
            (Lang::Fr, Some([from, to])) => format!(
                "{studies} études ensemble, si les échantillons étaient aléatoires\u{a0}: {share} \
                 (de {lo} à {hi}), une étude de plus étant attendue de {from} à {to}"
            ),
        }
    }

    fn scatter(&self, i2: f64, p: f64) -> String {
        let (between, p) = (percent(self.lang, i2), p_value(self.lang, p));
        match self.lang {
            Lang::En => format!("; {between} of the variance lies between studies ({p})"),
            Lang::Fr => format!("\u{a0}; {between} de la variance sépare les études ({p})"),
        }
    }

    fn dissenter(&self, claim: &str, p: f64, i2_without: f64) -> String {
        let (claim, p) = (clean(claim), p_value(self.lang, p));
        let without = percent(self.lang, i2_without);
        match self.lang {
            Lang::En => format!(
                "`{claim}` dissents: the others do not predict it ({p}, after looking at all); \
                 without it, {without} of the variance lies between studies"
            ),
            Lang::Fr => format!(
                "`{claim}` est dissidente\u{a0}: les autres ne la prédisent pas ({p}, toutes \
                 examinées)\u{a0}; sans elle, {without} de la variance sépare les études"
            ),
        }
    }

    fn camps(&self, true_shares: usize, camps: &[Vec<String>]) -> String {
        let camps: Vec<String> = camps
            .iter()
            .map(|camp| {
                let claims: Vec<String> =
                    camp.iter().map(|claim| format!("`{}`", clean(claim))).collect();
                format!("({})", list(self.lang, &claims))
            })
            .collect();
        let (count, camps) = (integer(self.lang, true_shares as u64), camps.join(", "));
        match self.lang {
            Lang::En => format!(
                "no one share satisfies all, {count} are needed; those that one satisfies: {camps}"
            ),
            Lang::Fr => format!(
                "aucune part ne les satisfait toutes, il en faut {count}\u{a0}; celles qu'une même \
                 part satisfait\u{a0}: {camps}"
            ),
        }
    }

    /// `waves`: in which the first is above, below and level; `mean` with its ends.
    fn houses(
        &self,
        houses: &[String; 2],
        waves: [usize; 3],
        sign_p: f64,
        mean: [f64; 3],
    ) -> String {
        let lang = self.lang;
        let is_above = mean[0] >= 0.0;
        // Told of the house that is above the other, so that no difference is negative.
        let (names, [above, below, level], [mean, lo, hi]) = match is_above {
            true => ([&houses[0], &houses[1]], waves, mean),
            false => {
                let [above, below, level] = waves;
                ([&houses[1], &houses[0]], [below, above, level], [-mean[0], -mean[2], -mean[1]])
            }
        };
        let [upper, lower] = names.map(|name| clean(name));
        let all = integer(lang, (above + below + level) as u64);
        let above = integer(lang, above as u64);
        let [mean, lo, hi] = [mean, lo, hi].map(|one| points(lang, one));
        let p = p_value(lang, sign_p);
        match lang {
            Lang::En => format!(
                "{upper} is above {lower} in {above} of {all} waves ({p}, corrected for the number of \
                 pairs), by {mean} on average ({lo} to {hi}, as if random samples)"
            ),
            Lang::Fr => format!(
                "{upper} dépasse {lower} dans {above} vagues sur {all} ({p}, corrigé pour le nombre \
                 de paires), de {mean} en moyenne (de {lo} à {hi}, si les échantillons étaient \
                 aléatoires)"
            ),
        }
    }

    fn too_close(&self, polls: usize, ratio: f64, p: f64) -> String {
        let lang = self.lang;
        let (polls, ratio, p) =
            (integer(lang, polls as u64), decimal(lang, ratio, 2), p_value(lang, p));
        match lang {
            Lang::En => format!(
                "{polls} polls that share no respondents, each held against those of the same days: \
                 the mean squared distance is {ratio} of what random samples of the published sizes \
                 give ({p})"
            ),
            Lang::Fr => format!(
                "{polls} sondages sans répondants communs, chacun face à ceux des mêmes jours\u{a0}: \
                 la distance quadratique moyenne vaut {ratio} fois celle d'échantillons aléatoires \
                 des tailles publiées ({p})"
            ),
        }
    }

    fn looked(&self, looked: usize, expected: f64) -> String {
        let lang = self.lang;
        let expected = decimal(lang, expected, 1);
        match lang {
            Lang::En => {
                let looked = plural(lang, looked, "proposition", "propositions");
                format!(
                    "; {looked} looked at, about {expected} such notes to be expected by chance"
                )
            }
            Lang::Fr => {
                let looked = plural(lang, looked, "proposition examinée", "propositions examinées");
                format!(
                    "\u{a0}; {looked}, environ {expected} telles remarques à attendre du hasard"
                )
            }
        }
    }

    /// `counts`: tested, untestable, conflicts, those left after the correction.
    fn family(&self, counts: [usize; 4], level: f64) -> String {
        let lang = self.lang;
        let [_, untestable, conflicts, corrected] = counts.map(|count| integer(lang, count as u64));
        let pairs = match lang {
            Lang::En => plural(lang, counts[0], "pair tested", "pairs tested"),
            Lang::Fr => plural(lang, counts[0], "paire testée", "paires testées"),
        };
        let expected = decimal(lang, counts[0] as f64 * level, 1);
        let level = rounded(lang, level);
        let colon = colon(lang);
        match lang {
            Lang::En => format!(
                "{pairs} at level {level}{colon}about {expected} false alarms to be expected if \
                 nothing differed; {conflicts} differ one by one, {corrected} after correcting for \
                 their number; {untestable} untestable"
            ),
            Lang::Fr => format!(
                "{pairs} au seuil {level}{colon}fausses alertes à attendre si rien ne différait, \
                 environ {expected}\u{a0}; différences une à une, {conflicts}, et {corrected} une fois \
                 corrigé pour leur nombre\u{a0}; sans test possible, {untestable}"
            ),
        }
    }
}
