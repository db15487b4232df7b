//! How the work on a draft grows with its length.

use std::time::{Duration, Instant};

use gainsay_draft::{Checker, Format, read};
use gainsay_judge::judge;
use gainsay_tests::base::loaded;

/// How many times longer the longer text is. What grows with the square takes sixteen times
/// as long.
const LONGER: usize = 4;
/// How many times as long it may take: far from sixteen, as other programs disturb.
const SLOWER: u32 = 9;
/// How often each is checked; the quickest run counts.
const RUNS: usize = 4;

/// Checks that a text, of so many parts, takes no more time for each part than a shorter one.
#[track_caller]
fn grows_with_its_length(parts: usize, text: impl Fn(usize) -> String) {
    let base = &loaded().base;
    let (checker, judgement) = (Checker::new(base), judge(base));
    let drafts =
        [parts / LONGER, parts].map(|parts| read("draft.md", &text(parts), Format::Markdown));
    let mut times = [Duration::MAX; 2];
    for _ in 0..RUNS {
        for (draft, quickest) in drafts.iter().zip(&mut times) {
            let start = Instant::now();
            let checked = checker.check(draft, base, &judgement, &|_| None);
            *quickest = start.elapsed().min(*quickest);
            assert!(!checked.figures.is_empty());
        }
    }
    let [short, long] = times;
    assert!(long < short * SLOWER, "{parts} parts take {long:?}, a quarter of them {short:?}");
}

#[test]
fn a_longer_draft_takes_its_share_of_time() {
    grows_with_its_length(160, |parts| {
        let part = "According to Kentico, 68 % of consumers never buy on Facebook.\n\n\
                    Parmi les internautes, 13 % ont acheté selon YouGov.\n\n";
        part.repeat(parts)
    });
}

#[test]
fn a_longer_paragraph_takes_its_share_of_time() {
    grows_with_its_length(400, |parts| {
        "Parmi les internautes, 13 % ont acheté selon YouGov. ".repeat(parts)
    });
}

#[test]
fn a_sentence_of_five_hundred_figures_takes_its_share_of_time() {
    grows_with_its_length(500, |parts| {
        let part = |number: usize| format!("{} % of consumers follow brands", 1 + number % 98);
        let parts: Vec<String> = (0..parts).map(part).collect();
        format!("According to Kentico, {}.\n", parts.join(", "))
    });
}
