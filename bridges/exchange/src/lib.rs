//! The claims table for other programs: batches of Arrow, and files of Arrow, Parquet and SQLite.
//!
//! The columns are those of [`gainsay_bulk::columns`], the rows those of CSV and JSON Lines. This
//! crate opens no file: it makes and takes bytes.

mod batch;
mod cell;
mod column;
mod column_of;
mod decimal;
mod error;
mod forms;
mod ipc;
mod pairs;
#[cfg(feature = "files")]
mod parquet_file;
mod parts;
mod read;
mod route;
mod schema;
#[cfg(feature = "files")]
mod sqlite;
mod words;
mod zone;

pub use batch::batch;
pub use error::ExchangeError;
pub use forms::Form;
#[cfg(feature = "files")]
pub use forms::{read_claims, read_rows, write};
pub use ipc::open;
pub use pairs::pairs;
pub use parts::{coarsened, joined, part, part_schema, step_up, whole, with_q};
pub use read::{claims_of, numbered_claims_of, rows_of};
pub use route::{cut, places, plan_schema, routed};
pub use schema::{ABOUT, plain_about, schema};
