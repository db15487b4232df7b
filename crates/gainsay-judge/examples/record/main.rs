//! Measures the rules on simulated evidence bases of which the truth is known, and
//! writes the record of it: a document, and the numbers that `gainsay explain` tells.
//!
//! ```console
//! $ cargo run --release -p gainsay-judge --example record
//! ```
//!
//! Every figure is drawn, printed as a publisher prints it, read by the core and judged
//! by the judge; no statistic is computed here but how often something happened.

mod draw;
mod rate;
mod record;
mod scenarios;
mod section;
mod world;

use std::{fs, io, path::Path};

use record::Record;

/// Bases in each cell of the record.
const BASES: usize = 1000;

/// Bases in each cell of the short run that a test repeats.
const FEW: usize = 10;

/// Where the record stands, from the folder of this crate.
const DOCUMENT: &str = "../../docs/record.md";

/// Where its numbers stand, from the folder of this crate.
const NUMBERS: &str = "src/rules/record.csv";

fn main() -> io::Result<()> {
    let record = Record::simulate(BASES);
    let short = Record::simulate(FEW);
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
    fs::write(folder.join(DOCUMENT), record.document(&short))?;
    fs::write(folder.join(NUMBERS), record.numbers())
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use gainsay_judge::rules::Measure;

    use super::*;
    use crate::rate::shown;

    static SHORT: LazyLock<Record> = LazyLock::new(|| Record::simulate(FEW));

    fn committed(file: &str) -> String {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
        fs::read_to_string(path).expect("the record is committed")
    }

    #[test]
    fn the_committed_record_was_made_by_this_code() {
        let document = committed(DOCUMENT);
        let start = document.find("\n## A short run").expect("the document ends with it");
        assert_eq!(document[start..], format!("\n{}", SHORT.short_run()));
    }

    // As far as so few bases tell; the committed record tells more.
    #[test]
    fn a_short_run_keeps_the_level_and_reaches_the_goals() {
        let told = SHORT.measures().filter(|one| one.measure == Measure::FalseAlarms);
        // A warning that a size is missing is no alarm that studies differ.
        for one in told.filter(|one| one.rule != "untestable-shares") {
            assert!(one.rate.value() <= 0.05 + 2.0 * one.rate.error(), "{}", one.rule);
        }
        let reached: Vec<_> = SHORT
            .goals()
            .filter(|one| ["true deff 1", "all of these"].contains(&one.under))
            .collect();
        assert_eq!(reached.len(), 4);
        for one in reached {
            assert!(one.slack >= -2.0 * one.rate.error(), "{}, {}", one.asked, one.under);
        }
    }

    #[test]
    fn the_same_seed_gives_the_same_bytes() {
        assert_eq!(Record::simulate(1).document(&SHORT), Record::simulate(1).document(&SHORT));
    }

    #[test]
    fn the_committed_numbers_are_those_of_the_document() {
        let (document, numbers) = (committed(DOCUMENT), committed(NUMBERS));
        let rows = numbers.lines().skip(1).map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let [rule, measure, rate, error, cases] = cells[..] else { panic!("{line}") };
            let [rate, error] = [rate, error].map(|one| one.parse().unwrap());
            format!("| `{rule}` | {measure} | {} | {cases} |\n", shown(rate, error))
        });
        let rows: Vec<String> = rows.collect();
        assert!(rows.len() > 10, "{} rows", rows.len());
        for row in rows {
            assert!(document.contains(&row), "{row}");
        }
    }
}
