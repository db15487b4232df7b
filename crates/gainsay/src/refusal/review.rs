//! Verdicts that cannot be given.

use gainsay_claims::{Lang, Said};
use gainsay_report::{clean, review::day};
use gainsay_verdict::EditError;
use jiff::civil::Date;

/// Why a verdict cannot be given.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ReviewRefusal {
    /// Nobody is named, and git knows nobody.
    #[error("no reviewer")]
    NoReviewer,
    /// The beginning of several keys.
    #[error("ambiguous key")]
    Ambiguous {
        /// The beginning.
        key: String,
        /// The keys that begin so.
        matches: Vec<String>,
    },
    /// No reason is given where one is needed.
    #[error("no reason")]
    NoReason {
        /// The finding or the study.
        about: String,
    },
    /// A study that the same reviewer rejects already.
    #[error("rejected already")]
    RejectedAlready {
        /// The study.
        study: String,
        /// Since when.
        on: Date,
        /// Where that is written.
        file: String,
    },
    /// A form of output for what is no list of findings.
    #[error("no list")]
    NoList,
    /// An explanation that names no difference, of a finding that names none.
    #[error("no cause")]
    NoCause {
        /// The finding.
        key: String,
    },
    /// An end before today, or later than a year from today.
    #[error("bad end")]
    BadEnd {
        /// The last day that is possible, where there is one.
        latest: Option<Date>,
    },
    /// A file of verdicts that cannot be changed.
    #[error("file cannot be changed")]
    NotChanged {
        /// The file.
        file: String,
        /// Why.
        #[source]
        error: EditError,
    },
    /// A file of verdicts that cannot be read or written.
    #[error("file cannot be written")]
    NotWritten {
        /// The file.
        file: String,
        /// Why.
        #[source]
        error: std::io::Error,
    },
}

/// What a parser says, where that is known.
fn in_french(message: &str) -> String {
    clean(Said::of_parser(message).pick(Lang::Fr))
}

pub(super) fn say(why: &ReviewRefusal) -> [String; 2] {
    match why {
        ReviewRefusal::NoReviewer => [
            "nobody is named as reviewer; set user.name in git, or give --who NAME".to_owned(),
            "aucun relecteur n'est nommé\u{a0}; définir user.name dans git, ou donner --who NOM"
                .to_owned(),
        ],
        ReviewRefusal::Ambiguous { key, matches } => {
            let (key, matches) = (clean(key), clean(&matches.join(", ")));
            [
                format!("several findings begin with `{key}`: {matches}"),
                format!("plusieurs constats commencent par `{key}`\u{a0}: {matches}"),
            ]
        }
        ReviewRefusal::NoReason { about } => {
            let about = clean(about);
            [
                format!("a verdict on `{about}` needs a reason; give --reason TEXT"),
                format!("un verdict sur `{about}` demande une raison\u{a0}; donner --reason TEXTE"),
            ]
        }
        ReviewRefusal::RejectedAlready { study, on, file } => {
            let (study, file) = (clean(study), clean(file));
            let [en, fr] = [Lang::En, Lang::Fr].map(|lang| day(lang, *on));
            [
                format!("you rejected `{study}` already on {en}; change or delete that in {file}"),
                format!(
                    "`{study}` est déjà rejetée depuis le {fr}\u{a0}; le changer ou le supprimer dans {file}"
                ),
            ]
        }
        ReviewRefusal::NoList => [
            "`review` has this --output-format for lists of findings only".to_owned(),
            "`review` n'a ce --output-format que pour des listes de constats".to_owned(),
        ],
        ReviewRefusal::NoCause { key } => {
            let key = clean(key);
            [
                format!("the rule names no difference that would explain `{key}`; give --cause"),
                format!(
                    "la règle ne nomme aucune différence qui expliquerait `{key}`\u{a0}; donner --cause"
                ),
            ]
        }
        ReviewRefusal::BadEnd { latest: Some(latest) } => {
            let [en, fr] = [Lang::En, Lang::Fr].map(|lang| day(lang, *latest));
            [
                format!("a verdict ends between today and {en}"),
                format!("un verdict prend fin entre aujourd'hui et le {fr}"),
            ]
        }
        ReviewRefusal::BadEnd { latest: None } => [
            "a rejection does not end before today".to_owned(),
            "un rejet ne prend pas fin avant aujourd'hui".to_owned(),
        ],
        ReviewRefusal::NotChanged { file, error } => {
            let (file, why) = (clean(file), clean(&error.to_string()));
            let french = match error {
                EditError::Syntax { message } => in_french(message),
                EditError::Form => {
                    "les verdicts y sont écrits sous une autre forme que des blocs `[[...]]`"
                        .to_owned()
                }
                EditError::Unreadable { message } => {
                    format!("il ne se lirait plus\u{a0}: {}", in_french(message))
                }
            };
            [
                format!("cannot change {file}: {why}"),
                format!("impossible de modifier {file}\u{a0}: {french}"),
            ]
        }
        ReviewRefusal::NotWritten { file, error } => {
            let file = clean(file);
            let [en, fr] = super::files::system(error);
            [
                format!("cannot write {file}: {en}"),
                format!("impossible d'écrire {file}\u{a0}: {fr}"),
            ]
        }
    }
}
