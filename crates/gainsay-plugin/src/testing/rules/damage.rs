//! Documents that are cut, empty, or something else altogether.

use gainsay_claims::{document::PlaceError, facts::Damage};

use super::{Rule, readings};
use crate::testing::{
    Reading,
    places::places,
    subject::{Subject, core_documents},
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
    for (name, damage, text) in damaged(&subject.material.documents) {
        subject
            .read(vec![subject.document(&name, &text)])
            .map_err(|message| format!("{name} {damage}: {message}"))?;
    }
    Ok(())
}

fn points_outside(subject: &Subject<'_>) -> Result<(), String> {
    for (name, damage, text) in damaged(&subject.material.documents) {
        // A panic is another rule's business.
        let Ok(reading) = subject.read(vec![subject.document(&name, &text)]) else {
            continue;
        };
        if let Some(place) = outside(&reading, &name, &text) {
            return Err(format!("{name} {damage}: {place}"));
        }
    }
    Ok(())
}

/// The first place of a reading that is not in its document. A place that cuts a
/// figure is none of those: a document may end within one.
fn outside(reading: &Reading, name: &str, text: &str) -> Option<String> {
    let documents = core_documents(&[(name, text)]);
    let document = &documents[name];
    let of_studies = reading.studies.iter().flat_map(places);
    let mut all = of_studies.chain(reading.findings.iter().flat_map(places));
    all.find_map(|place| match document.words(place) {
        Ok(_) | Err(PlaceError::CutsFigure) => None,
        Err(error) => Some(format!("{place:?} is not a place in it ({error:?})")),
    })
}

/// Damaged documents: their names, what was done to them, their texts. Whoever reads
/// documents must survive each of them.
pub fn damaged(documents: &[(String, String)]) -> impl Iterator<Item = (String, Damage, String)> {
    documents.iter().flat_map(|(name, text)| {
        let cut = |at: usize| (name.clone(), Damage::Cut(at), text[..at].to_owned());
        let other = |name: String, damage: Damage, text: &str| (name, damage, text.to_owned());
        let stem = name.rsplit_once('.').map_or(name.as_str(), |(stem, _)| stem);
        let mut all: Vec<_> = cuts(text).into_iter().map(cut).collect();
        all.push(other(name.clone(), Damage::Emptied, ""));
        all.push(other(name.clone(), Damage::Noise, NOISE));
        all.push(other(name.clone(), Damage::FollowedByNoise, &format!("{text}{NOISE}")));
        all.push(other(format!("{stem}.csv"), Damage::AsTable, text));
        all.push(other(format!("{stem}.txt"), Damage::AsText, text));
        all
    })
}

/// Where to cut a document: at line ends and anywhere else, spread evenly.
fn cuts(text: &str) -> Vec<usize> {
    let most = readings(text.len()).min(MOST_CUTS);
    let ends: Vec<_> = text.match_indices('\n').map(|(at, _)| at + 1).collect();
    let step = ends.len().div_ceil(most).max(1);
    let mut cuts: Vec<_> = ends.into_iter().step_by(step).collect();
    let anywhere = (1..most).map(|part| text.floor_char_boundary(text.len() * part / most));
    cuts.extend(anywhere);
    cuts.sort_unstable();
    cuts.dedup();
    cuts
}
