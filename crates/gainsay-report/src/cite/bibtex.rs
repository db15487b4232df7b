//! BibTeX.

use gainsay_cite::{NO_LANGUAGE, Name, Reference};

use crate::escape::{encoded_address, latex as escape};

/// Fields and where they come from, but for those that depend on the type.
const FIELDS: &[(&str, &str)] = &[
    ("edition", "edition"),
    ("volume", "volume"),
    ("pages", "page"),
    ("series", "collection-title"),
    ("address", "publisher-place"),
    ("doi", "DOI"),
    ("isbn", "ISBN"),
    ("issn", "ISSN"),
    ("language", "language"),
    ("note", "note"),
];

/// References as BibTeX, one entry after the other, in the order given. The publisher of
/// a report is its institution.
pub fn bibtex(references: &[&Reference]) -> String {
    references.iter().map(|reference| entry(reference)).collect::<Vec<_>>().join("\n")
}

fn entry(reference: &Reference) -> String {
    let (kind, publisher, container) = match reference.kind.as_str() {
        "report" => ("techreport", "institution", "booktitle"),
        "article-journal" | "article-magazine" | "article-newspaper" => {
            ("article", "publisher", "journal")
        }
        "book" => ("book", "publisher", "booktitle"),
        "chapter" => ("incollection", "publisher", "booktitle"),
        "paper-conference" => ("inproceedings", "publisher", "booktitle"),
        "thesis" => ("phdthesis", "school", "booktitle"),
        _ => ("misc", "publisher", "booktitle"),
    };
    let mut lines = Vec::new();
    let mut push = |name: &str, value: String| lines.push(format!("  {name} = {{{value}}},\n"));
    for role in ["author", "editor", "translator"] {
        let names: Vec<String> = reference.names(role).iter().map(name).collect();
        if !names.is_empty() {
            push(role, names.join(" and "));
        }
    }
    let text = |field: &str| reference.text(field).map(escape);
    if let Some(title) = text("title") {
        // The inner braces keep the capitals as they are.
        push("title", format!("{{{title}}}"));
    }
    let numbered = if kind == "techreport" { "number" } else { "issue" };
    let typed = [(publisher, "publisher"), (container, "container-title"), ("number", numbered)];
    for (name, field) in typed.iter().chain(FIELDS) {
        // BibTeX has no word for no language.
        if let Some(value) = text(field).filter(|value| value != NO_LANGUAGE) {
            push(name, value);
        }
    }
    if let Some(date) = reference.issued() {
        for (name, part) in ["year", "month", "day"].iter().zip(date.parts()) {
            push(name, part.to_string());
        }
    }
    if let Some(url) = reference.text("URL") {
        push("url", encoded_address(url));
    }
    format!("@{kind}{{{},\n{}}}\n", reference.key, lines.concat())
}

/// A name; a body within braces of its own, so that it is not taken apart.
fn name(name: &Name) -> String {
    match name {
        Name::Literal(literal) => format!("{{{}}}", escape(literal)),
        Name::Person { family, given, suffix } => {
            let parts = [family, suffix, given].map(|part| escape(part));
            let parts = parts.into_iter().filter(|part| !part.is_empty());
            // A comma or an "and" within a part would make it two.
            let whole = |part: String| match part.contains(',') || part.contains(" and ") {
                true => format!("{{{part}}}"),
                false => part,
            };
            parts.map(whole).collect::<Vec<_>>().join(", ")
        }
    }
}
