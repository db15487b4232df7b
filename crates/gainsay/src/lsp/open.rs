//! A draft that is open in the editor.

use gainsay_draft::Format;
use gainsay_report::Linted;

use super::{
    task::{Changed, Item},
    text::Encoding,
    uri,
};

/// A draft as the editor has it, and what came of it.
pub(super) struct Open {
    /// Its address.
    pub(super) address: String,
    pub(super) format: Format,
    pub(super) version: Option<i64>,
    pub(super) text: String,
    /// What came of its text, once that was looked at; nothing if it cannot be read, or if
    /// there is no base.
    pub(super) linted: Option<Linted>,
    /// Whether its text as it is now was looked at.
    pub(super) is_checked: bool,
}

impl Open {
    pub(super) fn new(item: Item) -> Self {
        Self {
            format: format(&item.uri, &item.language_id),
            address: item.uri,
            version: item.version,
            text: item.text,
            linted: None,
            is_checked: false,
        }
    }

    /// Changes its text.
    pub(super) fn change(&mut self, changed: Changed, encoding: Encoding) {
        for change in changed.content_changes {
            encoding.change(&mut self.text, change);
        }
        self.version = changed.text_document.version;
        self.is_checked = false;
    }
}

/// The format that its name promises, or else the editor's name of its language.
fn format(address: &str, language: &str) -> Format {
    let format = match Format::of(&uri::name(address)) {
        Format::Plain => Format::of_language(language),
        format => format,
    };
    // What an editor has is text.
    if format == Format::Docx { Format::Plain } else { format }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_tells_the_format_before_the_editor_does() {
        assert_eq!(format("file:///a.md", "plaintext"), Format::Markdown);
        assert_eq!(format("untitled:Untitled-1", "latex"), Format::Latex);
        assert_eq!(format("file:///a.html", "markdown"), Format::Html);
        assert_eq!(format("untitled:Untitled-2", "typst"), Format::Typst);
        assert_eq!(format("file:///a.docx", ""), Format::Plain);
        assert_eq!(format("untitled:Untitled-3", "docx"), Format::Plain);
        assert_eq!(format("file:///a", "text"), Format::Plain);
    }
}
