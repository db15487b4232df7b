//! `raw-polls.csv`: polls of American elections, one race in each row. A row has the
//! shares of the two candidates who came first, and the result beside them.

mod fault;
mod poll;
mod remark;

use std::collections::HashMap;

use gainsay_plugin::{Document, Row, Sheet, Sink, SourceDiagnostic, SourceError, grouped};

use fault::fault;

/// What the ids of its studies begin with.
pub(crate) const NAME: &str = "raw-polls";

/// Every column. What follows `margin_poll` is the result, and how near the poll came.
pub(crate) const COLUMNS: &[&str] = &[
    "poll_id",
    "question_id",
    "race_id",
    "year",
    "race",
    "location",
    "type_simple",
    "type_detail",
    "pollster",
    "pollster_rating_id",
    "methodology",
    "partisan",
    "polldate",
    "samplesize",
    "cand1_name",
    "cand1_id",
    "cand1_party",
    "cand1_pct",
    "cand2_name",
    "cand2_id",
    "cand2_party",
    "cand2_pct",
    "cand3_pct",
    "margin_poll",
    "electiondate",
    "cand1_actual",
    "cand2_actual",
    "margin_actual",
    "error",
    "bias",
    "rightcall",
    "advancedplusminus",
    "comment",
];

/// The shares of the candidates.
const SHARES: [&str; 2] = ["cand1_pct", "cand2_pct"];

/// Emits each poll as a study, then the shares of the candidates, race by race.
///
/// # Errors
///
/// When the columns are other ones. A row that is not sound, or that is there
/// already, is told and left out.
pub(crate) fn read(document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
    let sheet = Sheet::of(document, COLUMNS)?;
    let (mut races, mut contents) = (HashMap::new(), HashMap::new());
    let mut sound = Vec::new();
    for row in sheet.rows() {
        let (race, content) = (race(&row), content(&row));
        let again = || {
            let line = races.get(&race).or_else(|| contents.get(&content))?;
            Some(twice(&row, *line))
        };
        if let Some(remark) = fault(&row).or_else(again) {
            sink.warn(remark)?;
            continue;
        }
        races.insert(race, row.line());
        contents.insert(content, row.line());
        sound.push(row);
    }
    for rows in grouped(sound, |row| row.get("poll_id")) {
        let study = poll::study(&document.source, &rows);
        let findings = poll::findings(&rows, &study);
        sink.study(study)?;
        for finding in findings {
            sink.finding(finding)?;
        }
    }
    Ok(())
}

/// What tells a row from others in every edition of the table: the numbers of questions
/// are given anew when the collectors choose another version of one.
fn race<'a>(row: &Row<'a>) -> [&'a str; 2] {
    ["poll_id", "race"].map(|column| row.get(column))
}

/// What a row says, apart from the numbers under which it is filed and from what is
/// computed of it.
fn content<'a>(row: &Row<'a>) -> Vec<&'a str> {
    let filed = ["poll_id", "question_id", "pollster_rating_id", "advancedplusminus"];
    let told = COLUMNS.iter().filter(|column| !filed.contains(column));
    told.map(|column| row.get(column)).collect()
}

fn twice(row: &Row<'_>, line: usize) -> SourceDiagnostic {
    row.remark(
        "poll_id",
        [
            format!("the same race in the same poll as line {line}"),
            format!("le même scrutin dans le même sondage que la ligne {line}"),
        ],
    )
}

#[cfg(test)]
mod tests;
