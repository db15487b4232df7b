//! What each variable of a file holds.

use std::cmp::Ordering;

use gainsay_plugin::{
    Said,
    form::{ListedValue, ListedVariable, MOST_VALUES},
    toml_string,
};

use crate::{
    data::{Answers, Cell, Code, Dictionary, MOST_CELLS, Missing, Variable},
    file::File,
    time::Time,
};

/// How many characters a text has at most that is an answer to choose.
const LONGEST: usize = 60;

/// How many cases there are, and every variable with its values: those that occur or have a
/// label. The variables of a set are told with it.
///
/// # Errors
///
/// Why the answers cannot be read, in words that follow the name of the file.
pub(super) fn listed(file: &File<'_>) -> Result<(usize, Vec<ListedVariable>), Said> {
    let dictionary = &file.dictionary;
    let cases = file.answers(&[])?.cases;
    let names: Vec<_> = dictionary.variables.iter().map(|one| one.name.as_str()).collect();
    let names: Vec<_> = names.into_iter().filter(|name| !name.is_empty()).collect();
    let mut variables = Vec::new();
    // As many at a time as fit into memory.
    for some in names.chunks((MOST_CELLS / cases.max(1)).max(1)) {
        let answers = file.answers(some)?;
        for variable in some.iter().filter_map(|name| dictionary.variable(name)) {
            variables.push(one(dictionary, variable, &answers));
        }
    }
    let sets = sets(dictionary, &variables);
    let is_in_a_set =
        |one: &ListedVariable| dictionary.sets.iter().any(|set| set.variables.contains(&one.name));
    variables.retain(|one| !is_in_a_set(one));
    variables.extend(sets);
    Ok((cases, variables))
}

fn one(dictionary: &Dictionary, variable: &Variable, answers: &Answers) -> ListedVariable {
    let cells = answers.column(variable);
    let base = ListedVariable {
        name: variable.name.clone(),
        label: variable.label.clone(),
        ..ListedVariable::default()
    };
    let Some(codes) = codes(dictionary, variable, answers) else {
        return ListedVariable { sort: sort(cells, variable.time), ..base };
    };
    let value = |code: &Code| {
        let cell = answers.cell_of(code);
        let count = cells.iter().filter(|one| Some(**one) == cell).count();
        ListedValue {
            code: in_toml(code),
            label: label(dictionary, variable, code),
            count: Some(count.to_string()),
            is_missing: is_missing(&variable.missing, code),
        }
    };
    ListedVariable { values: codes.iter().map(value).collect(), ..base }
}

/// What a value is called; a date is by itself.
fn label(dictionary: &Dictionary, variable: &Variable, code: &Code) -> String {
    let own = dictionary.label(variable, code).map(str::to_owned);
    let in_words = || match (variable.time, code) {
        (Some(time), Code::Number(number)) => time.words(*number),
        _ => None,
    };
    own.or_else(in_words).unwrap_or_default()
}

/// The values of a variable that is a question, in order: those that have a label or occur.
/// Without labels it is one if its values are whole numbers or short texts that recur.
fn codes(dictionary: &Dictionary, variable: &Variable, answers: &Answers) -> Option<Vec<Code>> {
    let mut occur: Vec<Cell> = Vec::new();
    let mut answered = 0;
    for cell in answers.column(variable).iter().filter(|cell| **cell != Cell::Nothing) {
        answered += 1;
        if !occur.contains(cell) {
            occur.push(*cell);
        }
        if occur.len() > MOST_VALUES {
            return None;
        }
    }
    let labels = dictionary.labels_of(variable);
    let mut codes: Vec<Code> = labels.iter().map(|(code, _)| code.clone()).collect();
    for code in occur.iter().filter_map(|cell| answers.code_of(*cell)) {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes.retain(|code| !matches!(code, Code::Number(number) if !number.is_finite()));
    let recurs = occur.len() * 2 <= answered && codes.iter().all(is_plain);
    if occur.is_empty() || codes.len() > 2 * MOST_VALUES || labels.is_empty() && !recurs {
        return None;
    }
    codes.sort_by(order);
    Some(codes)
}

fn is_plain(code: &Code) -> bool {
    match code {
        Code::Number(number) => number.fract() == 0.0,
        Code::Text(text) => text.chars().count() <= LONGEST,
    }
}

fn order(one: &Code, other: &Code) -> Ordering {
    match (one, other) {
        (Code::Number(one), Code::Number(other)) => one.total_cmp(other),
        (Code::Text(one), Code::Text(other)) => one.cmp(other),
        (Code::Number(_), Code::Text(_)) => Ordering::Less,
        (Code::Text(_), Code::Number(_)) => Ordering::Greater,
    }
}

/// What the answers are like to a variable that is no question.
fn sort(cells: &[Cell], time: Option<Time>) -> String {
    if cells.iter().any(|cell| matches!(cell, Cell::Text(_))) {
        return "\"...\"".to_owned();
    }
    let numbers = cells.iter().filter_map(|cell| match cell {
        Cell::Number(number) => Some(*number),
        _ => None,
    });
    let ends = numbers.fold(None, |ends: Option<(f64, f64)>, number| {
        let (lo, hi) = ends.unwrap_or((number, number));
        Some((lo.min(number), hi.max(number)))
    });
    let words = |end: f64| time.and_then(|time| time.words(end)).unwrap_or_else(|| end.to_string());
    ends.map_or_else(|| "-".to_owned(), |(lo, hi)| format!("{} ... {}", words(lo), words(hi)))
}

/// The sets that the file declares, each with the answers that may be given.
fn sets(dictionary: &Dictionary, variables: &[ListedVariable]) -> Vec<ListedVariable> {
    let named = |name: &String| variables.iter().find(|one| one.name == *name);
    let set = |set: &crate::data::ResponseSet| {
        let members = set.variables.iter().filter_map(named);
        let values = match &set.counted {
            Some(counted) => members.map(|one| option(one, counted)).collect(),
            // Any of its variables may hold any option.
            None => members.flat_map(|one| &one.values).fold(Vec::new(), |mut options, value| {
                if !options.iter().any(|one: &ListedValue| one.code == value.code) {
                    options.push(ListedValue { count: None, ..value.clone() });
                }
                options
            }),
        };
        let (name, label) = (set.name.clone(), set.label.clone());
        ListedVariable { name, label, values, is_set: true, ..ListedVariable::default() }
    };
    dictionary.sets.iter().map(set).collect()
}

/// A variable that tells whether an option was mentioned.
fn option(variable: &ListedVariable, counted: &Code) -> ListedValue {
    let mentioned = variable.values.iter().find(|value| value.code == in_toml(counted));
    ListedValue {
        code: toml_string(&variable.name),
        label: variable.label.clone(),
        count: mentioned.and_then(|value| value.count.clone()),
        is_missing: false,
    }
}

fn is_missing(missing: &Missing, code: &Code) -> bool {
    let in_range = |number: f64| missing.range.is_some_and(|(lo, hi)| lo <= number && number <= hi);
    missing.codes.contains(code) || matches!(code, Code::Number(number) if in_range(*number))
}

/// A value as a mapping names it.
fn in_toml(code: &Code) -> String {
    match code {
        Code::Number(number) => number.to_string(),
        Code::Text(text) => toml_string(text),
    }
}
