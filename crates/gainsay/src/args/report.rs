//! What to report, and where to.

use std::path::PathBuf;

/// Options of `gainsay report`.
#[derive(Debug, clap::Args)]
pub(crate) struct ReportArgs {
    /// Show only these propositions, concepts or sources
    pub(crate) names: Vec<String>,
    /// Write the page to this file
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: PathBuf,
    /// Write both languages, to FILE with `.en` and `.fr` before its ending, with links to
    /// each other
    #[arg(long)]
    pub(crate) siblings: bool,
    /// Write the page again whenever a file of the base is saved; it reloads itself
    #[arg(long)]
    pub(crate) watch: bool,
    /// Show the page in the browser
    #[arg(long)]
    pub(crate) open: bool,
}
