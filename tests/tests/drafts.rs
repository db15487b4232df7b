//! Drafts held against evidence: a case for each rule, the measured record, any text.
//!
//! The cases in `drafts/*.md` are a small base, the same words in English and in French,
//! and what is found in either. Every rule runs on every case, so that a case also shows
//! which rules stay silent. The block `diagnostics` lists what is expected, one line each:
//! the language, the level, the rule and the words it stands on; of figures that moved
//! the axes; and the claims that are shown.

#[path = "drafts/any_text.rs"]
mod any_text;
#[path = "drafts/elsewhere.rs"]
mod elsewhere;
#[path = "drafts/growth.rs"]
mod growth;
#[path = "drafts/proposals.rs"]
mod proposals;
#[path = "drafts/record.rs"]
mod record;

use std::{collections::BTreeSet, path::Path};

use gainsay_claims::{
    Diagnostic, EvidenceBase, Lang,
    facts::{CitationFact, Fact},
};
use gainsay_draft::{Checked, Checker, Draft, Format, read, rules};
use gainsay_judge::{Judgement, judge};
use gainsay_report::table::{self, Table};
use gainsay_tests::case::{Case, CaseFile, differing, files};

const LANGUAGES: [(&str, Lang); 2] = [("en", Lang::En), ("fr", Lang::Fr)];

/// On which words of a draft may move away from its source, as far as drafts are read.
const AXES: [&str; 17] = [
    "age",
    "base",
    "behaviour",
    "compound",
    "condition",
    "country",
    "exactness",
    "figure",
    "merged",
    "object",
    "period",
    "points",
    "polarity",
    "population",
    "ratio",
    "threshold",
    "to-by",
];

fn rule_files() -> Vec<CaseFile> {
    files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("drafts"))
}

#[test]
fn cases_give_what_they_say() {
    let found = |case: &Case| LANGUAGES.map(|lang| found_in(case, lang)).concat();
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
        for (lang, _) in LANGUAGES {
            let fires = |case: &&Case| expected(case, lang).any(|found| found.rule == name);
            let firing = cases.iter().filter(fires).count();
            assert!(0 < firing && firing < cases.len(), "{name}, {lang}: {firing}");
        }
    }
}

#[test]
fn every_axis_has_a_case_in_either_language() {
    let files = rule_files();
    let drift = files.iter().find(|file| file.name == "drift").expect("it has cases");
    for (lang, _) in LANGUAGES {
        let lines = drift.cases.iter().flat_map(|case| expected(case, lang));
        let axes: BTreeSet<&str> =
            lines.filter(|line| line.rule == "drift").flat_map(|line| line.axes).collect();
        assert_eq!(axes, BTreeSet::from(AXES), "{lang}");
    }
}

/// What a line of the block `diagnostics` says.
struct Expected<'a> {
    rule: &'a str,
    axes: Vec<&'a str>,
}

fn expected<'a>(case: &'a Case, lang: &'a str) -> impl Iterator<Item = Expected<'a>> {
    let lines = case.block("diagnostics").lines().filter_map(move |line| line.strip_prefix(lang));
    lines.map(|line| {
        let rule = line.split_whitespace().nth(1).expect("a level and a rule");
        let axes = line.split(['(', ')']).nth(1).unwrap_or_default();
        let axes = axes.split(", ").map(|axis| axis.trim_end_matches('?'));
        Expected { rule, axes: axes.filter(|axis| !axis.is_empty()).collect() }
    })
}

/// What is found in the draft of a case in a language, a line each.
fn found_in(case: &Case, (name, lang): (&str, Lang)) -> String {
    let base = case.base();
    let draft = read("draft.md", case.block(name), Format::Markdown);
    for passage in &draft.passages {
        assert_eq!(passage.lang, lang, "{}: {}", case.title, passage.prose.text());
    }
    let checked = check(&draft, &base);
    checked.diagnostics.iter().map(|one| line(one, name, &draft)).collect()
}

/// Checks a draft as the program does.
fn check(draft: &Draft, base: &EvidenceBase) -> Checked {
    let (checker, judgement) = (Checker::new(base), judge(base));
    checker.check(draft, base, &judgement, &|name| digest(base, &judgement, name))
}

/// The digest of a table as generated tables carry it.
fn digest(base: &EvidenceBase, judgement: &Judgement, name: &str) -> Option<String> {
    let judged = judgement.propositions.iter().find(|one| one.proposition.to_string() == name)?;
    Some(format!("sha256:{}", table::digest(&Table::new(base, judged))))
}

/// A diagnostic as the cases write it.
fn line(diagnostic: &Diagnostic, lang: &str, draft: &Draft) -> String {
    let level = format!("{:?}", diagnostic.check.level).to_lowercase();
    let words = &draft.text[diagnostic.labels[0].at.span.clone()];
    let axes = axes(diagnostic).join(", ");
    let axes = if axes.is_empty() { axes } else { format!(" ({axes})") };
    let claims: Vec<&str> = diagnostic.labels[1..]
        .iter()
        .filter_map(|label| match &label.fact {
            Fact::Claim { id } => Some(id.as_str()),
            _ => None,
        })
        .collect();
    let claims = if claims.is_empty() { String::new() } else { format!(": {}", claims.join(", ")) };
    format!("{lang} {level} {} “{}”{axes}{claims}\n", diagnostic.check.id, words.trim())
}

/// The axes that a diagnostic tells of, `?` marking what the record leaves open.
fn axes(diagnostic: &Diagnostic) -> Vec<String> {
    let facts = diagnostic.notes.iter().flat_map(|note| &note.facts);
    facts
        .filter_map(|fact| match fact {
            Fact::Citation(fact) => match &**fact {
                CitationFact::Moved(moved) => {
                    let open = if moved.surely { "" } else { "?" };
                    Some(format!("{}{open}", moved.axis.name()))
                }
                _ => None,
            },
            _ => None,
        })
        .collect()
}
