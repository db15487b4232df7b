//! The embedded table of regions and the search in it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use crate::fold::fold;

/// All regions; their origin is told in `data/README.md`.
pub(super) static TABLE: LazyLock<Table> =
    LazyLock::new(|| Table::read(include_str!("../../data/regions.tsv")));

/// Articles that a sentence puts before a name; folding has turned `l'` into `l`.
const ARTICLES: [&str; 5] = ["the ", "le ", "la ", "les ", "l "];

/// Longest folded word, in bytes, for which a near name is sought; no known name is longer.
const LONGEST_WORD: usize = 64;

/// Words below this many letters are all near to some code, so that a suggestion would be a guess.
const SHORTEST_WORD: usize = 4;

pub(super) struct Table {
    // Invariant: sorted by code.
    pub(super) rows: Vec<Row>,
    /// Line of each folded code, name and alias.
    lines: BTreeMap<String, u16>,
}

pub(super) struct Row {
    pub(super) code: &'static str,
    /// Three digits of ISO 3166-1; empty for a group.
    pub(super) numeric: &'static str,
    pub(super) alpha3: &'static str,
    pub(super) parents: Vec<&'static str>,
    pub(super) en: &'static str,
    pub(super) fr: &'static str,
    pub(super) aliases: Vec<&'static str>,
    /// Lines of the countries covered; a country covers itself.
    pub(super) countries: BTreeSet<u16>,
}

impl Table {
    fn read(text: &'static str) -> Self {
        let mut rows: Vec<Row> = text.lines().skip(1).filter_map(Row::read).collect();
        rows.sort_by_key(|row| row.code);
        let codes: BTreeMap<&str, u16> = rows.iter().map(|row| row.code).zip(0..).collect();
        let countries: Vec<u16> =
            (0..).zip(&rows).filter(|(_, row)| row.is_country()).map(|(line, _)| line).collect();
        for country in countries {
            cover(&mut rows, &codes, country);
        }
        let lines = (0..)
            .zip(&rows)
            .flat_map(|(line, row)| row.words().map(move |word| (key(word), line)))
            .collect();
        Self { rows, lines }
    }

    /// Returns the line of the region with this code, name or alias.
    pub(super) fn find(&self, word: &str) -> Option<u16> {
        self.lines.get(&key(word)).copied()
    }

    /// Returns the code, name or alias that differs from `word` by the fewest edits, if by few.
    pub(super) fn nearest(&self, word: &str) -> Option<&'static str> {
        let word = key(word);
        if !(SHORTEST_WORD..=LONGEST_WORD).contains(&word.len()) {
            return None;
        }
        self.rows
            .iter()
            .flat_map(Row::words)
            .map(|known| (strsim::osa_distance(&word, &key(known)), known))
            .filter(|(edits, _)| *edits <= word.len() / 4)
            .min_by_key(|(edits, _)| *edits)
            .map(|(_, known)| known)
    }
}

/// Notes a country in its own row and in those of all groups around it.
fn cover(rows: &mut [Row], codes: &BTreeMap<&str, u16>, country: u16) {
    let mut around = vec![country];
    while let Some(region) = around.pop() {
        let row = &mut rows[usize::from(region)];
        // A group met before (two parents share it) has told its own parents already.
        if row.countries.insert(country) {
            around.extend(row.parents.iter().filter_map(|parent| codes.get(parent)));
        }
    }
}

/// Folds a word and takes a leading article off.
fn key(word: &str) -> String {
    let folded = fold(word);
    let bare = ARTICLES.iter().find_map(|article| folded.strip_prefix(article));
    bare.unwrap_or(&folded).to_owned()
}

impl Row {
    fn read(line: &'static str) -> Option<Self> {
        let mut cells = line.split('\t');
        Some(Self {
            code: cells.next()?,
            numeric: cells.next()?,
            alpha3: cells.next()?,
            parents: cells.next()?.split_whitespace().collect(),
            en: cells.next()?,
            fr: cells.next()?,
            aliases: cells.next()?.split('|').filter(|alias| !alias.is_empty()).collect(),
            countries: BTreeSet::new(),
        })
    }

    pub(super) fn is_country(&self) -> bool {
        !self.numeric.is_empty()
    }

    /// Iterates over everything that names this region.
    pub(super) fn words(&self) -> impl Iterator<Item = &'static str> {
        [self.code, self.numeric, self.alpha3, self.en, self.fr]
            .into_iter()
            .filter(|word| !word.is_empty())
            .chain(self.aliases.iter().copied())
    }
}
