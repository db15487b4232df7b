//! Market Force: a list of statements with the share that each country agrees.

use gainsay_plugin::{
    Document, Grid, Header, Shape, Sink, Source, SourceError, among, export_source,
};

/// The rows, by their labels.
const ROWS: &[Shape] = &[
    Shape {
        id: "posts-of-followed",
        words: "Posts of businesses they follow are moderately to highly influential",
        facets: &[("trigger", "posts-of-followed")],
        base: &["brand-followers"],
        ..INFLUENTIAL
    },
    Shape {
        id: "posts-of-friends",
        words: "Posts of friends are moderately to highly influential",
        facets: &[("trigger", "friends")],
        ..INFLUENTIAL
    },
    Shape {
        id: "regularly-likes",
        words: "Regularly like",
        concept: "likes-brand-posts",
        ..Shape::NONE
    },
    Shape {
        id: "follows-for-discounts",
        words: "Follow for discounts",
        concept: "reason-to-follow",
        facets: &[("reason", "discount"), ("asked-as", "unknown")],
        base: &["brand-followers"],
        ..Shape::NONE
    },
];

const INFLUENTIAL: Shape =
    Shape { concept: "influenced-by-social-media", cut: Some("slight"), ..Shape::NONE };

/// The source `market-force`.
#[derive(Default)]
pub struct MarketForce;

impl Source for MarketForce {
    const ID: &'static str = "market-force";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        let header = Header::of(document);
        let study = document.study_id();
        sink.study(header.study(&study)?)?;
        for part in Grid::parts(document, header.body())? {
            for cell in part.findings() {
                let row = ROWS.iter().find(|row| row.words == cell.row);
                let Some(row) = row.filter(|_| matches!(cell.column, "US" | "GB")) else {
                    return Err(part.refuse(&cell));
                };
                let finding = row.finding(&study, header.seen(cell.seen)?, cell.figure());
                sink.finding(among(finding, &[cell.column]))?;
            }
        }
        Ok(())
    }
}

export_source!(MarketForce);

#[cfg(test)]
mod tests {
    use gainsay_plugin::testing::{Reading, document};

    use super::*;

    const NAME: &str = "sources/market-force/2012-april.csv";
    const LIST: &str =
        include_str!("../../../data/brands-on-social-media/sources/market-force/2012-april.csv");

    #[test]
    fn a_share_is_of_the_followers_of_one_country() {
        let document = document("market-force", NAME, LIST);
        let reading = Reading::of::<MarketForce>(&document);
        assert_eq!(reading.diagnostics, []);
        assert_eq!(reading.figure(&document, "2012-april/posts-of-followed"), "78");
        let posts = reading.finding("2012-april/posts-of-followed").unwrap();
        assert_eq!(posts.people.as_ref().unwrap().regions, ["US"]);
        assert_eq!(posts.cut.as_deref(), Some("slight"));
    }

    #[test]
    fn refuses_a_statement_or_a_column_that_it_does_not_know() {
        for (known, strange) in [("Regularly like", "Dislike"), ("Statement,US", "Statement,FR")] {
            let document = document("market-force", NAME, LIST.replace(known, strange));
            assert_eq!(Reading::of::<MarketForce>(&document).diagnostics.len(), 1, "{strange}");
        }
    }
}
