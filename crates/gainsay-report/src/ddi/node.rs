//! Elements that are left out when they say nothing.

use std::io;

use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};

use crate::clean;

/// An element that is about to be written.
#[derive(Debug, Default)]
pub(super) struct Node {
    name: &'static str,
    keys: Vec<(&'static str, String)>,
    text: String,
    inner: Vec<Node>,
}

/// An element that says nothing yet.
pub(super) fn node(name: &'static str) -> Node {
    Node { name, ..Node::default() }
}

/// A name that XML takes for an `ID`: letters, digits, points, dashes.
pub(super) fn identifier(text: &str) -> String {
    let is_plain = |sign: char| sign.is_ascii_alphanumeric() || matches!(sign, '.' | '-');
    let plain = text.chars().map(|sign| if is_plain(sign) { sign } else { '_' });
    std::iter::once('g').chain(['-']).chain(plain).collect()
}

impl Node {
    /// Adds an attribute.
    pub(super) fn key(mut self, key: &'static str, value: &str) -> Self {
        self.keys.push((key, allowed(value)));
        self
    }

    /// Says something.
    pub(super) fn text(self, text: &str) -> Self {
        Self { text: allowed(text), ..self }
    }

    /// Says something, if it is known.
    pub(super) fn maybe(self, text: Option<&str>) -> Self {
        self.text(text.unwrap_or_default())
    }

    /// Adds an element, unless it says nothing.
    pub(super) fn with(mut self, inner: Self) -> Self {
        let is_link = inner.name == "holdings";
        if is_link || !inner.text.is_empty() || !inner.inner.is_empty() {
            self.inner.push(inner);
        }
        self
    }

    /// Adds elements, unless they say nothing.
    pub(super) fn all(self, inner: impl IntoIterator<Item = Self>) -> Self {
        inner.into_iter().fold(self, Self::with)
    }

    /// The whole document.
    pub(super) fn document(&self) -> String {
        let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
        // A vector takes whatever is written.
        let _ = writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        let _ = self.write(&mut writer);
        // Only text was written.
        String::from_utf8(writer.into_inner()).unwrap_or_default() + "\n"
    }

    fn write(&self, writer: &mut Writer<Vec<u8>>) -> io::Result<()> {
        let keys = self.keys.iter().map(|(key, value)| (*key, value.as_str()));
        let element = writer.create_element(self.name).with_attributes(keys);
        if self.inner.is_empty() {
            if self.text.is_empty() {
                element.write_empty()?;
            } else {
                element.write_text_content(BytesText::new(&self.text))?;
            }
            return Ok(());
        }
        element.write_inner_content(|writer| {
            self.inner.iter().try_for_each(|one| one.write(writer))
        })?;
        Ok(())
    }
}

/// The text in one line, without what XML 1.0 cannot hold.
fn allowed(text: &str) -> String {
    let text = clean(text);
    text.chars().filter(|sign| !matches!(sign, '\u{fffe}' | '\u{ffff}')).collect()
}
