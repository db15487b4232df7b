//! Sentences of the speaker in HTML: what stands between backticks is code.

use maud::{Markup, html};

use super::{anchor::anchor, tables::Tables};
use crate::clean;

impl Tables<'_> {
    /// A sentence; claims that have a row on the page become links to it.
    pub(super) fn prose(&self, text: &str) -> Markup {
        // Without its partner a backtick is a sign like any other.
        let parts: Vec<&str> = text.split('`').collect();
        if parts.len().is_multiple_of(2) {
            return html! { (clean(text)) };
        }
        html! {
            @for (index, part) in parts.into_iter().enumerate() {
                @if index % 2 == 0 { (clean(part)) } @else { (self.code(part)) }
            }
        }
    }

    /// An id or a command.
    pub(super) fn code(&self, text: &str) -> Markup {
        html! {
            @if self.has_row(text) {
                a href={ "#" (anchor("c", text)) } { code { (clean(text)) } }
            } @else {
                code { (clean(text)) }
            }
        }
    }
}

/// A word of a command line: in quotes unless a shell takes it as it is.
pub(super) fn shell(word: &str) -> String {
    let word = clean(word);
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./:=".contains(&byte);
    if !word.is_empty() && word.bytes().all(plain) {
        return word;
    }
    format!("'{}'", word.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shell_reads_one_word() {
        assert_eq!(shell("diverging-shares:bought"), "diverging-shares:bought");
        assert_eq!(shell("bought[channel=x]"), "'bought[channel=x]'");
        assert_eq!(shell("it's; rm"), r"'it'\''s; rm'");
        assert_eq!(shell(""), "''");
    }
}
