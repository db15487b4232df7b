//! References: works that can be cited, as CSL-JSON has them.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::PublishedOn;

/// A work that can be cited: an item of CSL-JSON.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    // Invariant: of the characters that `is_key` admits.
    /// Its key, the same in every draft: `kentico-2014-social`.
    pub key: String,
    /// Its type in CSL: `report`, `webpage`, `article-journal` ...
    pub kind: String,
    /// Its fields by the name of the CSL variable.
    pub fields: BTreeMap<String, Field>,
}

/// The value of a field. Text holds no control character.
#[derive(Clone, Debug, PartialEq)]
pub enum Field {
    /// A text or a number.
    Text(String),
    /// Persons or bodies.
    Names(Vec<Name>),
    /// A date.
    Date(PublishedOn),
}

/// A person or a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Name {
    /// Printed as it is: a body, or a name that is not known in parts.
    Literal(String),
    /// A person.
    Person {
        /// Family name, with a particle that is sorted with it.
        family: String,
        /// Given names.
        given: String,
        /// What follows the name, such as `Jr.`; empty for most.
        suffix: String,
    },
}

impl Reference {
    /// A reference without fields.
    pub fn new(key: impl Into<String>, kind: impl Into<String>) -> Self {
        Self { key: key.into(), kind: kind.into(), fields: BTreeMap::new() }
    }

    /// The text of a field.
    pub fn text(&self, field: &str) -> Option<&str> {
        match self.fields.get(field)? {
            Field::Text(text) => Some(text),
            Field::Names(_) | Field::Date(_) => None,
        }
    }

    /// The names of a field, such as `author`.
    pub fn names(&self, field: &str) -> &[Name] {
        match self.fields.get(field) {
            Some(Field::Names(names)) => names,
            _ => &[],
        }
    }

    /// When it was published.
    pub fn issued(&self) -> Option<PublishedOn> {
        match self.fields.get("issued") {
            Some(Field::Date(date)) => Some(*date),
            _ => None,
        }
    }

    /// This reference with a text, unless there is none.
    #[must_use]
    pub(crate) fn with_text(mut self, field: &str, text: Option<&str>) -> Self {
        let text = text.map(plain).filter(|text| !text.is_empty());
        self.fields.extend(text.map(|text| (field.to_owned(), Field::Text(text))));
        self
    }

    /// This reference with an author that is printed as it is, unless there is none.
    #[must_use]
    pub(crate) fn with_author(mut self, author: Option<&str>) -> Self {
        let author = author.map(plain).filter(|author| !author.is_empty());
        let names = author.map(|author| Field::Names(vec![Name::Literal(author)]));
        self.fields.extend(names.map(|names| ("author".to_owned(), names)));
        self
    }

    /// This reference with a date of publication, unless there is none.
    #[must_use]
    pub(crate) fn with_issued(mut self, date: Option<PublishedOn>) -> Self {
        self.fields.extend(date.map(|date| ("issued".to_owned(), Field::Date(date))));
        self
    }

    /// The item of CSL-JSON.
    pub fn to_json(&self) -> Value {
        let mut item = serde_json::Map::new();
        item.insert("id".to_owned(), self.key.as_str().into());
        item.insert("type".to_owned(), self.kind.as_str().into());
        let fields = self.fields.iter().map(|(name, field)| (name.clone(), field.to_json()));
        item.extend(fields);
        Value::Object(item)
    }
}

impl Field {
    fn to_json(&self) -> Value {
        match self {
            Self::Text(text) => text.as_str().into(),
            Self::Names(names) => names.iter().map(Name::to_json).collect(),
            Self::Date(date) => date.to_json(),
        }
    }
}

impl Name {
    fn to_json(&self) -> Value {
        match self {
            Self::Literal(literal) => serde_json::json!({ "literal": literal }),
            Self::Person { family, given, suffix } if suffix.is_empty() => {
                serde_json::json!({ "family": family, "given": given })
            }
            Self::Person { family, given, suffix } => {
                serde_json::json!({ "family": family, "given": given, "suffix": suffix })
            }
        }
    }
}

/// A text on one line without control characters, which no format can carry.
pub(crate) fn plain(text: &str) -> String {
    let spaced = text.chars().map(|letter| if letter.is_control() { ' ' } else { letter });
    let spaced: String = spaced.collect();
    spaced.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_item_has_one_date_and_literal_names() {
        let reference = Reference::new("fixture-a-2013", "report")
            .with_author(Some("Fixture\u{7} A"))
            .with_issued(PublishedOn::new(2013, Some(5), None))
            .with_text("title", Some("Two\nlines"));
        insta::assert_snapshot!(reference.to_json(), @r#"{"id":"fixture-a-2013","type":"report","author":[{"literal":"Fixture A"}],"issued":{"date-parts":[[2013,5]]},"title":"Two lines"}"#);
    }
}
