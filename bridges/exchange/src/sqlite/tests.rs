use super::*;

/// The columns that every table needs, and two rows of them.
const PLAIN: &str = "claim TEXT, study TEXT, proposition TEXT, lo REAL, hi REAL";
const ROWS: &str = "(claim, study, proposition, lo, hi) VALUES
    ('a', 's', 'bought', 0.2, 0.21), ('b', 't', 'bought', 0.6, 0.61)";

/// A database made by some SQL, as the bytes of a file.
fn made(sql: &str) -> Vec<u8> {
    let database = Connection::open_in_memory().unwrap();
    database.execute_batch(sql).unwrap();
    database.serialize(MAIN_DB).unwrap().to_vec()
}

/// How many rows are read, and how many faults told.
fn count(bytes: &[u8]) -> Result<(usize, u64), String> {
    let mut rows = 0;
    let read = read("a", bytes, &mut |_, _| {
        rows += 1;
        Ok(())
    });
    read.map(|faults| (rows, faults.count)).map_err(|error| error.to_string())
}

/// What is said of the table `claims` with a further column.
fn with_column(column: &str) -> Result<(usize, u64), String> {
    count(&made(&format!("CREATE TABLE claims ({PLAIN}, {column}); INSERT INTO claims {ROWS}")))
}

#[test]
fn a_plain_table_is_read_whatever_its_words() {
    for column in [
        "figure TEXT",
        "\"figure\" TEXT DEFAULT 'GENERATED ALWAYS AS (1) VIRTUAL'",
        "figure TEXT /* computed AS (nothing) */",
    ] {
        assert_eq!(with_column(column), Ok((2, 0)), "{column}");
    }
    // A column that nobody knows is told, and not read.
    assert_eq!(with_column("\"of mine\" BLOB"), Ok((2, 1)));
}

#[test]
fn a_computed_column_is_refused_however_it_is_written() {
    let zeroes = "hex(zeroblob(4000))";
    for column in [
        format!("figure TEXT AS({zeroes})"),
        format!("figure TEXT AS ({zeroes})"),
        format!("figure TEXT AS/**/({zeroes}) VIRTUAL"),
        format!("figure TEXT generated  always as\n({zeroes})"),
        "figure TEXT AS(study) STORED".to_owned(),
        "figure TEXT GENERATED ALWAYS AS (study) STORED".to_owned(),
    ] {
        let said = with_column(&column).unwrap_err();
        assert_eq!(said, "the column `figure` of `claims` is computed", "{column}");
    }
    assert!(with_column("\"of mine\" AS(study)").unwrap_err().contains("`of mine`"));
}

#[test]
fn a_view_and_a_virtual_table_are_refused() {
    let view = "CREATE TABLE plain (a); CREATE VIEW claims AS SELECT * FROM plain";
    let virtual_table = "CREATE VIRTUAL TABLE claims USING fts5(claim, study, proposition)";
    for sql in [view, virtual_table] {
        assert_eq!(count(&made(sql)), Err("`claims` is no plain table".to_owned()), "{sql}");
    }
    let index = format!("CREATE TABLE plain ({PLAIN}); CREATE INDEX claims ON plain (study)");
    assert_eq!(count(&made(&index)), Err("there is no table `claims`".to_owned()));
}

#[test]
fn no_value_is_longer_than_its_file() {
    let bytes = made("CREATE TABLE plain (a)");
    let database = opened(&bytes).unwrap();
    let length = |size: i32| {
        let sql = format!("SELECT length(zeroblob({size}))");
        database.query_row(&sql, (), |row| row.get::<_, i32>(0))
    };
    assert_eq!(length(LEAST_LIMIT), Ok(LEAST_LIMIT));
    assert!(length(LEAST_LIMIT + 1).is_err());
    // A stored text may fill nearly the whole file.
    let long = "a".repeat(300_000);
    assert_eq!(with_column(&format!("figure TEXT DEFAULT '{long}'")), Ok((2, 0)));
}

#[test]
fn numbers_are_names() {
    let columns = "claim INTEGER, study REAL, proposition TEXT, figure INTEGER";
    let rows = "INSERT INTO claims VALUES (51, 7.0, 'bought', 62), (52, 7.5, 'bought', 62)";
    let bytes = made(&format!("CREATE TABLE claims ({columns}); {rows}"));
    let mut told = Vec::new();
    let faults = read("a", &bytes, &mut |cells, number| {
        let row = crate::read::row(cells, &number.to_string())?;
        told.push((row.claim, row.study, row.figure, row.lo));
        Ok(())
    });
    let texts = ["51", "7", "62"].map(str::to_owned);
    let [claim, study, figure] = texts;
    assert_eq!(told, [(claim, study, figure, Some(0.615))]);
    let faults = faults.unwrap();
    assert_eq!((faults.count, faults.first[0].line), (1, 2));
}

#[test]
fn a_file_without_a_byte_is_said_to_be_empty() {
    assert_eq!(count(b""), Err("the file is empty".to_owned()));
    assert_ne!(count(b"a"), Err("the file is empty".to_owned()));
}
