//! What `gainsay init` made, and what is to be done next.

use gainsay_claims::Lang;

use crate::{clean, lang::pick};

/// Files of a fresh base, by their paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// Those that were made.
    pub files: Vec<String>,
    /// Those that were there already.
    pub left_alone: Vec<String>,
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
}
