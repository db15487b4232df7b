//! How often `gainsay source draft` proposes the concept that a figure is about.

use std::{
    fs,
    io::{self, Write as _},
};

use gainsay_claims::EvidenceBase;
use gainsay_draft::{Checker, Draft, Format, Proposed, ProposedFigure, Verdict};

use super::{Annotation, Half, annotation::Marked};

/// What became of the figures that annotations give claims for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Proposals {
    /// How many there are.
    pub annotated: usize,
    /// How many of them are proposed as findings.
    pub proposed: usize,
    /// How many with a concept.
    pub with_concept: usize,
    /// How many with the concept of a claim that is meant first.
    pub right: usize,
    /// How many with a concept that words name enough of to be a line.
    pub lines: usize,
    /// How many with the concept of a claim that is meant as a line.
    pub right_lines: usize,
    /// How many with it among the first three.
    pub among_three: usize,
    /// How many figures are proposed of which no claim is meant.
    pub others: usize,
}

impl Proposals {
    /// Measures the tuning half; of the other one nobody is to see which figures these are.
    /// Prints each figure with another concept first if it `tells`.
    ///
    /// # Panics
    /// When the corpus cannot be read.
    pub fn measure(base: &EvidenceBase, tells: bool) -> Self {
        let checker = Checker::new(base);
        let mut measured = Self::default();
        for path in Half::Tuning.drafts() {
            let annotation = Annotation::read(&path.with_extension("toml"));
            let text = fs::read_to_string(&path).expect("a draft");
            let name = path.file_name().expect("a file").to_string_lossy().into_owned();
            let draft = gainsay_draft::read(&name, &text, Format::of(&name));
            let proposed = checker.propose(&draft, base);
            measured.add(&draft, &proposed, &annotation, base, tells);
        }
        measured
    }

    fn add(
        &mut self,
        draft: &Draft,
        proposed: &Proposed,
        annotation: &Annotation,
        base: &EvidenceBase,
        tells: bool,
    ) {
        let marked = annotation.figure.iter().filter(|one| !one.claims.is_empty() && !one.size);
        let marked: Vec<&Marked> = marked.collect();
        let is_at = |figure: &ProposedFigure, marked: &Marked| {
            let own = draft.passages[figure.passage].prose.place(figure.figure.span.clone());
            let meant = marked.span(&draft.text);
            own.start < meant.end && meant.start < own.end
        };
        let findings = proposed.figures.iter().filter(|one| one.verdict == Verdict::Finding);
        let findings: Vec<&ProposedFigure> = findings.collect();
        self.others +=
            findings.iter().filter(|one| !marked.iter().any(|meant| is_at(one, meant))).count();
        for meant in marked {
            self.annotated += 1;
            let Some(figure) = findings.iter().find(|one| is_at(one, meant)) else { continue };
            self.proposed += 1;
            self.with_concept += usize::from(!figure.subjects.is_empty());
            let concepts: Vec<&str> = meant
                .claims
                .iter()
                .filter_map(|id| base.claims.get(id))
                .map(|claim| claim.proposition.concept.as_str())
                .collect();
            let place =
                figure.subjects.iter().position(|one| concepts.contains(&one.concept.as_str()));
            self.right += usize::from(place == Some(0));
            self.lines += usize::from(figure.subject().is_some());
            self.right_lines += usize::from(figure.subject().is_some() && place == Some(0));
            self.among_three += usize::from(place.is_some_and(|place| place < 3));
            if tells && place != Some(0) {
                let first: Vec<_> = figure.subjects.iter().take(3).collect();
                let text = &meant.text;
                writeln!(io::stdout(), "{}: {text:?}: {concepts:?} not {first:?}", draft.name)
                    .expect("somebody reads it");
            }
        }
    }

    /// A line of counts.
    pub fn line(&self) -> String {
        format!(
            "{} annotated with claims; {} proposed, {} with a concept; {} with the right one first, \
             {} among the first three; as a line {}, right {}; {} others proposed",
            self.annotated,
            self.proposed,
            self.with_concept,
            self.right,
            self.among_three,
            self.lines,
            self.right_lines,
            self.others
        )
    }
}
