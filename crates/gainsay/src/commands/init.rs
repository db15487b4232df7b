use std::{io, path::Path};

use gainsay_claims::Lang;
use gainsay_host::{make_file, make_folder};
use gainsay_report::{
    Speaker,
    init::{Made, adopted, render},
};

use super::is_complete;
use crate::{
    args::{Global, Init},
    base::{self, from_here},
    baseline::adopt,
    checked::Checked,
    exit::Exit,
    init::{files, root},
    output,
    refusal::Refusal,
    who::who,
};

/// Makes the files of a base that are not there yet, and tells which are. Adopts the base
/// as it is, if that was asked for.
pub(super) fn run(global: &Global, lang: Lang, asked: &Init) -> Result<Exit, Refusal> {
    let folder = make_folder(&asked.folder).map_err(not_made(&asked.folder, 0))?;
    // Who cannot sign is told before anything is made in it.
    let adopter = if asked.baseline { Some(who(None, &folder)?) } else { None };
    let mut made = Made::default();
    for file in files(&folder, root(&folder), lang) {
        let is_new = make_file(&file.path, file.text.as_bytes(), file.is_executable)
            .map_err(not_made(&file.path, made.files.len()))?;
        let list = if is_new { &mut made.files } else { &mut made.left_alone };
        list.push(from_here(&file.path));
    }
    output::print(&render(lang, &made), global.color)?;
    let Some(adopter) = adopter else { return Ok(Exit::Clean) };
    let opened = base::load_from(folder.clone(), global)?;
    let today = opened.today;
    let verdicts = opened.verdicts.clone();
    let checked = Checked::new(opened);
    // What a source that is missing would raise cannot be deferred.
    if !is_complete(global, &checked.base) {
        let missing = Speaker::new(&checked.base, lang).missing_sources().unwrap_or_default();
        output::print(&format!("{missing}\n"), global.color)?;
        return Ok(Exit::Incomplete);
    }
    let done = adopt(&verdicts, &checked, &folder, &adopter, today, lang)?;
    output::print(&adopted(lang, &done), global.color)?;
    Ok(Exit::Clean)
}

fn not_made(path: &Path, before: usize) -> impl FnOnce(io::Error) -> Refusal {
    let file = path.to_owned();
    move |error| Refusal::NotMade { file, error, before }
}
