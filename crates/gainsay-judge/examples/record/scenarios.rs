//! What is simulated: one file for each kind of truth.

mod copies;
mod equal;
mod gaps;
mod houses;
mod typing;
mod unknown;
mod vague;

use fastrand::Rng;

use crate::{
    draw::ask,
    section::Section,
    world::{Judged, Survey},
};

/// Simulates a kind of truth with so many bases in each cell of its tables.
pub(crate) type Scenario = fn(usize) -> Section;

/// Every scenario, in the order of the record.
pub(crate) const ALL: &[Scenario] = &[
    equal::simulate,
    gaps::simulate,
    houses::simulate,
    copies::simulate,
    unknown::simulate,
    typing::simulate,
    vague::simulate,
];

const DIRECT: &str = "diverging-shares";
const APART: &str = "diverging-shares-across-populations";
const SCATTERED: &str = "scattered-shares";
const ONE_SIDED: &str = "one-sided-houses";
const TOO_CLOSE: &str = "agreement-too-close";
const UNTESTABLE: &str = "untestable-shares";

/// Whether any rule says that studies differ.
fn alarms(judged: &Judged) -> bool {
    [DIRECT, APART, SCATTERED, ONE_SIDED].iter().any(|rule| judged.fires(rule))
}

/// A survey that asks so many people, in whole percent.
fn poll(rng: &mut Rng, house: usize, share: f64, n: usize, cluster: usize) -> Survey {
    Survey::new(house, n, ask(rng, share, n, cluster).percent())
}

/// Polls of several houses in each of twelve months; `share` says what is true of a
/// house.
fn year(
    rng: &mut Rng,
    houses: usize,
    n: usize,
    cluster: usize,
    share: impl Fn(usize) -> f64,
) -> Vec<Survey> {
    let each = (0..12).flat_map(|wave| (0..houses).map(move |house| (wave, house)));
    each.map(|(wave, house)| poll(rng, house, share(house), n, cluster).in_wave(wave)).collect()
}
