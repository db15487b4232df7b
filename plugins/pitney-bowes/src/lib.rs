//! Pitney Bowes: one small table per country or pool of countries.

mod tables;

use gainsay_plugin::{Document, Sink, Source, SourceError, export_source};

/// The source `pitney-bowes`.
#[derive(Default)]
pub struct PitneyBowes;

impl Source for PitneyBowes {
    const ID: &'static str = "pitney-bowes";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        tables::read(document, sink)
    }
}

export_source!(PitneyBowes);

#[cfg(test)]
mod tests {
    use gainsay_plugin::testing::{Reading, document};
    use gainsay_plugin::wire::{Derived, Says};

    use super::*;

    const NAME: &str = "sources/pitney-bowes/2012-social-media-marketing.csv";
    const TABLES: &str = include_str!(
        "../../../data/brands-on-social-media/sources/pitney-bowes/2012-social-media-marketing.csv"
    );

    #[test]
    fn the_83_is_printed_for_two_populations_and_derived_from_17() {
        let document = document("pitney-bowes", NAME, TABLES);
        let reading = Reading::of::<PitneyBowes>(&document);
        let finding = |id: &str| {
            let id = format!("2012-social-media-marketing/{id}");
            reading.finding(&id).unwrap().clone()
        };
        let regions = |id: &str| finding(id).people.map(|people| people.regions);
        let derived = finding("bad-experience-australia-complement");
        assert_eq!(reading.diagnostics, []);
        assert_eq!(reading.figure(&document, &derived.id), "17 percent");
        assert!(
            matches!(derived.says, Says::Share(figure) if figure.derived == Some(Derived::Complement))
        );
        assert_eq!(regions("bad-experience-pool"), None);
        assert_eq!(regions("bad-experience-australia"), Some(vec!["AU".to_owned()]));
        assert_eq!(document.words(finding("wants-discount-marketers").n.unwrap()), "300");
    }

    #[test]
    fn refuses_an_answer_or_a_country_that_it_does_not_know() {
        for known in ["For friends", "Australia [cmo]"] {
            let document = document("pitney-bowes", NAME, TABLES.replace(known, "Elsewhere [cmo]"));
            assert_eq!(Reading::of::<PitneyBowes>(&document).diagnostics.len(), 1, "{known}");
        }
    }
}
