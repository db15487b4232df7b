//! Databases of SQLite: the table `claims`, days as texts, truth as 0 and 1; what is known of the
//! table as a whole stands in the table `about`.

use std::io::Cursor;

use gainsay_bulk::{
    Cell, Faults, Header, Row, clean,
    columns::{COLUMNS, Kind},
};
use rusqlite::{
    Connection, MAIN_DB,
    config::DbConfig,
    limits::Limit,
    params_from_iter,
    types::{ToSqlOutput, Value as Owned, ValueRef},
};

use crate::{
    ExchangeError,
    cell::Value,
    read::{Take, cells, position},
    words::Words,
};

/// SQLite is never given less room for a value, in bytes: it needs some for itself.
const LEAST_LIMIT: i32 = 1 << 16;

pub(crate) fn write(rows: &[Row], about: &str) -> Result<Vec<u8>, ExchangeError> {
    let mut database = Connection::open_in_memory()?;
    database.execute(&create(), ())?;
    database.execute("CREATE TABLE about (json TEXT NOT NULL) STRICT", ())?;
    let transaction = database.transaction()?;
    transaction.execute("INSERT INTO about VALUES (?1)", (about,))?;
    {
        let marks = vec!["?"; COLUMNS.len()].join(",");
        let mut insert = transaction.prepare(&format!("INSERT INTO claims VALUES ({marks})"))?;
        for row in rows {
            let values: Result<Vec<_>, ExchangeError> =
                row.cells().into_iter().map(stored).collect();
            insert.execute(params_from_iter(values?))?;
        }
    }
    transaction.commit()?;
    Ok(database.serialize(MAIN_DB)?.to_vec())
}

fn create() -> String {
    let columns = COLUMNS.iter().map(|column| {
        let kind = match column.kind {
            Kind::Text | Kind::Date => "TEXT",
            Kind::Bool | Kind::U32 | Kind::U64 => "INTEGER",
            Kind::F64 => "REAL",
        };
        let empty = if column.nullable { "" } else { " NOT NULL" };
        format!("\"{}\" {kind}{empty}", column.name)
    });
    let columns: Vec<String> = columns.collect();
    format!("CREATE TABLE claims ({}) STRICT", columns.join(", "))
}

fn stored(cell: Cell<'_>) -> Result<ToSqlOutput<'_>, ExchangeError> {
    Ok(match cell {
        Cell::Empty => ToSqlOutput::Owned(Owned::Null),
        Cell::Text(text) => ToSqlOutput::Borrowed(ValueRef::Text(text.as_bytes())),
        Cell::Bool(truth) => ToSqlOutput::Owned(Owned::Integer(truth.into())),
        Cell::Count(count) => {
            let count = i64::try_from(count).map_err(|_| {
                ExchangeError(format!("SQLite holds no number as large as {count}"))
            })?;
            ToSqlOutput::Owned(Owned::Integer(count))
        }
        Cell::Number(number) => ToSqlOutput::Owned(Owned::Real(number)),
        Cell::Date(date) => ToSqlOutput::Owned(Owned::Text(date.to_string())),
    })
}

pub(crate) fn read(name: &str, bytes: &[u8], take: &mut Take<'_>) -> Result<Faults, ExchangeError> {
    let database = opened(bytes)?;
    let names = columns(&database)?;
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut faults = Faults::default();
    let header = Header::read(name, 0, &names, &mut faults);
    if !header.is_readable {
        return Ok(faults);
    }
    let known: Vec<usize> = header.places.iter().flatten().copied().collect();
    let quoted: Vec<String> =
        known.iter().map(|&place| format!("\"{}\"", COLUMNS[place].name)).collect();
    let mut select = database.prepare(&format!("SELECT {} FROM claims", quoted.join(", ")))?;
    let index_of = |place: usize| known.iter().position(|found| *found == place);
    let indices: Vec<Option<usize>> = (0..COLUMNS.len()).map(index_of).collect();
    let (mut number, mut words) = (0, Words::default());
    let mut rows = select.query(())?;
    while let Some(row) = rows.next()? {
        number += 1;
        let value = |place: usize| indices[place].map(|index| told(row.get_ref(index)));
        let taken = cells(&mut words, value).and_then(|cells| take(&cells, number));
        if let Err((column, kind)) = taken {
            faults.add(name, number, position(column, &names), kind);
        }
    }
    Ok(faults)
}

/// Opens a database of which nothing is known: it may neither compute by a view nor hold a value
/// that is longer than itself.
fn opened(bytes: &[u8]) -> Result<Connection, ExchangeError> {
    if bytes.is_empty() {
        // SQLite would say that it is out of memory.
        return Err(ExchangeError("the file is empty".to_owned()));
    }
    let mut database = Connection::open_in_memory()?;
    database.deserialize_read_exact(MAIN_DB, Cursor::new(bytes), bytes.len(), true)?;
    database.execute_batch("PRAGMA trusted_schema = OFF; PRAGMA query_only = ON")?;
    database.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    let longest = i32::try_from(bytes.len()).unwrap_or(i32::MAX).max(LEAST_LIMIT);
    database.set_limit(Limit::SQLITE_LIMIT_LENGTH, longest)?;
    Ok(database)
}

/// The names of the columns. Refuses what could compute anything for any time where a plain table
/// is expected: a view, a virtual table, a computed column. What SQLite made of the
/// statement in the file decides, not its words: these may be written in many ways.
fn columns(database: &Connection) -> Result<Vec<String>, ExchangeError> {
    let mut list = database.prepare("PRAGMA main.table_list(claims)")?;
    let mut kinds = list.query_map((), |row| row.get::<_, String>("type"))?;
    match kinds.next().transpose()? {
        None => return Err(ExchangeError("there is no table `claims`".to_owned())),
        Some(kind) if kind == "table" => {}
        Some(_) => return Err(ExchangeError("`claims` is no plain table".to_owned())),
    }
    let mut info = database.prepare("PRAGMA main.table_xinfo(claims)")?;
    let columns =
        info.query_map((), |row| Ok((row.get::<_, String>("name")?, row.get::<_, u8>("hidden")?)))?;
    columns
        .map(|column| match column? {
            (name, 0) => Ok(name),
            (name, _) => {
                Err(ExchangeError(format!("the column `{}` of `claims` is computed", clean(&name))))
            }
        })
        .collect()
}

/// A stored value; what is no text or number stands for nothing that a column holds.
fn told(value: rusqlite::Result<ValueRef<'_>>) -> Value<'_> {
    match value {
        Ok(ValueRef::Integer(number)) => Value::Int(number.into()),
        Ok(ValueRef::Real(number)) => Value::Float(number),
        Ok(ValueRef::Text(text)) => str::from_utf8(text).map_or(Value::Other, Value::Text),
        Ok(ValueRef::Null) => Value::Null,
        Ok(ValueRef::Blob(_)) | Err(_) => Value::Other,
    }
}

#[cfg(test)]
mod tests;
