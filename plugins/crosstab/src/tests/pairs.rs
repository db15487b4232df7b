//! Counts beside shares, in pairs of columns under one head.

use super::*;
use crate::propose;

const PAIRS: &str = "Q,Total,,Men,\n,N,%,N,%\nYes,280,28%,150,30%\nNo,720,72%,350,70%\n\
                     Total,\"1,000\",100%,500,100%\n";

const FORM: &str = "table = 'table.csv'\n[study]\ntitle = 'One'\npublisher = 'Fixture A'\n\
                    [layout]\nbanner = [1, 2]\nlabels = ['A']\nfigures = 'percent'\n\
                    counts = 'left'\n\
                    [column.all]\nat = 'C'\nhead = ['Total', '%']\n\
                    [column.men]\nat = 'E'\nbase = []\n\
                    [question.q]\nkind = 'single'\nconcept = 'c'\nunweighted = 5\n\
                    answer.yes = { row = 3 }\nanswer.no = { row = 4, negated = true }\n";

/// Findings, and the numbers of cases that they point at.
fn sizes<'a>(reading: &'a Reading, table: &'a Document) -> Vec<(&'a str, &'a str)> {
    let n = |one: &'a Finding| one.n.map_or("", |at| words(reading, table, one, at));
    reading.findings.iter().map(|one| (one.id.as_str(), n(one))).collect()
}

/// What is remarked of cells, and what stands in them.
fn told<'a>(reading: &'a Reading, table: &'a Document) -> Vec<(&'a str, &'a str)> {
    let of_table =
        reading.diagnostics.iter().filter(|one| one.document.as_deref() == Some(&table.name));
    of_table
        .map(|one| (testing::in_both(&one.what.message), table.words(one.what.at.expect("a cell"))))
        .collect()
}

#[test]
fn a_share_has_the_total_of_the_counts_beside_it() {
    let table = table(PAIRS);
    let reading = read(FORM, table.clone());
    assert_eq!(reading.diagnostics, []);
    let expected = [
        ("one/q/yes/all", "1,000"),
        ("one/q/yes/men", "500"),
        ("one/q/no/all", "1,000"),
        ("one/q/no/men", "500"),
    ];
    assert_eq!(sizes(&reading, &table), expected);
    assert_eq!(found(&reading, &table)[1], ("one/q/yes/men", "30%"));
    // The other way round, and as a base over both.
    let swapped = super::table(
        "Q,Total,,Men,\n,%,N,%,N\nYes,28,280,30,150\nNo,72,720,70,350\nBase,1 000,,500,\n",
    );
    let form = FORM.replace("'left'", "'right'").replace("'C'", "'B'").replace("'E'", "'D'");
    let reading = read(&form, swapped.clone());
    assert_eq!(reading.diagnostics, []);
    let n: Vec<_> = sizes(&reading, &swapped).into_iter().map(|(_, n)| n).collect();
    assert_eq!(n, ["1 000", "500", "1 000", "500"]);
}

/// Whether a base stands over both is told by its row: a small one is a base, too.
#[test]
fn a_small_base_over_counts_and_shares_is_read() {
    let form = FORM.replace("'left'", "'right'").replace("'C'", "'B'").replace("'E'", "'D'");
    let n = |bases: &str| {
        let rows = "Q,Total,,Men,\n,%,N,%,N\nYes,30,24,40,12\nNo,70,56,60,18\n";
        let table = table(&format!("{rows}{bases}"));
        let reading = read(&form, table.clone());
        assert_eq!(reading.diagnostics, [], "{bases}");
        sizes(&reading, &table).into_iter().map(|(_, n)| n.to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(n("Base,80,,30,\n"), ["80", "30", "80", "30"]);
    // What all columns come to in percent or fractions tells nothing of how many there are.
    for shares in ["Total,100,,100,\n", "Total,1,,1.00,\n", "Total,100%,,100%,\n"] {
        assert_eq!(n(shares), [""; 4], "{shares}");
    }
    // Where one column has a count, no other one has its base elsewhere.
    assert_eq!(n("Total,99,80,101,\n"), ["80", "", "80", ""]);
}

#[test]
fn a_base_of_a_hundred_stands_beside_others() {
    let form = FORM.replace("'left'", "'right'").replace("'C'", "'B'").replace("'E'", "'D'");
    let table =
        table("Q,Total,,Men,\n,%,N,%,N\nYes,28,70,30,30\nNo,72,180,70,70\nBase,250,,100,\n");
    let reading = read(&form, table.clone());
    assert_eq!(reading.diagnostics, []);
    let n: Vec<_> = sizes(&reading, &table).into_iter().map(|(_, n)| n).collect();
    assert_eq!(n, ["250", "100", "250", "100"]);
}

#[test]
fn counts_that_do_not_fit_are_told_at_the_share() {
    let table = table(&PAIRS.replace("150,30%", "190,30%"));
    let reading = read(FORM, table.clone());
    let message = "the count beside this share is another part: 190 in D3 of 500 in D5";
    assert_eq!((told(&reading, &table), reading.findings.len()), (vec![(message, "30%")], 4));
    // Without a row of totals, what most rows come from is what counts.
    let rows = "Yes,280,28%,150,30%\nNo,220,22%,250,40%\nNever,500,50%,150,30%\n";
    let open = super::table(&format!("Q,Total,,Men,\n,N,%,N,%\n{rows}"));
    let form = FORM.replace("unweighted = 5\n", "answer.never = { row = 5, cut = 'c' }\n");
    let reading = read(&form, open.clone());
    let message =
        "the count beside this share is another part: 250 in D4 of about 500, as in other rows";
    assert_eq!(told(&reading, &open), [(message, "40%")]);
    let unknown = "no row states the base that the counts come from, so n is unknown: \
                   about 1000 by those in B, about 500 by those in D";
    assert_eq!(remarks(&reading)[1..], [unknown]);
    assert!(reading.findings.iter().all(|one| one.n.is_none()));
}

#[test]
fn a_misfit_of_a_workbook_is_told_on_its_sheet() {
    let line = |row, label, [count, share]: [&str; 2]| {
        files::row(row, &[("A", label), ("B", count), ("C", share)])
    };
    let rows =
        [line(1, "", ["N", "%"]), line(2, "Yes", ["280", "38"]), line(3, "Total", ["1000", "100"])];
    let form = "table = 'b.xlsx'\n[study]\ntitle = 'One'\npublisher = 'Fixture A'\n\
                [layout]\nbanner = [1]\nlabels = ['A']\nfigures = 'percent'\ncounts = 'left'\n\
                unweighted = 3\n[column.all]\nat = 'C'\n\
                [question.q]\nkind = 'single'\nconcept = 'c'\nanswer.yes = { row = 2 }\n";
    let reading = read(form, bytes("b.xlsx", files::xlsx("S", &rows.concat(), &[])));
    let [one] = &reading.diagnostics[..] else { panic!("{:?}", reading.diagnostics) };
    assert_eq!(one.document.as_deref(), Some("sources/fixture-a/b.xlsx#S"));
    let [row, column] = one.what.at.and_then(|at| at.cell).expect("an entry of the listing");
    assert_eq!(reading.listings[0].entries[row][column], "38");
}

#[test]
fn counts_stand_where_they_can() {
    let of = |from: &str, to: &str| refused(&FORM.replace(from, to), table(PAIRS));
    let letters = "counts = 'right'\nletters = { stand = 'right' }";
    let (message, at) = of("counts = 'left'", letters);
    assert_eq!(message, "counts and letters cannot both stand to its right");
    assert_eq!(at, "'C'");
    assert_eq!(of("at = 'C'", "at = 'A'").0, "no counts can stand beside this column");
    let (message, at) = of("'percent'", "'count'");
    assert_eq!(message, "counts stand beside shares, and the figures are counts themselves");
    assert_eq!(at, "'left'");
}

#[test]
fn pairs_are_proposed_where_they_fit() {
    let proposal = propose(&table(PAIRS), Lang::En).expect("it holds figures");
    let mapping = &proposal.mapping;
    assert!(mapping.contains("\ncounts = \"left\""), "{mapping}");
    assert!(mapping.contains("[column.total]\nat = \"C\"\nhead = [\"Total\", \"%\"]"), "{mapping}");
    assert!(mapping.contains("\nunweighted = 5\n") && !mapping.contains("left-out"), "{mapping}");
    assert!(proposal.entries(Lang::En).contains(&["counts-left", ""].map(str::to_owned)));
    let filled = mapping.replace("# [study]", "[study]\ntitle = 'One'\npublisher = 'A'");
    let filled = filled.replace("# base = []", "base = []");
    let filled = filled.replace("# concept = \"\"", "concept = \"c\"");
    let filled = filled.replacen("# facets = {}", "facets = { a = \"yes\" }", 1);
    let table_of_all = table(PAIRS);
    let reading = read(&filled, table_of_all.clone());
    assert_eq!(reading.diagnostics, []);
    let n: Vec<_> = sizes(&reading, &table_of_all).into_iter().map(|(_, n)| n).collect();
    assert_eq!(n, ["1,000", "500", "1,000", "500"]);

    // Bases of each row's own beside its share are no counts.
    let others = PAIRS.replace("280,", "900,").replace("720,", "850,").replace("150,", "440,");
    let proposal = propose(&table(&others), Lang::En).expect("it holds figures");
    assert_eq!(proposal.understood[0].counts, None);
    assert!(proposal.mapping.contains("columns = [\"B\", \"D\"]"), "{}", proposal.mapping);
    let counts = propose(&table(",N\nBase,1000\nYes,280\n"), Lang::En).expect("it holds figures");
    assert_eq!(counts.understood[0].columns.len(), 1, "{}", counts.mapping);
}
