//! The marks of generated tables in drafts.

use std::ops::Range;

/// A table that gainsay generated, as a draft holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableMark {
    /// Where the line with the digest is written, in bytes of the file.
    pub span: Range<usize>,
    /// What it is the table of, as `gainsay table` takes it.
    pub name: String,
    /// The digest of the evidence that it was made from, as written.
    pub digest: String,
}

/// A part of a draft that `gainsay sync` writes: what stands between
/// `gainsay:begin table=... lang=...` and `gainsay:end`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Marked {
    /// The bytes of the file between the two marks.
    pub span: Range<usize>,
}
