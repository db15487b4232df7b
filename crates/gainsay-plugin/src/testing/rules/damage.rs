//! Documents that are cut, empty, or something else altogether.

use gainsay_claims::{document::PlaceError, facts::Damage};

use super::{Rule, readings};
use crate::{
    Handed,
    testing::{
        Reading,
        places::places,
        subject::{Subject, core_documents, for_plugin},
    },
};

pub(super) const PANICS: Rule = Rule {
    id: "panics",
    why: "a panic costs every document of the source, an error only its own",
    fix: "return an error with the place that cannot be read",
    check: panics,
};

pub(super) const POINTS_OUTSIDE: Rule = Rule {
    id: "points-outside",
    why: "a figure is read where a record points, so a record must point into its document",
    fix: "take every place from the words that were found, never from what should be there",
    check: points_outside,
};

/// The most line ends, and the most other places, at which a document is cut.
const MOST_CUTS: usize = 40;

const NOISE: &str = "a: b: c\n\n[a] 12 % é 34,5\u{a0}% “ \n] [ {} [[x]] = \"\n,\"\n;\t;\n\u{feff}99 % \
                     []\n[base: ] [%] \n\n: \nid:\nwords: [\n1,,2\n \u{202f}\n#\n%";

fn panics(subject: &Subject<'_>) -> Result<(), String> {
    for (name, damage, documents) in all_damaged(subject) {
        subject
            .read(for_plugin(&documents, &subject.material.source))
            .map_err(|message| format!("{name} {damage}: {message}"))?;
    }
    Ok(())
}

fn points_outside(subject: &Subject<'_>) -> Result<(), String> {
    for (name, damage, documents) in all_damaged(subject) {
        // A panic is another rule's business.
        let Ok(reading) = subject.read(for_plugin(&documents, &subject.material.source)) else {
            continue;
        };
        if let Some(place) = outside(&reading, documents) {
            return Err(format!("{name} {damage}: {place}"));
        }
    }
    Ok(())
}

/// Every damaged document, with the others that go with it. What is no document any more is
/// left out, as the host leaves it out.
fn all_damaged(subject: &Subject<'_>) -> impl Iterator<Item = (String, Damage, Vec<Handed>)> {
    let each = subject.groups.iter().flat_map(|group| group.iter().map(move |&at| (group, at)));
    each.flat_map(move |(group, at)| {
        let (name, bytes) = subject.on_disk(at);
        damaged(&name, &bytes).into_iter().filter_map(move |(name, damage, bytes)| {
            let mut documents = vec![Handed::of(&name, bytes).ok()?];
            let others = group.iter().filter(|&&other| other != at);
            let others = others.map(|&other| &subject.handed[other]);
            documents.extend(others.filter(|one| one.name() != name).cloned());
            Some((name, damage, documents))
        })
    })
}

/// The first place of a reading that is not in its document. A place that cuts a
/// figure is none of those: a document may end within one.
fn outside(reading: &Reading, documents: Vec<Handed>) -> Option<String> {
    let documents = core_documents(documents, &reading.listings);
    let studies = reading.studies.iter().map(|one| (&one.document, places(one)));
    let findings = reading.findings.iter().map(|one| (&one.document, places(one)));
    let mut all = studies.chain(findings);
    all.find_map(|(name, places)| {
        let Some(document) = documents.get(name) else {
            return Some(format!("`{name}` is no document"));
        };
        places.into_iter().find_map(|place| match document.words(place) {
            Ok(_) | Err(PlaceError::CutsFigure) => None,
            Err(error) => Some(format!("{place:?} is not a place in `{name}` ({error:?})")),
        })
    })
}

/// A document with damage: its name, what was done to it, what it then holds. Whoever reads
/// documents must survive each of them.
pub fn damaged(name: &str, bytes: &[u8]) -> Vec<(String, Damage, Vec<u8>)> {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let followed = [bytes, NOISE.as_bytes()].concat();
    let cut = |at: usize| (name.to_owned(), Damage::Cut(at), bytes[..at].to_vec());
    let mut all: Vec<_> = cuts(bytes).into_iter().map(cut).collect();
    all.push((name.to_owned(), Damage::Emptied, Vec::new()));
    all.push((name.to_owned(), Damage::Noise, NOISE.into()));
    all.push((name.to_owned(), Damage::FollowedByNoise, followed));
    all.push((format!("{stem}.csv"), Damage::AsTable, bytes.to_vec()));
    all.push((format!("{stem}.txt"), Damage::AsText, bytes.to_vec()));
    all
}

/// Where to cut a document: at line ends and anywhere else, spread evenly; a text between
/// characters only.
fn cuts(bytes: &[u8]) -> Vec<usize> {
    let most = readings(bytes.len()).min(MOST_CUTS);
    let ends: Vec<_> = (1..=bytes.len()).filter(|&end| bytes[end - 1] == b'\n').collect();
    let step = ends.len().div_ceil(most).max(1);
    let mut cuts: Vec<_> = ends.into_iter().step_by(step).collect();
    let text = std::str::from_utf8(bytes);
    let whole = |at: usize| text.map_or(at, |text| text.floor_char_boundary(at));
    cuts.extend((1..most).map(|part| whole(bytes.len() * part / most)));
    cuts.sort_unstable();
    cuts.dedup();
    // Nothing at all is damage of its own.
    cuts.retain(|&at| at > 0);
    cuts
}
