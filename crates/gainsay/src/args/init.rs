//! Where to make a base.

use std::path::PathBuf;

/// Options of `gainsay init`.
#[derive(Debug, clap::Args)]
pub(crate) struct Init {
    /// Make it in this folder
    #[arg(value_name = "DIR", default_value = ".")]
    pub(crate) folder: PathBuf,
    /// Defer all that is found today for a year, in `verdicts/baseline.toml`
    #[arg(long)]
    pub(crate) baseline: bool,
}
