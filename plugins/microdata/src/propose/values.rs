//! What each variable of a file holds.

use gainsay_plugin::{
    form::{ListedValue, ListedVariable, MOST_VALUES},
    toml_string,
};

use crate::{
    data::{Answers, Cell, Code, Dictionary, MOST_CELLS, Missing, Variable},
    file::File,
};

/// How many cases there are, and every variable with its values: those that occur or have a
/// label. The variables of a set are told with it.
///
/// # Errors
///
/// Why the answers cannot be read, in words that follow the name of the file.
pub(super) fn listed(file: &File<'_>) -> Result<(usize, Vec<ListedVariable>), String> {
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
    let labels = dictionary.labels_of(variable);
    let mut values: Vec<(Cell, usize)> = Vec::new();
    for cell in cells.iter().filter(|cell| **cell != Cell::Nothing) {
        match values.iter_mut().find(|(known, _)| known == cell) {
            Some((_, count)) => *count += 1,
            None => values.push((*cell, 1)),
        }
        if values.len() > MOST_VALUES {
            break;
        }
    }
    let is_many = values.len() > MOST_VALUES || labels.len() > 2 * MOST_VALUES;
    let base = ListedVariable {
        name: variable.name.clone(),
        label: variable.label.clone(),
        ..ListedVariable::default()
    };
    if is_many || values.is_empty() {
        let sort = if is_many { sort(cells, labels.len()) } else { "no answers".to_owned() };
        return ListedVariable { sort, ..base };
    }
    let mut codes: Vec<Code> = labels.iter().map(|(code, _)| code.clone()).collect();
    for code in values.iter().filter_map(|(cell, _)| answers.code_of(*cell)) {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes.retain(|code| !matches!(code, Code::Number(number) if !number.is_finite()));
    codes.sort_by(|one, other| match (one, other) {
        (Code::Number(one), Code::Number(other)) => one.total_cmp(other),
        (Code::Text(one), Code::Text(other)) => one.cmp(other),
        (Code::Number(_), Code::Text(_)) => std::cmp::Ordering::Less,
        (Code::Text(_), Code::Number(_)) => std::cmp::Ordering::Greater,
    });
    let value = |code: &Code| {
        let cell = answers.cell_of(code);
        let found = values.iter().find(|(one, _)| Some(*one) == cell);
        ListedValue {
            code: in_toml(code),
            label: dictionary.label(variable, code).unwrap_or_default().to_owned(),
            count: Some(found.map_or(0, |(_, count)| *count).to_string()),
            is_missing: is_missing(&variable.missing, code),
        }
    };
    ListedVariable { values: codes.iter().map(value).collect(), ..base }
}

/// What the answers of a variable with many values are.
fn sort(cells: &[Cell], labels: usize) -> String {
    let numbers = cells.iter().filter_map(|cell| match cell {
        Cell::Number(number) => Some(*number),
        _ => None,
    });
    let (lo, hi) = numbers.fold((f64::INFINITY, f64::NEG_INFINITY), |(lo, hi), number| {
        (lo.min(number), hi.max(number))
    });
    let with = if labels > 0 { format!(", {labels} of them labelled") } else { String::new() };
    match cells.iter().any(|cell| matches!(cell, Cell::Text(_))) {
        true => format!("many texts{with}"),
        false => format!("numbers {lo} to {hi}{with}"),
    }
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
        ListedVariable { name: set.name.clone(), values, is_set: true, ..ListedVariable::default() }
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
