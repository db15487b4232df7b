//! How far the reading of a large file is.

use std::{
    io::{self, Read},
    time::{Duration, Instant},
};

use gainsay_claims::Lang;

use crate::output;

/// After so long somebody who watches wants to know.
const PATIENCE: Duration = Duration::from_millis(500);

/// A file that tells on standard error how much of it was read, once that takes its time.
pub(crate) struct Told<R> {
    inner: R,
    name: String,
    lang: Lang,
    /// In bytes; none where nobody knows.
    size: Option<u64>,
    read: u64,
    /// None where nobody is told.
    next: Option<Instant>,
}

impl<R> Told<R> {
    /// Tells nothing yet, and never where nobody watches.
    pub(crate) fn new(inner: R, name: &str, lang: Lang, size: Option<u64>, shown: bool) -> Self {
        let next = shown.then(|| Instant::now() + PATIENCE);
        Self { inner, name: name.to_owned(), lang, size, read: 0, next }
    }
}

impl<R: Read> Read for Told<R> {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(bytes)?;
        self.read += count as u64;
        if self.next.is_some_and(|next| Instant::now() >= next) {
            let (read, of) = (self.read, self.size);
            output::progress(&format!("{} {}", self.name, how_much(read, of, self.lang)));
            self.next = Some(Instant::now() + PATIENCE);
        }
        Ok(count)
    }
}

/// A part of the whole where that is known, else megabytes.
fn how_much(read: u64, size: Option<u64>, lang: Lang) -> String {
    let (number, units) = match size {
        Some(size @ 1..) => (100 * read.min(size) / size, ["%", "\u{202f}%"]),
        _ => (read / 1_000_000, [" MB", "\u{202f}Mo"]),
    };
    let [en, fr] = units;
    format!(
        "{number}{}",
        match lang {
            Lang::En => en,
            Lang::Fr => fr,
        }
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_read_is_told_of_the_whole_where_that_is_known() {
        assert_eq!(how_much(50, Some(200), Lang::En), "25%");
        // A file that grows while it is read.
        assert_eq!(how_much(300, Some(200), Lang::Fr), "100\u{202f}%");
        assert_eq!(how_much(7_000_000, None, Lang::Fr), "7\u{202f}Mo");
        assert_eq!(how_much(0, Some(0), Lang::En), "0 MB");
    }

    #[test]
    fn nothing_is_read_otherwise() {
        let mut text = String::new();
        let told =
            Told::new(&b"study,lo"[..], "t.csv", Lang::En, None, false).read_to_string(&mut text);
        assert_eq!((told.ok(), text.as_str()), (Some(8), "study,lo"));
    }
}
