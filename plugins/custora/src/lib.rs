//! Custora: the share of new customers and their lifetime value by channel.

mod channels;

use gainsay_plugin::{Document, Sink, Source, SourceError, export_source, match_entries};

use channels::{by_channel, growth, retailers};

/// The Custora source.
#[derive(Default)]
pub struct Custora;

impl Source for Custora {
    const ID: &'static str = "custora";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        match_entries(document, sink, |entry| {
            let finding = match entry.part.caption() {
                "New customers and their lifetime value" => by_channel(entry),
                "Growth of email" => growth(entry),
                "Retailers covered" => Some(retailers(entry)),
                _ => None,
            };
            finding.map(|finding| vec![finding])
        })
    }
}

export_source!(Custora);

#[cfg(test)]
mod tests {
    use gainsay_plugin::testing::{Reading, document};

    use super::*;

    const DOCUMENT: &str =
        include_str!("../../../data/brands-on-social-media/sources/custora/2013.csv");

    #[test]
    fn reads_shares_values_and_growth() {
        let document = document("custora", "sources/custora/2013.csv", DOCUMENT);
        let read = Reading::of::<Custora>(&document);
        assert_eq!(read.diagnostics, []);
        assert_eq!(read.figure(&document, "2013/facebook"), ".17");
        assert_eq!(read.figure(&document, "2013/twitter"), "< .01");
        assert_eq!(read.figure(&document, "2013/value-twitter"), "-23");
        assert_eq!(read.figure(&document, "2013/email-growth"), "quadrupled");
        let before = read.finding("2013/email-2009").unwrap();
        assert_eq!(document.words(before.period.unwrap()), "2009");
    }

    #[test]
    fn refuses_a_column_it_does_not_know() {
        let text = DOCUMENT.replace("in words", "in colours");
        let read = Reading::of::<Custora>(&document("custora", "sources/custora/2013.csv", &text));
        assert!(read.diagnostics[0].what.message.as_str().contains("in colours"));
    }
}
