//! Text in Typst markup.

use crate::clean;

/// Text of a content block: no function, no reference, no link, no list. A function
/// call before it must end with a semicolon.
pub fn typst(text: &str) -> String {
    let characters: Vec<char> = clean(text).chars().collect();
    let digits = characters.iter().take_while(|one| one.is_ascii_digit()).count();
    let mut escaped = String::with_capacity(characters.len());
    for (index, &character) in characters.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|index| characters.get(index));
        let is_item = character == '.' && digits > 0 && index == digits;
        if is_item || acts(character, before, characters.get(index + 1)) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// Whether a sign means something where it stands.
fn acts(character: char, before: Option<&char>, after: Option<&char>) -> bool {
    match character {
        '\\' | '#' | '$' | '*' | '_' | '`' | '<' | '>' | '@' | '[' | ']' | '~' | '/' | '=' => true,
        // A list where a line begins, a minus before a digit, a dash or a soft hyphen.
        '-' => !before.is_some_and(|one| one.is_alphanumeric()) || matches!(after, Some('-' | '?')),
        '+' => before.is_none_or(|one| one.is_whitespace()),
        '.' => after == Some(&'.'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_code_or_a_comment() {
        assert_eq!(typst("#read(\"x\")"), "\\#read(\"x\")");
        assert_eq!(typst("a // b /* c"), "a \\/\\/ b \\/\\* c");
        assert_eq!(typst("https://x @y <z> [w]"), "https:\\/\\/x \\@y \\<z\\> \\[w\\]");
    }

    #[test]
    fn nothing_begins_a_list_or_becomes_another_sign() {
        assert_eq!(typst("1. x"), "1\\. x");
        assert_eq!(typst("- x -1 a--b"), "\\- x \\-1 a\\-\\-b");
        assert_eq!(typst("wait..."), "wait\\.\\..");
        assert_eq!(typst("18-34 ans, 27,5 %"), "18-34 ans, 27,5 %");
    }
}
