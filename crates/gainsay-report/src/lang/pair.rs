//! How two claims compare, in words.
//!
//! Sampling is always spoken of "as if" the bases were random samples of their
//! effective sizes: for opt-in panels nothing more is known.

use gainsay_claims::{
    Lang,
    facts::{Dimension, PairFact, Side, SizeReason},
};

use super::{colon, decimal, integer, list};
use crate::{Speaker, clean};

impl Speaker<'_> {
    /// A fact about two claims.
    pub(crate) fn pair(&self, fact: &PairFact) -> String {
        let lang = self.lang;
        match (fact, lang) {
            (PairFact::Apart { gap, rounding }, _) => self.apart(*gap, *rounding),
            (PairFact::OddsApart { ratio }, _) => self.odds_apart(*ratio),
            (PairFact::Unspoken { claims }, _) => self.unspoken(claims),
            (PairFact::Tested { p, reach, .. }, _) => self.tested(*p, *reach, false),
            (PairFact::Decided { shares, z }, _) => self.decided(*shares, *z),
            (PairFact::Usual { dimension, contrasts, median, as_large, explains }, _) => {
                let counts = [*contrasts, *as_large];
                self.usual(*dimension, counts, *median, *explains)
            }
            (PairFact::AssumedSize { claim, size, of, by }, _) => {
                self.assumed_size(claim, *size, *of, *by)
            }
            (PairFact::BreakEven { size, any_plausible }, _) => {
                self.break_even(*size, *any_plausible)
            }
            (PairFact::BreakEvenOther { claim, size, any_plausible }, _) => {
                self.break_even_other(claim, *size, *any_plausible)
            }
            (PairFact::NeverEnough { claim }, Lang::En) => format!(
                "`{}` rests on too few: no size of the other would rule sampling out",
                clean(claim)
            ),
            (PairFact::NeverEnough { claim }, Lang::Fr) => format!(
                "`{}` repose sur trop peu de cas\u{a0}: aucune taille de l'autre n'exclurait l'échantillonnage",
                clean(claim)
            ),
            (PairFact::Same(dimensions), _) => self.same(dimensions),
            (PairFact::Differs { dimension, sides }, _) => self.differs(*dimension, sides),
            (PairFact::Dependent { declared, why }, _) => self.dependent(*declared, why),
        }
    }

    /// Why two studies may be one piece of evidence.
    pub(crate) fn dependent(&self, declared: bool, why: &str) -> String {
        let why = clean(why);
        match (declared, self.lang) {
            (true, Lang::En) => format!("not independent, as a publisher says: {why}"),
            (true, Lang::Fr) => format!("études liées, de l'aveu d'un éditeur\u{a0}: {why}"),
            (false, Lang::En) => format!("perhaps not independent: {why}"),
            (false, Lang::Fr) => format!("études peut-être liées\u{a0}: {why}"),
        }
    }

    /// From which common size on the gap is more than sampling explains.
    pub(crate) fn break_even(&self, size: u64, any_plausible: bool) -> String {
        let size = self.people_enough(size);
        match (any_plausible, self.lang) {
            (false, Lang::En) => {
                format!("more than sampling explains from {size} people each on")
            }
            (false, Lang::Fr) => {
                format!(
                    "l'écart dépasse ce que le hasard explique à partir de {size} personnes par étude"
                )
            }
            (true, Lang::En) => format!(
                "more than sampling explains at any plausible size: {size} people each are enough"
            ),
            (true, Lang::Fr) => format!(
                "l'écart dépasse ce que le hasard explique à toute taille plausible\u{a0}: {size} personnes par étude suffisent"
            ),
        }
    }

    /// A break-even size. Intervals of fewer than 30 say too little to name one.
    fn people_enough(&self, size: u64) -> String {
        const FEW: u64 = 30;
        match (size < FEW, self.lang) {
            (false, lang) => integer(lang, size),
            (true, Lang::En) => format!("fewer than {FEW}"),
            (true, Lang::Fr) => format!("moins de {FEW}"),
        }
    }

    fn break_even_other(&self, claim: &str, size: u64, any_plausible: bool) -> String {
        let (claim, size) = (clean(claim), self.people_enough(size));
        match (any_plausible, self.lang) {
            (false, Lang::En) => {
                format!("more than sampling explains from {size} people in `{claim}` on")
            }
            (false, Lang::Fr) => format!(
                "l'écart dépasse ce que le hasard explique à partir de {size} personnes dans `{claim}`"
            ),
            (true, Lang::En) => format!(
                "more than sampling explains at any plausible size: {size} people in `{claim}` are enough"
            ),
            (true, Lang::Fr) => format!(
                "l'écart dépasse ce que le hasard explique à toute taille plausible\u{a0}: {size} personnes dans `{claim}` suffisent"
            ),
        }
    }

    /// The same in several dimensions.
    pub(crate) fn dimensions(&self, dimensions: &[Dimension]) -> String {
        let names: Vec<String> =
            dimensions.iter().map(|dimension| self.dimension(*dimension).to_owned()).collect();
        list(self.lang, &names)
    }

    fn odds_apart(&self, ratio: f64) -> String {
        let shown = decimal(self.lang, ratio, 1);
        match (ratio.is_finite(), self.lang) {
            (true, Lang::En) => format!("few points apart, yet with odds {shown} times as high"),
            (true, Lang::Fr) => {
                format!("peu de points d'écart, mais une cote {shown} fois plus élevée")
            }
            (false, Lang::En) => "few points apart, yet one of them may be none or all".to_owned(),
            (false, Lang::Fr) => {
                "peu de points d'écart, mais l'un des deux peut être nul ou total".to_owned()
            }
        }
    }

    fn assumed_size(&self, claim: &str, size: u64, of: u64, by: SizeReason) -> String {
        let (claim, size, of) = (clean(claim), self.count(size), self.count(of));
        match (by, self.lang) {
            (SizeReason::SubsampleFloor, Lang::En) => {
                format!("`{claim}`: n of its base not disclosed; {size} assumed, of {of} asked")
            }
            (SizeReason::SubsampleFloor, Lang::Fr) => format!(
                "`{claim}`\u{a0}: n de la base non communiqué\u{a0}; {size} supposés, sur {of} interrogés"
            ),
            (SizeReason::PublishedShares, Lang::En) => format!(
                "`{claim}`: n of its base not disclosed; {size} by its published share of {of} asked"
            ),
            (SizeReason::PublishedShares, Lang::Fr) => format!(
                "`{claim}`\u{a0}: n de la base non communiqué\u{a0}; {size} d'après sa part publiée de {of} interrogés"
            ),
        }
    }

    fn same(&self, dimensions: &[Dimension]) -> String {
        let names = self.dimensions(dimensions);
        match self.lang {
            Lang::En => format!("no difference recorded in {names}"),
            Lang::Fr => format!("aucune différence consignée\u{a0}: {names}"),
        }
    }

    fn differs(&self, dimension: Dimension, sides: &[Side; 2]) -> String {
        if *sides == [Side::Unknown, Side::Unknown] {
            return self.undisclosed_on_both_sides(dimension);
        }
        let [left, right] = sides.each_ref().map(|side| self.side(side));
        let name = self.dimension(dimension);
        let open = sides.contains(&Side::Unknown);
        let lead = match (self.lang, open) {
            (Lang::En, false) => format!("different {name}"),
            (Lang::En, true) => format!("{name} may differ"),
            (Lang::Fr, false) => format!("différence de {name}"),
            (Lang::Fr, true) => format!("différence possible de {name}"),
        };
        format!("{}{}{left} / {right}", elide(&lead), colon(self.lang))
    }

    fn undisclosed_on_both_sides(&self, dimension: Dimension) -> String {
        let name = self.dimension(dimension);
        match self.lang {
            Lang::En => format!("{name} not disclosed on either side"),
            Lang::Fr => format!("non communiqué de part et d'autre\u{a0}: {name}"),
        }
    }
}

/// "de unité" becomes "d'unité".
fn elide(text: &str) -> String {
    text.replace("de unité", "d'unité")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn an_assumed_size_says_what_it_follows_from() {
        let base = fixture::base();
        let said = |lang, by| {
            let (size, of) = (120, 1500);
            let claim = "fixture-a/2013/bought".to_owned();
            Speaker::new(&base, lang).pair(&PairFact::AssumedSize { claim, size, of, by })
        };
        assert_eq!(
            said(Lang::En, SizeReason::SubsampleFloor),
            "`fixture-a/2013/bought`: n of its base not disclosed; 120 assumed, of 1,500 asked"
        );
        let published = said(Lang::En, SizeReason::PublishedShares);
        assert!(published.ends_with("120 by its published share of 1,500 asked"), "{published}");
        let french = said(Lang::Fr, SizeReason::PublishedShares);
        assert!(french.contains("120 d'après sa part publiée"), "{french}");
    }
}
