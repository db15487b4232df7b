//! Crosstabs as they were published, mapped whole as they are proposed: every figure of
//! the file is found in its cell, and no other.

use std::{collections::BTreeMap, fs};

use gainsay_plugin::Source as _;

use super::*;
use crate::{Understood, propose};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/bases/crosstabs/sources/");

/// The proposal for a file, with what a person has to fill in.
fn proposed(document: &Document) -> (String, Vec<Understood>) {
    let proposal = propose(document, Lang::En).expect("it can be read");
    let filled = proposal
        .mapping
        .replace("# [", "[")
        .replace("# title = \"\"", "title = \"One\"")
        .replace("# publisher = \"\"", "publisher = \"Fixture A\"")
        .replace("# mark = \"publisher\"", "mark = \"publisher\"")
        .replace("# url = \"\"", "url = \"https://a.example\"")
        .replace("# base = []", "base = []")
        .replace("# concept = \"\"", "concept = \"c\"")
        // Where no answer is one like the others.
        .replace("says = \"no-answer\"", "# facets = {}");
    let apart = filled.split("# facets = {}").enumerate();
    let apart = apart.map(|(at, text)| match at {
        0 => text.to_owned(),
        at => format!("facets = {{ a = \"{at}\" }}{text}"),
    });
    (apart.collect(), proposal.understood)
}

#[test]
fn nothing_of_a_proposal_counts_until_it_is_filled_in() {
    let csv = fs::read_to_string(format!("{FOLDER}masculinity/masculinity-survey.csv")).unwrap();
    let table = Document { name: "sources/fixture-a/t.csv".into(), ..table(&csv) };
    let proposal = propose(&table, Lang::En).unwrap();
    let reading = read(&proposal.mapping, table);
    assert_eq!((reading.studies.len(), reading.findings.len()), (0, 0));
    let [study, concepts] = &remarks(&reading)[..] else { panic!("two remarks") };
    assert!(study.starts_with("nothing of this file counts yet: no `[study]`"), "{study}");
    assert!(concepts.ends_with("`where-have-you-gotten-your-ideas`, 31 more"), "{concepts}");
}

#[test]
fn the_masculinity_survey_is_read_whole() {
    let csv = fs::read_to_string(format!("{FOLDER}masculinity/masculinity-survey.csv")).unwrap();
    let table = table(&csv);
    let (text, understood) = proposed(&table);
    let [sheet] = &understood[..] else { panic!("one table") };
    assert_eq!((sheet.banner.as_slice(), sheet.columns.len()), (&[1, 2][..], 10));
    assert_eq!(sheet.columns[1], ("D".to_owned(), vec!["Age".to_owned(), "18 - 34".to_owned()]));
    assert_eq!(sheet.not_understood, [0_usize; 0]);

    let reading = read(&text, table.clone());
    let figures: BTreeMap<_, _> = reading
        .findings
        .iter()
        .map(|one| (figure(one).at.cell.unwrap(), words(&reading, &table, one, figure(one).at)))
        .collect();
    // Whatever ends in a percent sign, found without the plugin.
    let expected: BTreeMap<_, _> = table
        .rows()
        .iter()
        .enumerate()
        .flat_map(|(row, cells)| cells.iter().enumerate().map(move |(at, one)| ([row, at], one)))
        .filter(|(_, words)| words.ends_with('%'))
        .map(|(at, words)| (at, words.as_str()))
        .collect();
    assert_eq!((expected.len(), reading.findings.len()), (1820, 1820));
    assert_eq!(figures, expected);
}

#[test]
fn the_workbook_of_quantipy_is_read_whole() {
    let book = fs::read(format!("{FOLDER}quantipy/basic.xlsx")).unwrap();
    let table = bytes("basic.xlsx", book);
    let (text, understood) = proposed(&table);
    let names: Vec<_> = understood.iter().filter_map(|one| one.sheet.as_deref()).collect();
    assert_eq!(names, ["q2", "q2b", "q3", "q4", "FOLDER_4", "q8", "q9", "Open Ends"]);
    assert_eq!(understood[0].banner, [1, 2]);
    assert_eq!(understood[0].bases, [(4, "unweighted")]);
    assert_eq!(understood[4].questions.len(), 6);
    assert_eq!(understood[7].figures, 0);

    let reading = read(&text, table.clone());
    assert_eq!(reading.studies.len(), 1);
    // 78 rows of answers; in the grid, one cell in three is `-`.
    let shown = reading.findings.iter().map(|one| words(&reading, &table, one, figure(one).at));
    assert!(shown.clone().all(|words| words.parse::<u32>().is_ok()));
    let expected: usize = reading
        .listings
        .iter()
        .flat_map(|one| &one.entries)
        .filter(|[_, words]| words.parse::<u32>().is_ok())
        .count();
    // All numbers but those of the bases, one row of ten columns for each question.
    // Two bases are `-`.
    let bases: usize = 12 * 10 - 2;
    assert_eq!(shown.count(), expected - bases);
}

#[test]
fn a_proposal_maps_the_sheets_of_one_layout() {
    let cell = |words: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{words}</text:p></table:table-cell>"
        )
    };
    let sheet = |heads: [&str; 3]| {
        let rows = [heads, ["Yes", "37%", "41%"], ["No", "63%", "59%"]];
        let row = |row: [&str; 3]| {
            format!("<table:table-row>{}</table:table-row>", row.map(cell).concat())
        };
        rows.map(row).concat()
    };
    let [first, second] = [["", "All", "Men"], ["", "Then", "Now"]].map(sheet);
    let sheets = format!("{first}</table:table><table:table table:name=\"Q2\">{second}");
    let book = bytes("book.ods", files::ods("Q1", &sheets));
    let proposal = propose(&book, Lang::En).unwrap();
    assert!(proposal.mapping.contains("head = [\"Men\"]"), "{}", proposal.mapping);
    assert!(proposal.mapping.ends_with("sheets = [\"Q2\"]\n"), "{}", proposal.mapping);
    let reading = read(&proposal.mapping, book);
    assert!(reading.diagnostics.iter().all(|one| one.severity == Severity::Warning));
    let nothing = propose(&table("a,b\nc,d\n"), Lang::En);
    let nothing = nothing.expect_err("no figures");
    assert_eq!(testing::in_both(&nothing), "no figures with labels were found in it");
}

#[test]
fn a_plugin_that_is_asked_for_a_mapping_lists_one() {
    let settings = |value: serde_json::Value| {
        let mut plugin = Crosstab::default();
        plugin.configure(value.as_object().unwrap()).map(|()| plugin)
    };
    let plugin = settings(serde_json::json!({ "propose": "en" })).unwrap();
    let table = table("t,All\nBase,1000\nYes,37%\nNo,63%*\n");
    let naming = mapping("table = 'table.csv'\n");
    let reading = Reading::of_all(&plugin, vec![naming.clone(), table]);
    assert_eq!((reading.findings.len(), reading.diagnostics.len()), (0, 0));
    let [listing] = &reading.listings[..] else { panic!("one listing") };
    let [_, text] = &listing.entries[0];
    assert!(text.contains("[question.question.answer.yes]\nrow = 3"), "{text}");
    let told: Vec<_> =
        listing.entries[1..].iter().map(|[what, is]| format!("{what} {is}")).collect();
    assert_eq!(
        told,
        [
            "table ",
            "cells 8",
            "figures 3",
            "banner 1",
            "column B / All",
            "question-untitled 2",
            "unweighted 2",
            "marks *",
        ]
    );
    let reading = Reading::of_all(&plugin, vec![naming]);
    assert_eq!(reading.diagnostics[0].what.message.as_str(), "there is no table `table.csv`");
    assert!(settings(serde_json::json!({ "propose": 1 })).is_err());
    assert!(settings(serde_json::json!({ "colour": 1 })).is_err());
}
