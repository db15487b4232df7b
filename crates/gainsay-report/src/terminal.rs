//! Diagnostics in the look of rustc, pointing into the documents.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level as Look, Renderer, Snippet};
use gainsay_claims::{
    Diagnostic, Lang, Level,
    diagnostic::{Label, Note, Subject},
};

use crate::{
    Speaker,
    brief::Brief,
    clean,
    lang::{colon, level, list, pick},
};

/// A diagnostic with its lines, notes and help; ends with a line break. With
/// colour, escape sequences mark levels and places.
pub fn render(speaker: Speaker<'_>, diagnostic: &Diagnostic, colour: bool) -> String {
    let help = vec![speaker.help(diagnostic), speaker.further(diagnostic)];
    draw(speaker, diagnostic, &diagnostic.labels, speaker.notes(diagnostic), help, colour)
}

/// The same in about fifteen lines: the places and the facts that decide, and where all
/// the others are told.
pub(crate) fn render_brief(speaker: Speaker<'_>, diagnostic: &Diagnostic, colour: bool) -> String {
    let Brief { labels, notes, help } = speaker.brief(diagnostic);
    draw(speaker, diagnostic, &labels, notes, vec![help], colour)
}

fn draw(
    speaker: Speaker<'_>,
    diagnostic: &Diagnostic,
    labels: &[Label],
    notes: Vec<String>,
    helps: Vec<String>,
    colour: bool,
) -> String {
    let title = look(diagnostic.check.level)
        .with_name(level(speaker.lang, diagnostic.check.level))
        .primary_title(speaker.headline(diagnostic))
        .id(diagnostic.check.id);
    let note = Look::NOTE.with_name(level(speaker.lang, Level::Note));
    let help = Look::HELP.with_name(pick(speaker.lang, ["help", "aide"]));
    let group = Group::with_title(title)
        .elements(snippets(speaker, labels))
        .elements(notes.into_iter().map(|text| note.clone().message(text)))
        .elements(helps.into_iter().map(|text| help.clone().message(text)));
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group]) + "\n"
}

/// One snippet per document, in the order of the labels. The first label of all
/// is the main one.
fn snippets<'a>(
    speaker: Speaker<'a>,
    labels: &'a [Label],
) -> Vec<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let mut names: Vec<&str> = Vec::new();
    for label in labels {
        if !names.contains(&label.at.document.as_str()) {
            names.push(&label.at.document);
        }
    }
    let documents = names.iter().filter_map(|name| speaker.base.documents.get(*name));
    documents
        .map(|document| {
            let own: Vec<(usize, &Label)> = labels
                .iter()
                .enumerate()
                .filter(|(_, label)| label.at.document == document.name)
                .filter(|(_, label)| document.text.get(label.at.span.clone()).is_some())
                .collect();
            let shown = lines_around(&document.text, own.iter().map(|(_, label)| &label.at.span));
            let (first_line, _) = document.line(shown.start);
            let annotations = own.into_iter().map(|(index, label)| {
                let kind =
                    if index == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
                let at = label.at.span.start - shown.start..label.at.span.end - shown.start;
                kind.span(at).label(speaker.fact(&label.fact))
            });
            Snippet::source(&document.text[shown.clone()])
                .line_start(first_line)
                .path(clean(&document.name))
                .annotations(annotations)
        })
        .collect()
}

/// The lines from the first place to the last and the one before; all of the text, if there
/// is no place. The renderer takes a hundred bytes for each line that it is given, and a
/// document may have millions.
fn lines_around<'a>(text: &str, places: impl Iterator<Item = &'a Range<usize>>) -> Range<usize> {
    let around =
        places.cloned().reduce(|one, other| one.start.min(other.start)..one.end.max(other.end));
    let Some(around) = around else { return 0..text.len() };
    let line = text[..around.start].rfind('\n').unwrap_or(0);
    let start = text[..line].rfind('\n').map_or(0, |end| end + 1);
    let end = text[around.end..].find('\n').map_or(text.len(), |end| around.end + end + 1);
    start..end
}

impl Speaker<'_> {
    /// The notes of a diagnostic: one per fact about the whole, and one per pair
    /// of claims with its facts in few lines.
    pub(crate) fn notes(&self, diagnostic: &Diagnostic) -> Vec<String> {
        diagnostic.notes.iter().flat_map(|note| self.note(note)).collect()
    }

    /// The commands that tell more.
    fn further(&self, diagnostic: &Diagnostic) -> String {
        let explain = format!("`gainsay explain {}`", diagnostic.check.id);
        let mut commands = match &diagnostic.subject {
            Subject::Proposition(one) => vec![format!("`gainsay table '{one}'`"), explain],
            Subject::Name(_) => vec![explain],
        };
        if diagnostic.review.is_some() {
            commands.push(format!("`gainsay review '{}'`", clean(&diagnostic.key())));
        }
        let commands = list(self.lang, &commands);
        match self.lang {
            Lang::En => format!("see {commands}"),
            Lang::Fr => format!("voir {commands}"),
        }
    }

    fn note(&self, note: &Note) -> Vec<String> {
        if note.about.is_empty() {
            return note.facts.iter().map(|fact| self.fact(fact)).collect();
        }
        let about: Vec<String> = note.about.iter().map(|id| format!("`{}`", clean(id))).collect();
        let mut lines = vec![format!("{}{}", about.join(", "), colon(self.lang).trim_end())];
        lines.extend(self.pair_lines(&note.facts));
        vec![lines.join("\n")]
    }
}

fn look(level: Level) -> Look<'static> {
    match level {
        Level::Error => Look::ERROR,
        Level::Warning => Look::WARNING,
        Level::Note => Look::NOTE,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn few_lines_of_a_document_are_drawn() {
        let text = "a\nb\nc\nd\n";
        for (places, expected) in [
            (vec![(0, 1)], "a\n"),
            (vec![(4, 5)], "b\nc\n"),
            (vec![(6, 7), (2, 3)], "a\nb\nc\nd\n"),
            (vec![(8, 8)], "d\n"),
            (vec![], text),
        ] {
            let places: Vec<_> = places.into_iter().map(|(start, end)| start..end).collect();
            assert_eq!(&text[lines_around(text, places.iter())], expected);
        }
    }
}
