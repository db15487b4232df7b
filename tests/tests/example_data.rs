//! Answers of a file that others published, counted by the plugin `microdata`, and the tables
//! that another program made of them, read by the plugin `crosstab`: every figure of a table
//! is the one that is counted, and so is the size of its base.

use std::{collections::BTreeMap, fs, path::Path, sync::LazyLock};

use gainsay_claims::{
    claim::{Claim, Statement},
    value::Rational,
};
use gainsay_host::Loaded;
use gainsay_plugin::table::Table;
use gainsay_tests::base::load_folder;

const BASE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/bases/example-data");

static LOADED: LazyLock<Loaded> = LazyLock::new(|| load_folder(Path::new(BASE).to_owned()));

/// The claim of the answers that is the one of a cell: `tables/STUDY/go/ANSWER/COLUMN`.
fn counted(cell: &Claim) -> &'static Claim {
    let path: Vec<_> = cell.id.split('/').collect();
    let [_, _, "go", answer, column] = path[..] else { panic!("{}", cell.id) };
    let group = if column == "all" { String::new() } else { format!("-{column}") };
    let id = format!("answers/2015-answers/{answer}{group}");
    LOADED.base.claims.get(&id).unwrap_or_else(|| panic!("no claim `{id}`"))
}

fn tables() -> impl Iterator<Item = &'static Claim> {
    LOADED.base.claims.values().filter(|claim| claim.source == "tables")
}

fn range(claim: &Claim) -> [Rational; 2] {
    let Statement::Share(share) = &claim.statement else { panic!("{} is no share", claim.id) };
    [share.hard.lo(), share.hard.hi()]
}

#[test]
fn both_routes_say_the_same_of_every_cell() {
    assert_eq!(LOADED.diagnostics, []);
    let mut cells: BTreeMap<&str, usize> = BTreeMap::new();
    for cell in tables() {
        *cells.entry(cell.study().expect("it names one")).or_default() += 1;
        let answer = counted(cell);
        assert_eq!(answer.proposition, cell.proposition, "{}", cell.id);
        assert_eq!(answer.n, cell.n, "{}", cell.id);
        let ([low, high], [least, most]) = (range(answer), range(cell));
        assert!(low <= most && least <= high, "{}: {low} to {high}, {least} to {most}", cell.id);
    }
    // 7 answers in 3, 5, 21 and 5 columns.
    let expected = [("q4", 21), ("q4-gender", 35), ("q4-gender-wave", 147), ("significance", 35)];
    let expected = expected.map(|(name, cells)| (format!("tables/2015-{name}"), cells));
    assert_eq!(cells, expected.iter().map(|(name, cells)| (name.as_str(), *cells)).collect());
}

/// What the plugin `microdata` lists, to its last digit, computed from the published figures
/// without either plugin: a count over the base of its column, or the percentage itself.
#[test]
fn every_published_figure_is_counted_to_the_digits_that_are_listed() {
    let mut seen = 0;
    for cell in tables() {
        let answer = counted(cell);
        let words = |claim: &Claim| {
            let document = &LOADED.base.documents[&claim.at.document];
            document.text[claim.at.span.clone()].to_owned()
        };
        let published: f64 = words(cell).parse().expect("a number");
        let percent = match cell.at.document.ends_with("significance.csv") {
            true => published,
            false => 100.0 * published / base_of(cell),
        };
        assert_eq!(words(answer), format!("{percent:.4} %"), "{}", cell.id);
        seen += 1;
    }
    assert_eq!(seen, 238);
}

/// The number below the heads, in the row `Base`, of the column that a cell stands in.
fn base_of(cell: &Claim) -> f64 {
    let text = fs::read_to_string(Path::new(BASE).join(&cell.at.document)).expect("it is there");
    let row = text[..cell.at.span.start].lines().last().expect("its line");
    let column = Table::of(row).rows[0].len() - 1;
    let table = Table::of(&text);
    let base = table.rows.iter().find(|row| row[0].text(&text) == "Base").expect("a base");
    base[column].text(&text).parse().expect("a number")
}
