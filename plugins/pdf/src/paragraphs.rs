//! Lines that belong together.

use std::collections::BTreeSet;

use crate::{leading::Leading, lines::Line};

/// A paragraph of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paragraph {
    /// Its first and its last line, counted on the page from 1, in the order of reading.
    pub(crate) lines: [usize; 2],
    /// What it says, in one line.
    pub(crate) text: String,
}

impl Paragraph {
    /// Its place on the page.
    pub(crate) fn address(&self) -> String {
        match self.lines {
            [first, last] if first == last => format!("L{first}"),
            [first, last] => format!("L{first}-L{last}"),
        }
    }
}

/// The sizes of lines of one paragraph differ by no more than this part.
const SIZES: f64 = 0.15;
/// A first line begins so many sizes farther to the right.
const INDENT: f64 = 0.9;
/// The lines of an item of a list begin at most so many farther than its bullet.
const HANGING: f64 = 4.0;
/// A last line ends so many sizes before the others, after a full stop.
const SHORT: f64 = 3.0;

/// The paragraphs of blocks of lines.
pub(crate) fn paragraphs(blocks: Vec<Vec<Line>>, leading: Leading) -> Vec<Paragraph> {
    let words = Words::of(&blocks);
    let mut paragraphs: Vec<Paragraph> = Vec::new();
    let mut count = 0;
    for block in blocks {
        let right = block.iter().map(|line| line.right).fold(f64::NEG_INFINITY, f64::max);
        let mut last: Option<&Line> = None;
        for line in &block {
            count += 1;
            let goes_on = last.is_some_and(|last| is_one(last, line, right, leading));
            match paragraphs.last_mut().filter(|_| goes_on) {
                Some(paragraph) => {
                    words.join(&mut paragraph.text, &line.text);
                    paragraph.lines[1] = count;
                }
                None => {
                    let text = line.text.replace('\u{ad}', "");
                    let text = if line.text.ends_with('\u{ad}') { text + "\u{ad}" } else { text };
                    paragraphs.push(Paragraph { lines: [count, count], text });
                }
            }
            last = Some(line);
        }
    }
    paragraphs
}

/// Whether a paragraph goes on with a line.
fn is_one(last: &Line, line: &Line, right: f64, leading: Leading) -> bool {
    let size = last.size.max(line.size);
    let is_row = last.text.contains('\t') || line.text.contains('\t');
    // The other lines of an item stand below its words, not below its bullet.
    let indent = if is_item(last) { HANGING } else { INDENT };
    let is_end = last.text.ends_with(['.', '!', '?', ':', '»', '”'])
        && right - last.right > SHORT * last.size;
    !is_row
        && !is_item(line)
        && !is_end
        && leading.is_within_paragraph(line.base - last.base, size)
        && (line.size - last.size).abs() <= SIZES * size
        && line.left - last.left <= indent * size
}

/// Whether a line begins an item of a list.
fn is_item(line: &Line) -> bool {
    line.text.starts_with(['•', '–', '—', '▪', '■', '◦', '‣', '●', '*', '-'])
}

/// The words of a page, which tell what a hyphen at the end of a line is.
struct Words(BTreeSet<String>);

impl Words {
    fn of(blocks: &[Vec<Line>]) -> Self {
        let lines = blocks.iter().flatten().flat_map(|line| line.text.split_whitespace());
        Self(lines.map(bare).collect())
    }

    /// Puts a line behind what was said. A hyphen behind a letter at the end of a line is left
    /// out before a small letter, unless the page writes the word with it elsewhere, or it
    /// joins words of a number; behind a digit it stays.
    fn join(&self, text: &mut String, line: &str) {
        let line = line.trim_start();
        let is_soft = text.ends_with('\u{ad}');
        let hyphen = text.chars().next_back().filter(|sign| matches!(sign, '-' | '\u{2010}'));
        let before = hyphen.and_then(|sign| text[..text.len() - sign.len_utf8()].chars().last());
        match (before, line.chars().next()) {
            _ if is_soft => drop(text.pop()),
            (Some(letter), Some(next)) if letter.is_alphabetic() && next.is_lowercase() => {
                if !self.keeps_hyphen(text, line) {
                    text.pop();
                }
            }
            (Some(letter), Some(_)) if letter.is_alphanumeric() => {}
            _ => text.push(' '),
        }
        text.push_str(&line.replace('\u{ad}', ""));
        if line.ends_with('\u{ad}') {
            text.push('\u{ad}');
        }
    }

    fn keeps_hyphen(&self, text: &str, line: &str) -> bool {
        let first = text.split_whitespace().next_back().unwrap_or_default();
        let second = line.split_whitespace().next().unwrap_or_default();
        let head = bare(first.trim_end_matches(['-', '\u{2010}']));
        let [with, without] = ["-", ""].map(|sign| bare(&format!("{head}{sign}{second}")));
        let is_number = NUMBERS.contains(&head.rsplit('-').next().unwrap_or_default());
        is_number || self.0.contains(&with) && !self.0.contains(&without)
    }
}

/// Words that others join with hyphens to a number.
const NUMBERS: [&str; 16] = [
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
    "quatre",
    "dix",
    "cent",
    "twenty",
    "thirty",
    "forty",
    "fifty",
    "sixty",
    "seventy",
    "eighty",
    "ninety",
];

/// A word in small letters without the signs around it.
fn bare(word: &str) -> String {
    word.trim_matches(|sign: char| !sign.is_alphanumeric()).replace('\u{2010}', "-").to_lowercase()
}
