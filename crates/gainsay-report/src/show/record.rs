//! What was found about something, and what reviewers answered to it, as far back as it is
//! on record.

use std::collections::BTreeSet;

use gainsay_claims::{
    Diagnostic,
    claim::Claim,
    diagnostic::Subject,
    facts::{Recorded, VerdictFact},
};
use gainsay_judge::Judgement;
use gainsay_verdict::{Reviewers, name_and_address};

use super::Shown;
use crate::{Speaker, clean, lang::pick, place::place, terminal};

/// All that is known besides the base.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// What the judge makes of the base.
    pub judgement: &'a Judgement,
    /// What was found, with what became of it.
    pub found: &'a [Diagnostic],
    /// Every answer of reviewers.
    pub record: &'a [Recorded],
}

impl<'a> Known<'a> {
    /// The keys of what was found and of what was answered.
    pub fn keys(&self) -> impl Iterator<Item = String> + 'a {
        let answered = self.record.iter().map(|one| one.about.clone());
        self.found.iter().map(Diagnostic::key).chain(answered)
    }

    pub(super) fn finding(&self, id: &'a str) -> Option<Shown<'a>> {
        self.keys().any(|key| key == id).then_some(Shown::Finding(id))
    }

    pub(super) fn reviewer(&self, id: &'a str) -> Option<Shown<'a>> {
        let reviewers = self.reviewers();
        let mut record = self.record.iter();
        record.any(|one| is_by(&reviewers, one, id)).then_some(Shown::Reviewer(id))
    }

    fn reviewers(&self) -> Reviewers {
        Reviewers::of(self.record.iter().filter_map(signature))
    }

    /// What was found that rests on what is shown, or is about it.
    pub(crate) fn about(&self, speaker: Speaker<'_>, shown: Shown<'a>) -> Vec<&'a Diagnostic> {
        let rests_on = |one: &Diagnostic, is_in: &dyn Fn(&Claim) -> bool| {
            let mut claims = one.claims.iter().filter_map(|id| speaker.base.claims.get(id));
            claims.any(is_in)
        };
        let names = |one: &Diagnostic, id: &str| one.subject == Subject::Name(id.to_owned());
        let is_about = |one: &&Diagnostic| match shown {
            Shown::Claim(claim, _) => one.claims.contains(&claim.id) || names(one, &claim.id),
            Shown::Study(study) => {
                rests_on(one, &|claim| claim.study() == Some(&study.id)) || names(one, &study.id)
            }
            Shown::Source(id) => rests_on(one, &|claim| claim.source == id) || names(one, id),
            Shown::Proposition(shown) => match &one.subject {
                Subject::Proposition(about) => about == shown.proposition,
                Subject::Name(_) => false,
            },
            Shown::Finding(key) => one.key() == key,
            Shown::Reviewer(_) => false,
        };
        self.found.iter().filter(is_about).collect()
    }

    /// The answers to what is shown and to what was found about it, or of whom; of a claim
    /// also who rejects its study.
    pub(crate) fn answers(
        &self,
        speaker: Speaker<'_>,
        shown: Shown<'a>,
    ) -> impl Iterator<Item = &'a Recorded> {
        let keys: BTreeSet<String> =
            self.about(speaker, shown).into_iter().map(Diagnostic::key).collect();
        let reviewers = self.reviewers();
        self.record.iter().filter(move |one| match shown {
            Shown::Finding(key) => one.about == key,
            Shown::Reviewer(id) => is_by(&reviewers, one, id),
            Shown::Study(study) if one.about == study.id => true,
            Shown::Claim(claim, _) if claim.study() == Some(&one.about) => true,
            Shown::Study(_) | Shown::Claim(..) | Shown::Source(_) | Shown::Proposition(_) => {
                keys.contains(&one.about)
            }
        })
    }
}

/// Whether somebody of this name answered, or the one who is known by it.
fn is_by(reviewers: &Reviewers, recorded: &Recorded, id: &str) -> bool {
    let Some(who) = signature(recorded) else { return false };
    let (name, _) = name_and_address(who);
    !id.is_empty() && (name == id || reviewers.is_same(who, id))
}

fn signature(recorded: &Recorded) -> Option<&str> {
    match recorded.facts.first()? {
        VerdictFact::Given(answer) => Some(&answer.who),
        VerdictFact::Rejected(rejected) => Some(&rejected.who),
        _ => None,
    }
}

impl Speaker<'_> {
    /// What was found under a key, at full length, and the claims it rests on.
    pub(super) fn finding_lines(&self, known: Known<'_>, key: &str) -> Vec<String> {
        let found = known.about(*self, Shown::Finding(key));
        let mut lines: Vec<String> = found
            .iter()
            .flat_map(|one| {
                [terminal::render(*self, one, true).trim_end().to_owned(), String::new()]
            })
            .collect();
        lines.push(clean(key));
        if found.is_empty() {
            let not_found = ["nothing of the kind is found now", "rien de tel n'est constaté"];
            lines.push(format!("  {}", pick(self.lang, not_found)));
        }
        for one in found {
            let claims = |claim: &Claim| one.claims.contains(&claim.id);
            let reading = self.read_then(one.tier);
            lines.push(self.field(["read", "lecture"], &reading));
            lines.extend(self.review_line(one));
            lines.extend(self.claims_where(claims));
        }
        lines
    }

    fn review_line(&self, finding: &Diagnostic) -> Option<String> {
        let state = finding.review.as_ref()?.state;
        Some(self.field(["stands", "état"], self.review_state(state)))
    }

    /// What was found about something else than a finding: a line each.
    pub(super) fn found_lines(&self, known: Known<'_>, shown: Shown<'_>) -> Vec<String> {
        if matches!(shown, Shown::Finding(_)) {
            return Vec::new();
        }
        let found = known.about(*self, shown).into_iter();
        found
            .map(|one| {
                let state = one.review.as_ref().map(|review| self.review_state(review.state));
                let state = state.map(|state| format!(", {state}")).unwrap_or_default();
                let (headline, key) = (self.headline(one), clean(&one.key()));
                self.field(["finding", "constat"], &format!("{headline} [{key}]{state}"))
            })
            .collect()
    }

    /// What reviewers answered, where that is written, and what has changed since.
    pub(super) fn record_lines(&self, known: Known<'_>, shown: Shown<'_>) -> Vec<String> {
        let mut lines = Vec::new();
        for one in known.answers(*self, shown) {
            let at = place(self.base, &one.at);
            let about = match shown {
                Shown::Finding(_) => String::new(),
                _ => format!("{}  ", clean(&one.about)),
            };
            lines.push(self.field(["verdict", "verdict"], &format!("{about}{at}")));
            lines.extend(one.facts.iter().map(|fact| format!("    {}", self.verdict_fact(fact))));
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::{
        Lang, Location,
        facts::{Answer, Field, Rejected, ReviewState, Reviewed, Status},
    };
    use jiff::civil::date;

    use super::*;
    use crate::{fixture, show::render};

    fn answer() -> Answer {
        Answer {
            status: Status::Explained,
            cause: Vec::new(),
            who: "A. Reviewer <a@example.org>".to_owned(),
            on: date(2026, 10, 2),
            until: date(2027, 10, 2),
            reason: "asked otherwise".to_owned(),
        }
    }

    fn recorded(about: &str) -> Recorded {
        let changed = VerdictFact::Changed {
            claim: "fixture-a/2013/bought".to_owned(),
            field: Field::N,
            from: None,
            to: Some("1004".to_owned()),
        };
        let facts = vec![VerdictFact::Given(Box::new(answer())), changed];
        let at = Location { document: "verdicts/a.toml".to_owned(), span: 0..0 };
        Recorded { about: about.to_owned(), at, facts }
    }

    /// All that is shown of an id, once its finding was answered and a figure has changed.
    fn shown(lang: Lang, id: &str) -> String {
        let base = fixture::base();
        let mut judgement = fixture::judgement(&base);
        for one in &mut judgement.diagnostics {
            one.claims = base.claims.keys().cloned().collect();
            let review = Reviewed { state: ReviewState::Stale, answers: vec![answer()] };
            one.review = Some(Box::new(review));
        }
        let record = ["diverging-shares:bought", "diverging-shares:gone"].map(recorded);
        let known = Known { judgement: &judgement, found: &judgement.diagnostics, record: &record };
        let shown = known.find(&base, id).expect(id);
        let text = render(Speaker::new(&base, lang), known, shown);
        text.replace('\u{202f}', "_").replace('\u{a0}', "~")
    }

    #[test]
    fn a_finding_tells_where_it_stands_and_what_was_answered() {
        let text = shown(Lang::En, "diverging-shares:bought");
        let (block, rest) = text.split_once("\n\n").expect("a block and what is known besides");
        assert!(block.contains("more than sampling explains from 338 people"), "{block}");
        insta::assert_snapshot!(rest, @"
        diverging-shares:bought
          read: first: turns a message round, or cannot be true
          stands: stale
          fixture-a/2013/bought  27.5% to 28.5% yes  sources/fixture-a/raw.txt:2:1
          fixture-b/2013/bought  12.5% to 13.5% yes  sources/fixture-b/raw.txt:2:1
          fixture-c/2013/bought  12.5% to 17.5% yes  sources/fixture-c/raw.txt:2:1
          verdict: verdicts/a.toml:1:1
            explained (A. Reviewer, 2 October 2026): asked otherwise
            since then `fixture-a/2013/bought`: n not disclosed → 1,004
        ");
    }

    #[test]
    fn an_answer_to_what_is_found_no_more_is_shown() {
        insta::assert_snapshot!(shown(Lang::Fr, "diverging-shares:gone"), @"
        diverging-shares:gone
          rien de tel n'est constaté
          verdict~: verdicts/a.toml:1:1
            expliqué (A. Reviewer, 2 octobre 2026)~: asked otherwise
            depuis, `fixture-a/2013/bought`~: n non communiqué → 1_004
        ");
    }

    #[test]
    fn a_reviewer_is_known_by_name_and_by_address() {
        let by_name = shown(Lang::En, "A. Reviewer");
        insta::assert_snapshot!(by_name, @"
        A. Reviewer
          verdict: diverging-shares:bought  verdicts/a.toml:1:1
            explained (A. Reviewer, 2 October 2026): asked otherwise
            since then `fixture-a/2013/bought`: n not disclosed → 1,004
          verdict: diverging-shares:gone  verdicts/a.toml:1:1
            explained (A. Reviewer, 2 October 2026): asked otherwise
            since then `fixture-a/2013/bought`: n not disclosed → 1,004
        ");
        let by_address = shown(Lang::En, "a@example.org");
        assert_eq!(
            by_address.lines().skip(1).collect::<Vec<_>>(),
            by_name.lines().skip(1).collect::<Vec<_>>()
        );
    }

    #[test]
    fn of_two_who_share_a_name_each_is_shown_by_his_address() {
        let signed = |who: &str| Recorded {
            facts: vec![VerdictFact::Given(Box::new(Answer { who: who.to_owned(), ..answer() }))],
            ..recorded(who)
        };
        let of = |signatures: &[&str], id| {
            let record: Vec<Recorded> = signatures.iter().map(|who| signed(who)).collect();
            let (base, judgement) = (fixture::base(), Judgement::default());
            let known = Known { judgement: &judgement, found: &[], record: &record };
            let answers = known.answers(Speaker::new(&base, Lang::En), Shown::Reviewer(id));
            answers.map(|one| one.about.clone()).collect::<Vec<_>>()
        };
        let [first, second, bare] = ["Bob <a@example.org>", "Bob <b@example.org>", "Bob"];
        assert_eq!(of(&[first, second, bare], "a@example.org"), [first]);
        assert_eq!(of(&[first, second, bare], "Bob"), [first, second, bare]);
        assert_eq!(of(&[first, bare], "a@example.org"), [first, bare]);
    }

    #[test]
    fn a_claim_tells_who_rejects_its_study() {
        let base = fixture::base();
        let judgement = fixture::judgement(&base);
        let rejected = Rejected {
            study: "fixture-b/2013".to_owned(),
            who: "A. Reviewer <a@example.org>".to_owned(),
            on: date(2026, 10, 2),
            reason: "a panel of one".to_owned(),
        };
        let facts = vec![VerdictFact::Rejected(Box::new(rejected))];
        let record = [Recorded { facts, ..recorded("fixture-b/2013") }];
        let known = Known { judgement: &judgement, found: &[], record: &record };
        let said = |id| {
            let shown = known.find(&base, id).expect(id);
            render(Speaker::new(&base, Lang::En), known, shown)
        };
        let text = said("fixture-b/2013/bought");
        let last = "  verdict: fixture-b/2013  verdicts/a.toml:1:1\n    \
                    `fixture-b/2013` held to be no evidence (A. Reviewer, 2 October 2026): a panel of one\n";
        assert!(text.ends_with(last), "{text}");
        assert!(!said("fixture-a/2013/bought").contains("verdict"));
    }

    #[test]
    fn everything_tells_what_was_found_of_it() {
        for id in ["bought", "fixture-a/2013/bought", "fixture-a/2013", "fixture-a"] {
            let text = shown(Lang::En, id);
            let last = "  finding: comparable studies disagree: bought because of social media \
                        [diverging-shares:bought], stale\n  \
                        verdict: diverging-shares:bought  verdicts/a.toml:1:1\n    \
                        explained (A. Reviewer, 2 October 2026): asked otherwise\n    \
                        since then `fixture-a/2013/bought`: n not disclosed → 1,004\n";
            assert!(text.ends_with(last), "{text}");
        }
        assert!(!shown(Lang::En, "fixture-d").contains("finding"));
    }
}
