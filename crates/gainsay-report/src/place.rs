//! Places as people count them: lines and columns from 1.

use gainsay_claims::{EvidenceBase, Location};

/// A place with its line and column, both counted from 1; columns count
/// characters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) path: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
}

/// The place where a location starts; line and column 1 for a document that the base
/// does not hold.
pub(crate) fn place(base: &EvidenceBase, at: &Location) -> Place {
    place_of(base, at, at.span.start)
}

/// The place where a location ends: its column is that of the first character after it.
pub(crate) fn end(base: &EvidenceBase, at: &Location) -> Place {
    place_of(base, at, at.span.end)
}

fn place_of(base: &EvidenceBase, at: &Location, byte: usize) -> Place {
    let before = base
        .documents
        .get(&at.document)
        .and_then(|document| document.text.get(..byte))
        .unwrap_or_default();
    let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
    Place {
        path: crate::clean(&at.document),
        line: before.matches('\n').count() + 1,
        column: before[line_start..].chars().count() + 1,
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{}:{}:{}", self.path, self.line, self.column)
    }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::document::Document;

    use super::*;

    #[test]
    fn counts_lines_and_characters_from_one() {
        let mut base = EvidenceBase::default();
        let document = Document::text("d.txt", "première\nété 5 %\n");
        let at = document.location(16..17);
        base.documents.insert("d.txt".into(), document);
        assert_eq!(&base.documents["d.txt"].text[at.span.clone()], "5");
        assert_eq!(place(&base, &at).to_string(), "d.txt:2:5");
        assert_eq!(end(&base, &at).to_string(), "d.txt:2:6");
    }

    #[test]
    fn a_tab_is_one_character_and_a_carriage_return_ends_no_line() {
        let mut base = EvidenceBase::default();
        let document = Document::text("d.txt", "one\rone\r\n\té\t5 %\r\n");
        let start = document.text.find('5').expect("it is there");
        let at = document.location(start..start + 3);
        base.documents.insert("d.txt".into(), document);
        assert_eq!(place(&base, &at).to_string(), "d.txt:2:4");
        assert_eq!(end(&base, &at).to_string(), "d.txt:2:7");
    }

    #[test]
    fn an_unknown_document_has_a_first_line() {
        let at = Location { document: "gone.txt".into(), span: 9..10 };
        assert_eq!(place(&EvidenceBase::default(), &at).to_string(), "gone.txt:1:1");
    }
}
