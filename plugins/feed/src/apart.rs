//! Figures that nothing tells from each other. A poll that says several things of one
//! proposition contradicts itself; a mapping that does not say what a column or row is about
//! would make it seem so.

use std::collections::BTreeMap;

use gainsay_plugin::{
    SourceDiagnostic,
    form::Words,
    wire::{Finding, Place},
};
use indexmap::IndexMap;

/// A figure, its answer's name, and the number of the row it stands in.
pub(crate) struct Told {
    pub(crate) finding: Finding,
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
    /// Two of the first ones, by answer and row.
    first: Vec<(String, usize)>,
}

impl<'m> Alike<'m> {
    /// Keeps those of a poll's figures that answer one question each in its own way.
    pub(crate) fn part(&mut self, question: &'m Words, all: Vec<Told>) -> Vec<Finding> {
        let mut seen: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (at, told) in all.iter().enumerate() {
            seen.entry((about(&told.finding), &told.asked)).or_default().push(at);
        }
        let is_known = |told: &Told| told.finding.facets.values().all(|value| value != "unknown");
        let several = seen.into_values().filter(|places| places.len() > 1);
        let mut alike: Vec<usize> = several.flatten().filter(|&at| is_known(&all[at])).collect();
        alike.sort_unstable();
        if let [one, other, ..] = alike[..] {
            let count = self.0.entry(question).or_default();
            count.figures += alike.len();
            count.polls += 1;
            if count.first.is_empty() {
                count.first = [one, other].map(|at| (all[at].answer.clone(), all[at].row)).into();
            }
        }
        let kept = all.into_iter().enumerate();
        let kept = kept.filter(|(at, _)| alike.binary_search(at).is_err());
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
            let message = [
                format!(
                    "nothing tells {figures} figures of `{key}` from others of their poll, in \
                     {polls} poll{many}, and they do not count: first {}",
                    names("in row", " and "),
                ),
                format!(
                    "rien ne distingue {figures} chiffres de `{key}` d'autres du même sondage, dans \
                     {polls} sondage{many}, et ils ne comptent pas\u{a0}: d'abord {}",
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

/// What a figure is about: the same of two is one proposition, of the same people.
fn about(finding: &Finding) -> impl Ord + use<> {
    let mut facets: Vec<_> = finding.facets.clone().into_iter().collect();
    facets.sort();
    let universe = finding.people.as_ref().and_then(|people| people.universe.clone());
    let text = finding.question.as_ref().and_then(|question| question.text.clone());
    let (concept, cut) = (finding.concept.clone(), finding.cut.clone());
    (concept, facets, cut, finding.negated, universe, text)
}
