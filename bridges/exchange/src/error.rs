//! Why a table cannot be made or read at all.

/// Why a table cannot be made or read at all. What is wrong with one of its rows is a fault, and
/// the others are read.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct ExchangeError(
    /// What the library of the form says.
    pub String,
);

impl From<arrow_schema::ArrowError> for ExchangeError {
    fn from(error: arrow_schema::ArrowError) -> Self {
        Self(error.to_string())
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
