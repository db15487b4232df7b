//! Files that others wrote, against what their own reader says of them.
//!
//! Expected values: what pyreadstat 1.3.7 reads in the same files.

use super::{
    super::{Sav, cursor::Order},
    builder::Builder,
};
use crate::data::{Answers, Cell, Code, Missing};

fn bytes(name: &str) -> Vec<u8> {
    crate::tests::shipped(name)
}

fn column(sav: &Sav<'_>, name: &str) -> (Answers, Vec<Cell>) {
    let answers = sav.answers(&sav.dictionary, &[name]).unwrap();
    let cells = answers.columns[0].clone();
    (answers, cells)
}

#[test]
fn packed_and_unpacked_files_hold_the_same() {
    for name in ["sample.sav", "sample.zsav"] {
        let bytes = bytes(name);
        let sav = Sav::open(&bytes).unwrap();
        let names: Vec<_> = sav.dictionary.variables.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["mychar", "mynum", "mydate", "dtime", "mylabl", "myord", "mytime"]);
        let (_, cells) = column(&sav, "mynum");
        assert_eq!(cells, [1.1, 1.2, -1000.3, -1.4, 1000.3].map(Cell::Number));
        let (_, cells) = column(&sav, "mydate");
        assert_eq!(cells[4], Cell::Nothing);
        let (answers, cells) = column(&sav, "mychar");
        assert_eq!(answers.cell_of(&Code::Text("c".into())), Some(cells[2]));
        let myord = sav.dictionary.variable("myord").unwrap();
        assert_eq!(sav.dictionary.label(myord, &Code::Number(2.0)), Some("medium"));
        assert_eq!(sav.dictionary.remarks, []);
    }
}

#[test]
fn missing_values_are_codes_and_ranges() {
    let bytes = bytes("sample_missing.sav");
    let sav = Sav::open(&bytes).unwrap();
    let of = |name: &str| sav.dictionary.variable(name).unwrap().missing.clone();
    let numbers = |codes: &[f64]| codes.iter().copied().map(Code::Number).collect::<Vec<_>>();
    let ranged = Missing { codes: numbers(&[-1.0]), range: Some((2000.0, 3000.0)) };
    assert_eq!(of("mynum"), ranged);
    assert_eq!(of("mylabl"), Missing { codes: numbers(&[-1.0]), range: None });
    assert_eq!(of("myord"), Missing { codes: numbers(&[-1.0, -2.0, -3.0]), range: None });
    let (_, cells) = column(&sav, "mylabl");
    assert_eq!(cells[5..], [Cell::Number(-1.0), Cell::Nothing]);
}

#[test]
fn response_sets_long_texts_and_labels_of_texts_are_read() {
    let bytes = bytes("simple_alltypes.sav");
    let sav = Sav::open(&bytes).unwrap();
    let sets = || sav.dictionary.sets.iter();
    let labels: Vec<_> = sets().map(|set| set.label.as_str()).collect();
    assert_eq!(labels, ["", "My multiple response set"]);
    let sets: Vec<_> = sets().map(|set| set.name.as_str()).collect();
    assert_eq!(sets, ["$categorical_array", "$mymrset"]);
    assert_eq!(sav.dictionary.sets[0].variables, ["ca_subvar_1", "ca_subvar_2", "ca_subvar_3"]);
    assert_eq!(sav.dictionary.sets[0].counted, None);
    assert_eq!(sav.dictionary.sets[1].variables, ["bool1", "bool2", "bool3"]);
    assert_eq!(sav.dictionary.sets[1].counted, Some(Code::Number(1.0)));
    let (_, cells) = column(&sav, "bool1");
    assert_eq!(cells[3..], [Cell::Number(0.0), Cell::Nothing, Cell::Number(1.0)]);
    let (answers, cells) = column(&sav, "str");
    let long = Code::Text("reg-green-blue-whatever".into());
    assert_eq!(answers.cell_of(&long), Some(cells[2]));
    assert_eq!(cells[4], Cell::Nothing, "blank");
    let variable = sav.dictionary.variable("ca_subvar_3").unwrap();
    assert_eq!(sav.dictionary.label(variable, &Code::Text("d".into())), Some("d"));
}

#[test]
fn very_long_texts_are_put_together() {
    let bytes = bytes("survey.sav");
    let sav = Sav::open(&bytes).unwrap();
    let (answers, cells) = column(&sav, "remark");
    let text = |text: String| answers.cell_of(&Code::Text(text));
    assert_eq!(Some(cells[3]), text("short".into()));
    assert_eq!(Some(cells[5]), text("a".repeat(254) + &"b".repeat(20)));
    assert_eq!(Some(cells[9]), text("c".repeat(255) + &"d".repeat(255) + "end"));
    assert_eq!(cells[10], Cell::Nothing);
    let region = sav.dictionary.variable("region").unwrap();
    assert_eq!(sav.dictionary.label(region, &Code::Text("E".into())), Some("Île d'Été"));
    let (_, cells) = column(&sav, "weight_final");
    assert_eq!(cells[0], Cell::Number(0.8889), "the variable after it");
}

#[test]
fn a_set_without_a_label_may_be_called_as_its_first_variable() {
    let mut file = Builder::new(Order::Little, 0, 0);
    file.variable(b"V1      ", 0);
    file.labelled(b"V2      ", "Where was it seen?");
    file.extension(7, b"$a=E 11 1 1 0  V1 V2\n$b=E 1 1 1 0  V1 V2\n$c=D1 1 4 Seen V1 V2\n");
    file.end();
    let sav = Sav::open(&file.bytes).unwrap();
    let labels: Vec<_> = sav.dictionary.sets.iter().map(|set| set.label.as_str()).collect();
    assert_eq!(labels, ["Where was it seen?", "", "Seen"]);
}
