//! L2: bounds on the customers that brands acquire by channel.

mod channels;

use gainsay_plugin::{Document, Sink, Source, SourceError, export_source, match_entries};

use channels::{acquired, brands, stays};

/// The L2 source.
#[derive(Default)]
pub struct L2;

impl Source for L2 {
    const ID: &'static str = "l2";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        match_entries(document, sink, |entry| match entry.part.caption() {
            "New customers by channel" => acquired(entry),
            "How long customers stay" => stays(entry).map(|finding| vec![finding]),
            "Brands covered" => Some(vec![brands(entry)]),
            _ => None,
        })
    }
}

export_source!(L2);

#[cfg(test)]
mod tests {
    use gainsay_plugin::testing::{Reading, document};
    use gainsay_plugin::wire::Says;

    use super::*;

    const DOCUMENT: &str = include_str!("../../../data/brands-on-social-media/sources/l2/2014.csv");

    #[test]
    fn reads_bounds_and_an_order() {
        let document = document("l2", "sources/l2/2014.csv", DOCUMENT);
        let read = Reading::of::<L2>(&document);
        assert_eq!(read.diagnostics, []);
        assert_eq!(read.studies[0].id, "l2/2014");
        assert_eq!(read.figure(&document, "2014/facebook"), "moins de 0,25 %");
        assert_eq!(read.figure(&document, "2014/twitter"), "moins de 0,1 %");
        assert_eq!(read.figure(&document, "2014/brands"), "près de 250");
        let Says::Order(order) = &read.finding("2014/customers-stay").unwrap().says else {
            panic!("not an order");
        };
        assert_eq!(order.greater.facets["channel"], "search");
    }

    #[test]
    fn refuses_a_channel_it_does_not_know() {
        let text = DOCUMENT.replace("Twitter,", "Carrier pigeon,");
        let read = Reading::of::<L2>(&document("l2", "sources/l2/2014.csv", &text));
        assert!(read.diagnostics[0].what.message.as_str().contains("Carrier pigeon"));
    }
}
