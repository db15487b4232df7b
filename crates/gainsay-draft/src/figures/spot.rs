//! A figure that was read, and the words around it.

use gainsay_claims::Lang;
use gainsay_claims::value::{Extent, Hedge, Kind, Quantity, Reading};

use super::words::{Form, Word, is_glued};

/// What joins the numbers of a list: "4 ou 5 ans", "du 8 au 16 octobre".
const JOINERS: &[&str] = &["ou", "or", "et", "and", "au", "to", "a", "-", "–"];

/// The same, with the comma: "les 12, 13 et 14 juin".
const LISTED: &[&str] = &["ou", "or", "et", "and", "au", "to", "a", "-", "–", ",", "&"];

/// A figure that was read in a sentence. Words are counted from it outwards, from 1; behind
/// the ends of the sentence they are empty.
#[derive(Clone, Copy, Debug)]
pub(super) struct Spot<'p> {
    pub(super) words: &'p [Word<'p>],
    /// Its first word.
    pub(super) first: usize,
    /// The word behind its last one.
    pub(super) end: usize,
    pub(super) reading: &'p Reading,
    pub(super) lang: Lang,
}

impl<'p> Spot<'p> {
    pub(super) fn before(&self, count: usize) -> &'p str {
        self.first.checked_sub(count).map_or("", |at| self.words[at].text.as_ref())
    }

    pub(super) fn after(&self, count: usize) -> &'p str {
        self.words.get(self.end + count - 1).map_or("", |word| word.text.as_ref())
    }

    pub(super) fn is_before(&self, count: usize, list: &[&str]) -> bool {
        list.contains(&self.before(count))
    }

    pub(super) fn is_after(&self, count: usize, list: &[&str]) -> bool {
        list.contains(&self.after(count))
    }

    /// Tells whether one of the last words before it fits.
    pub(super) fn any_before(&self, reach: usize, fits: impl Fn(&str) -> bool) -> bool {
        (1..=reach).any(|count| fits(self.before(count)))
    }

    /// Tells whether one of the next words behind it fits, before a sign or a number.
    pub(super) fn any_after(&self, reach: usize, fits: impl Fn(&str) -> bool) -> bool {
        let behind = self.words[self.end..].iter().take(reach);
        let mut words = behind.take_while(|word| word.form == Form::Letters);
        words.any(|word| fits(&word.text))
    }

    /// Tells whether the next words behind it fit, one by one.
    pub(super) fn is_followed_by(&self, words: &[&[&str]]) -> bool {
        words.iter().enumerate().all(|(index, list)| self.is_after(index + 1, list))
    }

    /// Its own words.
    pub(super) fn own(&self) -> &'p [Word<'p>] {
        &self.words[self.first..self.end]
    }

    pub(super) fn first_word(&self) -> &'p str {
        self.own().first().map_or("", |word| word.text.as_ref())
    }

    pub(super) fn last_word(&self) -> &'p str {
        self.own().last().map_or("", |word| word.text.as_ref())
    }

    pub(super) fn has_digits(&self) -> bool {
        self.own().iter().any(|word| word.form == Form::Digits)
    }

    /// Tells whether the sentence begins with it.
    pub(super) fn is_first(&self) -> bool {
        self.first == 0
    }

    /// Tells whether the next word stands close behind it, and the one behind that too.
    pub(super) fn is_joined_with(&self, sign: &[&str], form: Form) -> bool {
        let next = self.words.get(self.end + 1);
        self.is_after(1, sign)
            && is_glued(self.words, self.end)
            && is_glued(self.words, self.end + 1)
            && next.is_some_and(|word| word.form == form)
    }

    /// What is counted: the word behind it, or behind the other numbers of its list.
    pub(super) fn unit(&self) -> &'p str {
        let is_number = |count| {
            self.words
                .get(self.end + count)
                .is_some_and(|word: &Word<'_>| word.form == Form::Digits)
        };
        let mut skipped = 0;
        while LISTED.contains(&self.after(skipped + 1)) && is_number(skipped + 1) {
            skipped += 2;
        }
        self.after(skipped + 1)
    }

    /// What its list of numbers stands behind: "étapes" in "étapes 2 et 3".
    pub(super) fn label(&self) -> &'p str {
        let is_listed = self.is_before(1, JOINERS)
            && self.first.checked_sub(2).is_some_and(|at| self.words[at].form == Form::Digits);
        self.before(if is_listed { 3 } else { 1 })
    }

    /// A number of things, as the numbers that it leaves open.
    pub(super) fn count(&self) -> Option<Extent> {
        match self.reading.quantity {
            Quantity::Count { set } => Some(set),
            _ => None,
        }
    }

    /// The number of things, if it is at most this; a range counts with its lower end,
    /// "fewer than" with its upper one.
    pub(super) fn is_count_up_to(&self, most: i64) -> bool {
        let most = i128::from(most).into();
        self.count().is_some_and(|set| match self.reading.hedge {
            Hedge::LessThan | Hedge::AtMost => set.hi().is_some_and(|hi| hi <= most),
            _ => set.lo() <= most,
        })
    }

    pub(super) fn is_share(&self) -> bool {
        matches!(self.reading.quantity, Quantity::Share { .. })
    }

    pub(super) fn is_fraction(&self) -> bool {
        self.is_share() && self.reading.kind == Kind::Fraction
    }

    /// Tells whether it is a share or a change in percent or points.
    pub(super) fn is_percent(&self) -> bool {
        let is_change =
            matches!(self.reading.quantity, Quantity::PercentChange(_) | Quantity::Points(_));
        is_change || self.is_share() && self.reading.kind == Kind::Exact
    }
}
