//! Commands that only print, answered from what was kept where nothing has changed.

use std::{
    ffi::{OsStr, OsString},
    mem,
    path::{Path, PathBuf},
};

use gainsay_claims::{EvidenceBase, Lang};
use gainsay_host::{Answer as Kept, Known, Question};

use crate::{
    args::{Global, Isolation},
    base,
    draft::STDIN,
    exit::Exit,
    output,
    refusal::Refusal,
    today::today,
};

/// What a command prints and how it ends.
pub(crate) struct Answer {
    pub(crate) text: String,
    pub(crate) exit: Exit,
    /// What it is about.
    pub(crate) base: EvidenceBase,
}

impl Answer {
    /// Prints it, and keeps nothing.
    pub(crate) fn print(self, global: &Global) -> Result<Exit, Refusal> {
        output::print(&self.text, global.color)?;
        Ok(self.end())
    }

    /// How the process ends: the system takes all its memory back at once; to give back a base
    /// piece by piece takes a twentieth of all the time.
    fn end(self) -> Exit {
        mem::forget(self.base);
        self.exit
    }
}

/// What an answer depends on, besides the base and what every command takes.
#[derive(Default)]
pub(crate) struct Asked<'a> {
    pub(crate) files: &'a [PathBuf],
    /// What the terminal tells.
    pub(crate) surroundings: Option<String>,
}

/// Prints what a command answers, and keeps it. What it tells beside its results is not kept, so
/// it tells nothing there unless it refuses.
pub(crate) fn answered(
    global: &Global,
    lang: Lang,
    asked: &Asked<'_>,
    answer: impl FnOnce() -> Result<Answer, Refusal>,
) -> Result<Exit, Refusal> {
    let Some(question) = question(global, lang, asked) else {
        return answer()?.print(global);
    };
    let open = match question.ask() {
        Known::Kept(Kept { text, exit }) => {
            if let Some(exit) = Exit::of_code(exit) {
                output::print(&text, global.color)?;
                return Ok(exit);
            }
            None
        }
        Known::Open(open) => Some(open),
    };
    let mut answer = answer()?;
    output::print(&answer.text, global.color)?;
    if let (Some(open), Some(exit)) = (open, answer.exit.to_keep()) {
        open.keep(&Kept { text: mem::take(&mut answer.text), exit }, &answer.base);
    }
    Ok(answer.end())
}

/// What is asked, where the answer may be kept: nothing is where it depends on standard input, and
/// where the options want plugins to run. Whatever is wrong with the options is told elsewhere.
fn question(global: &Global, lang: Lang, asked: &Asked<'_>) -> Option<Question> {
    let runs_here = matches!(global.isolation, Isolation::InProcess);
    if runs_here || asked.files.iter().any(|file| file == Path::new(STDIN)) {
        return None;
    }
    let own = [lang.code(), asked.surroundings.as_deref().unwrap_or_default()].map(OsStr::new);
    let words = own.into_iter().map(OsStr::to_owned).chain(std::env::args_os().skip(1));
    Some(Question {
        folder: base::cache(global)?,
        base: base::folder(global).ok()?,
        plugins: global.plugin_dir.clone(),
        files: asked.files.to_owned(),
        words: words.collect::<Vec<OsString>>(),
        day: today(global).ok()?.to_string(),
    })
}
