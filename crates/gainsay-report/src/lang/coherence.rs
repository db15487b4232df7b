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
            CoherenceFact::Sum { bounds, excess } => self.weighted_sum(bounds, *excess),
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
                format!("chacun relève d'exactement l'un de ceux-ci\u{a0}: {all}")
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

    fn weighted_sum(&self, bounds: &[Bound], excess: f64) -> String {
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

#[cfg(test)]
mod tests {
    use gainsay_claims::Proposition;

    use super::*;
    use crate::fixture;

    /// The sentences in both languages, with visible spaces.
    fn told(facts: &[CoherenceFact]) -> String {
        let base = fixture::base();
        let say = |lang| {
            let speaker = Speaker::new(&base, lang);
            facts.iter().map(move |fact| speaker.coherence(fact)).collect::<Vec<_>>()
        };
        let lines = [say(Lang::En), say(Lang::Fr)].concat().join("\n");
        lines.replace('\u{202f}', "_").replace('\u{a0}', "~")
    }

    fn relation(kind: RelationKind, of: &[&str]) -> CoherenceFact {
        let of = of.iter().map(|one| one.parse::<Proposition>().expect(one)).collect();
        CoherenceFact::Relation(PropositionRelation { kind, of })
    }

    #[test]
    fn relations_are_sentences() {
        let facts = [
            relation(RelationKind::Implies, &["loyal", "bought"]),
            relation(RelationKind::Excludes, &["loyal", "bought", "left"]),
            relation(RelationKind::Partition, &["loyal", "bought"]),
            relation(RelationKind::Equivalent, &["loyal", "bought"]),
        ];
        insta::assert_snapshot!(told(&facts), @"
        “loyal” implies “bought because of social media”
        nobody is two of “loyal”, “bought because of social media” and “left”
        everybody is exactly one of “loyal” and “bought because of social media”
        “loyal” and “bought because of social media” are the same
        «~loyal~» implique «~a acheté à cause des médias sociaux~»
        «~loyal~», «~a acheté à cause des médias sociaux~» et «~left~» s'excluent
        chacun relève d'exactement l'un de ceux-ci~: «~loyal~» et «~a acheté à cause des médias sociaux~»
        «~loyal~» et «~a acheté à cause des médias sociaux~» sont la même chose
        ");
    }

    #[test]
    fn a_sum_names_each_claim_and_its_weight() {
        let bound = |base: Option<&str>, says, weight| Bound {
            claim: fixture::claim("a"),
            base: base.map(str::to_owned),
            says,
            weight,
        };
        let bounds = vec![
            bound(None, Says::AtLeast(0.6), 1.0),
            bound(Some("users"), Says::AtMost(0.25), 0.6),
            bound(None, Says::Somebody, 2.0),
        ];
        insta::assert_snapshot!(told(&[CoherenceFact::Sum { bounds, excess: 0.041 }]), @"
        with rounding and sampling allowed for, (`fixture-a/2013/bought`: at least 60%) + 0.6 × (`fixture-a/2013/bought`, base “social media users”: at most 25%) + 2 × (`fixture-a/2013/bought`: that somebody was asked): together they miss by 4.1 points whatever the population
        compte tenu des arrondis et du hasard, (`fixture-a/2013/bought`~: au moins 60_%) + 0,6 × (`fixture-a/2013/bought`, base «~utilisateurs des médias sociaux~»~: au plus 25_%) + 2 × (`fixture-a/2013/bought`~: que quelqu'un a été interrogé)~: ensemble, il s'en faut de 4,1 points quelle que soit la population
        ");
    }

    #[test]
    fn what_could_not_be_checked_is_said() {
        let facts = [
            CoherenceFact::TooMany { events: 14, limit: 12 },
            CoherenceFact::ImpossibleRelations,
            CoherenceFact::AssumedSize { claim: fixture::claim("c"), size: 100 },
        ];
        insta::assert_snapshot!(told(&facts), @"
        14 propositions and bases bear on each other, 12 can be checked together
        the relations of the vocabulary leave nobody
        n of `fixture-c/2013/bought` not disclosed: 100 assumed
        14 propositions et bases sont liées, 12 peuvent être vérifiées ensemble
        les relations du vocabulaire ne laissent personne
        n de `fixture-c/2013/bought` non communiqué~: 100 supposés
        ");
    }

    #[test]
    fn an_implied_share_names_the_claims() {
        let base = fixture::base();
        let claims = ["a", "b"].map(fixture::claim);
        let say = |lang| Speaker::new(&base, lang).implied([0.101, 0.16], &claims);
        insta::assert_snapshot!(say(Lang::En), @"`fixture-a/2013/bought` and `fixture-b/2013/bought` together imply 10.1% to 16%, if about one population");
        insta::assert_snapshot!(say(Lang::Fr).replace('\u{202f}', "_").replace('\u{a0}', "~"), @"`fixture-a/2013/bought` et `fixture-b/2013/bought` impliquent ensemble 10,1_% à 16_%, si la population est la même");
    }
}
