//! What the mark of a table asks for, as `gainsay table` takes it.

use std::path::{Component, Path, PathBuf};

use clap::Parser;
use gainsay_claims::Lang;
use gainsay_draft::{Draft, Format, Spec};

use crate::{
    args::{Args, Command, Global, TableArgs},
    refusal::Refusal,
    usage::said,
};

/// The language that most passages of a draft are in, if it has any.
pub(super) fn language_of(draft: &Draft) -> Option<Lang> {
    let french = draft.passages.iter().filter(|one| one.lang == Lang::Fr).count();
    let most = if 2 * french > draft.passages.len() { Lang::Fr } else { Lang::En };
    (!draft.passages.is_empty()).then_some(most)
}

/// What a mark asks of `gainsay table`, and in which language: the mark's, or else that of
/// the draft. The table is in the draft's format; files are sought from its folder.
pub(super) fn table(
    spec: &Spec,
    draft: &Path,
    format: Format,
    spoken: Lang,
) -> Result<(Global, Lang, Box<TableArgs>), Refusal> {
    let mut arguments = vec!["gainsay".to_owned(), "table".to_owned()];
    let has = |name: &str| spec.options.iter().any(|(given, _)| given == name);
    if !has("template") {
        arguments.push(format!("--format={}", name(format)));
        let dialect = usual_dialect(draft).filter(|_| !has("dialect"));
        arguments.extend(dialect.map(|dialect| format!("--dialect={dialect}")));
    }
    arguments.extend(spec.options.iter().map(|(name, value)| match value {
        Some(value) => format!("--{name}={value}"),
        None => format!("--{name}"),
    }));
    arguments.extend(["--".to_owned(), spec.table.clone()]);
    let parsed = Args::try_parse_from(arguments)
        .map_err(|error| Refusal::BadOption { message: said(&error) })?;
    let Some(Command::Table(mut table)) = parsed.command else {
        return Err(Refusal::NothingSelected);
    };
    if let Some(template) = &mut table.template {
        *template = beside(draft, template)?;
    }
    let lang = parsed.global.lang.map_or(spoken, Into::into);
    Ok((parsed.global, lang, table))
}

/// The path of a file that a mark names. Whoever wrote the draft may not be who runs
/// `sync`, so a mark reaches nothing but what is below the draft's folder.
fn beside(draft: &Path, file: &Path) -> Result<PathBuf, Refusal> {
    let is_below = |part: Component<'_>| matches!(part, Component::Normal(_) | Component::CurDir);
    if !file.components().all(is_below) {
        return Err(Refusal::TemplateElsewhere { file: file.to_owned() });
    }
    Ok(draft.parent().unwrap_or(Path::new("")).join(file))
}

/// The name of a draft's format among those of tables.
fn name(format: Format) -> &'static str {
    match format {
        Format::Latex => "latex",
        Format::Html => "html",
        Format::Typst => "typst",
        Format::Markdown | Format::Plain | Format::Docx => "md",
    }
}

/// The kind of Markdown that the name of a draft promises.
fn usual_dialect(draft: &Path) -> Option<&'static str> {
    match Format::by_ending(&draft.to_string_lossy())?.0 {
        "qmd" => Some("quarto"),
        "rmd" => Some("pandoc"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;
    use gainsay_draft::OPTIONS;

    use super::*;

    /// Options of `gainsay table` that follow from the draft.
    const FROM_THE_DRAFT: [&str; 2] = ["csv-dialect", "format"];

    #[test]
    fn a_file_of_a_mark_is_below_the_draft_or_refused() {
        let found = |file: &str| beside(Path::new("texts/draft.md"), Path::new(file)).ok();
        assert_eq!(found("a.md"), Some("texts/a.md".into()));
        assert_eq!(found("./forms/a..b.md"), Some("texts/forms/a..b.md".into()));
        for file in ["/etc/passwd", "../a.md", "forms/../../a.md", "forms/.."] {
            assert_eq!(found(file), None, "{file}");
        }
    }

    #[test]
    fn a_mark_may_give_every_option_of_a_table() {
        let command = Args::command();
        let table = command.find_subcommand("table").expect("there is such a command");
        let own = table.get_arguments().filter_map(clap::Arg::get_long);
        let mut known: Vec<&str> = own.chain(["lang"]).collect();
        known.retain(|name| !FROM_THE_DRAFT.contains(name));
        known.sort_unstable();
        assert_eq!(known, OPTIONS);
    }
}
