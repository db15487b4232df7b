//! What was found and is not shown, as was asked for.

use gainsay_claims::Lang;

use crate::{
    Speaker, clean,
    lang::{colon, pick, plural, semicolon},
};

/// Findings that are left out of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unshown {
    /// Those of rules that were not selected, or ignored.
    pub of_other_rules: usize,
    /// Those that were there before.
    pub since: Option<Since>,
}

/// A revision of git that a base was compared with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// As it was named.
    pub revision: String,
    /// The first digits of its commit.
    pub commit: String,
    /// What could be compared.
    pub base: EarlierBase,
    /// How many findings of today were there already, and are left out.
    pub older: usize,
}

/// A base at an earlier revision.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EarlierBase {
    /// All of it was read.
    Whole,
    /// A source was missing; what it would have raised then is new now.
    Incomplete,
    /// It could not be loaded, so that everything is new.
    Unusable,
    /// There was none, so that everything is new.
    Missing,
}

impl EarlierBase {
    /// The name under which it travels.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Whole => "whole",
            Self::Incomplete => "incomplete",
            Self::Unusable => "unusable",
            Self::Missing => "missing",
        }
    }
}

impl Speaker<'_> {
    /// What is left out, one line each; empty if nothing is.
    pub fn unshown(&self, unshown: &Unshown) -> String {
        let lines = [
            unshown.since.as_ref().map(|since| self.since(since)),
            self.of_other_rules(unshown.of_other_rules),
        ];
        lines.into_iter().flatten().map(|line| line + "\n").collect()
    }

    fn of_other_rules(&self, count: usize) -> Option<String> {
        let findings = match self.lang {
            Lang::En => plural(
                self.lang,
                count,
                "finding of another rule is not shown",
                "findings of other rules are not shown",
            ),
            Lang::Fr => plural(
                self.lang,
                count,
                "constat d'une autre règle n'est pas montré",
                "constats d'autres règles ne sont pas montrés",
            ),
        };
        (count > 0).then_some(findings)
    }

    fn since(&self, since: &Since) -> String {
        let lead = pick(self.lang, ["compared with", "comparé à"]);
        let (revision, commit) = (clean(&since.revision), clean(&since.commit));
        let older = match self.lang {
            Lang::En => plural(
                self.lang,
                since.older,
                "finding was there already, and is not shown",
                "findings were there already, and are not shown",
            ),
            Lang::Fr => plural(
                self.lang,
                since.older,
                "constat y était déjà, et n'est pas montré",
                "constats y étaient déjà, et ne sont pas montrés",
            ),
        };
        let said = match since.base {
            EarlierBase::Whole => older,
            EarlierBase::Incomplete => {
                let part = pick(
                    self.lang,
                    [
                        "a source was missing there, so that what it raises counts as new",
                        "il y manquait une source, ce qu'elle fait apparaître passe donc pour nouveau",
                    ],
                );
                format!("{older}{}{part}", semicolon(self.lang))
            }
            EarlierBase::Unusable => pick(
                self.lang,
                [
                    "the base could not be loaded there, so that everything is new",
                    "la base n'a pas pu y être chargée, tout est donc nouveau",
                ],
            )
            .to_owned(),
            EarlierBase::Missing => pick(
                self.lang,
                [
                    "there was no base there, so that everything is new",
                    "il n'y avait pas de base, tout est donc nouveau",
                ],
            )
            .to_owned(),
        };
        format!("{lead} `{revision}` ({commit}){}{said}", colon(self.lang))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[track_caller]
    fn check(unshown: &Unshown, expected: [&str; 2]) {
        let base = fixture::base();
        let said = [Lang::En, Lang::Fr].map(|lang| Speaker::new(&base, lang).unshown(unshown));
        assert_eq!(said, expected.map(|text| text.replace('~', "\u{a0}")));
    }

    #[test]
    fn what_is_left_out_is_counted() {
        check(&Unshown::default(), ["", ""]);
        check(
            &Unshown { of_other_rules: 2, since: None },
            [
                "2 findings of other rules are not shown\n",
                "2 constats d'autres règles ne sont pas montrés\n",
            ],
        );
    }

    #[test]
    fn what_was_compared_is_told() {
        let compared = |base, older| Unshown {
            since: Some(Since { revision: "main".into(), commit: "012abc".into(), base, older }),
            ..Unshown::default()
        };
        check(
            &compared(EarlierBase::Incomplete, 1),
            [
                "compared with `main` (012abc): 1 finding was there already, and is not shown; a \
                 source was missing there, so that what it raises counts as new\n",
                "comparé à `main` (012abc)~: 1 constat y était déjà, et n'est pas montré~; il y \
                 manquait une source, ce qu'elle fait apparaître passe donc pour nouveau\n",
            ],
        );
        check(
            &compared(EarlierBase::Missing, 0),
            [
                "compared with `main` (012abc): there was no base there, so that everything is new\n",
                "comparé à `main` (012abc)~: il n'y avait pas de base, tout est donc nouveau\n",
            ],
        );
    }
}
