//! JSON Schemas of what the program prints and of the files that people write, in draft 07, which editors read.

use schemars::{JsonSchema, Schema, generate::SchemaSettings};

use crate::json;

mod transcript;
mod verdict;

/// Names of the outputs and files that have a schema.
pub const NAMES: [&str; 19] = [
    "check",
    "compare",
    "compare-claims",
    "crosstab",
    "ddi",
    "feed",
    "judged",
    "lint",
    "microdata",
    "pdf",
    "read",
    "references",
    "review",
    "show",
    "source-check",
    "source-inspect",
    "table",
    "transcript",
    "verdict",
];

/// The schemas of mappings. A plugin cannot be asked for its own: its test holds the
/// file against what it reads.
const CROSSTAB: &str = include_str!("../../../schemas/crosstab.schema.json");
const DDI: &str = include_str!("../../../schemas/ddi.schema.json");
const FEED: &str = include_str!("../../../schemas/feed.schema.json");
const MICRODATA: &str = include_str!("../../../schemas/microdata.schema.json");

/// The schema of an output or a file by its name, with a line break at its end.
pub fn schema(name: &str) -> Option<String> {
    let schema = match name {
        "check" => of::<json::Check>(),
        "compare" => of::<json::Compare>(),
        "compare-claims" => of::<json::CompareClaims>(),
        "crosstab" => return Some(CROSSTAB.to_owned()),
        "ddi" => return Some(DDI.to_owned()),
        "feed" => return Some(FEED.to_owned()),
        "judged" => of::<json::JudgedTable>(),
        "lint" => of::<json::LintOutput>(),
        "microdata" => return Some(MICRODATA.to_owned()),
        "pdf" => return Some(format!("{:#}\n", transcript::in_pdf())),
        "read" => of::<json::Read>(),
        "references" => return Some(format!("{:#}\n", references())),
        "review" => of::<json::Review>(),
        "show" => of::<json::Show>(),
        "source-check" => of::<json::SourceCheck>(),
        "source-inspect" => of::<json::Inspected>(),
        "table" => of::<json::TableOutput>(),
        "transcript" => return Some(format!("{:#}\n", transcript::file())),
        "verdict" => return Some(format!("{:#}\n", verdict::file())),
        _ => return None,
    };
    Some(format!("{:#}\n", schema.as_value()))
}

/// Items of CSL-JSON as this program writes them: every date is one date.
fn references() -> serde_json::Value {
    let name = serde_json::json!({
        "type": "object",
        "properties": {
            "literal": { "type": "string" },
            "family": { "type": "string" },
            "given": { "type": "string" },
            "suffix": { "type": "string" }
        },
        "anyOf": [{ "required": ["literal"] }, { "required": ["family"] }],
        "additionalProperties": false
    });
    let parts = serde_json::json!({
        "type": "array", "items": { "type": "integer" }, "minItems": 1, "maxItems": 3
    });
    let date = serde_json::json!({
        "type": "object",
        "properties": {
            "date-parts": { "type": "array", "items": parts, "minItems": 1, "maxItems": 1 }
        },
        "required": ["date-parts"],
        "additionalProperties": false
    });
    serde_json::json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "References",
        "description": "References in CSL-JSON, in order of id.",
        "type": "array",
        "items": {
            "type": "object",
            "properties": {
                "id": { "type": "string", "pattern": "^[A-Za-z0-9]([A-Za-z0-9_.:+-]*[A-Za-z0-9])?$" },
                "type": { "type": "string" }
            },
            "required": ["id", "type"],
            "additionalProperties": {
                "anyOf": [{ "type": "string" }, { "type": "array", "items": name }, date]
            }
        }
    })
}

fn of<Output: JsonSchema>() -> Schema {
    SchemaSettings::draft07().for_serialize().into_generator().into_root_schema_for::<Output>()
}

#[cfg(test)]
mod tests {
    use std::{fs, path::Path};

    use gainsay_claims::{Lang, facts::Rejected, value};
    use jiff::civil::date;
    use serde_json::Value;

    use super::*;
    use crate::{
        Speaker, Unread, Unshown,
        compare::tests::compared,
        confront::Confronted,
        fixture,
        lint::{self, Lint},
        show::Known,
        table::{Options, Table},
    };

    fn parsed(text: &str) -> Value {
        serde_json::from_str(text).expect("valid JSON")
    }

    /// Checks real output against the schema of its name.
    #[track_caller]
    fn check(name: &str, output: &str) {
        let schema = parsed(&schema(name).expect(name));
        let errors: Vec<String> = jsonschema::validator_for(&schema)
            .expect("a valid schema")
            .iter_errors(&parsed(output))
            .map(|error| error.to_string())
            .collect();
        assert_eq!(errors, Vec::<String>::new(), "{name}");
    }

    #[test]
    fn committed_schemas_are_those_generated() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../schemas");
        for name in NAMES {
            let file = folder.join(format!("{name}.schema.json"));
            let committed = fs::read_to_string(&file).expect(name);
            let message = format!("renew it with `gainsay schema {name}`");
            assert_eq!(Some(committed), schema(name), "{message}");
        }
    }

    #[test]
    fn a_rejection_follows_its_schema() {
        let mut base = fixture::base();
        let judgement = fixture::judgement(&base);
        let rejected = Rejected {
            study: "fixture-b/2013".to_owned(),
            who: "A. Reviewer <a@example.org>".to_owned(),
            on: date(2026, 10, 2),
            reason: "a panel of one".to_owned(),
        };
        base.rejected.insert(rejected.study.clone(), vec![rejected]);
        let speaker = Speaker::new(&base, Lang::En);
        let text = json::check(speaker, &judgement, &[], &Unshown::default());
        assert!(text.contains("a panel of one"), "{text}");
        check("check", &text);
    }

    #[test]
    fn output_follows_its_schema() {
        let base = fixture::base();
        let judgement = fixture::judgement(&base);
        let speaker = Speaker::new(&base, Lang::Fr);
        check(
            "check",
            &json::check(speaker, &judgement, &judgement.diagnostics, &Unshown::default()),
        );
        check("review", &json::review(speaker, &judgement.diagnostics));
        let table = Table::new(&base, &judgement.propositions[0]);
        check("table", &json::table(speaker, &table, &Options::default()));
        let known = Known { judgement: &judgement, found: &judgement.diagnostics, record: &[] };
        let finding = "diverging-shares:bought";
        for id in ["fixture-a/2013/bought", "fixture-a/2013", "fixture-d", "bought", finding] {
            let shown = known.find(&base, id).expect(id);
            check("show", &json::show(speaker, known, shown));
        }
        let drafts = [lint::fixture::linted()];
        let unread = [Unread { draft: "gone.md".into(), why: "gone.md: not there".into() }];
        let lint = Lint { base: &base, lang: Lang::En, drafts: &drafts, unread: &unread };
        check("lint", &json::lint(&lint));
        for is_known in [true, false] {
            check("compare", &json::compare(&compared(is_known)));
        }
        let (library, _) = gainsay_cite::Library::read(&base);
        check("references", &crate::cite::csl_json(&library.all().collect::<Vec<_>>()));
        let claims = ["fixture-a/2013/bought", "fixture-b/2013/bought"];
        let confronted = Confronted::of(claims, &judgement, &base).expect("both are claims");
        check("compare-claims", &json::compare_claims(speaker, &confronted));
        for text in
            ["28 %", "près de la moitié", "more than 300", "$1.1 trillion", "2e", "+7 points"]
        {
            let reading = value::read(text, None, None).expect(text);
            check("read", &json::read(text, &reading));
        }
    }

    #[test]
    fn a_verdict_follows_its_schema() {
        let schema = parsed(&schema("verdict").expect("a known name"));
        let validator = jsonschema::validator_for(&schema).expect("a valid schema");
        let file = |status: &str, more: &str| {
            let verdict = format!(
                r#"{{ "finding": "a:b", "status": "{status}", "reason": "r", "who": "A",
                     "on": "2026-10-02", "evidence": [{{ "claim": "a/b/c", "digest": "0", "n": "9" }}] {more} }}"#
            );
            validator.is_valid(&parsed(&format!(r#"{{ "schema": 1, "verdict": [{verdict}] }}"#)))
        };
        assert!(file("confirmed", ""));
        assert!(file("explained", r#", "cause": ["base"], "directness": { "base": "low" }"#));
        assert!(!file("explained", ""), "an explanation has a cause");
        assert!(!file("explained", r#", "cause": ["tone"]"#));
        assert!(!file("confirmed", r#", "colour": "red""#));
    }

    #[test]
    fn a_schema_refuses_what_is_missing() {
        let schema = parsed(&schema("read").expect("a known name"));
        let validator = jsonschema::validator_for(&schema).expect("a valid schema");
        assert!(!validator.is_valid(&parsed(r#"{ "schema": "gainsay/read/1" }"#)));
    }

    #[test]
    fn there_is_no_schema_of_another_name() {
        assert_eq!(schema("report"), None);
    }
}
