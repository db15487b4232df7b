//! The `gainsay` program.

mod answer;
mod args;
mod base;
mod baseline;
mod browser;
mod checked;
mod commands;
mod draft;
mod evidence;
mod exit;
mod file;
mod init;
mod language;
mod lsp;
mod new;
mod output;
mod progress;
mod refusal;
mod select;
mod since;
mod today;
mod usage;
mod verdict_file;
mod watch;
mod who;

use std::process::ExitCode;

fn main() -> ExitCode {
    if std::env::args_os().nth(1).is_some_and(|first| first == gainsay_host::WORKER_ARGUMENT) {
        gainsay_host::worker_main();
    }
    let args = match usage::args() {
        Ok(args) => args,
        Err(exit) => return exit,
    };
    let lang = language::language(args.global.lang, |name| std::env::var(name).ok());
    commands::run(args, lang).into()
}
