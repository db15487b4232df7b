//! Statements of order that cannot all hold.

use std::collections::{BTreeMap, BTreeSet};

use super::arrows::Arrow;
use crate::{
    judgement::{Circle, Standing, Step},
    stats::Digraph,
};

/// Finds the circles within each study, then those across studies. What a study says that
/// contradicts itself is not held against other studies.
pub(super) fn circles(arrows: &[Arrow]) -> Vec<Circle> {
    let mut studies: BTreeMap<&str, Vec<&Arrow>> = BTreeMap::new();
    for arrow in arrows.iter().filter(|arrow| arrow.is_published) {
        studies.entry(&arrow.study).or_default().push(arrow);
    }
    let mut circles = Vec::new();
    let mut tangled = BTreeSet::new();
    for (study, arrows) in studies {
        let found = Graph::new(arrows).circles();
        if !found.is_empty() {
            tangled.insert(study);
        }
        let of_study = |circle| Circle { study: Some(study.to_owned()), ..circle };
        circles.extend(found.into_iter().map(of_study));
    }
    let sound = arrows.iter().filter(|arrow| !tangled.contains(arrow.study.as_str()));
    let sound = uncontested(without_misquotes(sound.collect()));
    let across = Graph::new(sound).circles().into_iter();
    circles.extend(across.filter(|circle| !is_of_one_study(circle, arrows)));
    circles
}

/// A citation gives way to what its study says itself of the same two things.
fn without_misquotes(mut arrows: Vec<&Arrow>) -> Vec<&Arrow> {
    let published = arrows.iter().filter(|arrow| arrow.is_published);
    let told: BTreeSet<_> =
        published.map(|arrow| (arrow.study.as_str(), unordered(arrow))).collect();
    arrows.retain(|arrow| {
        arrow.is_published || !told.contains(&(arrow.study.as_str(), unordered(arrow)))
    });
    arrows
}

/// Leaves out the shares of two options on whose order the shares of studies differ: the
/// rules on ranks tell so.
fn uncontested(mut arrows: Vec<&Arrow>) -> Vec<&Arrow> {
    let by_shares = arrows.iter().filter(|arrow| !arrow.is_worded);
    let orders: BTreeSet<_> = by_shares.map(|arrow| (&arrow.greater, &arrow.lesser)).collect();
    arrows.retain(|arrow| arrow.is_worded || !orders.contains(&(&arrow.lesser, &arrow.greater)));
    arrows
}

fn unordered(arrow: &Arrow) -> [&Standing; 2] {
    let mut pair = [&arrow.greater, &arrow.lesser];
    pair.sort();
    pair
}

fn is_of_one_study(circle: &Circle, arrows: &[Arrow]) -> bool {
    let claims: BTreeSet<_> = circle.steps.iter().flat_map(|step| &step.claims).collect();
    let told = arrows.iter().filter(|arrow| arrow.claims.iter().all(|id| claims.contains(id)));
    told.map(|arrow| &arrow.study).collect::<BTreeSet<_>>().len() < 2
}

/// Arrows between things that have numbers.
struct Graph<'a> {
    arrows: Vec<&'a Arrow>,
    things: Vec<&'a Standing>,
    // Invariant: as long as `arrows`, by place in `things`.
    arcs: Vec<(usize, usize)>,
}

impl<'a> Graph<'a> {
    fn new(arrows: Vec<&'a Arrow>) -> Self {
        let things = arrows.iter().flat_map(|arrow| [&arrow.greater, &arrow.lesser]);
        let things: BTreeSet<&Standing> = things.collect();
        let numbers: BTreeMap<_, _> =
            things.iter().enumerate().map(|(number, &thing)| (thing, number)).collect();
        let arcs =
            arrows.iter().map(|arrow| (numbers[&arrow.greater], numbers[&arrow.lesser])).collect();
        Self { arcs, things: things.into_iter().collect(), arrows }
    }

    /// One circle for each group of things that are tied up with each other.
    fn circles(&self) -> Vec<Circle> {
        let groups = Digraph::new(&self.arcs).components().into_iter();
        groups.filter(|group| group.len() > 1).filter_map(|group| self.circle(&group)).collect()
    }

    fn circle(&self, group: &[usize]) -> Option<Circle> {
        let within = |&&(from, to): &&(usize, usize)| group.contains(&from) && group.contains(&to);
        let arcs: Vec<_> = self.arcs.iter().filter(within).copied().collect();
        let graph = Digraph::new(&arcs);
        let cycle = graph.shortest_cycle()?;
        let next = cycle.iter().cycle().skip(1);
        let steps = cycle.iter().zip(next).map(|(&from, &to)| self.step(from, to)).collect();
        let removable = graph.feedback_arcs().ok().map(|removed| [removed.len(), arcs.len()]);
        Some(Circle { study: None, steps, removable })
    }

    /// Who says so: in words if anybody does.
    fn step(&self, from: usize, to: usize) -> Step {
        let told = || {
            let arcs = self.arcs.iter().zip(&self.arrows);
            arcs.filter(move |(arc, _)| **arc == (from, to)).map(|(_, arrow)| *arrow)
        };
        let is_worded = told().any(|arrow| arrow.is_worded);
        let claims = told().filter(|arrow| arrow.is_worded == is_worded);
        Step {
            claims: claims.flat_map(|arrow| arrow.claims.iter().cloned()).collect(),
            greater: self.things[from].clone(),
            lesser: self.things[to].clone(),
        }
    }
}
