//! From `stdyDscr` to the record of a study.

use gainsay_plugin::wire::{Disclosed, People, Place, StudyRecord};

use crate::{entries::Entries, form::Mapping, xml::Element};

/// What a codebook says of its study, for whoever writes a mapping of it.
pub(crate) struct Described {
    pub(crate) title: String,
    pub(crate) publisher: Option<String>,
    pub(crate) cases: Option<String>,
}

/// Describes the study of a codebook, which needs a title.
pub(crate) fn described(root: &Element) -> Result<Described, [&'static str; 2]> {
    let title = root.first(TITLE).map(Element::words).ok_or(NO_TITLE)?;
    Ok(Described { title, publisher: publisher(root), cases: words(root, CASES) })
}

const TITLE: &str = "stdyDscr/citation/titlStmt/titl";
const NO_TITLE: [&str; 2] = [
    "has no title: `stdyDscr/citation/titlStmt/titl` is missing",
    "n'a pas de titre\u{a0}: `stdyDscr/citation/titlStmt/titl` manque",
];
const CASES: &str = "fileDscr/fileTxt/dimensns/caseQnty";

/// The study that a codebook describes; nothing when it has no title or no publisher.
pub(crate) fn record(
    id: String,
    root: &Element,
    mapping: &Mapping,
    entries: &mut Entries,
) -> Result<StudyRecord, [&'static str; 2]> {
    let said = mapping.said();
    let title = root.first(TITLE).map(Element::words).ok_or(NO_TITLE)?;
    let at = entries.add(TITLE, &title);
    let publisher = said.publisher.clone().or_else(|| publisher(root));
    let publisher = publisher.ok_or([
        "names no producer: say `publisher` under `[study]`",
        "ne nomme pas de producteur\u{a0}: écrire `publisher` sous `[study]`",
    ])?;
    Ok(StudyRecord {
        title_lang: said.title_lang.clone().or_else(|| root.attribute("lang").map(str::to_owned)),
        conducted_by: words(root, "stdyDscr/method/dataColl/dataCollector"),
        sponsor: words(root, "stdyDscr/citation/prodStmt/fundAg"),
        sponsor_interest: said.sponsor_interest,
        strategy: said.strategy,
        unit: said.unit,
        people: people(root, mapping, entries),
        frame: words(root, "stdyDscr/method/dataColl/sampleFrame/sampleFrameName")
            .or_else(|| words(root, "stdyDscr/method/dataColl/sampProc")),
        sampling: said.sampling,
        mode: if said.mode.is_empty() { modes(root) } else { said.mode.clone() },
        fieldwork: given("fieldwork", said.fieldwork.as_ref(), entries)
            .or_else(|| dates(root, "collDate", entries)),
        published: given("published", said.published.as_ref(), entries)
            .or_else(|| date(root, "stdyDscr/citation/distStmt/distDate", entries))
            .or_else(|| date(root, "stdyDscr/citation/prodStmt/prodDate", entries)),
        n: given("n", said.n.as_ref(), entries).or_else(|| entries.first(root, CASES)),
        weighted: weighted(root),
        response_rate: response_rate(root, entries),
        limitations: said.limitations.clone(),
        licence: words(root, "stdyDscr/citation/prodStmt/copyright"),
        works: mapping.seen.values().cloned().collect(),
        depends_on: said.depends_on.clone(),
        ..StudyRecord::new(id, at, title, publisher)
    })
}

/// The time that the data are about, of a codebook without dates of collection.
pub(crate) fn period(root: &Element, entries: &mut Entries) -> Option<Place> {
    let is_undated = root.all("stdyDscr/stdyInfo/sumDscr/collDate").is_empty();
    is_undated.then(|| dates(root, "timePrd", entries)).flatten()
}

fn publisher(root: &Element) -> Option<String> {
    let paths = ["prodStmt/producer", "rspStmt/AuthEnty", "distStmt/distrbtr"];
    paths.iter().find_map(|path| words(root, &format!("stdyDscr/citation/{path}")))
}

fn modes(root: &Element) -> Vec<String> {
    let all = root.all("stdyDscr/method/dataColl/collMode").into_iter();
    all.map(|one| mode(&one.words())).filter(|mode| !mode.is_empty()).collect()
}

fn weighted(root: &Element) -> Disclosed {
    match root.first("stdyDscr/method/dataColl/weight") {
        Some(_) => Disclosed::Yes,
        None => Disclosed::Unknown,
    }
}

/// What the mapping gives under `[study]`.
fn given(key: &str, words: Option<&String>, entries: &mut Entries) -> Option<Place> {
    words.map(|words| entries.add(format!("[study] {key}"), words))
}

fn words(root: &Element, path: &str) -> Option<String> {
    root.first(path).map(Element::words)
}

fn people(root: &Element, mapping: &Mapping, entries: &mut Entries) -> People {
    let said = mapping.said();
    let sum = "stdyDscr/stdyInfo/sumDscr";
    let mut regions = said.regions.clone();
    if regions.is_empty() {
        let nations = root.all("stdyDscr/stdyInfo/sumDscr/nation").into_iter();
        let name = |one: &Element| one.attribute("abbr").map_or_else(|| one.words(), str::to_owned);
        regions = nations.map(name).filter(|name| !name.is_empty()).collect();
    }
    if regions.is_empty() {
        regions.extend(words(root, &format!("{sum}/geogCover")));
    }
    let universes = root.all("stdyDscr/stdyInfo/sumDscr/universe").into_iter();
    let mut excluded = universes.filter(|one| one.attribute("clusion") == Some("E"));
    People {
        regions,
        pooled: said.pooled,
        universe: said.universe.clone(),
        age: given("age", said.age.as_ref(), entries),
        excludes: excluded.next().map(Element::words),
    }
}

/// A date as an attribute or in words.
fn written(one: &Element) -> Option<String> {
    let words = one.attribute("date").map_or_else(|| one.words(), str::to_owned);
    // The time of a day is no part of a period.
    let day = match words.split_once('T') {
        Some((day, _)) if day.starts_with(|sign: char| sign.is_ascii_digit()) => day.to_owned(),
        _ => words,
    };
    (!day.is_empty()).then_some(day)
}

fn date(root: &Element, path: &str, entries: &mut Entries) -> Option<Place> {
    let words = root.all(path).into_iter().find_map(written)?;
    Some(entries.add(path, words))
}

/// The first start and the last end of dates with the attribute `event`.
fn dates(root: &Element, name: &str, entries: &mut Entries) -> Option<Place> {
    let path = format!("stdyDscr/stdyInfo/sumDscr/{name}");
    let all = root.all(&path);
    let event = |one: &&&Element, event: &str| one.attribute("event") == Some(event);
    let start = all.iter().find(|one| event(one, "start")).and_then(|one| written(one));
    let end = all.iter().rev().find(|one| event(one, "end")).and_then(|one| written(one));
    let words = match (start, end) {
        (Some(start), Some(end)) if start != end => format!("{start}..{end}"),
        (Some(day), _) | (None, Some(day)) => day,
        (None, None) => all.iter().find_map(|one| written(one))?,
    };
    Some(entries.add(path, words))
}

/// A rate that begins with a figure; words about one are none.
fn response_rate(root: &Element, entries: &mut Entries) -> Option<Place> {
    let path = "stdyDscr/method/anlyInfo/respRate";
    let words = words(root, path)?;
    let figure = words.split_whitespace().next()?.trim_end_matches(['%', '.', ',', ';']);
    let is_figure = figure.starts_with(|sign: char| sign.is_ascii_digit());
    let says_percent = words.contains('%') || words.to_lowercase().contains("percent");
    (is_figure && says_percent).then(|| entries.add(path, format!("{figure} %")))
}

/// A mode of interview by the words that archives use.
fn mode(words: &str) -> String {
    let known = [
        ("face-to-face", ["face-to-face", "face to face", "capi", "papi"]),
        ("telephone", ["telephone", "phone", "cati", "téléphone"]),
        ("online", ["web", "internet", "cawi", "online"]),
        ("mail", ["postal", "by mail", "mail questionnaire", "paper"]),
    ];
    let lower = words.to_lowercase();
    let found = known.iter().find(|(_, signs)| signs.iter().any(|sign| lower.contains(sign)));
    found.map_or_else(|| words.to_owned(), |(mode, _)| (*mode).to_owned())
}
