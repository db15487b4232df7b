//! Files that are broken, absurd or made to do harm: each costs its own mapping, with a
//! reason at its place, and little memory.

use super::*;

const FORM: &str = "[column.all]\nat = 'B'\n[question.q]\nkind = 'single'\nconcept = 'c'\n\
                    [question.q.answer.yes]\nrow = 2\n";

fn form(file: &str) -> String {
    format!("table = '{file}'\n{HEAD}{LAYOUT}{FORM}")
}

fn sheet() -> String {
    files::row(1, &[("B", "All")]) + &files::row(2, &[("A", "Yes"), ("B", "37")])
}

#[track_caller]
fn check(file: &str, content: Vec<u8>, message: &str) {
    let (found, at) = refused(&form(file), bytes(file, content));
    assert!(found.contains(message), "{found}");
    assert_eq!(at, format!("'{file}'"));
}

#[test]
fn every_beginning_of_a_workbook_is_refused() {
    let book = files::xlsx("S", &sheet(), &[]);
    assert_eq!(read(&form("b.xlsx"), bytes("b.xlsx", book.clone())).findings.len(), 1);
    for end in 0..book.len() {
        check("b.xlsx", book[..end].to_vec(), "cannot be read as a workbook");
    }
}

#[test]
fn bytes_that_are_turned_over_never_end_the_plugin() {
    let book = files::xlsx("S", &sheet(), &["A1:B1"]);
    for at in 0..book.len() {
        let mut book = book.clone();
        book[at] ^= 0x55;
        let reading = read(&form("b.xlsx"), bytes("b.xlsx", book));
        assert!(reading.findings.len() == 1 || !reading.diagnostics.is_empty(), "byte {at}");
    }
}

#[test]
fn a_file_that_unpacks_to_too_much_is_refused() {
    let bomb = " ".repeat(129 << 20);
    let book = files::packed(&[("xl/workbook.xml", &bomb)]);
    assert!(book.len() < 1 << 20);
    check("b.xlsx", book.clone(), "unpacks to more than 128 MiB");
    check("b.ods", book, "unpacks to more than 128 MiB");
}

#[test]
fn absurd_dimensions_cost_nothing() {
    let far = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    let book = files::xlsx("S", &format!("{}{far}", sheet()), &["A1:XFD1048576", "ZZZZ1:A0"]);
    let reading = read(&form("b.xlsx"), bytes("b.xlsx", book));
    assert_eq!(reading.findings.len(), 1);
    assert_eq!(reading.listings[0].entries.len(), 4);
    let repeated = "<table:table-row table:number-rows-repeated=\"1048576\"><table:table-cell \
                    table:number-columns-repeated=\"16384\"><text:p>1</text:p></table:table-cell>\
                    </table:table-row>";
    check("b.ods", files::ods("S", repeated), "holds more than 1048576 cells");
}

/// One line in another encoding makes no other one be read in it.
#[test]
fn a_table_in_two_encodings_is_not_proposed() {
    let utf8 = "été,All\nBase,1000\nDéçu,37%\nRavi,63%\n";
    let latin = |text: &str| text.chars().map(|one| one as u8).collect::<Vec<u8>>();
    let mixed = [utf8.as_bytes(), &latin("Gêné,1%\nRavi,2%\nDéçu,3%\n")].concat();
    let given = |text| Document { media_type: "text/csv".into(), ..bytes("t.csv", text) };
    let refused = crate::propose(&given(mixed), Lang::En).expect_err("it holds both");
    assert_eq!(refused.as_str(), "`t.csv` is UTF-8 but for lines 5, 7: save all of it as UTF-8");
    let proposal = crate::propose(&given(latin(utf8)), Lang::En).expect("it is one of them");
    assert!(proposal.mapping.contains("label = \"Déçu\""), "{}", proposal.mapping);
    assert!(proposal.entries(Lang::En).contains(&["encoding", "Windows-1252"].map(str::to_owned)));
    let proposal = crate::propose(&table(utf8), Lang::En).expect("it is UTF-8");
    assert_eq!(proposal.encoding, None);
}

#[test]
fn formulas_count_by_their_last_result() {
    let rows = files::row(1, &[("B", "All")])
        + "<row r=\"2\"><c r=\"B2\"><f>1/0</f><v>37</v></c></row>\
           <row r=\"3\"><c r=\"B3\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>\
           <row r=\"4\"><c r=\"B4\"><f>SUM(B2:B3)</f></c></row>";
    let rest = "[question.q.answer.bad]\nrow = 3\ncut = 'c'\n";
    let text = format!("{}{rest}", form("b.xlsx"));
    let table = bytes("b.xlsx", files::xlsx("S", &rows, &[]));
    let reading = read(&text, table.clone());
    // The core refuses what is no figure, in its cell.
    assert_eq!(found(&reading, &table), [("one/q/yes/all", "37"), ("one/q/bad/all", "#DIV/0!")]);
    let text = format!("{}[question.q.answer.empty]\nrow = 4\n", form("b.xlsx"));
    let told = "only formulas without a saved result are written in row 4";
    assert_eq!(refused(&text, table).0, told);
}

#[test]
fn formulas_without_a_saved_result_are_told_once() {
    let both = "cells of sheet `S` hold formulas without a saved result, and are read as empty: \
                B3-C4";
    let unsaved = |row: usize, column: &str| format!("<c r=\"{column}{row}\"><f>1+1</f></c>");
    let line =
        |row: usize| format!("<row r=\"{row}\">{}{}</row>", unsaved(row, "B"), unsaved(row, "C"));
    // What comes to an empty text is saved, and so is what fails.
    let saved = "<row r=\"5\"><c r=\"B5\" t=\"str\"><f>\"\"</f><v></v></c>\
                 <c r=\"C5\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>";
    let book = files::xlsx("S", &[sheet(), line(3), line(4), saved.to_owned()].concat(), &[]);
    let text = form("b.xlsx").replace("kind =", "columns = ['all']\nkind =");
    let left_out = "[left-out]\nrows = ['3-5']\ncolumns = ['C']\n";
    let reading = read(&format!("{text}{left_out}"), bytes("b.xlsx", book.clone()));
    assert_eq!((remarks(&reading), reading.findings.len()), (vec![both], 1));
    let help = reading.diagnostics[0].what.help.as_ref().map(|help| help.as_str());
    assert_eq!(help, Some("open and save it in a spreadsheet program"));
    // Too few figures are left to tell what the sheet holds.
    let why = crate::propose(&bytes("b.xlsx", book), Lang::En).expect_err("one figure");
    let ending = "formulas without a saved result: open and save it in a spreadsheet program";
    assert!(testing::in_both(&why).ends_with(ending), "{why}");
    let rows = sheet() + &line(3) + &files::row(4, &[("A", "No"), ("B", "63")]);
    let proposal = crate::propose(&bytes("b.xlsx", files::xlsx("S", &rows, &[])), Lang::En);
    let told = proposal.expect("two figures").entries(Lang::En);
    assert!(told.contains(&["formulas-unsaved", "B3-C3"].map(str::to_owned)), "{told:?}");

    let cell = |value: &str| {
        format!(
            "<table:table-cell table:formula=\"of:=[.A1]\" {value}><text:p>1</text:p></table:table-cell>"
        )
    };
    let rows = [
        "<table:table-row><table:table-cell/><table:table-cell office:value-type=\"string\">\
         <text:p>All</text:p></table:table-cell></table:table-row>",
        &format!(
            "<table:table-row><table:table-cell/>{}</table:table-row>",
            cell("office:value-type=\"float\" office:value=\"37\"")
        ),
        &format!("<table:table-row><table:table-cell/>{}</table:table-row>", cell("").repeat(2)),
        &format!("<table:table-row><table:table-cell/>{}</table:table-row>", cell("").repeat(2)),
    ];
    let book = files::ods("S", &rows.concat());
    let text = text.replace("b.xlsx", "b.ods");
    let reading = read(&text, bytes("b.ods", book));
    assert_eq!((remarks(&reading), reading.findings.len()), (vec![both], 1));
}

#[test]
fn very_wide_and_very_long_tables_are_bounded() {
    let wide = format!("{}\nYes,37%{}\n", ",All".repeat(16_000), ",1".repeat(15_999));
    let reading = read(&form("table.csv"), table(&wide));
    assert_eq!(reading.findings.len(), 1);
    assert_eq!(remarks(&reading), ["nothing reads columns C-WQK"]);
    let latin = [b"\xe9".as_slice(), "1,".repeat((1 << 20) + 1).as_bytes()].concat();
    let text = format!("encoding = 'windows-1252'\n{}", form("t.csv"));
    let (message, _) = refused(&text, bytes("t.csv", latin));
    assert!(
        message.contains("has more than 16384 columns or 2097152 cells, from byte"),
        "{message}"
    );
}

#[test]
fn what_is_no_table_at_all_is_refused() {
    check("b.xls", b"\xd0\xcf\x11\xe0 not an old workbook".to_vec(), "cannot be read");
    check("b.xlsx", Vec::new(), "cannot be read");
    check("b.csv", b"\xff\xfea\0,\0".to_vec(), "is UTF-16");
    check("b.csv", b"a,b\n\xe9,1\n".to_vec(), "is not UTF-8 from byte 4 on");
    check("b.sav", b"$FL2".to_vec(), "is neither a table");
    let broken = form("t.csv").replacen("table", "encoding = 'windows-1252'\ntable", 1);
    let (message, _) = refused(&broken, bytes("t.csv", b"\xe9,\"open\n".to_vec()));
    assert!(message.contains("has a quotation mark that does not close"), "{message}");
}

#[test]
fn every_beginning_of_a_mapping_is_survived() {
    let whole = form("table.csv");
    for (end, _) in whole.char_indices() {
        let reading = read(&whole[..end], table(",All\nYes,37%\n"));
        assert!(!reading.studies.is_empty() || !reading.diagnostics.is_empty());
    }
}
