//! Which cells of an OpenDocument table are merged, as its cells say and its reader does not give.

use std::collections::BTreeMap;

use super::guard::number;
use crate::sheet::At;

/// The most merged ranges of a sheet. Those of its column heads come first.
const MOST: usize = 1 << 14;

/// First and last cell of each merged range of each sheet, by its name.
pub(super) fn merged(content: &str) -> BTreeMap<String, Vec<(At, At)>> {
    let mut sheets: BTreeMap<String, Vec<(At, At)>> = BTreeMap::new();
    let (mut name, mut next_row) = (String::new(), 0_usize);
    // The rows that an element stands for, counted from 0, and the column after its last cell.
    let (mut rows, mut column) = (0..0, 0_usize);
    for element in content.split('<').skip(1) {
        let tag = element.split('>').next().unwrap_or_default();
        match tag.split([' ', '\t', '\r', '\n', '/']).next() {
            Some("table:table") => {
                (name, next_row) = (sheet_name(tag), 0);
            }
            Some("table:table-row") => {
                let first = next_row;
                next_row = first.saturating_add(number(tag, "number-rows-repeated="));
                (rows, column) = (first..next_row, 0);
            }
            Some("table:table-cell" | "table:covered-table-cell") => {
                let left = column;
                column = left.saturating_add(number(tag, "number-columns-repeated="));
                let [wide, high] = ["number-columns-spanned=", "number-rows-spanned="]
                    .map(|attribute| number(tag, attribute).saturating_sub(1));
                if (wide, high) == (0, 0) {
                    continue;
                }
                let ranges = sheets.entry(name.clone()).or_default();
                let last = |row: usize| (row.saturating_add(high), left.saturating_add(wide));
                let own = rows.clone().map(|row| ((row, left), last(row)));
                ranges.extend(own.take(MOST - ranges.len()));
            }
            _ => {}
        }
    }
    sheets
}

/// The name of a sheet, as it is read.
fn sheet_name(tag: &str) -> String {
    let value = tag.split_once("table:name=").map_or("", |(_, rest)| rest);
    let quote = value.chars().next().unwrap_or('"');
    let name = value.trim_start_matches(quote).split(quote).next().unwrap_or_default();
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")];
    signs.iter().fold(name.to_owned(), |name, (written, sign)| name.replace(written, sign))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn merged_cells_are_found_past_repeated_ones() {
        let content = "<table:table table:style-name='t' table:name='A &amp; B'>\
            <table:table-column table:number-columns-repeated=\"9\"/>\
            <table:table-row table:number-rows-repeated=\"2\"><table:table-cell/></table:table-row>\
            <table:table-row table:number-rows-repeated=\"2\">\
            <table:table-cell table:number-columns-repeated=\"3\"/>\
            <table:table-cell table:number-columns-spanned=\"2\" table:number-rows-spanned=\"1\">\
            <text:p>a</text:p></table:table-cell><table:covered-table-cell/>\
            <table:table-cell table:number-rows-spanned=\"3\"/></table:table-row></table:table>\
            <table:table table:name=\"C\"><table:table-row>\
            <table:table-cell table:number-columns-spanned=\"99999999999999999999999\"/>\
            </table:table-row></table:table>";
        let sheets = merged(content);
        let one = [((2, 3), (2, 4)), ((3, 3), (3, 4)), ((2, 5), (4, 5)), ((3, 5), (5, 5))];
        assert_eq!(sheets["A & B"], one);
        assert_eq!(sheets["C"], [((0, 0), (0, usize::MAX - 1))]);
    }

    #[test]
    fn no_file_makes_more_merged_cells_than_a_sheet_may_have() {
        let cell = "<table:table-cell table:number-columns-spanned=\"2\"/>";
        let row = "<table:table-row table:number-rows-repeated=\"99999999999\">";
        let content = format!("<table:table table:name=\"S\">{row}{cell}{cell}");
        assert_eq!(merged(&content)["S"].len(), MOST);
    }
}
