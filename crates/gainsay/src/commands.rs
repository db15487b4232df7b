//! One file per command; this one calls them.

mod chart;
mod check;
mod cite;
mod compare;
mod exchange;
mod explain;
mod export;
mod init;
mod judge;
mod lint;
mod lsp;
mod read;
mod report;
mod review;
mod schema;
mod show;
mod source;
mod sync;
mod table;

use gainsay_claims::{Check, EvidenceBase, Lang, Level, checks, conformance};

use crate::{
    args::{self, Args, Command, FailOn, Global},
    exit::Exit,
    output,
    refusal::Refusal,
};

/// Runs the command that was asked for and says why if it could not.
pub(crate) fn run(args: Args, lang: Lang) -> Exit {
    let command = args.command.unwrap_or_else(|| Command::Check(args::Check::default()));
    match dispatch(command, &args.global, lang) {
        Ok(Exit::Findings) if args.global.exit_zero => Exit::Clean,
        Ok(exit) => exit,
        Err(refusal) => {
            check::print_invalid(&refusal, &args.global, lang);
            output::refuse(&refusal, lang);
            Exit::CouldNotRun
        }
    }
}

fn dispatch(command: Command, global: &Global, lang: Lang) -> Result<Exit, Refusal> {
    let finds = matches!(command, Command::Check(_) | Command::Lint(_));
    if !finds && global.output_format.is_of_findings() {
        return Err(Refusal::OnlyFindings);
    }
    if global.locked && command.writes() {
        return Err(Refusal::Locked);
    }
    match command {
        Command::Init(asked) => init::run(global, lang, &asked),
        Command::Check(asked) => check::run(global, lang, &asked),
        Command::Lint(asked) => lint::run(global, lang, &asked),
        Command::Review(asked) => review::run(global, lang, &asked),
        Command::Lsp(asked) => lsp::run(global, lang, &asked),
        Command::Sync(asked) => sync::run(global, lang, &asked),
        Command::Table(args) => table::run(global, lang, &args),
        Command::Chart(asked) => chart::run(global, lang, &asked),
        Command::Report(asked) => report::run(global, lang, &asked),
        Command::Cite { names, format, style, used_in, stdin_name } => {
            cite::run(global, lang, &cite::Asked { names, format, style, used_in, stdin_name })
        }
        Command::Export { study, format, output } => {
            export::run(global, lang, study.as_deref(), format, output.as_deref())
        }
        Command::Judge(asked) => judge::run(global, lang, &asked),
        Command::Show { id } => show::run(global, lang, &id),
        Command::Explain { rule } => explain::run(global, lang, &rule),
        Command::Source { command } => source::run(global, lang, &command),
        Command::Read { text } => read::run(global, lang, &text),
        Command::Compare { first, second, sizes, deff } => {
            compare::run(global, lang, [first, second], &sizes, deff)
        }
        Command::Schema { name } => schema::run(global, &name),
    }
}

/// Whether nothing is missing, or what is missing was accepted.
fn is_complete(global: &Global, base: &EvidenceBase) -> bool {
    global.allow_missing || base.is_complete()
}

/// The terminal's width in columns; a wide page's where there is no terminal.
fn width() -> u16 {
    comfy_table::Table::new().width().unwrap_or(150)
}

/// How a command ends that looks at a base and judges nothing.
fn exit(global: &Global, base: &EvidenceBase) -> Exit {
    if is_complete(global, base) { Exit::Clean } else { Exit::Incomplete }
}

/// From which level on findings make the program fail.
fn fail_on(asked: Option<FailOn>, default: Level) -> Level {
    match asked {
        Some(FailOn::Note) => Level::Note,
        Some(FailOn::Warning) => Level::Warning,
        Some(FailOn::Error) => Level::Error,
        None => default,
    }
}

/// Every rule and check whose findings are of a base.
fn base_checks() -> impl Iterator<Item = &'static Check> {
    let rules = gainsay_judge::rules::ALL.iter().map(|rule| rule.check);
    let verdicts = gainsay_verdict::checks::ALL.iter().copied();
    rules.chain(verdicts).chain(checks::ALL.iter().copied())
}

/// Every rule and check, those of drafts and plugins too, in order of id.
fn all_checks() -> Vec<&'static Check> {
    let drafts = gainsay_draft::rules::ALL.iter().map(|rule| rule.check);
    let plugins = conformance::ALL.iter().copied();
    let mut all: Vec<_> = base_checks().chain(drafts).chain(plugins).collect();
    // A rule that drafts share with the judge is explained as the judge's.
    all.sort_by_key(|check| check.id);
    all.dedup_by_key(|check| check.id);
    all
}

#[cfg(test)]
mod tests {
    use gainsay_claims::CheckGroup;

    use super::*;

    /// What the paragraphs of an explanation begin with.
    const LEADS: [[&str; 2]; 6] = [
        ["**Why.** ", "**Pourquoi.** "],
        ["**How it is decided.** ", "**Comment c'est décidé.** "],
        ["**Source.** ", "**Source.** "],
        ["**Sources.** ", "**Sources.** "],
        ["**Example.** ", "**Exemple.** "],
        ["**To resolve.** ", "**Pour résoudre.** "],
    ];

    #[test]
    fn every_explanation_says_the_same_in_both_languages() {
        let judged = gainsay_judge::rules::ALL.iter().map(|rule| rule.check);
        let drafted = gainsay_draft::rules::ALL.iter().map(|rule| rule.check);
        for check in all_checks().into_iter().chain(judged).chain(drafted) {
            let pages = [Lang::En, Lang::Fr].map(|lang| check.page(lang));
            let parts = pages.each_ref().map(|page| {
                let words = page.strip_prefix(&format!("# {}\n\n", check.id));
                words.expect("it has its title").split("\n\n").collect::<Vec<_>>()
            });
            assert_eq!(parts[0].len(), parts[1].len(), "{}", check.id);
            for (en, fr) in parts[0].iter().zip(&parts[1]) {
                let is_code = en.starts_with("    ");
                assert!(is_code || (!fr.trim().is_empty() && en != fr), "{}: {en}", check.id);
                let lead =
                    |part: &str, lang| LEADS.iter().position(|one| part.starts_with(one[lang]));
                assert_eq!(lead(en, 0), lead(fr, 1), "{}: {en}\n{fr}", check.id);
            }
        }
    }

    #[test]
    fn every_group_has_a_rule_and_no_rule_is_called_like_one() {
        let checks = all_checks();
        for group in CheckGroup::ALL {
            assert!(checks.iter().any(|check| check.group == group), "{}", group.id());
            assert!(checks.iter().all(|check| check.id != group.id()), "{}", group.id());
        }
    }
}
