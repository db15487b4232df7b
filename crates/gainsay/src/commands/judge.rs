use std::{
    fs::File,
    io::{self, BufReader, Read},
    path::Path,
};

use gainsay_bulk::{
    Claims, Faults, Judged, judge, read_csv, read_json_lines, write_pairs_csv,
    write_pairs_json_lines,
};
use gainsay_claims::{Lang, policy::Policy};
use gainsay_report::{clean, json, judged};

use super::exchange::{self, Form};
use crate::{
    args::{Global, InputFormat, JudgeArgs, JudgeFormat},
    exit::Exit,
    file, output,
    progress::Told,
    refusal::Refusal,
};

/// How many bytes a file of thresholds may have.
const LONGEST_POLICY: usize = 1 << 20;

/// How many faults are told one by one.
const TOLD: usize = 20;

/// Judges a table of claims.
pub(super) fn run(global: &Global, lang: Lang, asked: &JudgeArgs) -> Result<Exit, Refusal> {
    let policy = asked.policy.as_deref().map_or_else(|| Ok(Policy::default()), policy)?;
    let shown = !global.quiet && output::is_watched();
    let read = read(asked, lang, shown);
    if shown {
        output::end_progress();
    }
    let (claims, faults) = read?;
    output::tell(&told(&faults, lang), global.color);
    if claims.is_empty() && faults.serious > 0 {
        return Ok(Exit::CouldNotRun);
    }
    let judged = judge(&claims, &policy);
    print(global, lang, asked.format, &claims, &judged, &policy, faults.count)?;
    Ok(match judged.counts.contradictions {
        _ if faults.serious > 0 && !global.allow_missing => Exit::Incomplete,
        0 => Exit::Clean,
        _ => Exit::Findings,
    })
}

fn print(
    global: &Global,
    lang: Lang,
    format: JudgeFormat,
    claims: &Claims,
    judged: &Judged,
    policy: &Policy,
    faults: u64,
) -> Result<(), Refusal> {
    match format {
        JudgeFormat::Text => {
            let text = judged::render(lang, claims, judged, policy, Some(super::width()));
            output::print(&text, global.color)
        }
        JudgeFormat::Json => {
            output::print(&json::judged(claims, judged, policy, faults), global.color)
        }
        JudgeFormat::Csv => output::stream(|out| write_pairs_csv(&judged.pairs, claims, out)),
        JudgeFormat::Jsonl => {
            output::stream(|out| write_pairs_json_lines(&judged.pairs, claims, out))
        }
    }
}

fn policy(path: &Path) -> Result<Policy, Refusal> {
    let unreadable = |error| Refusal::Unreadable { file: path.to_owned(), error };
    let text = file::text(path, LONGEST_POLICY).map_err(unreadable)?;
    Ok(gainsay_host::read_policy(&clean(&path.to_string_lossy()), &text)?)
}

fn read(asked: &JudgeArgs, lang: Lang, shown: bool) -> Result<(Claims, Faults), Refusal> {
    let path = &asked.table;
    let unreadable = |error| Refusal::Unreadable { file: path.clone(), error };
    let is_input = path.as_os_str() == "-";
    let name = if is_input { "stdin".to_owned() } else { clean(&path.to_string_lossy()) };
    let format = asked.input_format.unwrap_or_else(|| by_ending(path));
    if form(format).is_some() {
        exchange::ensure_built(&name)?;
    }
    if is_input {
        let table = Told::new(io::stdin(), &name, lang, None, shown);
        return read_as(format, &name, table, unreadable);
    }
    let (table, size) = open(path).map_err(&unreadable)?;
    read_as(format, &name, Told::new(table, &name, lang, size, shown), unreadable)
}

/// Whatever can be read, so that a table may come from another program through a pipe; with the
/// number of its bytes, if it is a file.
fn open(path: &Path) -> io::Result<(File, Option<u64>)> {
    let table = File::open(path)?;
    let told = table.metadata()?;
    if told.is_dir() {
        return Err(gainsay_host::no_file());
    }
    Ok((table, told.is_file().then_some(told.len())))
}

fn read_as(
    format: InputFormat,
    name: &str,
    mut table: impl Read + Send,
    unreadable: impl Fn(io::Error) -> Refusal,
) -> Result<(Claims, Faults), Refusal> {
    if let Some(form) = form(format) {
        let mut bytes = Vec::new();
        table.read_to_end(&mut bytes).map_err(unreadable)?;
        return exchange::claims(form, name, bytes);
    }
    let read = match format {
        InputFormat::Jsonl => read_json_lines(name, BufReader::new(table)),
        _ => read_csv(name, table),
    };
    read.map_err(unreadable)
}

/// The form of a format that is no text.
fn form(format: InputFormat) -> Option<Form> {
    match format {
        InputFormat::Csv | InputFormat::Jsonl => None,
        InputFormat::Arrow => Some(Form::Arrow),
        InputFormat::Parquet => Some(Form::Parquet),
        InputFormat::Sqlite => Some(Form::Sqlite),
    }
}

fn by_ending(path: &Path) -> InputFormat {
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    let ending = ending.as_deref().unwrap_or_default();
    match Form::of_ending(ending) {
        Some(Form::Arrow) => InputFormat::Arrow,
        Some(Form::Parquet) => InputFormat::Parquet,
        Some(Form::Sqlite) => InputFormat::Sqlite,
        None if ["jsonl", "ndjson"].contains(&ending) => InputFormat::Jsonl,
        None => InputFormat::Csv,
    }
}

/// What is wrong with the table, and how much more.
fn told(faults: &Faults, lang: Lang) -> String {
    let mut text: String =
        faults.first.iter().take(TOLD).map(|fault| fault.say(lang) + "\n").collect();
    let more = faults.count.saturating_sub(TOLD as u64);
    if more > 0 {
        text += &match lang {
            Lang::En => format!("{more} faults more\n"),
            Lang::Fr => format!("{more} défauts de plus\n"),
        };
    }
    text
}
