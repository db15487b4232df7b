use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::super::HEADER;
use super::*;

fn text(table: &Table) -> String {
    let rows: String = table.rows().map(|row| format!("{row}\n")).collect();
    format!("{HEADER}\n{rows}")
}

fn digest(text: &str) -> String {
    Sha256::digest(text).iter().map(|byte| format!("{byte:02x}")).collect()
}

// As `cargo run -p gainsay-bench --example synthetic -- 1000 --seed 1 | sha256sum` tells it.
#[test]
fn the_same_seed_gives_the_same_bytes_on_every_machine() {
    let text = text(&Table::new(1000, 1));
    let expected = "de7a60c436c22e8bd1d97dd910b871a56f10e34a9c9001e86b5d20c00c556655";
    assert_eq!(digest(&text), expected);
}

#[test]
fn another_seed_gives_another_table() {
    assert_ne!(text(&Table::new(10, 1)), text(&Table::new(10, 2)));
}

#[test]
fn a_table_holds_what_it_was_asked_to_hold() {
    let totals = Table::new(50_000, 1).totals();
    let percent = |part: u64| part as f64 / 500.0;
    assert_eq!(totals.claims, 50_000);
    assert!((1.8..2.2).contains(&percent(totals.displaced)), "{totals}");
    assert!((18.0..22.0).contains(&percent(totals.unknown)), "{totals}");
    assert!((4.5..7.0).contains(&percent(totals.bounds)), "{totals}");
    assert!((2.5..3.5).contains(&percent(totals.undisclosed)), "{totals}");
}

#[test]
fn every_reporting_set_lies_within_the_shares() {
    for row in Table::new(20_000, 3).rows() {
        assert!(row.lo < row.hi && row.hi <= 2000, "{row}");
        assert!(row.from <= row.to, "{row}");
        assert!((0.01..=0.99).contains(&row.truth), "{row:?}");
        assert!(row.size.is_none_or(|(n, tenths)| 0 < tenths && tenths <= 10 * n), "{row}");
    }
}

/// Pairs on one proposition, and those of them that can be compared.
fn pairs(table: &Table) -> (u64, u64) {
    let mut groups: BTreeMap<u64, Vec<Row>> = BTreeMap::new();
    table.rows().for_each(|row| groups.entry(row.proposition).or_default().push(row));
    let (mut all, mut comparable) = (0, 0);
    for rows in groups.values() {
        for (i, one) in rows.iter().enumerate() {
            for other in &rows[..i] {
                let alike = one.conditions.is_some() && one.conditions == other.conditions;
                let overlap = one.from <= other.to && other.from <= one.to;
                all += 1;
                comparable += u64::from(alike && overlap && one.publisher != other.publisher);
            }
        }
    }
    (all, comparable)
}

#[test]
fn three_pairs_in_ten_can_be_compared() {
    let table = Table::new(30_000, 1);
    let (all, comparable) = pairs(&table);
    assert_eq!(all, table.totals().pairs);
    let share = comparable as f64 / all as f64;
    assert!((0.28..0.34).contains(&share), "{share}");
}

#[test]
fn what_most_claims_say_of_a_proposition_is_near_its_truth() {
    let table = Table::new(30_000, 1);
    let first: Vec<Row> = table.rows().filter(|row| row.proposition == 1).collect();
    let inside = |row: &&Row| row.lower() - 0.06 <= row.truth && row.truth <= row.upper() + 0.06;
    let near = first.iter().filter(inside).count();
    assert!(first.len() > 400 && near * 100 > first.len() * 90, "{near} of {}", first.len());
    let mean = |displaced: bool| {
        let of: Vec<_> = first.iter().filter(|row| row.is_displaced == displaced).collect();
        of.iter().map(|row| row.truth).sum::<f64>() / of.len() as f64
    };
    assert!((mean(true) - mean(false)).abs() > 0.15);
}
