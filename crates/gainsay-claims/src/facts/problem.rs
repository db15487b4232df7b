//! Facts about bad input.

use super::VerdictProblem;
use crate::{Said, document::PlaceError, value::ValueError};

/// What is wrong with the input.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// A word that the vocabulary does not hold.
    UnknownWord {
        /// What it should have been.
        kind: WordKind,
        /// The word.
        word: String,
        /// The nearest word there is.
        nearest: Option<String>,
    },
    /// A facet that the concept does not take.
    FacetNotOfConcept {
        /// The facet.
        facet: String,
        /// The concept.
        concept: String,
    },
    /// A cut for a concept without a scale.
    NoScale {
        /// The concept.
        concept: String,
    },
    /// An order with the same things, among the same people, on both sides.
    SameSides,
    /// A place that is not in the document.
    Place(PlaceError),
    /// Words that are no figure.
    NotAFigure {
        /// The words.
        text: String,
        /// Why.
        error: ValueError,
    },
    /// A figure of another kind than the finding says.
    OtherQuantity {
        /// The words.
        text: String,
    },
    /// A hedge just before the place ("less than") that the place leaves out.
    LeavesOutHedge {
        /// The words at the place.
        text: String,
    },
    /// Words that are no date or period.
    NotAPeriod {
        /// The words.
        text: String,
    },
    /// Words that are no number of people.
    NotASize {
        /// The words.
        text: String,
    },
    /// Words that are no range of ages.
    NotAnAge {
        /// The words.
        text: String,
    },
    /// An id used twice.
    DuplicateId {
        /// The id.
        id: String,
    },
    /// An id that does not start with its source or is no path of names.
    BadId {
        /// The id.
        id: String,
    },
    /// A record of a document that the source does not have.
    UnknownDocument {
        /// Its name.
        name: String,
    },
    /// A file that is not what it should be, in the parser's words.
    Syntax {
        /// What the parser says.
        message: String,
    },
    /// A source whose folder is not there or holds no document.
    NoDocuments {
        /// The source.
        source: String,
        /// Its plugin.
        plugin: String,
        /// The folder.
        folder: String,
        /// Whether it is there.
        is_there: bool,
    },
    /// A file of which nothing was read, as it is no text or no document names it.
    Unread {
        /// The source that it belongs to.
        source: String,
        /// The plugin of the source.
        plugin: String,
        /// Its name.
        file: String,
        /// Why nothing was read.
        why: Said,
    },
    /// A file that cannot be read.
    File {
        /// Why: what is found out of it, or what the system says.
        message: Said,
    },
    /// A quotation mark in a table that does not close.
    BrokenQuote,
    /// A table with more cells, or more in one row, than one may have.
    TooManyCells {
        /// The most in one row.
        in_row: usize,
        /// The most in all.
        in_all: usize,
    },
    /// A word defined twice.
    DefinedTwice {
        /// The word.
        word: String,
    },
    /// A universe that lies within itself.
    CircularUniverse {
        /// The universe.
        word: String,
    },
    /// What a plugin or a reader of files says, in its own words.
    Said {
        /// Its message.
        message: Said,
        /// What it says is to be done about it.
        help: Option<Said>,
    },
    /// A plugin that is not where plugins are.
    NoPlugin {
        /// Its name.
        plugin: String,
        /// The library looked for.
        file: String,
        /// The executable looked for.
        executable: String,
        /// The folders looked in.
        folders: Vec<String>,
    },
    /// A library that is not the one that the lock pins.
    StalePlugin {
        /// The source.
        source: String,
        /// SHA-256 that is trusted, in hexadecimal.
        trusted: String,
        /// SHA-256 of the file.
        found: String,
    },
    /// A library that did not come with the program and that the lock does not pin.
    UntrustedPlugin {
        /// The source.
        source: String,
        /// SHA-256 of the file.
        found: String,
    },
    /// A plugin of the lock that no source uses.
    UnusedPin {
        /// The plugin.
        plugin: String,
    },
    /// A plugin that the lock pins for other systems only.
    PinnedElsewhere {
        /// The plugin.
        plugin: String,
        /// This system, such as `x86_64-unknown-linux-gnu`.
        target: String,
    },
    /// A field of a reference that is not what it should be.
    BadReference {
        /// Its name; empty where the reference as a whole is meant.
        field: String,
        /// What is wrong with it.
        trouble: ReferenceTrouble,
    },
    /// A study that was cited as if it had been read, but of which figures were seen
    /// elsewhere only.
    NotRead {
        /// Keys of the works in which they were seen.
        seen_in: Vec<String>,
    },
    /// What is wrong with a recorded verdict.
    Verdict(VerdictProblem),
    /// A constant of the policy outside its range.
    BadPolicy {
        /// Its key.
        key: String,
    },
}

impl Problem {
    /// What is wrong, in words of both languages.
    pub fn said<Words: Into<String>>(words: [Words; 2]) -> Self {
        Self::Said { message: words.into(), help: None }
    }
}

/// What is wrong with a reference or one of its fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceTrouble {
    /// No id, or one that cannot be a key in every kind of draft.
    Key,
    /// No date that a calendar has.
    Date,
    /// A range of dates; its first one is used.
    DateRange,
    /// Not a list of names.
    Names,
    /// Neither a text nor a number.
    Text,
}

/// Kinds of word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum WordKind {
    /// A concept.
    Concept,
    /// A facet.
    Facet,
    /// A value of a facet.
    Value,
    /// A scale.
    Scale,
    /// A step of a scale.
    Step,
    /// A universe.
    Universe,
    /// A region.
    Region,
    /// A study of the base.
    Study,
    /// A claim of the base.
    Claim,
    /// A reference of the base.
    Reference,
    /// What a reviewer makes of a finding.
    Status,
    /// A dimension in which studies differ.
    Dimension,
    /// How directly studies bear on the same thing.
    Directness,
}
