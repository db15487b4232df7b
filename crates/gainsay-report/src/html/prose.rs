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
