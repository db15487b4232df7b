//! Arguments of commands: where they stand.

use std::ops::Range;

use super::run;

/// How long an argument may be whose words are not read, in bytes: a brace that is
/// never closed must not hide the rest of the draft.
const MAX_LEN: usize = 20_000;

/// How deep brackets of a kind may stand in such an argument.
const MAX_DEPTH: usize = 32;

/// The inside of the argument that a text starts with, after white space: `{...}` or
/// `[...]`, as `open` and its partner tell.
pub(super) fn argument(text: &str, open: char) -> Option<Range<usize>> {
    let start = run::gap(text);
    if text[..start].matches('\n').count() > 1 || !text[start..].starts_with(open) {
        return None;
    }
    let close = if open == '{' { '}' } else { ']' };
    let (mut depth, mut braces) = (0_usize, 0_usize);
    let mut is_escaped = false;
    for (at, one) in text[start..].char_indices().take_while(|(at, _)| *at < MAX_LEN) {
        match one {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            _ if depth + braces > MAX_DEPTH => return None,
            _ if one == open => depth += 1,
            _ if one == close && braces == 0 => {
                depth -= 1;
                if depth == 0 {
                    return Some(start + 1..start + at);
                }
            }
            '{' => braces += 1,
            '}' => braces = braces.saturating_sub(1),
            _ => {}
        }
    }
    None
}

/// How long the optional arguments are that a text starts with.
pub(super) fn optional(text: &str) -> usize {
    let mut len = 0;
    while let Some(inner) = argument(&text[len..], '[') {
        len += inner.end + 1;
    }
    len
}

/// How long the arguments are that a text starts with, optional ones among them.
pub(super) fn all(text: &str, count: usize) -> usize {
    let mut len = optional(text);
    for _ in 0..count {
        let Some(inner) = argument(&text[len..], '{') else { break };
        len += inner.end + 1;
        len += optional(&text[len..]);
    }
    len
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_argument_ends_with_its_own_brace() {
        let text = " {a {b} \\} c} d";
        assert_eq!(argument(text, '{').map(|at| &text[at]), Some("a {b} \\} c"));
        assert_eq!(argument("{a", '{'), None);
        assert_eq!(argument("\n\n{a}", '{'), None);
    }

    #[test]
    fn an_optional_argument_may_hold_braces() {
        let text = "[p.~{3]}]{key}";
        assert_eq!(argument(text, '[').map(|at| &text[at]), Some("p.~{3]}"));
        assert_eq!(all(text, 1), text.len());
        assert_eq!(all(text, 0), 9);
    }
}
