//! Numbers as each language writes them.

use gainsay_claims::Lang;

/// Stands before the percent sign and between thousands in French.
const NARROW: char = '\u{202f}';

/// A whole number with its thousands apart.
pub(crate) fn integer(lang: Lang, number: u64) -> String {
    group(lang, &number.to_string())
}

/// A number with this many digits after the decimal sign.
pub(crate) fn decimal(lang: Lang, number: f64, digits: usize) -> String {
    let plain = format!("{:.digits$}", number.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let is_zero = plain.chars().all(|character| matches!(character, '0' | '.'));
    let sign = if number < 0.0 && !is_zero { "\u{2212}" } else { "" };
    let whole = group(lang, whole);
    match (lang, fraction) {
        (_, "") => format!("{sign}{whole}"),
        (Lang::En, _) => format!("{sign}{whole}.{fraction}"),
        (Lang::Fr, _) => format!("{sign}{whole},{fraction}"),
    }
}

/// A number with as many digits as it needs, at most four; one that needs more
/// is shown with one digit after the decimal sign, or two significant ones.
pub(crate) fn rounded(lang: Lang, number: f64) -> String {
    let exact = (0..=4_usize).find(|digits| {
        let shown: f64 = format!("{number:.digits$}").parse().unwrap_or(f64::NAN);
        (shown - number).abs() < 1e-9
    });
    decimal(lang, number, exact.unwrap_or_else(|| enough_digits(number, 1.0)))
}

/// A share, from a fraction of the base.
pub(crate) fn percent(lang: Lang, fraction: f64) -> String {
    let number = rounded(lang, fraction * 100.0);
    match lang {
        Lang::En => format!("{number}%"),
        Lang::Fr => format!("{number}{NARROW}%"),
    }
}

/// A difference of shares in points, from a difference of fractions.
pub(crate) fn points(lang: Lang, fraction: f64) -> String {
    let number = fraction * 100.0;
    let shown = decimal(lang, number, enough_digits(number, 0.1));
    match lang {
        Lang::En => format!("{shown} points"),
        // What is shown as 2,0 is two.
        Lang::Fr if number.abs() < 1.95 => format!("{shown} point"),
        Lang::Fr => format!("{shown} points"),
    }
}

/// A probability, as `p = 0.031` or `p < 0.0001`.
pub(crate) fn p_value(lang: Lang, p: f64) -> String {
    match p {
        p if p < 1e-4 => format!("p < {}", decimal(lang, 1e-4, 4)),
        p if p < 0.01 => format!("p = {}", decimal(lang, p, 4)),
        p => format!("p = {}", decimal(lang, p, 3)),
    }
}

/// A place in an order: `1st`, `2e`.
pub(crate) fn ordinal(lang: Lang, place: u32) -> String {
    let ending = match (lang, place % 10, place % 100) {
        (Lang::Fr, ..) if place == 1 => "er",
        (Lang::Fr, ..) => "e",
        (Lang::En, _, 11..=13) => "th",
        (Lang::En, 1, _) => "st",
        (Lang::En, 2, _) => "nd",
        (Lang::En, 3, _) => "rd",
        (Lang::En, ..) => "th",
    };
    format!("{place}{ending}")
}

/// A number and its noun. French takes the singular for 0 too.
pub(crate) fn plural(lang: Lang, count: usize, one: &str, many: &str) -> String {
    let is_one = match lang {
        Lang::En => count == 1,
        Lang::Fr => count < 2,
    };
    let noun = if is_one { one } else { many };
    format!("{} {noun}", integer(lang, count as u64))
}

/// `a, b and c`.
pub(crate) fn list(lang: Lang, items: &[String]) -> String {
    join(
        items,
        match lang {
            Lang::En => "and",
            Lang::Fr => "et",
        },
    )
}

/// `a, b or c`, with this word before the last one.
pub(crate) fn join(items: &[String], word: &str) -> String {
    match items {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} {word} {last}", first.join(", ")),
    }
}

/// Words between the quotation marks of the language.
pub(crate) fn quoted(lang: Lang, text: &str) -> String {
    match lang {
        Lang::En => format!("“{text}”"),
        Lang::Fr => format!("«\u{a0}{text}\u{a0}»"),
    }
}

fn group(lang: Lang, digits: &str) -> String {
    let separator = match lang {
        Lang::En => ',',
        Lang::Fr => NARROW,
    };
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

/// Digits after the decimal sign: one, and one more each time the number is below
/// `bound`, a tenth of it, and so on (six at most).
fn enough_digits(number: f64, mut bound: f64) -> usize {
    let mut digits = 1;
    while number != 0.0 && number.abs() < bound && digits < 6 {
        bound /= 10.0;
        digits += 1;
    }
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(found: [String; 2], expected: [&str; 2]) {
        assert_eq!(found, expected.map(|text| text.replace('_', "\u{202f}")));
    }

    fn both(say: impl Fn(Lang) -> String) -> [String; 2] {
        [say(Lang::En), say(Lang::Fr)]
    }

    #[test]
    fn thousands_stand_apart() {
        check(both(|lang| integer(lang, 999)), ["999", "999"]);
        check(both(|lang| integer(lang, 11_067)), ["11,067", "11_067"]);
        check(both(|lang| integer(lang, 1_000_000)), ["1,000,000", "1_000_000"]);
    }

    #[test]
    fn shares_have_the_digits_they_need() {
        check(both(|lang| percent(lang, 0.275)), ["27.5%", "27,5_%"]);
        check(both(|lang| percent(lang, 0.28)), ["28%", "28_%"]);
        check(both(|lang| percent(lang, 0.0025)), ["0.25%", "0,25_%"]);
        check(both(|lang| percent(lang, 7.0 / 24.0)), ["29.2%", "29,2_%"]);
        check(both(|lang| percent(lang, 1.0 / 30_000.0)), ["0.0033%", "0,0033_%"]);
    }

    #[test]
    fn points_are_singular_below_two_in_french() {
        check(both(|lang| points(lang, 0.14)), ["14.0 points", "14,0 points"]);
        check(both(|lang| points(lang, 0.015)), ["1.5 points", "1,5 point"]);
        check(both(|lang| points(lang, 0.0006)), ["0.06 points", "0,06 point"]);
        check(both(|lang| points(lang, -0.031)), ["\u{2212}3.1 points", "\u{2212}3,1 points"]);
    }

    #[test]
    fn small_probabilities_have_a_floor() {
        check(both(|lang| p_value(lang, 0.0)), ["p < 0.0001", "p < 0,0001"]);
        check(both(|lang| p_value(lang, 0.0042)), ["p = 0.0042", "p = 0,0042"]);
        check(both(|lang| p_value(lang, 0.5)), ["p = 0.500", "p = 0,500"]);
    }

    #[test]
    fn none_is_plural_in_english_and_singular_in_french() {
        check(both(|lang| plural(lang, 0, "x", "xs")), ["0 xs", "0 x"]);
        check(both(|lang| plural(lang, 1, "x", "xs")), ["1 x", "1 x"]);
        check(both(|lang| plural(lang, 2, "x", "xs")), ["2 xs", "2 xs"]);
    }

    #[test]
    fn places_and_lists_read_well() {
        check(both(|lang| ordinal(lang, 1)), ["1st", "1er"]);
        check(both(|lang| ordinal(lang, 12)), ["12th", "12e"]);
        check(both(|lang| ordinal(lang, 22)), ["22nd", "22e"]);
        let items = ["a", "b", "c"].map(String::from);
        check(both(|lang| list(lang, &items)), ["a, b and c", "a, b et c"]);
        check(both(|lang| list(lang, &items[..1])), ["a", "a"]);
        check(both(|lang| quoted(lang, "a")), ["“a”", "«\u{a0}a\u{a0}»"]);
    }
}
