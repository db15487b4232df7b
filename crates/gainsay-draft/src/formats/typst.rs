//! Typst, as far as its comments go.

use std::ops::Range;

/// The comments up to the end of their lines, without raw text and without comments
/// that span lines.
pub(super) fn comments(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].find(['\\', '`', '/']) {
        at += next;
        let rest = &text[at..];
        at += match rest.as_bytes() {
            [b'\\', ..] => 1 + rest[1..].chars().next().map_or(0, char::len_utf8),
            [b'`', ..] => raw(rest),
            [b'/', b'*', ..] => block(rest),
            [b'/', b'/', ..] if !text[..at].ends_with(':') => {
                let len = rest.find('\n').unwrap_or(rest.len());
                found.push(at..at + rest[..len].trim_end().len());
                len
            }
            // A path or the address of a page.
            [b'/', b'/', ..] => 2,
            _ => 1,
        };
    }
    found
}

/// How long raw text is that starts with backquotes: up to as many of them, or to the
/// end of the file. Two are an empty one.
fn raw(rest: &str) -> usize {
    let fence = rest.len() - rest.trim_start_matches('`').len();
    if fence == 2 {
        return fence;
    }
    let close = &rest[..fence];
    rest[fence..].find(close).map_or(rest.len(), |end| fence + end + fence)
}

/// How long a comment is that spans lines; they nest.
fn block(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(next) = rest[at..].find(['/', '*']) {
        at += next;
        let ends = rest[at..].starts_with("*/");
        if !ends && !rest[at..].starts_with("/*") {
            at += 1;
            continue;
        }
        at += 2;
        depth = if ends { depth - 1 } else { depth + 1 };
        if depth == 0 {
            return at;
        }
    }
    rest.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = comments(text).into_iter().map(|at| &text[at]).collect();
        assert_eq!(found, expected, "{text:?}");
    }

    #[test]
    fn a_comment_ends_with_its_line() {
        check("one // two \r\n// three", &["// two", "// three"]);
        check("// `one\n// two`", &["// `one", "// two`"]);
    }

    #[test]
    fn raw_text_holds_none() {
        check("```typ\n// one\n``\n```\n// two", &["// two"]);
        check("`// one` `` // two", &["// two"]);
        check("\\` // one\n`", &["// one"]);
        check("`` ` // one", &[]);
    }

    #[test]
    fn comments_that_span_lines_are_left_out_with_what_they_hold() {
        check("/* // one /* */ // two\n*/ // three", &["// three"]);
        check("/* // one", &[]);
    }

    #[test]
    fn addresses_are_none() {
        check("http://example.org // one", &["// one"]);
    }
}
