//! Letters of significance as another program printed them, on a table that is not ours:
//! `tests/bases/example-data` (its licence and origin stand beside it).
//!
//! Where letters stand has been looked up: z of two shares gives 8 of the 14 pairs of columns
//! a p below 0.8. That of 29.63 % of 81 and 29.59 % of 169, for one, is 0.99.

use std::fs;

use super::*;
use crate::Agreement;

const FOLDER: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/bases/example-data/sources/tables/");

fn file(name: &str) -> String {
    fs::read_to_string(format!("{FOLDER}{name}")).expect("it is shipped")
}

/// All pairs agree; one of them would, had `0.0` and `0.0` more digits: up to 0.05 % of 81 and
/// none of 169 would be enough for this level.
const ALIKE: Agreement = Agreement { alike: 13, otherwise: 0, open: 1 };

/// How the letters of a table compare, and what is remarked.
fn agreement(text: &str, csv: &str) -> (Agreement, Vec<String>) {
    let document = mapping(text);
    let table = Document { name: "sources/fixture-a/significance.csv".into(), ..table(csv) };
    let form = gainsay_plugin::form::read::<crate::form::Form>(&document).expect("a mapping");
    let folder = [table];
    let read = crate::reading::read(&document, &form, &folder).expect("a table");
    (read.letters, read.remarks.into_iter().map(|one| one.message.to_string()).collect())
}

#[test]
fn every_published_letter_follows_from_the_figures() {
    let (text, csv) = (file("2015-significance.toml"), file("significance.csv"));
    assert_eq!(agreement(&text, &csv), (ALIKE, Vec::new()));
    // It is the level that was printed with, and no other one.
    for level in ["0.05", "0.5", "0.95"] {
        let other = text.replace("level = 0.2", &format!("level = {level}"));
        assert!(agreement(&other, &csv).0.otherwise > 0, "{level}");
    }
}

#[test]
fn a_letter_that_is_removed_or_moved_or_added_is_told() {
    let (text, csv) = (file("2015-significance.toml"), file("significance.csv"));
    for (printed, changed, row) in [
        // Removed, alone and behind a comparison with the total.
        (",None,'@L'.B,'@H',D,None", ",None,'@L'.B,'@H',None,None", 5),
        (",None,'@L'.B,'@H',D,None", ",None,'@L','@H',D,None", 5),
        // Moved to the other column.
        (",None,'@H','@L'.A,'@H','@L'.C", ",None,'@H','@L'.A,'@H'.D,'@L'", 7),
        (",None,B,'@H','@L'.D,None", ",None,None,'@H'.A,'@L'.D,None", 15),
        // Added where the figures do not differ.
        (",None,None,None,'@L'.D,'@H'", ",None,B,None,'@L'.D,'@H'", 9),
        (
            "Don't know,24.4,23.88059701492537,25.0,17.28395061728395,27.810650887573964\n,None,None,None",
            "Don't know,24.4,23.88059701492537,25.0,17.28395061728395,27.810650887573964\n,None,None,A",
            17,
        ),
    ] {
        assert_eq!(csv.matches(printed).count(), 1, "{printed}");
        let (found, remarks) = agreement(&text, &csv.replace(printed, changed));
        assert_eq!(found, Agreement { alike: 12, otherwise: 1, open: 1 }, "{changed}");
        let told = format!(
            "of 14 pairs of columns, a z test at 20 % tells 1 otherwise than the letters, in rows {row}"
        );
        assert_eq!(remarks, [told], "{changed}");
    }
}

/// Columns are compared with the total, too: `L` and `H` are no columns, not
/// even where columns have these letters.
#[test]
fn comparisons_with_the_total_are_no_letters_of_columns() {
    let (text, csv) = (file("2015-significance.toml"), file("significance.csv"));
    let heads = csv.replace(",@,A,B,C,D", ",@,H,L,C,D");
    let renamed = heads.replace("'@L'.B", "'@L'.L").replace("'@L'.A", "'@L'.H");
    let renamed = renamed.replace(",None,B,", ",None,L,");
    let letters = [(", \"A\"]", ", \"H\"]"), (", \"B\"]", ", \"L\"]")];
    let columns = [("letter = \"A\"", "letter = \"H\""), ("letter = \"B\"", "letter = \"L\"")];
    let mapped = letters.iter().chain(&columns);
    let mapped = mapped.fold(text.clone(), |text, (from, to)| text.replace(from, to));
    assert_eq!(agreement(&mapped, &renamed), (ALIKE, Vec::new()));

    // Without the marks the cells are told, and what is in them is not guessed.
    let marks = r#"marks = ["'@L'", "'@H'", "None"]"#;
    let (found, remarks) = agreement(&text.replace(marks, r#"marks = ["None"]"#), &csv);
    assert!(found.otherwise == 0 && found.alike < ALIKE.alike, "{found:?}");
    let [remark] = &remarks[..] else { panic!("{remarks:?}") };
    assert!(remark.ends_with("are not compared: `'@L'.B` is more than letters"), "{remark}");
}
