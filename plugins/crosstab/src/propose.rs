//! Proposes a mapping by reading a table, and says what it understood of it.

mod bases;
mod guess;
mod pairs;
mod questions;
mod titles;
mod write;

use gainsay_plugin::{
    Document, Lang, Said,
    form::{Encoding, guessed_encoding},
};
use serde::Serialize;

use crate::{address::ranges, book::Book};

/// A mapping to begin with. What only a person knows stands in it as comments: until they
/// are filled in, it is read and nothing of it counts, so that nothing invented gets into a
/// base.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Proposal {
    /// The text of the mapping, TOML.
    pub mapping: String,
    /// What was understood of each sheet, in order.
    pub understood: Vec<Understood>,
    /// The encoding of its text, where it is not UTF-8.
    pub encoding: Option<&'static str>,
}

impl Proposal {
    /// The text of the mapping, then what was understood, one thing with its value after
    /// the other; this is how it travels to the host.
    pub fn entries(&self, lang: Lang) -> Vec<[String; 2]> {
        let mut entries = vec![["mapping".to_owned(), self.mapping.clone()]];
        let encoding = self.encoding.map(|name| ["encoding", name].map(str::to_owned));
        entries.extend(self.understood.iter().flat_map(|one| one.entries(lang)));
        // What has an encoding is one table.
        entries.extend(encoding);
        entries
    }
}

impl Understood {
    fn entries(&self, lang: Lang) -> Vec<[String; 2]> {
        let entry = |what: &str, value: String| [what.to_owned(), value];
        let rows = |rows: &[usize]| ranges(rows, |row| row.to_string());
        let mut entries = vec![
            match &self.sheet {
                Some(name) => entry("sheet", name.clone()),
                None => entry("table", String::new()),
            },
            entry("cells", self.cells.to_string()),
            entry("figures", self.figures.to_string()),
        ];
        entries.extend((!self.banner.is_empty()).then(|| entry("banner", rows(&self.banner))));
        let heads = |(at, heads): &(String, Vec<String>)| {
            entry("column", [std::slice::from_ref(at), heads].concat().join(" / "))
        };
        entries.extend(self.columns.iter().map(heads));
        for Question { title, answers, base } in &self.questions {
            entries.push(match title.is_empty() {
                true => entry("question-untitled", answers.to_string()),
                false => entry("question", format!("{title} ({answers})")),
            });
            entries.extend(base.clone().map(|words| entry("asked", words)));
        }
        for kind in ["unweighted", "weighted", "effective"] {
            let own = self.bases.iter().filter(|(_, base)| *base == kind);
            let own: Vec<_> = own.map(|(row, _)| *row).collect();
            entries.extend((!own.is_empty()).then(|| entry(kind, rows(&own))));
        }
        entries.extend(self.letters.map(|stand| entry(&format!("letters-{stand}"), String::new())));
        entries.extend(self.counts.map(|side| entry(&format!("counts-{side}"), String::new())));
        entries.extend((!self.marks.is_empty()).then(|| entry("marks", self.marks.join(", "))));
        let unsaved = self.unsaved.pick(lang);
        let unsaved = (!unsaved.is_empty()).then(|| entry("formulas-unsaved", unsaved.to_owned()));
        entries.extend(unsaved);
        for (what, left) in
            [("under-others", &self.under_others), ("not-understood", &self.not_understood)]
        {
            entries.extend((!left.is_empty()).then(|| entry(what, rows(left))));
        }
        entries
    }
}

/// What was understood of a sheet. Rows are counted from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Understood {
    /// Its name; none where the file is one table.
    pub sheet: Option<String>,
    /// How many cells are filled.
    pub cells: usize,
    /// How many of them hold figures.
    pub figures: usize,
    /// Rows of column heads.
    pub banner: Vec<usize>,
    /// Letters of the columns with figures, and their heads, outermost first.
    pub columns: Vec<(String, Vec<String>)>,
    /// The questions, in order.
    pub questions: Vec<Question>,
    /// Rows of bases and what kind they are.
    pub bases: Vec<(usize, &'static str)>,
    /// Where letters of significance stand, if there are any.
    pub letters: Option<&'static str>,
    /// On which side of the shares the counts of the same answers stand, if there are any.
    pub counts: Option<&'static str>,
    /// Marks that stand in place of figures or behind them.
    pub marks: Vec<String>,
    /// Cells with formulas whose results were not saved, which are read as empty.
    pub unsaved: Said,
    /// Rows of tables with other column heads, which want a mapping of their own.
    pub under_others: Vec<usize>,
    /// Rows that were not understood.
    pub not_understood: Vec<usize>,
}

/// A question as its rows tell it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Question {
    /// Its title; empty if it has none.
    pub title: String,
    /// How many answers it has.
    pub answers: usize,
    /// Whom it was put to, in the words of the table, if it says so.
    pub base: Option<String>,
}

/// Reads a table or workbook as the host hands it over, and proposes a mapping of it with
/// remarks in a language.
///
/// # Errors
///
/// When the file cannot be read, or holds no figures, in words.
pub fn propose(document: &Document, lang: Lang) -> Result<Proposal, Said> {
    let name = document.file_name();
    let refused = |why: Said| why.map(|why| format!("`{name}` {why}"));
    let encoding = guessed_encoding(document).map_err(refused)?;
    let mut book = Book::open(document, encoding).map_err(|why| refused(why.into()))?;
    let names = book.names().to_vec();
    let wanted = match names.is_empty() {
        true => vec![None],
        false => names.iter().map(|name| Some(name.as_str())).collect(),
    };
    let mut guesses = Vec::new();
    for name in wanted {
        let sheet = book.sheet(name).map_err(|why| refused(why.into()))?;
        guesses.push(guess::Guess::of(&sheet));
    }
    if guesses.iter().all(|guess| guess.questions.is_empty()) {
        return Err(nothing(&guesses).into());
    }
    let understood = guesses.iter().map(|guess| guess.understood.clone()).collect();
    let mapping = write::mapping(name, encoding, &guesses, lang);
    Ok(Proposal { mapping, understood, encoding: encoding.map(Encoding::name) })
}

/// Why nothing of a file is understood.
fn nothing(guesses: &[guess::Guess]) -> [&'static str; 2] {
    match guesses.iter().any(|guess| !guess.understood.unsaved.as_str().is_empty()) {
        true => [
            "no figures with labels were found in it, and formulas without a saved result: open \
             and save it in a spreadsheet program",
            "on n'y trouve aucun chiffre avec un libellé, mais des formules sans résultat \
             enregistré\u{a0}: l'ouvrir dans un tableur et l'enregistrer",
        ],
        false => [
            "no figures with labels were found in it",
            "on n'y trouve aucun chiffre avec un libellé",
        ],
    }
}
