//! Reading CSL-JSON.

use gainsay_claims::{
    document::Document,
    facts::{Problem, ReferenceTrouble},
    written_key,
};
use serde_json::{Value, value::RawValue};

use crate::{
    PublishedOn,
    locate::Located,
    reference::{Field, Name, Reference, plain},
};

const NAMES: &[&str] = &[
    "author",
    "chair",
    "collection-editor",
    "compiler",
    "composer",
    "container-author",
    "contributor",
    "curator",
    "director",
    "editor",
    "editorial-director",
    "executive-producer",
    "guest",
    "host",
    "illustrator",
    "interviewer",
    "narrator",
    "organizer",
    "original-author",
    "performer",
    "producer",
    "recipient",
    "reviewed-author",
    "script-writer",
    "series-creator",
    "translator",
];

const DATES: &[&str] =
    &["accessed", "available-date", "event-date", "issued", "original-date", "submitted"];

/// Reads every item of a file that can be read, each with the place where it is written.
pub(crate) fn read_json(located: &mut Located<'_>, document: &Document) -> Vec<(Item, usize)> {
    let text = document.text.strip_prefix('\u{feff}').unwrap_or(&document.text);
    let shift = document.text.len() - text.len();
    let items: Vec<&RawValue> = match serde_json::from_str(text) {
        Ok(items) => items,
        Err(error) => {
            let at = shift + offset(text, error.line(), error.column());
            located.tell(at..at + 1, Problem::Syntax { message: message(&error) });
            return Vec::new();
        }
    };
    let mut read = Vec::new();
    for raw in items {
        // The raw text borrows from the whole, so its address tells its place.
        let start = shift + (raw.get().as_ptr().addr() - text.as_ptr().addr());
        read.extend(item(located, raw.get(), start).map(|item| (item, start)));
    }
    read
}

/// What an item says; its type is absent where it only corrects another reference.
#[derive(Debug)]
pub(crate) struct Item {
    pub(crate) has_type: bool,
    pub(crate) reference: Reference,
}

fn item(located: &mut Located<'_>, text: &str, start: usize) -> Option<Item> {
    let line = start..start + text.len();
    let fields: serde_json::Map<String, Value> = match serde_json::from_str(text) {
        Ok(fields) => fields,
        Err(error) => {
            located.tell(line, Problem::Syntax { message: message(&error) });
            return None;
        }
    };
    let id = match fields.get("id") {
        Some(Value::String(id)) => written_key(id),
        Some(Value::Number(id)) => written_key(&id.to_string()),
        _ => None,
    };
    let Some(id) = id else {
        located.tell(line, bad("", ReferenceTrouble::Key));
        return None;
    };
    let kind = fields.get("type").and_then(Value::as_str);
    let mut reference = Reference::new(id, plain(kind.unwrap_or("document")));
    for (name, value) in fields.iter().filter(|(name, _)| !["id", "type"].contains(&name.as_str()))
    {
        let key = format!("\"{name}\"");
        let at = text.find(&key).map_or(line.clone(), |at| start + at..start + at + key.len());
        match field(name, value) {
            Ok((field, trouble)) => {
                if let Some(trouble) = trouble {
                    located.tell(at, bad(name, trouble));
                }
                reference.fields.extend(field.map(|field| (name.clone(), field)));
            }
            Err(trouble) => located.tell(at, bad(name, trouble)),
        }
    }
    Some(Item { has_type: kind.is_some(), reference })
}

fn bad(field: &str, trouble: ReferenceTrouble) -> Problem {
    Problem::BadReference { field: field.to_owned(), trouble }
}

type Read = Result<(Option<Field>, Option<ReferenceTrouble>), ReferenceTrouble>;

fn field(name: &str, value: &Value) -> Read {
    if DATES.contains(&name) {
        return date(value);
    }
    if NAMES.contains(&name) {
        let names = value.as_array().ok_or(ReferenceTrouble::Names)?;
        let names: Option<Vec<Name>> = names.iter().map(person).collect();
        let names = names.ok_or(ReferenceTrouble::Names)?;
        return Ok(((!names.is_empty()).then_some(Field::Names(names)), None));
    }
    let text = match value {
        Value::String(text) => plain(text),
        Value::Number(number) => number.to_string(),
        Value::Null => String::new(),
        _ if name == "custom" || name == "categories" => String::new(),
        _ => return Err(ReferenceTrouble::Text),
    };
    Ok(((!text.is_empty()).then_some(Field::Text(text)), None))
}

/// A date: its parts, or `raw` as in ISO 8601. Of a range the first is taken.
fn date(value: &Value) -> Read {
    let first = |date: Option<PublishedOn>, more: bool| {
        let date = date.ok_or(ReferenceTrouble::Date)?;
        Ok((Some(Field::Date(date)), more.then_some(ReferenceTrouble::DateRange)))
    };
    if let Some(dates) = value.get("date-parts").and_then(Value::as_array) {
        let parts = dates.first().and_then(Value::as_array).ok_or(ReferenceTrouble::Date)?;
        let number = |part: &Value| match part {
            Value::String(text) => text.trim().parse().ok(),
            other => other.as_i64(),
        };
        let parts: Option<Vec<i64>> = parts.iter().map(number).collect();
        let parts = parts.ok_or(ReferenceTrouble::Date)?;
        let date = match parts[..] {
            [year] => PublishedOn::new(year, None, None),
            [year, month] => PublishedOn::new(year, Some(month), None),
            [year, month, day] => PublishedOn::new(year, Some(month), Some(day)),
            _ => None,
        };
        return first(date, dates.len() > 1);
    }
    let raw = value.get("raw").unwrap_or(value);
    let raw = raw.as_str().ok_or(ReferenceTrouble::Date)?;
    let (start, end) = raw.split_once('/').map_or((raw, None), |(start, end)| (start, Some(end)));
    first(PublishedOn::parse(start), end.is_some())
}

fn person(value: &Value) -> Option<Name> {
    let part = |name: &str| value.get(name).and_then(Value::as_str).map(plain).unwrap_or_default();
    let literal = part("literal");
    if !literal.is_empty() {
        return Some(Name::Literal(literal));
    }
    let join = |words: [String; 2]| {
        let words: Vec<_> = words.into_iter().filter(|word| !word.is_empty()).collect();
        words.join(" ")
    };
    let family = join([part("non-dropping-particle"), part("family")]);
    let given = join([part("given"), part("dropping-particle")]);
    let suffix = part("suffix");
    match (family.is_empty(), given.is_empty()) {
        (true, true) => None,
        (true, false) => Some(Name::Literal(given)),
        (false, true) => Some(Name::Literal(family)),
        (false, false) => Some(Name::Person { family, given, suffix }),
    }
}

/// The parser's words without the place that it appends.
fn message(error: &serde_json::Error) -> String {
    let text = error.to_string();
    text.split(" at line ").next().unwrap_or_default().to_owned()
}

/// The byte at a line and a column, both counted from 1 in bytes.
fn offset(text: &str, line: usize, column: usize) -> usize {
    let before = text.split_inclusive('\n').take(line.saturating_sub(1)).map(str::len);
    (before.sum::<usize>() + column.saturating_sub(1)).min(text.len())
}

#[cfg(test)]
mod tests {
    use gainsay_claims::facts::Fact;

    use super::*;

    fn read(text: &str) -> (Vec<Reference>, Vec<(String, Problem)>) {
        let document = Document::text("references.json", text);
        let mut located = Located::new(&document);
        let items = read_json(&mut located, &document);
        let told = located.diagnostics.into_iter().map(|one| {
            let label = one.labels.into_iter().next().expect("it has a place");
            let Fact::Problem(problem) = label.fact else { panic!("it is a problem") };
            (text[label.at.span].to_owned(), problem)
        });
        (items.into_iter().map(|(item, _)| item.reference).collect(), told.collect())
    }

    #[test]
    fn a_bad_field_is_left_out_and_located() {
        let text = r#"[
  { "id": "a/1", "type": "book", "issued": { "date-parts": [[2014, 13]] }, "title": "Ok" },
  { "id": "b c" },
  { "id": "d", "author": "x", "editor": [{ "literal": "E" }], "volume": 3 }
]"#;
        let (references, told) = read(text);
        let keys: Vec<_> = references.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(keys, ["a-1", "d"]);
        assert_eq!(references[0].text("title"), Some("Ok"));
        assert_eq!(references[1].text("volume"), Some("3"));
        let places: Vec<_> = told.iter().map(|(place, _)| place.as_str()).collect();
        assert_eq!(places, ["\"issued\"", "{ \"id\": \"b c\" }", "\"author\""]);
    }

    #[test]
    fn of_a_range_the_first_date_is_taken_and_told() {
        let (references, told) =
            read(r#"[{ "id": "a", "issued": { "date-parts": [[2013, 1], ["2013", "3"]] } }]"#);
        assert_eq!(references[0].issued(), PublishedOn::new(2013, Some(1), None));
        assert_eq!(told[0].1, bad("issued", ReferenceTrouble::DateRange));
        let (references, told) = read(r#"[{ "id": "a", "issued": { "raw": "2014-05-20" } }]"#);
        assert_eq!(references[0].issued(), PublishedOn::new(2014, Some(5), Some(20)));
        assert_eq!(told, []);
    }

    #[test]
    fn what_is_no_json_points_to_where_it_stops() {
        let (references, told) = read("\u{feff}[{ \"id\": \"é\" }\n  { } ]");
        assert_eq!(references, []);
        assert_eq!(told[0].0, "{");
    }

    #[test]
    fn particles_stay_with_the_family_name() {
        let (references, _) = read(
            r#"[{ "id": "a", "author": [{ "family": "Tour", "non-dropping-particle": "de La", "given": "J." }] }]"#,
        );
        let name = Name::Person {
            family: "de La Tour".to_owned(),
            given: "J.".to_owned(),
            suffix: String::new(),
        };
        assert_eq!(references[0].names("author"), [name]);
    }
}
