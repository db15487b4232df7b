//! ExactTarget: marketers and consumers side by side.

mod audience;
mod rows;

use gainsay_plugin::{Document, Shape, Sink, Source, SourceError, export_source, match_entries};

use audience::{compared, of_audience};

/// The ExactTarget source.
#[derive(Default)]
pub struct ExactTarget;

impl Source for ExactTarget {
    const ID: &'static str = "exacttarget";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        match_entries(document, sink, |entry| {
            let shape = entry.shape(rows(entry.part.caption())?)?;
            match of_audience(entry, shape) {
                Some(finding) => Some(vec![finding]),
                None => compared(entry, shape),
            }
        })
    }
}

export_source!(ExactTarget);

fn rows(caption: &str) -> Option<&'static [Shape]> {
    match caption {
        "What they are" => Some(rows::ARE),
        "What made them buy directly" => Some(rows::BOUGHT),
        "Where to invest for loyalty" => Some(rows::INVEST),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use gainsay_plugin::testing::{Reading, document};
    use gainsay_plugin::wire::Says;

    use super::*;

    const DOCUMENT: &str = include_str!(
        "../../../data/brands-on-social-media/sources/exacttarget/2013-marketers-from-mars.csv"
    );
    const NAME: &str = "sources/exacttarget/2013-marketers-from-mars.csv";

    #[test]
    fn reads_both_audiences_and_what_is_said_between_them() {
        let document = document("exacttarget", NAME, DOCUMENT);
        let read = Reading::of::<ExactTarget>(&document);
        assert_eq!(read.diagnostics, []);
        assert_eq!(read.figure(&document, "2013-marketers-from-mars/fan-marketers"), "86");
        assert_eq!(read.figure(&document, "2013-marketers-from-mars/fan-consumers"), "58");
        assert_eq!(
            read.figure(&document, "2013-marketers-from-mars/bought-facebook-consumers"),
            "21 percent"
        );
        assert_eq!(read.figure(&document, "2013-marketers-from-mars/invest-email-ratio"), "27%");
        let order = read.finding("2013-marketers-from-mars/invest-content-order").unwrap();
        let Says::Order(order) = &order.says else { panic!("not an order") };
        assert_eq!(order.greater.universe.as_deref(), Some("marketers"));
    }

    #[test]
    fn refuses_an_audience_it_does_not_know() {
        let text = DOCUMENT.replace("Smartphone consumers", "Martians");
        let read = Reading::of::<ExactTarget>(&document("exacttarget", NAME, &text));
        assert!(read.diagnostics[0].what.message.as_str().contains("Martians"));
    }
}
