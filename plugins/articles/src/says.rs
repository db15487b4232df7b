//! What a citation says of its proposition.

use gainsay_plugin::SourceError;
use gainsay_plugin::wire::{Agreement, Figure, FigureUnit, Instance, Order, Rank, Says, Side};

use crate::block::Block;
use crate::proposition::side;
use crate::words::Words;

/// Reads `says` and the keys that go with it; without it, a share.
///
/// # Errors
///
/// When a key or a part of the words is missing, or goes with something else.
pub(crate) fn says(block: &Block<'_>, words: &Words<'_>) -> Result<Says, SourceError> {
    let kind = block.text("says").unwrap_or("share");
    refuse_foreign(block, kind)?;
    let figure = || -> Result<Figure, SourceError> {
        Ok(Figure { unit: block.choice("unit", UNITS, None)?, ..Figure::at(words.figure()?) })
    };
    match kind {
        "share" => Ok(Says::Share(figure()?)),
        "count" => Ok(Says::Count(figure()?)),
        "money" => Ok(Says::Money(figure()?)),
        "change" => Ok(Says::Change(figure()?)),
        "rank" => Ok(Says::Rank(Rank { figure: figure()?, from_last: false })),
        "words" => Ok(Says::Words(words.figure()?)),
        "order" => Ok(Says::Order(Box::new(Order {
            words: words.figure()?,
            greater: side_of(block, "greater")?,
            lesser: side_of(block, "lesser")?,
            by_far: block.choice("by-far", &[("yes", true)], false)?,
        }))),
        "agreement" => Ok(Says::Agreement(Agreement {
            words: words.figure()?,
            between: list(block.required("between")?.value),
        })),
        "instance" => match words.figures() {
            names if names.is_empty() => {
                Err(block.error(["no name is in brackets", "aucun nom n'est entre crochets"]))
            }
            names => Ok(Says::Instance(Instance { names })),
        },
        _ => Err(block.error([
            format!("nothing is said in the way of `{kind}`"),
            format!("rien ne se dit à la manière de `{kind}`"),
        ])),
    }
}

/// Refuses the keys that only orders, agreements or figures have.
fn refuse_foreign(block: &Block<'_>, kind: &str) -> Result<(), SourceError> {
    let figure = ["share", "count", "money", "change", "rank"].contains(&kind);
    for (key, fits) in [
        ("greater", kind == "order"),
        ("lesser", kind == "order"),
        ("by-far", kind == "order"),
        ("between", kind == "agreement"),
        ("unit", figure),
    ] {
        if let Some(field) = block.get(key).filter(|_| !fits) {
            let message = [
                format!("`{key}` does not go with `{kind}`"),
                format!("`{key}` ne va pas avec `{kind}`"),
            ];
            return Err(block.error_at(field, message));
        }
    }
    Ok(())
}

fn side_of(block: &Block<'_>, key: &str) -> Result<Side, SourceError> {
    let field = block.required(key)?;
    let expected =
        ["expected `[facet=value] among universe`", "`[facette=valeur] among univers` attendu"];
    side(field.value).ok_or_else(|| block.error_at(field, expected))
}

fn list(value: &str) -> Vec<String> {
    value.split(',').map(|part| part.trim().to_owned()).collect()
}

const UNITS: &[(&str, Option<FigureUnit>)] =
    &[("percent-change", Some(FigureUnit::PercentChange)), ("points", Some(FigureUnit::Points))];
