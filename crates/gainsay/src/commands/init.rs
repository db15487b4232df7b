use std::{fs, io, path::Path};

use gainsay_claims::Lang;
use gainsay_host::{identity, make_file, make_folder, make_whole};
use gainsay_report::{
    Speaker,
    init::{Adopted, Made, baseline_reason, render},
};

use super::is_complete;
use crate::{
    args::{Global, Init},
    base::{self, from_here},
    baseline::{self, Adoption},
    checked::Checked,
    exit::Exit,
    init::{files, root},
    output,
    refusal::Refusal,
    today::today,
};

/// Makes the files of a base that are not there yet, and tells which are. Adopts the base
/// as it is, if that was asked for.
pub(super) fn run(global: &Global, lang: Lang, asked: &Init) -> Result<Exit, Refusal> {
    let folder = make_folder(&asked.folder).map_err(not_made(&asked.folder))?;
    let mut made = Made::default();
    for file in files(&folder, root(&folder), lang) {
        let is_new = make_file(&file.path, file.text.as_bytes(), file.is_executable)
            .map_err(not_made(&file.path))?;
        let list = if is_new { &mut made.files } else { &mut made.left_alone };
        list.push(from_here(&file.path));
    }
    if !asked.baseline {
        output::print(&render(lang, &made), global.color)?;
        return Ok(Exit::Clean);
    }
    let opened = base::load_from(folder.clone(), global)?;
    let checked = Checked::new(opened);
    // What a source that is missing would raise cannot be deferred.
    if !is_complete(global, &checked.base) {
        let missing = Speaker::new(&checked.base, lang).missing_sources().unwrap_or_default();
        output::print(&format!("{}{missing}\n", render(lang, &made)), global.color)?;
        return Ok(Exit::Incomplete);
    }
    made.adopted = Some(adopt(global, lang, &folder, &checked)?);
    output::print(&render(lang, &made), global.color)?;
    Ok(Exit::Clean)
}

fn adopt(
    global: &Global,
    lang: Lang,
    folder: &Path,
    checked: &Checked,
) -> Result<Adopted, Refusal> {
    let who = identity(folder).map_err(Refusal::NoIdentity)?;
    let adoption = Adoption { who, on: today(global)?, reason: baseline_reason(lang).to_owned() };
    let path = folder.join(baseline::FILE);
    let text = match fs::read_to_string(&path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        read => read.map_err(|error| Refusal::Unreadable { file: path.clone(), error })?,
    };
    let (text, findings) = adoption
        .defer(checked, text)
        .map_err(|error| Refusal::NoVerdicts { file: path.clone(), error })?;
    if findings > 0 {
        make_whole(&path, text.as_bytes()).map_err(not_made(&path))?;
    }
    Ok(Adopted { file: from_here(&path), findings, until: adoption.until() })
}

fn not_made(path: &Path) -> impl FnOnce(io::Error) -> Refusal {
    let file = path.to_owned();
    move |error| Refusal::NotMade { file, error }
}
