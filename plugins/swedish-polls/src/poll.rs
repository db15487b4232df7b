//! A poll: who asked, when, how many.

use gainsay_plugin::Row;
use gainsay_plugin::wire::{Disclosed, Mark, People, Strategy, StudyRecord, Unit, Work};

/// Where the collection is published.
pub(crate) const PAGE: &str = "https://github.com/MansMeg/SwedishPolls";

/// The poll of a row.
pub(crate) fn study(row: &Row<'_>, id: String) -> StudyRecord {
    let company = row.get("Company");
    let title = format!("{company}, {}", row.get("PublYearMonth"));
    StudyRecord {
        title_lang: Some("sv".into()),
        conducted_by: Some(company.to_owned()).filter(|company| !company.is_empty()),
        strategy: Strategy::Survey,
        unit: Unit::Person,
        people: People { regions: vec!["SE".into()], pooled: Disclosed::No, ..People::default() },
        fieldwork: row.at("collectPeriodFrom"),
        fieldwork_end: row.at("collectPeriodTo"),
        published: row.at("PublDate"),
        n: row.at("n"),
        limitations: limitations(row),
        licence: Some("CC0-1.0".into()),
        works: vec![Work { url: PAGE.into(), mark: Mark::Secondary }],
        ..StudyRecord::new(id, row.start(), title, row.get("house"))
    }
}

fn limitations(row: &Row<'_>) -> Vec<String> {
    let mut limitations = Vec::new();
    if row.get("approxPeriod") == "TRUE" {
        limitations.push("the days of fieldwork are approximate".to_owned());
    }
    if row.at("Uncertain").is_none() {
        limitations.push("how many named no party is not told; n may count them".to_owned());
    }
    limitations
}
