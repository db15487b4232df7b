//! What is written around slopes.

use gainsay_claims::{Lang, Proposition};
use gainsay_judge::OptionList;

use super::first_upper;
use crate::{Speaker, lang::pick};

impl Speaker<'_> {
    /// What a chart of two orders shows.
    pub(crate) fn slope_subtitle(&self, is_one_study: bool) -> &'static str {
        match (is_one_study, self.lang) {
            (true, Lang::En) => {
                "What two groups of people of one study chose, from the most to the least often"
            }
            (true, Lang::Fr) => {
                "Ce que deux groupes d'une même étude ont choisi, du plus au moins souvent"
            }
            (false, Lang::En) => {
                "What the people of two studies chose, from the most to the least often"
            }
            (false, Lang::Fr) => {
                "Ce qu'ont choisi les personnes de deux études, du plus au moins souvent"
            }
        }
    }

    /// The title of a chart of two orders.
    pub(crate) fn slope_title(&self, topic: &Proposition) -> String {
        first_upper(&self.proposition(topic))
    }

    /// An option by what sets it apart from the others of its list.
    pub(crate) fn option_of(&self, topic: &Proposition, option: &Proposition) -> String {
        let mut apart = option.facets.clone();
        apart.retain(|facet, _| !topic.facets.contains_key(facet));
        match apart.is_empty() {
            true => self.proposition(option),
            false => first_upper(&self.facets(&apart)),
        }
    }

    /// Whom a list of options is about.
    pub(crate) fn people_of_list(&self, list: &OptionList) -> String {
        let who = list.people.who.as_deref().map(|who| self.universe(who));
        let regions = list.people.regions.as_ref().map(|regions| self.regions(regions));
        let parts: Vec<String> = who.into_iter().chain(regions).collect();
        if parts.is_empty() {
            self.not_disclosed().to_owned()
        } else {
            first_upper(&parts.join(", "))
        }
    }

    /// How ranks are to be read.
    pub(crate) fn slope_notes(
        &self,
        is_complete: bool,
        has_lone: bool,
        has_ties: bool,
    ) -> Vec<String> {
        let mut notes = vec![pick(
            self.lang,
            [
                "Places among the options of which an order is published; lines join an option that both lists have.",
                "Places parmi les options dont l'ordre est publié\u{a0}; les lignes relient une option commune aux deux listes.",
            ],
        )];
        if has_lone {
            notes.push(pick(
                self.lang,
                [
                    "Circles: nothing is published of this option for the other group.",
                    "Cercles\u{a0}: rien n'est publié sur cette option pour l'autre groupe.",
                ],
            ));
        }
        if has_ties {
            notes.push(pick(
                self.lang,
                [
                    "“=” marks options with the same share.",
                    "«\u{a0}=\u{a0}» marque des options à part égale.",
                ],
            ));
        }
        if !is_complete {
            notes.push(pick(
                self.lang,
                [
                    "The question may have had more options than were published.",
                    "La question a pu comporter d'autres options que celles publiées.",
                ],
            ));
        }
        notes.into_iter().map(str::to_owned).collect()
    }
}
