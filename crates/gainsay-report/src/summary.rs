//! The last lines of a report: counts, gaps, policy.

use gainsay_claims::{Lang, Tier, facts::ReviewState};

use crate::{
    Counts, Speaker, clean,
    lang::{colon, integer, list, percent, pick, plural, points, rounded, semicolon},
};

/// What was found, when it is read, what was reviewed and looked at, which pairs are a trend, what was left out and
/// why, which sources are missing, and the constants that decided; one line each.
pub fn summary(speaker: Speaker<'_>, counts: &Counts) -> String {
    let mut lines = vec![speaker.found(counts)];
    lines.extend(speaker.in_order_of_reading(counts));
    lines.extend(speaker.reviewed(counts));
    lines.push(speaker.looked_at(counts));
    lines.extend(speaker.trends(counts));
    lines.extend(speaker.not_compared(counts));
    lines.extend(speaker.missing_sources());
    lines.push(speaker.policy());
    lines.join("\n") + "\n"
}

impl Speaker<'_> {
    pub(crate) fn found(&self, counts: &Counts) -> String {
        let nouns = [
            (counts.errors, ["error", "erreur"], ["errors", "erreurs"]),
            (counts.warnings, ["warning", "avertissement"], ["warnings", "avertissements"]),
            (counts.notes, ["note", "note"], ["notes", "notes"]),
        ];
        let found = nouns.map(|(count, one, many)| self.counted(count, one, many));
        found.join(", ")
    }

    /// What there is to decide, in the order of reading, and what there is besides.
    pub(crate) fn in_order_of_reading(&self, counts: &Counts) -> Option<String> {
        let is_decided = |tier: &Tier| Tier::DECIDED.contains(tier);
        let told = |decided: bool| -> Vec<String> {
            let tiers = counts.tiers.iter().filter(|(tier, _)| is_decided(tier) == decided);
            tiers.map(|(tier, count)| self.counted_tier(*tier, *count)).collect()
        };
        let (decided, besides) = (told(true), told(false));
        let mut line = self.left_to_decide(counts);
        if !decided.is_empty() {
            line += &format!("{}{}", colon(self.lang), decided.join(", "));
        }
        if !besides.is_empty() {
            let lead = pick(self.lang, ["besides", "en plus"]);
            line += &format!("{}{lead} {}", semicolon(self.lang), besides.join(", "));
        }
        (!counts.tiers.is_empty()).then_some(line)
    }

    /// `35 to decide`.
    fn left_to_decide(&self, counts: &Counts) -> String {
        self.counted(counts.to_decide(), ["to decide", "à trancher"], ["to decide", "à trancher"])
    }

    /// What reviewers have to answer, and what they answered.
    fn reviewed(&self, counts: &Counts) -> Option<String> {
        let open = self.counted_states(counts, |state| !state.is_settled()).join(", ");
        let settled = self.counted_states(counts, ReviewState::is_settled).join(", ");
        let lead =
            self.counted(counts.settled(), ["reviewed", "déjà relu"], ["reviewed", "déjà relus"]);
        let settled = format!("{lead}{}{settled}", colon(self.lang));
        match (open.is_empty(), counts.settled()) {
            (true, 0) => None,
            (false, 0) => Some(open),
            (true, _) => Some(settled),
            (false, _) => Some(format!("{open}{}{settled}", semicolon(self.lang))),
        }
    }

    /// How many findings stand in each of some ways between their reviewers.
    pub(crate) fn counted_states(
        &self,
        counts: &Counts,
        told: impl Fn(ReviewState) -> bool,
    ) -> Vec<String> {
        let states = counts.states.iter().filter(|(state, _)| told(**state));
        states.map(|(state, count)| self.counted_state(*state, *count)).collect()
    }

    pub(crate) fn looked_at(&self, counts: &Counts) -> String {
        let read = [
            self.counted(counts.sources, ["source", "source"], ["sources", "sources"]),
            self.counted(counts.studies, ["study", "étude"], ["studies", "études"]),
            self.counted(counts.claims, ["claim", "affirmation"], ["claims", "affirmations"]),
            self.counted(
                counts.propositions,
                ["proposition", "proposition"],
                ["propositions", "propositions"],
            ),
            self.counted(
                counts.pairs,
                ["pair compared", "paire comparée"],
                ["pairs compared", "paires comparées"],
            ),
        ];
        let untestable = integer(self.lang, counts.untestable as u64);
        let untestable = match self.lang {
            Lang::En => format!("{untestable} of them undecided, a size being unknown"),
            Lang::Fr if counts.untestable < 2 => {
                format!("dont {untestable} indécise, faute de connaître n")
            }
            Lang::Fr => format!("dont {untestable} indécises, faute de connaître n"),
        };
        format!("{}, {untestable}", read.join(", "))
    }

    fn trends(&self, counts: &Counts) -> Option<String> {
        let pairs = match self.lang {
            Lang::En => plural(
                self.lang,
                counts.trends,
                "pair is two waves of one publisher",
                "pairs are waves of one publisher",
            ),
            Lang::Fr => plural(
                self.lang,
                counts.trends,
                "paire est deux vagues d'un même éditeur",
                "paires sont des vagues d'un même éditeur",
            ),
        };
        let trend = pick(self.lang, ["a trend", "une tendance"]);
        (counts.trends > 0).then(|| format!("{pairs}, {trend}"))
    }

    fn not_compared(&self, counts: &Counts) -> Option<String> {
        let total: usize = counts.left_out.iter().map(|(_, count)| count).sum();
        let reasons: Vec<String> = counts
            .left_out
            .iter()
            .map(|(reason, count)| {
                let count = integer(self.lang, *count as u64);
                format!("{} ({count})", self.reason_kind(reason))
            })
            .collect();
        let lead = match self.lang {
            Lang::En => plural(self.lang, total, "claim not compared", "claims not compared"),
            Lang::Fr => {
                plural(self.lang, total, "affirmation non comparée", "affirmations non comparées")
            }
        };
        (total > 0).then(|| format!("{lead}{}{}", colon(self.lang), reasons.join(", ")))
    }

    /// Which sources are missing and what that means, if any are.
    pub fn missing_sources(&self) -> Option<String> {
        let missing = self.base.sources.iter().filter(|(_, state)| !state.is_whole());
        let names: Vec<String> = missing.map(|(id, _)| format!("`{}`", clean(id))).collect();
        let lead = pick(
            self.lang,
            [
                "incomplete, as silence about a missing source proves nothing",
                "incomplet, car le silence d'une source manquante ne prouve rien",
            ],
        );
        let list = list(self.lang, &names);
        (!names.is_empty()).then(|| format!("{lead}{}{list}", colon(self.lang)))
    }

    /// The constants of the policy, which decide and are no science.
    pub(crate) fn policy(&self) -> String {
        let (lang, policy) = (self.lang, &self.base.policy);
        let alpha = rounded(lang, policy.alpha);
        let delta = points(lang, policy.delta);
        let rho = rounded(lang, policy.rho);
        let deff = rounded(lang, policy.design_effect);
        let (floor, ceiling) = (integer(lang, policy.floor), integer(lang, policy.ceiling));
        let part = percent(lang, policy.subsample_floor);
        match lang {
            Lang::En => format!(
                "policy: level {alpha}; a gap matters from {delta} or odds of {rho} to 1; \
                 design effect {deff}; where n is unknown, a gap that {floor} people each or fewer \
                 would establish counts, one that takes more than {ceiling} does not; a subgroup \
                 is taken to hold at least {part} of n, known or not"
            ),
            Lang::Fr => format!(
                "règles\u{a0}: seuil {alpha}\u{a0}; un écart compte à partir de {delta} ou d'une cote \
                 {rho} fois plus élevée\u{a0}; effet de plan {deff}\u{a0}; à n inconnu, un écart \
                 établi dès {floor} personnes par étude compte, un écart qui en demande plus de \
                 {ceiling} ne compte pas\u{a0}; un sous-groupe est supposé réunir au moins {part} \
                 de n, connu ou non"
            ),
        }
    }

    fn counted(&self, count: usize, one: [&str; 2], many: [&str; 2]) -> String {
        plural(self.lang, count, pick(self.lang, one), pick(self.lang, many))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn what_is_to_be_decided_is_counted_before_what_there_is_besides() {
        let base = fixture::base();
        let said = |lang, tiers: &[(Tier, usize)]| {
            let counts = Counts { tiers: tiers.iter().copied().collect(), ..Counts::default() };
            Speaker::new(&base, lang).in_order_of_reading(&counts)
        };
        let all = [(Tier::Reversal, 2), (Tier::Undecided, 1), (Tier::Folded, 4), (Tier::Input, 1)];
        assert_eq!(
            said(Lang::En, &all).as_deref(),
            Some(
                "3 to decide: 2 reversals, 1 undecided; besides 1 to mend, 4 not comparable or notes"
            ),
        );
        assert_eq!(
            said(Lang::Fr, &all[2..3]).as_deref(),
            Some("0 à trancher\u{a0}; en plus 4 non comparables ou pour mémoire"),
        );
        assert_eq!(said(Lang::En, &[]), None);
    }

    #[test]
    fn waves_are_counted_where_there_are_any() {
        let mut base = fixture::base();
        base.sources.remove("fixture-d");
        let said = |lang, trends| {
            let counts = Counts { trends, ..Counts::default() };
            let lines = summary(Speaker::new(&base, lang), &counts);
            lines.lines().nth(2).expect("there is a third line").to_owned()
        };
        assert_eq!(said(Lang::En, 12), "12 pairs are waves of one publisher, a trend");
        assert_eq!(said(Lang::En, 1), "1 pair is two waves of one publisher, a trend");
        let french = "12 paires sont des vagues d'un même éditeur, une tendance";
        assert_eq!(said(Lang::Fr, 12), french);
        assert!(said(Lang::En, 0).starts_with("policy"));
    }
}
