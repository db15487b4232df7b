//! What is wrong with a file of verdicts, in words.

use gainsay_claims::{
    Lang,
    facts::{Form, VerdictProblem},
};

use super::verdict::pick_owned;
use crate::{Speaker, clean};

impl Speaker<'_> {
    /// What is wrong with a verdict as it is written.
    pub(crate) fn verdict_problem(&self, problem: &VerdictProblem) -> String {
        let [en, fr] = match problem {
            VerdictProblem::Missing { field } => {
                [format!("`{field}` is missing"), format!("il manque `{field}`")]
            }
            VerdictProblem::Empty { field } => {
                let field = clean(field);
                [
                    format!("`{field}` is empty; say something or delete the block"),
                    format!("`{field}` est vide\u{a0}; dire quelque chose ou supprimer le bloc"),
                ]
            }
            VerdictProblem::Form { field, form } => {
                let (field, [en, fr]) = (clean(field), form_name(*form));
                [format!("`{field}` is no {en}"), format!("`{field}` n'est pas {fr}")]
            }
            VerdictProblem::UnknownField { field, nearest } => {
                return self.unknown_field(field, nearest.as_deref());
            }
            VerdictProblem::UnknownSchema => [
                "written for another version of gainsay, so nothing of it is read".to_owned(),
                "écrit pour une autre version de gainsay, donc rien n'en est lu".to_owned(),
            ],
            VerdictProblem::NoCause => [
                "`explained` needs a `cause`, such as `[\"wording\", \"base\"]`".to_owned(),
                "`explained` demande une `cause`, par exemple `[\"wording\", \"base\"]`".to_owned(),
            ],
            VerdictProblem::Backwards => {
                ["`until` comes before `on`".to_owned(), "`until` précède `on`".to_owned()]
            }
            VerdictProblem::Early { today } => {
                let today = self.day(&today.to_string());
                [
                    format!("`on` is yet to come: today is {today}"),
                    format!("`on` est à venir\u{a0}: nous sommes le {today}"),
                ]
            }
            VerdictProblem::TooLong { latest } => {
                let latest = self.day(&latest.to_string());
                [
                    format!("a verdict holds for a year at most, here until {latest}"),
                    format!("un verdict vaut un an au plus, ici jusqu'au {latest}"),
                ]
            }
        };
        pick_owned(self.lang, en, fr)
    }

    fn unknown_field(&self, field: &str, nearest: Option<&str>) -> String {
        let field = clean(field);
        match (self.lang, nearest) {
            (Lang::En, None) => format!("there is no field `{field}`"),
            (Lang::En, Some(near)) => {
                format!("there is no field `{field}`; the nearest is `{near}`")
            }
            (Lang::Fr, None) => format!("il n'y a pas de champ `{field}`"),
            (Lang::Fr, Some(near)) => {
                format!("il n'y a pas de champ `{field}`\u{a0}; le plus proche est `{near}`")
            }
        }
    }
}

fn form_name(form: Form) -> [&'static str; 2] {
    match form {
        Form::Text => {
            ["text; write it between quotation marks", "un texte\u{a0}; l'écrire entre guillemets"]
        }
        Form::Date => [
            "date; write `2027-10-02`, without quotation marks",
            "une date\u{a0}; écrire `2027-10-02`, sans guillemets",
        ],
        Form::List => ["list; write `[\"…\", \"…\"]`", "une liste\u{a0}; écrire `[\"…\", \"…\"]`"],
        Form::Table => ["table; write `{ … = \"…\" }`", "une table\u{a0}; écrire `{ … = \"…\" }`"],
        Form::Blocks => [
            "block; write each under a heading `[[…]]`",
            "un bloc\u{a0}; écrire chacun sous un titre `[[…]]`",
        ],
    }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::EvidenceBase;
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_problem_tells_how_to_write_it() {
        let base = EvidenceBase::default();
        let said = |lang, problem| Speaker::new(&base, lang).verdict_problem(&problem);
        let form = || VerdictProblem::Form { field: "on".to_owned(), form: Form::Date };
        assert_eq!(
            said(Lang::En, form()),
            "`on` is no date; write `2027-10-02`, without quotation marks"
        );
        assert_eq!(
            said(Lang::Fr, form()),
            "`on` n'est pas une date\u{a0}; écrire `2027-10-02`, sans guillemets"
        );
        let empty = || VerdictProblem::Empty { field: "reason".to_owned() };
        let said_empty = "`reason` is empty; say something or delete the block";
        assert_eq!(said(Lang::En, empty()), said_empty);
        assert!(said(Lang::Fr, empty()).starts_with("`reason` est vide"));
        let latest = date(2027, 10, 2);
        assert_eq!(
            said(Lang::Fr, VerdictProblem::TooLong { latest }),
            "un verdict vaut un an au plus, ici jusqu'au 2 octobre 2027"
        );
    }
}
