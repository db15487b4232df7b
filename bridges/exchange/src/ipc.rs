//! Files of Arrow.

use std::io::Cursor;

use arrow_array::RecordBatch;
use arrow_ipc::reader::FileReader;
use arrow_schema::SchemaRef;

use crate::{ExchangeError, error::caught, schema::ABOUT};

/// The batches of a file, and what is known of the table as a whole; that is empty where the file
/// does not say.
///
/// # Errors
/// When the bytes are no file of Arrow.
pub fn open(bytes: &[u8]) -> Result<(SchemaRef, Vec<RecordBatch>, String), ExchangeError> {
    caught(|| {
        let reader = FileReader::try_new(Cursor::new(bytes), None)?;
        let schema = reader.schema();
        let about = schema.metadata().get(ABOUT).cloned().unwrap_or_default();
        Ok((schema, reader.collect::<Result<_, _>>()?, about))
    })
}

#[cfg(feature = "files")]
mod whole {
    use arrow_ipc::{reader::StreamReader, writer::FileWriter};
    use gainsay_bulk::Faults;

    use super::{Cursor, ExchangeError, FileReader, RecordBatch};
    use crate::read::{Take, each};

    /// How a file begins that can be read from any place; a stream begins otherwise.
    const MAGIC: &[u8] = b"ARROW1";

    pub(crate) fn write(batch: &RecordBatch) -> Result<Vec<u8>, ExchangeError> {
        let mut writer = FileWriter::try_new(Vec::new(), &batch.schema())?;
        writer.write(batch)?;
        Ok(writer.into_inner()?)
    }

    pub(crate) fn read(
        name: &str,
        bytes: Vec<u8>,
        take: &mut Take<'_>,
    ) -> Result<Faults, ExchangeError> {
        if bytes.starts_with(MAGIC) {
            let reader = FileReader::try_new(Cursor::new(bytes), None)?;
            return each(name, &reader.schema(), reader, take);
        }
        let reader = StreamReader::try_new(Cursor::new(bytes), None)?;
        each(name, &reader.schema(), reader, take)
    }
}

#[cfg(feature = "files")]
pub(crate) use whole::{read, write};
