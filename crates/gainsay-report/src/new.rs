//! What `gainsay source new` made, and what is to be done next.

use gainsay_claims::Lang;

use crate::{clean, lang::pick, proposal};

/// Files of a fresh source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The source.
    pub name: String,
    /// The files, by their paths.
    pub files: Vec<String>,
    /// What they are.
    pub kind: Kind,
}

/// What a fresh source is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A document, read by the plugin `transcript`.
    Transcript,
    /// A published file and the mapping that is proposed for it.
    Mapped {
        /// What was understood of it, one thing with its value after the other.
        understood: Vec<[String; 2]>,
    },
    /// A report and the form that is proposed for it.
    Drafted {
        /// What was proposed of it and what was not, and what is to be done next.
        summary: String,
    },
    /// A crate.
    Native {
        /// Where it is.
        folder: String,
        /// Where cargo puts its library, from there.
        library: String,
        /// What it depends on.
        sdk: String,
    },
}

/// Lists the files, and what is to be done next.
pub fn render(lang: Lang, made: &Made) -> String {
    let files: String = made.files.iter().map(|file| format!("  {}\n", clean(file))).collect();
    let lead = pick(lang, ["made:", "créé\u{a0}:"]);
    format!("{lead}\n{files}{}", next(lang, made))
}

fn next(lang: Lang, made: &Made) -> String {
    let name = clean(&made.name);
    match (&made.kind, lang) {
        (Kind::Transcript, Lang::En) => format!(
            "gainsay.toml lists the source {name}\n\
             next: in the document, replace each <...> by what the publisher says and take its `#` \
             away; look with `gainsay source check --source {name}`\n"
        ),
        (Kind::Transcript, Lang::Fr) => format!(
            "gainsay.toml liste la source {name}\n\
             ensuite\u{a0}: dans le document, remplacer chaque <...> par ce que dit l'éditeur et ôter \
             son `#`\u{a0}; vérifier avec `gainsay source check --source {name}`\n"
        ),
        (Kind::Mapped { understood }, Lang::En) => format!(
            "gainsay.toml lists the source {name}\n\
             understood:\n{}\
             next: in the mapping, fill in what stands behind `#`, and say which answers are which \
             proposition; look with `gainsay check {name}`\n",
            proposal::render(lang, understood)
        ),
        (Kind::Mapped { understood }, Lang::Fr) => format!(
            "gainsay.toml liste la source {name}\n\
             compris\u{a0}:\n{}\
             ensuite\u{a0}: dans le mapping, compléter ce qui suit `#`, et dire quelles réponses sont \
             quelle proposition\u{a0}; vérifier avec `gainsay check {name}`\n",
            proposal::render(lang, understood)
        ),
        (Kind::Drafted { summary }, Lang::En) => {
            format!("gainsay.toml lists the source {name}\n{summary}")
        }
        (Kind::Drafted { summary }, Lang::Fr) => {
            format!("gainsay.toml liste la source {name}\n{summary}")
        }
        (Kind::Native { folder, library, sdk }, Lang::En) => format!(
            "it depends on gainsay-plugin = {}; `--sdk` names another folder or version\n\
             next: `cd {} && cargo test && cargo build`, then \
             `gainsay source check {} --base tests/base`\n",
            clean(sdk),
            clean(folder),
            clean(library)
        ),
        (Kind::Native { folder, library, sdk }, Lang::Fr) => format!(
            "il dépend de gainsay-plugin = {}\u{a0}; `--sdk` nomme un autre dossier ou une autre version\n\
             ensuite\u{a0}: `cd {} && cargo test && cargo build`, puis \
             `gainsay source check {} --base tests/base`\n",
            clean(sdk),
            clean(folder),
            clean(library)
        ),
    }
}
