//! What the file of a plugin shows.

use gainsay_claims::{Inspected, Lang, facts::FileFault};

use crate::{
    clean,
    lang::{colon, file_fault, integer, pick},
};

/// Why a file is not one of a plugin.
pub fn refused(lang: Lang, fault: &FileFault) -> String {
    clean(&pick(lang, file_fault(fault)))
}

/// One line for each thing; text of the file is cleaned.
pub fn render(lang: Lang, inspected: &Inspected) -> String {
    let none = pick(lang, ["none", "aucune"]);
    let listed = |names: &[String]| {
        if names.is_empty() { none.to_owned() } else { names.join(", ") }
    };
    let unknown = pick(lang, ["not found in the file", "introuvable dans le fichier"]);
    let interface = inspected.interface.clone().unwrap_or_else(|| unknown.to_owned());
    let constructors = inspected.constructors.map_or(unknown.to_owned(), |count| {
        let usual = inspected.usual_constructors;
        match lang {
            Lang::En => format!("{count}, of which compilers add {usual}"),
            Lang::Fr => format!("{count}, dont {usual} ajoutés par les compilateurs"),
        }
    });
    let interface = match inspected.manifest {
        Some(_) => (["frames", "trames"], interface),
        None => (["interface", "interface"], interface),
    };
    let file = [
        (["plugin", "greffon"], inspected.plugin.clone()),
        (["file", "fichier"], inspected.file.clone()),
    ];
    let manifest = inspected.manifest.iter().map(|one| (["manifest", "manifeste"], one.clone()));
    let shown = [
        (["records", "enregistrements"], inspected.schema.clone()),
        interface,
        (["built with SDK", "construit avec le SDK"], inspected.sdk.clone()),
        (["format", "format"], inspected.format.clone()),
        (["bytes", "octets"], integer(lang, inspected.bytes)),
        (["sha256", "sha256"], inspected.digest.clone()),
    ];
    let of_library = [
        (["needs", "a besoin de"], listed(&inspected.needs)),
        (["exports", "exporte"], listed(&inspected.exports)),
        (["constructors", "constructeurs"], constructors),
    ];
    // An executable has none of these that would tell anything.
    let of_library = of_library.into_iter().filter(|_| inspected.manifest.is_none());
    let lines = file.into_iter().chain(manifest).chain(shown).chain(of_library);
    let line = |(name, value): ([&'static str; 2], String)| {
        format!("{}{}{}\n", pick(lang, name), colon(lang), clean(&value))
    };
    lines.map(line).collect()
}
