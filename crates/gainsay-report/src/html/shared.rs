//! Pieces that several sections are made of.

use gainsay_claims::Lang;
use gainsay_judge::Relation;
use maud::{Markup, html};

use super::{tables::Tables, views::Standing};
use crate::{
    lang::{colon, plural},
    shell::shell,
};

impl Tables<'_> {
    /// What the claims on a proposition come to, in few words.
    pub(super) fn standing(&self, standing: Standing) -> Markup {
        let words = match standing {
            Some(Relation::Conflicts) => ["conflict", "contradiction"],
            Some(Relation::Differs) => ["differ, as do the studies", "écart, études différentes"],
            Some(Relation::Open) => ["cannot tell", "impossible de trancher"],
            Some(Relation::Agrees) => ["agree", "concordent"],
            Some(Relation::NoConflict) => ["no conflict", "pas de contradiction"],
            None => ["nothing to compare", "rien à comparer"],
        };
        html! { span class=(class(standing)) { (self.say(words)) } }
    }

    /// The same in one word, for narrow cells.
    pub(super) fn word(&self, standing: Standing) -> Markup {
        let words = match standing {
            Some(Relation::Conflicts) => ["conflict", "contradiction"],
            Some(Relation::Differs) => ["differ", "écart"],
            Some(Relation::Open) => ["open", "indécis"],
            Some(Relation::Agrees) => ["agree", "accord"],
            Some(Relation::NoConflict) => ["no conflict", "pas de contradiction"],
            None => ["nothing to compare", "rien à comparer"],
        };
        html! { span class=(class(standing)) { (self.say(words)) } }
    }

    /// What is left out of a section, with the command that shows it.
    pub(super) fn left_out(&self, count: usize, nouns: [[&str; 2]; 2], command: &[&str]) -> Markup {
        let command: Vec<String> = command.iter().map(|word| shell(word)).collect();
        html! {
            @if count > 0 {
                p .left-out {
                    (self.say(["Not shown here", "Non affichés ici"])) (colon(self.speaker().lang))
                    (self.counted(count, nouns)) ". " code { (command.join(" ")) }
                }
            }
        }
    }

    /// What is wider than a phone scrolls by itself, and can be reached by keyboard.
    pub(super) fn scroll(&self, title: [&str; 2], inner: Markup) -> Markup {
        let label = format!("{}, {}", self.say(["table", "tableau"]), self.say(title));
        html! { div .scroll role="region" aria-label=(label) tabindex="0" { (inner) } }
    }

    /// A number and its noun.
    pub(super) fn counted(&self, count: usize, [en, fr]: [[&str; 2]; 2]) -> String {
        match self.speaker().lang {
            Lang::En => plural(Lang::En, count, en[0], en[1]),
            Lang::Fr => plural(Lang::Fr, count, fr[0], fr[1]),
        }
    }
}

/// The class of a standing; the colours only repeat the words.
pub(super) fn class(standing: Standing) -> &'static str {
    match standing {
        Some(Relation::Conflicts) => "stand conflicts",
        Some(Relation::Differs) => "stand differs",
        Some(Relation::Open) => "stand undecided",
        Some(Relation::Agrees) => "stand agrees",
        Some(Relation::NoConflict) | None => "stand",
    }
}
