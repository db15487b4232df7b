//! Counts beside shares, held against them.

use gainsay_plugin::{SourceDiagnostic, wire::Place};

use super::{Column, answers::Question};
use crate::{
    address::{address, column_name},
    counts::{Bases, common},
    sheet::At,
};

/// A share with the count of the same answer beside it.
struct Counted {
    share: At,
    count: At,
    /// The bases that both may come from.
    bases: Bases,
}

/// Shares that the counts beside them do not fit, each with the place of its cell.
pub(super) fn misfits(question: &Question<'_>) -> Vec<(At, SourceDiagnostic)> {
    let of_column = |column: &Column<'_>| {
        let counted = counted(question, *column);
        let stated: Vec<_> = question.bases(*column);
        let usual = common(counted.iter().map(|one| one.bases));
        let fits = |one: &Counted| match &stated[..] {
            [] => usual.is_none_or(|usual| one.bases.holds(usual)),
            stated => stated.iter().any(|(_, base)| one.bases.reaches(*base)),
        };
        let wrong = counted.iter().filter(|one| !fits(one));
        let told = wrong.map(|one| (one.share, question.misfit(one, &stated, usual)));
        told.collect::<Vec<_>>()
    };
    question.columns.iter().filter(|column| column.sizes != column.at).flat_map(of_column).collect()
}

/// Tells of counts whose base no row states: nothing can point at how many were asked.
pub(super) fn no_base(question: &Question<'_>) -> Option<SourceDiagnostic> {
    let pairs = || question.columns.iter().filter(|column| column.sizes != column.at);
    if question.unweighted.is_some() || pairs().next().is_none() {
        return None;
    }
    let about: Vec<_> = pairs()
        .filter_map(|column| {
            let base = common(counted(question, *column).iter().map(|one| one.bases))?;
            Some((base, column_name(column.sizes)))
        })
        .collect();
    let list = |about_by: fn(&(f64, String)) -> String| {
        about.iter().map(about_by).collect::<Vec<_>>().join(", ")
    };
    let message = [
        format!(
            "no row states the base that the counts come from, so n is unknown: {}",
            list(|(base, by)| format!("about {base:.0} by those in {by}")),
        ),
        format!(
            "aucune ligne ne donne la base des effectifs, donc n est inconnu\u{a0}: {}",
            list(|(base, by)| format!("environ {base:.0} d'après ceux de {by}")),
        ),
    ];
    let help = [
        "name the row of totals as `unweighted`, if the table has one",
        "nommer la ligne des totaux dans `unweighted`, si le tableau en a une",
    ];
    (!about.is_empty()).then(|| SourceDiagnostic {
        message: message.into(),
        at: Some(Place::span(question.name.span())),
        help: Some(help.into()),
    })
}

fn counted(question: &Question<'_>, column: Column<'_>) -> Vec<Counted> {
    let answers = question.answers().into_iter().map(|(_, answer)| answer);
    let rows = answers.filter(|answer| answer.says.is_share());
    let rows = rows.filter_map(|answer| answer.row.get_ref().checked_sub(1));
    let counted = rows.filter_map(|row| {
        let (share, count) = ((row, column.at), (row, column.sizes));
        let parts = question.figure(share)?;
        let within = question.share((row, column), &parts)?;
        let bases = Bases::of(question.cases(count)?, within);
        Some(Counted { share, count, bases })
    });
    counted.collect()
}

impl Question<'_> {
    /// The stated bases of a column, with their cells: counts may be of weighted cases.
    fn bases(&self, column: Column<'_>) -> Vec<(At, f64)> {
        let rows = [self.weighted, self.unweighted].into_iter().flatten();
        let base = |row: usize| {
            let at = self.size_at(row, column);
            Some((at, self.cases(at)?))
        };
        rows.filter_map(base).collect()
    }

    fn misfit(&self, one: &Counted, stated: &[(At, f64)], usual: Option<f64>) -> SourceDiagnostic {
        let (count, at) = (self.sheet.words(one.count), address(one.count));
        let message = match stated.last() {
            Some(&(base, _)) => {
                let (base, base_at) = (self.sheet.words(base), address(base));
                [
                    format!(
                        "the count beside this share is another part: {count} in {at} of {base} in \
                         {base_at}"
                    ),
                    format!(
                        "l'effectif à côté de ce pourcentage est une autre part\u{a0}: {count} en {at} \
                         sur {base} en {base_at}"
                    ),
                ]
            }
            None => {
                let base = usual.unwrap_or_default();
                [
                    format!(
                        "the count beside this share is another part: {count} in {at} of about \
                         {base:.0}, as in other rows"
                    ),
                    format!(
                        "l'effectif à côté de ce pourcentage est une autre part\u{a0}: {count} en {at} \
                         sur environ {base:.0}, comme sur d'autres lignes"
                    ),
                ]
            }
        };
        SourceDiagnostic { message: message.into(), ..SourceDiagnostic::default() }
    }
}
