//! Where words stand in a text that a person quotes.

use std::ops::Range;

/// The places where words stand in a text, whole: no word and no number goes on before or
/// behind them. All space is alike, and so are apostrophes and hyphens: nobody types U+202F.
///
/// ```
/// use gainsay_plugin::form::occurrences;
///
/// assert_eq!(occurrences("38 %", "Of all, 38\u{202f}% like it."), [8..14]);
/// assert!(occurrences("8 %", "Of all, 38 % like it.").is_empty());
/// ```
pub fn occurrences(words: &str, text: &str) -> Vec<Range<usize>> {
    let (text, sought) = (folded(text), folded(words.trim()));
    let sought: Vec<char> = sought.into_iter().map(|(sign, _)| sign).collect();
    let windows = text.windows(sought.len().max(1)).enumerate();
    let matching = windows.filter(|(_, window)| {
        window.iter().map(|(sign, _)| sign).eq(&sought) && !sought.is_empty()
    });
    let whole = matching.filter(|(at, window)| {
        let end = at + window.len();
        !goes_on(&text, *at) && !goes_on(&text, end)
    });
    let spans = whole.map(|(_, window)| {
        let ends = window.first().zip(window.last());
        ends.map_or(0..0, |(first, last)| first.1.start..last.1.end)
    });
    spans.collect()
}

/// Whether a word or a number goes on at a character: letters and digits beside each other,
/// or the digits of a number beside the sign between them.
fn goes_on(text: &[(char, Range<usize>)], at: usize) -> bool {
    let sign = |at: Option<usize>| at.and_then(|at| text.get(at)).map(|(sign, _)| *sign);
    let is = |at: Option<usize>, kind: fn(char) -> bool| sign(at).is_some_and(kind);
    let digit = |sign: char| sign.is_ascii_digit();
    let point = |sign: char| matches!(sign, '.' | ',' | '\'');
    let (before, next) = (at.checked_sub(1), at.checked_add(1));
    is(before, char::is_alphanumeric) && is(Some(at), char::is_alphanumeric)
        || is(before, digit) && is(Some(at), point) && is(next, digit)
        || is(at.checked_sub(2), digit) && is(before, point) && is(Some(at), digit)
}

/// Characters with their bytes, without the differences that nobody types.
fn folded(text: &str) -> Vec<(char, Range<usize>)> {
    let mut folded: Vec<(char, Range<usize>)> = Vec::new();
    for (at, sign) in text.char_indices() {
        let end = at + sign.len_utf8();
        let sign = match sign {
            sign if sign.is_whitespace() => ' ',
            '’' | 'ʼ' => '\'',
            '\u{2010}' | '\u{2011}' => '-',
            sign => sign,
        };
        match folded.last_mut() {
            Some((' ', span)) if sign == ' ' => span.end = end,
            _ => folded.push((sign, at..end)),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_in_a_text_only_whole() {
        let stands = |words: &str, text: &str| occurrences(words, text).len();
        assert_eq!(stands("8 %", "8 % here, 38 % there, 3.8 % and 3,8 %"), 1);
        assert_eq!(stands("3", "3 and 3.8 and 3,8"), 1);
        assert_eq!(stands("3.8", "It is 3.8. Or 3.8, or 13.8"), 2);
        assert_eq!(stands("on", "on and only"), 1);
        assert_eq!(stands("l'a-t-on", "l’a\u{2011}t\u{2010}on"), 1);
        assert_eq!(stands("of  all", "of\u{a0}\n all"), 1);
        assert_eq!((stands("", "a"), stands("a", "")), (0, 0));
    }
}
