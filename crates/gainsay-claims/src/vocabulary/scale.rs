use indexmap::IndexMap;

use crate::{lang::Localized, value::ReportingSet};

/// Ordered answers, from least to most.
#[derive(Clone, Debug)]
pub struct Scale {
    /// As it reads in a table.
    pub label: Localized,
    // Invariant: not empty, in order.
    /// The steps and their labels.
    pub steps: IndexMap<String, Localized>,
}

impl Scale {
    /// What the share above step `from` says about the share above step `to`.
    ///
    /// Whoever is above a higher step is above a lower one. So the share above
    /// "hardly ever" is a lower bound of the share above "never", and the other
    /// way round an upper bound: "28 % at least sometimes" says "28 % or more
    /// ever", not "28 % ever".
    pub fn project(&self, share: &ReportingSet, from: &str, to: &str) -> Option<ReportingSet> {
        let (from, to) = (self.steps.get_index_of(from)?, self.steps.get_index_of(to)?);
        Some(match from.cmp(&to) {
            std::cmp::Ordering::Equal => *share,
            std::cmp::Ordering::Greater => share.lower_bound(),
            std::cmp::Ordering::Less => share.upper_bound(),
        })
    }
}
