//! A poll: who asked whom, when, for whom.

use gainsay_plugin::wire::{
    DateOrder, Dependence, Disclosed, Mark, Notation, People, Strategy, StudyRecord, Unit, Work,
};
use gainsay_plugin::{Row, Wave, slug};

use crate::{dates::iso, layout::Layout};

/// Where the collection is published.
pub(crate) const PAGE: &str = "https://github.com/fivethirtyeight/data";

/// What a remark begins with that says that a sample is part of those asked.
const RESTRICTED: &str = "Sample restricted";

/// The universe of a population, by its words.
pub(crate) fn universe(population: &str) -> Option<&'static str> {
    match population {
        "a" | "Adults" => Some("adults"),
        "rv" | "Registered Voters" => Some("registered-voters"),
        "lv" => Some("likely-voters"),
        _ => None,
    }
}

/// Whether the figures of a row are about those only who followed the story.
pub(crate) fn is_restricted(layout: &Layout, row: &Row<'_>) -> bool {
    row.get(layout.notes).starts_with(RESTRICTED)
}

/// The name of the poll of a row.
pub(crate) fn name(layout: &Layout, row: &Row<'_>) -> String {
    let [pollster, sponsor] = ["Pollster", layout.sponsor].map(|column| row.get(column));
    let end = iso(row.get("End")).unwrap_or_default();
    slug(&format!("{} {pollster} {sponsor} {end}", layout.name))
}

/// A poll as a wave of its pollster.
pub(crate) fn wave(layout: &Layout, rows: &[Row<'_>], study: String) -> Wave {
    let [first, last] = ["Start", "End"].map(|column| iso(rows[0].get(column)));
    Wave {
        study,
        house: rows[0].get("Pollster").to_owned(),
        first: first.unwrap_or_default(),
        last: last.unwrap_or_default(),
        rolling: is_tracking(layout, rows),
    }
}

/// The poll that some rows belong to; there is at least one. Its people are those of
/// the row with most cases: registered voters are broken out of adults.
pub(crate) fn study(
    layout: &Layout,
    rows: &[Row<'_>],
    id: String,
    depends_on: Vec<Dependence>,
) -> StudyRecord {
    let first = &rows[0];
    let widest = widest(layout, rows).unwrap_or(first);
    let pollster = first.get("Pollster");
    let end = iso(first.get("End")).unwrap_or_default();
    let sponsor = Some(first.get(layout.sponsor)).filter(|sponsor| !sponsor.is_empty());
    let tracking = is_tracking(layout, rows)
        .then(|| "a tracking poll: waves near each other share respondents".to_owned());
    StudyRecord {
        title_lang: Some("en".into()),
        conducted_by: Some(pollster.to_owned()),
        sponsor: sponsor.map(str::to_owned),
        strategy: Strategy::Survey,
        unit: Unit::Person,
        people: People {
            regions: vec!["US".into()],
            pooled: Disclosed::No,
            universe: universe(widest.get(layout.population)).map(str::to_owned),
            ..People::default()
        },
        fieldwork: first.at("Start"),
        fieldwork_end: first.at("End"),
        notation: Notation { dates: Some(DateOrder::MonthDayYear), ..Notation::default() },
        n: widest.at(layout.size()).filter(|_| !is_restricted(layout, widest)),
        limitations: tracking.into_iter().collect(),
        licence: Some("CC-BY-4.0".into()),
        works: works(layout, rows),
        depends_on,
        ..StudyRecord::new(
            id,
            first.start(),
            format!("{pollster}, {}, {end}", layout.subject),
            pollster,
        )
    }
}

/// The row with most cases among those about everybody asked.
fn widest<'r, 'a>(layout: &Layout, rows: &'r [Row<'a>]) -> Option<&'r Row<'a>> {
    let size = |row: &&Row<'_>| row.get(layout.size()).parse::<u32>().unwrap_or_default();
    let whole = rows.iter().filter(|row| !is_restricted(layout, row));
    // The first of equals, as `max_by_key` would take the last.
    whole.rev().max_by_key(size)
}

/// The collection, and the pollster's pages that it names; those were not seen.
fn works(layout: &Layout, rows: &[Row<'_>]) -> Vec<Work> {
    let mut works = vec![Work { url: PAGE.into(), mark: Mark::Secondary }];
    for row in rows {
        let url = row.get(layout.url);
        if !url.is_empty() && works.iter().all(|work| work.url != url) {
            works.push(Work { url: url.to_owned(), mark: Mark::CitedOnly });
        }
    }
    works
}

fn is_tracking(layout: &Layout, rows: &[Row<'_>]) -> bool {
    rows.iter().any(|row| row.get(layout.tracking) == "TRUE")
}
