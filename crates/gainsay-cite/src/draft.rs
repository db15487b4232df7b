//! The references that a draft uses.

use std::ops::Range;

use gainsay_claims::is_key;

use crate::Library;

/// How a draft is marked up, which decides what a citation looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Markup {
    /// Markdown of Pandoc and Quarto: `[@key]`, `@key`, and LaTeX within it.
    Markdown,
    /// LaTeX: `\cite{key}` and its relatives.
    Latex,
    /// Anything else: ids of studies only.
    Other,
}

impl Markup {
    /// The markup of a file, by the ending of its name.
    pub fn of_file(name: &str) -> Self {
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
        match ending.as_deref() {
            Some("md" | "markdown" | "qmd" | "rmd" | "txt") => Self::Markdown,
            Some("tex" | "ltx") => Self::Latex,
            _ => Self::Other,
        }
    }
}

/// A place where a draft uses a reference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Used {
    /// Its key as written; for the id of a study, the study's key.
    pub key: String,
    /// Where it is written, in bytes.
    pub span: Range<usize>,
}

/// The references that a draft uses, known or not, in the order of the text. Code is no
/// citation, and `@fig-…` and the like are references of Quarto within the document.
pub fn used(library: &Library, text: &str, markup: Markup) -> Vec<Used> {
    let mut all = study_ids(library, text);
    if markup == Markup::Markdown {
        let code = code(text);
        let in_code = |used: &Used| code.iter().any(|code| code.contains(&used.span.start));
        all.extend(at_signs(library, text));
        all.extend(commands(text));
        all.retain(|used| !in_code(used));
    }
    if markup == Markup::Latex {
        all.extend(commands(text));
    }
    all.sort_by(|one, other| one.span.start.cmp(&other.span.start).then(one.key.cmp(&other.key)));
    all
}

/// Ids of studies of the base, as whole words.
fn study_ids(library: &Library, text: &str) -> Vec<Used> {
    let is_part = |letter: char| letter.is_alphanumeric() || "-/_".contains(letter);
    // A figure's own id begins with its study's: `kentico/2014-social/ignores-posts`.
    let is_within = |letter: char| is_part(letter) && letter != '/';
    let found = library.studies().flat_map(|(id, key)| {
        text.match_indices(id).filter_map(move |(start, _)| {
            let end = start + id.len();
            let before = text[..start].chars().next_back();
            let after = text[end..].chars().next();
            let whole = !before.is_some_and(is_part) && !after.is_some_and(is_within);
            whole.then(|| Used { key: key.to_owned(), span: start..end })
        })
    });
    found.collect()
}

/// `@key` and `@{key}`, not within a word as in an address of mail.
fn at_signs(library: &Library, text: &str) -> Vec<Used> {
    let mut all = Vec::new();
    for (at, _) in text.match_indices('@') {
        let before = text[..at].chars().next_back();
        if before.is_some_and(|letter| letter.is_alphanumeric() || "._\\/@".contains(letter)) {
            continue;
        }
        let rest = &text[at + 1..];
        let (start, braced) = match rest.strip_prefix('{') {
            Some(braced) => (at + 2, braced.split(['}', '\n']).next().unwrap_or_default()),
            None => (at + 1, key_at(rest)),
        };
        let is_cross =
            ["fig-", "tbl-", "sec-", "eq-", "lst-"].iter().any(|of| braced.starts_with(of));
        if is_key(braced) && (!is_cross || library.get(braced).is_some()) {
            all.push(Used { key: braced.to_owned(), span: start..start + braced.len() });
        }
    }
    all
}

/// The key at the start of a text; punctuation belongs to it only within.
fn key_at(text: &str) -> &str {
    let is_inner = |letter: char| letter.is_ascii_alphanumeric() || "-_.:+/".contains(letter);
    let end = text.find(|letter| !is_inner(letter)).unwrap_or(text.len());
    text[..end].trim_end_matches(|letter: char| !letter.is_ascii_alphanumeric())
}

/// `\cite{a,b}`, `\textcite[p. 3]{a}`, `\citep*{a}`, `\nocite{a}` and their relatives.
fn commands(text: &str) -> Vec<Used> {
    let mut all = Vec::new();
    for (at, _) in text.match_indices('\\') {
        let name = &text[at + 1..];
        let end = name.find(|letter: char| !letter.is_ascii_alphabetic()).unwrap_or(name.len());
        if !name[..end].to_ascii_lowercase().contains("cite") {
            continue;
        }
        let mut start = at + 1 + end;
        start += usize::from(text[start..].starts_with('*'));
        while text[start..].starts_with('[') {
            let Some(length) = text[start..].find(']') else { break };
            start += length + 1;
        }
        let Some(keys) = text[start..].strip_prefix('{') else { continue };
        let Some(keys) = keys.split_once('}').map(|(keys, _)| keys) else { continue };
        let mut next = start + 1;
        for part in keys.split(',') {
            let key = part.trim();
            let start = next + part.len() - part.trim_start().len();
            next += part.len() + 1;
            if is_key(key) {
                all.push(Used { key: key.to_owned(), span: start..start + key.len() });
            }
        }
    }
    all
}

/// Fenced blocks of code, and code between backquotes on one line.
fn code(text: &str) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut fence: Option<(&str, usize)> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let marker =
            ["```", "~~~"].into_iter().find(|marker| line.trim_start().starts_with(marker));
        match (fence, marker) {
            (Some((open, start)), Some(marker)) if open == marker => {
                all.push(start..at + line.len());
                fence = None;
            }
            (None, Some(marker)) => fence = Some((marker, at)),
            (None, None) => {
                all.extend(inline_code(line).map(|code| at + code.start..at + code.end))
            }
            (Some(_), _) => {}
        }
        at += line.len();
    }
    all.extend(fence.map(|(_, start)| start..text.len()));
    all
}

fn inline_code(line: &str) -> impl Iterator<Item = Range<usize>> {
    let marks: Vec<usize> = line.match_indices('`').map(|(at, _)| at).collect();
    let pairs: Vec<_> = marks.chunks_exact(2).map(|pair| pair[0]..pair[1]).collect();
    pairs.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[track_caller]
    fn check(text: &str, markup: Markup, expected: &[&str]) {
        let (library, _) = Library::read(&fixture::base());
        let found = used(&library, text, markup);
        let keys: Vec<_> = found.iter().map(|one| one.key.as_str()).collect();
        assert_eq!(keys, expected, "{text}");
        for one in &found {
            let written = gainsay_claims::written_key(&text[one.span.clone()]);
            assert_eq!(written.as_ref(), Some(&one.key));
        }
    }

    #[test]
    fn markdown_cites_with_at_signs() {
        check(
            "As [@fixture-a-2013, p. 3; see @b_2:x] and @{c.d} say. Also @e-1.",
            Markup::Markdown,
            &["fixture-a-2013", "b_2:x", "c.d", "e-1"],
        );
        check("Mail me@example.org, see @fig-shares.", Markup::Markdown, &[]);
        check("`@code` and\n```\n@more\n```\n@real", Markup::Markdown, &["real"]);
    }

    #[test]
    fn latex_cites_with_commands() {
        check(
            "\\textcite[see][p.~3]{a, b-1} \\citep*{c} \\nocite{d}\\emph{e} @f",
            Markup::Latex,
            &["a", "b-1", "c", "d"],
        );
    }

    #[test]
    fn ids_of_studies_count_everywhere() {
        let html = "<p>fixture-a/2013, fixture-a/2013/bought, fixture-a/2013-b, x/fixture-a/2013";
        check(html, Markup::Other, &["fixture-a-2013", "fixture-a-2013"]);
        check("@a \\cite{b}", Markup::Other, &[]);
    }
}
