//! How drafts are looked at, whoever asks.

use gainsay_claims::Lang;

use super::{Language, rules::Rules};
use crate::{refusal::Refusal, select::RuleSelection};

/// Options that `gainsay lint` and `gainsay lsp` share.
#[derive(Clone, Debug, clap::Args)]
pub(crate) struct Looking {
    /// Take drafts to be in this language [default: found passage by passage]
    #[arg(long)]
    draft_lang: Option<Language>,
    #[command(flatten)]
    rules: Rules,
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
    /// A name that is no rule for drafts, and no group that has one.
    pub(crate) fn rules(&self) -> Result<RuleSelection, Refusal> {
        let known: Vec<_> = gainsay_draft::rules::ALL.iter().map(|rule| rule.check).collect();
        self.rules.of(&known)
    }
}
