//! Figures that nothing tells from each other. A poll that says several things of one
//! proposition contradicts itself; a mapping that does not say what a column or row is about
//! would make it seem so.

use std::collections::BTreeMap;

use gainsay_plugin::{
    SourceDiagnostic,
    form::Words,
    wire::{Finding, Place},
};
use indexmap::{IndexMap, IndexSet};

/// A figure, its question, its answer's name, and the number of the row it stands in.
pub(crate) struct Told<'m> {
    pub(crate) finding: Finding,
    pub(crate) question: &'m Words,
    pub(crate) answer: String,
    pub(crate) row: usize,
    /// How many its row says were asked: those of a split sample are other people.
    pub(crate) asked: [String; 2],
}

/// What was alike in the polls that were read, question by question.
#[derive(Debug, Default)]
pub(crate) struct Alike<'m>(IndexMap<&'m Words, Count>);

#[derive(Debug, Default)]
struct Count {
    figures: usize,
    polls: usize,
    /// The first one and one that is like it, by answer and row.
    first: Vec<(String, usize)>,
}

impl<'m> Alike<'m> {
    /// Keeps those of a poll's figures that say each a thing of its own.
    pub(crate) fn part(&mut self, all: Vec<Told<'m>>) -> Vec<Finding> {
        let mut seen: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (at, told) in all.iter().enumerate() {
            seen.entry((about(&told.finding), &told.asked)).or_default().push(at);
        }
        let is_known = |told: &Told<'_>| {
            let mut facets = told.finding.facets.values();
            facets.all(|value| value != "unknown")
        };
        // Each with another one that is like it.
        let mut alike = BTreeMap::new();
        for places in seen.values().filter(|places| places.len() > 1 && is_known(&all[places[0]])) {
            alike.extend(places.iter().map(|&at| (at, places[usize::from(at == places[0])])));
        }
        drop(seen);
        let mut questions = IndexSet::new();
        for (&at, &other) in &alike {
            let question = all[at].question;
            let count = self.0.entry(question).or_default();
            count.figures += 1;
            count.polls += usize::from(questions.insert(question));
            if count.first.is_empty() {
                count.first = [at, other].map(|at| (all[at].name_in(question), all[at].row)).into();
            }
        }
        let kept = all.into_iter().enumerate().filter(|(at, _)| !alike.contains_key(at));
        kept.map(|(_, told)| told.finding).collect()
    }

    /// One remark for each question with such figures.
    pub(crate) fn remarks(&self) -> impl Iterator<Item = SourceDiagnostic> {
        self.0.iter().map(|(question, count)| {
            let names = |row: &str, and: &str| {
                let one = |(name, at): &(String, usize)| format!("`{name}` {row} {at}");
                count.first.iter().map(one).collect::<Vec<_>>().join(and)
            };
            let (figures, key, polls) = (count.figures, question.get_ref(), count.polls);
            let many = if polls == 1 { "" } else { "s" };
            let (more, [they, ils]) = match figures {
                1 => ("", ["it does", "il ne compte"]),
                _ => ("s", ["they do", "ils ne comptent"]),
            };
            let message = [
                format!(
                    "nothing tells {figures} figure{more} of `{key}` from others of their poll, in \
                     {polls} poll{many}, and {they} not count: first {}",
                    names("in row", " and "),
                ),
                format!(
                    "rien ne distingue {figures} chiffre{more} de `{key}` d'autres du même sondage, \
                     dans {polls} sondage{many}, et {ils} pas\u{a0}: d'abord {}",
                    names("à la ligne", " et "),
                ),
            ];
            let help = [
                "say by `facets` what each is about (`{answer}` is the name of a column's answer), or \
                 name the `concept` of each answer",
                "dire par `facets` de quoi parle chacun (`{answer}` est le nom de la réponse d'une \
                 colonne), ou nommer le `concept` de chaque réponse",
            ];
            let at = Some(Place::span(question.span()));
            SourceDiagnostic { message: message.into(), at, help: Some(help.into()) }
        })
    }
}

impl Told<'_> {
    /// What it is called among those of a question.
    fn name_in(&self, question: &Words) -> String {
        match self.question.get_ref() == question.get_ref() {
            true => self.answer.clone(),
            false => format!("{}/{}", self.question.get_ref(), self.answer),
        }
    }
}

/// What a figure is about: the same of two is one proposition, of the same people.
fn about(finding: &Finding) -> impl Ord + use<'_> {
    let mut facets: Vec<_> = finding.facets.iter().collect();
    facets.sort();
    let universe = finding.people.as_ref().and_then(|people| people.universe.as_ref());
    let base: Vec<_> = finding.base.iter().map(|step| &step.who).collect();
    let text = finding.question.as_ref().and_then(|question| question.text.as_ref());
    (&finding.concept, facets, &finding.cut, finding.negated, universe, base, text)
}
