//! What to look for in the base.

use super::rules::Rules;

/// Options of `gainsay check`.
#[derive(Debug, Default, clap::Args)]
pub(crate) struct Check {
    /// Show only these propositions, concepts or sources
    pub(crate) names: Vec<String>,
    #[command(flatten)]
    pub(crate) rules: Rules,
    /// Show only what the base at this revision of git did not raise
    #[arg(long, value_name = "REV")]
    pub(crate) since: Option<String>,
}
