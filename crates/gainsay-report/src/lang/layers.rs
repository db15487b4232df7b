//! A difference in layers: rounding, sampling, design, what else differs, and what
//! stays unexplained.

use gainsay_claims::{
    Lang,
    facts::{Dimension, Explains, Reach},
};

use super::{colon, decimal, integer, p_value, percent, plural, points};
use crate::Speaker;

impl Speaker<'_> {
    /// How far apart two shares are once rounding is taken off.
    pub(super) fn apart(&self, gap: f64, rounding: Option<f64>) -> String {
        let lang = self.lang;
        let gap = points(lang, gap);
        match (lang, rounding.map(|rounding| points(lang, rounding))) {
            (Lang::En, None) => format!("{gap} apart after rounding"),
            (Lang::En, Some(rounding)) => {
                format!("{gap} apart after rounding, which explains {rounding}")
            }
            (Lang::Fr, None) => format!("{gap} d'écart, une fois les arrondis pris en compte"),
            (Lang::Fr, Some(rounding)) => {
                format!("{gap} d'écart, une fois déduit l'arrondi ({rounding})")
            }
        }
    }

    /// How far sampling reaches, as if the bases were random samples; of sizes that
    /// were partly assumed, if so.
    pub(super) fn tested(&self, p: f64, reach: Reach, assumed: bool) -> String {
        let lang = self.lang;
        let p = p_value(lang, p);
        let [random, tested, total] =
            [reach.random, reach.tested, reach.total].map(|one| points(lang, one));
        let lead = match (lang, assumed) {
            (Lang::En, false) => "as if random samples",
            (Lang::En, true) => "as if random samples of the assumed sizes",
            (Lang::Fr, false) => "si les échantillons étaient aléatoires",
            (Lang::Fr, true) => "si les échantillons étaient aléatoires et des tailles supposées",
        };
        let left = self.left(reach.left);
        match lang {
            Lang::En => format!(
                "{lead}, sampling alone reaches {random}; {tested} with the design effect assumed \
                 ({p}), {total} with twice that; {left}"
            ),
            Lang::Fr => format!(
                "{lead}, le hasard seul expliquerait jusqu'à {random}\u{a0}; {tested} avec l'effet \
                 de plan supposé ({p}), {total} avec le double\u{a0}; {left}"
            ),
        }
    }

    fn left(&self, left: f64) -> String {
        let shown = points(self.lang, left);
        match (left > 0.0, self.lang) {
            (true, Lang::En) => format!("{shown} are left to explain"),
            (true, Lang::Fr) => format!("reste à expliquer\u{a0}: {shown}"),
            (false, Lang::En) => "then nothing is left to explain".to_owned(),
            (false, Lang::Fr) => "alors rien ne reste à expliquer".to_owned(),
        }
    }

    pub(super) fn decided(&self, shares: [f64; 2], z: f64) -> String {
        let lang = self.lang;
        let [left, right] = shares.map(|share| percent(lang, share));
        let z = decimal(lang, z, 2);
        match lang {
            Lang::En => format!(
                "without those who did not know: {left} and {right}, z = {z} as if random samples"
            ),
            Lang::Fr => format!(
                "sans ceux qui ne se prononcent pas\u{a0}: {left} et {right}, z = {z} si les \
                 échantillons étaient aléatoires"
            ),
        }
    }

    /// What one study shows when only this differs; `counts` are all contrasts and
    /// those as large as the gap.
    pub(super) fn usual(
        &self,
        dimension: Dimension,
        counts: [usize; 2],
        median: f64,
        explains: Explains,
    ) -> String {
        let lang = self.lang;
        let [contrasts, as_large] = counts;
        let contrasts = match lang {
            Lang::En => plural(lang, contrasts, "contrast on record", "contrasts on record"),
            Lang::Fr => plural(lang, contrasts, "contraste consigné", "contrastes consignés"),
        };
        let (median, as_large) = (points(lang, median), integer(lang, as_large as u64));
        let verdict = match (explains, lang) {
            (Explains::Usually, Lang::En) => "this usually makes as much",
            (Explains::Usually, Lang::Fr) => "cela fait souvent autant",
            (Explains::Possibly, Lang::En) => "this may make as much",
            (Explains::Possibly, Lang::Fr) => "cela peut faire autant",
            (Explains::Rarely, Lang::En) => "this rarely makes as much",
            (Explains::Rarely, Lang::Fr) => "cela fait rarement autant",
        };
        let name = self.dimension(dimension);
        let colon = colon(lang);
        match lang {
            Lang::En => format!(
                "{name} as the only difference{colon}{contrasts} within one publisher, median {median}, {as_large} \
                 as large as the gap; {verdict}"
            ),
            Lang::Fr => format!(
                "{name}, seule différence{colon}{contrasts} chez un même éditeur, médiane {median}, \
                 dont aussi grands que l'écart\u{a0}: {as_large}\u{a0}; {verdict}"
            ),
        }
    }
}
