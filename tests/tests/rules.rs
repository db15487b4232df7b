//! Rule cases in `rules/*.md`: prose, a small base, and what the judge finds.
//!
//! Every rule runs on every case, so that a case also shows which rules stay
//! silent. The block `diagnostics` of a case lists what is expected, one line
//! each: `rule subject: claim, claim`, without claims where only studies are concerned.

use std::path::Path;

use gainsay_claims::{
    Diagnostic,
    diagnostic::Subject,
    facts::{CoherenceFact, Fact},
};
use gainsay_judge::{judge, rules};
use gainsay_tests::case::{Case, CaseFile, differing, files};

fn rule_files() -> Vec<CaseFile> {
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("rules"))
}

#[test]
fn cases_give_what_they_say() {
    let found = |case: &Case| judge(&case.base()).diagnostics.iter().map(line).collect();
    let wrong = differing(&rule_files(), found);
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_rule_has_a_case_that_triggers_it_and_one_that_does_not() {
    let files = rule_files();
    let names: Vec<_> = files.iter().map(|file| file.name.as_str()).collect();
    let ids: Vec<_> = rules::ALL.iter().map(|rule| rule.check.id).collect();
    assert_eq!(names, ids);
    for CaseFile { name, cases } in &files {
        let fires =
            |case: &&Case| case.block("diagnostics").lines().any(|line| rule_of(line) == name);
        let firing = cases.iter().filter(fires).count();
        assert!(0 < firing && firing < cases.len(), "{name}: {firing}");
    }
}

fn rule_of(line: &str) -> &str {
    line.split(' ').next().unwrap_or_default()
}

/// A diagnostic as the cases write it.
fn line(diagnostic: &Diagnostic) -> String {
    let subject = match &diagnostic.subject {
        Subject::Proposition(proposition) => proposition.to_string(),
        Subject::Name(name) => name.clone(),
    };
    let labels = diagnostic.labels.iter();
    let claims: Vec<_> = labels
        .filter_map(|label| match &label.fact {
            Fact::Claim { id } | Fact::Coherence(CoherenceFact::Claim { id }) => Some(id.as_str()),
            _ => None,
        })
        .collect();
    let claims = if claims.is_empty() { String::new() } else { format!(": {}", claims.join(", ")) };
    format!("{} {subject}{claims}\n", diagnostic.check.id)
}
