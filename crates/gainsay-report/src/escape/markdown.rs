//! Text in Markdown: GitHub's, Pandoc's and Quarto's.

use crate::clean;

/// One line of text, for a cell of a table, an item of a list or a paragraph. A
/// backslash stands before every sign that Markdown, HTML or a citation could begin
/// with.
pub fn markdown(text: &str) -> String {
    let text = clean(text);
    escaped(None, text.trim())
}

/// Text that stands after other text of its line. Its spaces stay.
pub fn markdown_inline(text: &str) -> String {
    escaped(Some(&' '), &clean(text))
}

/// Escapes what follows another character, or begins the line.
fn escaped(first: Option<&char>, text: &str) -> String {
    let characters: Vec<char> = text.chars().collect();
    let marker = if first.is_none() { list_marker(&characters) } else { None };
    let mut escaped = String::with_capacity(text.len());
    for (index, &character) in characters.iter().enumerate() {
        let before = index.checked_sub(1).map_or(first, |index| characters.get(index));
        let after = characters.get(index + 1);
        if marker == Some(index) || acts(character, before, after) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// Whether a sign means something where it stands.
fn acts(character: char, before: Option<&char>, after: Option<&char>) -> bool {
    match character {
        '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#' | '$' | '^'
        | '@' | '{' | '}' | '!' => true,
        // An address or an emoji, and no colon of a sentence.
        ':' => before.is_none() || after.is_some_and(|one| !one.is_whitespace()),
        // A list, a heading or a rule where a line begins; two hyphens are a dash.
        '-' => before.is_none_or(|one| *one == '-'),
        '+' | '=' | '%' => before.is_none(),
        // `www.` begins an address, three dots an ellipsis.
        '.' => before.is_some_and(|one| matches!(one, 'w' | 'W' | '.')),
        _ => false,
    }
}

/// Where the sign stands that would make an item of a list of the line: `1.`, `a)`,
/// `(iv)`.
fn list_marker(characters: &[char]) -> Option<usize> {
    let start = usize::from(characters.first() == Some(&'('));
    let length = characters[start..].iter().take_while(|one| one.is_ascii_alphanumeric()).count();
    let end = start + length;
    let closes = matches!(characters.get(end), Some('.' | ')'));
    let stands_alone = characters.get(end + 1).is_none_or(|one| one.is_whitespace());
    (length > 0 && closes && stands_alone).then_some(end)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

    use super::*;

    /// The text of one paragraph that holds nothing else.
    fn paragraph(markdown: &str) -> String {
        let mut text = String::new();
        for event in Parser::new_ext(markdown, Options::all()) {
            match event {
                Event::Text(part) => text.push_str(&part),
                Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) => {}
                other => panic!("{markdown:?} holds {other:?}"),
            }
        }
        text
    }

    proptest! {
        #[test]
        fn any_text_reads_back_as_itself(text in "[a-z0-9 .,:;!?%&|<>(){}#$^~@=+*_`'\"\\[\\]\\\\/-]{0,40}") {
            let written = markdown(&text);
            // Options::all() makes typographic quotes and dashes.
            let plain = |text: &str| text.replace(['‘', '’'], "'").replace(['“', '”'], "\"");
            prop_assert_eq!(plain(&paragraph(&written)), text.trim(), "{}", written);
        }
    }

    #[test]
    fn text_within_a_line_keeps_its_spaces() {
        assert_eq!(markdown_inline(", cited in *a* - 1. "), ", cited in \\*a\\* - 1. ");
    }

    #[test]
    fn prose_stays_readable() {
        let prose = "L'enquête de 2013 : 27,5 % à 28,5 %, adultes (18-34 ans).";
        assert_eq!(markdown(prose), prose);
    }

    #[test]
    fn nothing_begins_a_list_a_link_or_a_citation() {
        assert_eq!(markdown("1. x"), "1\\. x");
        assert_eq!(markdown("(iv) x"), "(iv\\) x");
        assert_eq!(markdown("- x"), "\\- x");
        assert_eq!(markdown("http://x"), "http\\://x");
        assert_eq!(markdown("www.x.y"), "www\\.x.y");
        assert_eq!(markdown("[@key]"), "\\[\\@key\\]");
    }
}
