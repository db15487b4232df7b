//! Text of plugins, documents and people as text of a format: nothing in it acts.
//!
//! Every function first takes out control and bidirectional characters
//! ([`clean`](crate::clean)), so that what is written is one line. What was escaped
//! reads back as the cleaned text.

mod csv;
mod html;
mod latex;
mod markdown;
mod typst;

pub use self::{
    csv::{Dialect, csv, csv_field},
    html::html,
    latex::{latex, latex_address},
    markdown::{markdown, markdown_inline},
    typst::typst,
};

/// An address that may become a link: `http` or `https`, in characters that no
/// format reads as markup. None: it is shown as text only.
pub fn web_address(text: &str) -> Option<&str> {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"))?;
    let is_plain = |character: char| {
        character.is_ascii_alphanumeric() || "-._~:/?#@!$&*+,;=%".contains(character)
    };
    let begins = rest.starts_with(|first: char| first.is_ascii_alphanumeric());
    (begins && rest.chars().all(is_plain)).then_some(text)
}

/// An address in which only letters, digits and the signs of addresses stand as they are;
/// every other byte is percent-encoded.
pub fn encoded_address(url: &str) -> String {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._:/?#@!*+,;=%&".contains(&byte);
    let encode = |byte: u8| match allowed(byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    crate::clean(url).bytes().map(encode).collect()
}

/// The address of a file beside the page: whatever its name is, it is one segment of a
/// path, so that no sign of it begins a scheme, a query or a fragment.
pub(crate) fn encoded_file(name: &str) -> String {
    let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"-._".contains(&byte);
    let encode = |byte: u8| match allowed(byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    };
    name.bytes().map(encode).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_one_segment_of_a_path() {
        assert_eq!(encoded_file("report.fr.html"), "report.fr.html");
        assert_eq!(encoded_file("a#b?c%20:é/\"x"), "a%23b%3Fc%2520%3A%C3%A9%2F%22x");
    }

    #[test]
    fn an_encoded_address_cannot_be_left() {
        let url = "https://x.example/é\"><b>)\\{}$^~\u{1b}";
        let encoded = encoded_address(url);
        assert_eq!(encoded, "https://x.example/%C3%A9%22%3E%3Cb%3E%29%5C%7B%7D%24%5E%7E");
        assert_eq!(web_address(&encoded), Some(encoded.as_str()));
    }

    #[test]
    fn only_addresses_of_the_web_become_links() {
        let plain = "https://fixture-a.example/a-b?c=d&e=%20#f";
        assert_eq!(web_address(plain), Some(plain));
        for text in [
            "javascript:alert(1)",
            "data:text/html,x",
            "//fixture-a.example",
            "https://",
            "http:// fixture-a.example",
            "https://fixture-a.example/\"onclick=\"x",
            "https://fixture-a.example/<b>",
            "https://fixture-a.example/{x}",
            " https://fixture-a.example",
        ] {
            assert_eq!(web_address(text), None, "{text}");
        }
    }
}
