//! Whether words that deny something deny what a figure is of.

use super::{Near, Said};
use crate::{lexicon::Term, restate::denies};

impl Said<'_> {
    /// Whether the clause denies a concept, in other words than those that name it: who
    /// "*rarely* posts" is a lurker, and no denied one.
    pub(crate) fn denies_concept(&self, concept: &str) -> bool {
        self.denies && {
            let not_denied = self.not_denied.get_or_init(|| self.not_denied());
            !not_denied.iter().any(|one| one == concept)
        }
    }

    /// The concepts of the clause that nothing denies but the words that name them.
    fn not_denied(&self) -> Vec<String> {
        let concepts = self.in_clause().filter_map(|near| match &*near.hit.term {
            Term::Concept(concept) => Some((concept, near)),
            _ => None,
        });
        let mut concepts: Vec<(&String, &Near<'_>)> = concepts.collect();
        concepts.sort_by_key(|(concept, _)| *concept);
        let own = concepts.chunk_by(|one, next| one.0 == next.0).filter(|own| {
            let mut clause = self.clause_text().to_owned();
            for (_, near) in *own {
                self.blank_ends(&mut clause, near);
            }
            !denies(&clause, self.lang())
        });
        own.map(|own| own[0].0.clone()).collect()
    }

    /// Leaves out of a clause the first and last word of a phrase: others may stand between.
    fn blank_ends(&self, clause: &mut String, near: &Near<'_>) {
        let first = near.words.find(char::is_whitespace).unwrap_or(near.words.len());
        let last = near.words.rmatch_indices(char::is_whitespace).next();
        let last = last.map_or(0, |(at, space)| at + space.len());
        let start = near.hit.span.start.saturating_sub(self.clause.start);
        for part in [0..first, last..near.words.len()] {
            let part = start + part.start..start + part.end;
            if clause.get(part.clone()).is_some() {
                clause.replace_range(part.clone(), &" ".repeat(part.len()));
            }
        }
    }
}
