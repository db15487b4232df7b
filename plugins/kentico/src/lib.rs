//! Kentico: sentences of press releases, one finding in each.

mod shapes;

use gainsay_plugin::{Document, Sink, Source, SourceError, export_source, match_shapes};

/// The source `kentico`.
#[derive(Default)]
pub struct Kentico;

impl Source for Kentico {
    const ID: &'static str = "kentico";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        match_shapes(document, shapes::SHAPES, sink)
    }
}

export_source!(Kentico);

#[cfg(test)]
mod tests {
    use gainsay_plugin::testing::{Reading, document};

    use super::*;

    const RELEASE: &str =
        include_str!("../../../data/brands-on-social-media/sources/kentico/2014-social.txt");

    #[test]
    fn reads_thresholds_and_both_readings_of_the_reasons() {
        let document = document("kentico", "sources/kentico/2014-social.txt", RELEASE);
        let reading = Reading::of::<Kentico>(&document);
        let buys = reading.finding("2014-social/hardly-ever-buys").unwrap();
        assert_eq!(reading.diagnostics, []);
        assert_eq!(reading.figure(&document, &buys.id), "72 %");
        assert!(buys.negated);
        assert_eq!(buys.cut.as_deref(), Some("hardly-ever"));
        for (id, base) in [("interested", 0), ("likers-interested", 1)] {
            let reason = reading.finding(&format!("2014-social/{id}")).unwrap();
            assert_eq!(reading.figure(&document, &reason.id), "40 %");
            assert_eq!(reason.base.len(), base);
        }
    }

    #[test]
    fn refuses_a_sentence_that_it_does_not_know() {
        let strange = format!("{RELEASE}[adweek] 12 % like brands they hate\n");
        let document = document("kentico", "sources/kentico/2014-social.txt", &strange);
        let reading = Reading::of::<Kentico>(&document);
        let at = reading.diagnostics[0].what.at.unwrap();
        assert_eq!(document.words(at), "12 % like brands they hate");
    }
}
