//! Whatever is written into a table and mapped is found there again, in every form of file.

use proptest::prelude::*;

use super::*;
use crate::address::column_name;

/// Shares in tenths of a percent: rows of answers, columns of people.
fn shares() -> impl Strategy<Value = Vec<Vec<Option<u16>>>> {
    (1..6_usize, 1..5_usize).prop_flat_map(|(rows, columns)| {
        let cell = prop::option::weighted(0.9, 0..=1000_u16);
        prop::collection::vec(prop::collection::vec(cell, columns), rows)
    })
}

fn words_of(share: Option<u16>) -> String {
    share.map_or_else(|| "-".to_owned(), |share| format!("{}.{}", share / 10, share % 10))
}

fn form(file: &str, shares: &[Vec<Option<u16>>]) -> String {
    let columns = (0..shares[0].len()).map(|at| {
        format!("[column.c{at}]\nat = '{}'\nhead = ['Head {at}']\nbase = []\n", column_name(at + 1))
    });
    let answers = (0..shares.len()).map(|at| {
        format!(
            "[question.q.answer.a{at}]\nrow = {}\nlabel = 'Row {at}'\nfacets = {{ a = '{at}' }}\n",
            at + 3
        )
    });
    format!(
        "table = '{file}'\n{HEAD}{LAYOUT}marks = ['-']\n{}[question.q]\nkind = 'single'\n\
         concept = 'c'\nunweighted = 2\n{}",
        columns.collect::<String>(),
        answers.collect::<String>()
    )
}

fn rows(shares: &[Vec<Option<u16>>]) -> Vec<Vec<String>> {
    let heads = (0..shares[0].len()).map(|at| format!("Head {at}"));
    let bases = (0..shares[0].len()).map(|at| format!("{}", 100 + at));
    let mut rows = vec![vec![String::new()], vec!["Base".to_owned()]];
    rows[0].extend(heads);
    rows[1].extend(bases);
    rows.extend(shares.iter().enumerate().map(|(at, shares)| {
        let mut row = vec![format!("Row {at}")];
        row.extend(shares.iter().map(|&share| words_of(share)));
        row
    }));
    rows
}

fn xlsx(rows: &[Vec<String>]) -> Vec<u8> {
    let names: Vec<_> = (0..8).map(column_name).collect();
    let row = |(at, row): (usize, &Vec<String>)| {
        let cells: Vec<_> =
            row.iter().zip(&names).map(|(words, name)| (name.as_str(), words.as_str())).collect();
        files::row(at + 1, &cells)
    };
    files::xlsx("S", &rows.iter().enumerate().map(row).collect::<String>(), &[])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn a_rendered_table_says_the_same_numbers(shares in shares(), separator in "[,;\t|]") {
        let lines = rows(&shares).into_iter().map(|row| row.join(&separator) + "\n");
        let csv = table(&lines.collect::<String>());
        let book = bytes("book.xlsx", xlsx(&rows(&shares)));
        let expected: Vec<f64> =
            shares.iter().flatten().flatten().map(|&share| f64::from(share) / 10.0).collect();
        for document in [csv, book] {
            let reading = read(&form(document.file_name(), &shares), document.clone());
            prop_assert_eq!(&reading.diagnostics, &[]);
            let said: Vec<f64> = found(&reading, &document)
                .iter()
                .map(|(_, words)| words.parse().expect("a number"))
                .collect();
            prop_assert_eq!(said, expected.clone());
            let sizes = reading.findings.iter().map(|one| {
                words(&reading, &document, one, one.n.expect("its base")).parse::<usize>()
            });
            prop_assert!(sizes.into_iter().all(|n| n.is_ok_and(|n| (100..105).contains(&n))));
        }
    }
}
