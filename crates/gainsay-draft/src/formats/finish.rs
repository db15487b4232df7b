//! Makes a draft of what a format has read.

use std::ops::Range;

use crate::{
    language,
    prose::{Draft, Passage, Prose, Suppression},
};

use super::{
    builder::{Builder, Built, Ignored},
    generated, voices,
};

/// The draft that was read. Passages without words or keys, and those of generated
/// tables, are no part of it.
pub(super) fn finish(name: &str, mut builder: Builder<'_>) -> Draft {
    resolve_calls(&mut builder);
    let generated = generated::blocks(&builder);
    let voices = voices::of(&builder.passages, &builder.names);
    let kept: Vec<bool> = builder.passages.iter().map(|one| is_kept(one, &generated)).collect();
    let langs = languages(&builder.passages, &kept);
    let suppressions = suppressions(&builder, &kept);
    let places = new_places(&kept);
    let built = std::mem::take(&mut builder.passages);
    let mut unspoken = std::mem::take(&mut builder.unspoken);
    let left_out = built.iter().zip(&kept).filter(|(_, kept)| !**kept);
    unspoken.extend(left_out.flat_map(|(built, _)| built.keys.iter().cloned()));
    let passages = built.into_iter().zip(voices).zip(&kept).filter(|(_, kept)| **kept);
    let passages = passages
        .zip(langs)
        .map(|(((built, voice), _), lang)| Passage {
            kind: built.kind,
            prose: built.prose,
            lang,
            voice,
            keys: built.keys,
            called_from: built.called_from.and_then(|(at, byte)| Some((places[at]?, byte))),
            cell: built.cell,
        })
        .collect();
    Draft {
        name: name.to_owned(),
        text: builder.text.to_owned(),
        title: builder.title,
        passages,
        unspoken,
        tables: builder.marks,
        suppressions,
    }
}

/// Gives each note that stands elsewhere the place of the first mark that calls it.
fn resolve_calls(builder: &mut Builder<'_>) {
    let calls = &builder.calls;
    for passage in &mut builder.passages {
        let Some(label) = &passage.label else { continue };
        let call = calls.iter().find(|(called, ..)| called == label);
        passage.called_from = call.map(|(_, at, byte)| (*at, *byte));
    }
}

fn is_kept(passage: &Built, generated: &[Range<usize>]) -> bool {
    let says = |one: char| one != Prose::LEFT_OUT && !one.is_whitespace();
    if !passage.prose.text().contains(says) && passage.keys.is_empty() {
        return false;
    }
    let start = passage.prose.extent().start;
    !generated.iter().any(|block| block.contains(&start))
}

/// The languages of the passages that are kept.
fn languages(passages: &[Built], kept: &[bool]) -> Vec<gainsay_claims::Lang> {
    let words = passages.iter().zip(kept).filter(|(_, kept)| **kept);
    let words: Vec<_> = words.map(|(one, _)| (one.prose.text(), one.lang)).collect();
    language::of_passages(&words)
}

/// Where each passage stands among those that are kept.
fn new_places(kept: &[bool]) -> Vec<Option<usize>> {
    let mut count = 0..;
    kept.iter().map(|kept| if *kept { count.next() } else { None }).collect()
}

fn suppressions(builder: &Builder<'_>, kept: &[bool]) -> Vec<Suppression> {
    let covered = |one: &Ignored| {
        let next = (one.passage..kept.len()).find(|at| kept[*at]);
        next.map_or(one.span.end..one.span.end, |at| builder.passages[at].prose.extent())
    };
    let suppression = |one: &Ignored| Suppression {
        span: one.span.clone(),
        rules: one.rules.clone(),
        reason: one.reason.clone(),
        covers: covered(one),
    };
    builder.ignored.iter().map(suppression).collect()
}
