//! What a claim says, in one line.

use gainsay_claims::{
    Lang,
    claim::{Claim, Statement},
    value::{Quantity, Reading},
};

use super::{decimal, extent, integer, list, ordinal, points, rounded, share, size};
use crate::{Speaker, clean};

impl Speaker<'_> {
    /// What a claim says, as read: `27.5% to 28.5% yes; adults, France, 2013,
    /// n = 1,004`.
    pub(crate) fn claim(&self, claim: &Claim) -> String {
        let separator = match self.lang {
            Lang::En => "; ",
            Lang::Fr => "\u{a0}; ",
        };
        format!(
            "{}{separator}{}, {}, {}",
            self.statement(claim),
            self.people(claim),
            self.when(claim),
            size(self.lang, claim.n),
        )
    }

    /// The figure of a claim as read.
    pub(crate) fn statement(&self, claim: &Claim) -> String {
        match (&claim.statement, self.lang) {
            (Statement::Share(figure), lang) => {
                match (claim.share_of_yes(&self.base.vocabulary), lang) {
                    (Some(yes), Lang::En) => format!("{} yes", share(lang, &yes)),
                    (Some(yes), Lang::Fr) => format!("{} de oui", share(lang, &yes)),
                    (None, _) => share(lang, &figure.hard),
                }
            }
            (
                Statement::Count(reading)
                | Statement::Money(reading)
                | Statement::Mean(reading)
                | Statement::Change(reading),
                _,
            ) => self.reading(reading),
            (Statement::Rank { place, from_last }, Lang::En) => {
                let end = if *from_last { " from last" } else { "" };
                format!("{} in order{end}", ordinal(Lang::En, *place))
            }
            (Statement::Rank { place, from_last }, Lang::Fr) => {
                let end = if *from_last { " en partant de la fin" } else { "" };
                format!("{} rang{end}", ordinal(Lang::Fr, *place))
            }
            (Statement::Order, Lang::En) => "one above the other, without a number".to_owned(),
            (Statement::Order, Lang::Fr) => "l'un devant l'autre, sans chiffre".to_owned(),
            (Statement::Agreement, Lang::En) => "said to agree with other claims".to_owned(),
            (Statement::Agreement, Lang::Fr) => {
                "dit concorder avec d'autres affirmations".to_owned()
            }
            (Statement::Instance(names), lang) => {
                let names: Vec<String> = names.iter().map(|name| clean(name)).collect();
                list(lang, &names)
            }
            (Statement::Words(words), Lang::En) => {
                format!("words too vague to test: {}", clean(words))
            }
            (Statement::Words(words), Lang::Fr) => {
                format!("termes trop vagues pour être testés\u{a0}: {}", clean(words))
            }
        }
    }

    /// A figure as read, with its unit.
    pub(crate) fn reading(&self, reading: &Reading) -> String {
        let lang = self.lang;
        match (&reading.quantity, lang) {
            (Quantity::Share { hard, .. }, _) => share(lang, hard),
            (Quantity::Points(set), _) => extent(lang, &(*set).into(), |x| points(lang, x)),
            (Quantity::PercentChange(set) | Quantity::Factor(set), Lang::En) => {
                format!("times {}", extent(lang, set, |x| rounded(lang, x)))
            }
            (Quantity::PercentChange(set) | Quantity::Factor(set), Lang::Fr) => {
                format!("multiplié par {}", extent(lang, set, |x| rounded(lang, x)))
            }
            (Quantity::Count { set }, _) => extent(lang, set, |x| rounded(lang, x)),
            (Quantity::Money { set, currency }, _) => {
                let amount = extent(lang, set, |x| decimal(lang, x, 0));
                format!("{amount}\u{a0}{currency}")
            }
            (Quantity::Rank(place), _) => ordinal(lang, *place),
        }
    }

    /// A number of people.
    pub(crate) fn count(&self, number: u64) -> String {
        integer(self.lang, number)
    }
}
