//! The data behind a table, within the page: a link that saves them.

use maud::{Markup, html};

use super::tables::{Shown, Tables};
use crate::json;

impl Tables<'_> {
    /// A link to the data of a table as JSON.
    pub(super) fn data(&self, shown: &Shown<'_>) -> Markup {
        let json = json::table_part(self.speaker(), &shown.whole, &shown.table, &self.works);
        html! {
            a href={ "data:application/json;charset=utf-8," (encoded(&json)) } download={ (shown.anchor()) ".json" } {
                (self.say(["data (JSON)", "données (JSON)"]))
            }
        }
    }
}

/// JSON in an address: what ends or changes an address is encoded, the rest stays.
fn encoded(json: &str) -> String {
    let mut text = String::with_capacity(json.len() * 3 / 2);
    for byte in json.trim_end().bytes() {
        match byte {
            b'!' | b'$' | b'('..=b';' | b'=' | b'@'..=b'_' | b'a'..=b'~' => {
                text.push(char::from(byte))
            }
            _ => text.extend(['%', digit(byte >> 4), digit(byte & 0xf)]),
        }
    }
    text
}

/// A hexadecimal digit.
fn digit(value: u8) -> char {
    char::from(match value {
        0..=9 => b'0' + value,
        _ => b'A' + value - 10,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_an_attribute_or_an_address_is_encoded() {
        assert_eq!(
            encoded("{\"a\": \"<b># % é &'\"}\n"),
            "{%22a%22:%20%22%3Cb%3E%23%20%25%20%C3%A9%20%26%27%22}"
        );
    }
}
