//! Bases that are not found or not loaded, and what is not in them.

use std::{io, path::Path};

use gainsay_claims::Lang;
use gainsay_host::LoadError;
use gainsay_report::clean;

use super::files::system;

pub(super) fn no_base(from: &Path) -> [String; 2] {
    let from = clean(&from.display().to_string());
    [
        format!("no gainsay.toml in {from} or above; name a base with --base DIR"),
        format!(
            "pas de gainsay.toml dans {from} ni au-dessus\u{a0}; indiquer une base avec --base DIR"
        ),
    ]
}

pub(super) fn bad_source_name(name: &str) -> [String; 2] {
    let name = clean(name);
    [
        format!("`{name}` cannot be a source: name it with lowercase letters, digits and hyphens"),
        format!(
            "`{name}` ne peut pas être une source\u{a0}: la nommer en minuscules, chiffres et traits d'union"
        ),
    ]
}

pub(super) fn listed(name: &str, plugin: &str) -> [String; 2] {
    let (name, plugin) = (clean(name), clean(plugin));
    [
        format!(
            "gainsay.toml lists `{name}` already, with the plugin `{plugin}`; choose another name"
        ),
        format!(
            "gainsay.toml liste déjà `{name}`, avec le greffon `{plugin}`\u{a0}; choisir un autre nom"
        ),
    ]
}

pub(super) fn no_place(line: &str) -> [String; 2] {
    let line = clean(line);
    [
        format!("gainsay.toml has no place for a line of the source; add it by hand: {line}"),
        format!(
            "gainsay.toml n'a pas de place pour la ligne de la source\u{a0}; l'ajouter à la main\u{a0}: {line}"
        ),
    ]
}

pub(super) fn source() -> [String; 2] {
    ["the source cannot be run".to_owned(), "la source ne peut pas être exécutée".to_owned()]
}

pub(super) fn no_folder(error: &io::Error) -> [String; 2] {
    let [en, fr] = system(error);
    [
        format!("cannot tell the current folder: {en}; name a base with --base DIR"),
        format!(
            "impossible de connaître le dossier courant\u{a0}: {fr}\u{a0}; indiquer une base avec --base DIR"
        ),
    ]
}

pub(super) fn load(error: &LoadError) -> [String; 2] {
    match error {
        LoadError::NoBase { folder } => {
            let folder = clean(&folder.display().to_string());
            [format!("no gainsay.toml in {folder}"), format!("pas de gainsay.toml dans {folder}")]
        }
        LoadError::Unreadable { name, message } => {
            let (name, why) = (clean(name), message.map(clean));
            let [en, fr] = [Lang::En, Lang::Fr].map(|lang| why.pick(lang));
            [format!("cannot read {name}: {en}"), format!("impossible de lire {name}\u{a0}: {fr}")]
        }
        LoadError::Invalid(_) => [
            "the configuration of the base is not valid".to_owned(),
            "la configuration de la base n'est pas valide".to_owned(),
        ],
    }
}

pub(super) fn unknown(lang: Lang, name: &str, nearest: Option<&str>) -> String {
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
