//! Why a library is refused once its file has been read.

use std::fmt;

use gainsay_claims::facts::TableFault;
use gainsay_plugin::abi::SYMBOL;
use serde::{Deserialize, Serialize};

use crate::failure::Refusal;

/// Why a library is refused once its file has been read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum LoadFault {
    /// The loader does not load it, for this reason.
    Loader(String),
    /// Its table cannot be used.
    Table(TableFault),
}

impl From<TableFault> for LoadFault {
    fn from(fault: TableFault) -> Self {
        Self::Table(fault)
    }
}

impl From<LoadFault> for Refusal {
    fn from(fault: LoadFault) -> Self {
        let said = fault.to_string();
        match fault {
            LoadFault::Loader(reason) => Self::Other(reason.into()),
            LoadFault::Table(fault) => Self::Table { fault, said },
        }
    }
}

impl fmt::Display for LoadFault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let fault = match self {
            Self::Loader(reason) => return out.write_str(reason),
            Self::Table(fault) => *fault,
        };
        match fault {
            TableFault::Address => write!(out, "symbol `{SYMBOL}` is at no address for a table"),
            TableFault::Magic => write!(out, "symbol `{SYMBOL}` is no table of this interface"),
            TableFault::Major { found, known } => {
                write!(out, "interface version {found}, this program has {known}")
            }
            TableFault::Size { found, known } => {
                write!(out, "table of {found} bytes, expected {known}")
            }
            TableFault::Entries => out.write_str("table without create, call or destroy"),
            TableFault::Manifest => {
                out.write_str("manifest in the table differs from the one in the file")
            }
        }
    }
}
