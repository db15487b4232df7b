//! Rows go through every form of the table and come back the same.

use gainsay_bulk::{
    Row, read_csv, read_csv_rows, read_json_lines, read_json_lines_rows, write_csv,
    write_json_lines,
};
use gainsay_claims::{Lang, wire::Role};
use jiff::civil::Date;
use proptest::prelude::*;

fn any_text() -> impl Strategy<Value = String> {
    let signs =
        prop_oneof!["[a-z0-9/ ]{1,12}", "[\"',;\n\r\t=+@|é\u{202f}\\\\-]{1,5}", "\\PC{1,8}"];
    signs.prop_filter("cells of spaces are texts", |text| !text.is_empty())
}

fn some_text() -> impl Strategy<Value = Option<String>> {
    prop::option::of(any_text())
}

fn any_day() -> impl Strategy<Value = Option<Date>> {
    prop::option::of(
        (1..=9999_i16, 1..=12_i8, 1..=28_i8).prop_map(|(y, m, d)| jiff::civil::date(y, m, d)),
    )
}

prop_compose! {
    fn any_row()(
        names in (any_text(), any_text(), any_text(), any_text(), any_text(), any_text()),
        texts in (some_text(), some_text(), some_text(), some_text(), some_text()),
        role in prop_oneof![Just(Role::Published), Just(Role::Cited), Just(Role::Opinion)],
        numbers in (any::<Option<u32>>(), any::<Option<u64>>(), any::<Option<u64>>(), any::<u32>()),
        share in prop::option::of((0.0..=1.0_f64, 0.0..=1.0_f64)),
        size in prop::option::of(prop_oneof![any::<f64>().prop_map(f64::abs).prop_filter("a size", |one| !one.is_nan()), Just(f64::INFINITY)]),
        days in (any_day(), any_day()),
        evidence in any::<bool>(),
    ) -> Row {
        Row {
            claim: names.0, source: names.1, study: names.2,
            publisher: texts.0, sponsor: texts.1, role, proposition: names.3,
            conditions: texts.2, months: numbers.0, collection: texts.3,
            // What is compared has a share; a figure alone is read as one.
            evidence: evidence && share.is_some(), left_out: texts.4, figure: names.4,
            lo: share.map(|share| share.0), hi: share.map(|share| share.1),
            n: numbers.1, n_effective: size, floor: numbers.2,
            from: days.0, to: days.1, document: names.5, line: numbers.3,
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn rows_come_back_the_same(rows in prop::collection::vec(any_row(), 0..12)) {
        let (mut csv, mut json) = (Vec::new(), Vec::new());
        write_csv(&rows, &mut csv).expect("memory");
        write_json_lines(&rows, &mut json).expect("memory");
        let (read, faults) = read_csv_rows("t.csv", &csv[..]).expect("memory");
        prop_assert!(faults.is_empty(), "{:?}", faults);
        prop_assert_eq!(&read, &rows);
        let (read, faults) = read_json_lines_rows("t.jsonl", &json[..]).expect("memory");
        prop_assert!(faults.is_empty(), "{:?}", faults);
        prop_assert_eq!(&read, &rows);
    }

    #[test]
    fn no_bytes_end_the_reading(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let mut table = b"study,proposition,figure\n".to_vec();
        table.extend(&bytes);
        prop_assert!(read_csv("t.csv", &table[..]).is_ok());
        prop_assert!(read_csv("t.csv", &bytes[..]).is_ok());
        prop_assert!(read_json_lines("t.jsonl", &bytes[..]).is_ok());
    }
}

#[test]
fn a_line_of_json_that_is_no_row_is_told() {
    let lines = "{\"study\":\"a\",\"proposition\":\"p\",\"lo\":0.1,\"hi\":0.2}\n\n[1]\n\
                 {\"study\":\"a\",\"proposition\":\"p\",\"lo\":[],\"hi\":0.2}\n\
                 {\"study\":\"a\",\"propositon\":\"p\"}\n\
                 {\"study\":\"a\",\"proposition\":\"p\",\"figure\":\"1 %\",\"evidence\":\"maybe\"}\n";
    let (claims, faults) = read_json_lines("t.jsonl", lines.as_bytes()).expect("memory");
    assert_eq!(claims.len(), 1);
    let said: Vec<String> = faults.first.iter().map(|fault| fault.say(Lang::Fr)).collect();
    assert_eq!(
        said,
        [
            "t.jsonl:3: n'est pas un objet JSON avec une valeur simple par colonne",
            "t.jsonl:4: n'est pas un objet JSON avec une valeur simple par colonne",
            "t.jsonl:5: aucune colonne de la table ne s'appelle `propositon` ; elle n'est pas lue",
            "t.jsonl:5: `proposition` est vide",
            "t.jsonl:6: `maybe` dans `evidence` n'est pas `true` ou `false`",
        ]
    );
}

#[test]
fn a_mark_before_the_first_line_is_no_part_of_it() {
    let line =
        "\u{feff}{\"study\":\"a\",\"proposition\":\"p\",\"lo\":0.1,\"hi\":0.2,\"n\":900.0}\n";
    let (claims, faults) = read_json_lines("t.jsonl", line.as_bytes()).expect("memory");
    assert_eq!((claims.len(), faults.count), (1, 0), "{faults:?}");
    let (claims, _) = read_json_lines("t.jsonl", line.repeat(2).as_bytes()).expect("memory");
    assert_eq!(claims.len(), 1, "elsewhere it is a sign that stands before an object");
}

#[test]
fn a_name_that_is_no_column_is_told_once_and_its_rows_are_read() {
    let line = |study: &str| {
        format!(r#"{{"study":"{study}","proposition":"p","lo":0.1,"hi":0.2,"note":["x"]}}"#) + "\n"
    };
    let lines = ["a", "b", "c"].map(line).concat();
    let (claims, faults) = read_json_lines("t.jsonl", lines.as_bytes()).expect("memory");
    assert_eq!((claims.len(), faults.count, faults.serious), (3, 1, 0));
    assert_eq!((faults.first[0].line, faults.first[0].column), (1, None));
    let table = "study,proposition,lo,hi,note\na,p,0.1,0.2,x\nb,p,0.1,0.2,x\nc,p,0.1,0.2,x\n";
    let (others, faults) = read_csv("t.csv", table.as_bytes()).expect("memory");
    assert_eq!((others.len(), faults.count, faults.serious), (3, 1, 0));
}

#[test]
fn the_rest_of_a_line_that_is_too_long_is_no_row() {
    let row = r#"{"study":"a","proposition":"p","lo":0.1,"hi":0.2}"#;
    let lines = format!("{row}\n{}{row}\n{row}\n", " ".repeat(1 << 20));
    let (claims, faults) = read_json_lines("t.jsonl", lines.as_bytes()).expect("memory");
    assert_eq!((claims.len(), faults.count), (2, 1), "{faults:?}");
    assert_eq!(faults.first[0].line, 2);
}
