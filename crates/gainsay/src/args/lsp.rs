//! What an editor's server looks for.

use super::Language;

/// Options of `gainsay lsp`.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Lsp {
    /// Take drafts to be in this language [default: found passage by passage]
    #[arg(long)]
    pub(crate) draft_lang: Option<Language>,
    /// Show only what these rules find
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) select: Vec<String>,
    /// Do not show what these rules find
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,
    /// Accepted, as editors pass it: there is no other way
    #[arg(long, hide = true)]
    pub(crate) stdio: bool,
}
