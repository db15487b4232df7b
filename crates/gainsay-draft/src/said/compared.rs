//! Names of those with whom is compared what a sentence tells.

use super::{Named, Read, within};
use crate::{
    figures::Figure,
    lists::{COMPARED, RELATIVES},
    phrases,
};

/// Whether a name stands behind a word of comparison.
pub(super) fn is_compared(read: &Read<'_>, name: &Named) -> bool {
    const FAR: &[&str] = &["far", "away", "different", "differently", "apart"];
    const WORDS: &[&str] = &["than", "unlike", "like", "que", "comme", "against"];
    let text = read.passage.prose.text();
    let last = phrases::last_word(text, name.span.start);
    let word = text[last.clone()].to_lowercase();
    // "Figures from Gallup" are no comparison, "far from Gallup's" are one.
    let is_far = || FAR.contains(&phrases::word_before(text, last.start).as_str());
    WORDS.contains(&word.as_str()) || word == "from" && is_far()
}

/// Whether a name is that of who gave another figure of the sentence, which is only compared with
/// the one before it: "45 %, close to the 44 % *whom Adobe counted*".
pub(super) fn is_of_other(read: &Read<'_>, name: &Named, figure: &Figure) -> bool {
    let text = read.passage.prose.text();
    let at = read.figures.partition_point(|other| other.span.start < name.span.start);
    let [.., first, other] = &read.figures[..at] else { return false };
    let is_here = first.sentence == figure.sentence && within(&name.span, &figure.sentence);
    if other.span == figure.span || !is_here {
        return false;
    }
    // A figure has its hedge in it: "*close to the* 44 %".
    let before = text.get(first.span.end..other.span.end).unwrap_or_default();
    let between = text.get(other.span.end..name.span.start).unwrap_or_default();
    let lang = read.passage.lang;
    phrases::begins(between, RELATIVES.of(lang))
        && between.split_whitespace().count() <= JOINED_BY
        && phrases::has(before, COMPARED.of(lang))
}

/// How many words may stand between a figure and who counted it.
const JOINED_BY: usize = 2;
