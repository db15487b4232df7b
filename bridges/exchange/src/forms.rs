//! The forms of files, and how each is written and read.

/// A form of file that holds the claims table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// The IPC file of Arrow, also called Feather; a stream is read too.
    Arrow,
    /// Parquet, compressed by Snappy.
    Parquet,
    /// A database of SQLite with the table `claims`.
    Sqlite,
}

#[cfg(feature = "files")]
mod files {
    use gainsay_bulk::{Claims, Faults, Intake, Row};

    use super::Form;
    use crate::{
        ExchangeError,
        batch::batch,
        error::caught,
        ipc, parquet_file,
        read::{Take, row, take_in},
        sqlite,
    };

    /// Writes a table as the bytes of a file; `about` is what is known of it as a whole, as JSON.
    ///
    /// # Errors
    /// When the form cannot hold it.
    pub fn write(form: Form, rows: &[Row], about: &str) -> Result<Vec<u8>, ExchangeError> {
        match form {
            Form::Arrow => ipc::write(&batch(rows, about)?),
            Form::Parquet => parquet_file::write(&batch(rows, about)?),
            Form::Sqlite => sqlite::write(rows, about),
        }
    }

    /// Reads a table that is to be judged; `name` is what faults call it.
    ///
    /// # Errors
    /// When the bytes are no file of the form. What is wrong with the table is told as faults,
    /// each with the number of its row, and all other rows are read.
    pub fn read_claims(
        form: Form,
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<(Claims, Faults), ExchangeError> {
        let mut into = Intake::new(name);
        let faults =
            read(form, name, bytes, &mut |cells, number| take_in(&mut into, cells, number))?;
        Ok(into.end(faults))
    }

    /// Reads a table with every column, as [`read_claims`] reads what is to be judged.
    ///
    /// # Errors
    /// As for [`read_claims`].
    pub fn read_rows(
        form: Form,
        name: &str,
        bytes: Vec<u8>,
    ) -> Result<(Vec<Row>, Faults), ExchangeError> {
        let mut rows = Vec::new();
        let faults = read(form, name, bytes, &mut |cells, number| {
            rows.push(row(cells, &number.to_string())?);
            Ok(())
        })?;
        Ok((rows, faults))
    }

    fn read(
        form: Form,
        name: &str,
        bytes: Vec<u8>,
        take: &mut Take<'_>,
    ) -> Result<Faults, ExchangeError> {
        match form {
            Form::Arrow => caught(|| ipc::read(name, bytes, take)),
            Form::Parquet => caught(|| parquet_file::read(name, bytes, take)),
            Form::Sqlite => sqlite::read(name, &bytes, take),
        }
    }
}

#[cfg(feature = "files")]
pub use files::{read_claims, read_rows, write};
