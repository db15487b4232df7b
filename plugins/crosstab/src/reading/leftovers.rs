//! What nobody reads, told once for each sheet.

use std::collections::BTreeSet;

use gainsay_plugin::{SourceDiagnostic, form::Words, wire::Place};

use super::{Mapping, left_out, lettered, remark};
use crate::{
    address::{cell_ranges, column_name, ranges},
    form::{Form, QuestionForm, Stand},
    heads::Heads,
    sheet::Sheet,
};

const HELP: [&str; 2] = [
    "map them, or name them in `[left-out]`",
    "les décrire dans le mapping, ou les nommer dans `[left-out]`",
];

/// The rows and columns of a sheet with figures that no question reads.
pub(super) fn rows(
    mapping: &Mapping<'_>,
    sheet: &Sheet,
    heads: &Heads<'_>,
    questions: &[(&Words, &QuestionForm)],
) -> Option<SourceDiagnostic> {
    let known = known_rows(mapping, sheet, questions);
    let own = known_columns(mapping);
    let unread = |row: &usize| {
        !known.contains(row)
            && !heads.are_in(*row)
            && sheet.row(*row).any(|((_, column), _)| !mapping.labels.contains(&column))
    };
    let rows: Vec<_> = sheet.rows().into_iter().filter(unread).collect();
    let columns: Vec<_> = sheet.columns().into_iter().filter(|one| !own.contains(one)).collect();
    let numbers = [ranges(&rows, |row| (row + 1).to_string()), ranges(&columns, column_name)];
    let what = |words: [&str; 2], and: &str| {
        let both = words.iter().zip(&numbers).filter(|(_, numbers)| !numbers.is_empty());
        both.map(|(what, numbers)| format!("{what} {numbers}")).collect::<Vec<_>>().join(and)
    };
    let [of, de] = of_sheet(sheet);
    let message = [
        format!("nothing reads {}{of}", what(["rows", "columns"], " and ")),
        format!("rien ne lit {}{de}", what(["les lignes", "les colonnes"], " ni ")),
    ];
    numbers.iter().any(|one| !one.is_empty()).then(|| remark(message).help(HELP))
}

/// The name of a sheet as a remark continues with it, if it has one.
fn of_sheet(sheet: &Sheet) -> [String; 2] {
    ["of sheet", "de la feuille"]
        .map(|of| sheet.name.as_ref().map(|name| format!(" {of} `{name}`")).unwrap_or_default())
}

/// The cells of a sheet that are read as empty, as nobody saved what their formulas come to.
pub(super) fn unsaved(form: &Form, sheet: &Sheet) -> Option<SourceDiagnostic> {
    let [of, de] = of_sheet(sheet);
    let [cells, cellules] = cell_ranges(&sheet.unsaved);
    let message = [
        format!("cells{of} hold formulas without a saved result, and are read as empty: {cells}"),
        format!(
            "des cellules{de} ont des formules sans résultat enregistré, et sont lues comme \
             vides\u{a0}: {cellules}"
        ),
    ];
    let at = Some(Place::span(form.table.span()));
    let help =
        ["open and save it in a spreadsheet program", "l'ouvrir dans un tableur et l'enregistrer"];
    let told = || SourceDiagnostic { message: message.into(), at, help: Some(help.into()) };
    (!sheet.unsaved.is_empty()).then(told)
}

/// The sheets that no question reads.
pub(super) fn sheets(form: &Form, all: &[String], mapped: &[&String]) -> Option<SourceDiagnostic> {
    let left_out = |name: &String| form.left_out.sheets.iter().any(|one| one.get_ref() == name);
    let is_only = all.len() == 1 && mapped.is_empty();
    let unread: Vec<_> = all
        .iter()
        .filter(|name| !mapped.contains(name) && !left_out(name) && !is_only)
        .map(|name| format!("`{name}`"))
        .collect();
    let names = unread.join(", ");
    let message =
        [format!("nothing reads the sheets {names}"), format!("rien ne lit les feuilles {names}")];
    (!unread.is_empty()).then(|| remark(message).help(HELP))
}

fn known_rows(
    mapping: &Mapping<'_>,
    sheet: &Sheet,
    questions: &[(&Words, &QuestionForm)],
) -> BTreeSet<usize> {
    let layout = &mapping.form.layout;
    let shared = [&layout.unweighted, &layout.weighted, &layout.effective];
    let mut named: Vec<usize> = shared.into_iter().flatten().map(|row| *row.get_ref()).collect();
    named.extend(&layout.banner);
    for (_, question) in questions {
        let bases = [&question.unweighted, &question.weighted, &question.effective];
        named.extend(bases.into_iter().flatten().map(|row| *row.get_ref()));
        named.extend(question.answer.values().map(|answer| *answer.row.get_ref()));
    }
    let mut known: BTreeSet<_> = named.into_iter().filter_map(|row| row.checked_sub(1)).collect();
    known.extend(lettered::rows_below(mapping.form, questions));
    for word in &mapping.form.left_out.rows {
        if let Some((first, last)) = left_out::rows(word, sheet) {
            known.extend(sheet.rows().range(first..=last));
        }
    }
    known
}

fn known_columns(mapping: &Mapping<'_>) -> BTreeSet<usize> {
    let is_right =
        mapping.form.layout.letters.as_ref().is_some_and(|letters| letters.stand == Stand::Right);
    let mut known: BTreeSet<_> = mapping.labels.iter().copied().collect();
    for one in &mapping.columns {
        known.extend([one.at, one.sizes]);
        known.extend(is_right.then_some(one.at + 1));
    }
    let left_out = mapping.form.left_out.columns.iter().filter_map(left_out::columns);
    known.extend(left_out.flat_map(|(first, last)| first..=last));
    known
}
