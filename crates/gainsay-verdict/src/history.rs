//! Every answer that was given, and what became of it since.

use gainsay_claims::facts::{Recorded, VerdictFact};
use jiff::civil::Date;

use crate::{
    state::Review,
    verdict::{Rejection, Verdict, Verdicts},
};

impl Review<'_> {
    /// Every answer on record, those that hold no more among them, by place.
    pub fn history(&self, verdicts: &Verdicts, today: Date) -> Vec<Recorded> {
        let matched = self.matched.iter().chain(&self.superseded);
        let matched = matched.map(|(one, changes)| recorded(one, changes, today));
        let unmatched = self.unmatched.iter().map(|one| recorded(one, &[], today));
        let rejections = verdicts.rejections.iter().map(|one| rejected(one, today));
        let mut record: Vec<_> = matched.chain(unmatched).chain(rejections).collect();
        record.sort_by(|one, other| {
            let place = |one: &Recorded| (one.at.document.clone(), one.at.span.start);
            place(one).cmp(&place(other))
        });
        record
    }
}

fn recorded(verdict: &Verdict, changes: &[VerdictFact], today: Date) -> Recorded {
    let mut facts = vec![VerdictFact::Given(Box::new(verdict.answer()))];
    facts.extend(changes.iter().cloned());
    facts.extend(ended(Some(verdict.until), today));
    Recorded { about: verdict.finding.clone(), at: verdict.at.clone(), facts }
}

fn rejected(rejection: &Rejection, today: Date) -> Recorded {
    let mut facts = vec![VerdictFact::Rejected(Box::new(rejection.fact()))];
    facts.extend(ended(rejection.until, today));
    Recorded { about: rejection.study.clone(), at: rejection.at.clone(), facts }
}

fn ended(until: Option<Date>, today: Date) -> Option<VerdictFact> {
    until.filter(|until| *until < today).map(|until| VerdictFact::Ended { until })
}

#[cfg(test)]
mod tests {
    use gainsay_claims::{Location, facts::Status, sample::Sample};
    use jiff::civil::date;

    use super::*;
    use crate::fixture::{self, DAY};

    fn record(change_n: bool, today: Date) -> Vec<(String, Vec<VerdictFact>)> {
        let mut base = fixture::base();
        let at = |start| Location { document: "verdicts/a.toml".to_owned(), span: start..start };
        let given = Verdict { at: at(40), ..fixture::verdict("A", Status::Explained, &base) };
        let elsewhere =
            Verdict { finding: "diverging:gone".to_owned(), at: at(80), ..given.clone() };
        let rejection = Rejection {
            study: "fixture-b/2013".to_owned(),
            reason: "asked its own fans".to_owned(),
            who: "B".to_owned(),
            on: DAY,
            until: None,
            at: at(0),
        };
        let verdicts = Verdicts { verdicts: vec![elsewhere, given], rejections: vec![rejection] };
        if change_n {
            fixture::claim_of(&mut base, "fixture-a").n = Sample::Exactly(1005);
        }
        let finding = fixture::finding(&base);
        let review = Review::new(&[finding], &base, &verdicts, today);
        let record = review.history(&verdicts, today).into_iter();
        record.map(|one| (one.about, one.facts)).collect()
    }

    #[test]
    fn every_answer_is_on_record_by_its_place() {
        let record = record(false, DAY);
        let about: Vec<&str> = record.iter().map(|(about, _)| about.as_str()).collect();
        assert_eq!(about, ["fixture-b/2013", fixture::KEY, "diverging:gone"]);
        assert!(matches!(record[0].1[..], [VerdictFact::Rejected(_)]));
        assert!(record[1..].iter().all(|one| matches!(one.1[..], [VerdictFact::Given(_)])));
    }

    #[test]
    fn what_changed_since_and_when_it_ended_are_told() {
        let (_, facts) = record(true, date(2028, 1, 1)).remove(1);
        let [VerdictFact::Given(_), VerdictFact::Changed { claim, .. }, VerdictFact::Ended { .. }] =
            &facts[..]
        else {
            panic!("{facts:?}");
        };
        assert_eq!(claim, "fixture-a/2013/bought");
    }
}
