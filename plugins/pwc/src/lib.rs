//! PwC: what online shoppers of several countries do, one column a country.

mod countries;
mod rows;

use gainsay_plugin::{
    Document, Grid, Header, Sink, Source, SourceError, export_source, match_entries,
};

/// The PwC source.
#[derive(Default)]
pub struct Pwc;

impl Source for Pwc {
    const ID: &'static str = "pwc";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        let header = Header::of(document);
        let parts = Grid::parts(document, header.body())?;
        let earlier = parts.iter().find_map(|part| part.heading(countries::EARLIER));
        if let Some(heading) = earlier {
            let study = header.study(document.study_id())?;
            sink.study(countries::wave_before(&study, &heading))?;
        }
        match_entries(document, sink, |entry| {
            let finding = match entry.part.caption() {
                "Online shoppers and social media" => countries::on_social_media(entry),
                "All who were contacted" => countries::contacted(entry),
                _ => None,
            };
            finding.map(|finding| vec![finding])
        })
    }
}

export_source!(Pwc);

#[cfg(test)]
mod tests {
    use gainsay_plugin::testing::{Reading, document};
    use gainsay_plugin::wire::Mark;

    use super::*;

    const DOCUMENT: &str =
        include_str!("../../../data/brands-on-social-media/sources/pwc/2013-online-shopper.csv");
    const NAME: &str = "sources/pwc/2013-online-shopper.csv";

    #[test]
    fn reads_all_countries_and_one() {
        let document = document("pwc", NAME, DOCUMENT);
        let read = Reading::of::<Pwc>(&document);
        assert_eq!(read.diagnostics, []);
        assert_eq!(read.figure(&document, "2013-online-shopper/bought"), "18 %");
        let bought = read.finding("2013-online-shopper/bought").unwrap();
        assert_eq!(bought.mark, Mark::CitedOnly);
        assert_eq!(read.figure(&document, "2013-online-shopper/shops-ca"), "7");
        let canada = read.finding("2013-online-shopper/shops-ca").unwrap();
        assert_eq!(canada.people.as_ref().unwrap().regions, ["CA"]);
    }

    #[test]
    fn the_year_before_is_a_study_of_its_own() {
        let document = document("pwc", NAME, DOCUMENT);
        let read = Reading::of::<Pwc>(&document);
        let earlier = read.finding("2012-online-shopper/follows-favourites").unwrap();
        assert_eq!(earlier.study.as_deref(), Some("pwc/2012-online-shopper"));
        assert_eq!(read.figure(&document, &earlier.id), "33");
        let study = read.studies.iter().find(|study| study.id == "pwc/2012-online-shopper");
        assert_eq!(study.unwrap().n, None);
    }

    #[test]
    fn refuses_a_country_it_does_not_know() {
        let text = DOCUMENT.replace("Canada", "Atlantis");
        let read = Reading::of::<Pwc>(&document("pwc", NAME, &text));
        assert!(read.diagnostics[0].what.message.as_str().contains("Atlantis"));
    }
}
