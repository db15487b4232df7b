//! Diagnostics in the look of rustc, pointing into the documents.

use annotate_snippets::{AnnotationKind, Group, Level as Look, Renderer, Snippet};
use gainsay_claims::{
    Diagnostic, Lang, Level,
    diagnostic::{Note, Subject},
};

use crate::{
    Speaker, clean,
    lang::{colon, level, list, pick},
};

/// A diagnostic with its lines, notes and help; ends with a line break. With
/// colour, escape sequences mark levels and places.
pub fn render(speaker: Speaker<'_>, diagnostic: &Diagnostic, colour: bool) -> String {
    let title = look(diagnostic.check.level)
        .with_name(level(speaker.lang, diagnostic.check.level))
        .primary_title(speaker.headline(diagnostic))
        .id(diagnostic.check.id);
    let notes = speaker.notes(diagnostic);
    let note = Look::NOTE.with_name(level(speaker.lang, Level::Note));
    let help = Look::HELP.with_name(pick(speaker.lang, ["help", "aide"]));
    let group = Group::with_title(title)
        .elements(snippets(speaker, diagnostic))
        .elements(notes.into_iter().map(|text| note.clone().message(text)))
        .element(help.clone().message(diagnostic.check.help.pick(speaker.lang)))
        .element(help.message(speaker.further(diagnostic)));
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group]) + "\n"
}

/// One snippet per document, in the order of the labels. The first label of all
/// is the main one.
fn snippets<'a>(
    speaker: Speaker<'a>,
    diagnostic: &'a Diagnostic,
) -> Vec<Snippet<'a, annotate_snippets::Annotation<'a>>> {
    let mut names: Vec<&str> = Vec::new();
    for label in &diagnostic.labels {
        if !names.contains(&label.at.document.as_str()) {
            names.push(&label.at.document);
        }
    }
    let documents = names.iter().filter_map(|name| speaker.base.documents.get(*name));
    documents
        .map(|document| {
            let labels = diagnostic.labels.iter().enumerate();
            let annotations = labels
                .filter(|(_, label)| label.at.document == document.name)
                .filter(|(_, label)| document.text.get(label.at.span.clone()).is_some())
                .map(|(index, label)| {
                    let kind =
                        if index == 0 { AnnotationKind::Primary } else { AnnotationKind::Context };
                    kind.span(label.at.span.clone()).label(speaker.fact(&label.fact))
                });
            Snippet::source(document.text.as_str())
                .path(clean(&document.name))
                .annotations(annotations)
        })
        .collect()
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
