//! Facts about the marks between which a draft wants a table.

/// Why nothing is written between two marks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MarkProblem {
    /// It names no table.
    NoTable,
    /// What it begins has no end.
    NoEnd,
    /// What it ends has no begin.
    NoBegin,
    /// It begins before what was begun ends.
    Nested,
    /// Other words stand before it on its line.
    NotAlone,
    /// It gives an option that `gainsay table` does not have.
    UnknownOption {
        /// The option.
        name: String,
        /// The nearest that there is, if one is near.
        nearest: Option<String>,
    },
    /// It gives an option twice that counts once.
    DoubledOption {
        /// The option.
        name: String,
    },
    /// It gives an option without its value.
    NoValue {
        /// The option.
        name: String,
    },
    /// It gives a value to an option that takes none.
    NeedlessValue {
        /// The option.
        name: String,
    },
    /// A quotation mark in it is not closed.
    OpenQuote,
    /// The table would not stay between its marks.
    BreaksOut,
}
