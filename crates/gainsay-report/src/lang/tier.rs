//! When findings are read, in words.

use gainsay_claims::Tier;

use super::{colon, pick, plural};
use crate::Speaker;

impl Speaker<'_> {
    /// When a finding is read, and why then.
    pub(crate) fn read_then(&self, tier: Tier) -> String {
        let when = match tier {
            Tier::Reversal => ["first", "d'abord"],
            Tier::Direct => ["second", "ensuite"],
            Tier::Robust => ["third", "puis"],
            Tier::Undecided => ["fourth", "puis"],
            Tier::Folded => ["last", "en dernier"],
            Tier::Input => return self.why_then(tier).to_owned(),
        };
        format!("{}{}{}", pick(self.lang, when), colon(self.lang), self.why_then(tier))
    }

    /// What findings of a tier have in common.
    pub(crate) fn why_then(&self, tier: Tier) -> &'static str {
        let texts = match tier {
            Tier::Reversal => [
                "turns a message round, or cannot be true",
                "renverse un message, ou ne peut être vrai",
            ],
            Tier::Direct => {
                ["what is compared says different things", "ce qui est comparé dit autre chose"]
            }
            Tier::Robust => [
                "one thing that weighs sets the studies apart, and the gap is robust",
                "une seule différence qui pèse sépare les études, et l'écart est robuste",
            ],
            Tier::Undecided => {
                ["what is not disclosed decides", "ce qui n'est pas communiqué en décide"]
            }
            Tier::Input => ["to mend, not to decide", "à réparer, non à trancher"],
            Tier::Folded => [
                "not comparable as it stands, or a note",
                "non comparable en l'état, ou pour mémoire",
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
