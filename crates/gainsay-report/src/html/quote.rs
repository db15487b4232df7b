//! The line of a document around a place.

use gainsay_claims::{EvidenceBase, Location};
use maud::{Markup, html};

use super::limits::LINE;
use crate::clean;

/// A line of a document, cut before and after the words that are meant.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Quote<'a> {
    before: &'a str,
    meant: &'a str,
    after: &'a str,
    is_cut: [bool; 2],
}

impl<'a> Quote<'a> {
    /// The line where a place begins, if the base holds it.
    pub(super) fn of(base: &'a EvidenceBase, at: &Location) -> Option<Self> {
        let text = base.documents.get(&at.document)?.text.as_str();
        text.get(at.span.clone())?;
        let start = text[..at.span.start].rfind('\n').map_or(0, |newline| newline + 1);
        let end = text[at.span.start..].find('\n').map_or(text.len(), |end| at.span.start + end);
        let before = &text[start..at.span.start];
        let meant = &text[at.span.start..at.span.end.min(end)];
        let after = text.get(at.span.end..end).unwrap_or_default();
        let from = before.char_indices().rev().nth(LINE - 1).map_or(0, |(at, _)| at);
        let to = after.char_indices().nth(LINE).map_or(after.len(), |(at, _)| at);
        let is_cut = [from > 0, to < after.len()];
        Some(Self { before: &before[from..], meant, after: &after[..to], is_cut })
    }

    /// The line, with the words that are meant marked.
    pub(super) fn markup(&self) -> Markup {
        html! {
            q {
                @if self.is_cut[0] { "… " }
                (clean(self.before)) mark { (clean(self.meant)) } (clean(self.after))
                @if self.is_cut[1] { " …" }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::document::Document;

    use super::*;

    fn base(text: &str) -> EvidenceBase {
        let mut base = EvidenceBase::default();
        base.documents.insert("d.txt".into(), Document::text("d.txt", text));
        base
    }

    #[test]
    fn a_line_is_told_without_its_neighbours() {
        let base = base("one\nan 5 % <b>\nthree");
        let at = Location { document: "d.txt".into(), span: 7..10 };
        let quote = Quote::of(&base, &at).expect("it is there").markup().into_string();
        assert_eq!(quote, "<q>an <mark>5 %</mark> &lt;b&gt;</q>");
    }

    #[test]
    fn a_long_line_is_cut_on_both_sides() {
        let long = "é".repeat(300);
        let base = base(&format!("{long}5{long}"));
        let at = Location { document: "d.txt".into(), span: 600..601 };
        let quote = Quote::of(&base, &at).expect("it is there");
        assert_eq!(quote.is_cut, [true, true]);
        assert_eq!(quote.before.chars().count(), LINE);
        assert_eq!(quote.after.chars().count(), LINE);
    }

    #[test]
    fn a_place_outside_every_document_has_no_line() {
        let at = Location { document: "gone.txt".into(), span: 0..1 };
        assert_eq!(Quote::of(&EvidenceBase::default(), &at), None);
    }
}
