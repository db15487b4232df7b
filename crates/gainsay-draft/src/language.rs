//! Which language a passage is in.

use gainsay_claims::Lang;

/// Frequent words of French that English does not write.
const FRENCH: &[&str] = &[
    "au", "aux", "avec", "c", "ce", "ces", "cette", "d", "dans", "de", "des", "du", "elle",
    "elles", "est", "et", "il", "ils", "j", "je", "l", "la", "le", "les", "leur", "leurs", "mais",
    "n", "ne", "nous", "ont", "ou", "où", "par", "pas", "plus", "pour", "qu", "que", "qui", "se",
    "ses", "sont", "sur", "une", "un", "vous", "à", "été", "être",
];

/// Frequent words of English that French does not write.
const ENGLISH: &[&str] = &[
    "an", "and", "are", "at", "be", "been", "by", "do", "for", "from", "had", "has", "have", "he",
    "in", "is", "it", "its", "of", "only", "she", "than", "that", "the", "their", "them", "they",
    "this", "to", "was", "we", "were", "when", "which", "who", "will", "with", "you", "your",
];

/// So many letters the longest of these words has.
const LONGEST: usize = 5;

/// How much a text speaks for either language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Evidence {
    french: usize,
    english: usize,
}

/// The language that a tag (`fr`, `fr-CA`, `en_GB`) or a name (`french`) stands for.
pub(crate) fn of_tag(tag: &str) -> Option<Lang> {
    let first = tag.split(['-', '_']).next().unwrap_or_default().trim().to_ascii_lowercase();
    match first.as_str() {
        "fr" | "fra" | "french" | "francais" | "frenchb" | "acadian" | "canadien" => Some(Lang::Fr),
        "en" | "eng" | "english" | "british" | "american" | "ukenglish" | "usenglish" => {
            Some(Lang::En)
        }
        _ => None,
    }
}

/// The language of each passage, given its words and what its file states of it. What
/// is stated holds unless the words are clearly of the other language (a quotation, a
/// template's `lang`); a passage of few words goes with its neighbours.
pub(crate) fn of_passages(passages: &[(&str, Option<Lang>)]) -> Vec<Lang> {
    let evidence: Vec<Evidence> = passages.iter().map(|(text, _)| Evidence::of(text)).collect();
    let whole = evidence.iter().fold(Evidence::default(), |sum, one| sum.plus(*one));
    let own: Vec<Option<Lang>> = passages
        .iter()
        .zip(&evidence)
        .map(|((_, stated), evidence)| evidence.clear().or(*stated).or(evidence.leaning()))
        .collect();
    let fallback = whole.leaning().unwrap_or(Lang::En);
    let (before, after) = (nearest(own.iter()), nearest(own.iter().rev()));
    let neighbours = before.into_iter().zip(after.into_iter().rev());
    let language = |(own, neighbours): (&Option<Lang>, (Option<Lang>, Option<Lang>))| {
        own.or_else(|| agreed(neighbours)).unwrap_or(fallback)
    };
    own.iter().zip(neighbours).map(language).collect()
}

/// For each passage, the language of the last one so far that has any.
fn nearest<'a>(passages: impl Iterator<Item = &'a Option<Lang>>) -> Vec<Option<Lang>> {
    let mut last = None;
    passages
        .map(|lang| {
            last = lang.or(last);
            last
        })
        .collect()
}

/// The language of two neighbours, if they share one or only one has any.
fn agreed(neighbours: (Option<Lang>, Option<Lang>)) -> Option<Lang> {
    match neighbours {
        (Some(before), Some(after)) => (before == after).then_some(before),
        (one, other) => one.or(other),
    }
}

impl Evidence {
    fn of(text: &str) -> Self {
        let mut evidence = Self::default();
        for word in text.split(|character: char| !character.is_alphabetic()) {
            // A word in small letters has no fewer than as it was written.
            if word.is_empty() || word.chars().nth(LONGEST).is_some() {
                continue;
            }
            let word = word.to_lowercase();
            evidence.french += usize::from(FRENCH.contains(&word.as_str()));
            evidence.english += usize::from(ENGLISH.contains(&word.as_str()));
        }
        evidence
    }

    fn plus(self, other: Self) -> Self {
        Self { french: self.french + other.french, english: self.english + other.english }
    }

    /// The language of which there are more words.
    fn leaning(self) -> Option<Lang> {
        match self.french.cmp(&self.english) {
            std::cmp::Ordering::Greater => Some(Lang::Fr),
            std::cmp::Ordering::Less => Some(Lang::En),
            std::cmp::Ordering::Equal => None,
        }
    }

    /// The language that at least four words speak for, and thrice as many as against.
    fn clear(self) -> Option<Lang> {
        let (more, fewer) = (self.french.max(self.english), self.french.min(self.english));
        self.leaning().filter(|_| more >= 4 && more >= 3 * fewer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FR: &str = "68 % des fans d'une marque ne lisent pas ce qu'elle publie.";
    const EN: &str = "68 % of the fans of a brand do not read what it has posted.";

    #[track_caller]
    fn check(passages: &[(&str, Option<Lang>)], expected: &[Lang]) {
        assert_eq!(of_passages(passages), expected, "{passages:?}");
    }

    #[test]
    fn no_frequent_word_is_longer_than_those_that_are_looked_at() {
        let letters = FRENCH.iter().chain(ENGLISH).map(|word| word.chars().count());
        assert_eq!(letters.max(), Some(LONGEST));
    }

    #[test]
    fn words_tell_the_language() {
        check(&[(FR, None), (EN, None)], &[Lang::Fr, Lang::En]);
    }

    #[test]
    fn what_is_stated_holds_for_few_words() {
        check(&[("Les chiffres", Some(Lang::En))], &[Lang::En]);
        check(&[("Les chiffres", None)], &[Lang::Fr]);
    }

    #[test]
    fn a_clear_quotation_keeps_its_language() {
        check(&[(EN, Some(Lang::Fr)), ("68 %", Some(Lang::Fr))], &[Lang::En, Lang::Fr]);
    }

    #[test]
    fn a_passage_without_words_goes_with_its_neighbours_then_with_the_whole() {
        check(&[(FR, None), ("68 %", None), (FR, None)], &[Lang::Fr; 3]);
        check(
            &[(EN, None), ("68 %", None), (FR, None), (FR, None)],
            &[Lang::En, Lang::Fr, Lang::Fr, Lang::Fr],
        );
        check(&[("68 %", None)], &[Lang::En]);
    }

    #[test]
    fn tags_and_names_are_known() {
        assert_eq!(of_tag("fr-CA"), Some(Lang::Fr));
        assert_eq!(of_tag("british"), Some(Lang::En));
        assert_eq!(of_tag("de"), None);
    }
}
