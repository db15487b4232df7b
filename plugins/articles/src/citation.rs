//! The parts of a citation: study, people, base, joined propositions.

use gainsay_plugin::SourceError;
use gainsay_plugin::wire::{BaseStep, Disclosed, Figure, Join, Joined, People};

use crate::block::{Block, Field};
use crate::proposition::Proposition;
use crate::words::Words;

/// The study: `study`, or else that of the claim that is cited.
///
/// # Errors
///
/// When the cited claim is one of another article, so that its study would be
/// that article.
pub(crate) fn study(block: &Block<'_>) -> Result<Option<String>, SourceError> {
    if let Some(study) = block.string("study") {
        return Ok(Some(study));
    }
    let Some(cites) = block.get("cites") else {
        return Ok(None);
    };
    let source = cites.value.split('/').next();
    match cites.value.rsplit_once('/') {
        Some((study, _)) if source != Some(&block.document.source) => Ok(Some(study.to_owned())),
        _ => Err(block.error_at(
            cites,
            [
                "this does not name the study; add `study`",
                "ceci ne nomme pas l'étude\u{a0}; ajouter `study`",
            ],
        )),
    }
}

/// The proposition written in a field.
///
/// # Errors
///
/// When it is none.
pub(crate) fn proposition<'a>(
    block: &Block<'_>,
    field: Field<'a>,
) -> Result<Proposition<'a>, SourceError> {
    let expected = [
        "expected `concept[facet=value]`, after `not` or before `above` a step",
        "`concept[facette=valeur]` attendu, après `not` ou devant `above` et un degré",
    ];
    Proposition::read(field.value).ok_or_else(|| block.error_at(field, expected))
}

/// The proposition counted together with the first: `and`, `or`.
pub(crate) fn joined(block: &Block<'_>) -> Result<Option<Joined>, SourceError> {
    let (by, field) = match (block.get("and"), block.get("or")) {
        (Some(field), None) => (Join::And, field),
        (None, Some(field)) => (Join::Or, field),
        (None, None) => return Ok(None),
        (Some(_), Some(field)) => {
            return Err(block.error_at(
                field,
                ["a block has `and` or `or`, not both", "un bloc a `and` ou `or`, pas les deux"],
            ));
        }
    };
    Ok(Some(Joined { by, with: vec![proposition(block, field)?.term()] }))
}

/// The path of universes, `consumers > likers`; the words name the last one.
///
/// # Errors
///
/// When the words mark a base and the block names none.
pub(crate) fn base(block: &Block<'_>, words: &Words<'_>) -> Result<Vec<BaseStep>, SourceError> {
    let named = (words.part("base"), words.part("share"));
    let Some(path) = block.text("base") else {
        return match named {
            (None, None) => Ok(Vec::new()),
            _ => Err(block.error([
                "the words mark a base; add `base`",
                "les mots marquent une base\u{a0}; ajouter `base`",
            ])),
        };
    };
    let step = |who: &str| BaseStep { who: who.trim().to_owned(), share: None, words: None };
    let mut steps: Vec<_> = path.split('>').map(step).collect();
    if let Some(last) = steps.last_mut() {
        last.words = named.0;
        last.share = named.1.map(Figure::at);
    }
    Ok(steps)
}

/// The people that the words speak of, who need not be those of the study.
pub(crate) fn people(block: &Block<'_>) -> Result<Option<People>, SourceError> {
    let list = |key: &str, separator| -> Vec<String> {
        let parts = block.text(key).into_iter().flat_map(|value| value.split(separator));
        parts.map(|part: &str| part.trim().to_owned()).collect()
    };
    let people = People {
        regions: list("regions", ','),
        pooled: block.choice("pooled", POOLED, Disclosed::Unknown)?,
        universe: list("base", '>').into_iter().next(),
        ..People::default()
    };
    Ok((people != People::default()).then_some(people))
}

const POOLED: &[(&str, Disclosed)] = &[("yes", Disclosed::Yes), ("no", Disclosed::No)];
