//! IBM: the same reasons as consumers and as executives rank them.

mod ranking;
mod rows;

use gainsay_plugin::wire::Finding;
use gainsay_plugin::{
    Document, Entry, Shape, Sink, Source, SourceError, export_source, match_entries,
};

/// The IBM source.
#[derive(Default)]
pub struct Ibm;

impl Source for Ibm {
    const ID: &'static str = "ibm";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        match_entries(document, sink, |entry| {
            let shapes = shapes(entry)?;
            findings(entry, entry.shape(shapes)?, shapes)
        })
    }
}

export_source!(Ibm);

fn shapes(entry: &Entry<'_>) -> Option<&'static [Shape]> {
    match entry.part.caption() {
        "Why people interact with brands" => Some(rows::REASONS),
        "Why people go to social sites" => Some(rows::USES),
        "Engagement" => Some(rows::ENGAGEMENT),
        _ => None,
    }
}

fn findings(entry: &Entry<'_>, shape: &Shape, shapes: &[Shape]) -> Option<Vec<Finding>> {
    match entry.cell.column {
        "Consumers" => Some(vec![ranking::share(entry, shape, "consumers")]),
        "Executives" => Some(vec![ranking::share(entry, shape, "executives")]),
        "Consumers' rank" => ranking::rank(entry, shape, shapes, "rank"),
        "Rank on another page" => ranking::rank(entry, shape, shapes, "rank-elsewhere"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use gainsay_plugin::testing::{Reading, document};
    use gainsay_plugin::wire::{Mark, Says};

    use super::*;

    const DOCUMENT: &str =
        include_str!("../../../data/brands-on-social-media/sources/ibm/2011-social-crm.csv");
    const NAME: &str = "sources/ibm/2011-social-crm.csv";

    #[test]
    fn reads_both_rankings() {
        let document = document("ibm", NAME, DOCUMENT);
        let read = Reading::of::<Ibm>(&document);
        assert_eq!(read.diagnostics, []);
        assert_eq!(read.figure(&document, "2011-social-crm/discount-consumers"), "61 %");
        assert_eq!(read.figure(&document, "2011-social-crm/discount-rank"), "first");
        let discount = read.finding("2011-social-crm/discount-consumers").unwrap();
        assert_eq!(document.words(discount.n.unwrap()).split(' ').next(), Some("1056"));
        let purchase = read.finding("2011-social-crm/purchase-consumers").unwrap();
        assert_eq!((purchase.mark, &purchase.seen_at), (Mark::Unverified, &None));
        let last = read.finding("2011-social-crm/community-below-purchase").unwrap();
        let Says::Order(order) = &last.says else { panic!("not an order") };
        assert_eq!(order.lesser.facets["reason"], "community");
        assert_eq!(order.greater.facets["reason"], "purchase");
    }

    #[test]
    fn refuses_a_reason_it_does_not_know() {
        let text = DOCUMENT.replace("Discount,", "Boredom,");
        let read = Reading::of::<Ibm>(&document("ibm", NAME, &text));
        assert!(read.diagnostics[0].what.message.as_str().contains("Boredom"));
    }
}
