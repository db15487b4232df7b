//! Reading BibTeX and BibLaTeX.

use std::{collections::BTreeMap, ops::Range};

use biblatex::{Bibliography, ChunksExt as _, Entry, EntryType, Person};
use gainsay_claims::{
    document::Document,
    facts::{Problem, ReferenceTrouble},
    written_key,
};

use crate::{
    PublishedOn,
    locate::Located,
    read_json::Item,
    reference::{Field, Name, Reference, plain},
};

/// Fields that travel under another name, in order of preference for each.
const TEXTS: &[(&str, &[&str])] = &[
    ("title", &["title"]),
    ("container-title", &["journaltitle", "journal", "booktitle"]),
    ("collection-title", &["series"]),
    ("publisher", &["publisher", "institution", "organization", "school"]),
    ("publisher-place", &["location", "address"]),
    ("volume", &["volume"]),
    ("issue", &["number", "issue"]),
    ("page", &["pages"]),
    ("edition", &["edition"]),
    ("genre", &["type"]),
    ("medium", &["howpublished"]),
    ("DOI", &["doi"]),
    ("ISBN", &["isbn"]),
    ("ISSN", &["issn"]),
    ("URL", &["url"]),
    ("language", &["langid", "language"]),
    ("note", &["note"]),
];

/// Reads every entry of a file that can be read, each with the place where it begins.
pub(crate) fn read_bib(located: &mut Located<'_>, document: &Document) -> Vec<(Item, usize)> {
    let text = &document.text;
    if let Ok(whole) = Bibliography::parse(text) {
        let starts = starts(text);
        let start = |entry: &Entry| starts.get(entry.key.as_str()).copied().unwrap_or(0);
        return whole
            .iter()
            .filter_map(|entry| Some((item(located, entry, start(entry))?, start(entry))))
            .collect();
    }
    // One slip of the pen would lose the whole file, so each entry is read by itself.
    let parts = parts(text);
    let is_string =
        |part: &Range<usize>| text[part.clone()].to_ascii_lowercase().starts_with("@string");
    let strings: String =
        parts.iter().filter(|part| is_string(part)).map(|part| &text[part.clone()]).collect();
    let mut read = Vec::new();
    for part in parts.iter().filter(|part| !is_string(part)) {
        match Bibliography::parse(&format!("{strings}{}", &text[part.clone()])) {
            Ok(own) => read.extend(
                own.iter()
                    .filter_map(|entry| Some((item(located, entry, part.start)?, part.start))),
            ),
            Err(error) => {
                let moved = |at: usize| part.start + at.saturating_sub(strings.len());
                let span = moved(error.span.start)..moved(error.span.end);
                located.tell(span, Problem::Syntax { message: error.kind.to_string() });
            }
        }
    }
    read
}

/// The text of each entry: from a line that begins with `@` to the next one.
fn parts(text: &str) -> Vec<Range<usize>> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.starts_with('@') {
            starts.push(at);
        }
        at += line.len();
    }
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

fn item(located: &mut Located<'_>, entry: &Entry, start: usize) -> Option<Item> {
    let line = start..start + 1;
    let bad = |field: &str, trouble| Problem::BadReference { field: field.to_owned(), trouble };
    let Some(key) = written_key(&entry.key) else {
        located.tell(line, bad("", ReferenceTrouble::Key));
        return None;
    };
    let mut reference = Reference::new(key, kind(&entry.entry_type));
    let text = |name: &&str| entry.get(name).map(|chunks| plain(&chunks.format_verbatim()));
    for (variable, names) in TEXTS {
        reference = reference.with_text(variable, names.iter().find_map(text).as_deref());
    }
    if reference.kind == "report" {
        // A report has a number of its own, not an issue.
        reference.fields.remove("issue");
        reference = reference.with_text("number", text(&"number").as_deref());
    }
    for name in ["author", "editor", "translator"] {
        match entry.get(name).map(|_| entry.get_as::<Vec<Person>>(name)) {
            None => {}
            Some(Ok(persons)) => {
                let names: Vec<Name> = persons.iter().filter_map(person).collect();
                let names = (!names.is_empty()).then_some((name.to_owned(), Field::Names(names)));
                reference.fields.extend(names);
            }
            Some(Err(_)) => located.tell(line.clone(), bad(name, ReferenceTrouble::Names)),
        }
    }
    for (variable, name) in [("issued", "date"), ("accessed", "urldate")] {
        if let Some(said) = text(&name) {
            let (first, is_range) =
                said.split_once('/').map_or((&*said, false), |(a, _)| (a, true));
            match PublishedOn::parse(first) {
                Some(date) => {
                    reference.fields.insert(variable.to_owned(), Field::Date(date));
                    if is_range {
                        located.tell(line.clone(), bad(name, ReferenceTrouble::DateRange));
                    }
                }
                None => located.tell(line.clone(), bad(name, ReferenceTrouble::Date)),
            }
        }
    }
    if let (None, Some(year)) = (reference.issued(), text(&"year")) {
        let date = year.parse().ok().and_then(|year| {
            PublishedOn::new(year, text(&"month").as_deref().and_then(month), None)
        });
        match date {
            Some(_) => reference = reference.with_issued(date),
            None => located.tell(line, bad("year", ReferenceTrouble::Date)),
        }
    }
    Some(Item { has_type: true, reference })
}

/// Where the first entry of each key begins.
fn starts(text: &str) -> BTreeMap<&str, usize> {
    let mut starts = BTreeMap::new();
    for part in parts(text) {
        let head = text[part.clone()].split(['{', '(']).nth(1).unwrap_or_default();
        let key = head.split(',').next().unwrap_or_default().trim();
        starts.entry(key).or_insert(part.start);
    }
    starts
}

fn kind(entry: &EntryType) -> &'static str {
    match entry {
        EntryType::Article | EntryType::SuppPeriodical => "article-journal",
        EntryType::Book | EntryType::MvBook | EntryType::Collection | EntryType::MvCollection => {
            "book"
        }
        EntryType::Booklet => "pamphlet",
        EntryType::InBook
        | EntryType::BookInBook
        | EntryType::SuppBook
        | EntryType::InCollection
        | EntryType::SuppCollection => "chapter",
        EntryType::InProceedings => "paper-conference",
        EntryType::InReference => "entry-encyclopedia",
        EntryType::MastersThesis | EntryType::PhdThesis | EntryType::Thesis => "thesis",
        EntryType::TechReport | EntryType::Report | EntryType::Manual => "report",
        EntryType::Unpublished => "manuscript",
        EntryType::Online => "webpage",
        EntryType::Patent => "patent",
        EntryType::Dataset => "dataset",
        EntryType::Software => "software",
        _ => "document",
    }
}

fn person(person: &Person) -> Option<Name> {
    let words = [&person.prefix, &person.name].map(|part| plain(part));
    let family = words.iter().filter(|word| !word.is_empty()).map(String::as_str);
    let family = family.collect::<Vec<_>>().join(" ");
    let given = plain(&person.given_name);
    let suffix = plain(&person.suffix);
    match (family.is_empty(), given.is_empty()) {
        (true, true) => None,
        (true, false) => Some(Name::Literal(given)),
        (false, true) => Some(Name::Literal(family)),
        (false, false) => Some(Name::Person { family, given, suffix }),
    }
}

/// A month by its number or by the first letters of its English name.
fn month(text: &str) -> Option<i64> {
    const MONTHS: [&str; 12] =
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let text = text.trim().to_lowercase();
    let named = MONTHS.iter().position(|name| text.starts_with(name));
    let number = named.and_then(|index| i64::try_from(index + 1).ok());
    number.or_else(|| text.parse().ok()).filter(|month| (1..=12).contains(month))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Vec<Reference>, Vec<usize>) {
        let document = Document::text("references.bib", text);
        let mut located = Located::new(&document);
        let items = read_bib(&mut located, &document);
        let told = located.diagnostics.iter().map(|one| one.labels[0].at.span.start);
        let told = told.collect();
        (items.into_iter().map(|(item, _)| item.reference).collect(), told)
    }

    #[test]
    fn the_institution_of_a_report_is_its_publisher() {
        let (references, told) = read(
            "@techreport{l2, author = {{L2}}, title = {Social {P}latforms \\& more}, institution = {L2 Think Tank}, year = 2014, month = may}",
        );
        let report = &references[0];
        assert_eq!(told, [0; 0]);
        assert_eq!(report.kind, "report");
        assert_eq!(report.text("publisher"), Some("L2 Think Tank"));
        assert_eq!(report.text("title"), Some("Social Platforms & more"));
        assert_eq!(report.names("author"), [Name::Literal("L2".to_owned())]);
        assert_eq!(report.issued(), PublishedOn::new(2014, Some(5), None));
    }

    #[test]
    fn an_entry_is_told_where_it_begins() {
        let text = "@book{a, title = {A}}\n@book{ b , title = {B}, year = {soon}}\n";
        let (references, told) = read(text);
        assert_eq!(references.len(), 2);
        assert_eq!(told, [text.find("@book{ b").expect("it is there")]);
    }

    #[test]
    fn one_broken_entry_costs_only_itself() {
        let text = "@string{p = {Press}}\n@book{a, title = {A}, publisher = p}\n@book{b, title = {B\n@book{c, title = {C}, year = {soon}}\n";
        let (references, told) = read(text);
        let keys: Vec<_> = references.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(keys, ["a", "c"]);
        assert_eq!(references[0].text("publisher"), Some("Press"));
        assert_eq!(told.len(), 2, "the open brace and the year");
        assert!(told.iter().all(|at| text.find("@book{b").expect("it is there") <= *at));
    }
}
