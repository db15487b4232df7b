//! The text of a proposed mapping.

use std::{
    fmt::{self, Write as _},
    ptr,
};

use gainsay_plugin::{
    Lang, Names,
    form::{Encoding, Figures},
    slug, toml_string,
};

use super::{guess::Guess, questions::QuestionGuess};
use crate::address::{column_name, ranges};

const HEAD: [&str; 2] = [
    "\
# What only you know stands behind `#`. Until `[study]` is filled in, nothing of this table
# counts; without `[seen]`, the table itself is what was seen.
# [study]
# title = \"\"           # as published
# publisher = \"\"
# fieldwork = \"\"
# n = \"\"               # how many were asked in all
# regions = []
# universe = \"\"        # who was asked, a word of the vocabulary

# [seen.page]
# mark = \"publisher\"
# url = \"\"
",
    "\
# Ce que le fichier ne dit pas suit un `#`. Tant que `[study]` n'est pas rempli, rien de ce
# tableau ne compte\u{a0}; sans `[seen]`, c'est le tableau lui-même qui a été vu.
# [study]
# title = \"\"           # tel qu'il a été publié
# publisher = \"\"
# fieldwork = \"\"
# n = \"\"               # combien de personnes ont été interrogées en tout
# regions = []
# universe = \"\"        # qui a été interrogé, un mot du vocabulaire

# [seen.page]
# mark = \"publisher\"
# url = \"\"
",
];

/// What is remarked of the universe in it.
const UNIVERSE: [&str; 2] =
    ["who was asked, a word of the vocabulary", "qui a été interrogé, un mot du vocabulaire"];

/// What leads to the words of the table about whom a question was put to.
const SAYS: [&str; 2] = ["; the table says", "\u{a0}; le tableau dit"];

/// The text of a mapping, made of what was guessed of each sheet.
pub(super) fn mapping(
    file: &str,
    encoding: Option<Encoding>,
    guesses: &[Guess],
    lang: Lang,
) -> String {
    let mut text = String::from("#:schema crosstab.schema.json\n");
    write(&mut text, file, encoding, guesses, lang).expect("writing to a string does not fail");
    text
}

fn write(
    text: &mut String,
    file: &str,
    encoding: Option<Encoding>,
    guesses: &[Guess],
    lang: Lang,
) -> fmt::Result {
    writeln!(text, "table = {}", toml_string(file))?;
    if encoding == Some(Encoding::Windows1252) {
        writeln!(text, "encoding = \"windows-1252\"")?;
    }
    let mapped = of_one_layout(guesses);
    let asked = asked(&mapped);
    write!(text, "\n{}\n", head(asked, lang))?;
    if let Some(first) = mapped.first() {
        layout(text, first, &mapped, lang)?;
        columns(text, first)?;
    }
    let mut names = Names::default();
    for guess in &mapped {
        for question in &guess.questions {
            write_question(text, guess, (question, asked), &mut names, lang)?;
        }
    }
    for guess in &mapped {
        under_others(text, guess, lang)?;
    }
    let others: Vec<_> =
        guesses.iter().filter(|one| !mapped.iter().any(|other| ptr::eq(*one, *other))).collect();
    left_out(text, &mapped, &others, lang)
}

/// Whom all questions were put to, if the table says it of each in the same words.
fn asked<'a>(mapped: &[&'a Guess]) -> Option<&'a str> {
    let mut all = mapped.iter().flat_map(|guess| &guess.questions).map(|one| one.asked.as_deref());
    let first = all.next()??;
    all.all(|one| one == Some(first)).then_some(first)
}

/// The head, with whom all questions were put to where it is asked for.
fn head(asked: Option<&str>, lang: Lang) -> String {
    let head = lang.of(HEAD);
    let Some(asked) = asked else { return head.to_owned() };
    let remark = lang.of(UNIVERSE);
    head.replace(remark, &format!("{remark}{} {}", lang.of(SAYS), toml_string(asked)))
}

/// The sheets that have the layout of the one with the most figures: a mapping has one.
fn of_one_layout(guesses: &[Guess]) -> Vec<&Guess> {
    let with_figures = || guesses.iter().filter(|guess| !guess.questions.is_empty());
    // Of several with as many, the first.
    let Some(most) = with_figures().rev().max_by_key(|guess| guess.understood.figures) else {
        return Vec::new();
    };
    let is_alike = |one: &&Guess| {
        (&one.understood.banner, &one.labels) == (&most.understood.banner, &most.labels)
            && one.understood.columns == most.understood.columns
            && (one.letters, one.counts) == (most.letters, most.counts)
    };
    with_figures().filter(is_alike).collect()
}

fn layout(text: &mut String, first: &Guess, all: &[&Guess], lang: Lang) -> fmt::Result {
    let labels: Vec<_> =
        first.labels.iter().map(|&column| toml_string(&column_name(column))).collect();
    let mut marks: Vec<_> = all.iter().flat_map(|guess| &guess.understood.marks).collect();
    marks.sort();
    marks.dedup();
    let marks: Vec<_> = marks.into_iter().map(|mark| toml_string(mark)).collect();
    writeln!(text, "[layout]")?;
    writeln!(text, "banner = {:?}", first.understood.banner)?;
    writeln!(text, "labels = [{}]", labels.join(", "))?;
    writeln!(text, "figures = \"{}\"", word(first.figures))?;
    if !marks.is_empty() {
        writeln!(text, "marks = [{}]", marks.join(", "))?;
    }
    if let Some(stand) = first.letters {
        let stand = stand.word();
        let remark = lang.of([
            "the table's level; without it, letters are not compared",
            "le niveau du tableau\u{a0}; sans lui, les lettres ne sont pas comparées",
        ]);
        writeln!(text, "letters.stand = \"{stand}\"\n# letters.level = 0.95   # {remark}")?;
    }
    if let Some(side) = first.counts {
        let remark = lang.of([
            "of the same answers, beside each share",
            "des mêmes réponses, à côté de chaque part",
        ]);
        writeln!(text, "counts = \"{}\"           # {remark}", side.word())?;
    }
    writeln!(text)
}

fn word(figures: Figures) -> &'static str {
    match figures {
        Figures::Percent => "percent",
        Figures::Fraction => "fraction",
        Figures::Count => "count",
    }
}

fn columns(text: &mut String, guess: &Guess) -> fmt::Result {
    let mut names = Names::default();
    for column in &guess.columns {
        // Of `Men / %`, the sign tells nothing.
        let telling = column.heads.iter().rev().find(|head| !slug(head).is_empty());
        let name = names.give(name(telling.map_or("", String::as_str), "column"));
        let heads: Vec<_> = column.heads.iter().map(|head| toml_string(head)).collect();
        writeln!(text, "[column.{name}]")?;
        writeln!(text, "at = \"{}\"", column_name(column.at))?;
        if !heads.is_empty() {
            writeln!(text, "head = [{}]", heads.join(", "))?;
        }
        if let Some(letter) = column.letter {
            writeln!(text, "letter = \"{letter}\"")?;
            let outer = column.heads.first().filter(|_| column.heads.len() > 1);
            writeln!(text, "group = {}", toml_string(outer.map_or("", String::as_str)))?;
        }
        writeln!(text, "# base = []\n")?;
    }
    Ok(())
}

fn write_question(
    text: &mut String,
    guess: &Guess,
    (question, of_all): (&QuestionGuess, Option<&str>),
    names: &mut Names,
    lang: Lang,
) -> fmt::Result {
    let sheet = guess.understood.sheet.as_deref();
    let own = names.give(name(&question.title, sheet.unwrap_or("question")));
    writeln!(text, "[question.{own}]")?;
    if let Some(sheet) = sheet {
        writeln!(text, "sheet = {}", toml_string(sheet))?;
    }
    writeln!(text, "kind = \"unknown\"       # single, multi, rank, scale, open")?;
    if !question.title.is_empty() {
        writeln!(text, "text = {}", toml_string(&question.title))?;
    }
    let remark = lang.of([
        "what all answers measure, or each its own",
        "ce que mesurent toutes les réponses, ou chacune le sien",
    ]);
    writeln!(text, "# concept = \"\"         # {remark}")?;
    for (row, base) in &question.bases {
        writeln!(text, "{} = {}", base.key(), row + 1)?;
    }
    if let Some(asked) = question.asked.as_deref().filter(|_| of_all.is_none()) {
        let remark = lang.of([
            "whom it was put to, words of the vocabulary",
            "à qui elle a été posée, mots du vocabulaire",
        ]);
        let asked = toml_string(asked);
        writeln!(text, "# base = []            # {remark}{} {asked}", lang.of(SAYS))?;
    }
    writeln!(text)?;
    // What tells one answer from others, only a person knows; of one there is nothing to tell.
    let apart = if question.answers.len() > 1 { "# facets = {}\n" } else { "" };
    let mut names = Names::default();
    let means = question.means.iter().map(|one| (one, "says = \"mean\"\n"));
    let of_answer =
        |label: &str| if is_no_answer(label) { "says = \"no-answer\"\n" } else { apart };
    let answers = question.answers.iter().map(|one| (one, of_answer(&one.1)));
    for ((row, label), says) in answers.chain(means) {
        let answer = names.give(name(label, "answer"));
        writeln!(text, "[question.{own}.answer.{answer}]")?;
        writeln!(text, "row = {}", row + 1)?;
        if question.labels_above.contains(row) {
            writeln!(text, "# {}", lang.of(LABEL_ABOVE))?;
        } else {
            writeln!(text, "label = {}", toml_string(label))?;
        }
        writeln!(text, "{says}")?;
    }
    Ok(())
}

/// Why the label of an answer is not held against its row.
const LABEL_ABOVE: [&str; 2] = [
    "its label stands in the row above, of counts",
    "son libellé est dans la ligne au-dessus, des effectifs",
];

/// Whether a label says that somebody answered neither yes nor no. "None of these" is an answer.
fn is_no_answer(label: &str) -> bool {
    const NO_ANSWERS: [&str; 30] = [
        "no reply",
        "na",
        "nr",
        "sr",
        "je ne sais pas",
        "ne veut pas répondre",
        "don't know",
        "do not know",
        "dk",
        "not sure",
        "unsure",
        "no answer",
        "no opinion",
        "no response",
        "refused",
        "declined",
        "prefer not to say",
        "prefer not to answer",
        "not stated",
        "ne sait pas",
        "ne savent pas",
        "nsp",
        "nspp",
        "ne se prononce pas",
        "ne se prononcent pas",
        "ne souhaite pas répondre",
        "sans opinion",
        "sans réponse",
        "non-réponse",
        "pas de réponse",
    ];
    let label = label.to_lowercase().replace('’', "'");
    let mut parts =
        label.split(['/', '(', ')', ',']).map(str::trim).filter(|part| !part.is_empty());
    parts.clone().next().is_some() && parts.all(|part| NO_ANSWERS.contains(&part))
}

fn under_others(text: &mut String, guess: &Guess, lang: Lang) -> fmt::Result {
    let rows = &guess.understood.under_others;
    if rows.is_empty() {
        return Ok(());
    }
    let of = lang.of(["of sheet", "de la feuille"]);
    let sheet = guess.understood.sheet.as_ref();
    let of = sheet.map(|name| format!(" {of} {}", toml_string(name))).unwrap_or_default();
    let rows = ranges(rows, |row| row.to_string());
    let remark = lang.of([
        format!("Rows {rows}{of} stand under other column heads, and want a mapping of their own."),
        format!("Les lignes {rows}{of} sont sous d'autres en-têtes\u{a0}: il leur faut un mapping à part."),
    ]);
    writeln!(text, "# {remark}\n")
}

fn left_out(text: &mut String, mapped: &[&Guess], others: &[&Guess], lang: Lang) -> fmt::Result {
    let sheets: Vec<_> = others
        .iter()
        .filter_map(|guess| guess.understood.sheet.as_deref())
        .map(toml_string)
        .collect();
    let mut rows = Vec::new();
    for guess in mapped {
        let of = guess.understood.sheet.as_ref().map(|name| format!("{name}!")).unwrap_or_default();
        let mut own: Vec<_> =
            guess.questions.iter().flat_map(|one| one.left_out.iter().copied()).collect();
        own.extend(&guess.no_heads);
        own.sort_unstable();
        let named = own.iter().map(|&row| {
            toml_string(&format!("{of}{}", ranges(&[row], |row| (row + 1).to_string())))
        });
        rows.extend(named);
    }
    let sizes = mapped.first().map_or(&[][..], |first| &first.sizes);
    let sizes: Vec<_> = sizes.iter().map(|&at| toml_string(&column_name(at))).collect();
    if sheets.is_empty() && rows.is_empty() && sizes.is_empty() {
        return Ok(());
    }
    writeln!(text, "[left-out]")?;
    if others.iter().any(|guess| !guess.questions.is_empty()) {
        let remark = lang.of([
            "Sheets with columns of their own want a mapping of their own.",
            "Aux feuilles qui ont d'autres colonnes, il faut un mapping à part.",
        ]);
        writeln!(text, "# {remark}")?;
    }
    if !sheets.is_empty() {
        writeln!(text, "sheets = [{}]", sheets.join(", "))?;
    }
    if !sizes.is_empty() {
        let remark = lang.of(["numbers of cases beside the shares", "effectifs à côté des parts"]);
        writeln!(text, "columns = [{}]      # {remark}", sizes.join(", "))?;
    }
    if !rows.is_empty() {
        writeln!(text, "rows = [{}]", rows.join(", "))?;
    }
    Ok(())
}

/// A name made of the first words of a text.
fn name(text: &str, otherwise: &str) -> String {
    const WORDS: usize = 6;
    let few: Vec<_> = text.split_whitespace().take(WORDS).collect();
    match slug(&few.join(" ")) {
        name if name.is_empty() => slug(otherwise),
        name => name,
    }
}
