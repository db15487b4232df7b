//! Microdata as every reader gives them: variables, response sets, answers.

use gainsay_plugin::Said;
use indexmap::IndexMap;

use crate::time::Time;

/// More answers than are held at once: 128 MiB.
pub(crate) const MOST_CELLS: usize = 8_000_000;

/// What a file of microdata says of its variables.
#[derive(Debug, Default)]
pub(crate) struct Dictionary {
    pub(crate) variables: Vec<Variable>,
    pub(crate) sets: Vec<ResponseSet>,
    /// Value labels; several variables may share one list.
    pub(crate) labels: Vec<Vec<(Code, String)>>,
    /// The variable that the file itself declares as weight.
    pub(crate) weight: Option<String>,
    /// What a reader had to assume, in words.
    pub(crate) remarks: Vec<Said>,
}

/// A variable: one question, or one option of a question.
#[derive(Debug, Default)]
pub(crate) struct Variable {
    pub(crate) name: String,
    /// What the file calls it, often the question; may be empty.
    pub(crate) label: String,
    pub(crate) is_text: bool,
    /// Its list in [`Dictionary::labels`].
    pub(crate) labels: Option<usize>,
    pub(crate) missing: Missing,
    /// What its numbers stand for, if they are dates or times.
    pub(crate) time: Option<Time>,
}

/// The values that stand for no answer ("user-missing").
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Missing {
    pub(crate) codes: Vec<Code>,
    /// Both ends included.
    pub(crate) range: Option<(f64, f64)>,
}

/// Several variables that are one question with several answers.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ResponseSet {
    pub(crate) name: String,
    /// What the file calls it, often the question; may be empty.
    pub(crate) label: String,
    pub(crate) variables: Vec<String>,
    /// The value that means "mentioned"; without one, the variables hold the
    /// options themselves.
    pub(crate) counted: Option<Code>,
}

/// A value by which a category is coded.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Code {
    Number(f64),
    Text(String),
}

/// The answers of a file: of each variable that is asked for, one for each case.
#[derive(Debug, Default)]
pub(crate) struct Answers {
    pub(crate) cases: usize,
    pub(crate) columns: IndexMap<String, Vec<Cell>>,
    texts: indexmap::IndexSet<String>,
}

/// One answer of one case.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Cell {
    /// Nothing is recorded ("system-missing").
    Nothing,
    Number(f64),
    /// A text of [`Answers::text`].
    Text(usize),
}

impl Dictionary {
    /// The variable of this name; case does not count, unless it must.
    pub(crate) fn variable(&self, name: &str) -> Option<&Variable> {
        self.variables.get(self.position(name)?)
    }

    /// Where the variable of this name stands; case does not count, unless it must.
    pub(crate) fn position(&self, name: &str) -> Option<usize> {
        let exact = self.variables.iter().position(|one| one.name == name);
        let same = |one: &Variable| one.name.eq_ignore_ascii_case(name);
        exact.or_else(|| self.variables.iter().position(same))
    }

    /// The value labels of a variable.
    pub(crate) fn labels_of(&self, variable: &Variable) -> &[(Code, String)] {
        let list = variable.labels.and_then(|list| self.labels.get(list));
        list.map(Vec::as_slice).unwrap_or_default()
    }

    /// The label of a code of a variable.
    pub(crate) fn label(&self, variable: &Variable, code: &Code) -> Option<&str> {
        let labels = self.labels_of(variable);
        labels.iter().find(|(one, _)| one == code).map(|(_, label)| label.as_str())
    }
}

impl Answers {
    /// Begins with one empty column for each name.
    pub(crate) fn new<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let columns = names.into_iter().map(|name| (name.to_owned(), Vec::new())).collect();
        Self { columns, ..Self::default() }
    }

    /// Adds an answer of the case that is being read to a column by its position.
    pub(crate) fn push(&mut self, column: usize, cell: Cell) {
        if let Some((_, cells)) = self.columns.get_index_mut(column) {
            cells.push(cell);
        }
    }

    /// A text as an answer; a blank one is none.
    pub(crate) fn text_cell(&mut self, text: &str) -> Cell {
        if text.is_empty() {
            return Cell::Nothing;
        }
        if let Some(known) = self.texts.get_index_of(text) {
            return Cell::Text(known);
        }
        Cell::Text(self.texts.insert_full(text.to_owned()).0)
    }

    /// A code as the answers hold it, if it could occur in them.
    pub(crate) fn cell_of(&self, code: &Code) -> Option<Cell> {
        match code {
            Code::Number(number) => Some(Cell::Number(*number)),
            Code::Text(text) => self.texts.get_index_of(text).map(Cell::Text),
        }
    }

    /// The code that an answer is, if it is one.
    pub(crate) fn code_of(&self, cell: Cell) -> Option<Code> {
        match cell {
            Cell::Nothing => None,
            Cell::Number(number) => Some(Code::Number(number)),
            Cell::Text(at) => self.texts.get_index(at).cloned().map(Code::Text),
        }
    }

    /// What each case answered.
    pub(crate) fn column(&self, variable: &Variable) -> &[Cell] {
        self.columns.get(&variable.name).map(Vec::as_slice).unwrap_or_default()
    }
}

impl std::fmt::Display for Code {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => write!(out, "{number}"),
            Self::Text(text) => write!(out, "\"{text}\""),
        }
    }
}
