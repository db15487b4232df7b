//! Tables and mappings that are not what they should be.

use proptest::prelude::*;

use super::*;

#[test]
fn a_bad_row_costs_only_itself() {
    for (row, message, words) in [
        ("A,2014-03-02,1000,101,3", "not a share in percent", "101"),
        ("A,2014-03-02,1000,-1,3", "not a share in percent", "-1"),
        ("A,2014-03-02,1000,1e1,3", "not a share in percent", "1e1"),
        ("A,2014-03-02,0,37,3", "not a number of cases", "0"),
        ("A,in spring,1000,37,3", "not a date that is known", "in spring"),
        ("A,2014-13-02,1000,37,3", "not a date that is known", "2014-13-02"),
        ("NA,2014-03-02,1000,37,3", "the row does not tell the poll or its publisher", "NA"),
        ("A,2014,1000,37", "the row has another number of cells than the head", "A"),
        ("A,2014,1000,37,3,", "the row has another number of cells than the head", "A"),
        ("B,2014,1000,37,63", "says the same as row 2", "B"),
    ] {
        let table = table(&format!("{HEAD}B,2014,1000,37,63\n{row}\n"));
        let reading = read(WIDE, &table);
        assert_eq!(remarks(&reading, &table), [(message, words)], "{row}");
        assert_eq!((reading.studies.len(), reading.findings.len()), (1, 2), "{row}");
    }
}

#[test]
fn a_word_without_a_meaning_costs_its_row() {
    let words = "[words.people]\ncolumn = 'house'\nmean = { A = 'adults' }\n";
    let table = table(&format!("{HEAD}A,2014,1000,37,63\nB,2014,1000,37,63\n"));
    let reading = read(&format!("{WIDE}{words}"), &table);
    assert_eq!(
        remarks(&reading, &table),
        [("`B` is none of the words that the mapping knows", "B")]
    );
    let reading = read(&format!("{WIDE}{words}others = 'people'\n"), &table);
    assert_eq!((reading.diagnostics.len(), reading.studies.len()), (0, 2));
}

#[test]
fn many_bad_rows_are_told_once() {
    let table = table(&format!("{HEAD}{}", "A,2014,1000,101,3\n".repeat(50_000)));
    let reading = read(WIDE, &table);
    assert_eq!(reading.diagnostics.len(), 101);
    let last = reading.diagnostics.last().expect("there are some");
    assert_eq!(last.what.message.as_str(), "49900 more rows of the table are left out");
}

#[test]
fn many_polls_of_one_name_are_numbered_in_time() {
    let rows = (0..20_000).map(|row| format!("A,2014,{},37,63\n", row + 1)).collect::<String>();
    let reading = read(WIDE, &table(&format!("{HEAD}{rows}")));
    assert_eq!(reading.studies.last().map(|one| one.id.as_str()), Some("fixture-a/a-2014-20000"));
}

#[test]
fn a_mapping_that_does_not_fit_is_refused_where_it_does_not() {
    let table = table(&format!("{HEAD}A,2014,1000,37,63\n"));
    for (part, other, message, words) in [
        ("column = 'A'", "column = 'Z'", "the table has no column `Z`", "'Z'"),
        (
            "id = '{house} {day}'",
            "id = '{nobody}'",
            "the table has no column `nobody`",
            "'{nobody}'",
        ),
        ("id = '{house} {day}'", "id = '{house'", "a brace is not closed", "'{house'"),
        (
            "'table.csv'",
            "'other.csv'",
            "`other.csv` is no document beside this mapping",
            "'other.csv'",
        ),
        (
            "concept = 'c'\nn = 'n'",
            "concept = 'c'\nrest = 'B'",
            "there is no base that these are not in",
            "'B'",
        ),
        ("concept = 'c'\nn = 'n'", "concept = 'c'\nseen = 'z'", "`[seen]` has no `z`", "'z'"),
        (
            "concept = 'c'\nn = 'n'",
            "concept = 'c'\nvalue = 'A'",
            "a question has either `value` and `option`, or its answers",
            "vote",
        ),
    ] {
        let told = refused(&WIDE.replacen(part, other, 1), &table);
        assert_eq!(told, (message.to_owned(), words.to_owned()));
    }
    let (message, _) = refused(&WIDE.replace("publisher =", "n = '10'\npublisher ="), &table);
    assert!(message.starts_with("`[study]` has what each poll has of its own"), "{message}");
}

#[test]
fn a_file_that_is_no_table_is_refused() {
    let json = |text: &str| testing::document("fixture-a", "sources/fixture-a/table.json", text);
    let mapping = WIDE.replace("table.csv", "table.json");
    let deep = format!("{}{}", "[{\"a\":".repeat(20), "1".to_owned() + &"}]".repeat(20));
    let wide: String = (0..20_000).map(|column| format!("\"c{column}\":1,")).collect();
    for (text, message) in [
        ("", "is no JSON"),
        ("[", "is no JSON"),
        ("[1, 2]", "holds no array of objects"),
        ("[]", "holds no array of objects"),
        ("[{\"a\": 1, \"a\": 2}]", "has two columns `a`"),
        (&deep, "has more than 8 arrays within arrays"),
        (&format!("[{{{wide}\"z\":1}}]"), "has more than 16384 columns"),
        (&"[".repeat(100_000), "is no JSON"),
    ] {
        let (told, words) = refused(&mapping, &json(text));
        assert!(told.starts_with(&format!("`table.json` {message}")), "{told}");
        assert_eq!(words, "'table.json'");
    }
    let (told, _) = refused(WIDE, &table("house,house\nA,B\n"));
    assert_eq!(told, "`table.csv` has two columns `house`");
    let (told, _) = refused(WIDE, &table(""));
    assert_eq!(told, "`table.csv` has no row of column names");
    for (bytes, message) in [
        (
            &b"\xe9"[..],
            "is not UTF-8 from byte 0 on: say `encoding = \"windows-1252\"` if it is that",
        ),
        (b"\xff\xfea\0", "is UTF-16; save it as UTF-8"),
        (
            b"house,\xe9\"\n",
            "is not UTF-8 from byte 6 on: say `encoding = \"windows-1252\"` if it is that",
        ),
    ] {
        assert_eq!(refused(WIDE, &latin(bytes)).0, format!("`table.csv` {message}"));
    }
    let open = latin(b"\xe9,\"open\n");
    let (told, _) = refused(&format!("encoding = 'windows-1252'\n{WIDE}"), &open);
    assert!(told.contains("has a quotation mark that does not close"), "{told}");
}

#[test]
fn a_table_that_no_mapping_names_is_told() {
    let reading = Reading::of::<Feed>(&table(HEAD));
    assert_eq!(
        reading.diagnostics[0].what.message.as_str(),
        "no mapping beside it names this file"
    );
}

proptest! {
    /// Whatever stands in the cells, figures are read from the cells that they name.
    #[test]
    fn any_cells_are_read_or_told(cells in prop::collection::vec("[A-Z0-9.,% -]{0,6}", 0..30)) {
        let rows = cells.chunks(5).map(|row| row.join("|") + "\n").collect::<String>();
        let table = table(&format!("{}{rows}", HEAD.replace(',', "|")));
        for reading in [read(WIDE, &table), read(&WIDE.replace("'percent'", "'fraction'"), &table)] {
            for finding in &reading.findings {
                let is_figure = words(finding, &table).contains(|sign: char| sign.is_ascii_digit());
                prop_assert!(is_figure, "{finding:?}");
            }
        }
    }
}

#[test]
fn a_table_that_a_mapping_only_speaks_of_is_told() {
    let orphan = testing::document("fixture-a", "sources/fixture-a/orphan.csv", HEAD);
    let mapping = mapping(&WIDE.replacen("'{house}'", "'orphan.csv'", 1));
    let documents = vec![mapping, table(&format!("{HEAD}x,1 May 2014,10,40,60\n")), orphan];
    let reading = Reading::of_all(&Feed::default(), documents);
    let told = |one: &gainsay_plugin::Diagnostic| {
        one.what.message.as_str() == "no mapping beside it names this file"
            && one.document.as_deref() == Some("sources/fixture-a/orphan.csv")
    };
    assert!(reading.diagnostics.iter().any(told), "{:?}", reading.diagnostics);
}
