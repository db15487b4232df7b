//! What is trusted and installed now.

use gainsay_claims::Lang;

use crate::{
    clean,
    lang::{list, pick, plural},
};

/// A library that is trusted now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trusted {
    /// The plugin.
    pub plugin: String,
    /// Its library.
    pub library: String,
    /// SHA-256 that was trusted before, in hexadecimal.
    pub before: Option<String>,
    /// SHA-256 that is trusted now.
    pub now: String,
    /// How many ids of its sources were noted.
    pub ids: usize,
    /// Ids that were noted before, are gone, and stay noted.
    pub kept: Vec<String>,
    /// Other plugins that were pinned with it.
    pub others: Vec<String>,
    /// How many records and documents of its sources were refused.
    pub refused: usize,
    /// The first of them with its place, in one line.
    pub first_refused: Option<String>,
    /// Whether its sources have documents.
    pub has_documents: bool,
}

/// A plugin that was installed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Installed {
    /// The source.
    pub source: String,
    /// Whether its line was added to the configuration.
    pub is_new_line: bool,
    /// Whether a library of this name was replaced.
    pub replaced: bool,
    /// Where its documents are, relative to the base.
    pub folder: String,
    /// What is trusted now.
    pub trusted: Trusted,
}

/// Tells what is trusted, and what was before.
pub fn trusted(lang: Lang, trusted: &Trusted) -> String {
    let (plugin, library) = (clean(&trusted.plugin), clean(&trusted.library));
    let now = clean(&trusted.now);
    let ids = match lang {
        Lang::En => plural(lang, trusted.ids, "id noted", "ids noted"),
        Lang::Fr => plural(lang, trusted.ids, "identifiant noté", "identifiants notés"),
    };
    let before = match trusted.before.as_deref().map(clean) {
        Some(before) if before == now => pick(lang, ["as before", "comme avant"]).to_owned(),
        Some(before) => format!("{} {before}", pick(lang, ["before:", "avant\u{a0}:"])),
        None => pick(lang, ["for the first time", "pour la première fois"]).to_owned(),
    };
    let others: Vec<String> = trusted.others.iter().map(|one| clean(one)).collect();
    let others = match (others.is_empty(), lang) {
        (true, _) => String::new(),
        (false, Lang::En) => {
            format!("pinned as well, as there was no lock: {}\n", list(lang, &others))
        }
        (false, Lang::Fr) => {
            format!("verrouillés aussi, faute de verrou\u{a0}: {}\n", list(lang, &others))
        }
    };
    let kept = kept(lang, &trusted.kept) + &refused(lang, trusted);
    match lang {
        Lang::En => format!(
            "gainsay.lock trusts {plugin}: {now}\n{before}; {library}; {ids}\n{kept}{others}"
        ),
        Lang::Fr => format!(
            "gainsay.lock se fie à {plugin}\u{a0}: {now}\n{before}\u{a0}; {library}\u{a0}; {ids}\n{kept}{others}"
        ),
    }
}

/// Tells that records or documents were refused, and which one first.
fn refused(lang: Lang, trusted: &Trusted) -> String {
    let Some(first) = &trusted.first_refused else { return String::new() };
    let first = clean(first.trim_end());
    match lang {
        Lang::En => {
            let (one, more) = ("record or document is refused", "records or documents are refused");
            let count = plural(lang, trusted.refused, one, more);
            format!("warning: {count}; the first: {first}\n`gainsay check` tells each\n")
        }
        Lang::Fr => {
            let one = "enregistrement ou document est refusé";
            let more = "enregistrements ou documents sont refusés";
            let count = plural(lang, trusted.refused, one, more);
            format!(
                "avertissement\u{a0}: {count}\u{a0}; d'abord\u{a0}: {first}\n`gainsay check` les dit tous\n"
            )
        }
    }
}

/// How many ids that are gone are told.
const TOLD: usize = 5;

/// Tells which ids are gone, and how they are let go.
fn kept(lang: Lang, ids: &[String]) -> String {
    if ids.is_empty() {
        return String::new();
    }
    let told: Vec<String> = ids.iter().take(TOLD).map(|id| format!("`{}`", clean(id))).collect();
    let more = if ids.len() > TOLD { ", …" } else { "" };
    let told = told.join(", ") + more;
    match lang {
        Lang::En => {
            let count = plural(lang, ids.len(), "id that is gone stays", "ids that are gone stay");
            format!("{count} noted: {told}; `retired` of the source lists what may be gone\n")
        }
        Lang::Fr => {
            let (one, more) =
                ("identifiant disparu reste noté", "identifiants disparus restent notés");
            let count = plural(lang, ids.len(), one, more);
            format!(
                "{count}\u{a0}: {told}\u{a0}; `retired` de la source liste ce qui peut disparaître\n"
            )
        }
    }
}

/// Tells what was installed, and what is to be done next.
pub fn installed(lang: Lang, installed: &Installed) -> String {
    let library = clean(&installed.trusted.library);
    let done = match (installed.replaced, lang) {
        (false, Lang::En) => format!("installed: {library}\n"),
        (false, Lang::Fr) => format!("installé\u{a0}: {library}\n"),
        (true, Lang::En) => format!("replaced: {library}\n"),
        (true, Lang::Fr) => format!("remplacé\u{a0}: {library}\n"),
    };
    let (source, folder) = (clean(&installed.source), clean(&installed.folder));
    let line = match (installed.is_new_line, lang) {
        (false, _) => String::new(),
        (true, Lang::En) => format!("gainsay.toml lists the source {source}\n"),
        (true, Lang::Fr) => format!("gainsay.toml liste la source {source}\n"),
    };
    let next = match (installed.trusted.has_documents, lang) {
        (false, Lang::En) => format!("next: put its documents into {folder}/\n"),
        (false, Lang::Fr) => format!("ensuite\u{a0}: mettre ses documents dans {folder}/\n"),
        _ => String::new(),
    };
    done + &line + &trusted(lang, &installed.trusted) + &next
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_digests_are_told_when_one_takes_the_place_of_the_other() {
        let mut one = Trusted {
            plugin: "fixture-a".into(),
            library: "a.so".into(),
            before: Some("0a".into()),
            now: "0b".into(),
            ids: 2,
            kept: vec!["fixture-a/x".into()],
            others: vec!["fixture-b".into()],
            refused: 0,
            first_refused: None,
            has_documents: false,
        };
        let told = trusted(Lang::En, &one);
        let expected = "gainsay.lock trusts fixture-a: 0b\nbefore: 0a; a.so; 2 ids noted\n\
                        1 id that is gone stays noted: `fixture-a/x`; `retired` of the source \
                        lists what may be gone\n\
                        pinned as well, as there was no lock: fixture-b\n";
        assert_eq!(told, expected);
        one = Trusted { before: None, kept: Vec::new(), others: Vec::new(), ids: 0, ..one };
        let told = "gainsay.lock se fie à fixture-a\u{a0}: 0b\n\
                    pour la première fois\u{a0}; a.so\u{a0}; 0 identifiant noté\n";
        assert_eq!(trusted(Lang::Fr, &one), told);
        let first_refused = Some("sources/fixture-a/one.txt:1:1: broken\n".into());
        let bad = Trusted { refused: 2, first_refused, has_documents: true, ..one.clone() };
        let told = trusted(Lang::Fr, &bad).replace('\u{a0}', "~");
        let expected = "avertissement~: 2 enregistrements ou documents sont refusés~; \
                        d'abord~: sources/fixture-a/one.txt:1:1: broken\n";
        assert!(told.contains(expected), "{told}");
        let (source, folder) = ("fixture-a".into(), "sources/fixture-a".into());
        let done = Installed { source, is_new_line: true, replaced: false, folder, trusted: one };
        let told = installed(Lang::En, &done);
        assert!(told.starts_with("installed: a.so\ngainsay.toml lists the source fixture-a\n"));
        assert!(told.ends_with("next: put its documents into sources/fixture-a/\n"), "{told}");
    }
}
