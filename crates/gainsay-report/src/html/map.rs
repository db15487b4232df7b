//! Where there is evidence and where there is none: propositions by whom was asked.

use std::collections::{BTreeMap, BTreeSet};

use gainsay_claims::{Proposition, claim::Claim};
use maud::{Markup, html};

use super::{
    anchor::anchor,
    limits::{AUDIENCES, MAPPED},
    tables::Tables,
};
use crate::lang::integer;

const TITLE: [&str; 2] = ["Where there is evidence", "Où il y a des données"];

/// The studies on each proposition, by whom was asked.
type Studies<'a> = BTreeMap<&'a Proposition, BTreeMap<String, BTreeSet<&'a str>>>;

impl<'a> Tables<'a> {
    /// How many studies there are on each proposition, by region; by audience where
    /// only one region was asked.
    pub(super) fn map(&self) -> Markup {
        let regions = self.mapped(|claim| self.region(claim));
        let is_one = ranked(&regions).len() < 2;
        let studies = match is_one {
            true => self.mapped(|claim| self.speaker().base_of(claim)),
            false => regions,
        };
        let columns = ranked(&studies);
        let (shown, more) = columns.split_at(columns.len().min(AUDIENCES));
        html! {
            section #map aria-labelledby="map-title" {
                h2 #map-title { (self.say(TITLE)) }
                p .lede { (self.say([
                    "Studies whose shares are compared on each proposition, by whom was asked. 0 says that no study of this base is compared there.",
                    "Études dont les parts sont comparées sur chaque proposition, selon qui a répondu. 0 dit qu'aucune étude de cette base n'y est comparée.",
                ])) }
                (self.scroll(TITLE, self.map_table(&studies, shown)))
                (self.left_out(
                    studies.len().saturating_sub(MAPPED),
                    [["proposition", "propositions"], ["proposition", "propositions"]],
                    &["gainsay", "check", "--output-format", "json"],
                ))
                (self.left_out(
                    more.len(),
                    [["audience", "audiences"], ["public", "publics"]],
                    &["gainsay", "check", "--output-format", "json"],
                ))
            }
        }
    }

    fn mapped(&self, audience: impl Fn(&Claim) -> String) -> Studies<'a> {
        let base = self.speaker().base;
        let mut studies = Studies::new();
        for judged in &self.page.judgement.propositions {
            let mut row: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
            for claim in
                judged.evidence.iter().filter_map(|one| base.claims.get(one.claim.as_ref()))
            {
                let Some(study) = claim.study() else { continue };
                row.entry(audience(claim)).or_default().insert(study);
            }
            if !row.is_empty() {
                studies.insert(&judged.proposition, row);
            }
        }
        studies
    }

    fn region(&self, claim: &Claim) -> String {
        match &claim.population.regions {
            Some(regions) if regions.iter().count() > 1 => {
                self.say(["several places", "plusieurs lieux"]).to_owned()
            }
            Some(regions) => self.speaker().regions(regions),
            None => self.say(["place not disclosed", "lieu non communiqué"]).to_owned(),
        }
    }

    fn map_table(&self, studies: &Studies<'a>, columns: &[String]) -> Markup {
        let lang = self.speaker().lang;
        html! {
            table .grid .map {
                thead { tr {
                    th scope="col" { (self.say(["proposition", "proposition"])) }
                    @for column in columns { th scope="col" { (column) } }
                } }
                tbody {
                    @for (proposition, row) in self.mapped_rows(studies) {
                        tr {
                            th scope="row" { (self.mapped_name(proposition)) }
                            @for column in columns {
                                @match row.get(column) {
                                    Some(studies) => td .some { (integer(lang, studies.len() as u64)) },
                                    None => td .none { "0" },
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Those with most studies, in order of name.
    fn mapped_rows<'s>(
        &self,
        studies: &'s Studies<'a>,
    ) -> Vec<(&'a Proposition, &'s BTreeMap<String, BTreeSet<&'a str>>)> {
        let count =
            |row: &BTreeMap<String, BTreeSet<&str>>| row.values().map(BTreeSet::len).sum::<usize>();
        let mut rows: Vec<_> =
            studies.iter().map(|(proposition, row)| (*proposition, row)).collect();
        rows.sort_by_key(|(proposition, row)| (std::cmp::Reverse(count(row)), *proposition));
        rows.truncate(MAPPED);
        rows.sort_by_key(|(proposition, _)| *proposition);
        rows
    }

    fn mapped_name(&self, proposition: &Proposition) -> Markup {
        let name = self.speaker().proposition(proposition);
        html! {
            @if self.has_table(proposition) { a href={ "#" (anchor("p", &proposition.to_string())) } { (name) } } @else { (name) }
        }
    }
}

/// Audiences, those with most studies first.
fn ranked(studies: &Studies<'_>) -> Vec<String> {
    let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
    for (audience, found) in studies.values().flatten() {
        *counts.entry(audience).or_default() += found.len();
    }
    let mut ranked: Vec<_> = counts.into_iter().collect();
    ranked.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), *name));
    ranked.into_iter().map(|(name, _)| name.clone()).collect()
}
