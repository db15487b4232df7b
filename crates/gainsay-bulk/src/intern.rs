//! Texts by number: each different text once, in one piece of memory.

use std::hash::{BuildHasher, RandomState};

/// Texts one behind the other. Holds at most 4 GiB, and as many texts as a `u32` counts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Texts {
    bytes: String,
    // Invariant: the end of each text in `bytes`, on a character boundary, in order.
    ends: Vec<u32>,
}

impl Texts {
    /// Adds a text and tells its number; none if it does not fit.
    pub(crate) fn push(&mut self, text: &str) -> Option<u32> {
        let number = u32::try_from(self.ends.len()).ok().filter(|&number| number < NONE)?;
        let end = u32::try_from(self.bytes.len().checked_add(text.len())?).ok()?;
        self.bytes.push_str(text);
        self.ends.push(end);
        Some(number)
    }

    /// The text of a number; empty if there is none.
    pub(crate) fn get(&self, number: u32) -> &str {
        let place = number as usize;
        let start = place.checked_sub(1).map_or(0, |before| self.ends[before] as usize);
        let end = self.ends.get(place).map_or(start, |&end| end as usize);
        &self.bytes[start..end]
    }

    pub(crate) fn len(&self) -> usize {
        self.ends.len()
    }
}

/// The number that no text has.
pub(crate) const NONE: u32 = u32::MAX;

/// Texts, each different one once.
#[derive(Clone, Debug)]
pub(crate) struct Interner {
    texts: Texts,
    // Invariant: a power of two, at most 3/4 of it filled.
    slots: Vec<Slot>,
    hasher: Hasher,
    // The text asked for last: tables are often sorted.
    last: u32,
}

/// A text by its number, or NONE, with the upper half of its hash: most texts that are not the one
/// looked for are told by that.
#[derive(Clone, Copy, Debug)]
struct Slot {
    number: u32,
    tag: u32,
}

const FREE: Slot = Slot { number: NONE, tag: 0 };

impl Default for Interner {
    fn default() -> Self {
        let (texts, hasher) = (Texts::default(), Hasher::default());
        Self { texts, slots: vec![FREE; 64], hasher, last: NONE }
    }
}

impl Interner {
    /// The number of a text, which is kept if it is new; none if it does not fit.
    pub(crate) fn number(&mut self, text: &str) -> Option<u32> {
        if self.last != NONE && self.texts.get(self.last) == text {
            return Some(self.last);
        }
        let hash = self.hasher.hash(text.as_bytes());
        let tag = (hash >> 32) as u32;
        let mask = self.slots.len() - 1;
        let mut place = hash as usize & mask;
        while self.slots[place].number != NONE {
            let slot = self.slots[place];
            if slot.tag == tag && self.texts.get(slot.number) == text {
                self.last = slot.number;
                return Some(slot.number);
            }
            place = (place + 1) & mask;
        }
        let number = self.texts.push(text)?;
        self.slots[place] = Slot { number, tag };
        self.last = number;
        if self.texts.len() * 4 > self.slots.len() * 3 {
            self.grow();
        }
        Some(number)
    }

    pub(crate) fn get(&self, number: u32) -> &str {
        self.texts.get(number)
    }

    /// How many different texts there are.
    pub(crate) fn len(&self) -> usize {
        self.texts.len()
    }

    fn grow(&mut self) {
        let mask = self.slots.len() * 2 - 1;
        self.slots = vec![FREE; mask + 1];
        for number in 0..self.texts.len() as u32 {
            let hash = self.hasher.hash(self.texts.get(number).as_bytes());
            let mut place = hash as usize & mask;
            while self.slots[place].number != NONE {
                place = (place + 1) & mask;
            }
            self.slots[place] = Slot { number, tag: (hash >> 32) as u32 };
        }
    }
}

/// A fast hash, seeded anew in every process so that no table can be made to be slow: eight bytes
/// at a time are folded in by a multiplication of which both halves are kept.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hasher {
    seed: [u64; 2],
}

impl Default for Hasher {
    fn default() -> Self {
        let random = RandomState::new();
        Self { seed: [random.hash_one(1), random.hash_one(2) | 1] }
    }
}

impl Hasher {
    pub(crate) fn hash(self, bytes: &[u8]) -> u64 {
        let [start, factor] = self.seed;
        let mut state = start ^ bytes.len() as u64;
        let (words, rest) = bytes.as_chunks::<8>();
        for word in words {
            state = fold(state ^ u64::from_le_bytes(*word), factor);
        }
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        fold(fold(state ^ u64::from_le_bytes(last), factor), start | 1)
    }
}

fn fold(one: u64, other: u64) -> u64 {
    let product = u128::from(one) * u128::from(other);
    (product as u64) ^ ((product >> 64) as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_has_one_number() {
        let mut texts = Interner::default();
        let names: Vec<String> = (0..1000).map(|number| format!("study-{number}")).collect();
        let first: Vec<_> = names.iter().map(|name| texts.number(name)).collect();
        let again: Vec<_> = names.iter().map(|name| texts.number(name)).collect();
        assert_eq!(first, again);
        assert_eq!(first, (0..1000).map(Some).collect::<Vec<_>>());
        assert_eq!((texts.len(), texts.get(17), texts.get(999)), (1000, "study-17", "study-999"));
        assert_eq!((texts.number(""), texts.get(1000)), (Some(1000), ""));
    }

    #[test]
    fn texts_that_differ_in_length_only_have_other_hashes() {
        let hasher = Hasher::default();
        let hashes =
            ["", "\0", "\0\0", "\0\0\0\0\0\0\0\0"].map(|text| hasher.hash(text.as_bytes()));
        for (place, hash) in hashes.iter().enumerate() {
            assert!(!hashes[..place].contains(hash), "{hashes:?}");
        }
    }
}
