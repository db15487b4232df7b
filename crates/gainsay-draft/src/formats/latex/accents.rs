//! Letters with accents that are written as commands.

use super::{arguments, run};

/// Each accent, and the letters with and without it.
const ACCENTS: &[(&str, &str)] = &[
    ("'", "aáeéiíıíoóuúyýcćnńsśzźAÁEÉIÍOÓUÚYÝ"),
    ("`", "aàeèiìıìoòuùAÀEÈIÌOÒUÙ"),
    ("^", "aâeêiîıîoôuûcĉAÂEÊIÎOÔUÛ"),
    ("\"", "aäeëiïıïoöuüyÿAÄEËIÏOÖUÜ"),
    ("~", "aãnñoõAÃNÑOÕ"),
    ("c", "cçsşCÇSŞ"),
    ("v", "cčsšzžrřeěCČSŠZŽRŘEĚ"),
    ("r", "aåuůAÅUŮ"),
    ("=", "aāeēiīoōuūAĀEĒIĪOŌUŪ"),
    ("u", "aăgğAĂGĞ"),
    ("H", "oőuűOŐUŰ"),
    ("k", "aąeęAĄEĘ"),
    (".", "zżeėIİZŻ"),
];

/// The letter that an accent and what follows it make, and how long the latter is.
pub(super) fn read(accent: &str, after: &str) -> Option<(char, usize)> {
    let (_, letters) = ACCENTS.iter().find(|(known, _)| *known == accent)?;
    let (letter, len) = base(accent, after)?;
    let mut letters = letters.chars();
    while let (Some(plain), Some(accented)) = (letters.next(), letters.next()) {
        if plain == letter {
            return Some((accented, len));
        }
    }
    None
}

/// The letter below an accent: `e`, `{e}`, `{\i}` or `\i`.
fn base(accent: &str, after: &str) -> Option<(char, usize)> {
    if let Some(inner) = arguments::argument(after, '{').filter(|inner| inner.len() <= 3) {
        let written = after[inner.clone()].trim();
        let letter = if written == "\\i" { 'ı' } else { written.chars().next()? };
        let is_one = written == "\\i" || written.chars().count() == 1;
        return is_one.then_some((letter, inner.end + 1));
    }
    let is_word = accent.starts_with(|one: char| one.is_ascii_alphabetic());
    let gap = run::gap(after);
    if is_word && gap == 0 || after[..gap].contains('\n') {
        return None;
    }
    let rest = &after[gap..];
    if rest.starts_with("\\i") && !rest[2..].starts_with(|one: char| one.is_ascii_alphabetic()) {
        return Some(('ı', gap + 2));
    }
    let letter = rest.chars().next()?;
    Some((letter, gap + letter.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_accent_and_its_letter_are_one() {
        assert_eq!(read("'", "etude"), Some(('é', 1)));
        assert_eq!(read("`", "{a} la"), Some(('à', 3)));
        assert_eq!(read("^", "{\\i}le"), Some(('î', 4)));
        assert_eq!(read("c", "{c}a"), Some(('ç', 3)));
        assert_eq!(read("c", " ca"), Some(('ç', 2)));
        assert_eq!(read("'", "%"), None);
        assert_eq!(read("emph", "{e}"), None);
    }
}
