//! What the sentences of findings and sizes say of their study.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use gainsay_claims::{period::Period, value::Quantity};

use super::{Apart, Proposed, ProposedFigure, Told, Verdict, source};
use crate::{
    lexicon::Term,
    lists::ASKED,
    phrases,
    said::{Read, Said},
};

/// What is counted over all figures.
#[derive(Default)]
pub(super) struct Tally {
    publishers: Vec<Told>,
    /// Those who were asked, and those of whom figures are.
    asked: Vec<Told>,
    people: Vec<Told>,
    regions: Vec<Told>,
    sizes: Vec<(Told, usize)>,
    periods: Vec<Told>,
    modes: Vec<Told>,
    /// The periods of figures that others are only compared with, by passage.
    compared: BTreeSet<(usize, String)>,
    /// Sentences that were looked at for when and how people were asked, by passage and place,
    /// and whether it was for a number of them.
    seen: BTreeSet<(usize, usize, bool)>,
}

impl Tally {
    pub(super) fn add(&mut self, said: &Said<'_>, figure: &ProposedFigure, read: &Read<'_>) {
        let passage = figure.passage;
        let sentence = (passage, said.figure.sentence.start);
        let is_first = figure.verdict == Verdict::Size;
        let is_size = is_first || self.is_another_size(figure, sentence);
        let mut is_new = || self.seen.insert((passage, said.figure.sentence.start, is_size));
        match figure.verdict {
            _ if is_size => {
                if is_new() {
                    self.add_periods(said, passage, read);
                    self.add_modes(said, passage);
                }
                let span = said.figure.span.clone();
                let words = said.passage.prose.text()[span.clone()].trim().to_owned();
                self.sizes.push((Told { words, passage, span }, said.figure.sentence.start));
            }
            Verdict::Finding => {
                if is_new() && phrases::has(said.sentence_text(), ASKED.of(said.lang())) {
                    self.add_periods(said, passage, read);
                }
            }
            _ => return,
        }
        if let Some((words, Some(span))) = source(said) {
            self.publishers.push(Told { words, passage, span });
        }
        let Apart { period, is_compared, doubt, .. } = &figure.apart;
        if *is_compared {
            self.compared.extend(period.clone().map(|period| (passage, period)));
        }
        // What is only compared with is of other people, or may be.
        if is_size || !is_compared && doubt.is_none() {
            self.add_people(said, passage, is_size);
        }
    }

    /// Whether a number behind that of those asked may say how many others were: "2,000 users in
    /// France and *1,000* in Germany".
    fn is_another_size(&self, figure: &ProposedFigure, sentence: (usize, usize)) -> bool {
        const FEWEST: f64 = 100.0;
        let count = match &figure.figure.reading.quantity {
            Quantity::Count { set, .. } => set.lo_f64(),
            _ => return false,
        };
        let last = self.sizes.last().map(|(one, start)| (one.passage, *start));
        figure.verdict == Verdict::Count && count >= FEWEST && last == Some(sentence)
    }

    fn add_people(&mut self, said: &Said<'_>, passage: usize, is_size: bool) {
        for near in said.terms.iter().filter(|near| near.nearness >= IN_CLAUSE) {
            let told = |words: &str| {
                let span = near.hit.span.clone();
                Told { words: words.to_owned(), passage, span }
            };
            match &*near.hit.term {
                Term::Universe(name) if is_size => self.asked.push(told(name)),
                Term::Universe(name) if near.is_base => self.people.push(told(name)),
                Term::Region(code) => self.regions.push(told(code)),
                _ => {}
            }
        }
    }

    /// The years in which a sentence says that people were asked, with their months.
    fn add_periods(&mut self, said: &Said<'_>, passage: usize, read: &Read<'_>) {
        let sentence = &said.figure.sentence;
        let years = &read.years[read.years.partition_point(|(at, _)| *at < sentence.start)..];
        let years = years.iter().take_while(|(at, _)| *at < sentence.end);
        for (place, year) in years {
            let words = period(said.passage.prose.text(), *place, *year);
            let end = place + year.to_string().len();
            let span = end.saturating_sub(words.len())..end;
            self.periods.push(Told { words, passage, span });
        }
    }

    /// How a sentence that tells how many were asked says that they were.
    fn add_modes(&mut self, said: &Said<'_>, passage: usize) {
        let said_so = MODES.iter().filter(|(_, words)| phrases::has(said.sentence_text(), words));
        let modes: Vec<String> = said_so.map(|(mode, _)| format!("\"{mode}\"")).collect();
        if !modes.is_empty() {
            let span = said.figure.sentence.clone();
            self.modes.push(Told { words: modes.join(", "), passage, span });
        }
    }

    /// What was counted, beside names of publishers that stand in the text otherwise.
    pub(super) fn finished(self, named: Vec<Told>) -> Proposed {
        let publishers = longest(most(self.publishers).into_iter().chain(named));
        let asked = |one: &Told| !self.compared.contains(&(one.passage, one.words.clone()));
        let periods = longest(self.periods.into_iter().filter(asked));
        let digits =
            |told: &Told| -> String { told.words.chars().filter(char::is_ascii_digit).collect() };
        let first = self.sizes.first().map(|(one, sentence)| (digits(one), one.passage, *sentence));
        let has_rival = self.sizes.iter().any(|(one, sentence)| {
            first.as_ref().is_some_and(|(number, passage, place)| {
                digits(one) != *number && (one.passage, *sentence) != (*passage, *place)
            })
        });
        let mut sizes: Vec<Told> = Vec::new();
        for (one, _) in self.sizes {
            if !sizes.iter().any(|known| digits(known) == digits(&one)) {
                sizes.push(one);
            }
        }
        let universes = if self.asked.is_empty() { self.people } else { self.asked };
        Proposed {
            has_several: publishers.len() > 1 || periods.len() > 1 || has_rival,
            publishers,
            universes: most(universes),
            regions: most(self.regions),
            sizes,
            periods,
            modes: once(self.modes.into_iter()),
            ..Proposed::default()
        }
    }
}

/// Each once, the most frequent first.
fn most(told: Vec<Told>) -> Vec<Told> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for one in &told {
        *counts.entry(one.words.clone()).or_default() += 1;
    }
    let mut most = once(told.into_iter());
    most.sort_by_key(|one| Reverse(counts[&one.words]));
    most
}

/// Each once, in order.
pub(super) fn once(told: impl Iterator<Item = Told>) -> Vec<Told> {
    let mut known = BTreeSet::new();
    told.filter(|one| known.insert(one.words.clone())).collect()
}

/// Each once; of those that are a part of another one, the other one: "2014", "mars 2014".
fn longest(told: impl Iterator<Item = Told>) -> Vec<Told> {
    const MOST: usize = 20;
    let mut longest: Vec<Told> = Vec::new();
    for one in once(told).into_iter().take(MOST) {
        match longest
            .iter_mut()
            .find(|known| known.words.contains(&one.words) || one.words.contains(&known.words))
        {
            Some(known) if known.words.len() < one.words.len() => *known = one,
            Some(_) => {}
            None => longest.push(one),
        }
    }
    longest
}

/// How near words stand in the figure's own clause.
pub(super) const IN_CLAUSE: f64 = 1.0;

/// The year at a place with its month and its days, if they are named.
pub(super) fn period(text: &str, place: usize, year: i16) -> String {
    let month = &text[phrases::last_word(text, place)];
    let small = month.to_lowercase();
    let is_month = MONTHS.iter().any(|one| one.split(' ').any(|one| one == small));
    let short = if is_month { format!("{month} {year}") } else { year.to_string() };
    whole_period(text, place).unwrap_or(short)
}

/// The longest words that end with a year and are a period: "3 au 10 février 2024".
fn whole_period(text: &str, year: usize) -> Option<String> {
    const WORDS: usize = 7;
    const LEADS: [&str; 11] =
        ["in ", "on ", "from ", "en ", "du ", "le ", "de ", "of ", "the ", "au ", "la "];
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
