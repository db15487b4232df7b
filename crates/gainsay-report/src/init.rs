//! What `gainsay init` made, and what is to be done next.

use gainsay_claims::Lang;
use jiff::civil::Date;

use crate::{
    clean,
    lang::{colon, in_words, pick, plural},
};

/// Files of a fresh base, by their paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// Those that were made.
    pub files: Vec<String>,
    /// Those that were there already.
    pub left_alone: Vec<String>,
}

/// Findings that were deferred all at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adopted {
    /// Where that is recorded.
    pub file: String,
    /// How many there are.
    pub findings: usize,
    /// How many more stay as they are, as somebody judged them before.
    pub judged: usize,
    /// The last day on which it holds.
    pub until: Date,
}

/// Why findings are deferred that nobody has looked at yet.
pub fn baseline_reason(lang: Lang) -> &'static str {
    pick(lang, ["there already when the base was adopted", "présent dès l'adoption de la base"])
}

/// Lists the files, and what is to be done next where something was made.
pub fn render(lang: Lang, made: &Made) -> String {
    let mut text = listed(pick(lang, ["made:", "créé\u{a0}:"]), &made.files);
    let there = ["there already, and left alone:", "déjà présent, et laissé tel quel\u{a0}:"];
    text += &listed(pick(lang, there), &made.left_alone);
    if !made.files.is_empty() {
        text += next(lang);
    }
    text
}

/// Tells what was deferred, and what was not.
pub fn adopted(lang: Lang, adopted: &Adopted) -> String {
    let findings = match lang {
        Lang::En => plural(lang, adopted.findings, "finding deferred", "findings deferred"),
        Lang::Fr => plural(lang, adopted.findings, "constat différé", "constats différés"),
    };
    let until = pick(lang, ["until", "jusqu'au"]);
    let (file, day) = (clean(&adopted.file), in_words(lang, &adopted.until.to_string()));
    let judged = match (adopted.judged, lang) {
        (0, _) => String::new(),
        (count, Lang::En) => {
            let findings = plural(lang, count, "finding", "findings");
            format!(
                "{findings} not deferred: somebody judged before; to be judged again with `gainsay review`\n"
            )
        }
        (count, Lang::Fr) => {
            let findings = plural(lang, count, "constat non différé", "constats non différés");
            format!(
                "{findings}\u{a0}: quelqu'un en a déjà jugé\u{a0}; à revoir avec `gainsay review`\n"
            )
        }
    };
    format!("{file}{}{findings} {until} {day}\n{judged}", colon(lang))
}

fn listed(lead: &str, files: &[String]) -> String {
    if files.is_empty() {
        return String::new();
    }
    let lines: String = files.iter().map(|file| format!("  {}\n", clean(file))).collect();
    format!("{lead}\n{lines}")
}

fn next(lang: Lang) -> &'static str {
    pick(
        lang,
        [
            "next: add sources to gainsay.toml, and look with `gainsay check`; \
             `git config core.hooksPath .githooks` checks before every commit; \
             the workflow says what it needs\n",
            "ensuite\u{a0}: ajouter des sources à gainsay.toml, et regarder avec `gainsay check`\u{a0}; \
             `git config core.hooksPath .githooks` vérifie avant chaque validation\u{a0}; \
             le workflow dit ce dont il a besoin\n",
        ],
    )
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn what_was_there_is_told_apart() {
        let made = Made { files: vec!["a".into()], left_alone: vec!["b\u{1b}".into()] };
        let told = render(Lang::En, &made);
        assert!(told.starts_with("made:\n  a\nthere already, and left alone:\n  b\nnext: "));
        let nothing = Made { files: Vec::new(), ..made };
        let french = "déjà présent, et laissé tel quel\u{a0}:\n  b\n";
        assert_eq!(render(Lang::Fr, &nothing), french);
    }

    #[test]
    fn what_was_judged_is_told_to_stay() {
        let until = date(2027, 11, 1);
        let mut done = Adopted { file: "c".into(), findings: 2, judged: 0, until };
        let told = "c\u{a0}: 2 constats différés jusqu'au 1er novembre 2027\n";
        assert_eq!(adopted(Lang::Fr, &done), told);
        done.judged = 1;
        let told = "c: 2 findings deferred until 1 November 2027\n\
                    1 finding not deferred: somebody judged before; to be judged again with `gainsay review`\n";
        assert_eq!(adopted(Lang::En, &done), told);
    }
}
