//! References without the citation engine, for those that it cannot set.

use gainsay_claims::site::normal;

use crate::{Name, Piece, Reference};

/// A line of the list of references: author, date, title, where it stands.
pub(super) fn entry(reference: &Reference, untitled: &str) -> Vec<Piece> {
    let mut parts: Vec<String> = Vec::new();
    let author = authors(reference);
    let title = reference.text("title").unwrap_or(untitled).to_owned();
    let date = reference.issued().map(|date| format!("({date})"));
    match author {
        Some(author) => parts.extend([author].into_iter().chain(date).chain([title])),
        None => parts.extend([title].into_iter().chain(date)),
    }
    let others = ["container-title", "volume", "issue", "page", "publisher", "DOI"];
    parts.extend(others.iter().filter_map(|field| reference.text(field)).map(str::to_owned));
    let mut pieces = vec![Piece::Text(parts.join(". "))];
    if let Some(url) = reference.text("URL") {
        pieces.push(Piece::Text(". ".to_owned()));
        pieces.push(address(url));
    }
    pieces
}

/// How the work is named in running text: author, else title, and date.
pub(super) fn name(reference: &Reference, untitled: &str) -> Vec<Piece> {
    let title = || reference.text("title").unwrap_or(untitled).to_owned();
    let names: Vec<&str> = reference.names("author").iter().map(family).collect();
    let name = if names.is_empty() { title() } else { names.join("; ") };
    let date = reference.issued().and_then(|date| date.parts().first().copied());
    let date = date.map(|year| format!(", {year}")).unwrap_or_default();
    vec![Piece::Text(name + &date)]
}

fn authors(reference: &Reference) -> Option<String> {
    let one = |name: &Name| match name {
        Name::Literal(literal) => literal.clone(),
        Name::Person { family, given, suffix } => {
            let parts = [family, given, suffix].map(String::as_str);
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        }
    };
    let names: Vec<String> = reference.names("author").iter().map(one).collect();
    (!names.is_empty()).then(|| names.join("; "))
}

fn family(name: &Name) -> &str {
    match name {
        Name::Literal(literal) => literal,
        Name::Person { family, given, .. } if family.is_empty() => given,
        Name::Person { family, .. } => family,
    }
}

/// A link, if the address is one of the web.
fn address(url: &str) -> Piece {
    let content = Piece::Text(url.to_owned());
    if normal(url).is_empty() || url.contains(char::is_whitespace) {
        return content;
    }
    Piece::Link { url: url.to_owned(), content: vec![content] }
}
