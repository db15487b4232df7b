//! Appeals to studies that are not named.

use std::ops::Range;

use gainsay_claims::{Check, CheckGroup, Level, diagnostic::Text};
use gainsay_claims::{
    Diagnostic,
    diagnostic::Subject,
    facts::{DraftFact, Fact},
};

use super::Rule;
use crate::check::View;
use crate::said::Read;

pub(super) const RULE: Rule = Rule { check: &CHECK, find: Some(find) };

pub(crate) static CHECK: Check = Check {
    id: "unnamed-source",
    group: CheckGroup::Drafts,
    level: Level::Warning,
    headline: Text {
        en: "“{}” names no study", fr: "«\u{a0}{}\u{a0}» ne nomme aucune étude"
    },
    help: Text {
        en: "name the study and its publisher", fr: "nommer l'étude et qui l'a publiée"
    },
    explanation: include_str!("unnamed-source.md"),
};

fn find(view: &View<'_>) -> Vec<Diagnostic> {
    // A heading announces what stands below it.
    let prose = view.read.iter().filter(|read| !read.passage.kind.is_heading());
    prose.flat_map(|read| in_passage(read, view)).collect()
}

fn in_passage(read: &Read<'_>, view: &View<'_>) -> Vec<Diagnostic> {
    let text = read.passage.prose.text();
    read.appeals
        .iter()
        .filter(|span| !is_named(span, read) && !is_named_in_note(span, read, view))
        .cloned()
        .map(|span| {
            let words = text.get(span.clone()).unwrap_or_default().to_owned();
            Diagnostic::new(&CHECK, Subject::Name(words))
                .label(view.place(read.passage, span), Fact::Draft(DraftFact::NamesNoStudy))
        })
        .collect()
}

/// Whether a study is named in the same sentence or the next.
fn is_named(span: &Range<usize>, read: &Read<'_>) -> bool {
    let sentence = read.sentence_of(span.start);
    let start = read.sentences.get(sentence).map_or(span.start, |one| one.start);
    let next = read.sentences.get(sentence + 1).or(read.sentences.get(sentence));
    let end = next.map_or(span.end, |one| one.end);
    let near = |place: &Range<usize>| start <= place.start && place.end <= end;
    read.names.iter().any(|name| near(&name.span) && !name.is_appeal)
}

/// Whether a note that the sentence calls names one.
fn is_named_in_note(span: &Range<usize>, read: &Read<'_>, view: &View<'_>) -> bool {
    let sentence = read.sentences.get(read.sentence_of(span.start));
    let here = view.read.iter().position(|one| std::ptr::eq(one, read));
    let called = |note: &Read<'_>| {
        let from = note.passage.called_from.zip(sentence);
        from.is_some_and(|((passage, at), sentence)| {
            Some(passage) == here && sentence.start <= at && at <= sentence.end
        })
    };
    view.read
        .iter()
        .filter(|note| called(note))
        .any(|note| note.names.iter().any(|name| !name.is_appeal))
}
