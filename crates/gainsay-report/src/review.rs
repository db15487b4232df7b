//! What reviewers are shown and asked.

use gainsay_claims::{
    Diagnostic, Lang,
    diagnostic::Note,
    facts::{Dimension, Directness, Fact, ReviewState, Status},
};
use gainsay_verdict::kappa::Agreement;
use jiff::civil::Date;

use crate::{
    Speaker, clean,
    lang::{colon, decimal, in_words, level, percent, pick, plural, semicolon, status_name},
};

/// A finding in a few lines: what it is, its key, and what was answered and changed.
pub fn entry(speaker: Speaker<'_>, finding: &Diagnostic) -> String {
    let state = finding.review.as_ref().map_or(ReviewState::Open, |review| review.state);
    let is_answer = |fact: &&Fact| matches!(fact, Fact::Verdict(_));
    let facts = finding.notes.iter().flat_map(|note: &Note| &note.facts).filter(is_answer);
    let lines: String = facts.map(|fact| format!("    {}\n", speaker.fact(fact))).collect();
    format!(
        "{}{}{}\n  {} ({})\n{lines}",
        level(speaker.lang, finding.check.level),
        colon(speaker.lang),
        speaker.headline(finding),
        clean(&finding.key()),
        speaker.review_state(state),
    )
}

/// How many findings there are to answer.
pub fn backlog(lang: Lang, chosen: &[Diagnostic]) -> String {
    let many = match lang {
        Lang::En => plural(lang, chosen.len(), "finding", "findings"),
        Lang::Fr => plural(lang, chosen.len(), "constat", "constats"),
    };
    format!("{many}\n")
}

/// How many come after this one.
pub fn left(lang: Lang, count: usize) -> String {
    let more = plural(lang, count, pick(lang, ["more", "autre"]), pick(lang, ["more", "autres"]));
    format!("({more})\n")
}

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
        "a  accept: explained by the differences that the rule names; renewed as it was, if it \
         was judged before\n\
         e  explain: you say in what the studies differ, and how directly they compare\n\
         c  confirm: it is a contradiction; it stays visible, and fails no gate\n\
         f  false positive: the rule is wrong here\n\
         d  defer: nobody has judged it yet\n\
         r  reject: a study is no evidence, whatever it contradicts\n\
         s  skip: ask again another time\n\
         q  quit: what is answered is written\n",
        "a  accepter\u{a0}: expliqué par les différences que nomme la règle\u{a0}; reconduit tel \
         quel s'il y avait un verdict\n\
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
            let all = Dimension::ALL.map(Dimension::name).join(", ");
            let named: Vec<&str> = named.iter().map(|one| one.name()).collect();
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
                "à quel point elles se comparent, par exemple `wording=low base=high`, avec low, \
                 moderate, high ou exact [rien]",
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

/// Why a word was not understood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// No name and degree with `=` between them.
    Rating,
    /// No name of a dimension.
    Dimension,
    /// No name of a degree.
    Degree,
}

/// What could have been written.
pub fn unread(lang: Lang, why: Unread) -> String {
    let dimensions = || Dimension::ALL.map(Dimension::name).join(", ");
    let degrees = || Directness::ALL.map(Directness::name).join(", ");
    match (why, lang) {
        (Unread::Rating, Lang::En) => "not of the form `wording=low`".to_owned(),
        (Unread::Rating, Lang::Fr) => "pas de la forme `wording=low`".to_owned(),
        (Unread::Dimension, Lang::En) => format!("the dimensions are {}", dimensions()),
        (Unread::Dimension, Lang::Fr) => format!("les dimensions sont {}", dimensions()),
        (Unread::Degree, Lang::En) => format!("the degrees are {}", degrees()),
        (Unread::Degree, Lang::Fr) => format!("les degrés sont {}", degrees()),
    }
}

/// The reason that is written where none is given; none where one is needed.
pub fn usual_reason(lang: Lang, status: Status) -> Option<&'static str> {
    match status {
        Status::Explained => Some(pick(
            lang,
            ["the differences that the rule names", "les différences que nomme la règle"],
        )),
        Status::Deferred => Some(pick(lang, ["not judged yet", "pas encore jugé"])),
        Status::Confirmed | Status::FalsePositive => None,
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

/// Said of an answer without a reason.
pub fn no_reason(lang: Lang) -> String {
    pick(lang, ["a verdict needs a reason\n", "un verdict demande une raison\n"]).to_owned()
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

/// Said of a verdict that was removed.
pub fn removed(lang: Lang, key: &str, file: &str) -> String {
    let (key, file) = (clean(key), clean(file));
    match lang {
        Lang::En => format!("verdict on `{key}` removed from {file}\n"),
        Lang::Fr => format!("verdict sur `{key}` supprimé de {file}\n"),
    }
}

/// How far reviewers agree, a line for the status and one for directness.
pub fn agreement(lang: Lang, status: Option<Agreement>, directness: Option<Agreement>) -> String {
    let rows = [
        (pick(lang, ["status", "statut"]), status),
        (pick(lang, ["directness", "comparabilité directe"]), directness),
    ];
    rows.iter()
        .map(|(name, found)| format!("{name}{}{}\n", colon(lang), row(lang, *found)))
        .collect()
}

fn row(lang: Lang, found: Option<Agreement>) -> String {
    let Some(found) = found else {
        let texts = ["nothing was rated by two reviewers", "rien n'a été jugé par deux relecteurs"];
        return pick(lang, texts).to_owned();
    };
    let (observed, subjects) = (percent(lang, found.observed), found.subjects);
    let kappa = match found.kappa {
        Some(kappa) => format!("kappa {}", decimal(lang, kappa, 2)),
        None => pick(
            lang,
            [
                "no kappa, as all ratings are the same",
                "pas de kappa, toutes les réponses étant les mêmes",
            ],
        )
        .to_owned(),
    };
    let (rated, raters) = match lang {
        Lang::En => (
            plural(lang, subjects, "thing rated twice or more", "things rated twice or more"),
            plural(lang, found.raters, "reviewer", "reviewers"),
        ),
        Lang::Fr => (
            plural(
                lang,
                subjects,
                "objet jugé au moins deux fois",
                "objets jugés au moins deux fois",
            ),
            plural(lang, found.raters, "relecteur", "relecteurs"),
        ),
    };
    let agree = pick(lang, ["pairs of ratings agree", "des paires de réponses s'accordent"]);
    let of = pick(lang, [" of ", " "]);
    let then = semicolon(lang);
    format!("{kappa}{then}{observed}{of}{agree}{then}{rated}, {raters}")
}

#[cfg(test)]
mod tests {
    use gainsay_claims::facts::{Answer, Field, Reviewed, VerdictFact};
    use jiff::civil::date;

    use super::*;
    use crate::fixture;

    #[test]
    fn a_stale_finding_shows_what_changed_and_no_more() {
        let base = fixture::base();
        let mut finding = fixture::conflict();
        let answer = Answer {
            status: Status::Confirmed,
            cause: Vec::new(),
            who: "A".to_owned(),
            on: date(2026, 10, 2),
            until: date(2027, 10, 2),
            reason: "both asked adults".to_owned(),
        };
        let changed = VerdictFact::Changed {
            claim: "fixture-a/2013/bought".to_owned(),
            field: Field::N,
            from: None,
            to: Some("1004".to_owned()),
        };
        let given = VerdictFact::Given(Box::new(answer.clone()));
        finding = finding.note(Fact::Verdict(given)).note(Fact::Verdict(changed));
        finding.review =
            Some(Box::new(Reviewed { state: ReviewState::Stale, answers: vec![answer] }));
        let said = |lang| {
            entry(Speaker::new(&base, lang), &finding)
                .replace('\u{a0}', "~")
                .replace('\u{202f}', "_")
        };
        insta::assert_snapshot!(said(Lang::En), @"
        error: comparable studies disagree: bought because of social media
          diverging-shares:bought (stale)
            confirmed (A, 2 October 2026): both asked adults
            since then `fixture-a/2013/bought`: n not disclosed → 1,004
        ");
        insta::assert_snapshot!(said(Lang::Fr), @"
        erreur~: des études comparables se contredisent : a acheté à cause des médias sociaux
          diverging-shares:bought (périmé)
            confirmé (A, 2 octobre 2026)~: both asked adults
            depuis, `fixture-a/2013/bought`~: n non communiqué → 1_004
        ");
    }

    #[test]
    fn agreement_is_told_with_what_it_rests_on() {
        let found = Agreement { raters: 2, subjects: 50, observed: 0.7, kappa: Some(0.4) };
        let said = agreement(Lang::En, Some(found), None);
        insta::assert_snapshot!(said, @"
        status: kappa 0.40; 70% of pairs of ratings agree; 50 things rated twice or more, 2 reviewers
        directness: nothing was rated by two reviewers
        ");
        let alike = Agreement { kappa: None, observed: 1.0, ..found };
        let said =
            agreement(Lang::Fr, Some(alike), None).replace('\u{a0}', "~").replace('\u{202f}', "_");
        insta::assert_snapshot!(said, @"
        statut~: pas de kappa, toutes les réponses étant les mêmes~; 100_% des paires de réponses s'accordent~; 50 objets jugés au moins deux fois, 2 relecteurs
        comparabilité directe~: rien n'a été jugé par deux relecteurs
        ");
    }

    #[test]
    fn each_answer_has_the_letter_that_the_program_reads() {
        for lang in [Lang::En, Lang::Fr] {
            for letter in ["a", "e", "c", "f", "d", "r", "s", "q"] {
                assert!(prompt(lang).contains(&format!("[{letter}]")), "{letter}");
                assert!(help(lang).contains(&format!("{letter}  ")), "{letter}");
            }
        }
    }
}
