//! Names of publishers that no figure is told by.

use std::ops::Range;

use super::Told;
use crate::{phrases, prose::Passage, said::Read};

/// What a publisher makes.
const STUDIES: [&str; 9] =
    ["poll", "polls", "survey", "surveys", "study", "sondage", "enquête", "étude", "barometer"];
/// Words with a capital at the beginning of a sentence that name nobody.
const NO_NAMES: [&str; 37] = [
    "A", "An", "The", "This", "That", "Our", "New", "One", "Two", "Three", "Both", "Several",
    "Its", "Their", "Another", "These", "Those", "Many", "Most", "Recent", "We", "They", "It",
    "Un", "Une", "Le", "La", "Les", "Notre", "Deux", "Trois", "Ce", "Cette", "Ces", "Elle", "Il",
    "Nous",
];
/// What a publisher does, right behind its name.
const ASKED: [&str; 12] = [
    "surveyed",
    "polled",
    "asked",
    "interviewed",
    "questioned",
    "found",
    "a interrogé",
    "a sondé",
    "a questionné",
    "ont interrogé",
    "a demandé",
    "a mené",
];
/// How many names are proposed where no figure tells whose they are.
const NAMES: usize = 12;
/// How many words a name may have.
const WORDS: usize = 5;

/// Names that a text announces ("selon l'Ifop") or that stand before a study ("a *Pew Research
/// Center* poll") or before whom it asked ("*Ifop* asked 1,003 adults"), in order, each once.
pub(super) fn find(read: &[Read<'_>]) -> Vec<Told> {
    let mut found: Vec<Told> = Vec::new();
    for (passage, one) in read.iter().enumerate() {
        let text = one.passage.prose.text();
        let named = one.names.iter().filter(|name| !name.is_appeal && !name.span.is_empty());
        let named = named.map(|name| (name.span.clone(), whole(text, &name.span)));
        let mut names: Vec<_> = named.chain(before_studies(one.passage)).collect();
        names.sort_by_key(|(span, _)| span.start);
        for (span, words) in names {
            if found.len() < NAMES && !found.iter().any(|known| known.words.contains(&words)) {
                found.push(Told { words, passage, span });
            }
        }
    }
    found
}

/// A name with the words behind it that begin with capitals: "*Harris* Interactive".
pub(super) fn whole(text: &str, span: &Range<usize>) -> String {
    let mut end = span.end;
    for _ in 0..WORDS {
        let Some(rest) = text.get(end..).and_then(|rest| rest.strip_prefix(' ')) else { break };
        let len = rest.find(|sign: char| !sign.is_alphanumeric()).unwrap_or(rest.len());
        if !rest.starts_with(char::is_uppercase) {
            break;
        }
        end += 1 + len;
    }
    let name = text.get(span.start..end).unwrap_or_default();
    name.trim_end_matches(['.', ',', ';', ':']).to_owned()
}

fn before_studies(passage: &Passage) -> Vec<(Range<usize>, String)> {
    let text = passage.prose.text();
    let words: Vec<&str> = text.split(' ').collect();
    let bare = |word: &str| word.trim_end_matches(|sign: char| !sign.is_alphanumeric()).to_owned();
    let is_name = |word: &&&str| {
        word.starts_with(char::is_uppercase)
            && word.ends_with(char::is_alphanumeric)
            && !NO_NAMES.contains(*word)
    };
    let (mut found, mut place) = (Vec::new(), 0);
    for (at, word) in words.iter().enumerate() {
        let asks = || phrases::begins(text.get(place..).unwrap_or_default(), &ASKED);
        if STUDIES.contains(&bare(word).as_str()) || word.starts_with(char::is_lowercase) && asks()
        {
            let name: Vec<&str> =
                words[..at].iter().rev().take_while(is_name).take(WORDS).copied().collect();
            if !name.is_empty() {
                let name: Vec<&str> = name.into_iter().rev().collect();
                let name = name.join(" ");
                let end = place - 1;
                found.push((end - name.len()..end, name));
            }
        }
        place += word.len() + 1;
    }
    found
}

#[cfg(test)]
mod tests {
    use gainsay_claims::EvidenceBase;

    use crate::{Checker, Format};

    fn publisher(text: &str) -> Option<String> {
        let base = EvidenceBase::default();
        let draft = crate::read("a.txt", text, Format::Plain);
        let proposed = Checker::new(&base).propose(&draft, &base);
        proposed.publishers.into_iter().next().map(|one| one.words)
    }

    #[test]
    fn names_before_studies_and_behind_their_announcement_are_found() {
        let found = |text: &str, name: &str| assert_eq!(publisher(text).as_deref(), Some(name));
        found(
            "A Fixture Research Center poll of 1,502 adults finds that 38 % do.",
            "Fixture Research Center",
        );
        found("A Fixture survey shows that 38 % of people do.", "Fixture");
        found("Selon l’Ifix pour Le Journal, c'est vrai. Près de 38 % des gens le font.", "Ifix");
        assert_eq!(publisher("A new survey shows that 38 % of people do."), None);
        assert_eq!(publisher("The survey shows that 38 % of people do."), None);
    }
}
