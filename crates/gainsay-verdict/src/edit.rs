//! Changing a file of verdicts: one block is made or changed, and every byte outside it
//! stays what it was.

mod block;
mod split;

use crate::{
    read::SCHEMA,
    verdict::{Rejection, Verdict},
};
use split::{Kind, Place, split};

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
}

/// Writes a verdict: into the block of the same reviewer on the same finding, or into a new
/// one, in order of key.
///
/// # Errors
///
/// When the text is no TOML or has its verdicts elsewhere than in blocks.
pub fn record(text: &str, verdict: &Verdict) -> Result<String, EditError> {
    let place = Place { kind: Kind::Verdict, key: &verdict.finding, who: &verdict.who };
    put(text, &place, |block| block::verdict(block, verdict))
}

/// Writes a rejection: into the block of the same reviewer on the same study, or into a
/// new one, in order of study.
///
/// # Errors
///
/// When the text is no TOML or has its rejections elsewhere than in blocks.
pub fn reject(text: &str, rejection: &Rejection) -> Result<String, EditError> {
    let place = Place { kind: Kind::Rejection, key: &rejection.study, who: &rejection.who };
    put(text, &place, |block| block::rejection(block, rejection))
}

/// Removes the verdict of a reviewer on a finding, if there is one. A comment above it
/// stays.
///
/// # Errors
///
/// When the text is no TOML or has its verdicts elsewhere than in blocks.
pub fn remove(text: &str, finding: &str, who: &str) -> Result<String, EditError> {
    let blocks = split(text)?;
    let place = Place { kind: Kind::Verdict, key: finding, who };
    Ok(match blocks.iter().find(|one| one.is_at(&place)) {
        Some(block) => [&text[..block.start], &text[block.end..]].concat(),
        None => text.to_owned(),
    })
}

/// Changes the block at a place, or makes it.
fn put(
    text: &str,
    place: &Place<'_>,
    write: impl Fn(&mut toml_edit::Table),
) -> Result<String, EditError> {
    let blocks = split(text)?;
    if let Some(block) = blocks.iter().find(|one| one.is_at(place)) {
        let changed = block::changed(&text[block.start..block.end], place.kind, write)?;
        return Ok([&text[..block.start], &changed, &text[block.end..]].concat());
    }
    let made = block::made(place.kind, write);
    let made = if text.contains("\r\n") { made.replace('\n', "\r\n") } else { made };
    let newline = if text.contains("\r\n") { "\r\n" } else { "\n" };
    // Verdicts before rejections, each in order of key.
    let after = |one: &&split::Block| (one.kind, one.key.as_str()) > (place.kind, place.key);
    if let Some(next) = blocks.iter().find(after) {
        return Ok([&text[..next.top], &made, newline, &text[next.top..]].concat());
    }
    if text.trim_start_matches('\u{feff}').trim().is_empty() {
        return Ok(format!("{text}schema = {SCHEMA}{newline}{newline}{made}"));
    }
    let gap = if text.ends_with('\n') { newline.to_owned() } else { newline.repeat(2) };
    Ok([text, &gap, &made].concat())
}

#[cfg(test)]
mod tests;
