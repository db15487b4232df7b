//! Proposes a mapping by reading a table, and says what it understood of it. What only a
//! person knows stands in it as remarks: until these are filled in, nothing of it counts.

mod askings;
mod guess;
mod sums;

use std::fmt::{self, Write as _};

use gainsay_plugin::{
    Document, Lang, Names, Said,
    form::{Encoding, Figures, guessed_encoding},
    slug, toml_string,
    wire::DateOrder,
};

use crate::table::Table;
use guess::{Guess, Role};
use sums::Sums;

const HEAD: [&str; 2] = [
    "\
# What only you know stands behind `#`. Until a concept is named, nothing of this table
# counts; without `[seen]`, the table itself is what was seen.
",
    "\
# Ce que le fichier ne dit pas suit un `#`. Tant qu'aucun concept n'est nommé, rien de ce
# tableau ne compte\u{a0}; sans `[seen]`, c'est le tableau lui-même qui a été vu.
",
];

const SEEN: &str = "\
# [seen.page]
# mark = \"secondary\"
# url = \"\"
";

const NO_FIGURES: [&str; 2] = ["has no column of figures", "n'a aucune colonne de chiffres"];

/// The text of a mapping, then what was understood, one thing with its value after the other.
///
/// # Errors
///
/// When the file is no table, or holds no figures, in words.
pub(crate) fn propose(document: &Document, lang: Lang) -> Result<Vec<[String; 2]>, Said> {
    let name = document.file_name();
    let refused = |why: Said| why.map(|why| format!("`{name}` {why}"));
    let encoding = guessed_encoding(document).map_err(refused)?;
    let table = Table::of(document, encoding).map_err(|why| refused(why.into()))?;
    let guess = Guess::of(&table);
    if guess.values.is_empty() {
        return Err(refused(NO_FIGURES.into()));
    }
    let mut text = String::new();
    write(&mut text, name, encoding, &guess, lang).expect("writing to a string does not fail");
    let entry = |what: &str, value: String| [what.to_owned(), value];
    let mut entries = vec![entry("mapping", text), entry("table", String::new())];
    entries.push(entry("rows", table.len().to_string()));
    entries.extend(encoding.map(|one| entry("encoding", one.name().to_owned())));
    let tells = guess.roles.iter().filter(|(role, _)| *role != Role::Option);
    let tells: Vec<_> = tells.map(|(_, name)| *name).collect();
    let undecided = if let Sums::Beside(undecided) = &guess.sums { &undecided[..] } else { &[] };
    for (what, columns) in [
        ("poll", tells),
        ("columns", [&guess.values[..], undecided].concat()),
        ("option", guess.role(Role::Option).into_iter().collect()),
        ("marks", guess.missing.clone()),
        ("columns-not-understood", guess.others.clone()),
    ] {
        entries.extend((!columns.is_empty()).then(|| entry(what, columns.join(", "))));
    }
    Ok(entries)
}

fn write(
    text: &mut String,
    file: &str,
    encoding: Option<Encoding>,
    guess: &Guess<'_>,
    lang: Lang,
) -> fmt::Result {
    writeln!(text, "#:schema feed.schema.json\ntable = {}", toml_string(file))?;
    if encoding == Some(Encoding::Windows1252) {
        writeln!(text, "encoding = \"windows-1252\"")?;
    }
    writeln!(text, "\n{}", lang.of(HEAD))?;
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
    let dates = order.map(|order| format!("dates = \"{order}\""));
    let decimals = guess.has_decimals.then(|| "decimals = \"point\"".to_owned());
    let notation: Vec<_> = [dates, decimals].into_iter().flatten().collect();
    if !notation.is_empty() {
        let remark = if house.is_some() { "" } else { "# " };
        writeln!(text, "{remark}notation = {{ {} }}", notation.join(", "))?;
    }
    write!(text, "\n{SEEN}")?;
    poll(text, guess, lang)?;
    question(text, guess, lang)?;
    if guess.others.is_empty() {
        return Ok(());
    }
    // What is not understood stays something to be told.
    let remark = lang.of([
        "unless they say what others mean",
        "à moins qu'elles ne disent ce que d'autres signifient",
    ]);
    writeln!(text, "\n# [left-out]            # {remark}")?;
    writeln!(text, "# columns = [{}]", list(&guess.others))
}

/// Which rows are a poll, and what their columns say of it.
fn poll(text: &mut String, guess: &Guess<'_>, lang: Lang) -> fmt::Result {
    writeln!(text, "\n[poll]")?;
    let parts = match guess.role(Role::Poll) {
        Some(poll) => vec![poll],
        None => [guess.role(Role::House), guess.day()].into_iter().flatten().collect(),
    };
    let id: Vec<_> = parts.iter().map(|name| format!("{{{name}}}")).collect();
    let id = if id.is_empty() { "poll".to_owned() } else { id.join(" ") };
    line(text, "id", Some(id))?;
    if guess.is_grouped || guess.is_long() {
        let by = guess.known_by();
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
    if guess.is_padded {
        writeln!(text, "padded = true         # {}", lang.of(["`16.0` is 16", "`16.0` vaut 16"]))?;
    }
    people(text, guess, lang)
}

/// The words that tell whom a poll is about.
fn people(text: &mut String, guess: &Guess<'_>, lang: Lang) -> fmt::Result {
    let Some(column) = guess.role(Role::Population) else { return Ok(()) };
    writeln!(
        text,
        "universe = \"{{people}}\"\n\n[words.people]\ncolumn = {}\n[words.people.mean]",
        toml_string(column)
    )?;
    for words in &guess.populations {
        let remark = lang.of(["a word of the vocabulary", "un mot du vocabulaire"]);
        writeln!(text, "{} = \"\"      # {remark}", toml_string(words))?;
    }
    Ok(())
}

fn question(text: &mut String, guess: &Guess<'_>, lang: Lang) -> fmt::Result {
    let kind = match guess.sums {
        Sums::OfSeveral => lang.of([
            "\"unknown\"      # shares come to more than all: single, multi, rank, scale",
            "\"unknown\"      # les parts font plus que le tout\u{a0}: single, multi, rank, scale",
        ]),
        Sums::OfOne | Sums::Beside(_) => "\"single\"",
    };
    writeln!(text, "\n[question.question]\nkind = {kind}")?;
    let remark = lang.of([
        "what is asked, a word of the vocabulary",
        "ce qui est demandé, un mot du vocabulaire",
    ]);
    writeln!(text, "# concept = \"\"       # {remark}")?;
    if let Some(size) = guess.role(Role::Part).or(guess.role(Role::Size)) {
        line(text, "n", Some(size.to_owned()))?;
    }
    let braced = |name: &str| format!("{{{name}}}");
    if let Some(wording) = guess.role(Role::Text) {
        line(text, "text", Some(braced(wording)))?;
    }
    if !guess.askings.is_empty() {
        let name: Vec<_> = guess.askings.iter().map(|name| braced(name)).collect();
        line(text, "name", Some(name.join(" ")))?;
        writeln!(text, "by = [{}]", list(&guess.askings))?;
    }
    facets(text, guess, lang)?;
    if let (Some(option), [value]) = (guess.role(Role::Option), &guess.values[..]) {
        line(text, "value", Some((*value).to_owned()))?;
        return line(text, "option", Some(braced(option)));
    }
    if let Sums::Beside(undecided) = &guess.sums {
        let [base, rest] = lang.of([
            ["of whom these are shares: those who answer", "the share of the others"],
            ["ceux dont ce sont des parts\u{a0}: ceux qui répondent", "la part des autres"],
        ]);
        writeln!(text, "# base = []          # {base}")?;
        writeln!(text, "# rest = {}   # {rest}", toml_string(undecided[0]))?;
    }
    answers(text, &guess.values)?;
    let Sums::Beside(undecided) = &guess.sums else { return Ok(()) };
    let remark = lang.of([
        "Shares beside the others, which come to all without them.",
        "Parts à côté des autres, qui font le tout sans elles.",
    ]);
    writeln!(text, "\n# {remark}")?;
    writeln!(text, "[question.undecided]\n# concept = \"\"")?;
    if let Some(size) = guess.role(Role::Size) {
        line(text, "n", Some(size.to_owned()))?;
    }
    answers(text, undecided)
}

/// A column for each answer.
fn answers(text: &mut String, columns: &[&str]) -> fmt::Result {
    let mut names = Names::default();
    for column in columns {
        let name = match slug(column) {
            empty if empty.is_empty() => "answer".to_owned(),
            name => name,
        };
        writeln!(text, "answer.{} = {{ column = {} }}", names.give(name), toml_string(column))?;
    }
    Ok(())
}

/// What tells the figures of a poll apart, under the names of their columns.
fn facets(text: &mut String, guess: &Guess<'_>, lang: Lang) -> fmt::Result {
    let answer = guess.role(Role::Option).filter(|_| guess.is_long()).unwrap_or("answer");
    let all = [&[answer], &guess.askings[..]].concat();
    if !guess.is_long() && guess.values.len() < 2 && guess.askings.is_empty() {
        return Ok(());
    }
    let facet = |name: &&str| {
        let called = slug(name.rsplit('.').next().unwrap_or(name));
        format!("{} = {}", toml_string(&called), toml_string(&format!("{{{name}}}")))
    };
    let all: Vec<_> = all.iter().map(facet).collect();
    let remark = lang.of([
        "what tells figures apart, facets of the vocabulary",
        "ce qui distingue les chiffres, facettes du vocabulaire",
    ]);
    writeln!(text, "# facets = {{ {} }}  # {remark}", all.join(", "))
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
