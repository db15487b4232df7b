//! The shipped base: every document reads, and every known fact is a claim.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use gainsay_claims::wire::Mark;
use gainsay_judge::judge;
use gainsay_tests::base::{loaded, product, shipped};
use serde::Deserialize;

/// A concept with several propositions.
const CONCEPT: &str = "acquired-via";

/// The facts of one file in `facts/`: a section for each publisher, fact to the
/// claims that carry it, and what is carried by something else than a claim.
#[derive(Deserialize)]
struct Facts {
    #[serde(default)]
    absent: BTreeMap<String, String>,
    #[serde(flatten)]
    sections: BTreeMap<String, BTreeMap<String, Vec<String>>>,
}

fn facts() -> BTreeMap<String, BTreeMap<String, Vec<String>>> {
    let mut sections = BTreeMap::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("facts");
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("it can be listed").path();
        let text = fs::read_to_string(&path).expect("it can be read");
        let facts: Facts =
            toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        assert!(facts.absent.values().all(|why| !why.is_empty()), "{}", path.display());
        for (section, facts) in facts.sections {
            assert!(sections.insert(section.clone(), facts).is_none(), "{section} twice");
        }
    }
    sections
}

#[test]
fn every_document_reads_without_a_remark() {
    let loaded = loaded();
    let found: Vec<_> = loaded
        .diagnostics
        .iter()
        .map(|diagnostic| format!("{}: {:?}", diagnostic.check.id, diagnostic))
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
    assert!(loaded.base.is_complete());
}

#[test]
fn every_fact_is_a_claim_and_every_claim_a_fact() {
    let claims: BTreeSet<&str> = loaded().base.claims.keys().map(String::as_str).collect();
    let facts = facts();
    let listed: BTreeSet<&str> =
        facts.values().flat_map(BTreeMap::values).flatten().map(String::as_str).collect();
    let lost: Vec<_> = listed.difference(&claims).collect();
    assert!(lost.is_empty(), "facts without a claim: {lost:#?}");
    let unlisted: Vec<_> = claims.difference(&listed).collect();
    assert!(unlisted.is_empty(), "claims without a fact: {unlisted:#?}");
    for (section, facts) in &facts {
        let claims = facts.values().map(Vec::len).sum::<usize>();
        assert!(claims > 0, "section {section} carries nothing");
    }
}

#[test]
fn every_claim_says_where_it_was_seen() {
    let unplaced: Vec<_> = loaded()
        .base
        .claims
        .values()
        // What is remembered was seen nowhere, and is marked so.
        .filter(|claim| claim.said.mark != Mark::Unverified)
        .filter(|claim| claim.said.seen_at.is_none() && claim.said.chain.is_empty())
        .map(|claim| &claim.id)
        .collect();
    assert!(unplaced.is_empty(), "{unplaced:#?}");
}

/// What `gainsay table` prints.
fn table(arguments: &[&str]) -> String {
    let output = std::process::Command::new(product().program("gainsay"))
        .args(["table", "--base"])
        .arg(shipped())
        .args(arguments)
        .output()
        .expect("the program starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

#[test]
fn a_concept_stands_for_the_tables_of_all_its_propositions() {
    let judgement = judge(&loaded().base);
    let propositions = judgement.propositions.iter().map(|one| &one.proposition);
    let ids: Vec<_> =
        propositions.filter(|one| one.concept == CONCEPT).map(ToString::to_string).collect();
    assert!(ids.len() > 1, "{ids:?}");
    let json = table(&[CONCEPT, "--format", "json"]);
    let tables = serde_json::Deserializer::from_str(&json).into_iter::<serde_json::Value>();
    let tables: Vec<_> = tables.map(|table| table.expect("JSON")).collect();
    let printed: Vec<_> = tables.iter().filter_map(|table| table["proposition"].as_str()).collect();
    assert_eq!(printed, ids);
    let rows: usize = tables.iter().filter_map(|table| Some(table["rows"].as_array()?.len())).sum();
    assert_eq!(table(&[CONCEPT, "--format", "csv"]).matches("claim,study,").count(), 1);
    assert_eq!(table(&[CONCEPT, "--format", "csv"]).lines().count(), rows + 1);
    let markdown = table(&[CONCEPT, "--format", "md"]);
    let mark = |id: &String| format!("<!-- gainsay:table {id} sha256:");
    assert!(ids.iter().all(|id| markdown.contains(&mark(id))), "{markdown}");
}
