//! Which drafts to refresh.

use std::path::PathBuf;

/// Options of `gainsay sync`.
#[derive(Debug, clap::Args)]
#[command(after_help = "A table stands between two remarks, in Markdown and HTML:\n\n  \
                        <!-- gainsay:begin table=NAME -->\n  <!-- gainsay:end -->\n\n\
                        NAME is as `gainsay table` takes it; its options may follow without \
                        hyphens, as in columns=who,share")]
pub(crate) struct SyncArgs {
    /// Drafts in Markdown, LaTeX, HTML or Typst
    #[arg(required = true, value_name = "DRAFT")]
    pub(crate) drafts: Vec<PathBuf>,
    /// Write nothing; exit with 1 if a table is not up to date
    #[arg(long)]
    pub(crate) check: bool,
    /// Write nothing, and print what would change
    #[arg(long)]
    pub(crate) diff: bool,
}
