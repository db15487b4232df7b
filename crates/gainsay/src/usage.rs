//! The command line as it is read, and what is wrong with it: clap says it in English, and
//! here is the same in French. What each option is for is told in English only.

use std::{
    env,
    io::{self, Write as _},
    process::ExitCode,
};

use clap::{
    Parser as _, ValueEnum as _,
    error::{ContextKind, ContextValue, ErrorKind},
};
use gainsay_claims::{Lang, Said};
use gainsay_report::clean;

use crate::{
    args::{Args, Language},
    language::language,
};

/// Why the word of an option cannot be what it is to be.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error("{0}")]
pub(crate) struct Misread(pub(crate) Said);

/// Reads the command line.
///
/// # Errors
///
/// With what to exit when there is nothing to run; why has been told.
pub(crate) fn args() -> Result<Args, ExitCode> {
    Args::try_parse().map_err(|error| {
        let words = env::args_os().filter_map(|word| word.into_string().ok());
        let lang = language(asked(words), |name| env::var(name).ok());
        // Nothing is left to be told when the output is closed.
        let _ = match french(&error).filter(|_| lang == Lang::Fr) {
            Some(said) => writeln!(io::stderr(), "erreur\u{a0}: {said}\n{}", usage(&error)),
            None => error.print(),
        };
        ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
    })
}

/// What is wrong with a command line, on one line.
pub(crate) fn said(error: &clap::Error) -> Said {
    let text = error.to_string();
    let told = text.split("\n\n").next().unwrap_or_default();
    let words: Vec<&str> = told.trim_start_matches("error: ").split_whitespace().collect();
    match french(error) {
        Some(fr) => [words.join(" "), fr].into(),
        None => words.join(" ").into(),
    }
}

/// The language that a command line asks for, even one that cannot be read.
fn asked(words: impl IntoIterator<Item = String>) -> Option<Language> {
    let mut words = words.into_iter();
    let word = words.find_map(|word| match word.strip_prefix("--lang")? {
        "" => Some(None),
        rest => Some(Some(rest.strip_prefix('=')?.to_owned())),
    })?;
    Language::from_str(&word.or_else(|| words.next())?, true).ok()
}

/// The same as clap says, without the usage; nothing for help, and for what is rare.
fn french(error: &clap::Error) -> Option<String> {
    let words = |kind| error.get(kind).map(|value| each(value).join(", ")).unwrap_or_default();
    let arg = words(ContextKind::InvalidArg);
    let value = words(ContextKind::InvalidValue);
    let said = match error.kind() {
        ErrorKind::InvalidValue if value.is_empty() || value == "``" => {
            format!("il manque une valeur à {arg}{}", possible(error))
        }
        ErrorKind::InvalidValue => {
            format!("{value} n'est pas une valeur de {arg}{}", possible(error))
        }
        ErrorKind::ValueValidation => {
            format!("{value} n'est pas une valeur de {arg}{}", why(error))
        }
        ErrorKind::UnknownArgument => {
            format!("argument inconnu\u{a0}: {arg}{}", nearest(error, ContextKind::SuggestedArg))
        }
        ErrorKind::InvalidSubcommand => {
            let command = words(ContextKind::InvalidSubcommand);
            let nearest = nearest(error, ContextKind::SuggestedSubcommand);
            format!("commande inconnue\u{a0}: {command}{nearest}")
        }
        ErrorKind::MissingRequiredArgument => format!("il manque {arg}"),
        ErrorKind::ArgumentConflict => match words(ContextKind::PriorArg) {
            prior if prior == arg => format!("{arg} est donné deux fois"),
            prior => format!("{arg} ne va pas avec {prior}"),
        },
        _ => return None,
    };
    Some(clean(&said))
}

fn possible(error: &clap::Error) -> String {
    let known = error.get(ContextKind::ValidValue).map(each).unwrap_or_default();
    if known.is_empty() {
        return String::new();
    }
    let nearest = nearest(error, ContextKind::SuggestedValue);
    format!("\u{a0}; valeurs admises\u{a0}: {}{nearest}", known.join(", "))
}

/// The nearest stands last.
fn nearest(error: &clap::Error, kind: ContextKind) -> String {
    let found = error.get(kind).map(each).unwrap_or_default();
    found.last().map_or(String::new(), |one| format!("\u{a0}; le plus proche est {one}"))
}

/// Why a word could not be read, where that is told in French.
fn why(error: &clap::Error) -> String {
    let misread = std::error::Error::source(error).and_then(|why| why.downcast_ref());
    misread.map_or(String::new(), |Misread(said)| format!("\u{a0}: {}", said.pick(Lang::Fr)))
}

/// The words of a context, each between backticks.
fn each(value: &ContextValue) -> Vec<String> {
    let words = match value {
        ContextValue::String(one) => vec![one.clone()],
        ContextValue::Strings(all) => all.clone(),
        _ => return Vec::new(),
    };
    words.into_iter().map(|one| format!("`{one}`")).collect()
}

fn usage(error: &clap::Error) -> String {
    let usage = match error.get(ContextKind::Usage) {
        Some(ContextValue::StyledStr(usage)) => usage.to_string(),
        _ => String::new(),
    };
    let usage = usage.trim().replacen("Usage:", "Usage\u{a0}:", 1);
    let lead = if usage.is_empty() { String::new() } else { format!("\n{usage}\n") };
    format!("{lead}\nPour en savoir plus\u{a0}: `--help` (en anglais).")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a command line is refused with, in both languages.
    #[track_caller]
    fn check(line: &str, en: &str, fr: &str) {
        let words = ["gainsay"].into_iter().chain(line.split_whitespace());
        let error = Args::try_parse_from(words).expect_err(line);
        let said = said(&error);
        assert!(said.pick(Lang::En).starts_with(en), "{said}");
        assert_eq!(said.pick(Lang::Fr).replace('\u{a0}', "~"), fr);
    }

    #[test]
    fn what_is_wrong_with_a_command_line_is_said_in_french_too() {
        check(
            "check --lang de",
            "invalid value 'de' for '--lang <LANG>'",
            "`de` n'est pas une valeur de `--lang <LANG>`~; valeurs admises~: `en`, `fr`",
        );
        check(
            "check --lang",
            "a value is required for '--lang <LANG>'",
            "il manque une valeur à `--lang <LANG>`~; valeurs admises~: `en`, `fr`",
        );
        check(
            "check --fial-on error",
            "unexpected argument '--fial-on' found",
            "argument inconnu~: `--fial-on`~; le plus proche est `--fail-on`",
        );
        check(
            "chek x --lang fr",
            "unrecognized subcommand 'chek'",
            "commande inconnue~: `chek`~; le plus proche est `check`",
        );
        check(
            "explain",
            "the following required arguments were not provided: <RULE>",
            "il manque `<RULE>`",
        );
        check(
            "table x --template a.j2 --format csv",
            "the argument '--template <FILE>' cannot be used with",
            "`--template <FILE>` ne va pas avec `--format <FORMAT>`",
        );
        check(
            "check --today soon",
            "invalid value 'soon' for '--today <DATE>': not a date",
            "`soon` n'est pas une valeur de `--today <DATE>`~: une date s'écrit comme 2026-10-02",
        );
        check(
            "check --jobs 0",
            "invalid value '0' for '--jobs <N>': not a number of at least 1",
            "`0` n'est pas une valeur de `--jobs <N>`~: il faut un nombre d'au moins 1",
        );
    }

    #[test]
    fn the_language_is_found_in_a_line_that_cannot_be_read() {
        let found = |line: &str| asked(line.split_whitespace().map(str::to_owned)).map(Lang::from);
        assert_eq!(found("gainsay chek --lang fr"), Some(Lang::Fr));
        assert_eq!(found("gainsay --lang=en chek"), Some(Lang::En));
        assert_eq!(found("gainsay --language fr --lang de"), None);
        assert_eq!(found("gainsay chek --lang"), None);
    }
}
