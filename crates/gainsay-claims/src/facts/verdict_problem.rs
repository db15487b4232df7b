//! What is wrong with a file of verdicts.

use jiff::civil::Date;

/// What is wrong with an answer as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum VerdictProblem {
    /// A field without which it cannot be used.
    Missing {
        /// Its name.
        field: &'static str,
    },
    /// A text that says nothing.
    Empty {
        /// The name of the field.
        field: String,
    },
    /// A field of another form than it has.
    Form {
        /// Its name.
        field: String,
        /// The form that it has.
        form: Form,
    },
    /// A field that is not known.
    UnknownField {
        /// Its name.
        field: String,
        /// The nearest that is.
        nearest: Option<String>,
    },
    /// A file written for another version of the program.
    UnknownSchema,
    /// An explanation that names nothing in which the studies differ.
    NoCause,
    /// It ends before it begins.
    Backwards,
    /// It was given on a day that is yet to come.
    Early {
        /// The day on which it is read.
        today: Date,
    },
    /// It is to hold for more than a year.
    TooLong {
        /// The last day on which it may hold.
        latest: Date,
    },
}

/// The form of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Words between quotation marks.
    Text,
    /// A date without quotation marks.
    Date,
    /// A list.
    List,
    /// A table.
    Table,
    /// Blocks, each under a heading of its own.
    Blocks,
}
