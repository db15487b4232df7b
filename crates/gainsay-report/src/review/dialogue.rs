//! What a reviewer is asked, finding by finding.

use gainsay_claims::{
    Lang,
    facts::{Dimension, Status},
};

use super::words;
use crate::{
    clean,
    lang::{colon, pick},
};

/// What a reviewer may answer, on one line.
pub fn prompt(lang: Lang) -> String {
    let keys = [
        "[a]ccept [e]xplain [c]onfirm [f]alse positive [d]efer [r]eject a study [s]kip [q]uit [?] ",
        "[a]ccepter [e]xpliquer [c]onfirmer [f]aux positif [d]ifférer [r]ejeter une étude \
         [s]uivant [q]uitter [?] ",
    ];
    pick(lang, keys).to_owned()
}

/// What each answer means.
pub fn help(lang: Lang) -> String {
    let texts = [
        "a  accept: explained by the differences that the rule names, you say why; renewed as \
         it was, if you judged it before\n\
         e  explain: you say in what the studies differ, and how directly they compare\n\
         c  confirm: it is a contradiction; it stays visible, and fails no gate\n\
         f  false positive: the rule is wrong here\n\
         d  defer: nobody has judged it yet\n\
         r  reject: a study is no evidence, whatever it contradicts\n\
         s  skip: ask again another time\n\
         q  quit: what is answered is written\n",
        "a  accepter\u{a0}: expliqué par les différences que nomme la règle, dire pourquoi\u{a0}; \
         reconduit tel quel s'il y avait un verdict de soi\n\
         e  expliquer\u{a0}: dire en quoi les études diffèrent, et à quel point elles se comparent\n\
         c  confirmer\u{a0}: c'est une contradiction\u{a0}; elle reste visible et ne bloque rien\n\
         f  faux positif\u{a0}: la règle se trompe ici\n\
         d  différer\u{a0}: personne n'a encore jugé\n\
         r  rejeter\u{a0}: une étude ne prouve rien, quoi qu'elle contredise\n\
         s  suivant\u{a0}: redemander une autre fois\n\
         q  quitter\u{a0}: ce qui est répondu est écrit\n",
    ];
    pick(lang, texts).to_owned()
}

/// What more is to be known of an answer.
#[derive(Clone, Copy, Debug)]
pub enum Question<'a> {
    /// In what the studies differ; these if nothing else is said.
    Causes(&'a [Dimension]),
    /// How directly they bear on the same thing.
    Directness,
    /// Why; this if nothing else is said.
    Reason(Option<&'a str>),
    /// Which study, by its number.
    Study(&'a [String]),
}

/// A question, up to the place where the answer is written.
pub fn question(lang: Lang, question: Question<'_>) -> String {
    let text = match question {
        Question::Causes(named) => {
            let all = words::dimensions(lang);
            let named: Vec<&str> = named.iter().map(|one| words::of(lang, *one)).collect();
            let lead = pick(lang, ["they differ in", "elles diffèrent par"]);
            let usual =
                if named.is_empty() { String::new() } else { format!(" [{}]", named.join(", ")) };
            format!("{lead} ({all}){usual}")
        }
        Question::Directness => pick(
            lang,
            [
                "how directly they compare, such as `wording=low base=high`, with low, moderate, \
                 high or exact [nothing]",
                "à quel point elles se comparent, par exemple `formulation=faible base=élevée`, \
                 avec faible, moyenne, élevée ou exacte [rien]",
            ],
        )
        .to_owned(),
        Question::Reason(usual) => {
            let usual = usual.map(|usual| format!(" [{usual}]")).unwrap_or_default();
            format!("{}{usual}", pick(lang, ["why", "pourquoi"]))
        }
        Question::Study(studies) => {
            let numbered = studies.iter().enumerate();
            let lines: String = numbered
                .map(|(index, study)| format!("  {}  {}\n", index + 1, clean(study)))
                .collect();
            format!("{lines}{}", pick(lang, ["which number", "quel numéro"]))
        }
    };
    format!("{text}{}", colon(lang))
}

/// The reason of a verdict that says itself why; none where a reviewer has to.
pub fn usual_reason(lang: Lang, status: Status) -> Option<&'static str> {
    match status {
        Status::Deferred => Some(pick(lang, ["not judged yet", "pas encore jugé"])),
        Status::Explained | Status::Confirmed | Status::FalsePositive => None,
    }
}

/// Said of a question that was left empty and has no usual answer.
pub fn unanswered(lang: Lang) -> String {
    let texts = [
        "nothing was said; Ctrl-D goes back to the finding\n",
        "rien n'a été dit\u{a0}; Ctrl-D revient au constat\n",
    ];
    pick(lang, texts).to_owned()
}

/// Said of a line that is no text, as of a terminal with another encoding.
pub fn not_text(lang: Lang) -> String {
    let texts = [
        "this is not text in UTF-8, and was not read; say it again\n",
        "ce n'est pas du texte en UTF-8, et n'a pas été lu\u{a0}; le redire\n",
    ];
    pick(lang, texts).to_owned()
}

/// Said of a key that stands for no answer, before what each means.
pub fn unknown_key(lang: Lang, key: &str) -> String {
    let key = clean(key);
    match lang {
        Lang::En => format!("`{key}` is no answer; there are:\n"),
        Lang::Fr => format!("`{key}` n'est pas une réponse\u{a0}; il y a\u{a0}:\n"),
    }
}

/// Said where there is nothing to accept.
pub fn no_difference(lang: Lang) -> String {
    let texts = [
        "the rule names no difference; explain it yourself with e\n",
        "la règle ne nomme aucune différence\u{a0}; l'expliquer soi-même avec e\n",
    ];
    pick(lang, texts).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_answer_has_the_letter_that_the_program_reads() {
        for lang in [Lang::En, Lang::Fr] {
            for letter in ["a", "e", "c", "f", "d", "r", "s", "q"] {
                assert!(prompt(lang).contains(&format!("[{letter}]")), "{letter}");
                assert!(help(lang).contains(&format!("{letter}  ")), "{letter}");
            }
        }
    }

    #[test]
    fn the_causes_are_asked_in_the_words_of_the_reader() {
        let said = question(Lang::Fr, Question::Causes(&[Dimension::Wording, Dimension::Period]));
        assert!(said.ends_with("commanditaire) [formulation, période]\u{a0}: "), "{said}");
    }
}
