//! From a mapping and its table to records.

mod answers;
mod apart;
mod counted;
mod everybody;
mod left_out;
mod leftovers;
mod lettered;
mod unsaid;
mod zeros;

use std::collections::{BTreeMap, BTreeSet};

use gainsay_plugin::{
    Document, Said, SourceDiagnostic, SourceError,
    form::{NOT_BESIDE, Words, error, error_of, named},
    wire::{Finding, Listing, Place, StudyRecord},
};
use indexmap::IndexMap;
use toml::Spanned;

use crate::{
    address::column,
    book::Book,
    form::{ColumnForm, Form, Layout, QuestionForm, Side, Stand},
    heads::{Heads, Other},
    letters::Agreement,
    sheet::{At, Sheet},
};

/// What a mapping and its table come to.
pub(crate) struct Read<'a> {
    /// The document that the findings are in.
    pub(crate) table: &'a Document,
    /// None where the mapping does not say yet whose table it is: nothing counts then.
    pub(crate) study: Option<StudyRecord>,
    /// What the sheets that are read hold, where the host could not read them itself.
    pub(crate) listings: Vec<Listing>,
    /// Each finding with the sheet it is in, if that was listed as a part of its own.
    pub(crate) findings: Vec<(Option<String>, Finding)>,
    /// How the letters of significance compare with a test.
    pub(crate) letters: Agreement,
    pub(crate) remarks: Vec<SourceDiagnostic>,
    /// What is remarked of cells, with the sheet they are on, if that was listed.
    pub(crate) in_table: Vec<(Option<String>, SourceDiagnostic)>,
}

/// A column that is read.
#[derive(Clone, Copy)]
struct Column<'a> {
    name: &'a Words,
    at: usize,
    /// Where its numbers of cases stand: in itself, or in the counts beside it.
    sizes: usize,
    form: &'a ColumnForm,
}

/// A sheet that is read.
struct Seen<'a> {
    sheet: &'a Sheet,
    places: BTreeMap<At, Place>,
    /// The rows under other heads than those of the banner.
    under: BTreeMap<usize, Other>,
    /// The columns of which nobody has said whom they are about.
    about_nobody: BTreeSet<&'a str>,
}

/// A mapping with its columns looked up.
struct Mapping<'a> {
    document: &'a Document,
    form: &'a Form,
    labels: Vec<usize>,
    columns: Vec<Column<'a>>,
}

/// Reads the table that a mapping names among the documents of its folder.
///
/// # Errors
///
/// When the table is not there or cannot be read, when the mapping names a sheet, row or
/// column that is not, or when a head or label is not the one that the mapping says.
pub(crate) fn read<'a>(
    document: &Document,
    form: &Form,
    folder: &'a [Document],
) -> Result<Read<'a>, SourceError> {
    let table = folder.iter().find(|one| one.file_name() == form.table.get_ref());
    let table = table.ok_or_else(|| error_of(document, &form.table, NOT_BESIDE))?;
    let mut book = Book::open(table, form.encoding.as_ref().map(|one| *one.get_ref()))
        .map_err(|why| error_of(document, &form.table, why))?;
    let mapping = Mapping::of(document, form)?;
    let mut read = Read {
        table,
        study: (form.study.as_ref())
            .map(|study| study.record(document, form.seen.values()))
            .transpose()?,
        listings: Vec::new(),
        findings: Vec::new(),
        letters: Agreement::default(),
        remarks: book
            .remark()
            .map(|odd| remark(named(&form.table, odd.clone())))
            .into_iter()
            .collect(),
        in_table: Vec::new(),
    };
    let (sheets, mut about_nobody) = (by_sheet(form), BTreeSet::new());
    let mut left_out = left_out::Found::default();
    for (name, questions) in &sheets {
        let mut sheet = book.sheet(name.map(|one| one.get_ref().as_str())).map_err(|why| {
            let at = name.unwrap_or(&form.table);
            error(document, at, named(&form.table, why))
        })?;
        read.remarks.extend(mapping.write_zeros(&mut sheet, questions));
        about_nobody.extend(mapping.read_sheet(&sheet, questions, &mut read)?);
        left_out.add(form, &sheet);
    }
    read.remarks.extend(mapping.nobody(&about_nobody));
    let mapped: Vec<_> = sheets.keys().filter_map(|name| name.map(Words::get_ref)).collect();
    read.remarks.extend(leftovers::sheets(form, book.names(), &mapped));
    read.remarks.extend(left_out.others(form, book.names()));
    read.remarks.extend(unsaid::all(form));
    Ok(read)
}

/// The questions of each sheet, in the order in which they are written in the mapping.
fn by_sheet(form: &Form) -> IndexMap<Option<&Words>, Vec<(&Words, &QuestionForm)>> {
    let mut sheets: IndexMap<Option<&Words>, Vec<_>> = IndexMap::new();
    let mut questions: Vec<_> = form.question.iter().collect();
    questions.sort_by_key(|(name, _)| name.span().start);
    for (name, question) in questions {
        sheets.entry(question.sheet.as_ref()).or_default().push((name, question));
    }
    sheets
}

impl<'a> Mapping<'a> {
    fn of(document: &'a Document, form: &'a Form) -> Result<Self, SourceError> {
        let place = |letters: &Words| {
            column(letters.get_ref()).ok_or_else(|| {
                let message = ["is no column such as `C`", "n'est pas une colonne telle que `C`"];
                error(document, letters, named(letters, message))
            })
        };
        let layout = &form.layout;
        check_levels(document, form)?;
        let labels = form.layout.labels.iter().map(place).collect::<Result<_, _>>()?;
        let mut columns = form
            .column
            .iter()
            .map(|(name, form)| {
                let at = place(&form.at)?;
                Ok(Column { name, at, sizes: sizes(document, &form.at, at, layout)?, form })
            })
            .collect::<Result<Vec<_>, SourceError>>()?;
        columns.sort_by_key(|column| column.at);
        Ok(Self { document, form, labels, columns })
    }

    /// Reads a sheet; gives the columns whose figures do not count.
    fn read_sheet(
        &self,
        sheet: &Sheet,
        questions: &[(&Words, &QuestionForm)],
        read: &mut Read<'_>,
    ) -> Result<BTreeSet<&'a str>, SourceError> {
        self.check_heads(sheet)?;
        let banner = self.banner();
        let columns = self.columns.iter().map(|column| column.at);
        let letters = lettered::rows_below(self.form, questions);
        let heads = Heads::of(sheet, &banner, columns, &self.form.layout.marks, letters);
        let about_nobody = self.about_nobody(sheet);
        let seen = Seen {
            sheet,
            places: sheet.places(),
            under: heads.rows_under_others(),
            about_nobody: about_nobody.clone(),
        };
        for &(name, question) in questions {
            let question = answers::Question::of(self, &seen, name, question)?;
            let findings = question.findings()?.into_iter();
            read.findings.extend(findings.map(|finding| (sheet.name.clone(), finding)));
            let (agreement, remarks) = lettered::compared(&question);
            read.letters += agreement;
            read.remarks.extend(remarks);
            read.remarks.extend(question.not_told_apart());
            read.remarks.extend(counted::no_base(&question));
            for (at, remark) in counted::misfits(&question) {
                let remark = SourceDiagnostic { at: seen.places.get(&at).copied(), ..remark };
                read.in_table.push((sheet.name.clone(), remark));
            }
        }
        read.remarks.extend(leftovers::rows(self, sheet, &heads, questions));
        read.remarks.extend(leftovers::unsaved(self.form, sheet));
        if let Some(entries) = sheet.entries() {
            let part = sheet.name.clone();
            read.listings.push(Listing { part, entries, ..Listing::default() });
        }
        let measures_something = questions.iter().any(|(_, one)| unsaid::has_concept(one));
        Ok(if measures_something { about_nobody } else { BTreeSet::new() })
    }

    /// Notices a table whose columns are not those that were mapped.
    fn check_heads(&self, sheet: &Sheet) -> Result<(), SourceError> {
        let banner = self.banner();
        for column in &self.columns {
            let Some(mapped) = &column.form.head else { continue };
            let found = sheet.heads(&banner, column.at);
            if found != *mapped.get_ref() {
                let at = column.form.at.get_ref();
                let message = [
                    format!("the heads of column {at} are {found:?}"),
                    format!("les en-têtes de la colonne {at} sont {found:?}"),
                ];
                return Err(self.error_at(mapped, message));
            }
        }
        Ok(())
    }

    fn banner(&self) -> Vec<usize> {
        self.form.layout.banner.iter().filter_map(|row| row.checked_sub(1)).collect()
    }

    fn error_at<T>(&self, at: &Spanned<T>, message: impl Into<Said>) -> SourceError {
        SourceError::new(message).at(self.document, Place::span(at.span()))
    }
}

/// Refuses levels of confidence that are none: 95 for 0.95.
fn check_levels(document: &Document, form: &Form) -> Result<(), SourceError> {
    let Some(letters) = &form.layout.letters else { return Ok(()) };
    let mut levels = [&letters.level, &letters.lower_level].into_iter().flatten();
    let is_none = |level: &&Spanned<f64>| !(*level.get_ref() > 0.0 && *level.get_ref() < 1.0);
    let Some(wrong) = levels.find(is_none) else { return Ok(()) };
    let message = [
        "a level of confidence is between 0 and 1, such as 0.95",
        "un niveau de confiance est entre 0 et 1, par exemple 0.95",
    ];
    Err(SourceError::new(message).at(document, Place::span(wrong.span())))
}

/// The column in which the numbers of cases of a column stand.
fn sizes(
    document: &Document,
    words: &Words,
    at: usize,
    layout: &Layout,
) -> Result<usize, SourceError> {
    let Some(side) = layout.counts.as_ref().map(|side| *side.get_ref()) else { return Ok(at) };
    let stand = layout.letters.as_ref().map(|letters| letters.stand);
    if (side, stand) == (Side::Right, Some(Stand::Right)) {
        let message = [
            "counts and letters cannot both stand to its right",
            "les effectifs et les lettres ne peuvent être les uns et les autres à sa droite",
        ];
        return Err(error(document, words, message));
    }
    let message = [
        "no counts can stand beside this column",
        "aucun effectif ne peut se trouver à côté de cette colonne",
    ];
    side.of(at).ok_or_else(|| error(document, words, message))
}

/// A remark about the mapping as a whole.
fn remark(message: impl Into<Said>) -> SourceDiagnostic {
    SourceDiagnostic::new(message)
}
