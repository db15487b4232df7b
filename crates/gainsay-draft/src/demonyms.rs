//! Names of places and of the people who live there.

use gainsay_claims::{Lang, region::Region};

const DEMONYMS: &str = include_str!("../data/demonyms.tsv");

/// The code of every region with its name in a language.
pub(crate) fn places(lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
    Region::all().map(move |region| (region.code(), region.name(lang)))
}

/// The codes of regions with what their people and things are called.
pub(crate) fn people(lang: Lang) -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = DEMONYMS.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(move |line| {
        let mut columns = line.split('\t');
        let code = columns.next().unwrap_or_default();
        let column = if lang == Lang::En { columns.next() } else { columns.nth(1) };
        column.unwrap_or_default().split('|').map(move |word| (code, word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_names_a_region_and_its_people_in_both_languages() {
        for line in DEMONYMS.lines().filter(|line| !line.starts_with('#')) {
            let columns: Vec<&str> = line.split('\t').collect();
            assert_eq!(columns.len(), 3, "{line}");
            assert_eq!(Region::parse(columns[0]).map(Region::code), Ok(columns[0]), "{line}");
            assert!(columns.iter().all(|column| !column.is_empty()), "{line}");
        }
        assert!(people(Lang::Fr).any(|(code, word)| code == "US" && word == "Américain"));
        assert!(places(Lang::En).any(|(code, word)| code == "GB" && word == "United Kingdom"));
    }
}
