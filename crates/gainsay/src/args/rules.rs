//! Which rules are shown.

use gainsay_claims::Check;

use crate::{refusal::Refusal, select::RuleSelection};

/// Options that choose rules.
#[derive(Clone, Debug, Default, clap::Args)]
pub(crate) struct Rules {
    /// Show only what these rules, or groups of rules such as `shares`, find
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    select: Vec<String>,
    /// Do not show what these rules or groups find
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    ignore: Vec<String>,
}

impl Rules {
    /// The rules that are shown, of those that a command knows.
    ///
    /// # Errors
    ///
    /// A name that is no such rule, and no group that has one.
    pub(crate) fn of(&self, known: &[&'static Check]) -> Result<RuleSelection, Refusal> {
        RuleSelection::new(&self.select, &self.ignore, known)
    }
}
