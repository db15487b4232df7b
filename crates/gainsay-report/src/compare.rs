//! Two published figures against each other, without a base.

use gainsay_claims::{Lang, policy::Policy, value::ValueError};
use gainsay_judge::{
    published::{BadFigure, Compared, Side},
    stats::{BreakEven, Found, Ladder, PairTest, Strength, UnknownSizeVerdict},
};

use crate::{
    Speaker, clean,
    lang::{
        colon, decimal, integer, p_value, percent, pick, points, quoted, rounded, share, size,
        verdict,
    },
    read,
};

/// Says how two figures compare. The constants of the policy decide what matters.
pub fn render(lang: Lang, compared: &Compared, policy: &Policy) -> String {
    let base = gainsay_claims::EvidenceBase { policy: *policy, ..Default::default() };
    let speaker = Speaker::new(&base, lang);
    let mut lines: Vec<String> = compared.sides.iter().map(|side| speaker.figure(side)).collect();
    lines.push(speaker.gap(compared));
    lines.extend(speaker.outcome(compared));
    lines.push(speaker.policy());
    lines.join("\n") + "\n"
}

/// Says why a figure cannot be read or compared; lowercase, no full stop.
pub fn refusal(lang: Lang, why: &BadFigure) -> String {
    let both = match why {
        BadFigure::NotAFigure { text, error } => return not_a_figure(lang, text, error),
        BadFigure::NotAShare { text } => not_a_share(&clean(text)),
        BadFigure::NotASize { text } => not_a_size(&clean(text)),
        BadFigure::TooManySizes => [
            "give --n at most twice, once for each figure".to_owned(),
            "donner --n deux fois au plus, une par chiffre".to_owned(),
        ],
        BadFigure::BadDesignEffect => [
            "a design effect is a number of at least 1".to_owned(),
            "un effet de plan est un nombre d'au moins 1".to_owned(),
        ],
    };
    pick(lang, both.each_ref().map(String::as_str)).to_owned()
}

fn not_a_figure(lang: Lang, text: &str, error: &ValueError) -> String {
    let (said, why) = (quoted(lang, &clean(text)), read::refusal(lang, error));
    let lead = pick(lang, ["cannot read", "impossible de lire"]);
    format!("{lead} {said}{}{why}", colon(lang))
}

fn not_a_share(text: &str) -> [String; 2] {
    [
        format!("“{text}” is no share of a base; write for instance 28 %"),
        format!(
            "«\u{a0}{text}\u{a0}» n'est pas une part d'une base\u{a0}; écrire par exemple 28 %"
        ),
    ]
}

fn not_a_size(text: &str) -> [String; 2] {
    [
        format!("“{text}” is no number of people; write a number, or ? if unknown"),
        format!(
            "«\u{a0}{text}\u{a0}» n'est pas un nombre de personnes\u{a0}; écrire un nombre, ou ? s'il est inconnu"
        ),
    ]
}

impl Speaker<'_> {
    fn figure(&self, side: &Side) -> String {
        let said = quoted(self.lang, &clean(&side.text));
        let read = share(self.lang, &side.share);
        format!("{said}{}{read}, {}", colon(self.lang), size(self.lang, side.n))
    }

    fn gap(&self, compared: &Compared) -> String {
        let [first, second] = compared.facing.map(|end| percent(self.lang, end));
        let [one, other] = compared.sides.each_ref().map(|side| &side.share);
        if compared.gap == 0.0 && one.intersect(other).is_none() {
            return pick(
                self.lang,
                [
                    "no gap to measure: the figures touch, and no share fits both",
                    "aucun écart mesurable\u{a0}: les chiffres se touchent, et aucune part ne convient aux deux",
                ],
            )
            .to_owned();
        }
        if compared.gap == 0.0 {
            return pick(
                self.lang,
                [
                    "no gap: some shares fit both figures",
                    "aucun écart\u{a0}: des parts conviennent aux deux chiffres",
                ],
            )
            .to_owned();
        }
        let gap = points(self.lang, compared.gap);
        let odds = self.odds(compared.odds);
        match self.lang {
            Lang::En => {
                format!("{gap} apart after rounding, {first} facing {second}, odds ratio {odds}")
            }
            Lang::Fr => format!(
                "{gap} d'écart, une fois les arrondis pris en compte, {first} face à {second}, rapport de cotes {odds}"
            ),
        }
    }

    fn odds(&self, odds: f64) -> String {
        if odds.is_finite() {
            return decimal(self.lang, odds, 2);
        }
        pick(self.lang, ["without bound", "sans borne"]).to_owned()
    }

    fn outcome(&self, compared: &Compared) -> Vec<String> {
        match &compared.result {
            Found::Tested { test, ladder } => vec![
                self.test(test, compared.deff),
                self.ladder(ladder),
                self.size_needed(compared),
                self.sentence(verdict(self.lang, test.verdict)),
            ],
            Found::Untested(unknown) => {
                vec![self.size_needed(compared), self.sentence(self.unknown(*unknown))]
            }
        }
    }

    fn test(&self, test: &PairTest, deff: f64) -> String {
        let (lo, hi) = (points(self.lang, test.ci.lo), points(self.lang, test.ci.hi));
        let (p, deff) = (p_value(self.lang, test.p), decimal(self.lang, deff, 1));
        match self.lang {
            Lang::En => format!(
                "as if random samples, with design effect {deff}: {p}, difference from {lo} to {hi}"
            ),
            Lang::Fr => format!(
                "si les échantillons étaient aléatoires, avec un effet de plan de {deff}\u{a0}: {p}, différence de {lo} à {hi}"
            ),
        }
    }

    fn ladder(&self, ladder: &Ladder) -> String {
        let [_, assumed, double] = ladder.rungs.map(|rung| rounded(self.lang, rung.deff.value()));
        let is_told_apart = ladder.rungs[0].test.significant;
        match (ladder.strength, self.lang) {
            (None, Lang::En) if is_told_apart => {
                "told apart with design effect 1, by too little to matter by the policy".to_owned()
            }
            (None, Lang::Fr) if is_told_apart => {
                "distincts sans effet de plan, mais de trop peu pour compter selon les règles"
                    .to_owned()
            }
            (None, Lang::En) => "no conflict even with design effect 1".to_owned(),
            (None, Lang::Fr) => "pas de conflit, même sans effet de plan".to_owned(),
            (Some(Strength::Fragile), Lang::En) => {
                "a fragile conflict: only with design effect 1".to_owned()
            }
            (Some(Strength::Fragile), Lang::Fr) => {
                "conflit fragile\u{a0}: seulement sans effet de plan".to_owned()
            }
            (Some(Strength::Solid), Lang::En) => {
                format!("a solid conflict: with design effect {assumed} too")
            }
            (Some(Strength::Solid), Lang::Fr) => {
                format!("conflit solide\u{a0}: même avec un effet de plan de {assumed}")
            }
            (Some(Strength::Robust), Lang::En) => {
                format!("a robust conflict: with design effect {double} too")
            }
            (Some(Strength::Robust), Lang::Fr) => {
                format!("conflit robuste\u{a0}: même avec un effet de plan de {double}")
            }
        }
    }

    fn size_needed(&self, compared: &Compared) -> String {
        let known = compared.sides.iter().filter(|side| side.n.size().is_some()).count();
        match (compared.break_even, self.lang) {
            (BreakEven::Overlap, Lang::En) => "no size of sample would set them apart".to_owned(),
            (BreakEven::Overlap, Lang::Fr) => {
                "aucune taille d'échantillon ne les départagerait".to_owned()
            }
            (BreakEven::Never, Lang::En) => {
                "the known sample is too small: no size of the other would rule sampling out".to_owned()
            }
            (BreakEven::Never, Lang::Fr) => {
                "l'échantillon connu est trop petit\u{a0}: aucune taille de l'autre n'exclurait l'échantillonnage"
                    .to_owned()
            }
            (BreakEven::At(n), _) if known != 1 => self.break_even(n, false),
            (BreakEven::At(n), Lang::En) => format!(
                "more than sampling explains if the other asked {} people or more",
                integer(self.lang, n)
            ),
            (BreakEven::At(n), Lang::Fr) => format!(
                "plus que l'échantillonnage n'explique si l'autre a interrogé au moins {} personnes",
                integer(self.lang, n)
            ),
        }
    }

    /// What follows when a size is unknown.
    pub(crate) fn unknown(&self, verdict: UnknownSizeVerdict) -> &'static str {
        match (verdict, self.lang) {
            (UnknownSizeVerdict::Compatible, Lang::En) => {
                "they are compatible; the gap is too small to matter, whatever the sizes"
            }
            (UnknownSizeVerdict::Compatible, Lang::Fr) => {
                "ils sont compatibles\u{a0}; l'écart est trop petit pour compter, quelles que soient les tailles"
            }
            (UnknownSizeVerdict::AnyPlausible(_), Lang::En) => {
                "they conflict at any plausible size"
            }
            (UnknownSizeVerdict::AnyPlausible(_), Lang::Fr) => {
                "ils se contredisent à toute taille plausible"
            }
            (UnknownSizeVerdict::IfAtLeast(_), Lang::En) => {
                "it depends on the size that is not disclosed"
            }
            (UnknownSizeVerdict::IfAtLeast(_), Lang::Fr) => {
                "tout dépend de la taille non communiquée"
            }
            (UnknownSizeVerdict::NotEstablished, Lang::En) => {
                "a conflict is not established; it would take more people than can be supposed"
            }
            (UnknownSizeVerdict::NotEstablished, Lang::Fr) => {
                "un conflit n'est pas établi\u{a0}; il y faudrait plus de personnes qu'on ne peut le supposer"
            }
        }
    }

    fn sentence(&self, words: &str) -> String {
        format!("verdict{}{words}", colon(self.lang))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// 28 % of 300 against 18 % of 1,000, or of sizes that nobody told.
    pub(crate) fn compared(is_known: bool) -> Compared {
        at(if is_known { ["300", "1000"] } else { ["?"; 2] }, 2.0)
    }

    fn at(sizes: [&str; 2], deff: f64) -> Compared {
        let texts = ["28 %", "18 %"].map(str::to_owned);
        Compared::of(texts, &sizes.map(str::to_owned), deff).expect("shares and sizes")
    }

    #[test]
    fn the_real_design_effects_are_named() {
        let said = |n: u32, deff| {
            let compared = at([n.to_string().as_str(); 2], deff);
            let shown = render(Lang::En, &compared, &Policy::default());
            shown.lines().nth(4).expect("the ladder has a line").to_owned()
        };
        assert_eq!(said(5000, 3.0), "a robust conflict: with design effect 6 too");
        assert_eq!(said(600, 3.0), "a solid conflict: with design effect 3 too");
        assert_eq!(said(200, 3.0), "a fragile conflict: only with design effect 1");
        assert_eq!(said(20, 3.0), "no conflict even with design effect 1");
    }

    #[test]
    fn known_sizes_give_a_test() {
        let shown = render(Lang::En, &compared(true), &Policy::default());
        insta::assert_snapshot!(shown, @"
        “28 %”: 27.5% to 28.5%, n = 300
        “18 %”: 17.5% to 18.5%, n = 1,000
        9.0 points apart after rounding, 27.5% facing 18.5%, odds ratio 1.67
        as if random samples, with design effect 2.0: p = 0.017, difference from 1.5 points to 17.3 points
        a solid conflict: with design effect 2 too
        more than sampling explains from 338 people each on
        verdict: they differ by more than rounding and sampling explain
        policy: level 0.05; a gap matters from 5.0 points or odds of 2 to 1; design effect 2; where n is unknown, a gap that 100 people each or fewer would establish counts, one that takes more than 1,000 does not; a subgroup is taken to hold at least 5% of n, known or not
        ");
    }

    #[test]
    fn unknown_sizes_give_a_break_even_size() {
        let shown = render(Lang::Fr, &compared(false), &Policy::default());
        insta::assert_snapshot!(shown.replace('\u{202f}', "_").replace('\u{a0}', "~"), @"
        «~28 %~»~: 27,5_% à 28,5_%, n non communiqué
        «~18 %~»~: 17,5_% à 18,5_%, n non communiqué
        9,0 points d'écart, une fois les arrondis pris en compte, 27,5_% face à 18,5_%, rapport de cotes 1,67
        l'écart dépasse ce que le hasard explique à partir de 338 personnes par étude
        verdict~: tout dépend de la taille non communiquée
        règles~: seuil 0,05~; un écart compte à partir de 5,0 points ou d'une cote 2 fois plus élevée~; effet de plan 2~; à n inconnu, un écart établi dès 100 personnes par étude compte, un écart qui en demande plus de 1_000 ne compte pas~; un sous-groupe est supposé réunir au moins 5_% de n, connu ou non
        ");
    }
}
