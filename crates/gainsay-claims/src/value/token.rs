//! Cuts a text into numbers, words and symbols, with their places.

/// A number, word or symbol of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    /// Numbers as printed; words in lower case with composed accents and
    /// straight apostrophes; symbols as one character, every hyphen, dash and
    /// minus sign as `-`.
    pub(super) text: String,
    /// Byte offset of the first byte in the original text.
    pub(super) start: usize,
    /// Byte offset after the last byte.
    pub(super) end: usize,
    pub(super) is_number: bool,
}

impl Token {
    pub(super) fn is_word(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_alphabetic)
    }
}

/// Returns the first tokens of a text, at most `limit`.
///
/// A hyphen between two letters separates words and is no token, so that
/// "twenty-five" and "twenty five" are the same.
pub(super) fn tokens(text: &str, limit: usize) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut start = 0;
    while tokens.len() < limit
        && let Some(token) = token(text, start)
    {
        start = token.end;
        tokens.push(token);
    }
    tokens
}

/// Returns the first token of a text from a place on.
pub(super) fn token(text: &str, mut start: usize) -> Option<Token> {
    loop {
        let rest = &text[start..];
        let first = rest.chars().next()?;
        let (len, content, is_number) = if let Some(len) = number_len(rest) {
            (len, rest[..len].to_owned(), true)
        } else if first.is_alphabetic() {
            let (len, word) = word(rest);
            (len, word, false)
        } else {
            (first.len_utf8(), symbol(&text[..start], rest, first), false)
        };
        let end = start + len;
        if !content.is_empty() {
            return Some(Token { text: content, start, end, is_number });
        }
        start = end;
    }
}

/// Returns the length of the number that the text starts with.
///
/// Digits in groups of three may be parted by one space, no-break or not.
fn number_len(text: &str) -> Option<usize> {
    let mut len = digits(text);
    if len == 0 {
        let decimals = text.strip_prefix('.').map_or(0, digits);
        return (decimals > 0).then_some(decimals + 1);
    }
    if len <= 3 {
        while let Some(group) = spaced_group(&text[len..]) {
            len += group;
        }
    }
    while let Some(rest) = text[len..].strip_prefix(['.', ',']) {
        match digits(rest) {
            0 => break,
            more => len += 1 + more,
        }
    }
    Some(len)
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

fn spaced_group(text: &str) -> Option<usize> {
    const SPACES: [char; 5] = [' ', '\u{a0}', '\u{202f}', '\u{2009}', '\u{2007}'];
    let space = text.chars().next().filter(|first| SPACES.contains(first))?;
    let group = &text[space.len_utf8()..];
    (digits(group) == 3).then_some(space.len_utf8() + 3)
}

/// Returns the length and the normal form of the word that the text starts with.
/// A word ends with its apostrophe: "d'un" is two words.
fn word(text: &str) -> (usize, String) {
    // Most words are of plain letters, to the last one or all but the last ones.
    let plain = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let mut word = text[..plain].to_ascii_lowercase();
    let rest = text[plain..].char_indices().map(|(at, letter)| (plain + at, letter));
    for (at, letter) in rest {
        if letter == '\'' || letter == '’' {
            word.push('\'');
            return (at + letter.len_utf8(), word);
        }
        if letter.is_ascii_alphabetic() {
            word.push(letter.to_ascii_lowercase());
        } else if letter.is_ascii() {
            return (at, word);
        } else if let Some(composed) = word.chars().last().and_then(|base| compose(base, letter)) {
            word.pop();
            word.push(composed);
        } else if letter.is_alphabetic() {
            word.extend(letter.to_lowercase());
        } else {
            return (at, word);
        }
    }
    (text.len(), word)
}

/// Returns the accented letter that French spells with `base` and a combining
/// `mark`.
fn compose(base: char, mark: char) -> Option<char> {
    Some(match (base, mark) {
        ('a', '\u{300}') => 'à',
        ('e', '\u{300}') => 'è',
        ('u', '\u{300}') => 'ù',
        ('e', '\u{301}') => 'é',
        ('a', '\u{302}') => 'â',
        ('e', '\u{302}') => 'ê',
        ('i', '\u{302}') => 'î',
        ('o', '\u{302}') => 'ô',
        ('u', '\u{302}') => 'û',
        ('e', '\u{308}') => 'ë',
        ('i', '\u{308}') => 'ï',
        ('c', '\u{327}') => 'ç',
        _ => return None,
    })
}

/// Returns the normal form of a symbol; nothing for what only parts words.
fn symbol(before: &str, rest: &str, first: char) -> String {
    let after = rest[first.len_utf8()..].chars().next();
    let between_letters = before.chars().last().is_some_and(char::is_alphabetic)
        && after.is_some_and(char::is_alphabetic);
    match first {
        _ if first.is_whitespace() => String::new(),
        '-' | '\u{2010}' | '\u{2011}' if between_letters => String::new(),
        '\u{2010}'..='\u{2014}' | '\u{2212}' => "-".to_owned(),
        _ => first.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        tokens(text, 24).into_iter().map(|token| token.text).collect()
    }

    #[test]
    fn spaces_part_groups_of_three_digits_only() {
        assert_eq!(texts("200\u{202f}000 €"), ["200\u{202f}000", "€"]);
        assert_eq!(texts("68 % 12"), ["68", "%", "12"]);
        assert_eq!(texts("2013 300"), ["2013", "300"]);
        assert_eq!(texts("68. 1,"), ["68", ".", "1", ","]);
    }

    #[test]
    fn words_are_normal_forms() {
        assert_eq!(texts("Jusqu’A\u{300} vingt-cinq"), ["jusqu'", "à", "vingt", "cinq"]);
        assert_eq!(texts("600–700 −3 x-1"), ["600", "-", "700", "-", "3", "x", "-", "1"]);
    }

    #[test]
    fn places_are_bytes_of_the_original() {
        let token = &tokens("  près de", 24)[0];
        assert_eq!((token.start, token.end), (2, 7));
    }

    #[test]
    fn the_limit_holds() {
        assert_eq!(tokens("a b c d", 2).len(), 2);
    }
}
