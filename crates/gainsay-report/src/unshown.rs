//! What was found and is not shown, as was asked for.

use gainsay_claims::Lang;

use crate::{Speaker, lang::plural};

/// Findings that are left out of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unshown {
    /// Those of rules that were not selected, or ignored.
    pub of_other_rules: usize,
}

impl Speaker<'_> {
    /// What is left out, one line each; empty if nothing is.
    pub fn unshown(&self, unshown: &Unshown) -> String {
        self.of_other_rules(unshown.of_other_rules).into_iter().collect()
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
        (count > 0).then(|| findings + "\n")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn what_is_left_out_is_counted() {
        let base = fixture::base();
        let said =
            |lang, of_other_rules| Speaker::new(&base, lang).unshown(&Unshown { of_other_rules });
        assert_eq!(said(Lang::En, 0), "");
        assert_eq!(said(Lang::En, 1), "1 finding of another rule is not shown\n");
        assert_eq!(said(Lang::Fr, 2), "2 constats d'autres règles ne sont pas montrés\n");
    }
}
