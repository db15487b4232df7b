//! Tables that are written in another way than UTF-8.

use gainsay_plugin::{Handed, wire::Place};

use super::*;
use crate::propose::propose;

/// What was listed at a place of a finding.
fn listed(reading: &Reading, at: Place) -> [&str; 2] {
    let [row, _] = at.cell.expect("an entry of the listing");
    reading.listings[0].entries[row].each_ref().map(String::as_str)
}

#[test]
fn a_table_in_windows_1252_is_listed() {
    let table = latin(b"house,day,n,A,B\nIpsos Su\xe8de,2014-03-02,\"1 500\",37,\nB,2014,0,1,2\n");
    let encoded = format!("encoding = 'windows-1252'\n{WIDE}");
    let reading = read(&encoded, &table);
    let [finding] = &reading.findings[..] else { panic!("{:?}", reading.findings) };
    assert_eq!(finding.id, "ipsos-suede-2014-03-02/vote/a");
    let Says::Share(figure) = &finding.says else { panic!("a share") };
    assert_eq!(listed(&reading, figure.at), ["D2", "37"]);
    assert_eq!(finding.n.map(|at| listed(&reading, at)), Some(["C2", "1 500"]));
    let study = &reading.studies[0];
    assert_eq!(
        (listed(&reading, study.at), &study.publisher[..]),
        (["A2", "Ipsos Suède"], "Ipsos Suède")
    );
    assert_eq!((&study.document, &finding.document), (&table.name, &table.name));
    // What is wrong with a row is told where that is listed, too.
    let [remark] = &reading.diagnostics[..] else { panic!("{:?}", reading.diagnostics) };
    assert_eq!(remark.what.message.as_str(), "not a number of cases");
    assert_eq!(remark.what.at.map(|at| listed(&reading, at)), Some(["C3", "0"]));

    let both = latin(
        "house,day,n,A,B\nSu\u{fffd}de \u{e9},2014,900,37,63\n".replace('\u{fffd}', "?").as_bytes(),
    );
    let mut bytes = both.bytes.clone().expect("bytes").0;
    let at = bytes.iter().position(|&byte| byte == b'?').expect("it is there");
    bytes[at] = 0xe8;
    let reading = read(&encoded, &latin(&bytes));
    let told = format!(
        "`table.csv` is UTF-8 at byte {}, and is read as windows-1252: it holds both",
        at + 4
    );
    assert_eq!(remarks(&reading, &latin(&bytes)), [(&told[..], "the mapping")]);
}

#[test]
fn a_mapping_in_windows_1252_is_proposed() {
    let table = latin(b"institut;fin;n;Soci\xe9t\xe9\nA;2014-03-02;900;37\n");
    let entries = propose(&table, Lang::En).expect("it is a table");
    let [_, mapping] = &entries[0];
    assert!(mapping.contains("table = \"table.csv\"\nencoding = \"windows-1252\"\n"), "{mapping}");
    assert!(mapping.contains("column = \"Société\""), "{mapping}");
    assert!(entries.contains(&["encoding", "Windows-1252"].map(str::to_owned)), "{entries:?}");
    let mixed = latin("institut;fin;n;Société\nA;2014-03-02;900;37\n".as_bytes());
    let mut bytes = mixed.bytes.clone().expect("bytes").0;
    bytes.extend(b"Bl\xe9;2014-03-09;900;37\n");
    let refused = propose(&latin(&bytes), Lang::En).expect_err("it holds both");
    let told = "`table.csv` is UTF-8 but for line 3: save all of it as UTF-8";
    assert_eq!(testing::in_both(&refused), told);
    let reading = read(mapping, &table);
    assert_eq!(reading.listings.len(), 1);
    assert!(reading.diagnostics.iter().all(|one| one.severity == Severity::Warning));
}

#[test]
fn a_byte_order_mark_is_no_part_of_a_name() {
    let text = "\u{feff}house,day,n,A,B\nB,2014-03-02,1000,37,63\n";
    let handed = Handed::of("sources/fixture-a/table.csv", text.into()).expect("a table");
    let table = handed.for_plugin("fixture-a");
    let reading = read(WIDE, &table);
    assert_eq!((reading.diagnostics.len(), reading.findings.len()), (0, 2));
    let text = format!("\u{feff}{}", r#"[{"house":"B","day":"2014","n":1000,"A":37,"B":63}]"#);
    let handed = Handed::of("sources/fixture-a/table.json", text.into()).expect("a text");
    let table = handed.for_plugin("fixture-a");
    let reading = read(&WIDE.replace("table.csv", "table.json"), &table);
    assert_eq!((reading.diagnostics.len(), reading.findings.len()), (0, 2));
}
