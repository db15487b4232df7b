//! What an editor's server looks for.

use super::looking::Looking;

/// Options of `gainsay lsp`.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Lsp {
    #[command(flatten)]
    pub(crate) looking: Looking,
    /// Accepted, as editors pass it: there is no other way
    #[arg(long, hide = true)]
    pub(crate) stdio: bool,
}
