//! Which columns are about everybody although the mapping does not say so.

use std::collections::BTreeSet;

use gainsay_plugin::{
    SourceDiagnostic,
    form::{Words, few},
    slug,
    wire::Place,
};

use super::Mapping;
use crate::sheet::Sheet;

/// What heads a column of all who were asked.
const TOTAL: [&str; 13] = [
    "total",
    "totals",
    "all",
    "all-respondents",
    "all-adults",
    "total-respondents",
    "total-sample",
    "overall",
    "everybody",
    "everyone",
    "ensemble",
    "tous",
    "toutes",
];

impl<'a> Mapping<'a> {
    /// The names of columns of which nobody has said whom they are about: those below heads of
    /// their own, other than the one of the total.
    pub(super) fn about_nobody(&self, sheet: &Sheet) -> BTreeSet<&'a str> {
        let heads = self.own_heads(sheet);
        let is_total = |head: &String| TOTAL.contains(&head.as_str());
        let with_total = heads.iter().filter(|heads| heads.iter().any(is_total)).count();
        let alone = heads.iter().filter(|heads| heads.len() < 2).count();
        let is_only_here =
            |head: &String| heads.iter().filter(|one| one.contains(head)).count() < 2;
        let is_everybody = |own: &[String]| {
            own.iter().all(is_total)
                // Beside columns below heads in two steps, the only one that is not.
                || (own.len() < 2 && alone == 1)
                // The title of the question may stand over the total alone.
                || (with_total == 1
                    && own.iter().any(is_total)
                    && own.iter().all(|head| is_total(head) || is_only_here(head)))
        };
        let unsaid = self.columns.iter().zip(&heads).filter(|(column, own)| {
            let is_said = column.form.base.is_some() || !column.form.regions.is_empty();
            !is_said && !is_everybody(own)
        });
        unsaid.map(|(column, _)| column.name.get_ref().as_str()).collect()
    }

    /// The heads of each column that not all columns share.
    fn own_heads(&self, sheet: &Sheet) -> Vec<Vec<String>> {
        let banner = self.banner();
        let heads = |at| sheet.heads(&banner, at).iter().map(|head| slug(head)).collect();
        let all: Vec<Vec<String>> = self.columns.iter().map(|column| heads(column.at)).collect();
        let tells =
            |head: &String| !head.is_empty() && !all.iter().all(|heads| heads.contains(head));
        let own = |heads: &Vec<String>| heads.iter().filter(|head| tells(head)).cloned().collect();
        all.iter().map(own).collect()
    }

    /// Names the columns that do not count until somebody says whom they are about.
    pub(super) fn nobody(&self, unsaid: &BTreeSet<&str>) -> Option<SourceDiagnostic> {
        const NAMED: usize = 10;
        let is_unsaid = |name: &&Words| unsaid.contains(name.get_ref().as_str());
        let names: Vec<_> = self.columns.iter().map(|one| one.name).filter(is_unsaid).collect();
        let first = names.first()?;
        let named: Vec<_> = names.iter().map(|name| format!("`{}`", name.get_ref())).collect();
        let [en, fr] = few(&named, NAMED);
        let message = [
            format!("columns below heads of their own do not count without `base`: {en}"),
            format!(
                "les colonnes qui ont leur propre titre ne comptent pas sans `base`\u{a0}: \
                 {fr}"
            ),
        ];
        let help = [
            "say in `base` whom each column is about; `base = []` is everybody",
            "dire dans `base` de qui parle chaque colonne\u{a0}; `base = []`, c'est tout le monde",
        ];
        Some(SourceDiagnostic::new(message).at(Place::span(first.span())).help(help))
    }
}
