//! Organisations that the base does not know, before a verb that says that they tell something:
//! "the *Chamber of Perfumers* claims that 44 %".

use std::ops::Range;

use gainsay_claims::Lang;

use crate::{
    lists::{ORGANISATIONS, TELLING},
    phrases,
};

/// Whether an organisation tells something in some words, or is told it: "customers told the
/// *Innkeepers' Federation*".
pub(crate) fn is_told_by_one(text: &str, lang: Lang) -> bool {
    let mut told = phrases::all(text, TELLING.of(lang));
    told.any(|verb| {
        let names = [name_before(text, verb.start), name_after(text, &verb)];
        names.into_iter().flatten().any(|name| is_of_organisation(text, &name))
    })
}

/// Whether the full name of an organisation stands in the words, whatever it does: "*The Larkfield
/// Institute* goes further".
pub(crate) fn names_one(text: &str) -> bool {
    let is_part = |word: &&str| word.starts_with(char::is_uppercase) || *word == "&";
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut names =
        words.chunk_by(|one, next| is_part(one) && is_part(next) && !one.ends_with(BORDERS));
    let is_behind_kind = |pair: &[&str]| {
        let kind = noun(pair[0].trim_start_matches(|sign: char| !sign.is_alphabetic()));
        SURVEYING.contains(&kind.as_str()) && pair[1].starts_with(char::is_uppercase)
    };
    words.windows(2).any(is_behind_kind)
        || names.any(|name| {
            let name = || name.iter().filter(|word| is_part(word) && !ARTICLES.contains(word));
            name().count() > 1 && name().any(|word| is_kind(word.trim_end_matches(BORDERS)))
        })
}

/// Words in small letters before the name of who asks people: "le *baromètre* Clarival".
const SURVEYING: &[&str] = &["baromètre", "cabinet", "institut", "observatoire", "sondage"];

/// Signs that end a name.
const BORDERS: &[char] = &[',', ';', ':', '.', '(', ')', '!', '?', '–', '—', '«', '“', '"'];

/// How many words a name has at most.
const LONGEST: usize = 8;

/// The name of an organisation that ends before a place: words with capitals, and small ones
/// only behind words that join them ("Chambre des parfumeurs").
fn name_before(text: &str, end: usize) -> Option<Range<usize>> {
    const JOINING: &[&str] = &["of", "for", "and", "&", "de", "des", "du", "et", "la"];
    let mut start = end;
    let mut name = None;
    for _ in 0..LONGEST {
        let word = phrases::last_word(text, start);
        let bare = text.get(word.clone()).unwrap_or_default();
        if bare.is_empty() || bare.ends_with(BORDERS) {
            break;
        }
        start = word.start;
        let lead = ["l'", "l’", "d'", "d’"].iter().find(|lead| bare.starts_with(*lead));
        let lead = lead.map_or(0, |lead| lead.len());
        if bare[lead..].starts_with(char::is_uppercase) {
            name = Some(start + lead);
        }
        let is_name = name == Some(start + lead) && lead == 0;
        let last = || phrases::word_before(text, start);
        if !is_name && !JOINING.contains(&bare) && !JOINING.contains(&last().as_str()) {
            break;
        }
    }
    Some(name?..text.get(..end)?.trim_end().len())
}

/// The name with capitals behind "told the".
fn name_after(text: &str, verb: &Range<usize>) -> Option<Range<usize>> {
    let is_told = text.get(verb.clone())?.ends_with("the");
    let rest = text.get(verb.end..)?;
    let words = rest.split_whitespace().take(LONGEST);
    let words = words.take_while(|word| word.starts_with(char::is_uppercase));
    let last = words.last().filter(|_| is_told)?;
    let end = rest.find(last)? + last.len();
    Some(verb.end..verb.end + end)
}

/// Words that begin sentences and no names.
const ARTICLES: &[&str] = &["The", "Le", "La", "Les", "Un", "Une", "A", "An", "Another"];

/// Whether a name has a word of which those of organisations are made beside others, or stands
/// behind one, or is one of capitals: "INSEE". Who else is named may be a person who tells what
/// others found.
fn is_of_organisation(text: &str, name: &Range<usize>) -> bool {
    let words = || {
        let words = text[name.clone()].split(|sign: char| !sign.is_alphanumeric());
        words.filter(|word| !word.is_empty() && !ARTICLES.contains(word))
    };
    let is_acronym = |word: &str| word.chars().count() > 2 && word.chars().all(char::is_uppercase);
    words().count() > 1 && words().any(is_kind)
        || words().any(is_acronym)
        || is_kind(&phrases::word_before(text, name.start))
}

/// Whether names of organisations are made of a word.
fn is_kind(word: &str) -> bool {
    let word = noun(word);
    [Lang::En, Lang::Fr].into_iter().any(|lang| ORGANISATIONS.has(lang, &word))
}

/// A word in small letters without what an apostrophe parts from it: "L'*Institut*".
fn noun(word: &str) -> String {
    let word = word.to_lowercase();
    word.rsplit(['\'', '’']).next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn before<'a>(text: &'a str, verb: &str) -> Option<&'a str> {
        let name = name_before(text, text.find(verb)?)?;
        is_of_organisation(text, &name).then_some(&text[name])
    }

    #[test]
    fn organisations_stand_before_verbs_of_telling() {
        let pew = "In December the Pew Research Center reported that 8 %";
        assert_eq!(before(pew, "reported"), Some("Pew Research Center"));
        assert_eq!(before("yet Bakers' Weekly reckons 17%", "reckons"), Some("Bakers' Weekly"));
        let chamber = "Un chiffre : la Chambre des parfumeurs affirme";
        assert_eq!(before(chamber, "affirme"), Some("Chambre des parfumeurs"));
        assert_eq!(
            before("Pourtant l'Office de la mer compte", "compte"),
            Some("Office de la mer")
        );
        assert_eq!(before("Or l'INSEE compte 12 %", "compte"), Some("INSEE"));
    }

    #[test]
    fn people_and_plain_words_are_no_organisations() {
        assert_eq!(before("Mme Le Goff rappelle que", "rappelle"), None);
        assert_eq!(before("Research says 12 %", "says"), None);
        assert_eq!(before("The Chamber, says", "says"), None);
        assert_eq!(before("le centre compte 12 %", "compte"), None);
        assert_eq!(before("Dana says 12 %", "says"), None);
    }
}
