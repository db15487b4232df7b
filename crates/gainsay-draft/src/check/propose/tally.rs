//! What the sentences of findings and sizes say of their study.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use gainsay_claims::period::Period;

use super::{Proposed, Verdict, source, subjects::IN_SENTENCE};
use crate::{
    lexicon::Term,
    lists::ASKED,
    phrases,
    said::{Read, Said},
};

/// What is counted over all figures.
#[derive(Default)]
pub(super) struct Tally {
    proposed: Proposed,
    publishers: BTreeMap<String, usize>,
    universes: BTreeMap<String, usize>,
    regions: BTreeMap<String, usize>,
    periods: BTreeSet<(usize, usize, String)>,
    /// Sentences that were looked at for when and how people were asked, by passage and place,
    /// and whether it was for a number of them.
    seen: BTreeSet<(usize, usize, bool)>,
}

impl Tally {
    pub(super) fn add(
        &mut self,
        said: &Said<'_>,
        passage: usize,
        verdict: Verdict,
        read: &Read<'_>,
    ) {
        let is_size = verdict == Verdict::Size;
        let mut is_new = || self.seen.insert((passage, said.figure.sentence.start, is_size));
        match verdict {
            Verdict::Size => {
                if is_new() {
                    self.add_period(said, passage, read);
                    self.add_modes(said);
                }
                self.proposed.sizes.push((passage, said.figure.span.clone()));
            }
            Verdict::Finding => {
                if let Some(source) = source(said) {
                    *self.publishers.entry(source).or_default() += 1;
                }
                if is_new() && phrases::has(said.sentence_text(), ASKED.of(said.lang())) {
                    self.add_period(said, passage, read);
                }
            }
            _ => return,
        }
        for near in said.terms.iter().filter(|near| near.nearness >= IN_SENTENCE) {
            let counted = match &*near.hit.term {
                Term::Universe(name) => self.universes.entry(name.clone()),
                Term::Region(code) => self.regions.entry((*code).to_owned()),
                _ => continue,
            };
            *counted.or_default() += 1;
        }
    }

    /// The year in which a sentence says that people were asked, with its month.
    fn add_period(&mut self, said: &Said<'_>, passage: usize, read: &Read<'_>) {
        let sentence = &said.figure.sentence;
        let years = &read.years[read.years.partition_point(|(at, _)| *at < sentence.start)..];
        let years = years.iter().take_while(|(at, _)| *at < sentence.end);
        let text = said.passage.prose.text();
        for (place, year) in years {
            let month = &text[phrases::last_word(text, *place)];
            let small = month.to_lowercase();
            let is_month = MONTHS.iter().any(|one| one.split(' ').any(|one| one == small));
            let short = if is_month { format!("{month} {year}") } else { year.to_string() };
            let period = whole_period(text, *place).unwrap_or(short);
            self.periods.insert((passage, *place, period));
        }
    }

    /// How a sentence that tells how many were asked says that they were.
    fn add_modes(&mut self, said: &Said<'_>) {
        for (mode, words) in MODES {
            let is_said = phrases::has(said.sentence_text(), words);
            if is_said && !self.proposed.modes.contains(&mode) {
                self.proposed.modes.push(mode);
            }
        }
    }

    pub(super) fn finished(self) -> Proposed {
        let most = |counts: BTreeMap<String, usize>| {
            let mut most: Vec<(String, usize)> = counts.into_iter().collect();
            most.sort_by_key(|(_, count)| Reverse(*count));
            most
        };
        let mut periods: Vec<String> = self.periods.into_iter().map(|(_, _, one)| one).collect();
        periods.dedup();
        Proposed {
            publishers: most(self.publishers),
            universes: most(self.universes),
            regions: most(self.regions),
            periods,
            ..self.proposed
        }
    }
}

/// The longest words that end with a year and are a period: "3 au 10 février 2024".
fn whole_period(text: &str, year: usize) -> Option<String> {
    const WORDS: usize = 7;
    const LEADS: [&str; 8] = ["in ", "on ", "from ", "en ", "du ", "le ", "de ", "of "];
    const DIGITS: usize = 4;
    let end = year + DIGITS;
    const LETTERS: usize = 60;
    let before = text.get(..year)?;
    let letters = before.char_indices().rev().take(LETTERS);
    let starts = letters.filter(|(_, letter)| *letter == ' ').map(|(at, _)| at + 1);
    let starts = starts.chain((before.len() < LETTERS).then_some(0)).take(WORDS);
    let words = starts.filter_map(|start| text.get(start..end));
    let mut periods: Vec<&str> =
        words.filter(|words| Period::read(words, None).is_some()).collect();
    let is_lead = |words: &str| LEADS.iter().any(|lead| words.to_lowercase().starts_with(lead));
    periods.retain(|words| words.starts_with(char::is_alphanumeric) && !is_lead(words));
    periods.pop().map(str::to_owned)
}

/// Ways to ask people, each with the words for it. "Online shoppers" were not asked so.
const MODES: [(&str, &[&str]); 4] = [
    (
        "online",
        &[
            "online survey",
            "online poll",
            "online interviews",
            "surveyed online",
            "asked online",
            "interviewed online",
            "polled online",
            "conducted online",
            "adults online",
            "people online",
            "en ligne",
            "par internet",
        ],
    ),
    ("phone", &["by phone", "by telephone", "phone interviews", "par téléphone"]),
    ("face-to-face", &["face-to-face", "in person", "en face-à-face"]),
    ("mail", &["by mail", "by post", "par courrier"]),
];

/// Names of months, in English and in French.
const MONTHS: [&str; 12] = [
    "january janvier",
    "february février",
    "march mars",
    "april avril",
    "may mai",
    "june juin",
    "july juillet",
    "august août",
    "september septembre",
    "october octobre",
    "november novembre",
    "december décembre",
];

#[cfg(test)]
mod tests {
    use super::whole_period;

    #[test]
    fn a_period_keeps_its_days() {
        for (text, period) in [
            ("du 3 au 10 février 2024 en ligne", "3 au 10 février 2024"),
            ("asked on 3-5 May 2023 by us", "3-5 May 2023"),
            ("we asked in March 2014 whom", "March 2014"),
        ] {
            let year = text.find("20").expect("a year");
            let found = whole_period(text, year);
            assert_eq!(found.as_deref(), Some(period));
        }
        assert_eq!(whole_period("2024", 0).as_deref(), Some("2024"));
    }
}
