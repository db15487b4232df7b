//! Counts what was found and what was missed.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    ops::Range,
};

use gainsay_claims::facts::{CitationFact, Fact};
use gainsay_draft::{Checked, Draft, Kind, Outcome};

use super::annotation::{Annotation, Expected, Marked};

/// Right, too many, missed.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Tally {
    right: usize,
    wrong: usize,
    missed: usize,
}

impl Tally {
    /// How much of what was told is right, 0..=1.
    pub(super) fn precision(self) -> Option<f64> {
        self.of(self.wrong)
    }

    /// How much of what was to be told was told, 0..=1.
    pub(super) fn recall(self) -> Option<f64> {
        self.of(self.missed)
    }

    fn of(self, other: usize) -> Option<f64> {
        #[expect(clippy::cast_precision_loss, reason = "counts of a small corpus")]
        let share = |whole: usize| self.right as f64 / whole as f64;
        Some(self.right + other).filter(|whole| *whole > 0).map(share)
    }

    /// Counts what a second reader says of a draft beside what the first one does.
    pub(super) fn add_reader(&mut self, first: &[Expected<'_>], second: &[Expected<'_>]) {
        let same = |one: &Expected<'_>, other: &Expected<'_>| {
            one.rule == other.rule && meet(&one.span, &other.span)
        };
        let is_in = |one, list: &[Expected<'_>]| list.iter().any(|other| same(one, other));
        let right = first.iter().filter(|one| is_in(one, second)).count();
        self.right += right;
        self.missed += first.len() - right;
        self.wrong += second.iter().filter(|one| !is_in(one, first)).count();
    }

    fn plus(self, other: Self) -> Self {
        let Self { right, wrong, missed } = other;
        Self { right: self.right + right, wrong: self.wrong + wrong, missed: self.missed + missed }
    }
}

/// What was counted in a half of the corpus.
#[derive(Debug, Default)]
pub struct Score {
    drafts: usize,
    clean: usize,
    quiet: usize,
    words: usize,
    figures: Tally,
    matches: Tally,
    rules: BTreeMap<String, Tally>,
    /// Places where something is wrong, whichever rule tells it.
    places: Tally,
}

impl Score {
    pub(crate) fn add(
        &mut self,
        name: &str,
        draft: &Draft,
        checked: &Checked,
        annotation: &Annotation,
        details: bool,
    ) {
        self.drafts += 1;
        self.clean += usize::from(annotation.clean);
        self.quiet += usize::from(annotation.clean && checked.diagnostics.is_empty());
        self.words += draft
            .passages
            .iter()
            .map(|one| one.prose.text().split_whitespace().count())
            .sum::<usize>();
        let tell = |what: &str, span: &Range<usize>, more: &str| {
            if details {
                let line = draft.text[..span.start].matches('\n').count() + 1;
                let words = draft.text.get(span.clone()).unwrap_or("?");
                #[expect(clippy::print_stdout, reason = "the details that were asked for")]
                {
                    println!("{name}:{line}: {what}: {words:?} {more}");
                }
            }
        };
        self.add_figures(draft, checked, annotation, &tell);
        self.add_findings(draft, checked, annotation, &tell);
    }

    fn add_figures(
        &mut self,
        draft: &Draft,
        checked: &Checked,
        annotation: &Annotation,
        tell: &dyn Fn(&str, &Range<usize>, &str),
    ) {
        let found: Vec<_> = checked
            .figures
            .iter()
            .map(|one| {
                let place = draft.passages[one.passage].prose.place(one.figure.span.clone());
                (place, one)
            })
            .collect();
        for marked in &annotation.figure {
            let span = marked.span(&draft.text);
            let own = found.iter().find(|(place, _)| meet(place, &span));
            let Some((_, figure)) = own else {
                self.figures.missed += 1;
                tell("figure missed", &span, "");
                continue;
            };
            self.figures.right += 1;
            self.add_match(marked, &figure.outcome, &span, tell);
        }
        for (place, figure) in &found {
            let marked = annotation.figure.iter().any(|one| meet(place, &one.span(&draft.text)));
            let counts = figure.figure.kind == Kind::Finding
                && !matches!(figure.outcome, Outcome::NotChecked);
            if !marked && counts {
                self.figures.wrong += 1;
                tell("no figure", place, "");
            }
        }
    }

    fn add_match(
        &mut self,
        marked: &Marked,
        outcome: &Outcome,
        span: &Range<usize>,
        tell: &dyn Fn(&str, &Range<usize>, &str),
    ) {
        let claim = match outcome {
            Outcome::Found(found)
            | Outcome::Differs(found)
            | Outcome::OtherStudy(found)
            | Outcome::Universal(found) => Some(found.claim.as_str()),
            Outcome::Difference(claims) => {
                let listed = claims.iter().find(|claim| marked.claims.contains(claim));
                Some(listed.unwrap_or(&claims[0]).as_str())
            }
            Outcome::Size(study) | Outcome::SizeDiffers(study) => Some(study.as_str()),
            Outcome::NotFound(_) | Outcome::NotChecked => None,
        };
        match claim {
            Some(claim) if marked.claims.iter().any(|one| one == claim) => self.matches.right += 1,
            // Of a universal any claim on its subject will do.
            Some(_) if matches!(outcome, Outcome::Universal(_)) => {}
            Some(claim) => {
                self.matches.wrong += 1;
                tell("wrong match", span, &format!("{claim}, not {:?}", marked.claims));
            }
            None if !marked.claims.is_empty() => {
                self.matches.missed += 1;
                tell(
                    "no match",
                    span,
                    &format!("{:?} {:?} {outcome:?}", marked.claims, marked.size),
                );
            }
            None => {}
        }
    }

    fn add_findings(
        &mut self,
        draft: &Draft,
        checked: &Checked,
        annotation: &Annotation,
        tell: &dyn Fn(&str, &Range<usize>, &str),
    ) {
        let expected = annotation.expected(&draft.text);
        let told: Vec<(Range<usize>, &str)> = checked
            .diagnostics
            .iter()
            .filter_map(|one| Some((one.labels.first()?.at.span.clone(), one.check.id)))
            .collect();
        for Expected { span, rule, finding } in &expected {
            let tally = self.rules.entry((*rule).to_owned()).or_default();
            if told.iter().any(|(place, one)| one == rule && meet(place, span)) {
                tally.right += 1;
            } else {
                tally.missed += 1;
                tell("missed", span, finding);
            }
        }
        let is_expected = |place| expected.iter().any(|one| meet(place, &one.span));
        let is_told = |span| told.iter().any(|(place, _)| meet(place, span));
        let wrong: Vec<_> = told.iter().map(|(place, _)| place).collect();
        self.places.wrong += distinct(wrong.into_iter().filter(|place| !is_expected(place)));
        let (right, missed): (Vec<_>, Vec<_>) =
            expected.iter().map(|one| &one.span).partition(|span| is_told(span));
        self.places.right += distinct(right.into_iter());
        self.places.missed += distinct(missed.into_iter());
        for (place, rule) in &told {
            if !expected.iter().any(|one| one.rule == *rule && meet(place, &one.span)) {
                self.rules.entry((*rule).to_owned()).or_default().wrong += 1;
                tell("false alarm", place, &format!("{rule} {}", axes(checked, place)));
            }
        }
    }

    /// The figures of the half.
    pub(super) fn figures(&self) -> Tally {
        self.figures
    }

    /// What was told of each rule.
    pub(super) fn rules(&self) -> impl Iterator<Item = (&str, Tally)> {
        self.rules.iter().map(|(rule, tally)| (rule.as_str(), *tally))
    }

    /// What was told of all rules together.
    pub(super) fn all_rules(&self) -> Tally {
        self.rules().fold(Tally::default(), |sum, (_, tally)| sum.plus(tally))
    }

    /// The counts, in Markdown.
    pub fn table(&self, half: &str) -> String {
        let mut text = format!(
            "## {half}\n\n{} drafts, {} words; of {} clean drafts {} stayed quiet.\n\n\
             | | right | too many | missed | precision | recall |\n|---|--:|--:|--:|--:|--:|\n",
            self.drafts, self.words, self.clean, self.quiet
        );
        let mut row = |name: &str, tally: Tally| {
            let Tally { right, wrong, missed } = tally;
            let [precision, recall] = [tally.precision(), tally.recall()].map(rate);
            let _ = writeln!(
                text,
                "| {name} | {right} | {wrong} | {missed} | {precision} | {recall} |"
            );
        };
        row("figures found", self.figures);
        row("figures matched", self.matches);
        for (rule, tally) in self.rules() {
            row(&format!("`{rule}`"), tally);
        }
        let all = self.all_rules();
        row("all rules", all);
        row("places, by any rule", self.places);
        #[expect(clippy::cast_precision_loss, reason = "counts of a small corpus")]
        let alarms = 1000.0 * all.wrong as f64 / self.words.max(1) as f64;
        let _ = writeln!(text, "\nFalse alarms per 1,000 words: {alarms:.1}");
        text
    }
}

/// How many places there are, each counted once.
fn distinct<'a>(places: impl Iterator<Item = &'a Range<usize>>) -> usize {
    places.map(|place| (place.start, place.end)).collect::<BTreeSet<_>>().len()
}

/// A share of a tally as tables show it.
pub(super) fn rate(share: Option<f64>) -> String {
    share.map_or("–".to_owned(), |share| format!("{share:.2}"))
}

/// The axes on which what was said at a place moved.
fn axes(checked: &Checked, place: &Range<usize>) -> String {
    let here = checked
        .diagnostics
        .iter()
        .filter(|one| one.labels.first().is_some_and(|label| label.at.span == *place));
    let facts = here.flat_map(|one| &one.notes).flat_map(|note| &note.facts);
    let axes = facts.filter_map(|fact| match fact {
        Fact::Citation(fact) => match &**fact {
            CitationFact::Moved(moved) => Some(format!("{:?}", moved.axis)),
            _ => None,
        },
        _ => None,
    });
    axes.collect::<Vec<_>>().join(" + ")
}

fn meet(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}
