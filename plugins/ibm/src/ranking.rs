//! Shares and ranks of the items of a table, among one of two groups.

use gainsay_plugin::wire::{
    BaseStep, Figure, FigureUnit, Finding, Order, QuestionKind, Rank, Says, Side,
};
use gainsay_plugin::{Entry, Shape, answers};

const REASONS: &str = "reason-to-follow";

/// The share of an item among consumers or executives.
pub(crate) fn share(entry: &Entry<'_>, shape: &Shape, who: &'static str) -> Finding {
    let finding = among(entry.finding(shape), who);
    Finding { id: format!("{}-{who}", finding.id), ..finding }
}

/// The rank of an item among consumers. The least important one states no rank
/// but that every other item stands above it.
pub(crate) fn rank(
    entry: &Entry<'_>,
    shape: &Shape,
    shapes: &[Shape],
    suffix: &str,
) -> Option<Vec<Finding>> {
    let finding = among(entry.finding(shape), "consumers");
    if entry.cell.words == "least important" {
        let others = shapes.iter().filter(|other| other.words != shape.words);
        return Some(others.map(|other| below(entry, &finding, shape, other)).collect());
    }
    let figure = Figure::in_unit(entry.cell.at, FigureUnit::Rank);
    Some(vec![Finding {
        id: format!("{}-{suffix}", finding.id),
        says: Says::Rank(Rank { figure, from_last: false }),
        ..finding
    }])
}

fn below(entry: &Entry<'_>, finding: &Finding, shape: &Shape, other: &Shape) -> Finding {
    let order =
        Order { words: entry.cell.at, greater: side(other), lesser: side(shape), by_far: false };
    let mut facets = finding.facets.clone();
    facets.retain(|facet, _| shape.facets.iter().all(|(own, _)| own != facet));
    Finding {
        id: format!("{}-below-{}", finding.id, other.id),
        says: Says::Order(Box::new(order)),
        facets,
        ..finding.clone()
    }
}

fn side(shape: &Shape) -> Side {
    let facets = shape.facets.iter().map(|&(facet, value)| (facet.into(), value.into()));
    Side { facets: facets.collect(), ..Side::default() }
}

/// Executives were asked why they think that consumers interact with brands.
fn among(mut finding: Finding, who: &str) -> Finding {
    finding.base = vec![BaseStep { who: who.to_owned(), share: None, words: None }];
    if finding.concept == REASONS {
        let asked = if who == "executives" { "perceived" } else { "multi-answer" };
        finding.facets.insert("asked-as".to_owned(), asked.to_owned());
        return answers(finding, &format!("reasons-{who}"), QuestionKind::Multi, false);
    }
    finding
}
