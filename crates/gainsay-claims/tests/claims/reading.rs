//! Everything that can be wrong with a record: each problem is reported with its
//! place and its check, and a neighbour that is right is not.

use gainsay_claims::{
    Diagnostic,
    document::PlaceError,
    facts::{Fact, Problem, WordKind},
    sample::Sample,
    value::ValueError,
    wire::{
        BaseStep, DateOrder, DecimalSign, Figure, Finding, Join, Joined, Margin, Notation, Order,
        People, Place, Rank, Says, Side, StudyRecord, Term,
    },
};

use crate::support::{DOCUMENT, STUDY, about, at, facets, figure, finding, read, read_study};

const TEXT: &str =
    "68 % and less than 12 % of n = 1,056 adults aged 18-30 in May 2013, $5, up 7 points, 34";

#[test]
fn an_unknown_word_names_the_nearest_one() {
    let object =
        |facet: &str, value: &str| Finding { facets: facets(&[(facet, value)]), ..share() };
    let cut = |step: &str| Finding { cut: Some(step.into()), ..about("bought", says("68 %")) };
    let study = |id: &str| Finding { study: Some(id.into()), ..share() };
    let region = |word: &str| among(People { regions: vec![word.into()], ..People::default() });
    let universe = |word: &str| among(People { universe: Some(word.into()), ..People::default() });
    for (kind, nearest, word, build) in [
        (WordKind::Concept, "ignores-posts", "ignore-posts", &|word: &str| {
            about(word, says("68 %"))
        }),
        (WordKind::Facet, "object", "objekt", &|word: &str| object(word, "posts")),
        (WordKind::Value, "posts", "post", &|word: &str| object("object", word)),
        (WordKind::Step, "hardly-ever", "hardly-evr", &cut),
        (WordKind::Universe, "adults", "adult", &universe),
        (WordKind::Universe, "brand-likers", "brand-liker", &based_on),
        (WordKind::Universe, "marketers", "marketer", &ordered),
        (WordKind::Universe, "marketers", "marketer", &compared),
        (WordKind::Concept, "loyal", "loial", &joined),
        (WordKind::Region, "France", "Frence", &region),
        (WordKind::Study, STUDY, "fixture-a/survei", &study),
    ] as [(_, _, _, &dyn Fn(&str) -> Finding); 11]
    {
        check(build(word), "unknown-word", unknown(kind, word, nearest));
        sound(build(nearest));
    }
}

#[test]
fn a_word_unlike_any_other_has_no_nearest() {
    let problem = Problem::UnknownWord {
        kind: WordKind::Concept,
        word: "zzzzzzzzzzzzzzzzz".into(),
        nearest: None,
    };
    check(about("zzzzzzzzzzzzzzzzz", says("68 %")), "unknown-word", problem);
}

#[test]
fn a_study_of_a_missing_source_is_missing_and_not_misspelt() {
    sound(Finding { study: Some("fixture-missing/survey".into()), ..share() });
}

#[test]
fn a_facet_belongs_to_its_concept() {
    let said = |concept: &str| Finding {
        facets: facets(&[("object", "posts")]),
        ..about(concept, says("68 %"))
    };
    let problem = Problem::FacetNotOfConcept { facet: "object".into(), concept: "loyal".into() };
    check(said("loyal"), "invalid-record", problem);
    sound(said("trusts"));
}

#[test]
fn a_cut_needs_a_scale() {
    let said =
        |concept: &str| Finding { cut: Some("never".into()), ..about(concept, says("68 %")) };
    check(said("loyal"), "invalid-record", Problem::NoScale { concept: "loyal".into() });
    sound(said("bought"));
}

#[test]
fn nothing_stands_above_itself() {
    let side = |object| Side { facets: facets(&[("object", object)]), ..Side::default() };
    let order = |greater: Side, lesser: Side| {
        let order = Order { words: at(TEXT, "less than"), greater, lesser, by_far: false };
        about("trusts", Says::Order(Box::new(order)))
    };
    let of_posts = |said| Finding { facets: facets(&[("object", "posts")]), ..said };
    let among = |who: &str| Side { universe: Some(who.into()), ..side("posts") };
    check(order(side("posts"), side("posts")), "invalid-record", Problem::SameSides);
    check(order(among("marketers"), among("marketers")), "invalid-record", Problem::SameSides);
    let left_out = of_posts(order(side("posts"), Side::default()));
    check(left_out, "invalid-record", Problem::SameSides);
    let named = Side { concept: Some("trusts".into()), ..side("posts") };
    check(order(named, side("posts")), "invalid-record", Problem::SameSides);
    sound(order(side("recommendations"), side("posts")));
    sound(order(among("marketers"), among("social-media-users")));
    sound(of_posts(order(side("recommendations"), Side::default())));
}

#[test]
fn a_place_is_in_the_document_and_cuts_no_figure() {
    let place = |place| finding(Says::Share(Figure::at(place)));
    let span = |start, end| place(Place { span: Some([start, end]), cell: None });
    for (said, error) in [
        (place(Place { span: None, cell: None }), PlaceError::Empty),
        (place(Place::cell(0, 0)), PlaceError::NoTable),
        (span(0, 9999), PlaceError::Outside),
        (span(4, 0), PlaceError::Outside),
        (span(1, 4), PlaceError::CutsFigure),
        (finding(says("056")), PlaceError::CutsFigure),
    ] {
        check(said, "misplaced-figure", Problem::Place(error));
    }
    sound(finding(says("68 %")));
}

#[test]
fn every_place_of_a_finding_is_checked() {
    let outside = Place { span: Some([0, 9999]), cell: None };
    let step = BaseStep { who: "adults".into(), share: None, words: Some(outside) };
    let part = BaseStep { words: None, share: Some(Figure::at(outside)), ..step.clone() };
    let forecast = gainsay_claims::wire::Forecast { target: outside, issued: None };
    let issued =
        gainsay_claims::wire::Forecast { target: at(TEXT, "May 2013"), issued: Some(outside) };
    for said in [
        Finding { n: Some(outside), ..share() },
        Finding { period: Some(outside), ..share() },
        Finding { since: Some(outside), ..share() },
        Finding { base: vec![step], ..share() },
        Finding { base: vec![part], ..share() },
        Finding { forecast: Some(forecast), ..share() },
        Finding { forecast: Some(issued), ..share() },
        among(People { age: Some(outside), ..People::default() }),
        finding(Says::Words(outside)),
    ] {
        check(said, "misplaced-figure", Problem::Place(PlaceError::Outside));
    }
}

#[test]
fn a_hedge_before_a_figure_belongs_to_it() {
    let problem = Problem::LeavesOutHedge { text: "12 %".into() };
    check(finding(says("12 %")), "misplaced-figure", problem);
    sound(finding(says("less than 12 %")));
}

#[test]
fn a_hedge_after_a_figure_belongs_to_it() {
    let text = "50 % or more of them, n = 600 to 700, more than 300 in Spain";
    let said = |words: &str| finding(Says::Share(figure(text, words)));
    let refused = read(text, said("50 %")).expect_err("a part of a figure");
    let problem_at = Problem::LeavesOutHedge { text: "50 %".into() };
    assert_eq!(problem(&refused), &problem_at);
    assert!(read(text, said("50 % or more")).is_ok());
}

#[test]
fn a_size_is_never_a_part_of_one() {
    let text = "68 % of 600 to 700 people, more than 300 of them in Spain";
    let with =
        |n: &str| Finding { n: Some(at(text, n)), ..finding(Says::Share(figure(text, "68 %"))) };
    for (part, whole) in [("600", "600 to 700"), ("300", "more than 300")] {
        let refused = read(text, with(part)).expect_err(part);
        assert_eq!(problem(&refused), &Problem::LeavesOutHedge { text: part.into() });
        assert!(read(text, with(whole)).is_ok(), "{whole}");
    }
}

#[test]
fn words_that_are_no_figure_are_never_guessed_at() {
    let diagnostic = read(TEXT, finding(says("adults"))).expect_err("no figure");
    assert_eq!(diagnostic.check.id, "unreadable-figure");
    let problem = problem(&diagnostic);
    assert!(matches!(problem, Problem::NotAFigure { text, .. } if text == "adults"), "{problem:?}");
}

#[test]
fn a_figure_is_of_the_kind_that_the_finding_says() {
    for (kind, wrong, right) in [
        (Says::Share as fn(Figure) -> Says, "$5", "68 %"),
        (Says::Money, "68 %", "$5"),
        (Says::Change, "68 %", "up 7 points"),
    ] {
        let problem = Problem::OtherQuantity { text: wrong.into() };
        check(finding(kind(figure(TEXT, wrong))), "unreadable-figure", problem);
        sound(finding(kind(figure(TEXT, right))));
    }
}

#[test]
fn a_figure_with_a_unit_is_no_bare_number() {
    let rank = |figure| Says::Rank(Rank { figure, from_last: false });
    for kind in [Says::Count as fn(Figure) -> Says, Says::Mean, rank] {
        let found = read(TEXT, finding(kind(figure(TEXT, "$5")))).expect_err("an amount of money");
        let mismatch = |error: &ValueError| matches!(error, ValueError::UnitMismatch { .. });
        assert!(
            matches!(problem(&found), Problem::NotAFigure { error, .. } if mismatch(error)),
            "{found:?}"
        );
        sound(finding(kind(figure(TEXT, "34"))));
    }
}

#[test]
fn a_date_a_size_and_an_age_are_read_or_refused() {
    let adults = || "adults".to_owned();
    let place = |words| Some(at(TEXT, words));
    let period = |words| Finding { period: place(words), ..share() };
    check(period("adults"), "unreadable-figure", Problem::NotAPeriod { text: adults() });
    sound(period("May 2013"));
    let since = |words| Finding { since: place(words), ..share() };
    check(since("adults"), "unreadable-figure", Problem::NotAPeriod { text: adults() });
    sound(since("May 2013"));
    let size = |words| Finding { n: place(words), ..share() };
    check(size("adults"), "unreadable-figure", Problem::NotASize { text: adults() });
    sound(size("1,056"));
    let worth = |words| Finding { n_effective: place(words), ..share() };
    check(worth("adults"), "unreadable-figure", Problem::NotASize { text: adults() });
    sound(worth("34"));
    let age = |words| among(People { age: place(words), ..People::default() });
    check(age("adults"), "unreadable-figure", Problem::NotAnAge { text: adults() });
    sound(age("18-30"));
}

#[test]
fn an_id_is_a_path_of_names() {
    for id in ["", "Survey/one", "survey//one", "survey/one ", "../one"] {
        let said = Finding { id: id.into(), ..share() };
        check(said, "invalid-record", Problem::BadId { id: id.into() });
    }
    sound(Finding { id: "survey/one-2".into(), ..share() });
}

#[test]
fn a_record_comes_from_a_document_of_its_source() {
    let problem = Problem::UnknownDocument { name: "elsewhere.txt".into() };
    check(Finding { document: "elsewhere.txt".into(), ..share() }, "invalid-record", problem);
}

#[test]
fn a_study_is_checked_like_a_finding() {
    let place = |words| Some(at(TEXT, words));
    let adults = || "adults".to_owned();
    let margin = |words| Some(Margin { at: at(TEXT, words), level: None, n: None });
    let people = |people| StudyRecord { people, ..study() };
    for (said, check, problem) in [
        (
            StudyRecord { fieldwork: place("adults"), ..study() },
            "unreadable-figure",
            Problem::NotAPeriod { text: adults() },
        ),
        (
            StudyRecord { n: place("adults"), ..study() },
            "unreadable-figure",
            Problem::NotASize { text: adults() },
        ),
        (
            StudyRecord { margin: margin("$5"), ..study() },
            "unreadable-figure",
            Problem::OtherQuantity { text: "$5".into() },
        ),
        (
            people(People { universe: Some("adult".into()), ..People::default() }),
            "unknown-word",
            unknown(WordKind::Universe, "adult", "adults"),
        ),
        (
            StudyRecord { id: "fixture-b/survey".into(), ..study() },
            "invalid-record",
            Problem::BadId { id: "fixture-b/survey".into() },
        ),
    ] {
        let found = read_study(TEXT, said).expect_err("it is not sound");
        assert_located(&found, check, &problem);
    }
    let said = StudyRecord {
        fieldwork: place("May 2013"),
        n: place("1,056"),
        margin: margin("68 %"),
        people: People { universe: Some(adults()), age: place("18-30"), ..People::default() },
        ..study()
    };
    read_study(TEXT, said).expect("it is sound");
}

#[test]
fn fieldwork_may_be_written_at_two_places() {
    const DAYS: &str = "6/2/2019; 7/1/2019; 5/1/2019; 2019-07-03; 541.968";
    let place = |words| Some(at(DAYS, words));
    let two = |from, to| StudyRecord {
        at: at(DAYS, "6/2/2019"),
        fieldwork: place(from),
        fieldwork_end: place(to),
        n: place("541.968"),
        notation: Notation {
            dates: Some(DateOrder::MonthDayYear),
            decimals: Some(DecimalSign::Point),
            ..Notation::default()
        },
        ..study()
    };
    let fieldwork = |said| read_study(DAYS, said).expect("it is sound").fieldwork;
    let written = |said| fieldwork(said).map(|period| period.to_string());
    let june = two("6/2/2019", "7/1/2019");
    assert_eq!(read_study(DAYS, june.clone()).expect("it is sound").n, Sample::About(541));
    assert_eq!(written(june.clone()).as_deref(), Some("2019-06-02..2019-07-01"));
    assert_eq!(written(two("6/2/2019", "2019-07-03")).as_deref(), Some("2019-06-02..2019-07-03"));
    let undeclared = StudyRecord { notation: Notation::default(), ..june };
    let found = read_study(DAYS, undeclared).expect_err("no order is declared");
    let problem = Problem::NotAPeriod { text: "6/2/2019".into() };
    assert_located(&found, "unreadable-figure", &problem);
    let found = read_study(DAYS, two("6/2/2019", "5/1/2019")).expect_err("it runs backwards");
    let problem = Problem::NotAPeriod { text: "2019-06-02..2019-05-01".into() };
    assert_located(&found, "unreadable-figure", &problem);
}

#[test]
fn a_bad_record_costs_only_itself() {
    let records = [share(), about("ignore-posts", says("68 %")), finding(says("less than 12 %"))];
    let read = records.map(|said| read(TEXT, said).is_ok());
    assert_eq!(read, [true, false, true]);
}

fn says(words: &str) -> Says {
    Says::Share(figure(TEXT, words))
}

/// A sound finding; the cases change one thing of it.
fn share() -> Finding {
    about("trusts", says("68 %"))
}

fn study() -> StudyRecord {
    let document = DOCUMENT.to_owned();
    StudyRecord { document, ..StudyRecord::new(STUDY, at(TEXT, "adults"), "Survey", "Fixture A") }
}

fn among(people: People) -> Finding {
    Finding { people: Some(people), ..share() }
}

fn based_on(universe: &str) -> Finding {
    let step = BaseStep { who: universe.into(), share: None, words: None };
    Finding { base: vec![step], ..share() }
}

fn side(universe: &str) -> Side {
    Side { universe: Some(universe.into()), ..Side::default() }
}

fn ordered(universe: &str) -> Finding {
    let words = at(TEXT, "68 %");
    let (greater, lesser) = (side("adults"), side(universe));
    about("trusts", Says::Order(Box::new(Order { words, greater, lesser, by_far: false })))
}

fn compared(universe: &str) -> Finding {
    Finding { than: Some(side(universe)), ..share() }
}

fn joined(concept: &str) -> Finding {
    let term = Term { concept: concept.into(), facets: facets(&[]), negated: false };
    Finding { joined: Some(Joined { by: Join::And, with: vec![term] }), ..share() }
}

fn unknown(kind: WordKind, word: &str, nearest: &str) -> Problem {
    Problem::UnknownWord { kind, word: word.into(), nearest: Some(nearest.into()) }
}

#[track_caller]
fn check(said: Finding, check: &str, problem: Problem) {
    let found = read(TEXT, said).expect_err("the finding is not sound");
    assert_located(&found, check, &problem);
}

#[track_caller]
fn sound(said: Finding) {
    read(TEXT, said).expect("the finding is sound");
}

/// A problem is found by the right check and shown in the record's document.
#[track_caller]
fn assert_located(found: &Diagnostic, check: &str, expected: &Problem) {
    assert_eq!((found.check.id, problem(found)), (check, expected));
    let at = &found.labels[0].at;
    let document = match expected {
        Problem::UnknownDocument { name } => name,
        _ => DOCUMENT,
    };
    assert_eq!(at.document, document);
    assert!(TEXT.get(at.span.clone()).is_some(), "{at:?}");
}

#[track_caller]
fn problem(found: &Diagnostic) -> &Problem {
    match found.labels.first().map(|label| &label.fact) {
        Some(Fact::Problem(problem)) => problem,
        other => panic!("expected a problem with its place, found {other:?}"),
    }
}
