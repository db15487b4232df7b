//! Proposes a mapping by reading a table, and says what it understood of it. What only a
//! person knows stands in it as remarks: until these are filled in, nothing of it counts.

mod guess;

use std::fmt::{self, Write as _};

use gainsay_plugin::{
    Document, Names,
    form::{Encoding, Figures, NoTable},
    slug, toml_string,
    wire::DateOrder,
};

use crate::table::{Table, TableError};
use guess::{Guess, Role};

const HEAD: &str = "\
# What only you know stands behind `#`. Until a concept is named, nothing of this table
# counts; without `[seen]`, the table itself is what was seen.
";

const SEEN: &str = "\
# [seen.page]
# mark = \"secondary\"
# url = \"\"
";

/// The text of a mapping, then what was understood, one thing with its value after the other.
///
/// # Errors
///
/// When the file is no table, or holds no figures, in words.
pub(crate) fn propose(document: &Document) -> Result<Vec<[String; 2]>, String> {
    let (table, encoding) = open(document).map_err(|error| error.to_string())?;
    let guess = Guess::of(&table);
    if guess.values.is_empty() {
        return Err("no column of figures was found in it".to_owned());
    }
    let mut text = String::new();
    write(&mut text, document.file_name(), encoding, &guess)
        .expect("writing to a string does not fail");
    let entry = |what: &str, value: String| [what.to_owned(), value];
    let mut entries = vec![entry("mapping", text), entry("table", String::new())];
    entries.push(entry("rows", table.len().to_string()));
    let tells = guess.roles.iter().filter(|(role, _)| *role != Role::Option);
    let tells: Vec<_> = tells.map(|(_, name)| *name).collect();
    for (what, columns) in [
        ("poll", tells),
        ("columns", guess.values.clone()),
        ("option", guess.role(Role::Option).into_iter().collect()),
        ("marks", guess.missing.clone()),
        ("columns-not-understood", guess.others.clone()),
    ] {
        entries.extend((!columns.is_empty()).then(|| entry(what, columns.join(", "))));
    }
    Ok(entries)
}

/// Opens the file in the encoding that it seems to have.
fn open(document: &Document) -> Result<(Table<'_>, Option<Encoding>), TableError> {
    match Table::of(document, None) {
        Err(TableError::NotDecoded(NoTable::NotUtf8(_))) => {
            let encoding = Some(Encoding::Windows1252);
            Ok((Table::of(document, encoding)?, encoding))
        }
        opened => Ok((opened?, None)),
    }
}

fn write(
    text: &mut String,
    file: &str,
    encoding: Option<Encoding>,
    guess: &Guess<'_>,
) -> fmt::Result {
    writeln!(text, "#:schema feed.schema.json\ntable = {}", toml_string(file))?;
    if encoding == Some(Encoding::Windows1252) {
        writeln!(text, "encoding = \"windows-1252\"")?;
    }
    writeln!(text, "\n{HEAD}")?;
    let braced = |role: Role| guess.role(role).map(|name| format!("{{{name}}}"));
    let house = braced(Role::House);
    let title = [house.clone(), guess.day().map(|name| format!("{{{name}}}"))];
    let title = title.into_iter().flatten().collect::<Vec<_>>().join(", ");
    // A table that does not say whose its polls are leaves that to a person.
    writeln!(text, "{}[study]", if house.is_some() { "" } else { "# " })?;
    line(text, "title", Some(title).filter(|_| house.is_some()))?;
    line(text, "publisher", house.clone())?;
    if let Some(sponsor) = braced(Role::Sponsor).filter(|_| house.is_some()) {
        line(text, "sponsor", Some(sponsor))?;
    }
    writeln!(text, "# strategy = \"survey\"\n# unit = \"person\"\n# regions = []")?;
    let order = match guess.order {
        Some(DateOrder::DayMonthYear) => Some("day-month-year"),
        Some(DateOrder::MonthDayYear) => Some("month-day-year"),
        None => None,
    };
    if let Some(order) = order {
        let remark = if house.is_some() { "" } else { "# " };
        writeln!(text, "{remark}notation = {{ dates = \"{order}\" }}")?;
    }
    write!(text, "\n{SEEN}")?;
    poll(text, guess)?;
    question(text, guess)?;
    if guess.others.is_empty() {
        return Ok(());
    }
    // What is not understood stays something to be told.
    writeln!(text, "\n# [left-out]            # unless they say what others mean")?;
    writeln!(text, "# columns = [{}]", list(&guess.others))
}

/// Which rows are a poll, and what their columns say of it.
fn poll(text: &mut String, guess: &Guess<'_>) -> fmt::Result {
    writeln!(text, "\n[poll]")?;
    let parts = match guess.role(Role::Poll) {
        Some(poll) => vec![poll],
        None => [guess.role(Role::House), guess.day()].into_iter().flatten().collect(),
    };
    let id: Vec<_> = parts.iter().map(|name| format!("{{{name}}}")).collect();
    let id = if id.is_empty() { "poll".to_owned() } else { id.join(" ") };
    line(text, "id", Some(id))?;
    if guess.is_long() {
        let by = match guess.role(Role::Poll) {
            Some(poll) => vec![poll],
            None => guess.known_by(),
        };
        let remark = if by.is_empty() { "# " } else { "" };
        writeln!(text, "{remark}by = [{}]", list(&by))?;
    }
    for (key, role) in [
        ("n", Role::Size),
        ("first", Role::First),
        ("last", Role::Last),
        ("published", Role::Published),
        ("page", Role::Page),
    ] {
        if let Some(name) = guess.role(role) {
            line(text, key, Some(name.to_owned()))?;
        }
    }
    if !guess.missing.is_empty() {
        writeln!(text, "missing = [{}]", list(&guess.missing))?;
    }
    let figures = if guess.figures == Figures::Fraction { "fraction" } else { "percent" };
    writeln!(text, "figures = \"{figures}\"")?;
    people(text, guess)
}

/// The words that tell whom a poll is about.
fn people(text: &mut String, guess: &Guess<'_>) -> fmt::Result {
    let Some(column) = guess.role(Role::Population) else { return Ok(()) };
    writeln!(
        text,
        "universe = \"{{people}}\"\n\n[words.people]\ncolumn = {}\n[words.people.mean]",
        toml_string(column)
    )?;
    for words in &guess.populations {
        writeln!(text, "{} = \"\"      # a word of the vocabulary", toml_string(words))?;
    }
    Ok(())
}

fn question(text: &mut String, guess: &Guess<'_>) -> fmt::Result {
    writeln!(text, "\n[question.question]\nkind = \"single\"")?;
    writeln!(text, "# concept = \"\"       # what is asked, a word of the vocabulary")?;
    if let Some(size) = guess.role(Role::Size) {
        line(text, "n", Some(size.to_owned()))?;
    }
    if let (Some(option), [value]) = (guess.role(Role::Option), &guess.values[..]) {
        writeln!(text, "# by = []            # the columns that tell one question from another")?;
        writeln!(text, "# facets = {{ \"\" = {} }}", toml_string(&format!("{{{option}}}")))?;
        line(text, "value", Some((*value).to_owned()))?;
        return line(text, "option", Some(format!("{{{option}}}")));
    }
    let mut names = Names::default();
    for value in &guess.values {
        let name = match slug(value) {
            empty if empty.is_empty() => "answer".to_owned(),
            name => name,
        };
        writeln!(text, "answer.{} = {{ column = {} }}", names.give(name), toml_string(value))?;
    }
    Ok(())
}

/// A key with its value, or as a remark where that is not known.
fn line(text: &mut String, key: &str, value: Option<String>) -> fmt::Result {
    match value {
        Some(value) => writeln!(text, "{key} = {}", toml_string(&value)),
        None => writeln!(text, "# {key} = \"\""),
    }
}

fn list(names: &[&str]) -> String {
    names.iter().map(|name| toml_string(name)).collect::<Vec<_>>().join(", ")
}
