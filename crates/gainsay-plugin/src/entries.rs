//! Tables in which a figure is told by the labels of its row and column.

use gainsay_claims::wire::{Finding, Work};

use crate::{Cell, Document, Grid, Header, Shape, Sink, SourceError};

/// A filled cell and what is needed to make a finding of it.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'a> {
    /// The id of the study that the document is about.
    pub study: &'a str,
    /// The part of the table that the cell stands in.
    pub part: &'a Grid<'a>,
    /// The cell.
    pub cell: Cell<'a>,
    /// The page on which it was seen.
    pub seen: &'a Work,
}

impl<'a> Entry<'a> {
    /// The shape whose words are the label of the row.
    pub fn shape<'s>(&self, shapes: &'s [Shape]) -> Option<&'s Shape> {
        shapes.iter().find(|shape| shape.words == self.cell.row)
    }

    /// What a shape makes of the figure in the cell.
    pub fn finding(&self, shape: &Shape) -> Finding {
        let finding = shape.finding(self.study, self.seen.clone(), self.cell.figure());
        Finding { n: self.part.cases(self.cell.column), ..finding }
    }

    /// The filled cell of the same row in another column.
    pub fn beside(&self, column: &str) -> Option<Cell<'a>> {
        self.part.cell(self.cell.row, column)
    }
}

/// Emits the study of the head, named after the document, then what `read`
/// makes of each filled cell. A cell that only comments on others makes no
/// findings, `Some(vec![])`; one that `read` has no meaning for is `None`.
///
/// # Errors
///
/// When the head is incomplete, the page of a cell is unknown, or `read` has no
/// meaning for a cell: no figure is skipped.
///
/// ```
/// use gainsay_plugin::{
///     Document, Shape, Sink, Source, SourceError, match_entries,
///     testing::{Reading, document},
///     wire::{BaseStep, Finding},
/// };
///
/// #[derive(Default)]
/// struct FixtureA;
///
/// const SHAPES: &[Shape] =
///     &[Shape { id: "ignore", words: "ignore posts", concept: "ignores-posts", ..Shape::NONE }];
///
/// impl Source for FixtureA {
///     const ID: &'static str = "fixture-a";
///
///     fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
///         match_entries(document, sink, |entry| {
///             let finding = entry.finding(entry.shape(SHAPES)?);
///             let who = entry.cell.column.to_lowercase();
///             let id = format!("{}/{who}", finding.id);
///             let base = vec![BaseStep { who, share: None, words: None }];
///             Some(vec![Finding { id, base, ..finding }])
///         })
///     }
/// }
///
/// let csv = "title,A survey\npublisher,Fixture A\nseen a,publisher https://a.example\n\n\
///            What they do [a],,\n,Women,Men\nignore posts,72,68\n";
/// let table = document("fixture-a", "sources/fixture-a/2014.csv", csv);
/// let reading = Reading::of::<FixtureA>(&table);
/// assert_eq!(reading.diagnostics, []);
/// assert_eq!(reading.figure(&table, "2014/ignore/men"), "68");
/// ```
pub fn match_entries(
    document: &Document,
    sink: &mut Sink<'_>,
    read: impl Fn(&Entry<'_>) -> Option<Vec<Finding>>,
) -> Result<(), SourceError> {
    let header = Header::of(document);
    let study = document.study_id();
    sink.study(header.study(&study)?)?;
    for part in &Grid::parts(document, header.body())? {
        for cell in part.findings() {
            let seen = header.page(cell.seen, cell.at)?;
            let entry = Entry { study: &study, part, cell, seen: &seen };
            for finding in read(&entry).ok_or_else(|| part.refuse(&cell))? {
                sink.finding(finding)?;
            }
        }
    }
    Ok(())
}
