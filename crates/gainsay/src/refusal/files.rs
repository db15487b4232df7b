//! Drafts and templates that cannot be read or written.

use std::{io, path::Path};

use gainsay_claims::{Lang, Said};
use gainsay_draft::ReadError;
use gainsay_host::{ManifestError, fault_of};
use gainsay_report::{
    clean,
    inspected::refused,
    table::{TemplateError, template_endings},
};

use crate::{draft::DraftError, lsp::WireError};

/// A file for which nothing can be proposed.
pub(super) fn no_proposal(why: [&str; 2]) -> [String; 2] {
    let [en, fr] = why.map(clean);
    [format!("nothing can be proposed: {en}"), format!("rien ne peut être proposé\u{a0}: {fr}")]
}

/// A result that would be written over a file of the base.
pub(super) fn would_overwrite(file: &str) -> [String; 2] {
    let file = clean(file);
    [
        format!("`{file}` is a file of the base; write the result elsewhere"),
        format!("`{file}` est un fichier de la base\u{a0}; écrire le résultat ailleurs"),
    ]
}

/// What comes first is the place, in the form that editors follow.
pub(super) fn unread(draft: &str, error: &DraftError) -> [String; 2] {
    match error {
        DraftError::Unreadable(error) => {
            let [en, fr] = system(error);
            [
                format!("{draft}: cannot be read: {en}"),
                format!("{draft}: lecture impossible\u{a0}: {fr}"),
            ]
        }
        DraftError::NoDraft(error) => no_draft(error).map(|why| format!("{draft}: {why}")),
        DraftError::OtherEncoding { at } => [
            format!(
                "{draft}: byte {at} is text in no encoding that is known: UTF-8, UTF-16 with its mark, Windows-1252"
            ),
            format!(
                "{draft}\u{a0}: l'octet {at} n'est du texte dans aucun encodage connu\u{a0}: UTF-8, UTF-16 avec sa marque, Windows-1252"
            ),
        ],
        DraftError::NotUtf8 { line, column } => [
            format!("{draft}:{line}:{column}: not text in UTF-8"),
            format!("{draft}:{line}:{column}: n'est pas du texte en UTF-8"),
        ],
    }
}

/// What a parser or an unpacker says of it stays in its words.
fn no_draft(error: &ReadError) -> [String; 2] {
    match error {
        ReadError::TooLarge { max } => {
            let size = max >> 20;
            [format!("larger than {size} MiB"), format!("plus de {size}\u{a0}Mio")]
        }
        ReadError::Archive(why) => {
            let why = clean(&why.to_string());
            [
                format!("cannot be read: not a DOCX: {why}"),
                format!("lecture impossible\u{a0}: n'est pas un DOCX\u{a0}: {why}"),
            ]
        }
        ReadError::Xml(why) => {
            let why = clean(&why.to_string());
            [
                format!("cannot be read: broken text in a DOCX: {why}"),
                format!("lecture impossible\u{a0}: texte endommagé dans un DOCX\u{a0}: {why}"),
            ]
        }
        error => {
            let why = clean(&error.to_string());
            [format!("cannot be read: {why}"), format!("lecture impossible\u{a0}: {why}")]
        }
    }
}

pub(super) fn unreadable(file: &Path, error: &io::Error) -> [String; 2] {
    let file = clean(&file.display().to_string());
    let [en, fr] = system(error);
    [format!("cannot read {file}: {en}"), format!("impossible de lire {file}\u{a0}: {fr}")]
}

/// What the system says, as it says it; what is found out here, in both languages.
pub(super) fn system(error: &io::Error) -> [String; 2] {
    let why = fault_of(error);
    [Lang::En, Lang::Fr].map(|lang| clean(why.pick(lang)))
}

/// A result that would be written over what it is made of.
pub(super) fn own_input(file: &Path) -> [String; 2] {
    let file = clean(&file.display().to_string());
    [
        format!("`{file}` is the text itself; write the result elsewhere"),
        format!("`{file}` est le texte lui-même\u{a0}; écrire le résultat ailleurs"),
    ]
}

pub(super) fn no_plugin(file: &Path, error: &ManifestError) -> [String; 2] {
    let file = clean(&file.display().to_string());
    let [en, fr] = [Lang::En, Lang::Fr].map(|lang| refused(lang, &error.fault()));
    [format!("{file} is no plugin: {en}"), format!("{file} n'est pas un greffon\u{a0}: {fr}")]
}

pub(super) fn template_elsewhere(file: &Path) -> [String; 2] {
    let file = clean(&file.display().to_string());
    [
        format!("the template {file} is not below the draft's folder; write a path without `..`"),
        format!(
            "le modèle {file} n'est pas sous le dossier du brouillon\u{a0}; écrire un chemin sans `..`"
        ),
    ]
}

pub(super) fn no_marks(draft: &str) -> [String; 2] {
    let draft = clean(draft);
    [
        format!("{draft}: tables are refreshed in Markdown, LaTeX, HTML and Typst only"),
        format!("{draft}: seuls les tableaux en Markdown, LaTeX, HTML et Typst sont actualisés"),
    ]
}

pub(super) fn not_written(file: &str, error: &io::Error) -> [String; 2] {
    let file = clean(file);
    let [en, fr] = system(error);
    [
        format!("{file}: cannot be written, and was left as it is: {en}"),
        format!("{file}: écriture impossible, le fichier est inchangé\u{a0}: {fr}"),
    ]
}

/// A configuration that cannot be written, so that nothing of a source was made.
pub(super) fn not_listed(file: &str, error: &io::Error) -> [String; 2] {
    let file = clean(file);
    let [en, fr] = system(error);
    [
        format!(
            "{file}: cannot be written: {en}; nothing was made. See that you may write it, and \
             run this again"
        ),
        format!(
            "{file}\u{a0}: écriture impossible\u{a0}: {fr}\u{a0}; rien n'a été créé. En obtenir \
             le droit, et relancer"
        ),
    ]
}

/// A file that cannot be made, after so many others that stay.
pub(super) fn not_made(file: &Path, error: &io::Error, before: usize) -> [String; 2] {
    let file = clean(&file.display().to_string());
    let [why, pourquoi] = system(error);
    let [en, fr] = match before {
        0 => ["nothing was made", "rien n'a été créé"],
        _ => ["what was made stays", "ce qui a été créé reste"],
    };
    [
        format!("{file}: cannot be made: {why}; {en}"),
        format!("{file}\u{a0}: création impossible\u{a0}: {pourquoi}\u{a0}; {fr}"),
    ]
}

/// A file that is there in another form than it would be made.
pub(super) fn other_is_there(file: &Path, line: Option<&str>) -> [String; 2] {
    let file = clean(&file.display().to_string());
    let [en, fr] = match line.map(clean) {
        None => [String::new(), String::new()],
        Some(line) => [
            format!(", or keep it and add the line `{line}` to gainsay.toml"),
            format!(", ou le garder et ajouter la ligne `{line}` à gainsay.toml"),
        ],
    };
    [
        format!(
            "{file}: is there, and is not what would be made; nothing was made. Make this under \
             another name, or move it away and run this again{en}"
        ),
        format!(
            "{file}\u{a0}: existe, et n'est pas ce qui serait créé\u{a0}; rien n'a été créé. Créer \
             ceci sous un autre nom, ou déplacer ce fichier et relancer{fr}"
        ),
    ]
}

/// Files that are all there, and so is the line that lists them.
pub(super) fn is_there(file: &Path) -> [String; 2] {
    let file = clean(&file.display().to_string());
    [
        format!("{file}: is there, and so is all else that would be made; nothing is to be done"),
        format!("{file}\u{a0}: existe, comme tout ce qui serait créé\u{a0}; il n'y a rien à faire"),
    ]
}

pub(super) fn no_output(error: &io::Error) -> [String; 2] {
    let [en, fr] = system(error);
    [
        format!("cannot write the results: {en}"),
        format!("impossible d'écrire les résultats\u{a0}: {fr}"),
    ]
}

pub(super) fn template(file: &Path, error: &TemplateError) -> [String; 2] {
    let file = clean(&file.display().to_string());
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

pub(super) fn protocol(error: &WireError) -> [String; 2] {
    let why = clean(&error.to_string());
    let french = match error {
        WireError::Io(error) => system(error)[1].clone(),
        WireError::NoLength => "aucun en-tête ne donne une longueur".to_owned(),
        WireError::TooLong { length } => format!("un message de {length} octets"),
        WireError::NoMessage(_) => clean(Said::of_parser(&why).pick(Lang::Fr)),
    };
    [
        format!("what the editor sends cannot be read: {why}"),
        format!("ce que l'éditeur envoie est illisible\u{a0}: {french}"),
    ]
}
