//! The table: its columns, and which of its rows are sound.

use gainsay_plugin::{Document, Names, Row, Sheet, Sink, SourceDiagnostic, SourceError, grouped};
use gainsay_plugin::{shared_days, slug};

use crate::{poll, race};

/// Every column, in the order of the file. `parti` and `media` are words that no
/// figure depends on.
const COLUMNS: &[&str] = &[
    "candidat",
    "parti",
    "intentions",
    "erreur_sup",
    "erreur_inf",
    "id",
    "nom_institut",
    "commanditaire",
    "debut_enquete",
    "fin_enquete",
    "echantillon",
    "population",
    "rolling",
    "media",
    "tour",
    "hypothese",
    "sous_echantillon",
];

/// Emits each poll as a study, then its shares.
///
/// # Errors
///
/// When the columns are other ones. A row that is not sound is told and left out.
pub(crate) fn read(document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
    let sheet = Sheet::of(document, COLUMNS)?;
    let mut sound = Vec::new();
    for row in sheet.rows() {
        match fault(&row) {
            None => sound.push(row),
            Some(remark) => sink.warn(remark)?,
        }
    }
    let polls = grouped(sound, |row| row.get("id"));
    let mut names = Names::default();
    let names: Vec<_> = polls.iter().map(|poll| names.give(slug(poll[0].get("id")))).collect();
    let id = |name: &String| format!("{}/{name}", document.source);
    let waves: Vec<_> =
        polls.iter().zip(&names).map(|(poll, name)| poll::wave(&poll[0], id(name))).collect();
    let dependences = shared_days(&waves);
    for ((poll, name), depends_on) in polls.iter().zip(&names).zip(dependences) {
        sink.study(poll::study(poll, id(name), depends_on))?;
        for finding in race::findings(poll, &id(name), name) {
            sink.finding(finding)?;
        }
    }
    Ok(())
}

/// What is wrong with a row, if anything is.
fn fault(row: &Row<'_>) -> Option<SourceDiagnostic> {
    if !row.is_whole() {
        return Some(row.remark(
            "",
            [
                "the row has another number of cells than the head",
                "la ligne n'a pas le même nombre de cellules que l'en-tête",
            ],
        ));
    }
    let needed = ["candidat", "intentions", "sous_echantillon"];
    if let Some(missing) = needed.into_iter().find(|column| row.at(column).is_none()) {
        return Some(row.remark(
            "id",
            [format!("the row has no `{missing}`"), format!("la ligne n'a pas de `{missing}`")],
        ));
    }
    if slug(row.get("id")).is_empty() || slug(row.get("candidat")).is_empty() {
        return Some(row.remark(
            "",
            [
                "the row names no poll or no candidate",
                "la ligne ne nomme pas le sondage, ou pas le candidat",
            ],
        ));
    }
    if poll::universe(row.get("population")).is_none() {
        return Some(row.remark(
            "population",
            ["not a population that is known", "n'est pas une population connue"],
        ));
    }
    if race::round(row.get("tour")).is_none() {
        return Some(row.remark(
            "tour",
            ["neither the first nor the second round", "ni le premier ni le deuxième tour"],
        ));
    }
    let is_within = || {
        let number = |column| row.get(column).parse::<f64>().ok();
        let (share, low) = (number("intentions")?, number("erreur_inf")?);
        Some(low <= share && share <= number("erreur_sup")?)
    };
    match is_within() {
        Some(true) => None,
        _ => Some(row.remark(
            "intentions",
            [
                "the share does not lie within its own interval",
                "la part n'est pas dans son propre intervalle",
            ],
        )),
    }
}
