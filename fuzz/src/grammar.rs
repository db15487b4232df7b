//! Figures, periods, ages, regions and tables.

use gainsay_claims::{
    Lang,
    age::AgeRange,
    document::Document,
    period::Period,
    region::Region,
    table::Table,
    value::{self, Currency, Unit},
};

use crate::text;

/// Reads the words of a figure in each language and unit.
pub fn value(data: &[u8]) {
    let [how, rest @ ..] = data else { return };
    let text = text(rest);
    let lang = [None, Some(Lang::En), Some(Lang::Fr)][usize::from(how % 3)];
    let units = [
        None,
        Some(Unit::Percent),
        Some(Unit::Proportion),
        Some(Unit::Points),
        Some(Unit::PercentChange),
        Some(Unit::Factor),
        Some(Unit::Count),
        Some(Unit::Rank),
        "EUR".parse::<Currency>().ok().map(Unit::Money),
    ];
    let unit = units[usize::from(how / 3) % units.len()];
    let _ = value::may_begin(&text, lang.unwrap_or(Lang::En));
    if let Ok((_, end)) = value::read_prefix(&text, lang, unit) {
        assert!(0 < end && text.is_char_boundary(end), "a figure ends in its text");
    }
    match value::read(&text, lang, unit) {
        Ok(_) => assert!(value::read_prefix(&text, lang, unit).is_ok(), "a whole is a beginning"),
        Err(error) => assert!(error.offset() <= text.len(), "an error is in the text"),
    }
}

/// Reads dates and ages, and after `@` a region: what is near to one takes milliseconds to find.
pub fn period(data: &[u8]) {
    let text = text(data);
    if let Some(word) = text.strip_prefix('@') {
        if let Ok(region) = Region::parse(word) {
            assert_eq!(Region::parse(region.code()).ok(), Some(region), "a code is its region");
        }
        return;
    }
    for lang in [Lang::En, Lang::Fr] {
        if let Ok(period) = Period::parse(&text, lang) {
            assert!(period.start() <= period.end(), "a period ends after it begins");
        }
    }
    if let Ok(age) = AgeRange::parse(&text)
        && let (Some(min), Some(max)) = (AgeRange::min(&age), AgeRange::max(&age))
    {
        assert!(min <= max, "ages rise");
    }
}

/// Reads separated values, and words at a place that the bytes choose.
pub fn table(data: &[u8]) {
    let [row, column, start, end, rest @ ..] = data else { return };
    let text = text(rest);
    for cell in Table::of(&text).rows.iter().flatten() {
        assert!(text.get(cell.span.clone()).is_some(), "a cell is in its text");
    }
    let document = Document::table("a.csv", text);
    let span = Some([usize::from(*start), usize::from(*end)]);
    let cell = Some([usize::from(*row % 8), usize::from(*column % 8)]);
    for (cell, span) in [(cell, span), (cell, None), (None, span)] {
        if let Ok(words) = document.words(gainsay_claims::wire::Place { cell, span }) {
            assert!(document.text.get(words.at.span).is_some(), "words are in their document");
        }
    }
}
