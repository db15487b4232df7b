//! What a verdict relies on: of each claim, all that could change the judgement.

mod figure;

use std::collections::BTreeMap;

use gainsay_claims::{
    EvidenceBase,
    claim::{Base, Claim},
    facts::Field,
    sample::Sample,
    study::{StatedMargin, Study},
    wire::{Disclosed, Mark, Role, Standing, Strategy, Unit},
};
use sha2::{Digest as _, Sha256};

use figure::{figure, set};

/// What a verdict relies on of one claim. Where the figure is written, and how its
/// document looks, is no part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Relied {
    /// The claim.
    pub claim: String,
    /// The first 16 hexadecimal digits of the SHA-256 of the fields.
    pub digest: String,
    /// What is disclosed, in words that are never translated.
    pub fields: BTreeMap<Field, String>,
}

impl Relied {
    /// What a verdict of today relies on.
    pub fn of(claim: &Claim, base: &EvidenceBase) -> Self {
        let study = base.study_of(claim);
        let fields: BTreeMap<Field, String> = Field::ALL
            .into_iter()
            .map(|field| (field, value(field, claim, study)))
            .filter(|(_, value)| !value.is_empty())
            .collect();
        Self { claim: claim.id.clone(), digest: digest(&fields), fields }
    }
}

fn digest(fields: &BTreeMap<Field, String>) -> String {
    let text: String =
        fields.iter().map(|(field, value)| format!("{}\0{value}\n", field.name())).collect();
    Sha256::digest(text).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn value(field: Field, claim: &Claim, study: Option<&Study>) -> String {
    match field {
        Field::Figure => figure(claim),
        Field::Counts => counts(claim),
        Field::N => size(claim, study),
        Field::Base => steps(&claim.base),
        Field::Population => population(claim),
        Field::Period => period(claim, study),
        Field::Wording => pairs(&claim.wording),
        Field::Survey => survey(study),
        Field::Standing => standing(claim),
    }
}

fn counts(claim: &Claim) -> String {
    let said = &claim.said;
    let mut words = vec![claim.proposition.to_string()];
    words.extend(said.negated.then(|| "negated".to_owned()));
    words.extend(said.undecided.then(|| "some undecided".to_owned()));
    words.extend(said.universal.then(|| "universal".to_owned()));
    words.extend(said.cut.as_ref().map(|cut| format!("cut at {cut}")));
    words.join("; ")
}

/// How many the base of the claim holds, and how many its study asked.
fn size(claim: &Claim, study: Option<&Study>) -> String {
    let of = study.map_or(Sample::Unknown, |study| study.n);
    let cases = match (sample(claim.n), sample(of)) {
        (own, all) if own == all || all.is_empty() => own,
        (own, all) if own.is_empty() => format!("part of {all}"),
        (own, all) => format!("{own} of {all}"),
    };
    match sample(claim.n_effective) {
        worth if worth.is_empty() => cases,
        worth => format!("{cases}; worth {worth}"),
    }
}

fn sample(sample: Sample) -> String {
    match sample {
        Sample::Unknown => String::new(),
        Sample::Census => "census".to_owned(),
        Sample::Exactly(n) => n.to_string(),
        Sample::About(n) => format!("≈ {n}"),
        Sample::AtLeast(n) => format!("≥ {n}"),
        Sample::AtMost(n) => format!("≤ {n}"),
        Sample::Between(lo, hi) => format!("{lo} to {hi}"),
    }
}

fn steps(base: &Base) -> String {
    let step = |step: &gainsay_claims::claim::Step| match &step.share {
        None => step.who.clone(),
        Some(share) => format!("{} ({})", step.who, set(share)),
    };
    base.steps.iter().map(step).collect::<Vec<_>>().join(" > ")
}

fn population(claim: &Claim) -> String {
    let population = &claim.population;
    let regions = population.regions.iter().flat_map(|set| set.iter());
    let regions: Vec<String> = regions.map(|region| region.to_string()).collect();
    let mut words = vec![regions.join(", ")];
    words.extend((population.pooled == Disclosed::Yes).then(|| "pooled".to_owned()));
    words.extend(population.universe.clone());
    words.extend(population.age.map(|age| age.to_string()));
    words.retain(|word| !word.is_empty());
    words.join("; ")
}

fn period(claim: &Claim, study: Option<&Study>) -> String {
    let published =
        || study.and_then(|study| study.published).map(|one| format!("published {one}"));
    let asked = claim.period.map(|one| one.to_string()).or_else(published);
    let since = claim.since.map(|one| format!("since {one}"));
    let target = claim.target.map(|one| format!("for {one}"));
    [asked, since, target].into_iter().flatten().collect::<Vec<_>>().join("; ")
}

fn pairs(facets: &BTreeMap<String, String>) -> String {
    facets.iter().map(|(facet, value)| format!("{facet}={value}")).collect::<Vec<_>>().join(", ")
}

fn survey(study: Option<&Study>) -> String {
    let Some(said) = study.map(|study| &study.said) else { return String::new() };
    let mut words = said.mode.clone();
    words.sort();
    words.extend((said.unit == Unit::Money).then(|| "counts money".to_owned()));
    words.extend((said.strategy == Strategy::Modelled).then(|| "modelled".to_owned()));
    words.extend(match said.weighted {
        Disclosed::Yes => Some("weighted".to_owned()),
        Disclosed::No => Some("not weighted".to_owned()),
        Disclosed::Unknown => None,
    });
    words.extend(study.and_then(|study| study.margin.as_ref()).map(margin));
    let mut links: Vec<&str> = said.depends_on.iter().map(|link| link.study.as_str()).collect();
    links.sort_unstable();
    words.extend(links.into_iter().map(|link| format!("depends on {link}")));
    // Not the publisher: houses change their names, and what they found stays.
    words.extend(said.sponsor.as_ref().map(|sponsor| format!("“{sponsor}”")));
    words.join("; ")
}

/// A stated margin of error, which tells the design effect: `margin ± 3.05 % to 3.15 % at
/// 95 % of 1004`.
fn margin(stated: &StatedMargin) -> String {
    const DECIMALS: f64 = 10_000.0;
    let percent = |share: f64| format!("{} %", (100.0 * share * DECIMALS).round() / DECIMALS);
    let (lo, hi) = (stated.margin - stated.rounding, stated.margin + stated.rounding);
    let level = stated.level.map(|level| format!(" at {}", percent(level))).unwrap_or_default();
    let of = match sample(stated.n) {
        n if n.is_empty() => n,
        n => format!(" of {n}"),
    };
    format!("margin ± {} to {}{level}{of}", percent(lo), percent(hi))
}

fn standing(claim: &Claim) -> String {
    let mut words = vec![match claim.said.role {
        Role::Published => "published",
        Role::Cited => "cited",
        Role::Opinion => "opinion",
    }];
    words.extend(match claim.said.standing {
        Standing::Normal => None,
        Standing::Preferred => Some("preferred"),
        Standing::Deprecated => Some("withdrawn"),
    });
    words.extend(match claim.said.mark {
        Mark::Publisher | Mark::Secondary | Mark::Computed => None,
        Mark::CitedOnly => Some("cited only"),
        Mark::Unverified => Some("unverified"),
    });
    words.extend(claim.study().filter(|_| !claim.is_published()));
    let cites = claim.said.cites.as_ref().map(|cited| format!("cites {cited}"));
    words.extend(cites.as_deref());
    words.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture;

    #[test]
    fn what_is_relied_on_is_spelled_out() {
        let base = fixture::base();
        let relied = Relied::of(&base.claims["fixture-a/2013/bought"], &base);
        let fields: Vec<_> =
            relied.fields.iter().map(|(field, value)| (field.name(), value.as_str())).collect();
        let expected = [
            ("figure", "71.5 % to 72.5 %"),
            ("counts", "bought; negated"),
            ("n", "1004"),
            ("base", "adults"),
            ("population", "GB"),
            ("period", "2013-03"),
            ("survey", "online"),
            ("standing", "published"),
        ];
        assert_eq!(fields, expected);
        // Whoever changes the form of a field, or its name, re-opens every verdict.
        assert_eq!(relied.digest, "d84bfcb980c4d83e");
    }

    #[test]
    fn a_stated_margin_is_spelled_out() {
        let (margin, rounding) = (0.031, 0.0005);
        let mut stated =
            StatedMargin { margin, rounding, level: Some(0.95), n: Sample::Exactly(1004) };
        assert_eq!(super::margin(&stated), "margin ± 3.05 % to 3.15 % at 95 % of 1004");
        (stated.level, stated.n) = (None, Sample::Unknown);
        assert_eq!(super::margin(&stated), "margin ± 3.05 % to 3.15 %");
    }

    #[test]
    fn places_addresses_and_remarks_are_no_part_of_it() {
        let base = fixture::base();
        let mut claim = base.claims["fixture-a/2013/bought"].clone();
        let before = Relied::of(&claim, &base);
        claim.at.span = 3..7;
        claim.said.seen_at = Some("https://elsewhere.example/".to_owned());
        claim.said.note = Some("moved".to_owned());
        assert_eq!(Relied::of(&claim, &base), before);
        claim.n = Sample::Exactly(1005);
        assert_ne!(Relied::of(&claim, &base).digest, before.digest);
    }
}
