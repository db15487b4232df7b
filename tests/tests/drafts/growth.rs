//! How the work on a draft grows with its length.

use std::{
    fs,
    sync::LazyLock,
    time::{Duration, Instant},
};

use gainsay_claims::{EvidenceBase, Lang};
use gainsay_draft::{Checker, Draft, Format, Written, read};
use gainsay_judge::judge;
use gainsay_report::sketch::{Places, Sketch};
use gainsay_tests::base::loaded;

/// How many times longer the longer text is. What grows with the square takes sixteen times
/// as long.
const LONGER: usize = 4;
/// How many times as long it may take: far from sixteen, as other programs disturb.
const SLOWER: u32 = 8;
/// How often each is checked; the quickest run counts.
const RUNS: usize = 3;

/// Checks that a text, of so many parts, takes no more time for each part than a shorter one.
#[track_caller]
fn grows_with_its_length(parts: usize, text: impl Fn(usize) -> String) {
    let base = &loaded().base;
    let (checker, judgement) = (Checker::new(base), judge(base));
    time_grows_with_its_length(parts, text, |draft| {
        let checked = checker.check(draft, base, &judgement, &|_| None);
        assert!(!checked.figures.is_empty());
    });
}

/// Checks that what is done with a text, of so many parts, takes no more time for each part
/// than with a shorter one.
#[track_caller]
fn time_grows_with_its_length(parts: usize, text: impl Fn(usize) -> String, work: impl Fn(&Draft)) {
    let drafts = [parts / LONGER, parts];
    let drafts = drafts.map(|parts| read("draft.md", &text(parts), Format::Markdown));
    let mut times = [Duration::MAX; 2];
    for _ in 0..RUNS {
        for (draft, quickest) in drafts.iter().zip(&mut times) {
            let start = spent();
            work(draft);
            *quickest = spent().saturating_sub(start).min(*quickest);
        }
    }
    let [short, long] = times;
    assert!(long < short * SLOWER, "{parts} parts take {long:?}, a quarter of them {short:?}");
}

/// How long this thread ran. Where the system does not tell, how long it is there.
fn spent() -> Duration {
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    let told = fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split_whitespace().next()?.parse().ok());
    nanoseconds.map_or_else(|| START.elapsed(), Duration::from_nanos)
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
    grows_with_its_length(800, |parts| {
        "Parmi les internautes, 13 % ont acheté selon YouGov. ".repeat(parts)
    });
}

#[test]
fn a_sentence_of_a_thousand_figures_takes_its_share_of_time() {
    grows_with_its_length(1000, |parts| {
        let part = |number: usize| format!("{} % of consumers follow brands", 1 + number % 98);
        let parts: Vec<String> = (0..parts).map(part).collect();
        format!("According to Kentico, {}.\n", parts.join(", "))
    });
}

/// Checks the same of what is proposed of a text, up to its last line.
#[track_caller]
fn proposals_grow_with_their_text(parts: usize, part: impl Fn(usize) -> String) {
    let base = EvidenceBase::default();
    let checker = Checker::new(&base);
    let text = |parts: usize| (0..parts).map(&part).collect();
    time_grows_with_its_length(parts, text, |draft| {
        let proposed = checker.propose(draft, &base);
        let sketch = Sketch {
            lang: Lang::En,
            base: &base,
            file: "press.md",
            draft,
            proposed: &proposed,
            places: &Places::lines(&draft.text),
            written: &Written::Utf8,
            remarks: &[],
        };
        assert!(sketch.document("#").contains("[[finding]]"));
        assert!(sketch.summary(None, None).contains(" proposed, "));
    });
}

#[test]
fn proposals_of_dense_figures_take_their_share_of_time() {
    proposals_grow_with_their_text(3000, |number| format!("{} % do; ", 1 + number % 98));
}

#[test]
fn proposals_of_a_long_release_take_their_share_of_time() {
    proposals_grow_with_their_text(2000, |number| {
        let share = 1 + number % 98;
        format!("According to Fixture A, {share} % of users follow one in May 2014.\n\n")
    });
}

#[test]
fn proposals_of_one_paragraph_of_samples_take_their_share_of_time() {
    proposals_grow_with_their_text(2000, |number| {
        let size = 1000 + number;
        format!("A poll asked {size} adults online in May 2014 (± 3 points), 38 % do. ")
    });
}
