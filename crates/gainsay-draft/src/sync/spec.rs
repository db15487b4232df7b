//! What a mark asks for.

use std::ops::Range;

use gainsay_claims::{facts::MarkProblem, vocabulary::nearest};

use super::marks::Mark;

/// A table that a mark asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spec {
    /// What it is the table of, as `gainsay table` takes it.
    pub table: String,
    /// Options of `gainsay table` without their hyphens, and their values, as written.
    pub options: Vec<(String, Option<String>)>,
}

/// Options of `gainsay table` that a mark may give. How a table is written follows from
/// the draft.
pub const OPTIONS: &[&str] = &[
    "all", "cite", "columns", "dialect", "lang", "region", "since", "sort", "source", "template",
    "universe", "until",
];

/// Options without a value.
const FLAGS: &[&str] = &["all"];

/// Options that may be given several times.
const REPEATED: &[&str] = &["region", "source", "universe"];

/// Reads what a mark asks for.
///
/// # Errors
///
/// What is wrong with it first, and where.
pub(super) fn read(text: &str, mark: &Mark) -> Result<Spec, (Range<usize>, MarkProblem)> {
    let mut table = None;
    let mut options: Vec<(String, Option<String>)> = Vec::new();
    for at in words(text, mark.words.clone())? {
        let wrong = |problem| (at.clone(), problem);
        let (name, value) = option(&text[at.clone()]).map_err(wrong)?;
        let is_given = options.iter().any(|(given, _)| *given == name);
        let is_table = name == "table";
        if is_table && table.is_some() || is_given && !REPEATED.contains(&name.as_str()) {
            return Err(wrong(MarkProblem::DoubledOption { name }));
        }
        match value {
            Some(value) if is_table => table = Some(value),
            value => options.push((name, value)),
        }
    }
    match table {
        Some(table) => Ok(Spec { table, options }),
        None => Err((mark.span.clone(), MarkProblem::NoTable)),
    }
}

/// The words of a mark, parted by blanks that are in no quotation marks.
fn words(text: &str, at: Range<usize>) -> Result<Vec<Range<usize>>, (Range<usize>, MarkProblem)> {
    let mut words = Vec::new();
    let mut start = None;
    let mut is_quoted = false;
    for (byte, one) in text[at.clone()].char_indices() {
        is_quoted ^= one == '"';
        if one.is_whitespace() && !is_quoted {
            words.extend(start.take().map(|start| start..at.start + byte));
        } else {
            start.get_or_insert(at.start + byte);
        }
    }
    match start {
        Some(start) if is_quoted => Err((start..at.end, MarkProblem::OpenQuote)),
        last => {
            words.extend(last.map(|start| start..at.end));
            Ok(words)
        }
    }
}

/// The name of an option and its value.
fn option(word: &str) -> Result<(String, Option<String>), MarkProblem> {
    let (name, value) = match word.split_once('=') {
        Some((name, value)) => (name, Some(value.replace('"', ""))),
        None => (word, None),
    };
    let name = name.to_owned();
    let is_flag = FLAGS.contains(&name.as_str());
    if name != "table" && !OPTIONS.contains(&name.as_str()) {
        let known = OPTIONS.iter().copied().chain(["table"]);
        let nearest = nearest(&name, known).map(str::to_owned);
        return Err(MarkProblem::UnknownOption { name, nearest });
    }
    match value {
        Some(_) if is_flag => Err(MarkProblem::NeedlessValue { name }),
        Some(value) if !value.is_empty() => Ok((name, Some(value))),
        _ if is_flag => Ok((name, None)),
        _ => Err(MarkProblem::NoValue { name }),
    }
}
