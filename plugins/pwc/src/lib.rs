//! PwC: what online shoppers of several countries do, one column a country.

use gainsay_plugin::wire::{Finding, People};
use gainsay_plugin::{
    Document, Entry, Shape, Sink, Source, SourceError, among, export_source, match_entries,
};

const DO_ON_SOCIAL_MEDIA: &[Shape] = &[
    Shape {
        words: "bought after getting information",
        id: "bought",
        concept: "bought-after-social-media",
        facets: &[("trigger", "information")],
        ..Shape::NONE
    },
    Shape { words: "shop", id: "shops", concept: "shops-on-social-media", ..Shape::NONE },
    Shape {
        words: "were led to a specific online store",
        id: "led-to-store",
        concept: "led-to-shop-by-social-media",
        ..Shape::NONE
    },
    Shape {
        words: "follow, discover and give feedback",
        id: "follows-and-gives-feedback",
        concept: "follows-brand",
        facets: &[("behaviour", "follows-discovers-gives-feedback")],
        ..Shape::NONE
    },
    Shape {
        words: "follow favourite brands",
        id: "follows-favourites",
        concept: "follows-brand",
        facets: &[("behaviour", "follows-favourites")],
        ..Shape::NONE
    },
    Shape {
        words: "discovered brands",
        id: "discovers",
        concept: "discovers-brands-on-social-media",
        ..Shape::NONE
    },
    Shape {
        words: "are there every day",
        id: "uses-daily",
        concept: "uses-social-media-daily",
        ..Shape::NONE
    },
];

const CONTACTED: &[Shape] = &[Shape {
    words: "shop online less than once a year",
    id: "hardly-shops-online",
    concept: "hardly-shops-online",
    base: &["people-contacted"],
    ..Shape::NONE
}];

/// The PwC source.
#[derive(Default)]
pub struct Pwc;

impl Source for Pwc {
    const ID: &'static str = "pwc";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        match_entries(document, sink, |entry| {
            let finding = match entry.part.caption() {
                "Online shoppers and social media" => on_social_media(entry),
                "All who were contacted" => contacted(entry),
                _ => None,
            };
            finding.map(|finding| vec![finding])
        })
    }
}

export_source!(Pwc);

fn on_social_media(entry: &Entry<'_>) -> Option<Finding> {
    let finding = entry.finding(entry.shape(DO_ON_SOCIAL_MEDIA)?);
    let id = |suffix: &str| format!("{}-{suffix}", finding.id);
    match entry.cell.column {
        "All" => Some(finding),
        "All (another page)" => Some(Finding { id: id("elsewhere"), ..finding }),
        "2012" => Some(Finding {
            id: id("2012"),
            period: entry.part.heading("2012").map(|cell| cell.at),
            ..finding
        }),
        "China" => Some(among(Finding { id: id("cn"), ..finding }, &["CN"])),
        "Canada" => Some(among(Finding { id: id("ca"), ..finding }, &["CA"])),
        _ => None,
    }
}

/// Those contacted are more than the online shoppers that the study is about.
fn contacted(entry: &Entry<'_>) -> Option<Finding> {
    let finding = entry.finding(entry.shape(CONTACTED)?);
    let people = People { universe: Some("people-contacted".to_owned()), ..People::default() };
    (entry.cell.column == "All").then_some(Finding { people: Some(people), ..finding })
}

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
        assert_eq!(
            read.figure(&document, "2013-online-shopper/follows-and-gives-feedback-elsewhere"),
            "60"
        );
    }

    #[test]
    fn refuses_a_country_it_does_not_know() {
        let text = DOCUMENT.replace("Canada", "Atlantis");
        let read = Reading::of::<Pwc>(&document("pwc", NAME, &text));
        assert!(read.diagnostics[0].what.message.contains("Atlantis"));
    }
}
