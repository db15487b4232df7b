//! Lies, cuts and bombs: an error, and never a panic or much memory.

use std::io::Write as _;

use proptest::prelude::*;

use super::{
    super::{Sav, SavError, cursor::Order},
    builder::Builder,
};
use crate::data::{Answers, Cell, Code};

fn all(bytes: &[u8]) -> Result<Answers, SavError> {
    let sav = Sav::open(bytes)?;
    let names: Vec<_> = sav.dictionary.variables.iter().map(|one| one.name.as_str()).collect();
    sav.answers(&sav.dictionary, &names)
}

/// Two cases of a number and a text of ten bytes.
fn small(order: Order) -> Vec<u8> {
    let mut file = Builder::new(order, 0, 2);
    file.variable(b"AGE     ", 0);
    file.variable(b"NAME    ", 10);
    file.variable(b"        ", -1);
    file.label(order.write(30.0), b"thirty", &[1]);
    file.end();
    for (age, name) in [(30.0, b"\xc9t\xe9             "), (f64::NAN, b"last            ")] {
        file.float(age);
        file.bytes.extend(&name[..16]);
    }
    file.bytes
}

#[test]
fn either_byte_order_is_read() {
    for order in [Order::Little, Order::Big] {
        let bytes = small(order);
        let sav = Sav::open(&bytes).unwrap();
        let answers = all(&bytes).unwrap();
        assert_eq!(answers.columns["AGE"], [Cell::Number(30.0), Cell::Nothing]);
        assert_eq!(answers.cases, 2);
        let age = sav.dictionary.variable("age").unwrap();
        assert_eq!(sav.dictionary.label(age, &Code::Number(30.0)), Some("thirty"));
    }
}

#[test]
fn the_character_set_is_the_declared_one_or_the_assumption_is_told() {
    let with = |subtype: i32, data: &[u8], label: &[u8]| {
        let mut file = Builder::new(Order::Little, 0, 0);
        file.variable(b"AGE     ", 0);
        file.label(30_f64.to_le_bytes(), label, &[1]);
        if subtype > 0 {
            file.extension(subtype, data);
        }
        file.end();
        Sav::open(&file.bytes).map(|sav| {
            let variable = sav.dictionary.variable("AGE").unwrap();
            let label = sav.dictionary.labels_of(variable)[0].1.clone();
            (label, sav.dictionary.remarks.len())
        })
    };
    let page = |page: i32| [[0; 28].as_slice(), &page.to_le_bytes()].concat();
    assert_eq!(with(20, b"windows-1252", b"\xc9t\xe9"), Ok(("Été".into(), 0)));
    assert_eq!(with(20, b"UTF-8", "Été".as_bytes()), Ok(("Été".into(), 0)));
    assert_eq!(with(3, &page(1250), b"\xc8"), Ok(("Č".into(), 0)));
    assert_eq!(with(3, &page(65001), "Été".as_bytes()), Ok(("Été".into(), 0)));
    assert_eq!(with(0, b"", b"\xc9t\xe9"), Ok(("Été".into(), 1)), "assumed, and told");
    assert_eq!(with(0, b"", "Été".as_bytes()), Ok(("Été".into(), 0)));
    assert_eq!(with(20, b"UTF-8", b"\xc9t\xe9").map(|(_, told)| told), Ok(1), "not what it says");
    assert_eq!(with(20, b"klingon", b"a"), Err(SavError::Encoding("klingon".into())));
    assert_eq!(with(3, &page(7), b"a"), Err(SavError::Encoding("7".into())));
}

#[test]
fn every_beginning_of_a_file_is_survived_and_told() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files/");
    for name in ["sample.sav", "sample.zsav", "simple_alltypes.sav", "plain.sav"] {
        let bytes = std::fs::read(format!("{folder}{name}")).unwrap();
        assert!(all(&bytes).is_ok(), "{name}");
        for end in 0..bytes.len() {
            assert!(all(&bytes[..end]).is_err(), "{name} cut at {end}");
        }
    }
}

#[test]
fn lengths_that_lie_are_refused() {
    let lies = |write: &dyn Fn(&mut Builder)| {
        let mut file = Builder::new(Order::Little, 0, 0);
        write(&mut file);
        all(&file.bytes).err().map(|error| error.to_string())
    };
    let told = |text: &str| Some(text.to_owned());
    let labels = lies(&|file| [3, i32::MAX].iter().for_each(|&one| file.int(one)));
    assert_eq!(labels, told("ends within value labels, at byte 184"));
    let negative = lies(&|file| [3, -5].iter().for_each(|&one| file.int(one)));
    assert_eq!(negative, told("has value labels that cannot be, -5, at byte 180"));
    let extension = lies(&|file| [7, 3, 1 << 30, 1 << 30].iter().for_each(|&one| file.int(one)));
    assert_eq!(extension, told("ends within an extension, at byte 192"));
    let documents = lies(&|file| [6, 1 << 30].iter().for_each(|&one| file.int(one)));
    assert_eq!(documents, told("ends within its documents, at byte 184"));
    let record = lies(&|file| file.int(12));
    assert_eq!(record, told("has a kind of record that cannot be, 12, at byte 176"));
    let compression = all(&Builder::new(Order::Little, 9, 0).bytes).err();
    assert!(matches!(compression, Some(SavError::Wrong { what: "a compression", value: 9, .. })));
    assert_eq!(all(b"PK\x03\x04").err(), Some(SavError::NotSav));
}

#[test]
fn fewer_cases_than_declared_are_told() {
    let mut file = Builder::new(Order::Little, 0, 3);
    file.variable(b"AGE     ", 0);
    file.end();
    file.float(1.0);
    assert_eq!(all(&file.bytes).err(), Some(SavError::Cases { declared: 3, held: 1 }));
}

#[test]
fn a_million_variables_are_too_many() {
    let mut file = Builder::new(Order::Little, 0, 0);
    for _ in 0..1_000_000 {
        file.variable(b"A       ", 0);
    }
    file.end();
    let error = all(&file.bytes).err();
    assert_eq!(error, Some(SavError::TooMuch { what: "variables", limit: 100_000 }));
}

#[test]
fn a_million_empty_lists_of_labels_are_read_in_no_time() {
    let mut file = Builder::new(Order::Little, 0, 0);
    file.variable(b"AGE     ", 0);
    for _ in 0..1_000_000 {
        [3, 0, 4, 0].iter().for_each(|&one| file.int(one));
    }
    file.end();
    assert_eq!(all(&file.bytes).map(|answers| answers.cases), Ok(0));
}

/// A `.zsav` of one number, whose blocks are these, each with the size it declares.
fn packed(cases: i32, blocks: &[(Vec<u8>, i32)]) -> Vec<u8> {
    let mut file = Builder::new(Order::Little, 2, cases);
    file.variable(b"AGE     ", 0);
    file.end();
    let start = file.bytes.len();
    let length: usize = blocks.iter().map(|(bytes, _)| bytes.len()).sum();
    let long = |number: usize| i64::try_from(number).unwrap().to_le_bytes();
    file.bytes
        .extend([long(start), long(start + 24 + length), long(24 + 24 * blocks.len())].concat());
    blocks.iter().for_each(|(bytes, _)| file.bytes.extend(bytes));
    file.bytes.extend([0; 16]);
    file.int(0x003f_f000);
    file.int(i32::try_from(blocks.len()).unwrap());
    let mut at = start + 24;
    for (bytes, size) in blocks {
        file.bytes.extend([long(0), long(at)].concat());
        file.int(*size);
        file.int(i32::try_from(bytes.len()).unwrap());
        at += bytes.len();
    }
    file.bytes
}

fn zlib(bytes: &[u8]) -> Vec<u8> {
    let mut to = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    to.write_all(bytes).unwrap();
    to.finish().unwrap()
}

#[test]
fn a_bomb_is_cut_at_the_size_it_declares_or_at_the_limit() {
    let ones = vec![101; 1 << 20];
    let bomb = zlib(&ones);
    let small = packed(-1, &[(bomb.clone(), 16)]);
    assert_eq!(all(&small).unwrap().cases, 16, "no more than the block declares");
    let blocks: Vec<_> = std::iter::repeat_n((bomb, 1 << 20), 9).collect();
    let error = all(&packed(-1, &blocks)).err();
    assert_eq!(error, Some(SavError::TooMuch { what: "answers to count", limit: 8_000_000 }));
    assert!(matches!(all(&packed(-1, &[(vec![1, 2, 3], 16)])), Err(SavError::Zlib(_))));
    assert!(matches!(all(&packed(-1, &[(zlib(&[101; 8]), -1)])), Err(SavError::Wrong { .. })));
}

proptest! {
    #[test]
    fn any_change_of_a_file_is_survived(
        at in 0_usize..2700, value in any::<u8>(), at_too in 0_usize..2700, value_too in any::<u8>()
    ) {
        for name in ["sample.zsav", "simple_alltypes.sav"] {
            let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/files/");
            let mut bytes = std::fs::read(format!("{folder}{name}")).unwrap();
            for (at, value) in [(at, value), (at_too, value_too)] {
                let at = at % bytes.len();
                bytes[at] = value;
            }
            let _survived = all(&bytes);
        }
    }

    #[test]
    fn any_bytes_after_a_header_are_survived(rest in prop::collection::vec(any::<u8>(), 0..400)) {
        let mut file = Builder::new(Order::Big, 1, -1);
        file.bytes.extend(rest);
        let _survived = all(&file.bytes);
    }

    #[test]
    fn what_is_written_is_read(ages in prop::collection::vec(-1e6..1e6_f64, 0..20)) {
        for order in [Order::Little, Order::Big] {
            let mut file = Builder::new(order, 0, i32::try_from(ages.len()).unwrap());
            file.variable(b"AGE     ", 0);
            file.end();
            ages.iter().for_each(|&age| file.float(age));
            let expected: Vec<_> = ages.iter().copied().map(Cell::Number).collect();
            prop_assert_eq!(&all(&file.bytes).unwrap().columns["AGE"], &expected);
        }
    }
}
