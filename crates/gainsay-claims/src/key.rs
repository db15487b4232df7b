//! Keys of works, by which drafts cite them.

use crate::slug;

/// The key of a study or an article, by its id: hyphens for slashes, so that
/// `kentico/2014-social` is cited as `kentico-2014-social`. An id with signs that no kind
/// of draft has in a key keeps its letters and digits only.
pub fn key_of(id: &str) -> String {
    written_key(id).unwrap_or_else(|| slug(id))
}

/// The key that somebody means who writes it, or the id of a study instead. None: it
/// cannot be a key.
pub fn written_key(text: &str) -> Option<String> {
    let key = text.replace('/', "-");
    is_key(&key).then_some(key)
}

/// Whether a text can be a key in Markdown, LaTeX and BibTeX alike.
pub fn is_key(text: &str) -> bool {
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || "-_.:+".contains(letter);
    let ends = |letter: Option<char>| letter.is_some_and(|one| one.is_ascii_alphanumeric());
    text.len() <= 200
        && text.chars().all(allowed)
        && ends(text.chars().next())
        && ends(text.chars().next_back())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_serves_every_kind_of_draft() {
        for key in ["kentico-2014-social", "Ray2014", "doi:10.1000_182"] {
            assert!(is_key(key), "{key}");
        }
        for key in ["", "a b", "a{b", "a,b", "-a", "a.", "é", "a/b"] {
            assert!(!is_key(key), "{key}");
        }
    }

    #[test]
    fn ids_are_written_with_hyphens() {
        assert_eq!(written_key("kentico/2014-social").as_deref(), Some("kentico-2014-social"));
        assert_eq!(written_key("a b"), None);
        assert_eq!(key_of("kentico/2014-social"), "kentico-2014-social");
        assert_eq!(key_of("fixture-a/été 2013"), "fixture-a-ete-2013");
    }
}
