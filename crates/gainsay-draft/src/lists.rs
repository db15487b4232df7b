//! Words and phrases of both languages, by what they are for: the files of `data`.

use std::sync::LazyLock;

use gainsay_claims::Lang;

/// Words by which texts say that figures agree.
pub(crate) static AGREEMENT: LazyLock<List> =
    LazyLock::new(|| List::parse(include_str!("../data/agreement.txt")));
/// Words that announce the name of a publisher or of a study.
pub(crate) static ANNOUNCING: LazyLock<List> =
    LazyLock::new(|| List::parse(include_str!("../data/announcing.txt")));
/// Verbs behind the name of somebody who tells a figure.
pub(crate) static TELLING: LazyLock<List> =
    LazyLock::new(|| List::parse(include_str!("../data/telling.txt")));
/// Words of which names of organisations are made.
pub(crate) static ORGANISATIONS: LazyLock<List> =
    LazyLock::new(|| List::parse(include_str!("../data/organisations.txt")));
/// Words behind which somebody stands by whose account something is told.
pub(crate) static BY_ACCOUNT: LazyLock<List> =
    LazyLock::new(|| List::parse(include_str!("../data/by-account.txt")));
/// What may stand behind such words and names nobody.
pub(crate) static NOBODY: LazyLock<List> =
    LazyLock::new(|| List::parse(include_str!("../data/nobody.txt")));
/// Words that point back to the study that was named last.
pub(crate) static POINTING_BACK: LazyLock<List> =
    LazyLock::new(|| List::parse(include_str!("../data/pointing-back.txt")));
/// Words by which somebody tells what others without a name told.
pub(crate) static HEARSAY: LazyLock<List> =
    LazyLock::new(|| List::parse(include_str!("../data/hearsay.txt")));
/// Words by which authors speak of what is theirs.
pub(crate) static OWN: LazyLock<List> =
    LazyLock::new(|| List::parse(include_str!("../data/own.txt")));
/// Words that compare, behind one that says by how much.
pub(crate) static COMPARATIVES: LazyLock<List> =
    LazyLock::new(|| List::parse(include_str!("../data/comparatives.txt")));
/// Words that say of a figure that it was seen in what cites it.
pub(crate) static SECOND_HAND: LazyLock<List> =
    LazyLock::new(|| List::parse(include_str!("../data/second-hand.txt")));
/// Words before the date on which a study was published.
pub(crate) static PUBLISHING: LazyLock<List> =
    LazyLock::new(|| List::parse(include_str!("../data/publishing.txt")));
/// Words behind a figure that describe those whom it is of.
pub(crate) static DESCRIBED: LazyLock<List> =
    LazyLock::new(|| List::parse(include_str!("../data/described.txt")));
/// Words before a figure that another one is compared with.
pub(crate) static COMPARED: LazyLock<List> =
    LazyLock::new(|| List::named(include_str!("../data/compared.txt"), "before"));
/// Words behind a figure before who counted it.
pub(crate) static RELATIVES: LazyLock<List> =
    LazyLock::new(|| List::named(include_str!("../data/compared.txt"), "relative"));
/// Words before a figure that gives the rest of one that was told.
pub(crate) static REST: LazyLock<List> =
    LazyLock::new(|| List::parse(include_str!("../data/rest.txt")));
/// Words that deny what stands beside them.
pub(crate) static DENIALS: LazyLock<List> =
    LazyLock::new(|| List::parse(include_str!("../data/denials.txt")));

/// Forms of verbs that no stem joins: verbs with their forms, parted by spaces.
pub(crate) static IRREGULAR_VERBS: LazyLock<List> =
    LazyLock::new(|| List::parse(include_str!("../data/irregular-verbs.txt")));
/// What those whom a study asked are called.
pub(crate) static RESPONDENTS: LazyLock<List> =
    LazyLock::new(|| List::parse(include_str!("../data/respondents.txt")));
/// Words by which a sentence speaks of some people only.
pub(crate) static NARROWING: LazyLock<List> =
    LazyLock::new(|| List::parse(include_str!("../data/narrowing.txt")));
/// Verbs behind which stands what people are found to be, and not who they are.
pub(crate) static VERBS: LazyLock<List> =
    LazyLock::new(|| List::parse(include_str!("../data/verbs.txt")));
/// Words by which sentences tell when people were asked.
pub(crate) static ASKED: LazyLock<List> =
    LazyLock::new(|| List::parse(include_str!("../data/asked.txt")));
/// Words by which a clause speaks of those who do not.
pub(crate) static POLARITY: LazyLock<List> =
    LazyLock::new(|| List::parse(include_str!("../data/polarity.txt")));
/// Idioms with a word of denial that deny nothing.
pub(crate) static NO_DENIALS: LazyLock<List> =
    LazyLock::new(|| List::parse(include_str!("../data/no-denials.txt")));

/// Phrases of both languages, in small letters.
pub(crate) struct List {
    english: Vec<&'static str>,
    french: Vec<&'static str>,
}

impl List {
    /// Reads lines such as `en: one | other`; those that begin with `#` are comments.
    fn parse(text: &'static str) -> Self {
        Self::of_lines(text, "")
    }

    /// Reads one of several lists of a text, whose lines begin with its name: `name en: one`.
    pub(crate) fn named(text: &'static str, name: &str) -> Self {
        Self::of_lines(text, &format!("{name} "))
    }

    fn of_lines(text: &'static str, lead: &str) -> Self {
        let of = |lang: &str| {
            let line = format!("{lead}{lang}: ");
            let lines = text.lines().filter_map(|one| one.strip_prefix(&line));
            lines.flat_map(|line| line.split(" | ")).map(str::trim).collect()
        };
        Self { english: of("en"), french: of("fr") }
    }

    /// Whether a word is one of a language.
    pub(crate) fn has(&self, lang: Lang, word: &str) -> bool {
        self.of(lang).contains(&word)
    }

    /// The phrases of a language.
    pub(crate) fn of(&self, lang: Lang) -> &[&'static str] {
        match lang {
            Lang::En => &self.english,
            Lang::Fr => &self.french,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_a_list_is_one_of_a_language() {
        for text in [
            include_str!("../data/agreement.txt"),
            include_str!("../data/announcing.txt"),
            include_str!("../data/telling.txt"),
            include_str!("../data/organisations.txt"),
            include_str!("../data/by-account.txt"),
            include_str!("../data/nobody.txt"),
            include_str!("../data/pointing-back.txt"),
            include_str!("../data/own.txt"),
            include_str!("../data/hearsay.txt"),
            include_str!("../data/second-hand.txt"),
            include_str!("../data/denials.txt"),
            include_str!("../data/rest.txt"),
            include_str!("../data/described.txt"),
            include_str!("../data/publishing.txt"),
            include_str!("../data/asked.txt"),
            include_str!("../data/irregular-verbs.txt"),
            include_str!("../data/respondents.txt"),
            include_str!("../data/narrowing.txt"),
            include_str!("../data/verbs.txt"),
            include_str!("../data/polarity.txt"),
            include_str!("../data/no-denials.txt"),
        ] {
            for line in text.lines() {
                assert!(
                    ["#", "en: ", "fr: "].iter().any(|start| line.starts_with(start)),
                    "{line}"
                );
            }
            let list = List::parse(text);
            for phrases in [list.of(Lang::En), list.of(Lang::Fr)] {
                assert!(!phrases.is_empty());
                assert!(phrases.iter().all(|one| !one.is_empty() && one.to_lowercase() == **one));
            }
        }
    }
}
