//! Forrester: a matrix of channels by regions, each region with its own number
//! of cases and fieldwork.

mod matrix;

use gainsay_plugin::{Document, Sink, Source, SourceError, export_source};

/// The source `forrester`.
#[derive(Default)]
pub struct Forrester;

impl Source for Forrester {
    const ID: &'static str = "forrester";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        matrix::read(document, sink)
    }
}

export_source!(Forrester);

#[cfg(test)]
mod tests {
    use gainsay_plugin::testing::{Reading, document};

    use super::*;

    const NAME: &str = "sources/forrester/2013-branded-content.csv";
    const MATRIX: &str = include_str!(
        "../../../data/brands-on-social-media/sources/forrester/2013-branded-content.csv"
    );
    const TEENS: &str =
        include_str!("../../../data/brands-on-social-media/sources/forrester/2011-teens.csv");

    #[test]
    fn each_region_has_its_own_cases_and_dates() {
        let document = document("forrester", NAME, MATRIX);
        let reading = Reading::of::<Forrester>(&document);
        let read = |id: &str| {
            let id = format!("2013-branded-content/{id}");
            let finding = reading.finding(&id).unwrap();
            let words = |place: Option<_>| document.words(place.unwrap());
            (reading.figure(&document, &id), words(finding.n), words(finding.period))
        };
        assert_eq!(reading.diagnostics, []);
        assert_eq!(read("company-posts-us"), ("15", "58,068", "Q2 2012"));
        assert_eq!(read("company-posts-europe"), ("10", "20,778", "Q3 2012"));
    }

    #[test]
    fn a_study_of_one_country_keeps_its_people() {
        let document = document("forrester", "sources/forrester/2011-teens.csv", TEENS);
        let reading = Reading::of::<Forrester>(&document);
        let unwelcome = reading.finding("2011-teens/unwelcome").unwrap();
        assert_eq!(reading.figure(&document, &unwelcome.id), "almost half");
        assert_eq!(unwelcome.people, None);
    }

    #[test]
    fn refuses_a_channel_or_a_region_that_it_does_not_know() {
        for known in ["Banner advertisements", "Europe [b2c-uk]"] {
            let document = document("forrester", NAME, MATRIX.replace(known, "Elsewhere [b2c]"));
            assert_eq!(Reading::of::<Forrester>(&document).diagnostics.len(), 1, "{known}");
        }
    }
}
