use arrow_array::{Array as _, BooleanArray, Int64Array, cast::AsArray, types::Int32Type};
use gainsay_bulk::{Entry, Judged, judge};

use super::*;
use crate::{cut, pairs, places, plan_schema, routed};

/// Rows of two propositions, of which the first has most.
fn rows(random: &mut fastrand::Rng) -> Vec<(String, bool, f64, i8, u64)> {
    let row = |number: usize| {
        let lifted = if random.u8(0..30) == 0 { 20.0 } else { 0.0 };
        let percent = 30.0 + f64::from(random.u8(0..9)) + lifted;
        let n = if random.u8(0..6) == 0 { 0 } else { random.u64(200..2000) };
        (
            format!("c{:03}", number * 37 % 1009),
            random.u8(0..5) > 0,
            percent / 100.0,
            random.i8(1..13),
            n,
        )
    };
    (0..300).map(row).collect()
}

fn claims(rows: &[&(String, bool, f64, i8, u64)]) -> Claims {
    let mut claims = Claims::default();
    for (name, first, share, month, n) in rows.iter().copied() {
        let proposition = if *first { "many" } else { "few" };
        let entry = Entry {
            n: Some(*n).filter(|n| *n > 0),
            months: Some(if name.ends_with('7') { 2 } else { 5 }),
            from: Some(jiff::civil::date(2014, *month, 3)),
            ..Entry::new(name, name, proposition, (share - 0.005, share + 0.005))
        };
        claims.push(&entry).unwrap();
    }
    claims
}

/// A plan that cuts the proposition `many`.
fn plan(claims: &Claims, most: u64) -> RecordBatch {
    let places = places(claims).unwrap();
    let many: Vec<u32> =
        (0..claims.len() as u32).filter(|&row| claims.proposition(row) == "many").collect();
    let day = |name: &str| -> Vec<i32> {
        let column = places.column_by_name(name).unwrap().as_primitive::<Int32Type>();
        many.iter().map(|&row| column.value(row as usize)).collect()
    };
    let stays: [(&str, ArrayRef); 3] = [
        ("start", Arc::new(arrow_array::Int32Array::from(day("start")))),
        ("free", Arc::new(arrow_array::Int32Array::from(day("free")))),
        ("rows", Arc::new(Int64Array::from(vec![1; many.len()]))),
    ];
    let slices = cut(&RecordBatch::try_from_iter(stays).unwrap(), 2, most).unwrap();
    let count = i32::try_from(slices.num_rows()).unwrap();
    let column = |name: &str| slices.column_by_name(name).unwrap().clone();
    let texts = |text: &str| -> ArrayRef {
        Arc::new(arrow_array::StringArray::from(vec![text; slices.num_rows()]))
    };
    let numbers: ArrayRef = Arc::new((0..count).collect::<arrow_array::Int32Array>());
    let months = Arc::new(Int64Array::from(vec![2; slices.num_rows()]));
    let columns = vec![
        texts("many"),
        texts(gainsay_bulk::columns::ALL_ALIKE),
        numbers.clone(),
        numbers,
        column("from"),
        column("until"),
        column("reach"),
        months,
    ];
    RecordBatch::try_new(plan_schema(), columns).unwrap()
}

/// Judges every slice of the plan by itself, and puts together what they say.
fn in_slices(rows: &[(String, bool, f64, i8, u64)], most: u64) -> (usize, RecordBatch) {
    let policy = Policy::default();
    let all = claims(&rows.iter().collect::<Vec<_>>());
    let plan = plan(&all, most);
    let numbers: Vec<u64> = (1..=rows.len() as u64).collect();
    let routed = routed(&all, &numbers, &plan, NonZero::new(4).unwrap()).unwrap();
    let row = line::counts(&routed, "row").unwrap();
    let slice = routed.column_by_name("slice").unwrap().as_primitive::<Int32Type>();
    let until = line::counts(&plan, "until").unwrap();
    let mut told = Vec::new();
    for number in -1..i32::try_from(plan.num_rows()).unwrap() {
        let of = (0..routed.num_rows()).filter(|&line| slice.value(line) == number);
        let own: Vec<_> = of.map(|line| &rows[row.value(line) as usize]).collect();
        let claims = claims(&own);
        let cut = |number| Cut { months: 2, until: until.value(number) };
        let found = match usize::try_from(number) {
            Ok(number) => part(&claims, &policy, Some(cut(number))),
            Err(_) => whole(&claims, &policy),
        };
        told.push(found.unwrap());
    }
    let lines: Vec<Line<'_>> = told.iter().flat_map(|one| line::read(one).unwrap()).collect();
    (plan.num_rows(), joined(&batch(&lines).unwrap(), &policy).unwrap())
}

fn sorted(batch: &RecordBatch) -> Vec<String> {
    let columns: Vec<_> = batch.columns().iter().collect();
    let row = |row: usize| {
        let cell = |column: &&ArrayRef| format!("{:?}", column.slice(row, 1));
        columns.iter().map(cell).collect::<String>()
    };
    let mut rows: Vec<String> = (0..batch.num_rows()).map(row).collect();
    rows.sort();
    rows
}

#[test]
fn parts_say_together_what_the_whole_says() {
    let policy = Policy::default();
    let rows = rows(&mut fastrand::Rng::with_seed(5));
    let all = claims(&rows.iter().collect::<Vec<_>>());
    let Judged { pairs: found, counts } = judge(&all, &policy);
    let expected = sorted(&pairs(&all, &found).unwrap());
    assert!(expected.len() > 100, "{}", expected.len());
    for most in [1, 300, 4000, u64::MAX] {
        let (slices, joined) = in_slices(&rows, most);
        assert_eq!(slices > 1, most < u64::MAX);
        let made = line::counts(&joined, "tested").unwrap().iter().flatten().sum::<i64>();
        assert_eq!(made.unsigned_abs(), counts.tested);
        let q = step_up(counts.tested, &joined, &policy).unwrap();
        let told = with_q(&joined, &q).unwrap();
        assert_eq!(sorted(&told), expected);
        let some: Float64Array = numbers(&told, "q").unwrap().clone();
        assert!(some.null_count() < some.len());
    }
}

#[test]
fn rounded_tests_are_fewer_and_never_surer() {
    let rows = rows(&mut fastrand::Rng::with_seed(6));
    let all = claims(&rows.iter().collect::<Vec<_>>());
    let policy = Policy::default();
    let told = whole(&all, &policy).unwrap();
    let coarse = coarsened(&told, 6).unwrap();
    let made = judge(&all, &policy).counts.tested;
    let q = |tests: &RecordBatch| with_q(&told, &step_up(made, tests, &policy).unwrap()).unwrap();
    let (exact, rounded) = (q(&told), q(&coarse));
    let (exact, rounded) = (numbers(&exact, "q").unwrap(), numbers(&rounded, "q").unwrap());
    let both: Vec<(f64, f64)> =
        exact.iter().zip(rounded).filter_map(|(one, other)| one.zip(other)).collect();
    assert!(both.len() > 50 && both.iter().any(|(one, other)| one < other));
    assert!(both.iter().all(|(one, other)| one <= other && *other <= one * (1.0 + 1.0 / 64.0)));
}

#[test]
fn a_slice_of_several_propositions_is_refused() {
    let rows = rows(&mut fastrand::Rng::with_seed(7));
    let all = claims(&rows.iter().collect::<Vec<_>>());
    assert!(part(&all, &Policy::default(), None).is_err());
    assert_eq!(part(&Claims::default(), &Policy::default(), None).unwrap().num_rows(), 0);
}

#[test]
fn columns_of_another_kind_are_refused() {
    let wrong: [(&str, ArrayRef); 1] = [("p", Arc::new(BooleanArray::from(vec![true])))];
    let wrong = RecordBatch::try_from_iter(wrong).unwrap();
    let policy = Policy::default();
    assert!(joined(&wrong, &policy).is_err() && step_up(1, &wrong, &policy).is_err());
    assert!(with_q(&wrong, &wrong).is_err() && coarsened(&wrong, 6).is_err());
    assert!(cut(&wrong, 12, 10).is_err());
}
