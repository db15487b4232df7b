//! What mappings and their tables become, and which ones are refused.

mod files;
mod forms;
mod hostile;
mod letters;
mod pairs;
mod published;
mod real;
mod round_trip;
mod schema;
mod stacked;
mod titles;

use gainsay_plugin::{
    Bytes, Document, Lang, Severity,
    testing::{self, Reading},
    wire::{Figure, Finding, Mark, Place, Says},
};

use crate::Crosstab;

/// The head of a mapping, whose table follows.
const HEAD: &str = "[study]\ntitle = 'One'\npublisher = 'Fixture A'\n\
                    [seen]\npage = { mark = 'publisher', url = 'https://a.example' }\n";

/// A layout with one row of heads, labels in the first column, and percent.
const LAYOUT: &str = "[layout]\nbanner = [1]\nlabels = ['A']\nfigures = 'percent'\n";

fn mapping(text: &str) -> Document {
    testing::document("fixture-a", "sources/fixture-a/one.toml", text)
}

/// A table as the host reads it itself.
fn table(text: &str) -> Document {
    testing::document("fixture-a", "sources/fixture-a/table.csv", text)
}

/// A file that the host cannot read.
fn bytes(name: &str, bytes: Vec<u8>) -> Document {
    Document {
        source: "fixture-a".into(),
        name: format!("sources/fixture-a/{name}"),
        bytes: Some(Bytes(bytes)),
        ..Document::default()
    }
}

fn read(text: &str, table: Document) -> Reading {
    Reading::of_all(&Crosstab::default(), vec![mapping(text), table])
}

/// The only error of a mapping, and the words of it that this points at.
#[track_caller]
fn refused(text: &str, table: Document) -> (String, String) {
    let reading = read(text, table);
    let is_error = |one: &&gainsay_plugin::Diagnostic| {
        let is_of_mapping = one.document.as_deref() == Some("sources/fixture-a/one.toml");
        one.severity == Severity::Error && is_of_mapping
    };
    let errors: Vec<_> = reading.diagnostics.iter().filter(is_error).collect();
    let [only] = &errors[..] else { panic!("{errors:?}") };
    assert_eq!((reading.studies.len(), reading.findings.len()), (0, 0), "nothing by halves");
    let words = only.what.at.map_or_else(String::new, |at| mapping(text).words(at).to_owned());
    (testing::in_both(&only.what.message).to_owned(), words)
}

fn remarks(reading: &Reading) -> Vec<&str> {
    let remarks = reading.diagnostics.iter().filter(|one| one.severity == Severity::Warning);
    let remarks = remarks.inspect(|one| {
        one.what.help.as_ref().map(testing::in_both);
    });
    remarks.map(|one| testing::in_both(&one.what.message)).collect()
}

fn figure(finding: &Finding) -> &Figure {
    match &finding.says {
        Says::Share(figure) | Says::Mean(figure) => figure,
        other => panic!("no figure: {other:?}"),
    }
}

/// The words at a place of a finding's document, as the core will find them.
fn words<'a>(reading: &'a Reading, table: &'a Document, finding: &Finding, at: Place) -> &'a str {
    let listing = reading.listings.iter().find(|one| one.name() == finding.document);
    let Some(listing) = listing else { return table.words(at).trim() };
    let [row, column] = at.cell.expect("an entry of a listing");
    let whole = &listing.entries[row][column];
    at.span.map_or(whole.as_str(), |[start, end]| &whole[start..end]).trim()
}

/// Ids of findings and the words of their figures.
fn found<'a>(reading: &'a Reading, table: &'a Document) -> Vec<(&'a str, &'a str)> {
    let one = |finding: &'a Finding| {
        (finding.id.as_str(), words(reading, table, finding, figure(finding).at))
    };
    reading.findings.iter().map(one).collect()
}
