//! Reads the ages that prose gives, in both languages at once: their words do not collide.

use super::{AgeError, AgeRange};
use crate::fold::fold;

/// Smallest part of a range of ages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Age(u8),
    /// `18+`
    Plus,
    /// "and", "or": before "older", or between the ends after "between".
    And,
    /// "to" or a dash before a number.
    To,
    More,
    Less,
    All,
    Filler,
}

pub(super) fn read(text: &str) -> Result<AgeRange, AgeError> {
    use Token::{Age, All, And, Less, More, Plus, To};
    match tokens(text)?[..] {
        [All] => AgeRange::new(None, None),
        [Age(min), Plus] | [Age(min), And, More] => AgeRange::new(Some(min), None),
        [Age(max), And, Less] => AgeRange::new(None, Some(max)),
        [Age(min), To | And, Age(max)] => AgeRange::new(Some(min), Some(max)),
        [Less, Age(above)] => match above.checked_sub(1) {
            Some(max) => AgeRange::new(None, Some(max)),
            None => Err(AgeError::NoRange),
        },
        [More, Age(age)] => Err(AgeError::Unclear(age)),
        _ => Err(AgeError::NoRange),
    }
}

fn tokens(text: &str) -> Result<Vec<Token>, AgeError> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(first) = text[from..].chars().next() {
        let rest = &text[from..];
        let length = match first {
            '0'..='9' => run(rest, |letter| letter.is_ascii_digit()),
            letter if is_word(letter) => run(rest, is_word),
            sign => sign.len_utf8(),
        };
        let at = from..from + length;
        from = at.end;
        let token = match first {
            '0'..='9' => text[at.clone()].parse().ok().map(Token::Age),
            letter if is_word(letter) => word(&fold(&text[at.clone()])),
            sign => sign_token(sign, &text[from..]),
        };
        match token {
            Some(Token::Filler) => {}
            Some(token) => found.push(token),
            None => {
                return Err(AgeError::Unknown { word: text[at.clone()].to_owned(), at });
            }
        }
    }
    Ok(found)
}

fn word(folded: &str) -> Option<Token> {
    Some(match folded {
        "and" | "or" | "et" | "ou" => Token::And,
        "to" | "a" => Token::To,
        "older" | "over" | "up" | "above" | "more" | "plus" => Token::More,
        "under" | "younger" | "below" | "less" | "moins" => Token::Less,
        "all" => Token::All,
        "aged" | "age" | "ages" | "agee" | "agees" | "year" | "years" | "old" | "olds" | "than"
        | "between" | "from" | "an" | "ans" | "de" | "entre" => Token::Filler,
        _ => return None,
    })
}

fn sign_token(sign: char, after: &str) -> Option<Token> {
    match sign {
        '+' => Some(Token::Plus),
        '<' => Some(Token::Less),
        '-' | '\u{2010}'..='\u{2015}' => {
            // The hyphen of "12-year-olds" joins words only.
            let before_number = after.trim_start().starts_with(|next: char| next.is_ascii_digit());
            Some(if before_number { Token::To } else { Token::Filler })
        }
        space if space.is_whitespace() => Some(Token::Filler),
        _ => None,
    }
}

fn run(text: &str, fits: impl Fn(char) -> bool) -> usize {
    text.find(|letter| !fits(letter)).unwrap_or(text.len())
}

/// Letters, and the accents that a decomposed text writes after them.
fn is_word(letter: char) -> bool {
    letter.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&letter)
}
