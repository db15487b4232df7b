//! Who speaks: the author, or readers who comment.

use std::collections::BTreeMap;

use crate::prose::{PassageKind, Voice};

use super::builder::Built;

/// The level of a title of comments that is no heading.
const LEVEL_OF_LINES: u8 = 2;

/// What titles of comments are called, alone or with a number.
const TITLES: &[&str] = &[
    "commentaire",
    "commentaires",
    "comment",
    "comments",
    "réponse",
    "réponses",
    "response",
    "responses",
    "reply",
    "replies",
    "réaction",
    "réactions",
    "thought",
    "thoughts",
];

/// Words of titles that count nothing.
const BARE_TITLES: &[&str] = &[
    "commentaires",
    "comments",
    "réactions",
    "vos commentaires",
    "les commentaires",
    "vos réactions",
];

/// What stands between a name and what the person says.
const SAYS: &[&str] = &[
    " a dit :",
    " dit :",
    " a écrit :",
    " écrit :",
    " a commenté :",
    " says:",
    " said:",
    " wrote:",
];

/// Words that lead from a name to a date.
const ON: &[&str] = &[" on ", " le ", ", le ", ", on "];

const MONTHS: &[&str] = &[
    "jan", "feb", "fév", "fev", "mar", "apr", "avr", "may", "mai", "jun", "juin", "jul", "juil",
    "aug", "aoû", "aou", "sep", "oct", "nov", "dec", "déc",
];

/// Who speaks in each passage. `names` are those of the comments that markup tells.
pub(super) fn of(passages: &[Built], names: &BTreeMap<usize, String>) -> Vec<Voice> {
    let mut voices = Vec::with_capacity(passages.len());
    let mut section: Option<Section> = None;
    for (at, passage) in passages.iter().enumerate() {
        let text = normal(passage.prose.text());
        let next = passages.get(at + 1).map(|next| normal(next.prose.text())).unwrap_or_default();
        section = match passage.comment {
            Some(comment) => Some(Section::marked(section, comment, names, &text, &next)),
            None => Section::after(section, level(passage), &text, &next),
        };
        voices.push(match &section {
            Some(section) => Voice::Commenter(section.name.clone()),
            None => Voice::Author,
        });
    }
    voices
}

fn level(passage: &Built) -> Option<u8> {
    match passage.kind {
        PassageKind::Heading(level) => Some(level),
        _ => None,
    }
}

/// A part of the draft that holds comments.
struct Section {
    level: u8,
    /// The comment, where markup tells: then the markup tells where it ends.
    comment: Option<usize>,
    /// Who speaks now.
    name: Option<String>,
}

impl Section {
    /// The section of a passage that markup makes part of a comment.
    fn marked(
        before: Option<Self>,
        comment: usize,
        names: &BTreeMap<usize, String>,
        text: &str,
        next: &str,
    ) -> Self {
        let told = names.get(&comment).map(|name| name_of(name).to_owned());
        let same = before.filter(|before| before.comment == Some(comment));
        let name = told.or_else(|| speaker(text, next)).or_else(|| same.and_then(|same| same.name));
        Self { level: LEVEL_OF_LINES, comment: Some(comment), name }
    }

    /// The section that a passage stands in, given that of the passage before.
    fn after(before: Option<Self>, level: Option<u8>, text: &str, next: &str) -> Option<Self> {
        let begins = |name| Self { level: level.unwrap_or(LEVEL_OF_LINES), comment: None, name };
        if is_title(text) {
            return Some(begins(None));
        }
        let Some(section) = before.filter(|before| before.comment.is_none()) else {
            let name = speaker_of_line(text).filter(|_| is_date(next))?;
            return Some(begins(Some(name)));
        };
        if let Some(name) = speaker(text, next) {
            return Some(Self { name: Some(name), ..section });
        }
        level.is_none_or(|level| level > section.level).then_some(section)
    }
}

/// The name in a text that may go on with "says:".
fn name_of(text: &str) -> &str {
    SAYS.iter().find_map(|says| text.strip_suffix(says)).unwrap_or(text)
}

/// Whether a line of plain text is a passage of its own since it belongs to comments.
pub(super) fn is_line_of_comments(line: &str) -> bool {
    let line = normal(line);
    is_title(&line) || speaker_of_line(&line).is_some() || is_date(&line)
}

/// The same words with plain spaces.
fn normal(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text is the title of comments: "Commentaires", "3 réponses à « ... »".
fn is_title(text: &str) -> bool {
    let lower = text.to_lowercase();
    let title = lower.trim_end_matches([':', '.', ' ']);
    let (title, has_count) = match title.split_once('(') {
        Some((title, count)) => {
            (title.trim_end(), count.trim_end_matches(')').parse::<u32>().is_ok())
        }
        None => (title, false),
    };
    if BARE_TITLES.contains(&title) {
        return has_count || !lower.contains('(');
    }
    let Some((count, rest)) = title.split_once(' ') else { return false };
    let is_count =
        count.parse::<u32>().is_ok() || matches!(count, "un" | "une" | "one" | "aucun" | "no");
    let (noun, rest) = rest.split_once(' ').unwrap_or((rest, ""));
    let names_article = ["à ", "to ", "on ", "sur "].iter().any(|word| {
        rest.strip_prefix(word).is_some_and(|rest| rest.starts_with(['«', '“', '"', '‘']))
    });
    is_count && TITLES.contains(&noun) && (rest.is_empty() || names_article)
}

/// Whoever begins to speak in a passage of comments, which `next` follows.
fn speaker(text: &str, next: &str) -> Option<String> {
    let says = SAYS.iter().find_map(|says| text.split_once(says)).map(|(name, _)| name);
    if let Some(name) = says.filter(|name| is_name(name)) {
        return Some(name.to_owned());
    }
    if let Some(name) = signed(text) {
        return Some(name);
    }
    (is_name(text) && is_date(next)).then(|| text.to_owned())
}

/// The speaker whom a line names, and nothing else: "Marie a dit :".
fn speaker_of_line(text: &str) -> Option<String> {
    let name = SAYS.iter().find_map(|says| text.strip_suffix(says))?;
    is_name(name).then(|| name.to_owned())
}

/// The name of a line that names a person and a date: "By Marie on March 3, 2014".
fn signed(text: &str) -> Option<String> {
    let line = text.strip_prefix("By ").or_else(|| text.strip_prefix("Par ")).unwrap_or(text);
    let (name, date) = ON.iter().find_map(|on| line.split_once(on))?;
    (is_name(name) && is_date(date)).then(|| name.trim_end_matches(',').to_owned())
}

/// Whether a text may be the name of a person.
fn is_name(text: &str) -> bool {
    (1..=5).contains(&text.split(' ').count())
        && (2..=60).contains(&text.len())
        && text.chars().next().is_some_and(|first| first.is_alphanumeric() || first == '@')
        && !text.ends_with(['.', '!', '?', ':', ',', ';', '%'])
        && !is_date(text)
}

/// Whether a text is a date, maybe with the time, and nothing else.
fn is_date(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_year =
        |word: &str| word.len() == 4 && (word.starts_with("19") || word.starts_with("20"));
    let is_month = |word: &str| MONTHS.iter().any(|month| word.starts_with(month));
    let is_number = |word: &str| word.bytes().all(|one| one.is_ascii_digit());
    let has_year = words.clone().any(is_year);
    let has_month =
        words.clone().any(is_month) || words.clone().filter(|one| is_number(one)).count() >= 3;
    let is_other =
        |word: &str| !is_month(word) && !word.starts_with(|one: char| one.is_ascii_digit());
    has_year
        && has_month
        && text.len() <= 60
        && words.by_ref().filter(|one| is_other(one)).count() <= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_of_comments_are_known_by_their_form() {
        let titles = [
            "Commentaires",
            "3 réponses",
            "Comments (12)",
            "1 comment:",
            "5 thoughts on “Fans”",
            "2 réponses à « Les fans »",
        ];
        for title in titles {
            assert!(is_title(title), "{title}");
        }
        let others = [
            "3 réponses à la crise",
            "Comments on the data",
            "68 % des réponses",
            "Réponses",
            "3 idées",
        ];
        for title in others {
            assert!(!is_title(title), "{title}");
        }
    }

    #[test]
    fn a_speaker_is_named_with_a_verb_or_a_date() {
        assert_eq!(speaker("Marie a dit :", ""), Some("Marie".into()));
        assert_eq!(speaker("Jo Bell says: 75% of them", ""), Some("Jo Bell".into()));
        assert_eq!(speaker("By Jo on March 3, 2014", ""), Some("Jo".into()));
        assert_eq!(speaker("Cyril B., le 5 mai 2014 à 20:11", ""), None);
        assert_eq!(speaker("Cyril B", "5 mai 2014 à 20:11"), Some("Cyril B".into()));
        assert_eq!(speaker("Cyril B", "75 % d'entre eux lisent."), None);
        assert_eq!(speaker("La moitié, le reste ne lit pas", ""), None);
    }

    #[test]
    fn a_date_is_nothing_but_a_date() {
        assert!(is_date("March 3, 2014 at 10:12 am"));
        assert!(is_date("le 05/05/2014 à 20:11"));
        assert!(!is_date("In May 2014, 75 % of all visitors were influenced"));
        assert!(!is_date("75 % en 2014"));
    }
}
