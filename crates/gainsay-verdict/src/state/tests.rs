use gainsay_claims::{
    Location,
    claim::{Claim, Statement},
    sample::Sample,
    study::{StatedMargin, Study},
    wire::{Dependence, Disclosed, Mark, Standing, Strategy},
};
use jiff::{ToSpan as _, civil::date};

use super::*;
use crate::{
    fixture::{self, DAY},
    verdict::Rejection,
};

/// The answers of one day, and the state and the diagnostics that they give.
fn judged(
    base: &EvidenceBase,
    given: Vec<Verdict>,
    today: Date,
) -> (String, Vec<VerdictFact>, Vec<&'static str>) {
    let verdicts = Verdicts { verdicts: given, ..Verdicts::default() };
    let finding = fixture::finding(base);
    let review = Review::new(std::slice::from_ref(&finding), base, &verdicts, today);
    let (_, standing) = review.standings().next().expect("it is found");
    let changes = match standing.state {
        ReviewState::Stale => standing.changes.clone(),
        _ => Vec::new(),
    };
    let told = review.diagnostics(&verdicts, base, today);
    (standing.state.name().to_owned(), changes, told.iter().map(|one| one.check.id).collect())
}

#[track_caller]
fn check(given: &[(&str, Status)], expected: &str, told: &[&str]) {
    let base = fixture::base();
    let given = given.iter().map(|(who, status)| fixture::verdict(who, *status, &base)).collect();
    let (state, _, diagnostics) = judged(&base, given, DAY);
    assert_eq!((state.as_str(), &diagnostics[..]), (expected, told));
}

#[test]
fn what_nobody_answered_is_open() {
    check(&[], "open", &[]);
}

#[test]
fn answers_that_agree_settle_a_finding() {
    check(&[("A", Status::Confirmed)], "confirmed", &[]);
    check(&[("A", Status::Explained), ("B", Status::Explained)], "explained", &[]);
    check(&[("A", Status::Deferred)], "deferred", &[]);
}

#[test]
fn a_reviewer_is_one_however_he_signs() {
    let base = fixture::base();
    let signed = |who, status, on| Verdict { on, ..fixture::verdict(who, status, &base) };
    let before = signed("Bob <b@example.org>", Status::Confirmed, date(2026, 9, 1));
    let after = |who| signed(who, Status::Explained, date(2026, 9, 2));
    let state = |who| judged(&base, vec![before.clone(), after(who)], DAY).0;
    assert_eq!(state("Bob"), "explained");
    assert_eq!(state("Bob <bob@example.com>"), "conflicting");
}

#[test]
fn answers_that_do_not_agree_leave_it_open() {
    let told = ["conflicting-verdicts"];
    check(&[("A", Status::Explained), ("B", Status::FalsePositive)], "conflicting", &told);
    check(&[("A", Status::Deferred), ("B", Status::FalsePositive)], "false-positive", &[]);
}

#[test]
fn an_answer_holds_to_its_last_day() {
    let base = fixture::base();
    let given = || vec![fixture::verdict("A", Status::Explained, &base)];
    let until = given()[0].until;
    assert_eq!(judged(&base, given(), until).0, "explained");
    let (state, _, told) = judged(&base, given(), until + 1.day());
    assert_eq!((state.as_str(), &told[..]), ("expired", &["expired-verdict"][..]));
}

#[test]
fn a_field_that_changed_re_opens_and_is_named() {
    let mut base = fixture::base();
    fixture::claim_of(&mut base, "fixture-b").n = Sample::Unknown;
    let given = vec![fixture::verdict("A", Status::Explained, &base)];
    fixture::claim_of(&mut base, "fixture-b").n = Sample::Exactly(11_067);
    let (state, changes, told) = judged(&base, given, DAY);
    let changed = VerdictFact::Changed {
        claim: "fixture-b/2013/bought".to_owned(),
        field: Field::N,
        from: None,
        to: Some("11067".to_owned()),
    };
    assert_eq!((state.as_str(), &told[..]), ("stale", &["stale-verdict"][..]));
    assert_eq!(changes, [changed]);
}

type Change = fn(&mut Claim);

type StudyChange = fn(&mut Study);

#[test]
fn whatever_a_judgement_relies_on_re_opens() {
    let changes: [(Field, Change); 10] = [
        (Field::Figure, |claim| {
            if let Statement::Share(share) = &mut claim.statement {
                share.hard = share.hard.complement();
            }
        }),
        (Field::Counts, |claim| claim.said.negated = !claim.said.negated),
        (Field::N, |claim| claim.n = Sample::Census),
        (Field::Base, |claim| claim.base.steps.clear()),
        (Field::Population, |claim| claim.population.regions = None),
        (Field::Period, |claim| claim.period = "2014".parse().ok()),
        (Field::Wording, |claim| {
            claim.wording.insert("recall".to_owned(), "last-week".to_owned());
        }),
        (Field::Standing, |claim| {
            claim.said.standing = Standing::Deprecated;
        }),
        (Field::Standing, |claim| claim.said.cites = Some("fixture-b/2013/bought".to_owned())),
        (Field::Standing, |claim| claim.said.mark = Mark::CitedOnly),
    ];
    for (expected, change) in changes {
        re_opens(expected, |base| change(fixture::claim_of(base, "fixture-a")));
    }
}

#[test]
fn whatever_a_judgement_relies_on_of_a_study_re_opens() {
    let changes: [(Field, StudyChange); 7] = [
        (Field::N, |study| study.n = Sample::Exactly(2000)),
        (Field::Survey, |study| study.said.mode = vec!["telephone".to_owned()]),
        (Field::Survey, |study| study.said.sponsor = Some("House".to_owned())),
        (Field::Survey, |study| study.said.weighted = Disclosed::Yes),
        (Field::Survey, |study| study.said.strategy = Strategy::Modelled),
        (Field::Survey, |study| {
            let (margin, rounding) = (0.031, 0.0005);
            let (level, n) = (Some(0.95), Sample::Unknown);
            study.margin = Some(StatedMargin { margin, rounding, level, n });
        }),
        (Field::Survey, |study| {
            let (study_id, why) = ("fixture-b/2013".to_owned(), "one panel".to_owned());
            study.said.depends_on = vec![Dependence { study: study_id, declared: true, why }];
        }),
    ];
    for (expected, change) in changes {
        re_opens(expected, |base| {
            change(base.studies.get_mut("fixture-a/2013").expect("it is in the base"));
        });
    }
}

/// Checks that a change of a base re-opens a verdict, and that one field tells why.
#[track_caller]
fn re_opens(expected: Field, change: impl FnOnce(&mut EvidenceBase)) {
    let mut base = fixture::base();
    let given = vec![fixture::verdict("A", Status::Explained, &base)];
    change(&mut base);
    let (state, changes, _) = judged(&base, given, DAY);
    let field = |one: &VerdictFact| match one {
        VerdictFact::Changed { field, .. } => *field,
        other => panic!("{other:?}"),
    };
    let fields: Vec<Field> = changes.iter().map(field).collect();
    assert_eq!((state.as_str(), &fields[..]), ("stale", &[expected][..]));
}

#[test]
fn how_a_document_is_written_re_opens_nothing() {
    let mut base = fixture::base();
    let given = vec![fixture::verdict("A", Status::Explained, &base)];
    let claim = fixture::claim_of(&mut base, "fixture-a");
    claim.at.span = 7..9;
    claim.said.seen_at = Some("https://moved.example/".to_owned());
    assert_eq!(judged(&base, given, DAY).0, "explained");
}

#[test]
fn a_study_that_joins_or_leaves_re_opens() {
    let mut base = fixture::base();
    let given = vec![fixture::verdict("A", Status::Explained, &base)];
    fixture::add(&mut base, "fixture-c", "40 %", Sample::Unknown);
    base.claims.remove("fixture-b/2013/bought");
    let (state, changes, _) = judged(&base, given, DAY);
    let added = VerdictFact::Added { claim: "fixture-c/2013/bought".to_owned() };
    let gone = VerdictFact::Gone { claim: "fixture-b/2013/bought".to_owned() };
    assert_eq!((state.as_str(), changes), ("stale", vec![added, gone]));
}

#[test]
fn a_digest_that_no_field_explains_re_opens() {
    let base = fixture::base();
    let mut given = fixture::verdict("A", Status::Explained, &base);
    given.evidence[0].digest = "0".repeat(16);
    let claim = given.evidence[0].claim.clone();
    let (state, changes, _) = judged(&base, vec![given], DAY);
    assert_eq!((state.as_str(), changes), ("stale", vec![VerdictFact::ChangedOtherwise { claim }]));
}

#[test]
fn one_answer_that_holds_is_enough() {
    let mut base = fixture::base();
    let old = fixture::verdict("A", Status::Confirmed, &base);
    fixture::claim_of(&mut base, "fixture-b").n = Sample::Unknown;
    let new = fixture::verdict("B", Status::Explained, &base);
    let (state, _, told) = judged(&base, vec![old, new], DAY);
    assert_eq!((state.as_str(), &told[..]), ("explained", &["stale-verdict"][..]));
}

#[test]
fn an_answer_to_nothing_is_told_as_far_as_the_base_is_whole() {
    let mut base = fixture::base();
    let given = || Verdict {
        finding: "diverging:bougt".to_owned(),
        ..fixture::verdict("A", Status::Explained, &fixture::base())
    };
    assert_eq!(judged(&base, vec![given()], DAY).2, ["unmatched-verdict"]);
    base.lost_words = 1;
    assert_eq!(judged(&base, vec![given()], DAY).2, [""; 0]);
}

#[test]
fn what_rests_on_rejected_studies_alone_is_settled() {
    let mut base = fixture::base();
    base.rejected.insert("fixture-a/2013".to_owned(), Vec::new());
    assert_eq!(judged(&base, Vec::new(), DAY).0, "open");
    base.rejected.insert("fixture-b/2013".to_owned(), Vec::new());
    assert_eq!(judged(&base, Vec::new(), DAY).0, "rejected");
}

fn rejection(base: &EvidenceBase) -> Rejection {
    Rejection {
        study: "fixture-a/2013".to_owned(),
        reason: "a panel of one".to_owned(),
        who: "A".to_owned(),
        on: DAY,
        until: Some(date(2026, 12, 1)),
        at: fixture::verdict("A", Status::Explained, base).at,
    }
}

#[test]
fn what_rests_on_a_rejected_study_tells_why_it_was() {
    let mut base = fixture::base();
    let verdicts = Verdicts { rejections: vec![rejection(&base)], ..Verdicts::default() };
    for (day, notes) in [(DAY, 1), (date(2027, 1, 1), 0)] {
        base.rejected = verdicts.rejected(day);
        let mut findings = [fixture::finding(&base)];
        Review::new(&findings, &base, &verdicts, day).mark(&mut findings, &base);
        assert_eq!(findings[0].notes.len(), notes);
    }
}

#[test]
fn a_rejection_that_has_ended_is_told() {
    let base = fixture::base();
    let verdicts = Verdicts { rejections: vec![rejection(&base)], ..Verdicts::default() };
    let told = |today| {
        let found = Review::new(&[], &base, &verdicts, today).diagnostics(&verdicts, &base, today);
        found.iter().map(|one| one.check.id).collect::<Vec<_>>()
    };
    assert_eq!(told(date(2026, 12, 1)), [""; 0]);
    assert_eq!(verdicts.rejected(date(2026, 12, 1)).len(), 1);
    assert_eq!(told(date(2026, 12, 2)), ["expired-verdict"]);
    assert_eq!(verdicts.rejected(date(2026, 12, 2)).len(), 0);
}

#[test]
fn a_finding_is_marked_with_what_became_of_it() {
    let base = fixture::base();
    let verdicts = Verdicts {
        verdicts: vec![fixture::verdict("A", Status::Confirmed, &base)],
        ..Verdicts::default()
    };
    let mut findings = [fixture::finding(&base)];
    let until = verdicts.verdicts[0].until;
    for (today, settled, notes) in [(DAY, true, 1), (until + 1.day(), false, 2)] {
        let review = Review::new(&findings, &base, &verdicts, today);
        let mut marked = findings.clone();
        review.mark(&mut marked, &base);
        assert_eq!((marked[0].is_settled(), marked[0].notes.len()), (settled, notes));
    }
    findings[0].subject = gainsay_claims::diagnostic::Subject::Name("file.toml".to_owned());
    let review = Review::new(&[], &base, &verdicts, DAY);
    review.mark(&mut findings, &base);
    assert_eq!(findings[0].review, None);
}

#[test]
fn what_was_put_off_gives_way_to_any_later_answer() {
    let base = fixture::base();
    let adopted = |document: &str| {
        let at = Location { document: document.to_owned(), span: 0..0 };
        Verdict { at, ..fixture::verdict("A", Status::Deferred, &base) }
    };
    let later =
        Verdict { until: date(2026, 12, 1), ..fixture::verdict("B", Status::Deferred, &base) };
    let given = |document| vec![adopted(document), later.clone()];
    assert_eq!(judged(&base, given(BASELINE), DAY).0, "deferred");
    // The adopted one would have held longer.
    assert_eq!(judged(&base, given(BASELINE), date(2026, 12, 2)).0, "expired");
    assert_eq!(judged(&base, given("verdicts/a.toml"), date(2026, 12, 2)).0, "deferred");
}

#[test]
fn what_was_answered_later_is_not_told_to_be_stale() {
    let mut base = fixture::base();
    let adopted =
        Verdict { on: date(2026, 9, 1), ..fixture::verdict("A", Status::Deferred, &base) };
    fixture::claim_of(&mut base, "fixture-a").n = Sample::Exactly(1005);
    assert_eq!(judged(&base, vec![adopted.clone()], DAY).2, ["stale-verdict"]);
    let answered = fixture::verdict("B", Status::Confirmed, &base);
    let (state, _, told) = judged(&base, vec![adopted, answered], DAY);
    assert_eq!((state.as_str(), told.len()), ("confirmed", 0));
}

#[test]
fn of_two_answers_of_one_reviewer_on_one_day_the_last_counts() {
    check(&[("A", Status::Confirmed), ("A", Status::Explained)], "explained", &[]);
    check(&[("A", Status::Explained), ("A", Status::Confirmed)], "confirmed", &[]);
}
