//! Concentric: sentences with shares in words, some counting two answers at once.

use gainsay_plugin::wire::{Finding, Join, Joined, Term};
use gainsay_plugin::{Document, Shape, Sink, Source, SourceError, export_source, match_shapes};

const SHAPES: &[Shape] = &[
    Shape {
        id: "dislikes-following",
        words: "{} don't like to follow brands",
        concept: "likes-to-follow-brands",
        negated: true,
        ..Shape::NONE
    },
    Shape {
        id: "unwelcome",
        words: "{} don't believe brands should be on social media at all",
        concept: "brands-unwelcome",
        ..Shape::NONE
    },
    Shape {
        id: "unwelcome-or-not-followed",
        words: "{}: no brands on social media, or they don't follow any",
        concept: "brands-unwelcome",
        also: or_follows_none,
        ..Shape::NONE
    },
    Shape {
        id: "follows-3-or-fewer",
        words: "{} follow 3 or fewer brands",
        concept: "number-of-brands-followed",
        facets: &[("number-of-brands", "3-or-fewer")],
        ..Shape::NONE
    },
    Shape {
        id: "unfollows",
        words: "{} follow, then unfollow",
        concept: "unfollows-brand",
        ..Shape::NONE
    },
    Shape {
        id: "too-many-brands",
        words: "{} follow too many brands",
        concept: "follows-too-many-brands",
        ..Shape::NONE
    },
    Shape {
        id: "posts-too-often",
        words: "{}: brands post too often",
        concept: "finds-posts-too-frequent",
        ..Shape::NONE
    },
];

/// The source `concentric`.
#[derive(Default)]
pub struct Concentric;

impl Source for Concentric {
    const ID: &'static str = "concentric";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        match_shapes(document, SHAPES, sink)
    }
}

export_source!(Concentric);

fn or_follows_none(finding: Finding) -> Finding {
    let follows_none =
        Term { concept: "follows-brand".into(), facets: Default::default(), negated: true };
    let joined = Joined { by: Join::Or, with: vec![follows_none] };
    Finding { joined: Some(joined), ..finding }
}

#[cfg(test)]
mod tests {
    use gainsay_plugin::testing::{Reading, document};

    use super::*;

    const NAME: &str = "sources/concentric/2013-students.txt";
    const PAGES: &str =
        include_str!("../../../data/brands-on-social-media/sources/concentric/2013-students.txt");

    #[test]
    fn keeps_the_hedge_and_the_or() {
        let document = document("concentric", NAME, PAGES);
        let reading = Reading::of::<Concentric>(&document);
        let figure = |id: &str| reading.figure(&document, &format!("2013-students/{id}"));
        let either = reading.finding("2013-students/unwelcome-or-not-followed");
        assert_eq!(reading.diagnostics, []);
        assert_eq!(figure("unwelcome"), "about 1 in 8");
        assert_eq!(figure("unwelcome-or-not-followed"), "nearly half");
        assert!(either.is_some_and(|finding| finding.joined.is_some()));
    }

    #[test]
    fn refuses_a_sentence_that_it_does_not_know() {
        let document = document("concentric", NAME, format!("{PAGES}[blog] half like ads\n"));
        assert_eq!(Reading::of::<Concentric>(&document).diagnostics.len(), 1);
    }

    #[test]
    fn refuses_a_page_that_the_head_does_not_name() {
        let strange = format!("{PAGES}[nowhere] 9 % follow too many brands\n");
        let document = document("concentric", NAME, &strange);
        let diagnostics = Reading::of::<Concentric>(&document).diagnostics;
        let at = diagnostics[0].what.at.map(|at| document.words(at));
        assert_eq!(at, Some("9 % follow too many brands"));
    }
}
