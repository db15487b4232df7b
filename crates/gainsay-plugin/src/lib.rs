#![doc = include_str!("../README.md")]

pub mod abi;
mod bytes;
mod document;
mod entries;
pub mod form;
mod grid;
mod handed;
mod header;
mod input;
mod manifest;
mod names;
mod panics;
mod shapes;
mod sheet;
mod sink;
mod source;
pub mod testing;
mod waves;

pub use bytes::Bytes;
pub use document::Document;
pub use entries::{Entry, match_entries};
pub use gainsay_claims::{Lang, Said, period, slug, table, toml_string, value, windows_1252, wire};
pub use grid::{Cell, Grid};
pub use handed::{Handed, together};
pub use header::Header;
pub use input::Input;
pub use manifest::{Manifest, SECTION, manifest_json, manifest_len};
pub use names::Names;
pub use shapes::{Line, Shape, among, answers, lines, match_shapes};
pub use sheet::{Row, Sheet, grouped};
pub use sink::{Diagnostic, Emit, Kind, Severity, Sink, SourceDiagnostic, Stopped};
pub use source::{Config, Source, SourceError, collect};
pub use waves::{Wave, shared_days};
