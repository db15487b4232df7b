//! The words of a passage, with their places in the file.

use std::ops::Range;

/// The words of a passage, without markup, and where they stand in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    text: String,
    /// Neighbouring parts of the text, in order.
    runs: Vec<Run>,
}

/// A part of the prose that is written in one piece in the file.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Run {
    /// In bytes of the prose.
    prose: Range<usize>,
    /// In bytes of the file.
    file: Range<usize>,
}

impl Prose {
    /// What was left out of the prose (code, an image, a formula), so that the words
    /// around it do not run together.
    pub const LEFT_OUT: char = '\u{fffc}';

    /// The words.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Adds words that stand in these bytes of the file. If they are written otherwise
    /// there (`\%`, `&nbsp;`), they count as one whole; such words are pushed alone,
    /// and one character at a time where they take as many bytes as what is written.
    pub fn push(&mut self, words: &str, at: Range<usize>) {
        if words.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(words);
        let run = Run { prose: start..self.text.len(), file: at };
        match self.runs.last_mut() {
            Some(last) if last.continues_in(&run) => {
                last.prose.end = run.prose.end;
                last.file.end = run.file.end;
            }
            _ => self.runs.push(run),
        }
    }

    /// The bytes of the file in which a part of the prose stands.
    pub fn place(&self, part: Range<usize>) -> Range<usize> {
        let start = self.start_of(part.start);
        start..self.end_of(part.end).max(start)
    }

    /// The bytes of the file from the first word to the last.
    pub fn extent(&self) -> Range<usize> {
        self.place(0..self.text.len())
    }

    /// Where the character at a byte of the prose starts in the file.
    fn start_of(&self, byte: usize) -> usize {
        let after = self.runs.partition_point(|run| run.prose.end <= byte);
        match self.runs.get(after) {
            Some(run) if run.is_verbatim() => run.file.start + byte.saturating_sub(run.prose.start),
            Some(run) => run.file.start,
            None => self.runs.last().map_or(0, |run| run.file.end),
        }
    }

    /// Where the character before a byte of the prose ends in the file.
    fn end_of(&self, byte: usize) -> usize {
        let through = self.runs.partition_point(|run| run.prose.start < byte);
        match through.checked_sub(1).and_then(|last| self.runs.get(last)) {
            Some(run) if run.is_verbatim() => {
                (run.file.start + (byte - run.prose.start)).min(run.file.end)
            }
            Some(run) => run.file.end,
            None => 0,
        }
    }
}

impl Run {
    /// Whether each byte of the prose is one of the file.
    fn is_verbatim(&self) -> bool {
        self.prose.len() == self.file.len()
    }

    /// Whether another run goes on where this one ends.
    fn continues_in(&self, next: &Self) -> bool {
        self.is_verbatim() && next.is_verbatim() && self.file.end == next.file.start
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `68\,\% des *fans*`: what is written otherwise has another length.
    fn prose() -> Prose {
        let mut prose = Prose::default();
        prose.push("68", 0..2);
        prose.push("\u{202f}", 2..4);
        prose.push("%", 4..6);
        prose.push(" des ", 6..11);
        prose.push("fans", 12..16);
        prose
    }

    #[track_caller]
    fn check(words: &str, expected: Range<usize>) {
        let prose = prose();
        let start = prose.text().find(words).expect("the words are in the prose");
        assert_eq!(prose.place(start..start + words.len()), expected, "{words}");
    }

    #[test]
    fn words_are_found_where_they_are_written() {
        check("68", 0..2);
        check("8", 1..2);
        check("des", 7..10);
        check("fans", 12..16);
        check("des fans", 7..16);
    }

    #[test]
    fn what_is_written_otherwise_is_one_whole() {
        check("%", 4..6);
        check("68\u{202f}%", 0..6);
        check("8\u{202f}", 1..4);
        check("\u{202f}% d", 2..8);
    }

    #[test]
    fn a_border_belongs_to_what_is_asked_for() {
        check("des ", 7..11);
        let prose = prose();
        let fans = prose.text().find("fans").expect("it is in the prose");
        assert_eq!(prose.place(fans..fans), 12..12);
        let end = prose.text().len();
        assert_eq!(prose.place(end..end), 16..16);
    }

    #[test]
    fn neighbouring_words_are_one_run() {
        let mut prose = Prose::default();
        prose.push("68", 3..5);
        prose.push(" %", 5..7);
        assert_eq!(prose.runs.len(), 1);
        assert_eq!(prose.extent(), 3..7);
        assert_eq!(Prose::default().extent(), 0..0);
    }
}
