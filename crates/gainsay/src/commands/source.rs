//! What to do with sources; one file per command.

mod check;
mod draft;
mod inspect;
mod list;
mod new;
mod trust;

use gainsay_claims::Lang;

use crate::{
    args::{Global, SourceCommand},
    exit::Exit,
    output,
    refusal::Refusal,
};

/// Runs the command that was asked for.
pub(super) fn run(global: &Global, lang: Lang, asked: &SourceCommand) -> Result<Exit, Refusal> {
    match asked {
        SourceCommand::New(asked) => new::run(global, lang, asked),
        SourceCommand::Draft(asked) => draft::run(global, lang, asked),
        SourceCommand::List => list::run(global, lang),
        SourceCommand::Check(asked) => check::run(global, lang, asked),
        SourceCommand::Inspect { path } => inspect::run(global, lang, path),
        SourceCommand::Header => {
            output::print(gainsay_host::C_HEADER, global.color)?;
            Ok(Exit::Clean)
        }
        SourceCommand::Trust { name } => trust::run(global, lang, name),
        SourceCommand::Install { path, name } => {
            trust::install(global, lang, path, name.as_deref())
        }
    }
}
