//! SwedishPolls: Swedish party polls, one poll in each row.

mod poll;

use gainsay_plugin::wire::{BaseStep, Derived, Figure, FigureUnit, Finding, Mark, Medium, Says};
use gainsay_plugin::{
    Document, Names, Row, Sheet, Sink, Source, SourceDiagnostic, SourceError, answers,
    export_source, slug,
    wire::{Place, QuestionKind},
};

/// The parties, by their columns.
const PARTIES: &[&str] = &["M", "L", "C", "KD", "S", "V", "MP", "SD", "FI"];

/// Every column, in the order of the file.
const COLUMNS: &[&str] = &[
    "PublYearMonth",
    "Company",
    "M",
    "L",
    "C",
    "KD",
    "S",
    "V",
    "MP",
    "SD",
    "FI",
    "Uncertain",
    "n",
    "PublDate",
    "collectPeriodFrom",
    "collectPeriodTo",
    "approxPeriod",
    "house",
];

/// The source `swedish-polls`.
#[derive(Default)]
pub struct SwedishPolls;

impl Source for SwedishPolls {
    const ID: &'static str = "swedish-polls";

    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
        let sheet = Sheet::of(document, COLUMNS)?;
        let mut names = Names::default();
        for row in sheet.rows() {
            if let Some(remark) = fault(&row) {
                sink.warn(remark)?;
                continue;
            }
            let name = slug(&format!("{} {}", row.get("house"), row.get("PublDate")));
            let name = names.give(name);
            let study = format!("{}/{name}", document.source);
            sink.study(poll::study(&row, study.clone()))?;
            for finding in shares(&row, &study, &name) {
                sink.finding(finding)?;
            }
        }
        Ok(())
    }
}

/// What is wrong with a row, if anything is. What says `NA` is not known, and that
/// is no fault.
fn fault(row: &Row<'_>) -> Option<SourceDiagnostic> {
    if !row.is_whole() {
        return Some(row.remark("", "the row has another number of cells than the head"));
    }
    let needed = ["house", "PublDate"];
    if let Some(missing) = needed.into_iter().find(|column| slug(row.get(column)).is_empty()) {
        return Some(row.remark("Company", format!("the row has no `{missing}`")));
    }
    let is_share =
        |words: &str| words.parse().is_ok_and(|share: f64| (0.0..=100.0).contains(&share));
    let shares = PARTIES.iter().chain(&["Uncertain"]);
    let mut told = shares.filter(|column| row.at(column).is_some());
    let strange = told.find(|column| !is_share(row.get(column)))?;
    Some(row.remark(strange, "not a share in percent"))
}

/// The shares of the parties and of those who did not name one.
fn shares(row: &Row<'_>, study: &str, name: &str) -> Vec<Finding> {
    let parties = PARTIES.iter().filter_map(|party| {
        let at = row.at(party)?;
        let finding = finding(format!("{name}/{}", slug(party)), study, "votes-for", at);
        let finding = Finding {
            facets: [("party".to_owned(), slug(party))].into_iter().collect(),
            base: vec![naming_party(row)],
            // Where the undecided are told, how many named a party follows from it.
            n: row.at("n").filter(|_| row.at("Uncertain").is_none()),
            ..finding
        };
        // Parties without a column are not among the answers.
        Some(answers(finding, "party", QuestionKind::Single, false))
    });
    let undecided = row.at("Uncertain").map(|at| {
        let id = format!("{name}/undecided");
        // How many name no party depends on whether that was read out, which is not told.
        let facets = [("offered".to_owned(), "unknown".to_owned())].into_iter().collect();
        Finding { n: row.at("n"), facets, ..finding(id, study, "names-no-party", at) }
    });
    parties.chain(undecided).collect()
}

/// Those that the shares of parties are shares of: all but the undecided.
fn naming_party(row: &Row<'_>) -> BaseStep {
    let rest = row.at("Uncertain").map(|at| Figure {
        derived: Some(Derived::Complement),
        ..Figure::in_unit(at, FigureUnit::Percent)
    });
    BaseStep { who: "naming-party".into(), share: rest, words: None }
}

fn finding(id: String, study: &str, concept: &str, at: Place) -> Finding {
    let says = Says::Share(Figure::in_unit(at, FigureUnit::Percent));
    Finding {
        seen_at: Some(poll::PAGE.into()),
        medium: Medium::Table,
        ..Finding::new(id, study, Mark::Secondary, concept, says)
    }
}

export_source!(SwedishPolls);

#[cfg(test)]
mod tests;
