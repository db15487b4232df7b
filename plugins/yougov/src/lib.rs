//! YouGov: a crosstab with two waves, whose columns are bases.

mod crosstab;

use gainsay_plugin::{Document, Sink, Source, SourceError, export_source};

/// The source `yougov`.
#[derive(Default)]
pub struct YouGov;

impl Source for YouGov {
    const ID: &'static str = "yougov";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        crosstab::read(document, sink)
    }
}

export_source!(YouGov);

#[cfg(test)]
mod tests {
    use gainsay_plugin::testing::{Reading, document};
    use gainsay_plugin::wire::Says;

    use super::*;

    const NAME: &str = "sources/yougov/2013-social-media-journey.csv";
    const CROSSTAB: &str = include_str!(
        "../../../data/brands-on-social-media/sources/yougov/2013-social-media-journey.csv"
    );

    #[test]
    fn a_wave_is_a_study_and_a_change_is_no_share() {
        let document = document("yougov", NAME, CROSSTAB);
        let reading = Reading::of::<YouGov>(&document);
        let figure =
            |id: &str| reading.figure(&document, &format!("2013-social-media-journey/{id}"));
        assert_eq!(reading.diagnostics, []);
        assert_eq!((figure("bought"), figure("bought-change")), ("13", "7 points"));
        let change = reading.finding("2013-social-media-journey/bought-change");
        assert!(change.is_some_and(|finding| matches!(finding.says, Says::Change(_))));
        let earlier = reading.finding("2012-social-media-journey/bought");
        let study = earlier.and_then(|finding| finding.study.as_deref());
        assert_eq!(study, Some("yougov/2012-social-media-journey"));
        assert_eq!(reading.studies[1].n, None);
    }

    #[test]
    fn refuses_a_row_or_a_column_that_it_does_not_know() {
        for (known, strange) in
            [("Liked or joined a brand page", "Disliked"), ("Facebook users", "Bots")]
        {
            let document = document("yougov", NAME, CROSSTAB.replace(known, strange));
            let reading = Reading::of::<YouGov>(&document);
            assert_eq!(reading.diagnostics.len(), 1, "{strange}");
        }
    }
}
