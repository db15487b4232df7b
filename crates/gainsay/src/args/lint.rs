//! What to look for in which drafts.

use std::path::PathBuf;

use clap::ValueEnum;

use super::looking::Looking;

/// Options of `gainsay lint`.
#[derive(Debug, clap::Args)]
#[command(
    after_help = "A remark before a passage or in it silences a rule there, in Markdown and \
                        HTML:\n\n  <!-- gainsay:ignore RULE: reason -->"
)]
pub(crate) struct Lint {
    /// Drafts to read; `-` is standard input
    #[arg(required = true, value_name = "DRAFT")]
    pub(crate) drafts: Vec<PathBuf>,
    /// Call standard input by this name; its ending tells the format
    #[arg(long, value_name = "NAME", default_value = "stdin")]
    pub(crate) stdin_name: String,
    /// Read drafts in this format [default: by the ending of their names]
    #[arg(long)]
    pub(crate) format: Option<DraftFormat>,
    #[command(flatten)]
    pub(crate) looking: Looking,
    /// List every figure with the claims that it was held against, and why
    #[arg(long)]
    pub(crate) figures: bool,
    /// Look again whenever a draft is saved; the base is read once
    #[arg(long)]
    pub(crate) watch: bool,
}

/// Formats of drafts.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(crate) enum DraftFormat {
    /// Markdown, of Pandoc and Quarto too
    Md,
    /// LaTeX
    Latex,
    /// HTML
    Html,
    /// Typst
    Typst,
    /// Without markup
    Text,
    /// Of word processors
    Docx,
}
