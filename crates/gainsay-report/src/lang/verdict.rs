//! What reviewers answered, in words.

use gainsay_claims::{
    Lang,
    facts::{Answer, Field, Rejected, ReviewState, Status, VerdictFact},
    period::Period,
};
use gainsay_verdict::name_and_address;

use super::{colon, list, pick, plural};
use crate::{Speaker, clean};

impl Speaker<'_> {
    /// What is known of an answer.
    pub(crate) fn verdict_fact(&self, fact: &VerdictFact) -> String {
        let [en, fr] = match fact {
            VerdictFact::Given(answer) => return self.answer_given(answer),
            VerdictFact::Rejected(rejected) => return self.rejected(rejected),
            VerdictFact::Ended { until } => {
                let until = self.day(&until.to_string());
                [format!("it held until {until}"), format!("il valait jusqu'au {until}")]
            }
            VerdictFact::Added { claim } => {
                let says = self.claim_of(claim);
                let claim = clean(claim);
                [
                    format!("since then `{claim}` has joined{says}"),
                    format!("depuis, `{claim}` s'est ajouté{says}"),
                ]
            }
            VerdictFact::Gone { claim } => {
                let claim = clean(claim);
                [
                    format!("since then `{claim}` takes part no longer"),
                    format!("depuis, `{claim}` n'intervient plus"),
                ]
            }
            VerdictFact::Changed { claim, field, from, to } => {
                let name = pick(self.lang, field_name(*field));
                let [from, to] = [from, to].map(|side| self.recorded(*field, side.as_deref()));
                let (claim, colon) = (clean(claim), colon(self.lang));
                [
                    format!("since then `{claim}`{colon}{name} {from} → {to}"),
                    format!("depuis, `{claim}`{colon}{name} {from} → {to}"),
                ]
            }
            VerdictFact::ChangedOtherwise { claim } => {
                let claim = clean(claim);
                [
                    format!("since then `{claim}` has changed in what the verdict does not say"),
                    format!("depuis, `{claim}` a changé en ce que le verdict ne dit pas"),
                ]
            }
            VerdictFact::Nearest { key } => {
                let key = clean(key);
                [
                    format!("the nearest finding is `{key}`"),
                    format!("le constat le plus proche est `{key}`"),
                ]
            }
        };
        pick_owned(self.lang, en, fr)
    }

    /// `explained by wording and base (A. Reviewer, 2 October 2026): …`.
    pub(crate) fn answer_given(&self, answer: &Answer) -> String {
        let mut status = status_name(self.lang, answer.status).to_owned();
        if !answer.cause.is_empty() {
            let causes: Vec<String> =
                answer.cause.iter().map(|one| self.dimension(*one).to_owned()).collect();
            status += pick(self.lang, [" by ", " par "]);
            status += &list(self.lang, &causes);
        }
        let (who, on) = (name_of(&answer.who), self.day(&answer.on.to_string()));
        let reason = clean(&answer.reason.replace('\n', " "));
        format!("{status} ({who}, {on}){}{reason}", colon(self.lang))
    }

    /// Which study is held to be no evidence, by whom, since when and why.
    fn rejected(&self, rejected: &Rejected) -> String {
        let lead = pick(self.lang, ["held to be no evidence", "rejetée, ne prouve rien"]);
        format!("`{}` {lead} {}", clean(&rejected.study), self.rejected_by(rejected))
    }

    /// `(A. Reviewer, 2 October 2026): …`.
    pub(crate) fn rejected_by(&self, rejected: &Rejected) -> String {
        let (who, on) = (name_of(&rejected.who), self.day(&rejected.on.to_string()));
        let reason = clean(&rejected.reason.replace('\n', " "));
        format!("({who}, {on}){}{reason}", colon(self.lang))
    }

    /// Where a finding stands between its reviewers, in few words.
    pub(crate) fn review_state(&self, state: ReviewState) -> &'static str {
        let texts = match state {
            ReviewState::Open => ["open", "sans verdict"],
            ReviewState::Stale => ["stale", "périmé"],
            ReviewState::Expired => ["expired", "expiré"],
            ReviewState::Conflicting => ["in dispute", "disputé"],
            ReviewState::Rejected => ["of rejected studies", "d'études rejetées"],
            ReviewState::Settled(status) => return status_name(self.lang, status),
        };
        pick(self.lang, texts)
    }

    /// How many findings stand so: `5 explained`.
    pub(crate) fn counted_state(&self, state: ReviewState, count: usize) -> String {
        let one = self.review_state(state);
        let many = match (self.lang, state) {
            (Lang::Fr, ReviewState::Settled(Status::FalsePositive)) => "faux positifs".to_owned(),
            (Lang::En, ReviewState::Settled(Status::FalsePositive)) => "false positives".to_owned(),
            (Lang::Fr, ReviewState::Open | ReviewState::Rejected) => one.to_owned(),
            (Lang::Fr, _) => format!("{one}s"),
            _ => one.to_owned(),
        };
        plural(self.lang, count, one, &many)
    }

    /// A day in words, by its text form.
    pub(crate) fn day(&self, text: &str) -> String {
        text.parse::<Period>().map_or_else(|_| text.to_owned(), |day| self.period(&day))
    }

    /// What a claim says, after a colon; nothing where the base does not have it.
    fn claim_of(&self, id: &str) -> String {
        let says = self.base.claims.get(id).map(|claim| self.claim(claim));
        says.map(|says| format!("{}{says}", colon(self.lang))).unwrap_or_default()
    }
}

/// What a reviewer makes of a finding, in one word.
pub(crate) fn status_name(lang: Lang, status: Status) -> &'static str {
    let texts = match status {
        Status::Explained => ["explained", "expliqué"],
        Status::Confirmed => ["confirmed", "confirmé"],
        Status::FalsePositive => ["false positive", "faux positif"],
        Status::Deferred => ["deferred", "différé"],
    };
    pick(lang, texts)
}

/// A reviewer's name without the address.
fn name_of(who: &str) -> String {
    let (name, _) = name_and_address(who);
    clean(if name.is_empty() { who } else { name })
}

pub(super) fn pick_owned(lang: Lang, en: String, fr: String) -> String {
    match lang {
        Lang::En => en,
        Lang::Fr => fr,
    }
}

fn field_name(field: Field) -> [&'static str; 2] {
    match field {
        Field::Figure => ["figure", "chiffre"],
        Field::Counts => ["what is counted", "ce qui est compté"],
        Field::N => ["n", "n"],
        Field::Base => ["base", "base"],
        Field::Population => ["population", "population"],
        Field::Period => ["period", "période"],
        Field::Wording => ["wording", "formulation"],
        Field::Survey => ["mode and sponsor", "mode et commanditaire"],
        Field::Standing => ["who states it", "qui l'affirme"],
    }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::{EvidenceBase, facts::Dimension};
    use jiff::civil::date;

    use super::*;
    use crate::fixture;

    #[track_caller]
    fn check(base: &EvidenceBase, fact: &VerdictFact, en: &str, fr: &str) {
        let said = |lang| {
            let said = Speaker::new(base, lang).verdict_fact(fact);
            said.replace('\u{202f}', "_").replace('\u{a0}', "~")
        };
        assert_eq!((said(Lang::En).as_str(), said(Lang::Fr).as_str()), (en, fr));
    }

    #[test]
    fn an_answer_says_what_who_when_and_why() {
        let answer = Answer {
            status: Status::Explained,
            cause: vec![Dimension::Wording, Dimension::Base],
            who: "A. Reviewer <a@example.org>".to_owned(),
            on: date(2026, 10, 1),
            until: date(2027, 10, 1),
            reason: "asked otherwise\nand elsewhere".to_owned(),
        };
        check(
            &EvidenceBase::default(),
            &VerdictFact::Given(Box::new(answer)),
            "explained by wording and base (A. Reviewer, 1 October 2026): asked otherwise and elsewhere",
            "expliqué par formulation et base (A. Reviewer, 1er octobre 2026)~: asked otherwise and elsewhere",
        );
    }

    #[test]
    fn a_rejection_says_who_when_and_why() {
        let rejected = Rejected {
            study: "fixture-b/2013".to_owned(),
            who: "A. Reviewer <a@example.org>".to_owned(),
            on: date(2026, 10, 2),
            reason: "asked its own fans".to_owned(),
        };
        check(
            &EvidenceBase::default(),
            &VerdictFact::Rejected(Box::new(rejected)),
            "`fixture-b/2013` held to be no evidence (A. Reviewer, 2 October 2026): asked its own fans",
            "`fixture-b/2013` rejetée, ne prouve rien (A. Reviewer, 2 octobre 2026)~: asked its own fans",
        );
    }

    #[test]
    fn a_change_is_told_from_what_to_what() {
        let changed = VerdictFact::Changed {
            claim: "fixture-a/2013/bought".to_owned(),
            field: Field::N,
            from: None,
            to: Some("11067 of 20000".to_owned()),
        };
        check(
            &EvidenceBase::default(),
            &changed,
            "since then `fixture-a/2013/bought`: n not disclosed → 11,067 of 20,000",
            "depuis, `fixture-a/2013/bought`~: n non communiqué → 11_067 sur 20_000",
        );
    }

    #[test]
    fn a_claim_that_joins_says_what_it_says() {
        let base = fixture::base();
        let added = VerdictFact::Added { claim: "fixture-b/2013/bought".to_owned() };
        let said = Speaker::new(&base, Lang::En).verdict_fact(&added);
        let start = "since then `fixture-b/2013/bought` has joined: 12.5% to 13.5% yes;";
        assert!(said.starts_with(start), "{said}");
    }
}
