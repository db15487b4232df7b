//! One sentence per fact; this file hands each kind to its own.

use gainsay_claims::{Lang, facts::Fact};

use super::{colon, plural};
use crate::{Speaker, clean};

impl Speaker<'_> {
    /// A fact as a sentence fragment.
    pub(crate) fn fact(&self, fact: &Fact) -> String {
        match fact {
            Fact::Claim { id } => match self.base.claims.get(id) {
                Some(claim) => {
                    format!("{}{}{}", self.source_of(id), colon(self.lang), self.claim(claim))
                }
                None => clean(id),
            },
            Fact::Pair(pair) => self.pair(pair),
            Fact::Group(group) => self.group(group),
            Fact::Citation(citation) => self.citation(citation),
            Fact::Draft(draft) => self.draft(draft),
            Fact::Study(study) => self.study_fact(study),
            Fact::Order(order) => self.order(order),
            Fact::Coherence(fact) => self.coherence(fact),
            Fact::Verdict(verdict) => self.verdict_fact(verdict),
            Fact::Problem(problem) => self.problem(problem),
            Fact::Broken(failure) => self.failure(failure),
            Fact::Plugin(plugin) => self.plugin(plugin),
            Fact::More { count, proposition } => {
                let more = self.more_pairs(*count);
                format!("{more}{}`gainsay table '{proposition}'`", colon(self.lang))
            }
        }
    }

    /// How many pairs there are besides.
    pub(crate) fn more_pairs(&self, count: usize) -> String {
        match self.lang {
            Lang::En => plural(self.lang, count, "more pair", "more pairs"),
            Lang::Fr => plural(self.lang, count, "autre paire", "autres paires"),
        }
    }

    /// Who publishes the study of a claim; the source that states it otherwise.
    pub(crate) fn source_of(&self, claim: &str) -> String {
        let Some(claim) = self.base.claims.get(claim) else {
            return clean(claim);
        };
        match self.base.study_of(claim) {
            Some(study) => clean(&study.said.publisher),
            None => clean(&claim.source),
        }
    }
}
