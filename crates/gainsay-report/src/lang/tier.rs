//! When findings are read, in words.

use gainsay_claims::Tier;

use super::{pick, plural};
use crate::Speaker;

impl Speaker<'_> {
    /// How many findings are read then: `3 undecided`.
    pub(crate) fn counted_tier(&self, tier: Tier, count: usize) -> String {
        let [one, many] = match tier {
            Tier::Reversal => [["reversal", "renversement"], ["reversals", "renversements"]],
            Tier::Direct => [["direct", "direct"], ["direct", "directs"]],
            Tier::Robust => [["robust", "robuste"], ["robust", "robustes"]],
            Tier::Undecided => [["undecided", "indécis"], ["undecided", "indécis"]],
            Tier::Input => [["to mend", "à réparer"], ["to mend", "à réparer"]],
            Tier::Folded => [
                ["not comparable or a note", "non comparable ou pour mémoire"],
                ["not comparable or notes", "non comparables ou pour mémoire"],
            ],
        };
        plural(self.lang, count, pick(self.lang, one), pick(self.lang, many))
    }
}
