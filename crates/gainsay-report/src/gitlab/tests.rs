use gainsay_claims::{EvidenceBase, Lang, checks::BROKEN_SOURCE, diagnostic::Subject};
use serde_json::{Value, json};

use super::*;
use crate::{Speaker, fixture, lint, sarif};

const REQUIRED: &str = include_str!("../../tests/gitlab/code-quality.schema.json");

fn paths() -> Paths {
    Paths { base: "./data/fixtures".to_owned(), drafts: vec!["text/draft one.md".to_owned()] }
}

#[track_caller]
fn written(found: &[Found<'_>], unread: &[Unread]) -> Value {
    let report = serde_json::from_str(&render(found, unread, &paths())).expect("valid JSON");
    let errors: Vec<String> =
        required().iter_errors(&report).map(|error| error.to_string()).collect();
    assert_eq!(errors, Vec::<String>::new());
    report
}

fn required() -> jsonschema::Validator {
    let schema: Value = serde_json::from_str(REQUIRED).expect("valid JSON");
    jsonschema::validator_for(&schema).expect("a valid schema")
}

#[test]
fn a_contradiction_is_an_issue_at_its_first_place() {
    let base = fixture::base();
    let shown = [fixture::conflict()];
    let found = [Found { speaker: Speaker::new(&base, Lang::En), shown: &shown }];
    let report = written(&found, &[]);
    let issue = &report[0];
    assert_eq!(issue["check_name"], "diverging-shares");
    assert_eq!(issue["severity"], "major");
    let place =
        json!({ "path": "data/fixtures/sources/fixture-a/raw.txt", "lines": { "begin": 2 } });
    assert_eq!(issue["location"], place);
    let description = issue["description"].as_str().expect("a text");
    assert!(description.starts_with("comparable studies disagree: bought"), "{description}");
    assert!(description.contains("; fixture-a: 27.5% to 28.5% yes"), "{description}");
}

#[test]
fn every_rule_for_drafts_is_an_issue_with_the_fingerprint_of_sarif() {
    let linted = lint::fixture::linted();
    let speaker = Speaker::new(&linted.base, Lang::Fr);
    let found = [Found { speaker, shown: &linted.checked.diagnostics }];
    let report = written(&found, &[]);
    let issues = report.as_array().expect("a list");
    assert_eq!(issues.len(), gainsay_draft::rules::ALL.len());
    let log = sarif::render(&found, Lang::Fr, &sarif::Ending::default(), &paths());
    let log: Value = serde_json::from_str(&log).expect("valid JSON");
    for (issue, result) in issues.iter().zip(log["runs"][0]["results"].as_array().expect("a list"))
    {
        assert_eq!(issue["fingerprint"], result["partialFingerprints"]["gainsayFinding/v1"]);
    }
}

#[test]
fn what_a_name_holds_changes_no_field() {
    let base = EvidenceBase::default();
    let subject = Subject::Name("fixture-d\n\",\"severity\":\"info".into());
    let shown = [Diagnostic::new(&BROKEN_SOURCE, subject)];
    let found = [Found { speaker: Speaker::new(&base, Lang::En), shown: &shown }];
    let report = written(&found, &[]);
    assert_eq!(report[0]["severity"], "major");
    assert_eq!(report[0]["location"]["path"], "data/fixtures/gainsay.toml");
}

#[test]
fn a_draft_that_could_not_be_read_is_an_issue() {
    let unread = [Unread { draft: "./gone.md".into(), why: "./gone.md: not there\n".into() }];
    let report = written(&[], &unread);
    assert_eq!(report[0]["check_name"], "unread");
    assert_eq!(report[0]["location"]["path"], "gone.md");
}

#[test]
fn the_schema_refuses_what_gitlab_would_not_show() {
    let good = json!([{
        "description": "a", "check_name": "b", "fingerprint": "c", "severity": "minor",
        "location": { "path": "a.txt", "lines": { "begin": 1 } }
    }]);
    assert!(required().is_valid(&good));
    for (pointer, value) in [
        ("/0/severity", json!("grave")),
        ("/0/location/path", json!("./a.txt")),
        ("/0/location/lines/begin", json!(0)),
    ] {
        let mut bad = good.clone();
        *bad.pointer_mut(pointer).expect(pointer) = value;
        assert!(!required().is_valid(&bad), "{pointer}");
    }
}
