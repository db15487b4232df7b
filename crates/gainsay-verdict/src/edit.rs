//! Changing a file of verdicts: one block is made or changed, and every byte outside it
//! stays what it was.

mod block;
mod split;

use std::{collections::BTreeMap, ops::Range};

use crate::{
    read::SCHEMA,
    reviewer::Reviewers,
    verdict::{Rejection, Verdict},
};
use split::{Kind, Place, find, split};

/// Why a file cannot be changed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// It is no TOML, so that nobody knows where its blocks are.
    #[error("{message}")]
    Syntax {
        /// What the parser says.
        message: String,
    },
    /// Verdicts that are not written under a `[[verdict]]` heading each.
    #[error("verdicts are written in another form than blocks under `[[...]]`")]
    Form,
    /// With the change it would be no TOML, and every verdict in it would be lost.
    #[error("it would no longer read: {message}")]
    Unreadable {
        /// What the parser says.
        message: String,
    },
}

/// Writes a verdict: into the block of the same reviewer on the same finding, or into a new
/// one, in order of key. Who is the same depends on everybody who answers in the base.
///
/// # Errors
///
/// When the text is no TOML or has its verdicts elsewhere than in blocks, and when it would
/// no longer read.
pub fn record(reviewers: &Reviewers, text: &str, verdict: &Verdict) -> Result<String, EditError> {
    put(reviewers, text, vec![New::Verdict(verdict)])
}

/// Writes verdicts, each as [`record`] does. Of several of one reviewer on one finding the
/// last counts.
///
/// # Errors
///
/// As of [`record`]; nothing is written then.
pub fn record_all(
    reviewers: &Reviewers,
    text: &str,
    verdicts: &[Verdict],
) -> Result<String, EditError> {
    put(reviewers, text, verdicts.iter().map(New::Verdict).collect())
}

/// Writes a rejection: into the block of the same reviewer on the same study, or into a
/// new one, in order of study.
///
/// # Errors
///
/// When the text is no TOML or has its rejections elsewhere than in blocks, and when it would
/// no longer read.
pub fn reject(
    reviewers: &Reviewers,
    text: &str,
    rejection: &Rejection,
) -> Result<String, EditError> {
    put(reviewers, text, vec![New::Rejection(rejection)])
}

/// Removes the verdict of a reviewer on a finding, if there is one. A comment above it
/// stays.
///
/// # Errors
///
/// When the text is no TOML or has its verdicts elsewhere than in blocks, and when it would
/// no longer read.
pub fn remove(
    reviewers: &Reviewers,
    text: &str,
    finding: &str,
    who: &str,
) -> Result<String, EditError> {
    let blocks = split(text)?;
    let place = Place { kind: Kind::Verdict, key: finding, who };
    let own = find(reviewers, &blocks, &place).into_iter();
    let removed = own.map(|block| (block.start..block.end, String::new())).collect();
    readable(edited(text, removed))
}

/// What is to stand in a file.
#[derive(Clone, Copy)]
enum New<'a> {
    Verdict(&'a Verdict),
    Rejection(&'a Rejection),
}

impl<'a> New<'a> {
    fn place(self) -> Place<'a> {
        match self {
            Self::Verdict(one) => Place { kind: Kind::Verdict, key: &one.finding, who: &one.who },
            Self::Rejection(one) => Place { kind: Kind::Rejection, key: &one.study, who: &one.who },
        }
    }

    fn write(self, block: &mut toml_edit::Table) {
        match self {
            Self::Verdict(one) => block::verdict(block, one),
            Self::Rejection(one) => block::rejection(block, one),
        }
    }
}

/// Changes the blocks of what is new, or makes them.
fn put(reviewers: &Reviewers, text: &str, new: Vec<New<'_>>) -> Result<String, EditError> {
    let blocks = split(text)?;
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let (mut edits, mut last) = (Vec::new(), Vec::new());
    let mut changes = BTreeMap::new();
    let by_place: BTreeMap<Place<'_>, New<'_>> =
        new.into_iter().map(|one| (one.place(), one)).collect();
    for (place, one) in by_place {
        let own = find(reviewers, &blocks, &place);
        if let Some((block, more)) = own.split_first() {
            // Who answered twice has answered anew.
            let more =
                more.iter().map(|block| (block.start, (block.start..block.end, String::new())));
            changes.extend(more);
            let known = &text[block.start..block.end];
            let changed = block::changed(known, place.kind, |table| one.write(table))?;
            // Who signs in two ways has one block.
            changes.insert(block.start, (block.start..block.end, changed));
            continue;
        }
        let made = block::made(place.kind, |table| one.write(table)).replace('\n', newline);
        // Verdicts before rejections, each in order of key.
        let after = |one: &&split::Block| (one.kind, one.key.as_str()) > (place.kind, place.key);
        match blocks.iter().find(after) {
            Some(next) => edits.push((next.top..next.top, made + newline)),
            None => last.push(made),
        }
    }
    edits.extend(changes.into_values());
    readable(appended(edited(text, edits), &last, newline))
}

/// A changed text, if its blocks can be told apart as before.
fn readable(text: String) -> Result<String, EditError> {
    match split(&text) {
        Ok(_) => Ok(text),
        Err(error) => Err(EditError::Unreadable { message: error.to_string() }),
    }
}

/// A text with other words in these places. What comes before a block comes before what
/// takes its place.
fn edited(text: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(at, _)| (at.start, at.end));
    let mut written = String::new();
    let mut from = 0;
    for (at, words) in edits {
        written += &text[from..at.start];
        written += &words;
        from = at.end;
    }
    written + &text[from..]
}

/// A text with these blocks at its end.
fn appended(text: String, blocks: &[String], newline: &str) -> String {
    if blocks.is_empty() {
        return text;
    }
    let gap = if text.trim_start_matches('\u{feff}').trim().is_empty() {
        format!("schema = {SCHEMA}{newline}{newline}")
    } else if text.ends_with('\n') {
        newline.to_owned()
    } else {
        newline.repeat(2)
    };
    text + &gap + &blocks.join(newline)
}

#[cfg(test)]
mod tests;
