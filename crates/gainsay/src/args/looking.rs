//! How drafts are looked at, whoever asks.

use gainsay_claims::Lang;

use super::Language;
use crate::{refusal::Refusal, select::RuleSelection};

/// Options that `gainsay lint` and `gainsay lsp` share.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Looking {
    /// Take drafts to be in this language [default: found passage by passage]
    #[arg(long)]
    draft_lang: Option<Language>,
    /// Show only what these rules find
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    select: Vec<String>,
    /// Do not show what these rules find
    #[arg(long, value_name = "RULES", value_delimiter = ',')]
    ignore: Vec<String>,
}

impl Looking {
    /// The language of drafts, if it is not to be found.
    pub(crate) fn lang(&self) -> Option<Lang> {
        self.draft_lang.map(Into::into)
    }

    /// The rules whose findings are shown.
    ///
    /// # Errors
    ///
    /// A name that is no rule for drafts.
    pub(crate) fn rules(&self) -> Result<RuleSelection, Refusal> {
        let known: Vec<_> = gainsay_draft::rules::ALL.iter().map(|rule| rule.check).collect();
        RuleSelection::new(&self.select, &self.ignore, &known)
    }
}
