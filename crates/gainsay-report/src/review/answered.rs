//! What was written, said once it is.

use gainsay_claims::{Lang, facts::Status};
use jiff::civil::Date;

use crate::{
    clean,
    lang::{colon, in_words, plural, status_name},
};

/// A day in words.
pub fn day(lang: Lang, day: Date) -> String {
    in_words(lang, &day.to_string())
}

/// Said of what is not put off, as its reviewers disagree.
pub fn disputed(lang: Lang, key: &str) -> String {
    let key = clean(key);
    match lang {
        Lang::En => {
            format!("`{key}` not deferred: reviewers disagree, and have to agree first\n")
        }
        Lang::Fr => format!(
            "`{key}` non différé\u{a0}: les relecteurs ne s'accordent pas, et doivent s'entendre\n"
        ),
    }
}

/// Said of a verdict that was written.
pub fn recorded(lang: Lang, key: &str, status: Status, until: Date, file: &str) -> String {
    let (key, file) = (clean(key), clean(file));
    let (status, until) = (status_name(lang, status), day(lang, until));
    match lang {
        Lang::En => format!("`{key}` {status} until {until}, in {file}\n"),
        Lang::Fr => format!("`{key}` {status} jusqu'au {until}, dans {file}\n"),
    }
}

/// Said of a rejection that was written.
pub fn rejected(lang: Lang, study: &str, file: &str) -> String {
    let (study, file) = (clean(study), clean(file));
    match lang {
        Lang::En => format!("study `{study}` is no evidence any more, in {file}\n"),
        Lang::Fr => format!("l'étude `{study}` n'est plus une preuve, dans {file}\n"),
    }
}

/// How many verdicts a rejected study took the ground from: those on what has changed since,
/// and those on what is not found any more. Empty where there are none.
pub fn shaken(lang: Lang, stale: usize, unmatched: usize) -> String {
    let line = |count: usize, en: [&str; 2], fr: [&str; 2]| {
        let [one, many] = match lang {
            Lang::En => en,
            Lang::Fr => fr,
        };
        (count > 0).then(|| plural(lang, count, one, many))
    };
    let stale = line(
        stale,
        ["verdict relied on something else", "verdicts relied on something else"],
        ["verdict reposait sur autre chose", "verdicts reposaient sur autre chose"],
    );
    let stale = stale.map(|told| format!("{told}{}`gainsay review --stale`\n", colon(lang)));
    // They are answers again when the rejection ends.
    let unmatched = line(
        unmatched,
        [
            "verdict answers nothing while the study is rejected",
            "verdicts answer nothing while the study is rejected",
        ],
        [
            "verdict ne répond à rien tant que l'étude est rejetée",
            "verdicts ne répondent à rien tant que l'étude est rejetée",
        ],
    );
    let unmatched = unmatched.map(|told| told + "\n");
    [stale, unmatched].into_iter().flatten().collect()
}

/// Said of a verdict that was removed.
pub fn removed(lang: Lang, key: &str, file: &str) -> String {
    let (key, file) = (clean(key), clean(file));
    match lang {
        Lang::En => format!("verdict on `{key}` removed from {file}\n"),
        Lang::Fr => format!("verdict sur `{key}` supprimé de {file}\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verdicts_that_lost_their_ground_are_counted() {
        assert_eq!(shaken(Lang::En, 0, 0), "");
        let told = "2 verdicts relied on something else: `gainsay review --stale`\n\
                    1 verdict answers nothing while the study is rejected\n";
        assert_eq!(shaken(Lang::En, 2, 1), told);
        let told = "1 verdict reposait sur autre chose\u{a0}: `gainsay review --stale`\n";
        assert_eq!(shaken(Lang::Fr, 1, 0), told);
    }
}
