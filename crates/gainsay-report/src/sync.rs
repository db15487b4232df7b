//! What became of the tables of drafts.

use gainsay_claims::{Lang, facts::MarkProblem};

use crate::{
    clean,
    lang::{colon, mark_problem, pick, plural},
};

/// A place in a draft and what is to be told of it.
#[derive(Clone, Debug)]
pub struct Remark<'a> {
    /// The draft's path as given.
    pub path: &'a str,
    /// Its text.
    pub text: &'a str,
    /// The byte of the text that is meant.
    pub at: usize,
    /// What is to be told.
    pub says: Says<'a>,
}

/// What is to be told of a place in a draft.
#[derive(Clone, Debug)]
pub enum Says<'a> {
    /// The table was written.
    Refreshed(&'a str),
    /// The table is not what the base holds now, or is set otherwise.
    Stale(&'a str),
    /// The table stands between no marks, and is not what the base holds now.
    Unmarked {
        /// What it is the table of.
        table: &'a str,
        /// The lines to put before and after it.
        marks: &'a [String; 2],
    },
    /// The marks are not in order.
    Marks(&'a MarkProblem),
    /// Why there is no such table, in words.
    Refused(&'a str),
}

/// `path:line:col: what is told`; columns count characters.
pub fn remark(lang: Lang, remark: &Remark<'_>) -> String {
    let before = remark.text.get(..remark.at).unwrap_or_default();
    let before = before.strip_prefix('\u{feff}').unwrap_or(before);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    format!("{}:{line}:{column}: {}\n", clean(remark.path), says(lang, &remark.says))
}

fn says(lang: Lang, says: &Says<'_>) -> String {
    match says {
        Says::Refreshed(table) => {
            format!("`{}` {}", clean(table), pick(lang, ["refreshed", "actualisé"]))
        }
        Says::Stale(table) => {
            format!("`{}` {}", clean(table), pick(lang, ["is not up to date", "n'est pas à jour"]))
        }
        Says::Unmarked { table, marks } => {
            let (table, [begin, end]) = (clean(table), marks.each_ref().map(|mark| clean(mark)));
            match lang {
                Lang::En => format!(
                    "`{table}` is not up to date and stands between no marks: put `{begin}` \
                     before it and `{end}` after it"
                ),
                Lang::Fr => format!(
                    "`{table}` n'est pas à jour et n'est entre aucune balise\u{a0}: mettre \
                     `{begin}` avant et `{end}` après"
                ),
            }
        }
        Says::Marks(problem) => told(lang, &mark_problem(lang, problem)),
        Says::Refused(why) => told(lang, why),
    }
}

/// Why a table was left as it is.
fn told(lang: Lang, why: &str) -> String {
    let lead = pick(lang, ["error", "erreur"]);
    format!("{lead}{}{why}", colon(lang))
}

/// How many tables of all drafts are what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Written.
    pub refreshed: usize,
    /// Not up to date, and not written.
    pub stale: usize,
    /// Up to date before.
    pub current: usize,
    /// Between marks where nothing can be written.
    pub failed: usize,
}

/// The last line: how many tables are what.
pub fn summary(lang: Lang, counts: &Counts) -> String {
    let kinds = [
        (
            counts.refreshed,
            ["table refreshed", "tableau actualisé"],
            ["tables refreshed", "tableaux actualisés"],
        ),
        (
            counts.stale,
            ["table not up to date", "tableau pas à jour"],
            ["tables not up to date", "tableaux pas à jour"],
        ),
        (
            counts.current,
            ["table up to date", "tableau à jour"],
            ["tables up to date", "tableaux à jour"],
        ),
        (
            counts.failed,
            ["mark not usable", "balise inutilisable"],
            ["marks not usable", "balises inutilisables"],
        ),
    ];
    let kinds: Vec<String> = kinds
        .into_iter()
        .filter(|(count, ..)| *count > 0)
        .map(|(count, one, many)| plural(lang, count, pick(lang, one), pick(lang, many)))
        .collect();
    if kinds.is_empty() {
        let nothing = ["no marks of tables", "aucune balise de tableau"];
        return format!("{}\n", pick(lang, nothing));
    }
    kinds.join(", ") + "\n"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters_and_no_byte_order_mark() {
        let text = "\u{feff}é: x\r\nété x";
        let told = |at, lang| {
            let says = Says::Stale("a[b=c]");
            remark(lang, &Remark { path: "d.md", text, at, says })
        };
        let first = text.find('x').expect("it is there");
        assert_eq!(told(first, Lang::En), "d.md:1:4: `a[b=c]` is not up to date\n");
        let second = text.rfind('x').expect("it is there");
        assert_eq!(told(second, Lang::Fr), "d.md:2:5: `a[b=c]` n'est pas à jour\n");
    }

    #[test]
    fn every_problem_is_told_in_both_languages() {
        let name = || "columns".to_owned();
        let problems = [
            MarkProblem::NoTable,
            MarkProblem::NoEnd,
            MarkProblem::NoBegin,
            MarkProblem::Nested,
            MarkProblem::NotAlone,
            MarkProblem::UnknownOption { name: "column".into(), nearest: Some(name()) },
            MarkProblem::UnknownOption { name: "x".into(), nearest: None },
            MarkProblem::DoubledOption { name: name() },
            MarkProblem::NoValue { name: name() },
            MarkProblem::NeedlessValue { name: "all".into() },
            MarkProblem::OpenQuote,
            MarkProblem::BreaksOut,
        ];
        let lines = problems.iter().flat_map(|problem| {
            [Lang::En, Lang::Fr].map(|lang| {
                let says = Says::Marks(problem);
                remark(lang, &Remark { path: "d.md", text: "", at: 0, says })
            })
        });
        insta::assert_snapshot!(lines.collect::<String>());
    }

    #[test]
    fn only_what_there_is_is_counted() {
        let counts = Counts { refreshed: 2, current: 1, ..Counts::default() };
        assert_eq!(summary(Lang::En, &counts), "2 tables refreshed, 1 table up to date\n");
        assert_eq!(summary(Lang::Fr, &counts), "2 tableaux actualisés, 1 tableau à jour\n");
        assert_eq!(summary(Lang::En, &Counts::default()), "no marks of tables\n");
    }
}
