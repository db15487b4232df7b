//! Adobe: matrices of countries by answers, with bases within bases.

mod matrix;
mod rows;

use gainsay_plugin::{Document, Sink, Source, SourceError, export_source};

/// The source `adobe`.
#[derive(Default)]
pub struct Adobe;

impl Source for Adobe {
    const ID: &'static str = "adobe";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        matrix::read(document, sink)
    }
}

export_source!(Adobe);

#[cfg(test)]
mod tests {
    use gainsay_plugin::testing::{Reading, document};

    use super::*;

    const NAME: &str = "sources/adobe/2013-click-here.csv";
    const MATRICES: &str =
        include_str!("../../../data/brands-on-social-media/sources/adobe/2013-click-here.csv");

    #[test]
    fn a_reason_is_a_share_of_the_likers_of_its_country() {
        let document = document("adobe", NAME, MATRICES);
        let reading = Reading::of::<Adobe>(&document);
        let reason = reading.finding("2013-click-here/regularly-buys-us").unwrap();
        let likers = reason.base[1].share.as_ref().map(|share| document.words(share.at));
        assert_eq!(reading.diagnostics, []);
        assert_eq!(reading.figure(&document, &reason.id), "53");
        assert_eq!((reason.base[1].who.as_str(), likers), ("brand-followers", Some("57")));
        assert_eq!(reading.figure(&document, "2013-click-here/trusts-company-pages-us"), "2");
    }

    #[test]
    fn refuses_an_answer_or_a_country_that_it_does_not_know() {
        for known in ["Promotion,46", "Japan,Germany"] {
            let strange = MATRICES.replace(known, "Elsewhere,46");
            let document = document("adobe", NAME, &strange);
            assert_eq!(Reading::of::<Adobe>(&document).diagnostics.len(), 1, "{known}");
        }
    }
}
