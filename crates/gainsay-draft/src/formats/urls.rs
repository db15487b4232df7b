//! Addresses that stand bare in prose.

use std::ops::Range;

/// What addresses begin with.
const STARTS: &[&str] = &["http://", "https://", "www.", "doi:10."];

/// Where the first address in a word stands, in bytes of the word. The word holds no
/// white space.
pub(super) fn find(word: &str) -> Option<Range<usize>> {
    // Every start has one of these signs, and most words have none.
    if !word.contains(['/', '.']) {
        return None;
    }
    let start = STARTS.iter().filter_map(|begin| word.find(begin)).min()?;
    let rest = &word[start..];
    let len =
        rest.find(['<', '>', '"', '«', '»', '“', '”', '\u{a0}', '\u{202f}']).unwrap_or(rest.len());
    let address = rest[..len].trim_end_matches(['.', ',', ';', ':', '!', '?', '\'', '’', '*', '_']);
    let is_open = address.contains('(') || address.contains('[');
    let address = if is_open { address } else { address.trim_end_matches([')', ']', '.', ',']) };
    Some(start..start + address.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(word: &str, expected: Option<&str>) {
        assert_eq!(find(word).map(|at| &word[at]), expected, "{word}");
    }

    #[test]
    fn an_address_ends_before_the_signs_of_the_sentence() {
        check("(https://example.org/2014/68).", Some("https://example.org/2014/68"));
        check("www.example.org,", Some("www.example.org"));
        check("https://example.org/a_(b)", Some("https://example.org/a_(b)"));
        check("68", None);
    }
}
