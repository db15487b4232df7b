//! Periods as each language writes them.

use gainsay_claims::{Lang, period::Period};

const MONTHS: [[&str; 2]; 12] = [
    ["January", "janvier"],
    ["February", "février"],
    ["March", "mars"],
    ["April", "avril"],
    ["May", "mai"],
    ["June", "juin"],
    ["July", "juillet"],
    ["August", "août"],
    ["September", "septembre"],
    ["October", "octobre"],
    ["November", "novembre"],
    ["December", "décembre"],
];

impl super::super::Speaker<'_> {
    /// A period in words: `March 2013`, `1er mai 2014`, `2012 – 2013`.
    pub(crate) fn period(&self, period: &Period) -> String {
        in_words(self.lang, &period.to_string())
    }
}

/// Says the text form of a period, which is made of calendar units.
pub(crate) fn in_words(lang: Lang, text: &str) -> String {
    match text.split_once("..") {
        None => unit(lang, text),
        Some((first, last)) => format!("{} – {}", unit(lang, first), unit(lang, last)),
    }
}

fn unit(lang: Lang, text: &str) -> String {
    let parts: Vec<&str> = text.split('-').collect();
    match (lang, parts.as_slice()) {
        (Lang::En, [year, "Q1"]) => format!("first quarter of {year}"),
        (Lang::En, [year, "Q2"]) => format!("second quarter of {year}"),
        (Lang::En, [year, "Q3"]) => format!("third quarter of {year}"),
        (Lang::En, [year, "Q4"]) => format!("fourth quarter of {year}"),
        (Lang::Fr, [year, "Q1"]) => format!("1er trimestre {year}"),
        (Lang::Fr, [year, "Q2"]) => format!("2e trimestre {year}"),
        (Lang::Fr, [year, "Q3"]) => format!("3e trimestre {year}"),
        (Lang::Fr, [year, "Q4"]) => format!("4e trimestre {year}"),
        (_, [year, "winter"]) => winter(lang, year),
        (Lang::En, [year, season @ ("spring" | "summer" | "autumn")]) => format!("{season} {year}"),
        (Lang::Fr, [year, "spring"]) => format!("printemps {year}"),
        (Lang::Fr, [year, "summer"]) => format!("été {year}"),
        (Lang::Fr, [year, "autumn"]) => format!("automne {year}"),
        (_, [year, number]) => match month(lang, number) {
            Some(name) => format!("{name} {year}"),
            None => text.to_owned(),
        },
        (_, [year, number, day]) => match month(lang, number) {
            Some(name) => format!("{} {name} {year}", day_of_month(lang, day)),
            None => text.to_owned(),
        },
        _ => text.to_owned(),
    }
}

/// A winter is named by the year in which it begins and lasts into the next.
fn winter(lang: Lang, year: &str) -> String {
    let name = match lang {
        Lang::En => "winter",
        Lang::Fr => "hiver",
    };
    match year.parse::<u16>() {
        Ok(first) => format!("{name} {first}/{:02}", (first + 1) % 100),
        Err(_) => format!("{name} {year}"),
    }
}

fn month(lang: Lang, number: &str) -> Option<&'static str> {
    let number: usize = number.parse().ok()?;
    let [en, fr] = MONTHS.get(number.checked_sub(1)?)?;
    Some(match lang {
        Lang::En => en,
        Lang::Fr => fr,
    })
}

fn day_of_month(lang: Lang, day: &str) -> String {
    let day = day.trim_start_matches('0');
    match (lang, day) {
        (Lang::Fr, "1") => "1er".to_owned(),
        _ => day.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(period: &str, en: &str, fr: &str) {
        let text = period.parse::<Period>().expect(period).to_string();
        assert_eq!(in_words(Lang::En, &text), en);
        assert_eq!(in_words(Lang::Fr, &text), fr);
    }

    #[test]
    fn periods_read_as_words() {
        check("2013", "2013", "2013");
        check("2013-03", "March 2013", "mars 2013");
        check("2014-05-01", "1 May 2014", "1er mai 2014");
        check("2014-05-12", "12 May 2014", "12 mai 2014");
        check("2013-Q2", "second quarter of 2013", "2e trimestre 2013");
        check("2012-spring", "spring 2012", "printemps 2012");
        check("2012-winter", "winter 2012/13", "hiver 2012/13");
        check("2012..2013", "2012 – 2013", "2012 – 2013");
        check(
            "2012-10-08..2012-11-30",
            "8 October 2012 – 30 November 2012",
            "8 octobre 2012 – 30 novembre 2012",
        );
    }
}
