//! What `gainsay judge` may be told.

use std::path::PathBuf;

use clap::{Args, ValueEnum};

/// Which table, and how.
#[derive(Debug, Args)]
pub(crate) struct JudgeArgs {
    /// Table of claims, one a row, in any of the input formats; `-` is standard input
    #[arg(value_name = "TABLE")]
    pub(crate) table: PathBuf,
    /// Take the thresholds from `[policy]` of this file [default: the usual ones]
    #[arg(long, value_name = "FILE")]
    pub(crate) policy: Option<PathBuf>,
    /// Print in this form
    #[arg(long, default_value = "text")]
    pub(crate) format: JudgeFormat,
    /// Read the table in this form [default: by its ending, else csv]
    #[arg(long)]
    pub(crate) input_format: Option<InputFormat>,
}

/// Forms of what was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum JudgeFormat {
    /// How much there is, and the strongest pairs
    Text,
    /// Every pair, as comma-separated values
    Csv,
    /// Every pair, as JSON Lines
    Jsonl,
    /// Everything, as one JSON
    Json,
}

/// Forms of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum InputFormat {
    /// Comma-separated values; semicolons or tabs do as well
    Csv,
    /// JSON Lines
    Jsonl,
    /// A file or stream of Arrow (Feather)
    Arrow,
    /// Parquet
    Parquet,
    /// A database of SQLite, with the table `claims`
    Sqlite,
}
