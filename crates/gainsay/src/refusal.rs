//! Why the program could not run, in both languages.

use std::path::PathBuf;

use gainsay_cite::{RenderError, Style, StyleError};
use gainsay_claims::{Lang, value::ValueError};
use gainsay_draft::ReadError;
use gainsay_host::LoadError;
use gainsay_report::{
    clean,
    table::{TemplateError, template_endings},
};

use crate::{draft::DraftError, lsp::WireError};

/// Why the program could not run.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Refusal {
    /// No base was named, and none was found.
    #[error("no evidence base")]
    NoBase {
        /// Where the search began.
        from: PathBuf,
    },
    /// The current folder, where the search would begin, is gone or closed.
    #[error("no current folder")]
    NoFolder(#[source] std::io::Error),
    /// The base cannot be loaded.
    #[error("base cannot be loaded")]
    Load(#[from] LoadError),
    /// An id that names nothing.
    #[error("unknown name")]
    Unknown {
        /// The name.
        name: String,
        /// The nearest that there is.
        nearest: Option<String>,
    },
    /// No claim is what the options ask for.
    #[error("nothing selected")]
    NothingSelected,
    /// An option that only another format has.
    #[error("option of another format")]
    Unsuited {
        /// The option.
        option: &'static str,
        /// The format that has it.
        format: &'static str,
    },
    /// Columns chosen for a format that has its own.
    #[error("fixed columns")]
    FixedColumns,
    /// A file that cannot be read.
    #[error("unreadable file")]
    Unreadable {
        /// The file.
        file: PathBuf,
        /// Why.
        #[source]
        error: std::io::Error,
    },
    /// A template that cannot be rendered.
    #[error("bad template")]
    Template {
        /// The template.
        file: PathBuf,
        /// Where, and why.
        #[source]
        error: TemplateError,
    },
    /// A text that is no figure.
    #[error("not a figure")]
    NotAFigure {
        /// The text.
        text: String,
        /// Why.
        error: ValueError,
    },
    /// A figure that is no share.
    #[error("not a share")]
    NotAShare {
        /// The text.
        text: String,
    },
    /// A text that is no number of people.
    #[error("not a size")]
    NotASize {
        /// The text.
        text: String,
    },
    /// More sizes than figures.
    #[error("too many sizes")]
    TooManySizes,
    /// Sizes given for claims, which have their own.
    #[error("sizes of claims")]
    SizesOfClaims,
    /// A design effect below 1.
    #[error("bad design effect")]
    BadDesignEffect,
    /// A form that only findings have, of a command that finds nothing.
    #[error("no findings")]
    OnlyFindings,
    /// A draft that cannot be read.
    #[error("draft cannot be read")]
    Unread {
        /// The draft, as it was given.
        draft: String,
        /// Why.
        #[source]
        error: DraftError,
    },
    /// Standard input is read once; there is nothing to watch.
    #[error("watching standard input")]
    WatchedInput,
    /// A mark that names a template elsewhere than below its draft.
    #[error("template out of reach")]
    TemplateElsewhere {
        /// The template, as the mark names it.
        file: PathBuf,
    },
    /// A draft in a format whose tables cannot be refreshed.
    #[error("format without marks")]
    NoMarks {
        /// The draft, as it was given.
        draft: String,
    },
    /// A draft that cannot be written.
    #[error("draft cannot be written")]
    NotWritten {
        /// The draft, as it was given.
        draft: String,
        /// Why.
        #[source]
        error: std::io::Error,
    },
    /// A style that is not known, or a file that is none.
    #[error("not a style")]
    NotAStyle {
        /// Its name or path.
        name: String,
        /// What is wrong with the file, if it is one.
        why: Option<StyleError>,
    },
    /// References that a style cannot set.
    #[error("cannot set the references")]
    Render(#[from] RenderError),
    /// An option that a mark may give, with a value that it does not have.
    #[error("bad option")]
    BadOption {
        /// What the reader of command lines says.
        message: String,
    },
    /// What an editor sends cannot be read.
    #[error("not the protocol of editors")]
    Protocol(#[from] WireError),
    /// Results cannot be written.
    #[error("cannot write")]
    Write(#[source] std::io::Error),
}

impl Refusal {
    /// What to say; lowercase, no full stop.
    pub(crate) fn say(&self, lang: Lang) -> String {
        let [en, fr] = match self {
            Self::NoBase { from } => {
                let from = clean(&from.display().to_string());
                [
                    format!("no gainsay.toml in {from} or above; name a base with --base DIR"),
                    format!(
                        "pas de gainsay.toml dans {from} ni au-dessus\u{a0}; indiquer une base avec --base DIR"
                    ),
                ]
            }
            Self::NoFolder(error) => [
                format!("cannot tell the current folder: {error}; name a base with --base DIR"),
                format!(
                    "impossible de connaître le dossier courant\u{a0}: {error}\u{a0}; indiquer une base avec --base DIR"
                ),
            ],
            Self::Load(error) => load(error),
            Self::Unknown { name, nearest } => return unknown(lang, name, nearest.as_deref()),
            Self::NothingSelected => [
                "no claim is from the sources, people, regions and years asked for".to_owned(),
                "aucune affirmation ne correspond aux sources, personnes, régions et années demandées"
                    .to_owned(),
            ],
            Self::Unsuited { option, format } => [
                format!("{option} goes with --format {format} only"),
                format!("{option} ne va qu'avec --format {format}"),
            ],
            Self::FixedColumns => [
                "csv and json have columns of their own; leave out --columns".to_owned(),
                "csv et json ont leurs propres colonnes\u{a0}; ne pas donner --columns".to_owned(),
            ],
            Self::Unreadable { file, error } => {
                let file = clean(&file.display().to_string());
                [
                    format!("cannot read {file}: {error}"),
                    format!("impossible de lire {file}\u{a0}: {error}"),
                ]
            }
            Self::Template { file, error } => template(&clean(&file.display().to_string()), error),
            Self::NotAFigure { text, error } => {
                let (text, why) = (clean(text), gainsay_report::read::refusal(lang, error));
                [
                    format!("cannot read “{text}”: {why}"),
                    format!("impossible de lire «\u{a0}{text}\u{a0}»\u{a0}: {why}"),
                ]
            }
            Self::NotAShare { text } => {
                let text = clean(text);
                [
                    format!("“{text}” is no share of a base; write for instance 28 %"),
                    format!(
                        "«\u{a0}{text}\u{a0}» n'est pas une part d'une base\u{a0}; écrire par exemple 28 %"
                    ),
                ]
            }
            Self::NotASize { text } => {
                let text = clean(text);
                [
                    format!("“{text}” is no number of people; write a number, or ? if unknown"),
                    format!(
                        "«\u{a0}{text}\u{a0}» n'est pas un nombre de personnes\u{a0}; écrire un nombre, ou ? s'il est inconnu"
                    ),
                ]
            }
            Self::TooManySizes => [
                "give --n at most twice, once for each figure".to_owned(),
                "donner --n deux fois au plus, une par chiffre".to_owned(),
            ],
            Self::SizesOfClaims => [
                "the base records the sizes of claims; leave out --n".to_owned(),
                "la base consigne les tailles des affirmations\u{a0}; ne pas donner --n".to_owned(),
            ],
            Self::BadDesignEffect => [
                "a design effect is a number of at least 1".to_owned(),
                "un effet de plan est un nombre d'au moins 1".to_owned(),
            ],
            Self::OnlyFindings => [
                "sarif and github are forms of `gainsay check` and `gainsay lint`".to_owned(),
                "sarif et github sont des formes de `gainsay check` et `gainsay lint`".to_owned(),
            ],
            Self::Unread { draft, error } => unread(&clean(draft), error),
            Self::WatchedInput => [
                "--watch needs files; standard input is read once".to_owned(),
                "--watch demande des fichiers\u{a0}; l'entrée standard n'est lue qu'une fois"
                    .to_owned(),
            ],
            Self::NotAStyle { name, why } => not_a_style(name, why.as_ref()),
            Self::Render(RenderError::NoList) => [
                "the style has no list of references; take another".to_owned(),
                "le style n'a pas de liste de références\u{a0}; en prendre un autre".to_owned(),
            ],
            Self::Render(RenderError::Engine) => [
                "the citation engine cannot use the style; take another".to_owned(),
                "le moteur de citations ne sait pas employer ce style\u{a0}; en prendre un autre"
                    .to_owned(),
            ],
            Self::TemplateElsewhere { file } => {
                let file = clean(&file.display().to_string());
                [
                    format!(
                        "the template {file} is not below the draft's folder; write a path without `..`"
                    ),
                    format!(
                        "le modèle {file} n'est pas sous le dossier du brouillon\u{a0}; écrire un chemin sans `..`"
                    ),
                ]
            }
            Self::NoMarks { draft } => {
                let draft = clean(draft);
                [
                    format!("{draft}: tables are refreshed in Markdown, LaTeX, HTML and Typst only"),
                    format!(
                        "{draft}: seuls les tableaux en Markdown, LaTeX, HTML et Typst sont actualisés"
                    ),
                ]
            }
            Self::NotWritten { draft, error } => {
                let draft = clean(draft);
                [
                    format!("{draft}: cannot be written, and was left as it is: {error}"),
                    format!("{draft}: écriture impossible, le fichier est inchangé\u{a0}: {error}"),
                ]
            }
            Self::BadOption { message } => [clean(message), clean(message)],
            Self::Protocol(error) => protocol(error),
            Self::Write(error) => [
                format!("cannot write the results: {error}"),
                format!("impossible d'écrire les résultats\u{a0}: {error}"),
            ],
        };
        match lang {
            Lang::En => en,
            Lang::Fr => fr,
        }
    }
}

/// What comes first is the place, in the form that editors follow.
fn unread(draft: &str, error: &DraftError) -> [String; 2] {
    match error {
        DraftError::Unreadable(error) => [
            format!("{draft}: cannot be read: {error}"),
            format!("{draft}: lecture impossible\u{a0}: {error}"),
        ],
        DraftError::NoDraft(ReadError::TooLarge { max }) => {
            let size = max >> 20;
            [
                format!("{draft}: larger than {size} MiB"),
                format!("{draft}: plus de {size}\u{a0}Mio"),
            ]
        }
        DraftError::NoDraft(error) => {
            let why = clean(&error.to_string());
            [
                format!("{draft}: cannot be read: {why}"),
                format!("{draft}: lecture impossible\u{a0}: {why}"),
            ]
        }
        DraftError::NotUtf8 { line, column } => [
            format!("{draft}:{line}:{column}: not text in UTF-8"),
            format!("{draft}:{line}:{column}: n'est pas du texte en UTF-8"),
        ],
    }
}

fn template(file: &str, error: &TemplateError) -> [String; 2] {
    match error {
        TemplateError::NoFormat => {
            let known = template_endings().join(", ");
            [
                format!(
                    "{file}: the ending tells no format; known are {known}, and each with .j2 or .jinja after it"
                ),
                format!(
                    "{file}: l'extension n'indique aucun format\u{a0}; sont connues {known}, chacune aussi suivie de .j2 ou .jinja"
                ),
            ]
        }
        TemplateError::Refused { line, message } => [
            format!("{file}:{line}: bad template: {message}"),
            format!("{file}:{line}: modèle incorrect\u{a0}: {message}"),
        ],
    }
}

fn not_a_style(name: &str, why: Option<&StyleError>) -> [String; 2] {
    let (name, known) = (clean(name), Style::NAMES.join(", "));
    match why {
        None => [
            format!("there is no style `{name}`; write {known} or the path of a .csl file"),
            format!(
                "il n'y a pas de style `{name}`\u{a0}; écrire {known} ou le chemin d'un fichier .csl"
            ),
        ],
        Some(StyleError::NotCsl { place }) => {
            let place = place.as_deref().map(|at| format!(" ({})", clean(at))).unwrap_or_default();
            [
                format!("`{name}` is no independent style in CSL 1.0{place}"),
                format!("`{name}` n'est pas un style indépendant en CSL 1.0{place}"),
            ]
        }
        Some(StyleError::Circular { name: used }) => {
            let used = clean(used);
            [
                format!("in `{name}`, the macro `{used}` uses itself"),
                format!("dans `{name}`, la macro `{used}` s'emploie elle-même"),
            ]
        }
    }
}

fn protocol(error: &WireError) -> [String; 2] {
    let why = clean(&error.to_string());
    [
        format!("what the editor sends cannot be read: {why}"),
        format!("ce que l'éditeur envoie est illisible\u{a0}: {why}"),
    ]
}

fn load(error: &LoadError) -> [String; 2] {
    match error {
        LoadError::NoBase { folder } => {
            let folder = clean(&folder.display().to_string());
            [format!("no gainsay.toml in {folder}"), format!("pas de gainsay.toml dans {folder}")]
        }
        LoadError::Unreadable { name, message } => {
            let (name, message) = (clean(name), clean(message));
            [
                format!("cannot read {name}: {message}"),
                format!("impossible de lire {name}\u{a0}: {message}"),
            ]
        }
        LoadError::Invalid(_) => [
            "the configuration of the base is not valid".to_owned(),
            "la configuration de la base n'est pas valide".to_owned(),
        ],
    }
}

fn unknown(lang: Lang, name: &str, nearest: Option<&str>) -> String {
    let name = clean(name);
    match (nearest.map(clean), lang) {
        (None, Lang::En) => format!("nothing is called `{name}`"),
        (None, Lang::Fr) => format!("rien ne s'appelle `{name}`"),
        (Some(near), Lang::En) => format!("nothing is called `{name}`; the nearest is `{near}`"),
        (Some(near), Lang::Fr) => {
            format!("rien ne s'appelle `{name}`\u{a0}; le plus proche est `{near}`")
        }
    }
}
