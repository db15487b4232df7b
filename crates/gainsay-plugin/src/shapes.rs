//! Sentences: one finding a line, recognised by its words.

use gainsay_claims::wire::{
    BaseStep, Disclosed, Figure, Finding, People, Place, Question, QuestionKind, Says, Work,
};

use crate::{Document, Header, Sink, SourceError};

/// What a line says, told by its words.
///
/// `words` holds `{}` where the figure stands: `{} never or hardly ever buy`.
/// Everything else is what the figure measures. Build one with
/// `Shape { words, concept, ..Shape::NONE }`.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// The id of the finding within its study.
    pub id: &'static str,
    /// The words of the line, with `{}` for the figure.
    pub words: &'static str,
    /// The concept that is measured.
    pub concept: &'static str,
    /// What narrows it.
    pub facets: &'static [(&'static str, &'static str)],
    /// Where the answers were cut on the concept's scale.
    pub cut: Option<&'static str>,
    /// Whether the figure counts those of whom it is not true.
    pub negated: bool,
    /// The universes the share is a share of, outermost first.
    pub base: &'static [&'static str],
    /// What the figure is.
    pub says: fn(Figure) -> Says,
    /// What else the words say: the question, a remark, what is counted together.
    pub also: fn(Finding) -> Finding,
}

impl Shape {
    /// A shape with nothing set: a share of everybody asked.
    pub const NONE: Self = Self {
        id: "",
        words: "",
        concept: "",
        facets: &[],
        cut: None,
        negated: false,
        base: &[],
        says: Says::Share,
        also: |finding| finding,
    };

    /// The finding that a figure with these words makes. For a table, `words`
    /// may hold the label of a row instead.
    pub fn finding(&self, study: &str, seen: Work, figure: Figure) -> Finding {
        let id = format!("{}/{}", study.rsplit('/').next().unwrap_or(study), self.id);
        let facets = self.facets.iter().map(|&(facet, value)| (facet.into(), value.into()));
        let step = |&who: &&str| BaseStep { who: who.to_owned(), share: None, words: None };
        (self.also)(Finding {
            seen_at: Some(seen.url).filter(|url| !url.is_empty()),
            facets: facets.collect(),
            cut: self.cut.map(str::to_owned),
            negated: self.negated,
            base: self.base.iter().map(step).collect(),
            ..Finding::new(id, study, seen.mark, self.concept, (self.says)(figure))
        })
    }

    /// Where the figure stands in a line, if the line has this shape.
    pub fn figure(&self, line: &str) -> Option<std::ops::Range<usize>> {
        let (before, after) = self.words.split_once("{}")?;
        let rest = line.strip_prefix(before)?.strip_suffix(after)?;
        let end = before.len() + rest.len();
        (!rest.trim().is_empty()).then_some(before.len()..end)
    }
}

/// The finding as an answer to a question of its study; `complete` when the
/// findings of the question cover all its answers.
pub fn answers(finding: Finding, question: &str, kind: QuestionKind, complete: bool) -> Finding {
    let question = Question {
        id: question.to_owned(),
        kind,
        text: None,
        lang: None,
        options: Vec::new(),
        complete,
        recall: None,
    };
    Finding { question: Some(question), ..finding }
}

/// The finding as one about these regions, pooled when they are several.
pub fn among(finding: Finding, regions: &[&str]) -> Finding {
    let pooled = if regions.len() > 1 { Disclosed::Yes } else { Disclosed::No };
    let regions = regions.iter().map(|&region| region.to_owned()).collect();
    Finding { people: Some(People { regions, pooled, ..People::default() }), ..finding }
}

/// A line of a document's body: `[label] words`, where the label names the page
/// on which the words were seen.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// The label in brackets, or nothing.
    pub seen: &'a str,
    /// The words after it.
    pub words: &'a str,
    /// The byte of the document where the words begin.
    pub start: usize,
}

impl Line<'_> {
    /// The place of some bytes of the words.
    pub fn place(&self, bytes: std::ops::Range<usize>) -> Place {
        Place::span(self.start + bytes.start..self.start + bytes.end)
    }
}

/// The lines of a document's body that are neither empty nor a `#` remark.
pub fn lines<'a>(document: &'a Document, header: &Header<'_>) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    let mut start = header.body();
    for raw in document.text().get(start..).unwrap_or_default().split_inclusive('\n') {
        let line = raw.trim();
        let from = start + (raw.len() - raw.trim_start().len());
        start += raw.len();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let label = line.strip_prefix('[').and_then(|rest| rest.split_once(']'));
        let (seen, words) = label.unwrap_or(("", line));
        let words = words.trim_start();
        lines.push(Line { seen, words, start: from + line.len() - words.len() });
    }
    lines
}

/// Emits the study of the head, named after the document, then one finding for
/// each line of the body.
///
/// # Errors
///
/// When the head is incomplete, a label is unknown, or a line has none of the
/// shapes: a figure that no shape reads is never skipped.
pub fn match_shapes(
    document: &Document,
    shapes: &[Shape],
    sink: &mut Sink<'_>,
) -> Result<(), SourceError> {
    let header = Header::of(document);
    let study = document.study_id();
    sink.study(header.study(&study)?)?;
    for line in lines(document, &header) {
        let found = shapes.iter().find_map(|shape| Some((shape, shape.figure(line.words)?)));
        let Some((shape, figure)) = found else {
            return Err(SourceError::new([
                "no shape reads this line",
                "aucune forme ne lit cette ligne",
            ])
            .at(document, line.place(0..line.words.len())));
        };
        let seen = header.page(line.seen, line.place(0..line.words.len()))?;
        sink.finding(shape.finding(&study, seen, Figure::at(line.place(figure))))?;
    }
    Ok(())
}
