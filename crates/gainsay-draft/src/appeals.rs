//! Words that appeal to studies without naming one: "des études montrent", "studies show".

use std::ops::Range;

use gainsay_claims::Lang;

/// How many words may stand between "des" and "études", or "studies" and "show".
const REACH: usize = 2;

/// How many words before one study may say that it is the source.
const BEFORE_ONE: usize = 4;
/// How many behind it may say that it says something.
const AFTER_ONE: usize = 8;

/// Words between "the" and "studies" that count what was named.
const COUNTED: [&str; 6] = ["deux", "trois", "quatre", "two", "three", "four"];

/// Words of one language by which studies are appealed to.
struct Words {
    /// Several of them, which need a lead or a verb.
    many: &'static [&'static str],
    /// One of them, which needs a lead.
    one: &'static [&'static str],
    /// What stands before several.
    lead_many: &'static [&'static str],
    /// What stands before one.
    lead_one: &'static [&'static str],
    /// What stands after several, where that is enough.
    verbs: &'static [&'static str],
    /// What stands before one that is the source.
    by: &'static [&'static str],
    /// What one that is the source does.
    says: &'static [&'static str],
}

const FRENCH: Words = Words {
    many: &["études", "recherches", "enquêtes", "sondages", "statistiques"],
    one: &["étude", "enquête", "sondage"],
    lead_many: &[
        "des",
        "les",
        "plusieurs",
        "certaines",
        "certains",
        "nombreuses",
        "nombreux",
        "diverses",
        "toutes",
        "récentes",
        "récents",
        "quelques",
        "dernières",
        "derniers",
    ],
    lead_one: &["une", "un"],
    verbs: &[],
    by: &["selon", "après", "lu", "dans", "par", "croire", "depuis", "existe"],
    says: &[
        "montre",
        "révèle",
        "indique",
        "établit",
        "dit",
        "affirme",
        "conclut",
        "trouve",
        "estime",
        "confirme",
        "prouve",
        "démontre",
        "rapporte",
        "avance",
        "chiffre",
        "constate",
        "suggère",
        "apprend",
        "donne",
        "parle",
        "évalue",
        "assure",
        "souligne",
        "annonce",
        "compte",
        "vient",
        "montrait",
        "révélait",
        "indiquait",
        "disait",
        "montré",
        "révélé",
        "établi",
        "prouvé",
        "démontré",
        "trouvé",
        "conclu",
    ],
};

const ENGLISH: Words = Words {
    many: &["studies", "surveys", "research", "polls", "experts"],
    one: &["study", "survey", "poll"],
    lead_many: &["many", "several", "some", "countless", "numerous", "recent", "various"],
    lead_one: &["a", "one", "recent", "new", "another", "every"],
    verbs: &[
        "show",
        "shows",
        "showed",
        "shown",
        "say",
        "says",
        "suggest",
        "suggests",
        "find",
        "finds",
        "found",
        "have",
        "has",
        "tell",
        "tells",
        "prove",
        "proves",
        "reveal",
        "reveals",
        "confirm",
        "confirms",
        "agree",
        "indicate",
        "indicates",
    ],
    by: &["according", "in", "per", "by", "from", "saw", "read"],
    says: &[
        "show",
        "shows",
        "showed",
        "shown",
        "say",
        "says",
        "said",
        "suggest",
        "suggests",
        "suggested",
        "find",
        "finds",
        "found",
        "tell",
        "tells",
        "told",
        "prove",
        "proves",
        "proved",
        "reveal",
        "reveals",
        "revealed",
        "confirm",
        "confirms",
        "confirmed",
        "indicate",
        "indicates",
        "indicated",
        "report",
        "reports",
        "reported",
        "claim",
        "claims",
        "claimed",
        "has",
        "puts",
        "put",
        "estimates",
        "estimated",
        "concludes",
        "concluded",
        "published",
        "counted",
        "asked",
        "states",
        "stated",
        "adds",
        "added",
    ],
};

/// Finds appeals to studies, in order.
pub(crate) fn find(text: &str, lang: Lang) -> Vec<Range<usize>> {
    let list = if lang == Lang::Fr { &FRENCH } else { &ENGLISH };
    let words = words(text);
    let mut found: Vec<Range<usize>> = Vec::new();
    for span in (0..words.len()).filter_map(|at| appeal(&words, at, list)) {
        if found.last().is_none_or(|last| last.end <= span.start) {
            found.push(span);
        }
    }
    found
}

/// A word in small letters, and where it stands.
type Word = (String, Range<usize>);

fn appeal(words: &[Word], at: usize, list: &Words) -> Option<Range<usize>> {
    let (word, span) = &words[at];
    let is_many = list.many.contains(&word.as_str());
    let is_one = list.one.contains(&word.as_str());
    let lead = |leads: &[&str]| {
        let before = &words[at.saturating_sub(REACH)..at];
        // "The two studies" are some that were named; so is "the one survey".
        let is_named = |pair: &[Word]| pair[0].0 == "the" && pair[1].0 == "one";
        let counted = before.iter().any(|(one, _)| COUNTED.contains(&one.as_str()))
            || before.windows(2).any(is_named);
        let found = before.iter().find(|(one, _)| leads.contains(&one.as_str()));
        found.filter(|_| !counted).map(|(_, span)| span.start)
    };
    let after = || {
        let next = words[at + 1..].iter().take(REACH);
        next.into_iter()
            .find(|(one, _)| list.verbs.contains(&one.as_str()))
            .map(|(_, span)| span.end)
    };
    match (is_many, is_one) {
        (true, _) if is_read(words, at) => None,
        (true, _) => match (lead(list.lead_many), after()) {
            (None, None) => None,
            (start, end) => Some(start.unwrap_or(span.start)..end.unwrap_or(span.end)),
        },
        (_, true) if !is_source(words, at, list) => None,
        (_, true) => lead(list.lead_one).map(|start| start..span.end),
        _ => None,
    }
}

/// "Lire des études", "commission surveys": what people do with studies, which say nothing.
fn is_read(words: &[Word], at: usize) -> bool {
    const DONE: [&str; 20] = [
        "lire",
        "lis",
        "lit",
        "faire",
        "fais",
        "mener",
        "mène",
        "commander",
        "payer",
        "acheter",
        "read",
        "reading",
        "run",
        "running",
        "commission",
        "commissioning",
        "buy",
        "buying",
        "pay",
        "écrire",
    ];
    let before = &words[at.saturating_sub(REACH)..at];
    before.iter().any(|(one, _)| DONE.contains(&one.as_str()))
}

/// Whether one study is told to say something: "according to a survey", "a survey found".
/// Who reads one, or makes one, appeals to none.
fn is_source(words: &[Word], at: usize, list: &Words) -> bool {
    let before = &words[at.saturating_sub(BEFORE_ONE)..at];
    let after = words[at + 1..].iter().take(AFTER_ONE);
    before.iter().any(|(one, _)| list.by.contains(&one.as_str()))
        || after.into_iter().any(|(one, _)| list.says.contains(&one.as_str()))
}

fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut rest = 0;
    for part in text.split(|letter: char| !letter.is_alphanumeric()) {
        let start = rest;
        rest = start
            + part.len()
            + text[start + part.len()..].chars().next().map_or(0, char::len_utf8);
        if !part.is_empty() {
            words.push((part.to_lowercase(), start..start + part.len()));
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, lang: Lang) -> Vec<&str> {
        find(text, lang).into_iter().map(|span| &text[span]).collect()
    }

    #[test]
    fn appeals_are_found_in_both_languages() {
        assert_eq!(found("Oui, des études nous disent que", Lang::Fr), ["des études"]);
        assert_eq!(found("Selon une récente étude, oui", Lang::Fr), ["une récente étude"]);
        assert_eq!(found("De récentes recherches", Lang::Fr), ["récentes recherches"]);
        assert_eq!(found("Studies clearly show it", Lang::En), ["Studies clearly show"]);
        assert_eq!(found("according to a recent survey", Lang::En), ["a recent survey"]);
    }

    #[test]
    fn what_is_pointed_at_is_no_appeal() {
        assert!(found("Cette étude dit que l'enquête", Lang::Fr).is_empty());
        assert!(found("Je me suis mise à lire des enquêtes", Lang::Fr).is_empty());
        assert!(found("Comment lire un sondage en dix minutes", Lang::Fr).is_empty());
        assert!(found("You have to run a survey before you print", Lang::En).is_empty());
        assert!(found("You read a line from the one survey to the other", Lang::En).is_empty());
        assert!(found("The study was long. These surveys cost money", Lang::En).is_empty());
    }
}
