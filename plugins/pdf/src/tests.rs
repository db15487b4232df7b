//! What pages become, and which files are refused. Every file is made here.

mod builder;
mod columns;
mod figures;
mod hostile;
mod letters;
mod schema;

use gainsay_plugin::{
    Bytes, Config, Diagnostic, Document, Input, Kind, Source as _, collect,
    testing::in_both,
    wire::{Finding, Listing, Record},
};

use crate::Pdf;

/// What the plugin made of a folder.
#[derive(Default)]
struct Made {
    findings: Vec<Finding>,
    studies: usize,
    listings: Vec<Listing>,
    diagnostics: Vec<Diagnostic>,
}

impl Made {
    /// The words of a page, a line for each paragraph.
    fn page(&self, number: usize) -> String {
        let part = crate::page::part(number);
        let listing = self.listings.iter().find(|one| one.part.as_ref() == Some(&part));
        let entries = listing.map(|one| one.entries.as_slice()).unwrap_or_default();
        entries.iter().map(|[at, words]| format!("{at}: {words}\n")).collect()
    }

    fn messages(&self) -> Vec<&str> {
        self.diagnostics.iter().map(|one| in_both(&one.what.message)).collect()
    }
}

fn form(text: &str) -> Document {
    Document {
        source: "fixture-a".into(),
        name: "sources/fixture-a/one.toml".into(),
        media_type: "application/toml".into(),
        text: Some(text.into()),
        ..Document::default()
    }
}

/// A PDF file beside a form.
fn read(plugin: &Pdf, text: &str, pdf: &[u8]) -> Made {
    let file = Document {
        source: "fixture-a".into(),
        name: "sources/fixture-a/report.pdf".into(),
        media_type: "application/pdf".into(),
        bytes: Some(Bytes(pdf.to_vec())),
        ..Document::default()
    };
    let mut made = Made::default();
    let input = Input::new("fixture-a", vec![form(text), file]);
    collect(plugin, &input, &mut |kind, bytes| {
        match kind {
            Kind::Records => {
                for record in serde_json::from_slice::<Vec<Record>>(bytes).expect("records") {
                    match record {
                        Record::Study(_) => made.studies += 1,
                        Record::Finding(finding) => made.findings.push(*finding),
                        Record::Listing(listing) => made.listings.push(*listing),
                    }
                }
            }
            Kind::Diagnostic => {
                made.diagnostics.push(serde_json::from_slice(bytes).expect("a diagnostic"));
            }
            Kind::Log => {}
        }
        Ok(())
    })
    .expect("nobody stops it");
    made
}

/// Every page of a file.
fn listed(pdf: &[u8]) -> Made {
    let mut plugin = Pdf::default();
    plugin.configure(&Config::from_iter([("list".to_owned(), true.into())])).expect("known");
    read(&plugin, "document = 'report.pdf'\n", pdf)
}
