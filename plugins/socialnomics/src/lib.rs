//! Socialnomics: a list of statistics, each with the root it probably has.

mod roots;

use gainsay_plugin::{Document, Header, Shape, Sink, Source, SourceError, export_source, lines};

use roots::statistics;

const SHAPES: &[Shape] = &[
    Shape {
        words: "{} of consumers trust peer recommendations",
        id: "trusts-peers",
        concept: "trusts",
        facets: &[("object", "peers"), ("measure", "unknown")],
        ..Shape::NONE
    },
    Shape {
        words: "only {} trust advertisements",
        id: "trusts-advertisements",
        concept: "trusts",
        facets: &[("object", "advertisements"), ("measure", "unknown")],
        ..Shape::NONE
    },
];

/// The Socialnomics source.
#[derive(Default)]
pub struct Socialnomics;

impl Source for Socialnomics {
    const ID: &'static str = "socialnomics";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        let header = Header::of(document);
        let id = document.study_id();
        let mut study = header.study(&id)?;
        let statistics = statistics(document, &lines(document, &header))?;
        study.depends_on.extend(statistics.iter().filter_map(|statistic| statistic.root.clone()));
        sink.study(study)?;
        for statistic in &statistics {
            let seen = header.seen(statistic.line.seen)?;
            sink.finding(statistic.finding(document, SHAPES, &id, seen)?)?;
        }
        Ok(())
    }
}

export_source!(Socialnomics);

#[cfg(test)]
mod tests {
    use gainsay_plugin::testing::{Reading, document};

    use super::*;

    const DOCUMENT: &str =
        include_str!("../../../data/brands-on-social-media/sources/socialnomics/2010-video.txt");
    const NAME: &str = "sources/socialnomics/2010-video.txt";

    #[test]
    fn reads_statistics_and_their_roots() {
        let document = document("socialnomics", NAME, DOCUMENT);
        let read = Reading::of::<Socialnomics>(&document);
        assert_eq!(read.diagnostics, []);
        assert_eq!(read.figure(&document, "2010-video/trusts-peers"), "78 percent");
        assert_eq!(read.figure(&document, "2010-video/trusts-advertisements"), "14 percent");
        assert_eq!(read.studies[0].depends_on.len(), 1);
        assert_eq!(read.studies[0].depends_on[0].study, "nielsen/2007-global-trust");
    }

    #[test]
    fn refuses_a_statistic_without_a_root() {
        let text = DOCUMENT.replace("    root: unknown\n", "");
        let read = Reading::of::<Socialnomics>(&document("socialnomics", NAME, &text));
        assert!(read.diagnostics[0].what.message.as_str().contains("root"));
    }
}
