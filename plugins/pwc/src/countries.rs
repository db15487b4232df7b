//! The columns: all countries, one of them, the year before, another page.

use gainsay_plugin::wire::{Finding, People, StudyRecord};
use gainsay_plugin::{Cell, Entry, among};

use crate::rows::{CONTACTED, ON_SOCIAL_MEDIA};

/// The column with the year before.
pub(crate) const EARLIER: &str = "2012";
const EARLIER_STUDY: &str = "pwc/2012-online-shopper";

/// The survey of the year before, of which only the year and the kind of people
/// are known.
pub(crate) fn wave_before(study: &StudyRecord, year: &Cell<'_>) -> StudyRecord {
    let title = format!("{}, the year before", study.title);
    StudyRecord {
        strategy: study.strategy,
        unit: study.unit,
        people: People { universe: study.people.universe.clone(), ..People::default() },
        fieldwork: Some(year.at),
        works: study.works.clone(),
        ..StudyRecord::new(EARLIER_STUDY, year.at, title, &study.publisher)
    }
}

/// What online shoppers do on social media.
pub(crate) fn on_social_media(entry: &Entry<'_>) -> Option<Finding> {
    let shape = entry.shape(ON_SOCIAL_MEDIA)?;
    let finding = entry.finding(shape);
    let id = |suffix: &str| format!("{}-{suffix}", finding.id);
    match entry.cell.column {
        "All" => Some(finding),
        "All (another page)" => Some(Finding { id: id("elsewhere"), ..finding }),
        EARLIER => Some(Entry { study: EARLIER_STUDY, ..*entry }.finding(shape)),
        "China" => Some(among(Finding { id: id("cn"), ..finding }, &["CN"])),
        "Canada" => Some(among(Finding { id: id("ca"), ..finding }, &["CA"])),
        _ => None,
    }
}

/// Those contacted are more than the online shoppers that the study is about.
pub(crate) fn contacted(entry: &Entry<'_>) -> Option<Finding> {
    let finding = entry.finding(entry.shape(CONTACTED)?);
    let people = People { universe: Some("people-contacted".to_owned()), ..People::default() };
    (entry.cell.column == "All").then_some(Finding { people: Some(people), ..finding })
}
