//! What is written around timelines.

use std::collections::BTreeSet;

use gainsay_claims::Lang;

use crate::{
    Speaker,
    lang::{integer, plural, semicolon},
};

impl Speaker<'_> {
    /// What a timeline shows.
    pub(crate) fn timeline_subtitle(
        &self,
        polls: usize,
        houses: &[String],
        people: BTreeSet<String>,
    ) -> String {
        let polls = integer(self.lang, polls as u64);
        let whose = match (houses, self.lang) {
            ([one], _) => one.clone(),
            (_, Lang::En) => format!("{} publishers", houses.len()),
            (_, Lang::Fr) => format!("{} éditeurs", houses.len()),
        };
        let people = people.into_iter().collect::<Vec<_>>().join(semicolon(self.lang));
        match self.lang {
            Lang::En => {
                format!(
                    "{polls} shares published by {whose}, by the dates of fieldwork. Of whom: {people}"
                )
            }
            Lang::Fr => format!(
                "{polls} parts publiées par {whose}, aux dates du terrain. De qui\u{a0}: {people}"
            ),
        }
    }

    /// Why lines stop, or why there are none.
    pub(crate) fn lines_note(&self, joined: bool) -> &'static str {
        match (joined, self.lang) {
            (true, Lang::En) => {
                "Lines join the shares of one publisher, and stop where it asked nothing for long."
            }
            (true, Lang::Fr) => {
                "Les lignes relient les parts d'un même éditeur, et s'arrêtent là où il n'a longtemps rien demandé."
            }
            (false, Lang::En) => {
                "No line joins the points: they are of too many publishers. None is an average."
            }
            (false, Lang::Fr) => {
                "Aucune ligne ne relie les points\u{a0}: les éditeurs sont trop nombreux. Aucun n'est une moyenne."
            }
        }
    }

    /// How many claims have no place on a timeline.
    pub(crate) fn undated_note(&self, count: usize) -> String {
        match self.lang {
            Lang::En => {
                plural(self.lang, count, "claim is", "claims are")
                    + " not drawn: without a share or a date."
            }
            Lang::Fr => {
                plural(self.lang, count, "affirmation n'est", "affirmations ne sont")
                    + " pas dessinées\u{a0}: sans part ou sans date."
            }
        }
    }
}
