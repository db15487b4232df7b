//! Measures how long it takes to find the figures of ten thousand words.

use std::io::{self, Write};
use std::time::Instant;

use gainsay_claims::Lang;
use gainsay_draft::{Passage, PassageKind, Prose, Voice, find};

const WORDS: usize = 10_000;
const RUNS: u32 = 20;

/// What a draft says between its figures.
const PLAIN: [&str; 2] = [
    "Les marques qui parlent le plus ne sont pas toujours celles que les lecteurs suivent, et \
     une étude de plus n'y change rien : il faut d'abord écouter ce que disent les clients.",
    "The brands that talk the most are not always those that readers follow, and one more \
     study does not change that: it takes a while to hear what the customers have to say.",
];

fn main() -> io::Result<()> {
    let texts = [include_str!("../tests/figures/fr.txt"), include_str!("../tests/figures/en.txt")];
    for ((text, plain), lang) in texts.into_iter().zip(PLAIN).zip([Lang::Fr, Lang::En]) {
        let passages = passages(text, plain, lang);
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

/// Returns passages of ten lines each: the lines of a text over and over, and what is
/// said between them.
fn passages(text: &str, plain: &str, lang: Lang) -> Vec<Passage> {
    let text = text.replace(['{', '}'], "");
    let rows = text.lines().filter(|line| !line.starts_with('#'));
    let lines: Vec<&str> = rows.flat_map(|line| [line, plain]).collect();
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
    Passage {
        kind: PassageKind::Paragraph,
        prose,
        lang,
        voice: Voice::Author,
        keys,
        called_from,
        cell: None,
    }
}
