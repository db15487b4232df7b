//! Files of Parquet.

use arrow_array::{RecordBatch, RecordBatchReader as _};
use bytes::Bytes;
use gainsay_bulk::Faults;
use parquet::{
    arrow::{ArrowWriter, arrow_reader::ParquetRecordBatchReaderBuilder},
    basic::Compression,
    file::properties::WriterProperties,
};

use crate::{
    ExchangeError,
    read::{Take, each},
};

pub(crate) fn write(batch: &RecordBatch) -> Result<Vec<u8>, ExchangeError> {
    let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
    let mut writer = ArrowWriter::try_new(Vec::new(), batch.schema(), Some(properties))?;
    writer.write(batch)?;
    Ok(writer.into_inner()?)
}

pub(crate) fn read(
    name: &str,
    bytes: Vec<u8>,
    take: &mut Take<'_>,
) -> Result<Faults, ExchangeError> {
    let reader = ParquetRecordBatchReaderBuilder::try_new(Bytes::from(bytes))?.build()?;
    each(name, &reader.schema(), reader, take)
}
