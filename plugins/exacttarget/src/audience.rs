//! The columns: two audiences, parts of them, and the one against the other.

use gainsay_plugin::wire::{
    BaseStep, Figure, FigureUnit, Finding, Order, Place, QuestionKind, Says, Side,
};
use gainsay_plugin::{Entry, Shape, answers};

use crate::rows::INVESTMENT;

const MARKETERS: &str = "marketers";
const CONSUMERS: &str = "online-consumers";

/// The share among the audience of the column, if it is one.
pub(crate) fn of_audience(entry: &Entry<'_>, shape: &Shape) -> Option<Finding> {
    let (suffix, base): (_, &[_]) = match entry.cell.column {
        "Marketers" => ("marketers", &[MARKETERS]),
        "Consumers" => ("consumers", &[CONSUMERS]),
        "Smartphone consumers" => ("smartphone-consumers", &[CONSUMERS, "smartphone-owners"]),
        "Other consumers" => ("other-consumers", &[CONSUMERS, "people-without-smartphone"]),
        _ => return None,
    };
    let finding = entry.finding(shape);
    let id = format!("{}-{suffix}", finding.id);
    let base = base.iter().copied().map(step).collect();
    let finding = Finding { id, base, ..finding };
    if shape.concept != INVESTMENT {
        return Some(finding);
    }
    // The shares of one audience exceed the whole, so several answers were allowed.
    Some(answers(finding, &format!("invest-{suffix}"), QuestionKind::Multi, false))
}

/// A ratio of one audience to the other, and the order that it states.
pub(crate) fn compared(entry: &Entry<'_>, shape: &Shape) -> Option<Vec<Finding>> {
    let (who, other) = match entry.cell.column {
        "Marketers against consumers" => (MARKETERS, CONSUMERS),
        "Consumers against marketers" => (CONSUMERS, MARKETERS),
        _ => return None,
    };
    let finding = entry.finding(shape);
    let id = |suffix: &str| format!("{}-{suffix}", finding.id);
    let fewer = entry.cell.words.starts_with('-') || entry.cell.words.ends_with("less likely");
    let (greater, lesser) = if fewer { (other, who) } else { (who, other) };
    let ratio = Figure::in_unit(percent(entry)?, FigureUnit::PercentChange);
    let order = Order {
        words: entry.cell.at,
        greater: among(greater),
        lesser: among(lesser),
        by_far: false,
    };
    Some(vec![
        Finding {
            id: id("ratio"),
            says: Says::Change(ratio),
            base: vec![step(who)],
            note: Some(format!("against {other}")),
            ..finding.clone()
        },
        Finding { id: id("order"), says: Says::Order(Box::new(order)), ..finding },
    ])
}

/// Where the figure with its percent sign stands in the cell.
fn percent(entry: &Entry<'_>) -> Option<Place> {
    let length = entry.cell.words.find('%')? + 1;
    let start = entry.cell.at.span.map_or(0, |[start, _]| start);
    Some(entry.cell.at.within(start..start + length))
}

fn step(who: &str) -> BaseStep {
    BaseStep { who: who.to_owned(), share: None, words: None }
}

fn among(universe: &str) -> Side {
    Side { universe: Some(universe.to_owned()), ..Side::default() }
}
