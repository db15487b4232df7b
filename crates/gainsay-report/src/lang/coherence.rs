//! What claims on several propositions say together, in words.

use gainsay_claims::{
    Lang,
    facts::{Bound, CoherenceFact, Says},
    vocabulary::{PropositionRelation, RelationKind},
};

use super::{colon, integer, join, list, percent, points, quoted, rounded, share};
use crate::{Speaker, clean};

/// By how much polls just before elections are off, in fractions: the root mean square
/// error of 4,221 polls (Shirani-Mehr, Rothschild, Goel and Gelman 2018).
const USUAL_ERROR: f64 = 0.035;

impl Speaker<'_> {
    /// A fact about claims that bear on each other.
    pub(super) fn coherence(&self, fact: &CoherenceFact) -> String {
        match fact {
            CoherenceFact::Claim { id } => self.about(id),
            CoherenceFact::Relation(relation) => self.relation(relation),
            CoherenceFact::Distance { distance, shares } => self.distance(*distance, *shares),
            CoherenceFact::Sum { bounds, excess } => self.sum(bounds, *excess),
            CoherenceFact::People { universe, regions } => {
                let people = format!("{}, {}", self.universe(universe), self.regions(regions));
                match self.lang {
                    Lang::En => format!(
                        "taken to be about one population{}{people}; months, mode of interview and \
                         sponsor may differ",
                        colon(self.lang)
                    ),
                    Lang::Fr => format!(
                        "supposées porter sur une même population{}{people}\u{a0}; mois, mode \
                         d'enquête et commanditaire peuvent différer",
                        colon(self.lang)
                    ),
                }
            }
            CoherenceFact::AssumedSize { claim, size } => {
                let (claim, size) = (clean(claim), integer(self.lang, *size));
                match self.lang {
                    Lang::En => format!("n of `{claim}` not disclosed: {size} assumed"),
                    Lang::Fr => {
                        format!("n de `{claim}` non communiqué\u{a0}: {size} supposés")
                    }
                }
            }
            CoherenceFact::Compound { claim, counted, part, share: left } => {
                let [counted, part] =
                    [counted, part].map(|one| quoted(self.lang, &self.proposition(one)));
                let (claim, left) = (clean(claim), share(self.lang, left));
                match self.lang {
                    Lang::En => format!("`{claim}` counts {counted}: {left} for {part} alone"),
                    Lang::Fr => {
                        format!("`{claim}` compte {counted}\u{a0}: {left} pour {part} seul")
                    }
                }
            }
            CoherenceFact::TooMany { events, limit } => self.too_many(*events, *limit),
            CoherenceFact::ImpossibleRelations => match self.lang {
                Lang::En => "the relations of the vocabulary leave nobody".to_owned(),
                Lang::Fr => "les relations du vocabulaire ne laissent personne".to_owned(),
            },
            CoherenceFact::Unsolved => match self.lang {
                Lang::En => "the linear program could not be solved".to_owned(),
                Lang::Fr => "le programme linéaire n'a pas pu être résolu".to_owned(),
            },
        }
    }

    /// A claim with what it is about.
    fn about(&self, id: &str) -> String {
        let Some(claim) = self.base.claims.get(id) else { return clean(id) };
        let about = quoted(self.lang, &self.proposition(&claim.proposition));
        format!("{}, {about}{}{}", self.source_of(id), colon(self.lang), self.claim(claim))
    }

    fn relation(&self, relation: &PropositionRelation) -> String {
        let lang = self.lang;
        let of = relation.of.iter().map(|one| quoted(lang, &self.proposition(one)));
        let of: Vec<String> = of.collect();
        let all = list(lang, &of);
        match (relation.kind, lang) {
            (RelationKind::Implies, Lang::En) => of.join(" implies "),
            (RelationKind::Implies, Lang::Fr) => of.join(" implique "),
            (RelationKind::Excludes, Lang::En) => format!("nobody is two of {all}"),
            (RelationKind::Excludes, Lang::Fr) => format!("{all} s'excluent"),
            (RelationKind::Complement | RelationKind::Partition, Lang::En) => {
                format!("everybody is exactly one of {all}")
            }
            (RelationKind::Complement | RelationKind::Partition, Lang::Fr) => {
                format!("de {all}, exactement un vaut pour chacun")
            }
            (RelationKind::Equivalent, Lang::En) => format!("{all} are the same"),
            (RelationKind::Equivalent, Lang::Fr) => format!("{all} sont la même chose"),
        }
    }

    fn distance(&self, distance: f64, shares: usize) -> String {
        let lang = self.lang;
        let [distance, usual] = [distance, USUAL_ERROR].map(|one| points(lang, one));
        let shares = integer(lang, shares as u64);
        match lang {
            Lang::En => format!(
                "for all to hold, each of {shares} shares would have to be off by {distance} beyond \
                 rounding and sampling, or one of them by more; polls just before elections were off by about \
                 {usual} in all (root mean square)"
            ),
            Lang::Fr => format!(
                "pour que toutes soient vraies, chacune des {shares} parts devrait se tromper de \
                 {distance} au-delà des arrondis et du hasard, ou l'une d'elles de plus\u{a0}; les sondages juste avant une \
                 élection se trompaient d'environ {usual} en tout (moyenne quadratique)"
            ),
        }
    }

    fn sum(&self, bounds: &[Bound], excess: f64) -> String {
        let lang = self.lang;
        let bounds: Vec<String> = bounds.iter().map(|bound| self.bound(bound)).collect();
        let (sum, excess) = (bounds.join(" + "), points(lang, excess));
        match lang {
            Lang::En => format!(
                "with rounding and sampling allowed for, {sum}: together they miss by {excess} \
                 whatever the population"
            ),
            Lang::Fr => format!(
                "compte tenu des arrondis et du hasard, {sum}\u{a0}: ensemble, il s'en faut de \
                 {excess} quelle que soit la population"
            ),
        }
    }

    /// `0.9 × (`a/x` at least 60%)`.
    fn bound(&self, bound: &Bound) -> String {
        let lang = self.lang;
        let says = match (bound.says, lang) {
            (Says::AtLeast(share), Lang::En) => format!("at least {}", percent(lang, share)),
            (Says::AtLeast(share), Lang::Fr) => format!("au moins {}", percent(lang, share)),
            (Says::AtMost(share), Lang::En) => format!("at most {}", percent(lang, share)),
            (Says::AtMost(share), Lang::Fr) => format!("au plus {}", percent(lang, share)),
            (Says::Somebody, Lang::En) => "that somebody was asked".to_owned(),
            (Says::Somebody, Lang::Fr) => "que quelqu'un a été interrogé".to_owned(),
        };
        let of = bound.base.as_ref().map(|base| quoted(lang, &self.universe(base)));
        let of = match (of, lang) {
            (None, _) => String::new(),
            (Some(base), Lang::En) => format!(", base {base}"),
            (Some(base), Lang::Fr) => format!(", base {base}"),
        };
        let told = format!("(`{}`{of}{}{says})", clean(&bound.claim), colon(lang));
        match (bound.weight - 1.0).abs() < 1e-9 {
            true => told,
            false => format!("{} × {told}", rounded(lang, bound.weight)),
        }
    }

    fn too_many(&self, events: usize, limit: usize) -> String {
        let [events, limit] = [events, limit].map(|count| integer(self.lang, count as u64));
        match self.lang {
            Lang::En => format!(
                "{events} propositions and bases bear on each other, {limit} can be checked together"
            ),
            Lang::Fr => format!(
                "{events} propositions et bases sont liées, {limit} peuvent être vérifiées ensemble"
            ),
        }
    }

    /// What claims together imply about a proposition.
    pub(crate) fn implied(&self, share: [f64; 2], claims: &[String]) -> String {
        let lang = self.lang;
        let share = super::range(lang, share[0], share[1]);
        let names: Vec<String> = claims.iter().map(|claim| format!("`{}`", clean(claim))).collect();
        match lang {
            Lang::En => {
                format!("{} together imply {share}, if about one population", join(&names, "and"))
            }
            Lang::Fr => format!(
                "{} impliquent ensemble {share}, si la population est la même",
                join(&names, "et")
            ),
        }
    }
}
