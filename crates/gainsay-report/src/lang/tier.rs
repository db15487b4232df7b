//! When findings are read, in words.

use gainsay_claims::Tier;

use super::{pick, plural};
use crate::Speaker;

impl Speaker<'_> {
    /// When a finding is read, and why then.
    pub(crate) fn read_then(&self, tier: Tier) -> &'static str {
        let texts = match tier {
            Tier::Reversal => [
                "first: it turns a message round, or cannot be true",
                "d'abord\u{a0}: renverse un message, ou ne peut être vrai",
            ],
            Tier::Direct => [
                "second: what is compared says different things",
                "ensuite\u{a0}: ce qui est comparé dit autre chose",
            ],
            Tier::Robust => [
                "third: the studies differ in one point, and the gap is robust",
                "puis\u{a0}: un seul point sépare les études, et l'écart est robuste",
            ],
            Tier::Undecided => [
                "fourth: what is not disclosed decides",
                "puis\u{a0}: ce qui n'est pas communiqué en décide",
            ],
            Tier::Input => ["to mend, not to decide", "à réparer, non à trancher"],
            Tier::Folded => [
                "last: not comparable as it stands, or a note",
                "en dernier\u{a0}: non comparable en l'état, ou pour mémoire",
            ],
        };
        pick(self.lang, texts)
    }

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
