use std::path::Path;

use gainsay_claims::Lang;
use gainsay_host::{make_file, make_folder};
use gainsay_report::init::{Made, render};

use crate::{
    args::{Global, Init},
    base::from_here,
    exit::Exit,
    init::{files, root},
    output,
    refusal::Refusal,
};

/// Makes the files of a base that are not there yet, and tells which are.
pub(super) fn run(global: &Global, lang: Lang, asked: &Init) -> Result<Exit, Refusal> {
    let not_made = |path: &Path| {
        let file = path.to_owned();
        move |error| Refusal::NotMade { file, error }
    };
    let folder = make_folder(&asked.folder).map_err(not_made(&asked.folder))?;
    let mut made = Made::default();
    for file in files(&folder, root(&folder), lang) {
        let is_new = make_file(&file.path, file.text.as_bytes(), file.is_executable)
            .map_err(not_made(&file.path))?;
        let list = if is_new { &mut made.files } else { &mut made.left_alone };
        list.push(from_here(&file.path));
    }
    output::print(&render(lang, &made), global.color)?;
    Ok(Exit::Clean)
}
