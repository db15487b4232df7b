//! Records that the core must refuse: well-formed, and not true.

use gainsay_plugin::wire::{Figure, Finding, Mark, Place, Says, StudyRecord};
use gainsay_plugin::{Document, Sink, Stopped};

/// Says one thing that is not so about a document that begins with `12% like it`.
pub(crate) fn tell(lie: &str, document: &Document, sink: &mut Sink<'_>) -> Result<(), Stopped> {
    let share = |place: Place| Says::Share(Figure::at(place));
    let study = document.study_id();
    let finding = |id: &str, concept: &str, place: Place| {
        Finding::new(id, &study, Mark::Publisher, concept, share(place))
    };
    match lie {
        "place outside" => sink.finding(finding("lie", "likes-it", Place::span(9..99_999))),
        "clipped number" => sink.finding(finding("lie", "likes-it", Place::span(1..3))),
        "duplicate claim" => sink.finding(finding("line-0", "likes-it", Place::span(0..3))),
        "duplicate study" => {
            sink.study(StudyRecord::new(&study, Place::span(0..3), "Again", "Fixture"))
        }
        "unknown concept" => sink.finding(finding("lie", "likes-itt", Place::span(0..3))),
        "no figure" => sink.finding(finding("lie", "likes-it", Place::span(4..8))),
        "foreign id" => sink.study(StudyRecord::new("other/x", Place::span(0..3), "X", "Y")),
        "misplaced study" => {
            let other = format!("{}/two", document.source);
            sink.study(StudyRecord::new(&other, Place::span(0..1), "Two", "Fixture"))?;
            let one = finding("two/share", "likes-it", Place::span(0..3));
            sink.finding(Finding { study: Some(other), ..one })
        }
        "unknown study" => sink.finding(Finding {
            study: Some("faulty/on".to_owned()),
            ..finding("lie", "likes-it", Place::span(0..3))
        }),
        _ => Ok(()),
    }
}
