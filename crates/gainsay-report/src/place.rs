//! Places as people count them: lines and columns from 1.

use gainsay_claims::{
    EvidenceBase, Location,
    document::{Document, Origin},
};

/// A place with its line and column, both counted from 1; columns count
/// characters. In what a plugin listed of a file that is no text, they are those of the
/// list, and the address tells where in the file it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) path: String,
    pub(crate) line: usize,
    pub(crate) column: usize,
    /// Part and address in a file that is no text: `Q2!B5`.
    pub(crate) address: Option<String>,
}

/// The place where a location starts; line and column 1 for a document that the base
/// does not hold.
pub(crate) fn place(base: &EvidenceBase, at: &Location) -> Place {
    place_of(base, at, at.span.start)
}

/// The file that a location is in, which the name of a listed part of it goes beyond.
pub(crate) fn file<'a>(base: &EvidenceBase, at: &'a Location) -> &'a str {
    let is_listed =
        base.documents.get(&at.document).is_some_and(|one| one.origin == Origin::Listed);
    match at.document.split_once('#') {
        Some((file, _)) if is_listed => file,
        _ => &at.document,
    }
}

/// The place where a location ends: its column is that of the first character after it.
pub(crate) fn end(base: &EvidenceBase, at: &Location) -> Place {
    place_of(base, at, at.span.end)
}

fn place_of(base: &EvidenceBase, at: &Location, byte: usize) -> Place {
    let document = base.documents.get(&at.document);
    let held = document.filter(|document| document.text.is_char_boundary(byte));
    let (line, line_start) = held.map_or((1, 0), |document| document.line(byte));
    let before = document.and_then(|document| document.text.get(line_start..byte));
    let (path, address) = match document {
        Some(listed) if listed.origin == Origin::Listed => in_file(listed, line_start),
        _ => (at.document.as_str(), None),
    };
    Place {
        path: crate::clean(path),
        line,
        column: before.unwrap_or_default().chars().count() + 1,
        address: address.map(|address| crate::clean(&address)),
    }
}

/// The file that was listed, and the address there of the line that starts at a byte.
fn in_file(listed: &Document, line_start: usize) -> (&str, Option<String>) {
    let rest = listed.text.get(line_start..).unwrap_or_default();
    let address = rest.split(['\t', '\n']).next().filter(|address| !address.is_empty());
    let (path, part) = match listed.name.split_once('#') {
        Some((path, part)) => (path, Some(part)),
        None => (listed.name.as_str(), None),
    };
    let address = match (part, address) {
        (Some(part), Some(address)) => Some(format!("{part}!{address}")),
        (part, address) => part.or(address).map(str::to_owned),
    };
    (path, address)
}

impl std::fmt::Display for Place {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match &self.address {
            Some(address) => write!(out, "{}#{address}", self.path),
            None => write!(out, "{}:{}:{}", self.path, self.line, self.column),
        }
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
    fn a_cell_of_a_workbook_is_told_by_its_address() {
        let check = |name: &str, expected: &str, path: &str| {
            let entries = [["A1", "Yes"], ["B5", "37%"]].map(|one| one.map(str::to_owned));
            let document = Document::listing(name, entries.to_vec());
            let at = document.location(10..13);
            assert_eq!(&document.text[at.span.clone()], "37%");
            let mut base = EvidenceBase::default();
            base.documents.insert(name.into(), document);
            let found = place(&base, &at);
            assert_eq!((found.to_string().as_str(), found.path.as_str()), (expected, path));
            assert_eq!(file(&base, &at), path);
        };
        check("a/book.xlsx#Q2", "a/book.xlsx#Q2!B5", "a/book.xlsx");
        check("a/table.csv", "a/table.csv#B5", "a/table.csv");
        let other = Location { document: "a#b.txt".into(), span: 0..0 };
        assert_eq!(file(&EvidenceBase::default(), &other), "a#b.txt");
    }

    #[test]
    fn an_unknown_document_has_a_first_line() {
        let at = Location { document: "gone.txt".into(), span: 9..10 };
        assert_eq!(place(&EvidenceBase::default(), &at).to_string(), "gone.txt:1:1");
    }
}
