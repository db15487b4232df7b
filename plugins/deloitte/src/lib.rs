//! Deloitte: what digital influences, year by year, in shares and dollars.

mod sales;
mod statements;

use gainsay_plugin::{Document, Sink, Source, SourceError, export_source, match_entries};

/// The Deloitte source.
#[derive(Default)]
pub struct Deloitte;

impl Source for Deloitte {
    const ID: &'static str = "deloitte";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        match_entries(document, sink, |entry| match entry.part.caption() {
            "In-store retail sales that digital influences" => sales::findings(entry),
            "What people said" => statements::said(entry).map(|finding| vec![finding]),
            _ => None,
        })
    }
}

export_source!(Deloitte);

#[cfg(test)]
mod tests {
    use gainsay_plugin::testing::{Reading, document};
    use gainsay_plugin::wire::Role;

    use super::*;

    const FIRST: &str = include_str!(
        "../../../data/brands-on-social-media/sources/deloitte/2014-digital-divide.csv"
    );
    const NEXT: &str = include_str!(
        "../../../data/brands-on-social-media/sources/deloitte/2015-digital-divide.csv"
    );

    fn first(text: &str) -> Document {
        document("deloitte", "sources/deloitte/2014-digital-divide.csv", text)
    }

    #[test]
    fn reads_shares_money_and_forecasts() {
        let document = first(FIRST);
        let read = Reading::of::<Deloitte>(&document);
        assert_eq!(read.diagnostics, []);
        assert_eq!(read.figure(&document, "2014-digital-divide/influenced"), "36 percent");
        let money = read.finding("2014-digital-divide/influenced-money").unwrap();
        assert_eq!(money.same_as.as_deref(), Some("deloitte/2014-digital-divide/influenced"));
        let forecast = read.finding("2014-digital-divide/forecast-2014").unwrap();
        assert_eq!(read.figure(&document, &forecast.id), "50 percent");
        assert_eq!(document.words(forecast.forecast.as_ref().unwrap().target), "2014");
    }

    #[test]
    fn a_later_wave_restates_an_earlier_one() {
        let document = document("deloitte", "sources/deloitte/2015-digital-divide.csv", NEXT);
        let read = Reading::of::<Deloitte>(&document);
        assert_eq!(read.diagnostics, []);
        let restated = read.finding("2015-digital-divide/influenced-2014").unwrap();
        assert_eq!(restated.role, Role::Cited);
        assert_eq!(restated.study.as_deref(), Some("deloitte/2014-digital-divide"));
        assert_eq!(read.figure(&document, "2015-digital-divide/influenced-2012"), "14");
    }

    #[test]
    fn refuses_an_amount_without_a_share() {
        let read = Reading::of::<Deloitte>(&first(&FIRST.replace("36 percent", "")));
        assert!(read.diagnostics[0].what.message.as_str().contains("amount"));
    }
}
