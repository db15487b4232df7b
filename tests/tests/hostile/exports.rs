//! What a spreadsheet would run.

use gainsay_tests::{program::on_base, tree::Tree};

use super::{folder, good};

const FORMULAS: [&str; 4] = ["=cmd|' /C calc'!A0", "+1+1", "-2+3", "@SUM(1)"];

/// The good base with a formula in every text that people write.
fn with(formula: &str) -> Tree {
    let mut files = good();
    for text in files.values_mut() {
        let mut changed = String::from_utf8(text.clone()).expect("UTF-8");
        for word in ["\"Survey\"", "\"House\"", "\"fixture-a\"", "\"adults\""] {
            // The name of the universe stays, its label is what is shown.
            if word != "\"adults\"" || changed.contains("label") {
                changed = changed.replace(word, &format!("{formula:?}"));
            }
        }
        *text = changed.into_bytes();
    }
    files
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    for (number, formula) in FORMULAS.iter().enumerate() {
        let base = folder(&format!("formula-{number}"), &with(formula));
        for (dialect, separator) in [("standard", b','), ("excel-fr", b';')] {
            let arguments = ["table", "bought", "--format", "csv", "--csv-dialect", dialect];
            let shown = on_base(&base, &arguments, 0).stdout;
            let shown = String::from_utf8(shown).expect("UTF-8");
            let is_there = shown.contains(formula.split(['"', '\'']).next().unwrap_or(formula));
            assert!(is_there, "the text is kept: {shown}");
            let cells = gainsay_claims::table::Table::of(&shown);
            let first = char::from(separator);
            assert!(shown.contains(first));
            for cell in cells.rows.iter().flatten() {
                let words = cell.text(&shown);
                let is_number = words.replace(',', ".").parse::<f64>().is_ok();
                let begins = words.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']);
                assert!(is_number || !begins, "{words:?}");
            }
        }
    }
}
