//! Why a table cannot be made or read at all.

/// Why a table cannot be made or read at all. What is wrong with one of its rows is a fault, and
/// the others are read.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ExchangeError(
    /// What the library of the form says.
    pub String,
);

/// Reads bytes of which nothing is known: where they are damaged, the libraries of Arrow and Parquet
/// may panic instead of telling.
pub(crate) fn caught<T>(
    read: impl FnOnce() -> Result<T, ExchangeError>,
) -> Result<T, ExchangeError> {
    // Whatever `read` has half done is dropped with the error.
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(read))
        .unwrap_or_else(|_| Err(ExchangeError("the file is damaged".to_owned())))
}

impl From<arrow_schema::ArrowError> for ExchangeError {
    fn from(error: arrow_schema::ArrowError) -> Self {
        let said = error.to_string();
        // What the library prints of its own state helps nobody who has only the file.
        let is_state = said.contains("ErrorTrace");
        Self(if is_state { "the file is damaged".to_owned() } else { said })
    }
}

#[cfg(feature = "files")]
impl From<parquet::errors::ParquetError> for ExchangeError {
    fn from(error: parquet::errors::ParquetError) -> Self {
        Self(error.to_string())
    }
}

#[cfg(feature = "files")]
impl From<rusqlite::Error> for ExchangeError {
    fn from(error: rusqlite::Error) -> Self {
        Self(error.to_string())
    }
}
