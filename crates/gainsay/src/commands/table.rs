use std::path::Path;

use gainsay_claims::{EvidenceBase, Lang, Proposition};
use gainsay_judge::{Judgement, PropositionJudgement, judge};
use gainsay_report::{
    Speaker,
    escape::Dialect as Csv,
    table::{Filter, Format, MarkdownDialect, Options, Table, render, template},
};

use crate::{
    answer::{Answer, Asked, answered},
    args::{CsvDialect, Dialect, Global, OutputFormat, TableArgs, TableFormat},
    base,
    exit::Exit,
    refusal::Refusal,
    select::{region, unknown},
};

/// How many bytes a template may have.
const LONGEST_TEMPLATE: usize = 1 << 20;

/// Prints the table of every proposition that the names stand for, one after the
/// other.
pub(super) fn run(global: &Global, lang: Lang, args: &TableArgs) -> Result<Exit, Refusal> {
    let template: Vec<_> = args.template.iter().cloned().collect();
    let asked = Asked { files: &template, surroundings: Some(super::width().to_string()) };
    answered(global, lang, &asked, || {
        let base = base::load(global)?.base;
        let text = text(global, lang, args, &base, &judge(&base))?;
        let exit = super::exit(global, &base);
        Ok(Answer { text, exit, base })
    })
}

/// The tables that are asked for, written.
pub(super) fn text(
    global: &Global,
    lang: Lang,
    args: &TableArgs,
    base: &EvidenceBase,
    judgement: &Judgement,
) -> Result<String, Refusal> {
    let options = options(global, args, base)?;
    let tables = named(&args.names, judgement, base)?
        .into_iter()
        .map(|judged| Table::new(base, judged))
        .filter(|table| !table.shown(base, &options).is_empty());
    let tables: Vec<Table<'_>> = tables.collect();
    if tables.is_empty() {
        return Err(Refusal::NothingSelected);
    }
    let speaker = Speaker::new(base, lang);
    match &args.template {
        None => Ok(render(speaker, &tables, &options)),
        Some(file) => through(speaker, &tables, &options, file),
    }
}

/// The propositions that names stand for, each once, in order.
pub(super) fn named<'a>(
    names: &[String],
    judgement: &'a Judgement,
    base: &EvidenceBase,
) -> Result<Vec<&'a PropositionJudgement>, Refusal> {
    let all = &judgement.propositions;
    let mut meant: Vec<&Proposition> = Vec::new();
    for name in names {
        let found = meant_by(name, all);
        if found.is_empty() {
            let propositions = all.iter().map(|one| one.proposition.to_string());
            let concepts = all.iter().map(|one| one.proposition.concept.clone());
            let others = base.sources.keys().chain(base.studies.keys()).cloned();
            let known: Vec<String> = propositions.chain(concepts).chain(others).collect();
            return Err(unknown(name, known.iter().map(String::as_str)));
        }
        meant.extend(found);
    }
    Ok(all.iter().filter(|one| meant.contains(&&one.proposition)).collect())
}

/// The proposition of this name, else all of a concept, else all that a study or a
/// source has a claim on.
fn meant_by<'a>(name: &str, all: &'a [PropositionJudgement]) -> Vec<&'a Proposition> {
    let those = |is_meant: &dyn Fn(&PropositionJudgement) -> bool| {
        let meant = all.iter().filter(|one| is_meant(one));
        meant.map(|one| &one.proposition).collect::<Vec<_>>()
    };
    let exact = those(&|one| one.proposition.to_string() == name);
    if !exact.is_empty() {
        return exact;
    }
    let of_concept = those(&|one| one.proposition.concept == name);
    if !of_concept.is_empty() {
        return of_concept;
    }
    those(&|one| {
        let evidence = one.evidence.iter().map(|one| one.claim.as_ref());
        let mut claims = evidence.chain(one.left_out.iter().map(|one| one.claim.as_ref()));
        claims.any(|id| id.strip_prefix(name).is_some_and(|rest| rest.starts_with('/')))
    })
}

fn options(global: &Global, args: &TableArgs, base: &EvidenceBase) -> Result<Options, Refusal> {
    let format = format(global, args)?;
    if !args.columns.is_empty() && matches!(format, Format::Csv(_) | Format::Json) {
        return Err(Refusal::FixedColumns);
    }
    Ok(Options {
        format,
        columns: args.columns.clone(),
        sort: args.sort.map(Into::into),
        all: args.all,
        filter: filter(args, base)?,
        citations: args.cite.map(Into::into),
        width: Some(super::width()),
    })
}

fn format(global: &Global, args: &TableArgs) -> Result<Format, Refusal> {
    let usual = match global.output_format {
        OutputFormat::Json => TableFormat::Json,
        _ => TableFormat::Terminal,
    };
    let format = args.format.unwrap_or(usual);
    if args.dialect.is_some() && format != TableFormat::Md {
        return Err(Refusal::Unsuited { option: "--dialect", format: "md" });
    }
    if args.csv_dialect.is_some() && format != TableFormat::Csv {
        return Err(Refusal::Unsuited { option: "--csv-dialect", format: "csv" });
    }
    Ok(match format {
        TableFormat::Terminal => Format::Terminal,
        TableFormat::Md => Format::Markdown(match args.dialect {
            None | Some(Dialect::Gfm) => MarkdownDialect::Gfm,
            Some(Dialect::Pandoc) => MarkdownDialect::Pandoc,
            Some(Dialect::Quarto) => MarkdownDialect::Quarto,
        }),
        TableFormat::Latex => Format::Latex,
        TableFormat::Typst => Format::Typst,
        TableFormat::Html => Format::Html,
        TableFormat::Csv => Format::Csv(match args.csv_dialect {
            None | Some(CsvDialect::Standard) => Csv::Standard,
            Some(CsvDialect::ExcelFr) => Csv::ExcelFr,
        }),
        TableFormat::Json => Format::Json,
    })
}

fn filter(args: &TableArgs, base: &EvidenceBase) -> Result<Filter, Refusal> {
    for (names, known) in [
        (&args.source, base.sources.keys().collect::<Vec<_>>()),
        (&args.universe, base.vocabulary.universes.keys().collect()),
    ] {
        if let Some(name) = names.iter().find(|name| !known.contains(name)) {
            return Err(unknown(name, known.into_iter().map(String::as_str)));
        }
    }
    let regions: Result<Vec<_>, _> = args.region.iter().map(|word| region(word)).collect();
    let regions = regions?;
    Ok(Filter {
        sources: args.source.clone(),
        universes: args.universe.clone(),
        regions: (!regions.is_empty()).then(|| regions.into_iter().collect()),
        since: args.since,
        until: args.until,
    })
}

fn through(
    speaker: Speaker<'_>,
    tables: &[Table<'_>],
    options: &Options,
    file: &Path,
) -> Result<String, Refusal> {
    let unreadable = |error| Refusal::Unreadable { file: file.to_owned(), error };
    let source = crate::file::text(file, LONGEST_TEMPLATE).map_err(unreadable)?;
    let name = file.to_string_lossy();
    template(speaker, tables, options, &name, &source)
        .map_err(|error| Refusal::Template { file: file.to_owned(), error })
}
