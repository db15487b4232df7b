//! What mappings and their tables become, and which ones are refused.

mod apart;
mod encodings;
mod forms;
mod hostile;
mod proposals;
mod schema;

use gainsay_plugin::{
    Document, Lang, Severity,
    testing::{self, Reading},
    wire::{Finding, Says},
};

use crate::Feed;

/// A mapping of a wide table with the columns `house`, `day`, `n`, `A` and `B`.
const WIDE: &str = "table = 'table.csv'\n[study]\ntitle = '{house}'\npublisher = '{house}'\n\
                    [seen.page]\nmark = 'secondary'\nurl = 'https://a.example'\n\
                    [poll]\nid = '{house} {day}'\nn = 'n'\nlast = 'day'\nfigures = 'percent'\n\
                    missing = ['NA']\n\
                    [question.vote]\nkind = 'single'\nconcept = 'c'\nn = 'n'\n\
                    answer.a = { column = 'A', facets = { party = 'a' } }\n\
                    answer.b = { column = 'B', facets = { party = 'b' } }\n";

const HEAD: &str = "house,day,n,A,B\n";

fn mapping(text: &str) -> Document {
    testing::document("fixture-a", "sources/fixture-a/one.toml", text)
}

/// A table as the host reads it itself.
fn table(text: &str) -> Document {
    testing::document("fixture-a", "sources/fixture-a/table.csv", text)
}

/// A table that the host could not read.
fn latin(bytes: &[u8]) -> Document {
    let bytes = Some(gainsay_plugin::Bytes(bytes.to_vec()));
    Document { bytes, cells: None, ..table("") }
}

fn read(text: &str, table: &Document) -> Reading {
    Reading::of_all(&Feed::default(), vec![mapping(text), table.clone()])
}

/// The only error of a mapping, and the words of it that this points at.
#[track_caller]
fn refused(text: &str, table: &Document) -> (String, String) {
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

/// What was remarked, each with the words in the table that it points at.
fn remarks<'a>(reading: &'a Reading, table: &'a Document) -> Vec<(&'a str, &'a str)> {
    let words = |one: &gainsay_plugin::Diagnostic| match one.document.as_deref() {
        Some(name) if name == table.name => one.what.at.map_or("", |at| table.words(at)),
        _ => "the mapping",
    };
    let told = reading.diagnostics.iter().inspect(|one| {
        one.what.help.as_ref().map(testing::in_both);
    });
    told.map(|one| (testing::in_both(&one.what.message), words(one))).collect()
}

/// The words of a finding's figure.
fn words<'a>(finding: &Finding, table: &'a Document) -> &'a str {
    let Says::Share(figure) = &finding.says else { panic!("no share: {finding:?}") };
    table.words(figure.at)
}
