use std::collections::BTreeMap;

use proptest::prelude::*;

use super::table::TABLE;
use super::{Region, RegionSet};
use crate::lang::Lang;
use crate::relation::Relation;

fn region(word: &str) -> Region {
    Region::parse(word).unwrap_or_else(|error| panic!("{error}, nearest {:?}", error.nearest))
}

fn regions(words: &[&str]) -> RegionSet {
    words.iter().map(|word| region(word)).collect()
}

#[test]
fn every_country_agrees_with_an_independent_table() {
    let ours: BTreeMap<&str, (&str, &str)> = TABLE
        .rows
        .iter()
        .filter(|row| !row.numeric.is_empty())
        .map(|row| (row.code, (row.numeric, row.alpha3)))
        .collect();
    let numerics: Vec<String> =
        rust_iso3166::ALL.iter().map(|country| format!("{:03}", country.numeric)).collect();
    let theirs: BTreeMap<&str, (&str, &str)> = rust_iso3166::ALL
        .iter()
        .zip(&numerics)
        .map(|(country, numeric)| (country.alpha2, (numeric.as_str(), country.alpha3)))
        .collect();
    assert_eq!(ours.len(), 249);
    assert_eq!(ours, theirs);
}

#[test]
fn every_word_of_the_table_names_its_own_region_only() {
    assert_eq!(TABLE.rows.len(), include_str!("../../data/regions.tsv").lines().count() - 1);
    for region in Region::all() {
        for word in region.row().words() {
            assert_eq!(Region::parse(word), Ok(region), "{word}");
        }
    }
}

#[test]
fn every_parent_exists_and_every_region_lies_in_the_world() {
    let world = region("001");
    for region in Region::all() {
        for parent in &region.row().parents {
            let parent = TABLE.rows.iter().find(|row| row.code == *parent);
            let parent = parent.unwrap_or_else(|| panic!("{region:?} names a missing parent"));
            assert!(region.row().countries.is_subset(&parent.countries), "{region:?}");
        }
        assert!(region.countries().next().is_some(), "{region:?} covers nothing");
        assert!(world.contains(&region), "{region:?}");
    }
    assert_eq!(world.countries().count(), 249);
}

#[test]
fn names_are_read_as_publishers_write_them() {
    let cases = [
        ("us", "US"),
        ("U.S.", "US"),
        ("USA", "US"),
        ("840", "US"),
        ("the United States", "US"),
        ("Etats-Unis", "US"),
        ("les États-Unis", "US"),
        ("UK", "GB"),
        ("royaume-uni", "GB"),
        ("le Royaume-Uni", "GB"),
        ("Grande-Bretagne", "GB"),
        ("l'Allemagne", "DE"),
        ("l’Australie", "AU"),
        ("la France", "FR"),
        ("South Korea", "KR"),
        ("Corée du Sud", "KR"),
        ("Turkey", "TR"),
        ("Pays-Bas", "NL"),
        ("Czech Republic", "CZ"),
        ("Côte d'Ivoire", "CI"),
        ("world", "001"),
        ("Monde", "001"),
        ("Europe", "150"),
        ("Union européenne", "EU"),
        ("eu28", "EU28"),
        ("Amérique du Nord", "003"),
    ];
    for (word, code) in cases {
        assert_eq!(region(word).code(), code, "{word}");
    }
}

#[test]
fn names_are_written_in_both_languages() {
    let name = |code, lang| region(code).name(lang);
    assert_eq!(name("US", Lang::Fr), "États-Unis");
    assert_eq!(name("GB", Lang::Fr), "Royaume-Uni");
    assert_eq!(name("GB", Lang::En), "United Kingdom");
    assert_eq!(name("150", Lang::En), "Europe");
    assert_eq!(name("EU", Lang::Fr), "Union européenne");
}

#[test]
fn unknown_words_get_the_nearest_known_one_only_if_near() {
    let nearest = |word| Region::parse(word).expect_err("unknown").nearest;
    assert_eq!(nearest("Germny"), Some("Germany"));
    assert_eq!(nearest("Royaume-Unni"), Some("Royaume-Uni"));
    assert_eq!(nearest("Atlantis"), None);
    assert_eq!(nearest("Congo"), None);
    assert_eq!(nearest("XX"), None);
    assert_eq!(nearest(""), None);
    assert_eq!(nearest(&"a".repeat(10_000)), None);
}

#[test]
fn containment_follows_m49_and_dated_membership() {
    let contains = |outer, inner| region(outer).contains(&region(inner));
    assert!(contains("154", "GB") && contains("150", "GB") && contains("150", "154"));
    assert!(contains("003", "US") && contains("019", "003") && contains("419", "MX"));
    assert!(contains("FR", "FR"));
    assert!(!contains("142", "GB") && !contains("GB", "150") && !contains("021", "MX"));
    assert!(contains("EU28", "GB") && contains("EU28", "HR") && contains("EU28", "EU"));
    assert!(!contains("EU", "GB") && !contains("EU27_2007", "HR"));
    assert_eq!(region("EU").countries().count(), 27);
    assert_eq!(region("EU27_2007").countries().count(), 27);
}

#[test]
fn sets_are_compared_by_the_countries_they_cover() {
    let cases: [(&[&str], &[&str], Relation); 6] = [
        (&["US"], &["United States"], Relation::Same),
        (&["Africa", "Americas", "Asia", "Europe", "Oceania", "AQ"], &["001"], Relation::Same),
        (&["FR", "DE"], &["150"], Relation::Within),
        (&["001"], &["US"], Relation::Contains),
        (&["US", "GB"], &["GB", "FR"], Relation::Overlaps),
        (&["US"], &["GB", "FR"], Relation::Disjoint),
    ];
    for (first, second, expected) in cases {
        assert_eq!(regions(first).relation(&regions(second)), expected, "{first:?} {second:?}");
    }
}

#[test]
fn sets_are_ordered_by_code_and_written_as_codes() {
    let set = regions(&["US", "FR", "150"]);
    let codes: Vec<&str> = set.iter().map(Region::code).collect();
    assert_eq!(codes, ["150", "FR", "US"]);
    #[derive(serde::Serialize, serde::Deserialize)]
    struct Holder {
        regions: RegionSet,
    }
    let text = toml::to_string(&Holder { regions: set.clone() }).unwrap();
    assert_eq!(text, "regions = [\"150\", \"FR\", \"US\"]\n");
    assert_eq!(toml::from_str::<Holder>(&text).unwrap().regions, set);
    assert!(toml::from_str::<Holder>("regions = [\"Narnia\"]").is_err());
}

proptest! {
    #[test]
    fn no_word_panics(word in any::<String>()) {
        if let Ok(region) = Region::parse(&word) {
            prop_assert_eq!(Region::parse(region.code()), Ok(region));
        }
    }

    #[test]
    fn relation_is_symmetric(
        first in prop::collection::vec(0..283_u16, 0..5),
        second in prop::collection::vec(0..283_u16, 0..5),
    ) {
        let set = |lines: Vec<u16>| lines.into_iter().map(Region).collect::<RegionSet>();
        let (first, second) = (set(first), set(second));
        prop_assert_eq!(first.relation(&second), second.relation(&first).reversed());
        prop_assert_eq!(first.relation(&first), Relation::Same);
    }
}
