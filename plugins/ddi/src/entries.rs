//! What is used of a codebook, each piece with its address there.

use gainsay_plugin::wire::{Listing, Place};

use crate::xml::Element;

/// The listing that studies and findings point into.
#[derive(Default)]
pub(crate) struct Entries {
    rows: Vec<[String; 2]>,
}

impl Entries {
    /// Adds words and where they stand, and returns their place.
    pub(crate) fn add(&mut self, address: impl Into<String>, words: impl Into<String>) -> Place {
        self.rows.push([address.into(), words.into()]);
        Place::cell(self.rows.len() - 1, 1)
    }

    /// Adds what the first element at the end of a path says.
    pub(crate) fn first(&mut self, root: &Element, path: &str) -> Option<Place> {
        let words = root.first(path)?.words();
        Some(self.add(path, words))
    }

    /// The listing, as a part of this name.
    pub(crate) fn listing(self, part: &str) -> Listing {
        Listing { part: Some(part.to_owned()), entries: self.rows, ..Listing::default() }
    }
}
