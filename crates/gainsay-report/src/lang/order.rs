//! What is known of an order, in words.

use gainsay_claims::{
    Lang, Proposition,
    facts::{Lead, OrderFact, OrderVerdict, Side, Stand},
    wire::Join,
};

use super::{colon, decimal, integer, list, p_value, plural, points, rounded};
use crate::{Speaker, clean};

impl Speaker<'_> {
    /// A fact about an order.
    pub(super) fn order(&self, fact: &OrderFact) -> String {
        match fact {
            OrderFact::First(lead) => self.lead(lead, false),
            OrderFact::Shares(lead) => self.lead(lead, true),
            OrderFact::StatedFirst { claim } => self.stated_first(claim),
            OrderFact::NotBehind { claim, first } => self.not_behind(claim, first),
            OrderFact::OnlyIn { study, options } => self.only_in(study, options),
            OrderFact::Agreement { common, inversions, established, tau, p } => {
                self.rank_agreement([*common, *inversions, *established], *tau, *p)
            }
            OrderFact::EndReversed { options, studies, p } => self.end(options, studies, *p),
            OrderFact::Tilt { people, more } => self.tilt(people, more),
            OrderFact::OneStudy { study } => self.one_study(study),
            OrderFact::Above { claims, greater, lesser } => self.above(claims, greater, lesser),
            OrderFact::Removable { fewest, of } => self.removable(*fewest, *of),
        }
    }

    fn lead(&self, lead: &Lead, by_shares: bool) -> String {
        let (ahead, behind) = (clean(&lead.ahead), clean(&lead.behind));
        let gap = points(self.lang, lead.gap);
        let apart = match (lead.gap > 0.0, self.lang) {
            (true, Lang::En) => format!("`{ahead}` {gap} ahead of `{behind}` after rounding"),
            (true, Lang::Fr) => format!("`{ahead}` devance `{behind}` de {gap} hors arrondi"),
            (false, Lang::En) => {
                format!("`{ahead}` no farther ahead of `{behind}` than rounding reaches")
            }
            (false, Lang::Fr) => {
                format!("`{ahead}` ne devance pas `{behind}` de plus que l'arrondi")
            }
        };
        let lead_in = match (by_shares, self.lang) {
            (false, Lang::En) => "first",
            (false, Lang::Fr) => "en tête",
            (true, Lang::En) => "by the shares",
            (true, Lang::Fr) => "d'après les parts",
        };
        let colon = colon(self.lang);
        format!("{lead_in}{colon}{apart}{}{}", self.semicolon(), self.certainty(lead))
    }

    fn semicolon(&self) -> &'static str {
        match self.lang {
            Lang::En => "; ",
            Lang::Fr => "\u{a0}; ",
        }
    }

    /// How sure an order is. "In any case" means however many chose both options.
    fn certainty(&self, lead: &Lead) -> String {
        match lead.cases {
            None => self.certainty_of_unknown_size(lead),
            Some(cases) if cases.is_infinite() => {
                self.verdict_of_order(lead.verdict).to_owned() + self.of_everybody()
            }
            Some(cases) => {
                let said = self.certainty_of_sample(lead, cases);
                let wanting = lead.verdict != OrderVerdict::Established;
                said + &lead.needed.filter(|_| wanting).map_or_else(String::new, |size| {
                    format!("{}{}", self.semicolon(), self.enough_people(size))
                })
            }
        }
    }

    fn certainty_of_sample(&self, lead: &Lead, cases: f64) -> String {
        let people = self.people_in_float(cases, lead.is_assumed);
        let effect = rounded(self.lang, lead.design_effect);
        let [random, tested] =
            [lead.as_random, lead.verdict].map(|verdict| self.verdict_of_order(verdict));
        match (random == tested, self.lang) {
            (true, Lang::En) => format!("{tested} ({people}, design effect 1 to {effect})"),
            (true, Lang::Fr) => format!("{tested} ({people}, effet de plan de 1 à {effect})"),
            (false, Lang::En) => {
                format!(
                    "{random} for a random sample ({people}); with design effect {effect} {tested}"
                )
            }
            (false, Lang::Fr) => format!(
                "{random} pour un échantillon aléatoire ({people})\u{a0}; avec un effet de plan de {effect}, {tested}"
            ),
        }
    }

    fn certainty_of_unknown_size(&self, lead: &Lead) -> String {
        let tie = self.verdict_of_order(OrderVerdict::Tie);
        match (lead.verdict, lead.needed, self.lang) {
            (OrderVerdict::Established, _, Lang::En) => {
                "n not disclosed, but established at any plausible size".to_owned()
            }
            (OrderVerdict::Established, _, Lang::Fr) => {
                "n non communiqué, mais ordre établi à toute taille plausible".to_owned()
            }
            (_, None, Lang::En) => format!("n not disclosed; {tie}"),
            (_, None, Lang::Fr) => format!("n non communiqué\u{a0}; {tie}"),
            (_, Some(size), Lang::En) => format!("n not disclosed; {}", self.enough_people(size)),
            (_, Some(size), Lang::Fr) => {
                format!("n non communiqué\u{a0}; {}", self.enough_people(size))
            }
        }
    }

    fn verdict_of_order(&self, verdict: OrderVerdict) -> &'static str {
        match (verdict, self.lang) {
            (OrderVerdict::Established, Lang::En) => "established in any case",
            (OrderVerdict::Established, Lang::Fr) => "ordre établi dans tous les cas",
            (OrderVerdict::Undecided, Lang::En) => "established only if enough people chose both",
            (OrderVerdict::Undecided, Lang::Fr) => {
                "ordre établi seulement si assez de personnes ont choisi les deux"
            }
            (OrderVerdict::Tie, Lang::En) => "a tie in any case",
            (OrderVerdict::Tie, Lang::Fr) => "ex æquo dans tous les cas",
        }
    }

    fn of_everybody(&self) -> &'static str {
        match self.lang {
            Lang::En => ", everybody being counted",
            Lang::Fr => ", tous étant comptés",
        }
    }

    fn enough_people(&self, size: u64) -> String {
        let size = integer(self.lang, size);
        match self.lang {
            Lang::En => format!("established in any case from {size} people on"),
            Lang::Fr => format!("ordre établi dans tous les cas à partir de {size} personnes"),
        }
    }

    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a number of people is positive, and far below the limit of the type"
    )]
    fn people_in_float(&self, cases: f64, is_assumed: bool) -> String {
        let cases = integer(self.lang, cases.round() as u64);
        match (is_assumed, self.lang) {
            (false, Lang::En) => format!("{cases} people"),
            (true, Lang::En) => format!("{cases} people assumed"),
            (false, Lang::Fr) => format!("{cases} personnes"),
            (true, Lang::Fr) => format!("{cases} personnes supposées"),
        }
    }

    fn stated_first(&self, claim: &str) -> String {
        let claim = clean(claim);
        match self.lang {
            Lang::En => format!("first: `{claim}`, as published, without shares to tell how sure"),
            Lang::Fr => {
                format!("en tête\u{a0}: `{claim}`, selon l'éditeur, sans parts pour en juger")
            }
        }
    }

    fn not_behind(&self, claim: &str, first: &str) -> String {
        let (claim, first) = (clean(claim), clean(first));
        match self.lang {
            Lang::En => format!("no conflict: nothing shows `{claim}` to stand behind `{first}`"),
            Lang::Fr => format!(
                "pas de contradiction\u{a0}: rien n'établit que `{claim}` vienne après `{first}`"
            ),
        }
    }

    fn only_in(&self, study: &str, options: &[Proposition]) -> String {
        let (study, options) = (clean(study), self.options(options));
        match self.lang {
            Lang::En => format!("only `{study}` gives: {options}"),
            Lang::Fr => format!("seulement dans `{study}`\u{a0}: {options}"),
        }
    }

    /// `counts`: common options, opposite pairs, established ones.
    fn rank_agreement(&self, counts: [usize; 3], tau: f64, p: f64) -> String {
        let lang = self.lang;
        let [common, opposite, established] = counts.map(|one| integer(lang, one as u64));
        let pairs = integer(lang, (counts[0] * counts[0].saturating_sub(1) / 2) as u64);
        let (tau, p) = (decimal(lang, tau, 2), p_value(lang, p));
        match lang {
            Lang::En => format!(
                "{common} common options: {opposite} of their {pairs} pairs in opposite orders, \
                 {established} of these established (tau {tau}; {p} for so many by chance)"
            ),
            Lang::Fr => format!(
                "{common} options communes\u{a0}: {opposite} de leurs {pairs} paires dans des \
                 ordres opposés, dont {established} établies (tau {tau}\u{a0}; {p} pour autant par \
                 hasard)"
            ),
        }
    }

    fn end(&self, options: &[Proposition], studies: &[String; 2], p: f64) -> String {
        let (options, p) = (self.options(options), p_value(self.lang, p));
        let [top, bottom] = studies.each_ref().map(|study| clean(study));
        match (top.is_empty(), self.lang) {
            (true, Lang::En) => format!("first for one group, last for the other: {options} ({p})"),
            (true, Lang::Fr) => {
                format!("en tête pour un groupe, en queue pour l'autre\u{a0}: {options} ({p})")
            }
            (false, Lang::En) => {
                format!("first in `{top}`, last in `{bottom}`: {options} ({p})")
            }
            (false, Lang::Fr) => {
                format!("en tête dans `{top}`, en queue dans `{bottom}`\u{a0}: {options} ({p})")
            }
        }
    }

    fn tilt(&self, people: &[Side; 2], more: &[Vec<Proposition>; 2]) -> String {
        let [left, right] = people.each_ref().map(|side| self.side(side));
        let [lefts, rights] = more.each_ref().map(|options| self.options(options));
        match self.lang {
            Lang::En => {
                format!("{left} more than {right}: {lefts}; {right} more than {left}: {rights}")
            }
            Lang::Fr => format!(
                "{left} plus que {right}\u{a0}: {lefts}\u{a0}; {right} plus que {left}\u{a0}: {rights}"
            ),
        }
    }

    fn one_study(&self, study: &str) -> String {
        let study = clean(study);
        match self.lang {
            Lang::En => format!(
                "different populations of one study, `{study}`: a contrast, no contradiction"
            ),
            Lang::Fr => format!(
                "populations différentes d'une même étude, `{study}`\u{a0}: un contraste, pas une contradiction"
            ),
        }
    }

    fn above(&self, claims: &[String], greater: &Stand, lesser: &Stand) -> String {
        let claims: Vec<String> =
            claims.iter().map(|claim| format!("`{}`", clean(claim))).collect();
        let claims = list(self.lang, &claims);
        let (greater, lesser) = (self.stand(greater), self.stand(lesser));
        match self.lang {
            Lang::En => format!("{greater} above {lesser}: {claims}"),
            Lang::Fr => format!("{greater} devant {lesser}\u{a0}: {claims}"),
        }
    }

    fn stand(&self, stand: &Stand) -> String {
        let option = self.option(&stand.proposition);
        match &stand.people {
            None => option,
            Some(people) => format!("{option} [{}]", self.side(people)),
        }
    }

    fn removable(&self, fewest: usize, of: usize) -> String {
        match self.lang {
            Lang::En => {
                let of = plural(self.lang, of, "statement", "statements");
                format!("of the {of} involved, {fewest} must go for the rest to be an order")
            }
            Lang::Fr => {
                let of = plural(self.lang, of, "affirmation", "affirmations");
                format!(
                    "sur {of} en cause, il faut en retirer {fewest} pour que le reste forme un ordre"
                )
            }
        }
    }

    fn options(&self, options: &[Proposition]) -> String {
        let options: Vec<String> = options.iter().map(|option| self.option(option)).collect();
        list(self.lang, &options)
    }

    /// A proposition among others of its concept: what sets it apart.
    fn option(&self, option: &Proposition) -> String {
        if option.facets.is_empty() {
            return self.proposition(option);
        }
        let Some((by, others)) = &option.joined else {
            return self.facets(&option.facets);
        };
        if others.iter().any(|one| one.negated || one.proposition.concept != option.concept) {
            return self.proposition(option);
        }
        let facets = others.iter().map(|one| self.facets(&one.proposition.facets));
        let all: Vec<String> = std::iter::once(self.facets(&option.facets)).chain(facets).collect();
        let sign = match by {
            Join::And => " + ",
            Join::Or => " / ",
        };
        all.join(sign)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    fn said(lang: Lang, fact: &OrderFact) -> String {
        Speaker::new(&fixture::base(), lang).order(fact)
    }

    /// 61 % against 55 % of a sample with design effect 2.
    fn lead(cases: Option<f64>) -> Lead {
        Lead {
            ahead: "fixture-a/2013/one".to_owned(),
            behind: "fixture-a/2013/two".to_owned(),
            gap: 0.05,
            margins: [0.016, 0.066],
            cases,
            is_assumed: false,
            design_effect: 2.0,
            verdict: OrderVerdict::Undecided,
            as_random: OrderVerdict::Established,
            needed: Some(1813),
        }
    }

    #[test]
    fn a_lead_is_as_sure_as_its_size() {
        let first = |lead: Lead| OrderFact::First(Box::new(lead));
        let of = first(lead(Some(1056.0)));
        assert_eq!(
            said(Lang::En, &of),
            "first: `fixture-a/2013/one` 5.0 points ahead of `fixture-a/2013/two` after rounding; \
             established in any case for a random sample (1,056 people); with design effect 2 \
             established only if enough people chose both; established in any case from 1,813 \
             people on"
        );
        let french = said(Lang::Fr, &of);
        assert!(french.contains("(1\u{202f}056 personnes)"), "{french}");
        let unknown = said(Lang::En, &first(lead(None)));
        assert!(unknown.ends_with("n not disclosed; established in any case from 1,813 people on"));
        let assumed = Lead { is_assumed: true, ..lead(Some(438.0)) };
        assert!(said(Lang::En, &first(assumed)).contains("438 people assumed"));
    }

    #[test]
    fn a_tie_is_no_order_at_any_size() {
        let tie = OrderVerdict::Tie;
        let level =
            |cases| Lead { gap: 0.0, verdict: tie, as_random: tie, needed: None, ..lead(cases) };
        let shares = |lead| OrderFact::Shares(Box::new(lead));
        assert_eq!(
            said(Lang::En, &shares(level(Some(300.0)))),
            "by the shares: `fixture-a/2013/one` no farther ahead of `fixture-a/2013/two` than \
             rounding reaches; a tie in any case (300 people, design effect 1 to 2)"
        );
        let census = said(Lang::Fr, &shares(level(Some(f64::INFINITY))));
        assert!(census.ends_with("ex æquo dans tous les cas, tous étant comptés"), "{census}");
        let unknown = said(Lang::Fr, &shares(level(None)));
        assert!(
            unknown.ends_with("n non communiqué\u{a0}; ex æquo dans tous les cas"),
            "{unknown}"
        );
    }

    #[test]
    fn populations_of_one_study_are_a_contrast() {
        let proposition = |name: &str| Proposition::new(name, std::iter::empty().collect());
        let tilt = OrderFact::Tilt {
            people: [Side::Base(vec!["one".to_owned()]), Side::Base(vec!["two".to_owned()])],
            more: [vec![proposition("a")], vec![proposition("b"), proposition("c")]],
        };
        assert_eq!(said(Lang::En, &tilt), "one more than two: a; two more than one: b and c");
        let one_study = OrderFact::OneStudy { study: "fixture-a/2013".to_owned() };
        assert!(said(Lang::Fr, &one_study).contains("un contraste, pas une contradiction"));
    }
}
