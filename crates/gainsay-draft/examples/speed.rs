//! Measures how long it takes to find the figures of ten thousand words.

use std::io::{self, Write};
use std::time::Instant;

use gainsay_claims::Lang;
use gainsay_draft::{Passage, PassageKind, Prose, Voice, find};

const WORDS: usize = 10_000;
const RUNS: u32 = 20;

fn main() -> io::Result<()> {
    let texts = [include_str!("../tests/figures/fr.txt"), include_str!("../tests/figures/en.txt")];
    for (text, lang) in texts.into_iter().zip([Lang::Fr, Lang::En]) {
        let passages = passages(text, lang);
        let start = Instant::now();
        let mut found = 0;
        for _ in 0..RUNS {
            found = passages.iter().map(|passage| find(passage).len()).sum();
        }
        let time = start.elapsed() / RUNS;
        writeln!(io::stdout(), "{lang:?}: {found} figures in {WORDS} words, {time:?}")?;
    }
    Ok(())
}

/// Returns passages of ten lines each, the lines of a text over and over.
fn passages(text: &str, lang: Lang) -> Vec<Passage> {
    let text = text.replace(['{', '}'], "");
    let lines: Vec<&str> = text.lines().filter(|line| !line.starts_with('#')).collect();
    let mut words = 0;
    let enough: Vec<&str> = lines
        .iter()
        .cycle()
        .copied()
        .take_while(|line| {
            words += line.split_whitespace().count();
            words <= WORDS
        })
        .collect();
    enough.chunks(10).map(|lines| passage(&lines.join(" "), lang)).collect()
}

fn passage(text: &str, lang: Lang) -> Passage {
    let mut prose = Prose::default();
    prose.push(text, 0..text.len());
    let (keys, called_from) = (Vec::new(), None);
    Passage { kind: PassageKind::Paragraph, prose, lang, voice: Voice::Author, keys, called_from }
}
