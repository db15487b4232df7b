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
    /// What was deferred, if that was asked for.
    pub adopted: Option<Adopted>,
}

/// Findings that were deferred all at once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Adopted {
    /// Where that is recorded.
    pub file: String,
    /// How many there are.
    pub findings: usize,
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
    text += &made.adopted.as_ref().map(|one| adopted(lang, one)).unwrap_or_default();
    if !made.files.is_empty() {
        text += next(lang);
    }
    text
}

fn adopted(lang: Lang, adopted: &Adopted) -> String {
    let findings = match lang {
        Lang::En => plural(lang, adopted.findings, "finding deferred", "findings deferred"),
        Lang::Fr => plural(lang, adopted.findings, "constat reporté", "constats reportés"),
    };
    let until = pick(lang, ["until", "jusqu'au"]);
    let (file, day) = (clean(&adopted.file), in_words(lang, &adopted.until.to_string()));
    format!("{file}{}{findings} {until} {day}\n", colon(lang))
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
        let made =
            Made { files: vec!["a".into()], left_alone: vec!["b\u{1b}".into()], ..Made::default() };
        let told = render(Lang::En, &made);
        assert!(told.starts_with("made:\n  a\nthere already, and left alone:\n  b\nnext: "));
        let adopted = Adopted { file: "c".into(), findings: 2, until: date(2027, 11, 1) };
        let nothing = Made { files: Vec::new(), adopted: Some(adopted), ..made };
        let french = "déjà présent, et laissé tel quel\u{a0}:\n  b\n\
                      c\u{a0}: 2 constats reportés jusqu'au 1er novembre 2027\n";
        assert_eq!(render(Lang::Fr, &nothing), french);
    }
}
