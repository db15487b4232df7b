//! Groups of rules and checks, by which they are selected together.

/// What a rule or check is about. Its name stands wherever the id of a rule may stand, so
/// no rule is called like a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CheckGroup {
    /// What is restated, and by whom.
    Citations,
    /// Propositions that bear on each other.
    Coherence,
    /// The text of drafts.
    Drafts,
    /// Files, plugins and what these say.
    Input,
    /// What cannot be true inside one study.
    Internal,
    /// Orders of options.
    Orders,
    /// What holds of every plugin.
    Plugins,
    /// Shares of several studies on one proposition.
    Shares,
    /// What reviewers answered.
    Verdicts,
}

impl CheckGroup {
    /// Every group, in order of id.
    pub const ALL: [Self; 9] = [
        Self::Citations,
        Self::Coherence,
        Self::Drafts,
        Self::Input,
        Self::Internal,
        Self::Orders,
        Self::Plugins,
        Self::Shares,
        Self::Verdicts,
    ];

    /// Its name, as it is written on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Citations => "citations",
            Self::Coherence => "coherence",
            Self::Drafts => "drafts",
            Self::Input => "input",
            Self::Internal => "internal",
            Self::Orders => "orders",
            Self::Plugins => "plugins",
            Self::Shares => "shares",
            Self::Verdicts => "verdicts",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_listed_in_order() {
        assert!(CheckGroup::ALL.is_sorted_by(|one, other| one.id() < other.id()));
    }
}
