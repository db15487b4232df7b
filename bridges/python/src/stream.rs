//! Batches that leave for Python, and those that come from there, by the PyCapsule interface of
//! Arrow: without a copy, and without pyarrow.

use arrow_array::{
    RecordBatch, RecordBatchIterator, RecordBatchReader,
    ffi::FFI_ArrowSchema,
    ffi_stream::{FFI_ArrowArrayStream, RecordBatchStreamReader},
};
use arrow_pyarrow::FromPyArrow as _;
use arrow_schema::SchemaRef;
use gainsay_exchange::open;
use pyo3::{
    Bound, PyAny, PyResult, Python, pyclass, pyfunction, pymethods,
    types::{PyAnyMethods as _, PyCapsule, PyTypeMethods as _},
};

use crate::fault::{Stop, guarded, refused};

/// Rows of Arrow, to be taken by any library that knows the PyCapsule interface.
#[pyclass(frozen, module = "gainsay._gainsay")]
pub(crate) struct Batches {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

impl From<RecordBatch> for Batches {
    fn from(batch: RecordBatch) -> Self {
        Self { schema: batch.schema(), batches: vec![batch] }
    }
}

/// Opens a file of Arrow: its rows, and what is known of the table as a whole, as JSON.
///
/// # Errors
/// When the bytes are no such file.
#[pyfunction]
pub(crate) fn open_arrow(py: Python<'_>, file: Vec<u8>) -> PyResult<(Batches, String)> {
    guarded(py, || {
        let (schema, batches, about) = open(&file).map_err(|error| error.to_string())?;
        Ok((Batches { schema, batches }, about))
    })
}

#[pymethods]
impl Batches {
    fn __len__(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(self.schema.as_ref()).map_err(refused)?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }

    /// Another schema is what a consumer may ask for; the interface lets a producer ignore it.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        let _ = requested_schema;
        let batches: Vec<_> = self.batches.iter().cloned().map(Ok).collect();
        let reader = RecordBatchIterator::new(batches, self.schema.clone());
        let stream = FFI_ArrowArrayStream::new(Box::new(reader));
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
    }
}

/// Batches that come from Python.
pub(crate) type Reader = Box<dyn RecordBatchReader + Send>;

/// Takes the rows of an object: a stream of batches, or one batch.
///
/// # Errors
/// When the object is neither.
pub(crate) fn reader(object: &Bound<'_, PyAny>) -> PyResult<Reader> {
    if object.hasattr("__arrow_c_stream__")? {
        let stream = RecordBatchStreamReader::from_pyarrow_bound(object).map_err(refused)?;
        return Ok(Box::new(stream));
    }
    if object.hasattr("__arrow_c_array__")? {
        let batch = RecordBatch::from_pyarrow_bound(object).map_err(refused)?;
        let schema = batch.schema();
        return Ok(Box::new(RecordBatchIterator::new([Ok(batch)], schema)));
    }
    let kind = object.get_type().name()?;
    Err(refused(format!(
        "a {kind} is no table of Arrow; give a data frame of pandas or Polars, a relation of DuckDB \
         or a table of pyarrow"
    )))
}

/// The same batches, in pieces, until somebody asks to stop.
pub(crate) fn until(reader: Reader, stop: &Stop) -> Reader {
    /// Rows that are read between two looks.
    const ROWS: usize = 1 << 16;
    let (schema, stop) = (reader.schema(), stop.clone());
    let pieces = reader.flat_map(|batch| match batch {
        Err(error) => vec![Err(error)],
        Ok(batch) => {
            let rows = batch.num_rows();
            let starts = (0..rows).step_by(ROWS);
            starts.map(|start| Ok(batch.slice(start, ROWS.min(rows - start)))).collect()
        }
    });
    let pieces = pieces.map_while(move |piece| match piece {
        _ if stop.is_asked() => None,
        piece => Some(piece),
    });
    Box::new(RecordBatchIterator::new(pieces, schema))
}
