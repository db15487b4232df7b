//! The same rows come back from every form.

use gainsay_bulk::{
    Claims, Row, judge, read_csv_rows, read_json_lines_rows, write_csv, write_json_lines,
};
use gainsay_claims::{policy::Policy, wire::Role};
use gainsay_exchange::{Form, batch, plain_about, read_claims, read_rows, rows_of, write};
use jiff::civil::Date;
use proptest::prelude::*;

const FORMS: [Form; 3] = [Form::Arrow, Form::Parquet, Form::Sqlite];

/// A text that is not empty: CSV cannot tell an empty text from none.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{1,8}",
        "\\PC{1,12}",
        Just("=1+1".to_owned()),
        Just("été, « \"70\u{a0}% » \n;\t".to_owned()),
        Just("𝒳\u{301}🗳".to_owned()),
    ]
    .prop_map(|text| if text.trim().is_empty() { "a".to_owned() } else { text })
}

fn day() -> impl Strategy<Value = Date> {
    (-9999_i16..=9999, 1_i8..=12, 1_i8..=28)
        .prop_map(|(year, month, day)| jiff::civil::date(year.abs().max(1), month, day))
}

fn share() -> impl Strategy<Value = Option<(f64, f64)>> {
    proptest::option::of((0.0..=1.0_f64, 0.0..=1.0_f64))
        .prop_map(|ends| ends.map(|(one, other)| (one.min(other), one.max(other))))
}

fn size() -> impl Strategy<Value = Option<f64>> {
    prop_oneof![Just(None), Just(Some(f64::INFINITY)), (1e-3..1e9).prop_map(Some)]
}

prop_compose! {
    fn row()(
        names in (text(), text(), text(), text()),
        options in proptest::array::uniform5(proptest::option::of(text())),
        role in prop_oneof![Just(Role::Published), Just(Role::Cited), Just(Role::Opinion)],
        numbers in (proptest::option::of(any::<u32>()), any::<u32>(),
            proptest::option::of(1..i64::MAX as u64), proptest::option::of(1..i64::MAX as u64)),
        share in share(),
        n_effective in size(),
        days in proptest::option::of((day(), day())),
    ) -> Row {
        let (claim, study, proposition, figure) = names;
        let [publisher, sponsor, conditions, collection, left_out] = options;
        let (months, line, n, floor) = numbers;
        Row {
            claim, source: study.clone(), study, publisher, sponsor, role, proposition, conditions,
            months, collection, evidence: share.is_some(), left_out, figure,
            lo: share.map(|(lo, _)| lo), hi: share.map(|(_, hi)| hi), n, n_effective, floor,
            from: days.map(|(one, other)| one.min(other)),
            to: days.map(|(one, other)| one.max(other)),
            document: "a.csv".to_owned(), line,
        }
    }
}

fn rows() -> impl Strategy<Value = Vec<Row>> {
    proptest::collection::vec(row(), 0..20).prop_map(|mut rows| {
        for (number, row) in rows.iter_mut().enumerate() {
            row.claim = format!("{}/{number}", row.claim);
        }
        rows
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn every_form_gives_the_same_rows(rows in rows()) {
        let mut csv = Vec::new();
        write_csv(&rows, &mut csv).unwrap();
        prop_assert_eq!(&read_csv_rows("a", csv.as_slice()).unwrap().0, &rows);
        let mut lines = Vec::new();
        write_json_lines(&rows, &mut lines).unwrap();
        prop_assert_eq!(&read_json_lines_rows("a", lines.as_slice()).unwrap().0, &rows);
        for form in FORMS {
            let bytes = write(form, &rows, &plain_about()).unwrap();
            prop_assert_eq!(&bytes, &write(form, &rows, &plain_about()).unwrap());
            let (read, faults) = read_rows(form, "a", bytes).unwrap();
            prop_assert_eq!(faults.count, 0, "{:?}: {:?}", form, faults.first);
            prop_assert_eq!(&read, &rows, "{:?}", form);
        }
        let batch = batch(&rows, &plain_about()).unwrap();
        let (read, _) = rows_of("a", &batch.schema(), [Ok(batch.clone())]).unwrap();
        prop_assert_eq!(read, rows);
    }

    #[test]
    fn bytes_that_are_no_file_are_refused(bytes in proptest::collection::vec(any::<u8>(), 1..400)) {
        for form in FORMS {
            prop_assert!(read_rows(form, "a", bytes.clone()).is_err(), "{:?}", form);
        }
    }

    #[test]
    fn a_file_that_was_damaged_is_read_or_refused(rows in rows(), at in any::<u16>(), with in any::<u8>()) {
        for form in FORMS {
            let mut bytes = write(form, &rows, &plain_about()).unwrap();
            let at = usize::from(at) % bytes.len();
            bytes[at] ^= with;
            let _ = read_rows(form, "a", bytes.clone());
            bytes.truncate(at);
            let _ = read_rows(form, "a", bytes);
        }
    }
}

fn claim(claim: &str, study: &str, lo: f64) -> Row {
    let table = format!(
        "claim,study,proposition,lo,hi,n,from,figure\n{claim},{study},bought,{lo},{lo},900,2014-01-01,\n"
    );
    read_csv_rows("a", table.as_bytes()).expect("memory can be read").0.remove(0)
}

#[test]
fn what_is_judged_is_the_same_whatever_the_form() {
    let rows = [claim("a", "s", 0.2), claim("b", "t", 0.6), claim("c", "u", 0.21)];
    let expected = judge(&Claims::from_rows(&rows).0, &Policy::default());
    assert_eq!(expected.pairs.len(), 2);
    for form in FORMS {
        let bytes = write(form, &rows, &plain_about()).unwrap();
        let (claims, faults) = read_claims(form, "a", bytes).unwrap();
        assert!(faults.is_empty(), "{form:?}: {:?}", faults.first);
        assert_eq!(judge(&claims, &Policy::default()), expected, "{form:?}");
    }
}

#[test]
fn a_bad_row_is_told_by_its_number_and_the_others_are_read() {
    let good = claim("a", "s", 0.2);
    let rows = [good.clone(), Row { lo: Some(0.9), hi: Some(0.1), ..good.clone() }, good];
    for form in FORMS {
        let bytes = write(form, &rows, &plain_about()).unwrap();
        let (claims, faults) = read_claims(form, "a", bytes).unwrap();
        let told: Vec<String> =
            faults.first.iter().map(|one| one.say(gainsay_claims::Lang::En)).collect();
        assert_eq!(told.len(), 2, "{form:?}: {told:?}");
        assert!(told[0].starts_with("a:2: "), "{told:?}");
        assert!(told[1].starts_with("a:3: claim `a` stands twice"), "{told:?}");
        assert_eq!(claims.len(), 2);
    }
}

#[test]
fn a_damaged_file_of_arrow_is_said_to_be_damaged() {
    let bytes = write(Form::Arrow, &[claim("a", "s", 0.2)], &plain_about()).unwrap();
    let said = |at: usize| {
        let mut bytes = bytes.clone();
        bytes[at] ^= 0xff;
        read_rows(Form::Arrow, "a", bytes).err().map(|error| error.to_string())
    };
    // What stands at the end tells where everything else does.
    let told: Vec<String> = (bytes.len() - 400..bytes.len()).filter_map(said).collect();
    assert!(told.iter().any(|said| said == "the file is damaged"), "{told:?}");
    assert!(told.iter().all(|said| !said.contains("ErrorTrace")), "{told:?}");
}
