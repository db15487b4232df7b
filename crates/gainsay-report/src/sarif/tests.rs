use gainsay_claims::facts::{ReviewState, Status};
use jsonschema::Validator;
use serde_json::Value;

use super::*;
use crate::{
    Linted, Speaker, fixture,
    lint::{self, Lint},
};

/// The schema of the OASIS committee; its README tells where it is from.
const OFFICIAL: &str = include_str!("../../tests/sarif/sarif-2.1.0.schema.json");

fn paths() -> Paths {
    Paths { base: "data/fixtures".to_owned(), drafts: vec!["text/draft one.md".to_owned()] }
}

fn written(drafts: &[Linted], lang: Lang) -> Value {
    let lint = Lint { base: &drafts[0].base, lang, drafts, unread: &[] };
    serde_json::from_str(&lint.sarif(&paths())).expect("valid JSON")
}

/// The official schema, whose pattern for languages is no pattern, mended.
fn official() -> Validator {
    let broken = "^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$";
    assert!(OFFICIAL.contains(broken), "the schema was mended by its authors");
    let schema = OFFICIAL.replace(broken, "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$");
    let schema: Value = serde_json::from_str(&schema).expect("valid JSON");
    jsonschema::validator_for(&schema).expect("a valid schema")
}

#[track_caller]
fn check(log: &Value) {
    let validator = official();
    let errors: Vec<String> = validator.iter_errors(log).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
}

#[test]
fn results_of_every_rule_follow_the_official_schema() {
    for lang in [Lang::En, Lang::Fr] {
        let log = written(&[lint::fixture::linted()], lang);
        check(&log);
        let run = &log["runs"][0];
        let rules = run["tool"]["driver"]["rules"].as_array().expect("a list");
        assert_eq!(rules.len(), gainsay_draft::rules::ALL.len());
        let results = run["results"].as_array().expect("a list");
        for result in results {
            let index = result["ruleIndex"].as_u64().expect("a number");
            let rule = &rules[usize::try_from(index).expect("a small number")];
            assert_eq!(rule["id"], result["ruleId"]);
        }
        // A source of the fixture is missing.
        assert_eq!(run["invocations"][0]["executionSuccessful"], false);
    }
}

#[test]
fn the_official_schema_refuses_another_level() {
    let validator = official();
    let mut log = written(&[lint::fixture::linted()], Lang::En);
    log["runs"][0]["results"][0]["level"] = "grave".into();
    assert!(!validator.is_valid(&log));
}

#[test]
fn a_draft_is_where_it_is_and_evidence_is_below_its_base() {
    let log = written(&[lint::fixture::linted()], Lang::En);
    let result = &log["runs"][0]["results"][0];
    let location = &result["locations"][0]["physicalLocation"];
    assert_eq!(location["artifactLocation"]["uri"], "text/draft%20one.md");
    let region = serde_json::json!(
        { "startLine": 3, "startColumn": 14, "endLine": 3, "endColumn": 18 }
    );
    assert_eq!(location["region"], region);
    let related = &result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"];
    assert_eq!(related, "data/fixtures/sources/fixture-b/raw.txt");
}

fn fingerprints(log: &Value) -> Vec<String> {
    let results = log["runs"][0]["results"].as_array().expect("a list");
    let print = |result: &Value| result["partialFingerprints"][fingerprint::NAME].to_string();
    results.iter().map(print).collect()
}

/// The fixture with this text before all of the draft's.
fn moved(lines: &str) -> Linted {
    let mut linted = lint::fixture::linted();
    let name = linted.draft.name.clone();
    let document = linted.base.documents.get_mut(&name).expect("it holds the draft");
    document.text.insert_str(0, lines);
    for diagnostic in &mut linted.checked.diagnostics {
        let span = &mut diagnostic.labels[0].at.span;
        *span = span.start + lines.len()..span.end + lines.len();
    }
    linted
}

#[test]
fn a_result_is_known_again_when_its_line_moves() {
    let before = written(&[moved("")], Lang::En);
    let after = written(&[moved("One line\nmore.\n")], Lang::Fr);
    let line = |log: &Value| {
        log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]["startLine"]
            .clone()
    };
    assert_ne!(line(&before), line(&after));
    assert_eq!(fingerprints(&before), fingerprints(&after));
}

#[test]
fn results_that_say_the_same_have_fingerprints_of_their_own() {
    let mut linted = lint::fixture::linted();
    let first = linted.checked.diagnostics[0].clone();
    linted.checked.diagnostics.push(first);
    let mut prints = fingerprints(&written(&[linted], Lang::En));
    let all = prints.len();
    prints.sort();
    prints.dedup();
    assert_eq!(prints.len(), all);
}

#[test]
fn contradictions_of_a_base_follow_the_schema_too() {
    let base = fixture::base();
    let shown = [fixture::conflict()];
    let found = [Found { speaker: Speaker::new(&base, Lang::En), shown: &shown }];
    let text = render(&found, Lang::En, &Ending::default(), &Paths::default());
    let log: Value = serde_json::from_str(&text).expect("valid JSON");
    check(&log);
    assert_eq!(log["runs"][0]["invocations"][0]["executionSuccessful"], true);
    assert_eq!(log["runs"][0]["results"][0]["level"], "error");
}

#[test]
fn what_reviewers_settled_is_suppressed_with_their_reason() {
    let base = fixture::base();
    let mut conflict = fixture::conflict();
    let answer = gainsay_claims::facts::Answer {
        status: Status::FalsePositive,
        cause: Vec::new(),
        who: "A".to_owned(),
        on: jiff::civil::date(2026, 10, 2),
        until: jiff::civil::date(2027, 10, 2),
        reason: "a slip".to_owned(),
    };
    let mut suppressed = |state| {
        conflict.review = Some(Box::new(Reviewed { state, answers: vec![answer.clone()] }));
        let shown = std::slice::from_ref(&conflict);
        let found = [Found { speaker: Speaker::new(&base, Lang::En), shown }];
        let text = render(&found, Lang::En, &Ending::default(), &Paths::default());
        let log: Value = serde_json::from_str(&text).expect("valid JSON");
        check(&log);
        let result = &log["runs"][0]["results"][0];
        assert_eq!(result["properties"]["key"], "diverging-shares:bought");
        result["suppressions"].clone()
    };
    let settled = suppressed(ReviewState::Settled(Status::FalsePositive));
    assert_eq!(settled[0]["justification"], "false positive (A, 2 October 2026): a slip");
    assert_eq!(suppressed(ReviewState::Stale), serde_json::json!([]));
}

#[test]
fn nothing_found_is_a_run_without_results() {
    let text = render(&[], Lang::Fr, &Ending::default(), &Paths::default());
    let log: Value = serde_json::from_str(&text).expect("valid JSON");
    check(&log);
    assert_eq!(log["runs"][0]["results"], Value::Array(Vec::new()));
}
