use gainsay_claims::facts::Fact;
use jiff::civil::date;

use super::*;
use crate::fixture;

const GOOD: &str = r#"schema = 1

[[verdict]]
finding = "diverging:bought"
status = "explained"
cause = ["wording", "base", "base"]
directness = { population = "low", wording = "moderate" }
reason = "asked « ever » and « last week »"
who = "A <a@example.org>"
on = 2026-10-02
until = 2027-10-02
evidence = [
  { claim = "fixture-b/2013/bought", digest = "00", n = "2100" },
  { claim = "fixture-a/2013/bought", digest = "11" },
]

[[rejection]]
study = "fixture-b/2013"
reason = "a panel of one"
who = "A <a@example.org>"
on = 2026-10-02
"#;

/// What is read of a text, and the words that are told of.
fn read_text(text: &str) -> (Verdicts, Vec<(String, Problem)>) {
    let base = fixture::with_files(&[("verdicts/a.toml", text)]);
    let (verdicts, diagnostics) = Verdicts::read(&base, fixture::DAY);
    let told = diagnostics.into_iter().map(|one| {
        let label = one.labels.into_iter().next().expect("it has a place");
        let Fact::Problem(problem) = label.fact else { panic!("it is a problem") };
        (text[label.at.span].to_owned(), problem)
    });
    (verdicts, told.collect())
}

/// Checks what is told of one change to the good file.
#[track_caller]
fn check(from: &str, to: &str, place: &str, problem: Problem) {
    assert!(GOOD.contains(from), "{from}");
    let (verdicts, told) = read_text(&GOOD.replacen(from, to, 1));
    assert_eq!(told, [(place.to_owned(), problem)]);
    // The other block is kept.
    assert_eq!(verdicts.verdicts.len() + verdicts.rejections.len(), 1, "{verdicts:?}");
}

fn told(problem: VerdictProblem) -> Problem {
    Problem::Verdict(problem)
}

#[test]
fn a_good_file_is_read_whole() {
    let (verdicts, told) = read_text(GOOD);
    assert_eq!(told, []);
    let [verdict] = &verdicts.verdicts[..] else { panic!("{verdicts:?}") };
    assert_eq!(verdict.given.cause, [Dimension::Wording, Dimension::Base]);
    assert_eq!(verdict.given.directness[&Dimension::Population], Directness::Low);
    assert_eq!((verdict.on, verdict.until), (date(2026, 10, 2), date(2027, 10, 2)));
    let claims: Vec<_> = verdict.evidence.iter().map(|one| one.claim.as_str()).collect();
    assert_eq!(claims, ["fixture-a/2013/bought", "fixture-b/2013/bought"]);
    assert_eq!(verdict.evidence[1].fields[&Field::N], "2100");
    assert_eq!(&GOOD[verdict.at.span.clone()], "\"diverging:bought\"");
    let [rejection] = &verdicts.rejections[..] else { panic!("{verdicts:?}") };
    assert_eq!((rejection.study.as_str(), rejection.until), ("fixture-b/2013", None));
}

#[test]
fn without_an_end_it_holds_for_a_year() {
    let (verdicts, told) = read_text(&GOOD.replacen("until = 2027-10-02\n", "", 1));
    assert_eq!(told, []);
    assert_eq!(verdicts.verdicts[0].until, date(2027, 10, 2));
}

#[test]
fn words_that_are_not_known_name_the_nearest() {
    let word = |kind, word: &str, nearest: Option<&str>| Problem::UnknownWord {
        kind,
        word: word.to_owned(),
        nearest: nearest.map(str::to_owned),
    };
    let status = word(WordKind::Status, "explaned", Some("explained"));
    check("\"explained\"", "\"explaned\"", "\"explaned\"", status);
    let cause = word(WordKind::Dimension, "tone", None);
    check("\"wording\",", "\"tone\",", "\"tone\"", cause);
    let dimension = word(WordKind::Dimension, "bases", Some("base"));
    check("{ population", "{ bases", "bases", dimension);
    let degree = word(WordKind::Directness, "lo", Some("low"));
    check("\"low\"", "\"lo\"", "\"lo\"", degree);
    let study = word(WordKind::Study, "fixture-c/2013", Some("fixture-a/2013"));
    check("\"fixture-b/2013\"", "\"fixture-c/2013\"", "\"fixture-c/2013\"", study);
}

#[test]
fn what_is_missing_or_of_another_form_is_told() {
    let missing = |field| told(VerdictProblem::Missing { field });
    check("reason = \"asked « ever » and « last week »\"\n", "", "[[verdict]]", missing("reason"));
    check("on = 2026-10-02\nuntil", "until", "[[verdict]]", missing("on"));
    let form = |field: &str, form| told(VerdictProblem::Form { field: field.to_owned(), form });
    let date = "\"2027-10-02\"";
    check("until = 2027-10-02", "until = \"2027-10-02\"", date, form("until", Form::Date));
    check(
        "until = 2027-10-02",
        "until = 2027-10-02T10:00:00",
        "2027-10-02T10:00:00",
        form("until", Form::Date),
    );
    check(
        "who = \"A <a@example.org>\"\non = 2026-10-02\nu",
        "who = \" \"\non = 2026-10-02\nu",
        "\" \"",
        told(VerdictProblem::Empty { field: "who".to_owned() }),
    );
    check(
        "who = \"A <a@example.org>\"\non = 2026-10-02\nu",
        "who = 3\non = 2026-10-02\nu",
        "3",
        form("who", Form::Text),
    );
    check("[\"wording\", \"base\", \"base\"]", "\"base\"", "\"base\"", form("cause", Form::List));
    check(
        "{ population = \"low\", wording = \"moderate\" }",
        "3",
        "3",
        form("directness", Form::Table),
    );
    let first = "{ claim = \"fixture-b/2013/bought\", digest = \"00\", n = \"2100\" }";
    check(first, "3", "3", form("evidence", Form::Table));
}

#[test]
fn an_explanation_names_what_differs() {
    let key = "\"diverging:bought\"";
    check("cause = [\"wording\", \"base\", \"base\"]\n", "", key, told(VerdictProblem::NoCause));
}

#[test]
fn it_ends_after_it_begins_and_within_a_year() {
    check("2027-10-02", "2026-10-01", "2026-10-01", told(VerdictProblem::Backwards));
    let latest = date(2027, 10, 2);
    check("2027-10-02", "2027-10-03", "2027-10-03", told(VerdictProblem::TooLong { latest }));
}

#[test]
fn it_was_given_at_the_latest_tomorrow() {
    let given = |on: &str| {
        let from = "on = 2026-10-02\nuntil";
        read_text(&GOOD.replacen(from, &format!("on = {on}\nuntil"), 1))
    };
    assert_eq!(given("2026-10-03").1, []);
    let (verdicts, told_of) = given("2026-10-04");
    let today = fixture::DAY;
    assert_eq!(told_of, [("2026-10-04".to_owned(), told(VerdictProblem::Early { today }))]);
    assert_eq!(verdicts.verdicts, []);
}

#[test]
fn a_field_that_is_not_known_costs_nothing_else() {
    let (verdicts, told) = read_text(&GOOD.replacen("status =", "statut = 1\nstatus =", 1));
    let nearest = Some("status".to_owned());
    let problem = VerdictProblem::UnknownField { field: "statut".to_owned(), nearest };
    assert_eq!(told, [("statut".to_owned(), Problem::Verdict(problem))]);
    assert_eq!(verdicts.verdicts.len(), 1);
}

#[test]
fn a_slip_of_the_pen_costs_its_own_block_at_most() {
    let slip = GOOD.replacen("status = \"explained\"", "status = explained", 1);
    let (verdicts, told) = read_text(&slip);
    assert!(!told.is_empty());
    assert_eq!(verdicts.rejections.len(), 1);
    let (verdicts, told) = read_text(&GOOD.replacen("schema = 1", "schema = 2", 1));
    assert_eq!(told, [("2".to_owned(), Problem::Verdict(VerdictProblem::UnknownSchema))]);
    assert!(verdicts.verdicts.is_empty());
}

#[test]
fn a_byte_order_mark_moves_no_place() {
    let (verdicts, told) =
        read_text(&format!("\u{feff}{}", GOOD.replacen("2027-10-02", "2028-01-01", 1)));
    assert_eq!(told[0].0, "2028-01-01");
    assert_eq!(verdicts.rejections.len(), 1);
}

#[test]
fn other_files_are_not_read() {
    for name in ["verdicts/notes.md", "verdicts/old/a.toml", "sources/verdicts/a.toml"] {
        let base = fixture::with_files(&[(name, GOOD)]);
        assert!(Verdicts::read(&base, fixture::DAY).0.verdicts.is_empty(), "{name}");
    }
}

proptest::proptest! {
    #[test]
    fn no_text_stops_it(text in "\\PC*", at in 0..GOOD.len(), with in "[\\[\\]{}\",=\\n]{0,3}") {
        read_text(&text);
        let at = GOOD.floor_char_boundary(at);
        read_text(&[&GOOD[..at], &with, &GOOD[at..]].concat());
        read_text(&GOOD[..at]);
    }
}
