//! The trait that a source implements.

use gainsay_claims::{Said, wire::Place};
use serde_json::{Map, Value};

use crate::{Document, Emit, Input, Sink, Stopped};

/// The settings of a source in `gainsay.toml`, as a JSON object.
pub type Config = Map<String, Value>;

/// One publisher's way of writing.
///
/// ```
/// use gainsay_plugin::{Document, Sink, Source, SourceError};
///
/// /// Reads nothing yet.
/// #[derive(Default)]
/// pub struct Fixture;
///
/// impl Source for Fixture {
///     const ID: &'static str = "fixture-a";
///
///     fn read(&self, document: &Document, _: &mut Sink<'_>) -> Result<(), SourceError> {
///         match document.cells {
///             None => Ok(()),
///             Some(_) => Err(SourceError::new("expected text, found a table")),
///         }
///     }
/// }
/// ```
pub trait Source: Default {
    /// Identifier of the source; the evidence base must call it the same.
    const ID: &'static str;

    /// Takes the settings of the source.
    ///
    /// # Errors
    /// Unless a source says otherwise, any setting is an error, because a
    /// misspelt one would be ignored in silence.
    fn configure(&mut self, config: &Config) -> Result<(), SourceError> {
        match config.keys().next() {
            None => Ok(()),
            Some(key) => Err(SourceError::unknown_setting(key)),
        }
    }

    /// Reads one document and gives what it finds to `sink`.
    ///
    /// Same documents, same records: no clock, no environment, no files. A document
    /// of bytes is not read for itself: one that names it reads it through
    /// [`Sink::beside`].
    ///
    /// # Errors
    /// An error costs this document only. It is reported, what was given to the
    /// sink before stays, and the next document is read.
    fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError>;
}

/// Why a source could not go on.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{message}")]
pub struct SourceError {
    /// Lower-case fragment without a full stop, in one language or in both.
    pub message: Said,
    /// Name of a document and the place in it.
    pub at: Option<(String, Place)>,
}

impl SourceError {
    /// Says why, without a place: a text, or a pair of them in English and in French.
    ///
    /// ```
    /// use gainsay_plugin::SourceError;
    ///
    /// SourceError::new("no such row");
    /// SourceError::new(["no such row", "aucune ligne de ce nom"]);
    /// ```
    pub fn new(message: impl Into<Said>) -> Self {
        Self { message: message.into(), at: None }
    }

    /// Says that a source has no such setting.
    pub fn unknown_setting(key: &str) -> Self {
        Self::new([format!("unknown setting `{key}`"), format!("réglage inconnu `{key}`")])
    }

    /// Says that a setting is neither `true` nor `false`.
    pub fn not_a_switch(key: &str) -> Self {
        Self::new([
            format!("`{key}` is neither `true` nor `false`"),
            format!("`{key}` n'est ni `true` ni `false`"),
        ])
    }

    /// Says where, too.
    #[must_use]
    pub fn at(self, document: &Document, place: Place) -> Self {
        Self { at: Some((document.name.clone(), place)), ..self }
    }
}

impl From<Stopped> for SourceError {
    fn from(stopped: Stopped) -> Self {
        Self::new(stopped.to_string())
    }
}

/// Reads every document of `input` and gives the records in batches to `emit`.
///
/// # Errors
/// `Stopped` when `emit` asked to stop. A document that cannot be read is not
/// an error here: it has been given to `emit` as a diagnostic.
pub fn collect<'a, S: Source>(
    source: &S,
    input: &'a Input,
    emit: &'a mut Emit<'a>,
) -> Result<(), Stopped> {
    let mut sink = Sink::new(emit, &input.documents);
    // Bytes are read by whoever names them.
    for document in input.documents.iter().filter(|document| document.bytes.is_none()) {
        sink.begin(&document.name);
        if let Err(error) = source.read(document, &mut sink) {
            sink.error(error)?;
        }
    }
    sink.flush()
}

#[cfg(test)]
mod tests {
    use gainsay_claims::wire::{Figure, Finding, Mark, Says};

    use super::*;
    use crate::{Diagnostic, Kind, Severity};

    /// One record per line; a line `bad` ends the document.
    #[derive(Default)]
    struct Lines;

    impl Source for Lines {
        const ID: &'static str = "fixture-lines";

        fn read(&self, document: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
            for line in document.text().lines() {
                if line == "bad" {
                    return Err(SourceError::new("bad line"));
                }
                sink.finding(finding(line))?;
            }
            Ok(())
        }
    }

    fn finding(id: &str) -> Finding {
        let figure = Figure::at(Place::span(0..1));
        Finding::new(id, "fixture-a/one", Mark::Publisher, "concept", Says::Share(figure))
    }

    fn text(name: &str, text: String) -> Document {
        Document { name: name.into(), text: Some(text), ..Document::default() }
    }

    fn collected(documents: Vec<Document>) -> (Vec<usize>, Vec<Diagnostic>) {
        let (mut batches, mut diagnostics) = (Vec::new(), Vec::new());
        collect(&Lines, &Input::new("lines", documents), &mut |kind, bytes| {
            match kind {
                Kind::Records => {
                    batches.push(serde_json::from_slice::<Vec<Value>>(bytes).unwrap().len());
                }
                Kind::Diagnostic => diagnostics.push(serde_json::from_slice(bytes).unwrap()),
                Kind::Log => {}
            }
            Ok(())
        })
        .unwrap();
        (batches, diagnostics)
    }

    #[test]
    fn a_bad_document_costs_only_itself() {
        let documents = vec![text("one", "a\nbad\nb".into()), text("two", "c\nd".into())];
        let (batches, diagnostics) = collected(documents);
        assert_eq!(batches, [3]);
        assert_eq!(diagnostics.len(), 1);
        assert_eq!(diagnostics[0].severity, Severity::Error);
        assert_eq!(diagnostics[0].document.as_deref(), Some("one"));
        assert_eq!(diagnostics[0].what.message, "bad line".into());
    }

    #[test]
    fn records_come_in_batches() {
        let (batches, diagnostics) = collected(vec![text("one", "x\n".repeat(600))]);
        assert_eq!(batches, [256, 256, 88]);
        assert!(diagnostics.is_empty());
    }

    #[test]
    fn a_host_that_says_stop_is_obeyed_even_if_the_source_ignores_it() {
        #[derive(Default)]
        struct Deaf;
        impl Source for Deaf {
            const ID: &'static str = "fixture-deaf";
            fn read(&self, _: &Document, sink: &mut Sink<'_>) -> Result<(), SourceError> {
                for _ in 0..1000 {
                    let _deaf = sink.finding(finding("x"));
                }
                Ok(())
            }
        }
        let mut calls = 0;
        let input =
            Input::new("deaf", vec![text("one", String::new()), text("two", String::new())]);
        let result = collect(&Deaf, &input, &mut |_, _| {
            calls += 1;
            Err(Stopped)
        });
        assert_eq!(result, Err(Stopped));
        assert_eq!(calls, 1);
    }

    #[test]
    fn a_source_without_settings_refuses_any() {
        let mut config = Config::new();
        assert!(Lines.configure(&config).is_ok());
        config.insert("colour".into(), "red".into());
        let said = ["unknown setting `colour`", "réglage inconnu `colour`"];
        assert_eq!(Lines.configure(&config).unwrap_err().message, said.into());
    }
}
