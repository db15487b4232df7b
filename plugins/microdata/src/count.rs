//! From an entry of a mapping to counted cases.

use gainsay_plugin::{SourceError, form::error};

use crate::{
    data::{Cell, ResponseSet},
    form::{Among, FindingForm},
    select::{Column, Condition, Survey},
    tally::Tally,
};

/// Which cases answered a question, and which of them said yes.
pub(crate) struct Counted<'a> {
    answers: Kind<'a>,
    /// The answers as they are shown: `q2 = 4 "Agree" + 5 "Strongly agree"`.
    pub(crate) shown: String,
}

enum Kind<'a> {
    /// One variable.
    Single { column: Column<'a>, yes: Vec<Cell> },
    /// A set whose variables hold the options.
    Options { columns: Vec<Column<'a>>, yes: Vec<Cell> },
    /// A set whose variables tell whether an option was mentioned.
    Mentions { columns: Vec<Column<'a>>, mentioned: Cell, yes: Vec<usize>, among: Among },
}

/// What an entry counts.
///
/// # Errors
///
/// When it names a variable, a set or a value that the data do not have.
pub(crate) fn counted<'a>(
    survey: &Survey<'a>,
    entry: &FindingForm,
) -> Result<Counted<'a>, SourceError> {
    if entry.yes.is_empty() {
        return Err(error(
            survey.document,
            &entry.id,
            ["counts no answer: `yes` is empty", "ne compte aucune réponse\u{a0}: `yes` est vide"],
        ));
    }
    match (&entry.variable, &entry.set) {
        (Some(name), None) => {
            let column = survey.column(name, &entry.keep)?;
            let (yes, codes) = survey.codes(&column, &entry.yes)?;
            let shown = format!("{} = {codes}", column.variable.name);
            Ok(Counted { answers: Kind::Single { column, yes }, shown })
        }
        (None, Some(name)) => {
            let set = survey.dictionary.sets.iter().find(|set| set.name == *name.get_ref());
            let none = || {
                let message = [
                    "is no multiple-response set of the data",
                    "n'est pas un groupe de réponses multiples des données",
                ];
                error(survey.document, name, message)
            };
            of_set(survey, entry, set.ok_or_else(none)?)
        }
        _ => Err(error(
            survey.document,
            &entry.id,
            ["needs either `variable` or `set`", "demande soit `variable`, soit `set`"],
        )),
    }
}

fn of_set<'a>(
    survey: &Survey<'a>,
    entry: &FindingForm,
    set: &ResponseSet,
) -> Result<Counted<'a>, SourceError> {
    let mut columns = Vec::new();
    for name in &set.variables {
        let name = toml::Spanned::new(entry.id.span(), name.clone());
        columns.push(survey.column(&name, &entry.keep)?);
    }
    let Some(counted) = &set.counted else {
        // A value may occur in some of the variables only.
        let mut tried = columns.iter().map(|column| survey.codes(column, &entry.yes));
        let Some(first) = tried.next() else {
            return Err(error(
                survey.document,
                &entry.id,
                ["the set has no variable", "le groupe n'a pas de variable"],
            ));
        };
        let (yes, codes) = first.or_else(|error| tried.find_map(Result::ok).ok_or(error))?;
        drop(tried);
        let shown = format!("{} = {codes}", set.name);
        return Ok(Counted { answers: Kind::Options { columns, yes }, shown });
    };
    let mut yes = Vec::new();
    let mut names = Vec::new();
    for form in &entry.yes {
        let wanted = form.get_ref().0.to_string();
        let wanted = wanted.trim_matches('"');
        let same = |one: &Column<'_>| one.variable.name.eq_ignore_ascii_case(wanted);
        let Some(position) = columns.iter().position(same) else {
            let place = gainsay_plugin::wire::Place::span(form.span());
            let of = &set.name;
            let message = [
                format!("`{wanted}` is no variable of the set `{of}`"),
                format!("`{wanted}` n'est pas une variable du groupe `{of}`"),
            ];
            return Err(SourceError::new(message).at(survey.document, place));
        };
        yes.push(position);
        names.push(format!("{} = {counted}", columns[position].variable.name));
    }
    // A value that no case has is mentioned by nobody.
    let mentioned = survey.answers.cell_of(counted).unwrap_or(Cell::Nothing);
    let shown = format!("{}: {}", set.name, names.join(" + "));
    let answers = Kind::Mentions { columns, mentioned, yes, among: entry.among };
    Ok(Counted { answers, shown })
}

impl Counted<'_> {
    /// Whether several answers may be given.
    pub(crate) fn is_multi(&self) -> bool {
        !matches!(self.answers, Kind::Single { .. })
    }

    /// Whether a case said yes; nothing when it is not in the base.
    fn says(&self, case: usize) -> Option<bool> {
        match &self.answers {
            Kind::Single { column, yes } => column.answer(case).map(|cell| yes.contains(&cell)),
            Kind::Options { columns, yes } => {
                let answers = columns.iter().filter_map(|column| column.answer(case));
                answers.map(|cell| yes.contains(&cell)).reduce(|one, other| one || other)
            }
            Kind::Mentions { columns, mentioned, yes, among } => {
                let answers: Vec<_> = columns.iter().map(|column| column.answer(case)).collect();
                let is_mentioned = |answer: &Option<Cell>| *answer == Some(*mentioned);
                let in_base = match among {
                    Among::Asked => answers.iter().any(Option::is_some),
                    Among::Answering => answers.iter().any(is_mentioned),
                };
                let is_yes = |&at: &usize| answers.get(at).is_some_and(is_mentioned);
                in_base.then(|| yes.iter().any(is_yes))
            }
        }
    }

    /// Counts the cases of which all conditions hold. With weights, a case without one
    /// counts for nobody.
    pub(crate) fn tally(
        &self,
        cases: usize,
        weights: Option<&[Option<f64>]>,
        conditions: &[&Condition<'_>],
    ) -> Tally {
        let mut tally = Tally::default();
        for case in 0..cases {
            let weight = weights.map_or(Some(1.0), |weights| weights.get(case).copied().flatten());
            let Some(weight) = weight else { continue };
            if !conditions.iter().all(|condition| condition.holds(case)) {
                continue;
            }
            if let Some(is_yes) = self.says(case) {
                tally.add(weight, is_yes);
            }
        }
        tally
    }
}
