//! Statistics in pairs of lines: what the list says, then `root: STUDY why` or
//! `root: unknown`.

use gainsay_plugin::wire::{Dependence, Figure, Finding, Work};
use gainsay_plugin::{Document, Line, Shape, SourceError};

const NO_ROOT: [&str; 2] = ["no line `root: ...` follows", "aucune ligne `root: ...` ne suit"];
const NO_SHAPE: [&str; 2] = ["no shape reads this line", "aucune forme ne lit cette ligne"];

/// A statistic of the list.
pub(crate) struct Statistic<'a> {
    /// What the list says.
    pub(crate) line: Line<'a>,
    /// The study that it probably repeats.
    pub(crate) root: Option<Dependence>,
}

/// The statistics of a document.
pub(crate) fn statistics<'a>(
    document: &Document,
    lines: &[Line<'a>],
) -> Result<Vec<Statistic<'a>>, SourceError> {
    lines
        .chunks(2)
        .map(|pair| {
            let line = pair[0];
            let root = pair.get(1).and_then(|root| root.words.strip_prefix("root: "));
            let root = root.ok_or_else(|| refuse(document, line, NO_ROOT))?;
            Ok(Statistic { line, root: dependence(root) })
        })
        .collect()
}

impl Statistic<'_> {
    /// What the statistic says, by the shape of its words.
    pub(crate) fn finding(
        &self,
        document: &Document,
        shapes: &[Shape],
        study: &str,
        seen: Work,
    ) -> Result<Finding, SourceError> {
        let words = self.line.words;
        let (shape, figure) = shapes
            .iter()
            .find_map(|shape| Some((shape, shape.figure(words)?)))
            .ok_or_else(|| refuse(document, self.line, NO_SHAPE))?;
        let note = match &self.root {
            Some(root) => format!("probably from {}", root.study),
            None => "where it comes from is unknown".to_owned(),
        };
        let finding = shape.finding(study, seen, Figure::at(self.line.place(figure)));
        Ok(Finding { note: Some(note), ..finding })
    }
}

fn dependence(root: &str) -> Option<Dependence> {
    let (study, why) = root.split_once(' ')?;
    Some(Dependence { study: study.to_owned(), declared: false, why: why.to_owned() })
}

fn refuse(document: &Document, line: Line<'_>, why: [&str; 2]) -> SourceError {
    SourceError::new(why).at(document, line.place(0..line.words.len()))
}
