//! Columns of the types that other programs give them.

use std::sync::Arc;

use arrow_array::{
    ArrayRef, ArrowPrimitiveType, BinaryArray, Decimal128Array, Decimal256Array, DictionaryArray,
    Float16Array, Float64Array, Int8Array, Int64Array, NullArray, RecordBatch, StringArray,
    TimestampMicrosecondArray, TimestampSecondArray,
    types::{Decimal256Type, Float16Type, Int8Type},
};
use gainsay_bulk::{Claims, FaultKind, Faults, Row};
use gainsay_exchange::{claims_of, rows_of};
use jiff::civil::date;

/// The table of two rows with a column of another type, and no column of the name.
fn with_type(column: &str, array: ArrayRef) -> RecordBatch {
    let texts = |one, other| -> ArrayRef { Arc::new(StringArray::from(vec![one, other])) };
    let numbers = |one, other| -> ArrayRef { Arc::new(Float64Array::from(vec![one, other])) };
    let columns = [
        ("claim", texts("a", "b")),
        ("study", texts("s", "t")),
        ("proposition", texts("bought", "bought")),
        ("lo", numbers(0.2, 0.6)),
        ("hi", numbers(0.21, 0.61)),
    ];
    let others = columns.into_iter().filter(|(name, _)| *name != column);
    RecordBatch::try_from_iter(others.chain([(column, array)])).expect("columns of one length")
}

#[test]
fn a_type_that_means_nothing_is_told_once_and_without_any_row() {
    let binary: ArrayRef = Arc::new(BinaryArray::from(vec![&b"a"[..], b"b"]));
    let keys = Int8Array::from(vec![None, None]);
    let none: ArrayRef = Arc::new(BinaryArray::from(Vec::<&[u8]>::new()));
    let coded: ArrayRef = Arc::new(DictionaryArray::<Int8Type>::try_new(keys, none).unwrap());
    for array in [binary, coded] {
        let batch = with_type("lo", array);
        for count in 0..3 {
            let batches = (0..count).map(|_| Ok(batch.clone()));
            let (claims, faults) = claims_of("a", &batch.schema(), batches).unwrap();
            assert_eq!((claims.len(), faults.count), (0, 1), "{:?}", faults.first);
            assert_eq!((faults.first[0].line, faults.first[0].column), (0, Some(5)));
        }
    }
}

#[test]
fn a_type_that_means_something_is_read() {
    let keys = Int8Array::from(vec![None, None]);
    let none: ArrayRef = Arc::new(StringArray::from(Vec::<&str>::new()));
    let coded: ArrayRef = Arc::new(DictionaryArray::<Int8Type>::try_new(keys, none).unwrap());
    let nothing = Arc::new(NullArray::new(2));
    for (column, array) in
        [("publisher", coded), ("sponsor", nothing), ("n", Arc::new(Int8Array::from(vec![9, 9])))]
    {
        let batch = with_type(column, array);
        for count in 0..2 {
            let batches = (0..count).map(|_| Ok(batch.clone()));
            let (claims, faults) = claims_of("a", &batch.schema(), batches).unwrap();
            assert_eq!((claims.len(), faults.count), (2 * count, 0), "{:?}", faults.first);
        }
    }
}

fn judged(batch: &RecordBatch) -> (Claims, Faults) {
    claims_of("a", &batch.schema(), [Ok(batch.clone())]).expect("memory can be read")
}

fn rows(batch: &RecordBatch) -> Vec<Row> {
    let (rows, faults) =
        rows_of("a", &batch.schema(), [Ok(batch.clone())]).expect("memory can be read");
    assert!(faults.is_empty(), "{:?}", faults.first);
    rows
}

#[test]
fn a_moment_with_a_time_zone_is_a_day_on_its_clock() {
    // Midnight of 1 March 2014 in Paris, and a second before it.
    let midnight = 1_393_628_400;
    let seconds = || TimestampSecondArray::from(vec![midnight, midnight - 1]);
    let micros =
        TimestampMicrosecondArray::from(vec![midnight * 1_000_000, midnight * 1_000_000 - 1]);
    let there: [ArrayRef; 3] = [
        Arc::new(seconds().with_timezone("Europe/Paris")),
        Arc::new(seconds().with_timezone("+01:00")),
        Arc::new(micros.with_timezone("GMT+01:00")),
    ];
    for moments in there {
        let days: Vec<_> = rows(&with_type("from", moments)).iter().map(|row| row.from).collect();
        assert_eq!(days, [Some(date(2014, 3, 1)), Some(date(2014, 2, 28))]);
    }
    // Of no time zone, or of UTC, it is still the evening before.
    for moments in [seconds(), seconds().with_timezone("UTC"), seconds().with_timezone("")] {
        let days: Vec<_> =
            rows(&with_type("from", Arc::new(moments))).iter().map(|row| row.from).collect();
        assert_eq!(days, [Some(date(2014, 2, 28)); 2]);
    }
}

#[test]
fn a_time_zone_that_is_not_known_is_refused() {
    let moments = TimestampSecondArray::from(vec![0, 1]).with_timezone("Mars/Phobos");
    let (claims, faults) = judged(&with_type("from", Arc::new(moments)));
    assert_eq!((claims.len(), faults.count), (0, 1));
    let FaultKind::NotA { column: "from", found, .. } = &faults.first[0].kind else {
        panic!("{:?}", faults.first)
    };
    assert_eq!(found, "moments in the time zone Mars/Phobos, which is not known");
}

#[test]
fn decimals_and_short_floats_are_numbers() {
    type Half = <Float16Type as ArrowPrimitiveType>::Native;
    type Wide = <Decimal256Type as ArrowPrimitiveType>::Native;
    let decimal = |digits: Vec<i128>, scale| {
        Arc::new(Decimal128Array::from(digits).with_precision_and_scale(38, scale).unwrap())
    };
    let wide = |digits: [i128; 2], scale| {
        let digits = digits.map(Wide::from_i128).to_vec();
        Arc::new(Decimal256Array::from(digits).with_precision_and_scale(50, scale).unwrap())
    };
    let half = Float16Array::from(vec![Half::from_f64(0.125), Half::from_f64(0.5)]);
    let lo: [(ArrayRef, [f64; 2]); 3] = [
        (decimal(vec![2000, 6000], 4), [0.2, 0.6]),
        (wide([123, 5], 3), [0.123, 0.005]),
        (Arc::new(half), [0.125, 0.5]),
    ];
    for (array, expected) in lo {
        let read: Vec<_> = rows(&with_type("lo", array)).iter().map(|row| row.lo).collect();
        assert_eq!(read, expected.map(Some));
    }
    let sizes: [ArrayRef; 2] = [decimal(vec![900, 1200], 0), decimal(vec![90000, 120_000], 2)];
    for array in sizes {
        let read: Vec<_> = rows(&with_type("n", array)).iter().map(|row| row.n).collect();
        assert_eq!(read, [Some(900), Some(1200)]);
    }
    let (claims, faults) = judged(&with_type("n", decimal(vec![90050, -100], 2)));
    assert_eq!((claims.len(), faults.count), (0, 2));
}

#[test]
fn numbers_are_names() {
    let whole: ArrayRef = Arc::new(Int64Array::from(vec![51, 52]));
    let floats: ArrayRef = Arc::new(Float64Array::from(vec![51.0, 52.0]));
    let keys = Int8Array::from(vec![0, 1]);
    let coded = Arc::new(DictionaryArray::<Int8Type>::try_new(keys, whole.clone()).unwrap());
    for array in [whole, floats, coded] {
        for name in ["claim", "study", "proposition", "figure", "publisher"] {
            let rows = rows(&with_type(name, array.clone()));
            let read = rows.iter().map(|row| match name {
                "claim" => row.claim.as_str(),
                "study" => row.study.as_str(),
                "proposition" => row.proposition.as_str(),
                "figure" => row.figure.as_str(),
                _ => row.publisher.as_deref().unwrap_or_default(),
            });
            assert_eq!(read.collect::<Vec<_>>(), ["51", "52"], "{name}");
        }
    }
    let (claims, faults) =
        judged(&with_type("study", Arc::new(Float64Array::from(vec![1.5, 2.0]))));
    assert_eq!((claims.len(), faults.count), (1, 1));
}

#[test]
fn a_figure_that_is_a_number_is_read_as_in_csv() {
    let texts = |name, values| (name, Arc::new(StringArray::from(values)) as ArrayRef);
    let numbers: ArrayRef = Arc::new(Float64Array::from(vec![62.0, 51.5, 0.62]));
    let columns = [
        texts("study", vec!["a", "b", "c"]),
        texts("proposition", vec!["bought", "bought", "bought"]),
        ("figure", numbers),
    ];
    let batch = RecordBatch::try_from_iter(columns).unwrap();
    let (read, faults) = rows_of("a", &batch.schema(), [Ok(batch.clone())]).unwrap();
    let shares: Vec<_> = read.iter().map(|row| (row.figure.as_str(), row.lo, row.hi)).collect();
    let half = |lo, hi| (Some(lo), Some(hi));
    let [one, other] = [half(0.615, 0.625), half(0.5145, 0.5155)];
    assert_eq!(shares, [("62", one.0, one.1), ("51.5", other.0, other.1)]);
    // Percent or a fraction: nobody knows.
    assert_eq!((faults.count, faults.first[0].line), (1, 3));
}
