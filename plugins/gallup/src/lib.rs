//! Gallup: one table per question, the answers by group of people.

mod rows;
mod table;

use gainsay_plugin::{Document, Sink, Source, SourceError, export_source};

/// The source `gallup`.
#[derive(Default)]
pub struct Gallup;

impl Source for Gallup {
    const ID: &'static str = "gallup";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        table::read(document, sink)
    }
}

export_source!(Gallup);

#[cfg(test)]
mod tests {
    use gainsay_plugin::testing::{Reading, document};
    use gainsay_plugin::wire::{Derived, Mark, Says};

    use super::*;

    const NAME: &str = "sources/gallup/2014-consumer.csv";
    const TABLES: &str =
        include_str!("../../../data/brands-on-social-media/sources/gallup/2014-consumer.csv");

    #[test]
    fn a_column_is_a_base_and_two_answers_make_a_third() {
        let document = document("gallup", NAME, TABLES);
        let reading = Reading::of::<Gallup>(&document);
        assert_eq!(reading.diagnostics, []);
        assert_eq!(reading.figure(&document, "2014-consumer/not-influenced-followers"), "34");
        let followers = reading.finding("2014-consumer/not-influenced-followers").unwrap();
        assert!(followers.negated);
        assert_eq!(followers.base.last().unwrap().who, "brand-followers");
        let influenced = reading.finding("2014-consumer/influenced").unwrap();
        assert_eq!(influenced.mark, Mark::Computed);
        let Says::Share(figure) = &influenced.says else { panic!("not a share") };
        let Some(Derived::Sum(others)) = &figure.derived else { panic!("not a sum") };
        assert_eq!((document.words(figure.at), document.words(others[0])), ("30", "5"));
        assert_eq!(reading.finding("2014-consumer/influenced-followers"), None);
    }

    #[test]
    fn refuses_a_row_or_a_column_that_it_does_not_know() {
        for (known, strange) in [("Not sure", "Undecided"), ("Millennials", "Bots")] {
            let document = document("gallup", NAME, TABLES.replace(known, strange));
            assert_eq!(Reading::of::<Gallup>(&document).diagnostics.len(), 1, "{strange}");
        }
    }
}
