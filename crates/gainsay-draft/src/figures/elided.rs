//! Percentages that are written without their sign beside others: "49 % chose to support it,
//! 42 for a coupon", "61 contre 12 %".

use gainsay_claims::{
    Lang,
    value::{Hedge, Kind as Form, Quantity, Unit, read},
};

use super::{Figure, Kind, words::words};

/// Reads the bare numbers of a passage, whose figures these are, as percentages where they
/// stand beside one.
pub(super) fn complete(text: &str, lang: Lang, figures: &mut [Figure]) {
    for at in 0..figures.len() {
        if !is_bare(&figures[at]) || !is_beside_percentage(text, figures, at) {
            continue;
        }
        let own = text.get(figures[at].span.clone()).unwrap_or_default();
        if let Ok(reading) = read(own, Some(lang), Some(Unit::Percent)) {
            figures[at].reading = reading;
            figures[at].kind = Kind::Finding;
        }
    }
}

fn is_percentage(figure: &Figure) -> bool {
    figure.kind == Kind::Finding
        && figure.reading.kind == Form::Exact
        && matches!(figure.reading.quantity, Quantity::Share { .. })
}

/// Whether a figure is a whole number that a percentage may be.
fn is_bare(figure: &Figure) -> bool {
    let Quantity::Count { set } = &figure.reading.quantity else { return false };
    let is_one = set.hi() == Some(set.lo());
    let is_exact = figure.reading.hedge == Hedge::None && figure.reading.decimals == 0;
    let is_possible = (2.0..100.0).contains(&set.lo_f64());
    figure.kind == Kind::Number && is_one && is_exact && is_possible
}

/// Whether the figure before is a percentage and this one counts nothing, or the next one is
/// and stands against it.
fn is_beside_percentage(text: &str, figures: &[Figure], at: usize) -> bool {
    const BETWEEN: &[&str] = &["contre", "against", "versus", "vs", "to"];
    let own = &figures[at];
    let is_next = figures.get(at + 1).is_some_and(|next| {
        let between = text.get(own.span.end..next.span.start).unwrap_or_default().trim();
        is_percentage(next) && BETWEEN.contains(&between)
    });
    let is_behind = figures[..at].last().is_some_and(|before| {
        let may_go_on = before.sentence == own.sentence
            || own.span.start == own.sentence.start
            || is_given(text, own);
        is_percentage(before) && may_go_on
    });
    is_next || is_behind && counts_nothing(text, own) || is_of_money(text, figures, at)
}

/// Whether a number of coins stands behind a part of money that is told in the same: "64 cents
/// of every dollar, then *56* cents".
fn is_of_money(text: &str, figures: &[Figure], at: usize) -> bool {
    const COINS: &[&str] = &["cents", "pence", "centimes"];
    let next = next_word(text, &figures[at]);
    let is_told_in = |coin: &str| {
        let parts = figures[..at].iter().filter(|one| is_percentage(one));
        parts.filter_map(|one| text.get(one.span.clone())).any(|part| part.contains(coin))
    };
    next.is_some_and(|next| COINS.contains(&next.as_str()) && is_told_in(&next))
}

/// Whether a number in digits stands behind a word that gives figures: "comes next with 57".
fn is_given(text: &str, figure: &Figure) -> bool {
    const BEFORE: &[&str] =
        &["with", "at", "is", "s", "to", "against", "avec", "est", "de", "contre", ",", ":"];
    let before = text.get(figure.sentence.start..figure.span.start).unwrap_or_default();
    let near = before.char_indices().rev().take(REACH).last().map_or(0, |(at, _)| at);
    let last = words(&before[near..]).pop().map(|word| word.text.into_owned());
    let written = text.get(figure.span.clone()).unwrap_or_default();
    written.bytes().all(|byte| byte.is_ascii_digit())
        && last.is_some_and(|last| BEFORE.contains(&last.as_str()))
}

/// Whether no word for what is counted stands behind a number.
fn counts_nothing(text: &str, figure: &Figure) -> bool {
    const BEHIND: &[&str] = &[
        "for", "in", "to", "against", "versus", "vs", "among", "who", "were", "did", "do", "had",
        "pour", "en", "au", "aux", "chez", "parmi", "contre", "dans", "qui",
    ];
    next_word(text, figure).is_none_or(|next| {
        next.starts_with([',', '.', ';', ':', ')', '!', '?']) || BEHIND.contains(&next.as_str())
    })
}

/// The word or sign behind a number in its sentence.
fn next_word(text: &str, figure: &Figure) -> Option<String> {
    let behind = text.get(figure.span.end..figure.sentence.end).unwrap_or_default();
    let end = behind.char_indices().nth(REACH).map_or(behind.len(), |(at, _)| at);
    words(&behind[..end]).into_iter().next().map(|word| word.text.into_owned())
}

/// How many letters before and behind a number are looked at.
const REACH: usize = 20;

#[cfg(test)]
mod tests {
    use super::super::testing::shares;

    #[test]
    fn bare_numbers_beside_percentages_are_percentages() {
        assert_eq!(shares("en 49 percent chose support, 42 for a coupon and 41 to see more."), 3);
        assert_eq!(shares("fr Sur Twitter l'écart est de 61 contre 12 %."), 2);
        assert_eq!(shares("en Forty percent were curious. Thirty-nine were lured."), 2);
        assert_eq!(shares("en 64 cents of every dollar; later it was 56 cents."), 2);
        assert_eq!(shares("fr 14 cents de chaque dollar, contre 36 cents ensuite."), 2);
    }

    #[test]
    fn numbers_of_things_are_none() {
        assert_eq!(shares("en Thirty percent left. The 12 brands did not."), 1);
        assert_eq!(shares("en 49 percent follow 5 brands."), 1);
        assert_eq!(shares("en 49 percent follow. A stamp is 56 cents."), 1);
        assert_eq!(shares("fr Nous avons 12 clients, pour 3 euros."), 0);
    }
}
