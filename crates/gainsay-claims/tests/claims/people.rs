//! Whom a claim is about: pools of countries, and contrasts between them.

use gainsay_claims::{
    region::RegionSet,
    wire::{Disclosed, Finding, People, Says},
};

use crate::support::{claim, figure, finding};

#[test]
fn a_pool_of_countries_is_one_population() {
    let text = "83% des consommateurs";
    let claim = claim(text, among(text, "83%", &["FR", "DE", "GB", "US", "AU"], Disclosed::Yes));
    assert_eq!(codes(claim.population.regions), ["AU", "DE", "FR", "GB", "US"]);
    assert_eq!(claim.population.pooled, Disclosed::Yes);
}

#[test]
fn a_contrast_is_one_claim_per_country() {
    let text = "1 sur 4 en Europe ; c'est 1 sur 6 aux Etats-Unis";
    let europe = claim(text, among(text, "1 sur 4", &["150"], Disclosed::Yes));
    let states = claim(text, among(text, "1 sur 6", &["US"], Disclosed::No));
    assert_eq!(europe.proposition, states.proposition);
    assert_eq!(codes(europe.population.regions), ["150"]);
    assert_eq!(codes(states.population.regions), ["US"]);
}

#[test]
fn a_claim_is_about_the_people_of_its_study_unless_it_says_otherwise() {
    let text = "12 % of them";
    let claim = claim(text, finding(Says::Share(figure(text, "12 %"))));
    assert_eq!(codes(claim.population.regions), ["GB"]);
    assert_eq!(claim.population.pooled, Disclosed::Unknown);
}

fn among(text: &str, words: &str, regions: &[&str], pooled: Disclosed) -> Finding {
    let regions = regions.iter().map(|&region| region.to_owned()).collect();
    let people = Some(People { regions, pooled, ..People::default() });
    Finding { people, ..finding(Says::Share(figure(text, words))) }
}

fn codes(regions: Option<RegionSet>) -> Vec<&'static str> {
    let mut codes: Vec<_> =
        regions.iter().flat_map(RegionSet::iter).map(|one| one.code()).collect();
    codes.sort_unstable();
    codes
}
