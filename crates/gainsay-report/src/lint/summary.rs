//! The last lines about drafts: what was found, read, and not looked at.

use gainsay_claims::Lang;

use super::{DraftCounts, Lint};
use crate::{
    Counts, Speaker,
    lang::{colon, pick, plural},
};

impl Lint<'_> {
    /// How many diagnostics, what became of the figures, which drafts and sources are
    /// missing; one line each.
    pub(super) fn summary(&self) -> String {
        let counts = self.counts();
        let speaker = Speaker::new(self.base, self.lang);
        let levels = Counts {
            errors: counts.errors,
            warnings: counts.warnings,
            notes: counts.notes,
            ..Counts::default()
        };
        let mut lines = vec![speaker.found(&levels), self.outcomes(&counts)];
        lines.extend(self.not_read());
        lines.extend(speaker.missing_sources());
        lines.join("\n") + "\n"
    }

    /// Counts over all drafts.
    pub(crate) fn counts(&self) -> DraftCounts {
        let mut counts = DraftCounts::default();
        for linted in self.drafts {
            counts += DraftCounts::of(linted);
        }
        counts
    }

    fn outcomes(&self, counts: &DraftCounts) -> String {
        let lang = self.lang;
        let read = match lang {
            Lang::En => plural(lang, counts.figures(), "figure read", "figures read"),
            Lang::Fr => plural(lang, counts.figures(), "chiffre lu", "chiffres lus"),
        };
        let drafts = (self.drafts.len() > 1).then(|| match lang {
            Lang::En => format!(" in {} drafts", self.drafts.len()),
            Lang::Fr => format!(" dans {} brouillons", self.drafts.len()),
        });
        let kinds = [
            (counts.matched, ["matched", "retrouvé"], ["matched", "retrouvés"]),
            (counts.differing, ["differs", "différent"], ["differ", "différents"]),
            (
                counts.of_other_studies,
                ["of another study", "d'une autre étude"],
                ["of other studies", "d'autres études"],
            ),
            (counts.unmatched, ["not matched", "introuvable"], ["not matched", "introuvables"]),
        ];
        let kinds: Vec<String> = kinds
            .into_iter()
            .filter(|(count, ..)| *count > 0)
            .map(|(count, one, many)| plural(lang, count, pick(lang, one), pick(lang, many)))
            .collect();
        let kinds = if kinds.is_empty() {
            String::new()
        } else {
            format!("{}{}", colon(lang), kinds.join(", "))
        };
        let unchecked = match lang {
            Lang::En => plural(lang, counts.unchecked, "number not checked", "numbers not checked"),
            Lang::Fr => {
                plural(lang, counts.unchecked, "nombre non vérifié", "nombres non vérifiés")
            }
        };
        let semi = pick(lang, ["; ", "\u{a0}; "]);
        format!("{read}{}{kinds}{semi}{unchecked}", drafts.unwrap_or_default())
    }

    fn not_read(&self) -> Option<String> {
        let count = self.unread.len();
        let text = match self.lang {
            Lang::En => {
                plural(self.lang, count, "draft could not be read", "drafts could not be read")
            }
            Lang::Fr => plural(self.lang, count, "brouillon illisible", "brouillons illisibles"),
        };
        (count > 0).then_some(text)
    }
}
