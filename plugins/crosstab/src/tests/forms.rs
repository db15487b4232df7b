//! The forms of tables, and what a mapping may say of them.

use gainsay_plugin::wire::{Derived, FigureUnit, QuestionKind};

use super::*;

const COLUMNS: &str = "[column.all]\nat = 'B'\nhead = ['All']\n\
                       [column.men]\nat = 'C'\nhead = ['Men']\nbase = ['men']\n";
const QUESTION: &str = "[question.q]\nkind = 'single'\nconcept = 'likes-it'\nbase = ['adults']\n\
                        unweighted = 2\n\
                        [question.q.answer.yes]\nrow = 3\nlabel = 'Yes'\n\
                        [question.q.answer.no]\nrow = 4\nnegated = true\n";
const CSV: &str = "Likes it,All,Men\nBase,1000,480\nYes,37%,41%**\nNo,63,-\n";

fn form(more: &str) -> String {
    format!("table = 'table.csv'\n{HEAD}{LAYOUT}marks = ['-', '**']\n{COLUMNS}{QUESTION}{more}")
}

#[test]
fn every_figure_of_a_mapped_row_is_a_finding() {
    let table = table(CSV);
    let reading = read(&form(""), table.clone());
    assert_eq!(reading.diagnostics, []);
    assert_eq!(
        found(&reading, &table),
        [("one/q/yes/all", "37%"), ("one/q/yes/men", "41%"), ("one/q/no/all", "63")]
    );
    let [_, men, no] = &reading.findings[..] else { panic!("three findings") };
    assert_eq!(men.document, "sources/fixture-a/table.csv");
    assert_eq!(men.note.as_deref(), Some("`**` (C3)"));
    let base: Vec<_> = men.base.iter().map(|step| step.who.as_str()).collect();
    assert_eq!(base, ["adults", "men"]);
    assert_eq!(words(&reading, &table, men, men.n.expect("its base")), "480");
    assert_eq!(men.question.as_ref().map(|one| one.kind), Some(QuestionKind::Single));
    assert_eq!(figure(no).unit, Some(FigureUnit::Percent));
    assert!(no.negated);
    assert_eq!(reading.studies[0].document, "sources/fixture-a/one.toml");
}

#[test]
fn a_bar_and_another_encoding_are_read_when_the_mapping_says_so() {
    let text = CSV.replace(',', "|").replace("Likes it", "L'aime, été");
    let latin: Vec<u8> = text.chars().map(|sign| u8::try_from(u32::from(sign)).unwrap()).collect();
    let table = bytes("table.csv", latin);
    let encoded = format!("encoding = 'windows-1252'\n{}", form(""));
    let reading = read(&encoded, table.clone());
    assert_eq!(reading.diagnostics, []);
    assert_eq!(reading.listings[0].entries[0], ["A1", "L'aime, été"]);
    assert_eq!(found(&reading, &table)[1], ("one/q/yes/men", "41%"));
    let (message, at) = refused(&form(""), table);
    assert!(message.contains("is not UTF-8 from byte"), "{message}");
    assert_eq!(at, "'table.csv'");
}

#[test]
fn bases_of_three_kinds_and_means_are_told_apart() {
    let csv = "t;All\nUnweighted;1000\nWeighted;980\nEffective;812.5\nYes;0.374\nMean;3.2\n";
    let text = format!(
        "table = 'table.csv'\n{HEAD}[layout]\nlabels = ['A']\nbanner = [1]\nfigures = 'fraction'\n\
         unweighted = 2\nweighted = 3\neffective = 4\n[column.all]\nat = 'B'\n\
         [question.q]\nkind = 'single'\nconcept = 'likes-it'\n\
         [question.q.answer.yes]\nrow = 5\n[question.q.answer.mean]\nrow = 6\nsays = 'mean'\n"
    );
    let table = table(csv);
    let reading = read(&text, table.clone());
    assert_eq!(reading.diagnostics, []);
    let [yes, mean] = &reading.findings[..] else { panic!("two findings") };
    assert_eq!(words(&reading, &table, yes, yes.n.unwrap()), "1000");
    assert_eq!(words(&reading, &table, yes, yes.n_effective.unwrap()), "812.5");
    assert_eq!(figure(yes).unit, Some(FigureUnit::Proportion));
    assert!(matches!(mean.says, Says::Mean(_)));
    // Counts are shares of the weighted base.
    let counts = text.replace("'fraction'", "'count'");
    let reading = read(&counts, table.clone());
    let Some(Derived::Ratio(whole)) = figure(&reading.findings[0]).derived else {
        panic!("no ratio")
    };
    assert_eq!(words(&reading, &table, &reading.findings[0], whole), "980");
}

#[test]
fn workbooks_are_listed_sheet_by_sheet() {
    let rows = [
        files::row(1, &[("B", "All"), ("C", "Men")]),
        files::row(2, &[("A", "Base"), ("B", "1000"), ("C", "480")]),
        files::row(3, &[("A", "Yes"), ("B", "37"), ("C", "41 **")]),
        files::row(4, &[("A", "No"), ("B", "63"), ("C", "-")]),
    ];
    let book = files::xlsx("Q/1", &rows.concat(), &["B1:B1", "A900:XFD1048576"]);
    let text = form("")
        .replace("table.csv", "book.xlsx")
        .replace("[question.q]", "[question.q]\nsheet = 'Q/1'");
    let table = bytes("book.xlsx", book);
    let reading = read(&text, table.clone());
    assert_eq!(reading.diagnostics, []);
    assert_eq!(reading.listings[0].name(), "sources/fixture-a/book.xlsx#Q∕1");
    assert_eq!(reading.findings[0].document, reading.listings[0].name());
    assert_eq!(
        found(&reading, &table),
        [("one/q/yes/all", "37"), ("one/q/yes/men", "41"), ("one/q/no/all", "63")]
    );
    let cell = |words: &str| {
        format!(
            "<table:table-cell office:value-type=\"string\"><text:p>{words}</text:p></table:table-cell>"
        )
    };
    let line = |cells: [&str; 3]| {
        format!("<table:table-row>{}</table:table-row>", cells.map(cell).concat())
    };
    let rows =
        [["", "All", "Men"], ["Base", "1000", "480"], ["Yes", "37", "41"], ["No", "63", "-"]];
    let book = files::ods("Q/1", &rows.map(line).concat());
    let table = bytes("book.ods", book);
    let reading = read(&text.replace("book.xlsx", "book.ods"), table.clone());
    assert_eq!(reading.diagnostics, []);
    assert_eq!(found(&reading, &table)[2], ("one/q/no/all", "63"));
}

/// `20%`, `21%`, `80%` and `79%`, as a spreadsheet stores them.
#[test]
fn shares_of_a_workbook_have_the_decimals_of_the_most_precise_of_them() {
    let shown = |figures: &str, shares: [&str; 4]| {
        let number = |at: &str, value: &str| format!("<c r=\"{at}\"><v>{value}</v></c>");
        let row = |row: usize, [left, right]: [&str; 2]| {
            let cells = [number(&format!("B{row}"), left), number(&format!("C{row}"), right)];
            format!("<row r=\"{row}\">{}</row>", cells.concat())
        };
        let [a, b, c, d] = shares;
        let heads = files::row(1, &[("B", "All"), ("C", "Men")]);
        let rows = [heads, row(2, ["1000", "480.5"]), row(3, [a, b]), row(4, [c, d])];
        let text = form("").replace("table.csv", "book.xlsx").replace("label = 'Yes'", "");
        let text = text.replace("'percent'", &format!("'{figures}'"));
        let table = bytes("book.xlsx", files::xlsx("Q", &rows.concat(), &[]));
        let reading = read(&text, table.clone());
        let words = found(&reading, &table).into_iter().map(|(_, words)| words.to_owned());
        let told = remarks(&reading).into_iter().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(reading.listings[0].entries[2], ["B2", "1000"], "no base has decimals");
        (words.collect::<Vec<_>>(), told)
    };
    let of = |figures, shares: [&str; 4]| {
        let (words, told) = shown(figures, shares);
        assert_eq!(told, [""; 0]);
        words
    };
    assert_eq!(of("fraction", ["0.2", "0.21", "0.8", "0.79"]), ["0.20", "0.21", "0.80", "0.79"]);
    assert_eq!(of("fraction", ["0.28", "1", "0", "0.3"]), ["0.28", "1.00", "0.00", "0.30"]);
    assert_eq!(of("percent", ["20", "21.5", "80", "79"]), ["20.0", "21.5", "80.0", "79.0"]);
    assert_eq!(of("percent", ["20", "21", "80", "79"]), ["20", "21", "80", "79"]);
    // What a computer leaves behind is no precision, and computed shares are not endless.
    let left = "0.30000000000000004";
    assert_eq!(of("fraction", ["0.2", left, "0.85", "0.7"]), ["0.20", left, "0.85", "0.70"]);
    let third = "0.333333333333333";
    assert_eq!(of("fraction", ["0.2", third, "0.8", "0.7"]), ["0.2000", third, "0.8000", "0.7000"]);
    let (words, told) = shown("fraction", ["0.2", "0.3", "0.8", "0.7"]);
    assert_eq!(words, ["0.2", "0.3", "0.8", "0.7"]);
    let only = "all shares of `q` are stored with one decimal, and are read as rounded to it: \
                `0.2` as 15 % to 25 %";
    assert_eq!(told, [only]);
}

#[test]
fn a_workbook_tells_by_its_formats_what_its_cells_show() {
    let shown = |formats: &[&str], share: &str| {
        let cell = |at: &str| format!("<c r=\"{at}\" s=\"1\"><v>{share}</v></c>");
        let row = |row| {
            format!(
                "<row r=\"{row}\">{}{}</row>",
                cell(&format!("B{row}")),
                cell(&format!("C{row}"))
            )
        };
        let heads = files::row(1, &[("B", "All"), ("C", "Men")]);
        let bases = files::row(2, &[("B", "1000"), ("C", "480")]);
        let rows = [heads, bases, row(3), row(4)].concat();
        let text = form("").replace("table.csv", "book.xlsx").replace("label = 'Yes'", "");
        let text = text.replace("'percent'", "'fraction'");
        let table = bytes("book.xlsx", files::xlsx_with("Q", &rows, &[], formats));
        let reading = read(&text, table.clone());
        (found(&reading, &table)[0].1.to_owned(), remarks(&reading).len())
    };
    assert_eq!(shown(&["0%"], "0.2"), ("0.20".to_owned(), 0));
    assert_eq!(shown(&["0.0%"], "0.2"), ("0.200".to_owned(), 0));
    // What is stored is more than what is shown.
    assert_eq!(shown(&["0%"], "0.2834"), ("0.2834".to_owned(), 0));
    assert_eq!(shown(&["General"], "0.2"), ("0.2".to_owned(), 1));
}

#[test]
fn what_is_not_as_mapped_is_refused_where_it_is_said() {
    let check = |from: &str, to: &str, message: &str, at: &str| {
        let (found, words) = refused(&form("").replace(from, to), table(CSV));
        assert!(found.contains(message), "{found}");
        assert_eq!(words, at, "{found}");
    };
    check(
        "'table.csv'",
        "'../table.csv'",
        "`../table.csv` is no document beside this mapping",
        "'../table.csv'",
    );
    check("label = 'Yes'", "label = 'Ja'", "the label of row 3 is `Yes`", "'Ja'");
    check("head = ['Men']", "head = ['Women']", "the heads of column C are [\"Men\"]", "['Women']");
    check("row = 4", "row = 40", "nothing is written in row 40", "40");
    check("row = 4", "row = 0", "nothing is written in row 0", "0");
    check("at = 'C'", "at = 'c'", "`c` is no column", "'c'");
    check("kind = 'single'", "kind = 'single'\nsheet = 'x'", "has no sheets", "'x'");
    check("unweighted = 2", "figures = 'count'", "counts need a row of their base", "q");
    check("kind = 'single'", "kind = 'single'\nseen = 'pge'", "`[seen]` has no `pge`", "'pge'");
    check("kind = 'single'", "kind = 'single'\ncolumns = ['x']", "`[column]` has no `x`", "'x'");
    check("kind = 'single'", "kind = 'single'\ncolour = 1", "unknown field `colour`", "colour");
    check(
        "table = 'table.csv'",
        "table = 'table.csv'\nencoding = 'latin'",
        "unknown variant",
        "'latin'",
    );
}

#[test]
fn what_nobody_has_said_is_told_and_does_not_count() {
    let of = |from: &str, to: &str| read(&form("").replace(from, to), table(CSV));
    let unnamed = of("concept = 'likes-it'\n", "");
    assert_eq!(remarks(&unnamed), ["answers without a concept do not count: `q`"]);
    assert_eq!((unnamed.studies.len(), unnamed.findings.len()), (1, 0));
    // Labels are checked all the same.
    let text = form("").replace("concept = 'likes-it'\n", "").replace("'Yes'", "'Ja'");
    assert_eq!(refused(&text, table(CSV)).1, "'Ja'");
    let nobody = of("[study]\ntitle = 'One'\npublisher = 'Fixture A'\n", "");
    assert_eq!((nobody.studies.len(), nobody.findings.len()), (0, 0));
    let unsaid = "nothing of this file counts yet: no `[study]` says whose it is";
    assert_eq!(remarks(&nobody), [unsaid]);
}

/// Whoever leaves a column of a banner as it was proposed has not said that it is everybody.
#[test]
fn a_column_below_a_head_of_its_own_counts_when_its_base_is_said() {
    let ids = |head: &str, columns: &str| {
        let text = form("").replace("[1]", "[1, 2]").replace(COLUMNS, columns);
        let text = (2..5).rev().fold(text, |text, row| {
            let [from, to] = [row, row + 1].map(|row| row.to_string());
            text.replace(&format!("row = {from}"), &format!("row = {to}"))
                .replace(&format!("unweighted = {from}"), &format!("unweighted = {to}"))
        });
        let rows = CSV.split_once('\n').unwrap().1.replace('-', "59");
        let reading = read(&text, table(&format!("{head}{rows}")));
        let ids: Vec<_> = reading.findings.iter().map(|one| one.id.clone()).collect();
        (ids, remarks(&reading).into_iter().map(str::to_owned).collect::<Vec<_>>())
    };
    let nested = "Q,Total,Gender\n,,Men\n";
    let all = "[column.all]\nat = 'B'\n";
    let both =
        ["one/q/yes/all", "one/q/yes/men", "one/q/no/all", "one/q/no/men"].map(str::to_owned);
    let total = ["one/q/yes/all", "one/q/no/all"].map(str::to_owned);
    let told = "columns below heads of their own do not count without `base`: `men`";
    let men = |more: &str| format!("{all}[column.men]\nat = 'C'\n{more}");
    for head in [
        nested,
        "Q,Total,Men\n,,\n",
        "Q,Adults,Gender\n,,Men\n",
        ",,Men\n,%,%\n",
        "Q,Likes it,Gender\n,Total,Men\n",
    ] {
        assert_eq!(ids(head, &men("")), (total.to_vec(), vec![told.to_owned()]), "{head}");
        assert_eq!(ids(head, &men("base = []\n")), (both.to_vec(), vec![]), "{head}");
    }
    assert_eq!(ids(nested, &men("regions = ['FR']\n")), (both.to_vec(), vec![]));
    // Of two heads alike, none is the total.
    let (found, told) = ids("Q,Women,Men\n,,\n", &men(""));
    assert_eq!((found.len(), &told[0][told[0].len() - 12..]), (0, "`all`, `men`"));
    // What all columns share, tells nothing of them.
    assert_eq!(ids("Q,Men,Men\n,,\n", &men("")), (both.to_vec(), vec![]));
}

/// Of Yes, No and Don't know with one concept, only a person knows which is the concept.
#[test]
fn answers_that_nothing_tells_apart_do_not_count() {
    let csv = format!("{CSV}DK,3%,4%\nMean,1.5,1.6\n");
    let of = |no: &str, unsure: &str| {
        let answers = "[question.q.answer.dk]\nrow = 5\nUNSURE\n\
                       [question.q.answer.mean]\nrow = 6\nsays = 'mean'\n";
        let text = form(answers).replace("negated = true", no).replace("UNSURE", unsure);
        let reading = read(&text, table(&csv));
        let mut ids: Vec<_> = reading
            .findings
            .iter()
            .filter_map(|one| one.id.split('/').nth(2).map(str::to_owned))
            .collect();
        ids.dedup();
        let told = remarks(&reading).into_iter().map(str::to_owned);
        (ids.join(" "), told.collect::<Vec<_>>())
    };
    let told =
        |names| vec![format!("nothing tells answers of `q` apart, and they do not count: {names}")];
    assert_eq!(of("", ""), ("mean".to_owned(), told("`yes`, `no`, `dk`")));
    assert_eq!(of("negated = true", ""), ("no mean".to_owned(), told("`yes`, `dk`")));
    let all = "yes no dk mean".to_owned();
    let unsure = "undecided = true";
    assert_eq!(of("negated = true", unsure), ("no mean".to_owned(), told("`yes`, `dk`")));
    assert_eq!(of("concept = 'n'", "concept = 'd'"), (all.clone(), vec![]));
    assert_eq!(of("cut = 'n'", "facets = { says = 'd' }"), (all, vec![]));
    let same = "facets = { says = 'n' }";
    assert_eq!(of(same, same), ("yes mean".to_owned(), told("`no`, `dk`")));
    let unknown = "facets = { says = 'unknown' }";
    assert_eq!(of(unknown, unknown).1, [""; 0], "that is told elsewhere");
}

#[test]
fn who_gave_no_answer_says_neither_yes_nor_no() {
    let answers = "[question.q.answer.dk]\nrow = 5\nsays = 'no-answer'\n";
    let reading = read(&form(answers), table(&format!("{CSV}DK,3%,4%\n")));
    assert_eq!(remarks(&reading), [""; 0]);
    let of = |answer: &str| {
        let mut own =
            reading.findings.iter().filter(|one| one.id.split('/').nth(2) == Some(answer));
        own.next().map(|one| (one.negated, one.undecided))
    };
    assert_eq!(of("yes"), Some((false, false)));
    assert_eq!(of("no"), Some((true, true)), "who did not say no did not all say yes");
    assert_eq!(of("dk"), None);
    let all = read(&form(""), table(CSV));
    assert!(all.findings.iter().all(|one| !one.undecided));
}

#[test]
fn a_table_that_was_received_is_what_was_seen() {
    let seen = "[seen]\npage = { mark = 'publisher', url = 'https://a.example' }\n";
    let reading = read(&form("").replace(seen, ""), table(CSV));
    assert_eq!(reading.diagnostics, []);
    assert!(reading.studies[0].works.is_empty());
    assert!(reading.findings.iter().all(|one| one.seen_at.is_none()));
    assert!(reading.findings.iter().all(|one| one.mark == Mark::Publisher));
    let two = "[seen]\na = { mark = 'secondary', url = 'https://a.example' }\n\
               b = { mark = 'secondary', url = 'https://b.example' }\n";
    assert_eq!(refused(&form("").replace(seen, two), table(CSV)).0, "no page is named");
}

#[test]
fn the_order_of_documents_counts_for_nothing() {
    let both = [mapping(&form("")), table(CSV)];
    let plugin = Crosstab::default();
    let there = Reading::of_all(&plugin, both.to_vec());
    let back = Reading::of_all(&plugin, both.into_iter().rev().collect());
    assert_eq!(there.findings.len(), 3);
    assert_eq!(there, back);
}

#[test]
fn what_nobody_reads_is_told_once() {
    let csv = format!("{CSV}Perhaps,3%,4%\nMean,1,2\n");
    let csv = csv.replace("Men\n", "Men,Women\n");
    let reading = read(&form(""), table(&csv));
    assert_eq!(remarks(&reading), ["nothing reads rows 5-6 and columns D"]);
    let left_out = form("[left-out]\ncolumns = ['D-F']\nrows = ['5', '6-9']\n");
    assert_eq!(remarks(&read(&left_out, table(&csv))), [""; 0]);
    let reading = Reading::of_all(&Crosstab::default(), vec![table(CSV)]);
    assert_eq!(reading.diagnostics[0].severity, Severity::Error);
    assert_eq!(
        reading.diagnostics[0].what.message.as_str(),
        "no mapping beside it names this file"
    );
}

#[test]
fn fractions_with_three_decimals_are_proposed_as_such() {
    for [yes, no] in [["0,375", "0,625"], [",375", ",625"], ["0.375", "0.625"], ["0,375", "1,000"]]
    {
        let csv = format!("Q1;All;Men\nBase;1500;1200\nYes;{yes};{no}\nNo;{no};{yes}\n");
        let proposal = crate::propose(&table(&csv), Lang::En).expect("it holds figures");
        assert!(proposal.mapping.contains("\nfigures = \"fraction\"\n"), "{}", proposal.mapping);
    }
    let csv = "Q1;All;Men\nBase;1,500;1,200\nYes;1,127;375\nNo;373;825\n";
    let proposal = crate::propose(&table(csv), Lang::En).expect("it holds figures");
    assert!(proposal.mapping.contains("\nfigures = \"count\"\n"), "{}", proposal.mapping);
}

#[test]
fn what_is_left_out_and_is_not_there_is_told() {
    let left_out = "[left-out]\nsheets = ['x']\ncolumns = ['C', 'D', 'E-F', 'c']\n\
                    rows = ['3', 'x!1', '9-12', '4-2', '4-9']\n";
    let reading = read(&form(left_out), table(CSV));
    let of = |what: &str, words: &str| format!("`{words}` leaves nothing out: {what}");
    let columns = "nothing that is read has such columns";
    let rows = "nothing that is read has such rows";
    let told = [
        of("the file has no such sheet", "x"),
        of(columns, "D"),
        of(columns, "E-F"),
        of(columns, "c"),
        of(rows, "x!1"),
        of(rows, "9-12"),
        of(rows, "4-2"),
    ];
    assert_eq!(remarks(&reading), told);
    let at = reading.diagnostics[4].what.at.expect("its words");
    assert_eq!(mapping(&form(left_out)).words(at), "'x!1'");
    assert_eq!(reading.findings.len(), 3);
}
