//! What can be done about a diagnostic or a figure, and the words that it puts in a draft.

use gainsay_claims::{
    Lang,
    claim::{Claim, Statement},
    sample::Sample,
    value::ReportingSet,
};
use gainsay_draft::REASON;

use crate::{
    clean,
    lang::{colon, decimal, integer, pick, quoted},
};

/// Something that can be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Takes the figure of the source.
    TakeFigure {
        /// The figure as it will be written.
        text: String,
    },
    /// Names the study by the key of its reference.
    Cite {
        /// The key.
        key: String,
    },
    /// Has a rule say nothing in the passage.
    Suppress {
        /// The rule.
        rule: &'static str,
    },
}

impl Remedy {
    /// What it is called in a menu.
    pub fn title(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::TakeFigure { text }, lang) => {
                let lead = pick(
                    lang,
                    ["Take the figure of the source", "Reprendre le chiffre de la source"],
                );
                let text = quoted(lang, &clean(text));
                format!("{lead}{}{text}", colon(lang))
            }
            (Self::Cite { key }, Lang::En) => format!("Cite `{}`", clean(key)),
            (Self::Cite { key }, Lang::Fr) => format!("Citer `{}`", clean(key)),
            (Self::Suppress { rule }, Lang::En) => {
                format!("Suppress `{rule}` in this passage, with a reason")
            }
            (Self::Suppress { rule }, Lang::Fr) => {
                format!("Supprimer `{rule}` dans ce passage, avec une raison")
            }
        }
    }
}

/// What stands for the reason of a suppression until its author writes one.
pub fn placeholder(lang: Lang) -> &'static str {
    REASON.pick(lang)
}

/// The figures that a draft could take from a claim, as a text in this language writes
/// them, without the sign of percent: the share as published, then that of everybody
/// else. None if it is no share as precise as its digits.
pub fn written(lang: Lang, claim: &Claim) -> Vec<String> {
    let Statement::Share(share) = &claim.statement else { return Vec::new() };
    let sets = [share.hard, share.hard.complement()];
    sets.iter().filter_map(|set| digits(lang, set)).collect()
}

/// The number of people that was asked, as a text in this language writes it.
pub fn people(lang: Lang, n: Sample) -> Option<String> {
    match n {
        Sample::Exactly(n) => Some(integer(lang, n)),
        _ => None,
    }
}

/// The number whose roundings are this set.
fn digits(lang: Lang, set: &ReportingSet) -> Option<String> {
    let (lo, hi) = (set.lo_f64() * 100.0, set.hi_f64() * 100.0);
    let is_unit =
        |digits: &usize| (hi - lo - 0.1_f64.powi(i32::try_from(*digits).unwrap_or(0))).abs() < 1e-9;
    let digits = (0..=3).find(is_unit)?;
    Some(decimal(lang, f64::midpoint(lo, hi), digits))
}

#[cfg(test)]
mod tests {
    use gainsay_claims::value::{Quantity, read};

    use super::*;

    #[track_caller]
    fn check(words: &str, expected: Option<[&str; 2]>) {
        let reading = read(words, None, None).expect("a figure");
        let Quantity::Share { hard, .. } = reading.quantity else { panic!("{words} is a share") };
        let found = [Lang::En, Lang::Fr].map(|lang| digits(lang, &hard));
        let expected = expected.map(|both| both.map(|one| Some(one.to_owned())));
        assert_eq!(found, expected.unwrap_or_default(), "{words}");
    }

    #[test]
    fn a_share_is_written_with_the_digits_that_it_was_published_with() {
        check("72 %", Some(["72", "72"]));
        check("27,5 %", Some(["27.5", "27,5"]));
        check("more than 70 %", None);
        check("two thirds", None);
    }

    #[test]
    fn a_remedy_has_a_name_in_both_languages() {
        let title = |remedy: &Remedy| [Lang::En, Lang::Fr].map(|lang| remedy.title(lang));
        let taken = Remedy::TakeFigure { text: "72 %\u{1b}".into() };
        assert_eq!(
            title(&taken),
            [
                "Take the figure of the source: “72 %”",
                "Reprendre le chiffre de la source\u{a0}: «\u{a0}72 %\u{a0}»"
            ]
        );
        let cited = Remedy::Cite { key: "fixture-a-2013".into() };
        assert_eq!(title(&cited), ["Cite `fixture-a-2013`", "Citer `fixture-a-2013`"]);
    }
}
