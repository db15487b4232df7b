//! What outputs for other programs share: findings of several bases, and paths as the
//! current folder sees them.

use gainsay_claims::{Diagnostic, EvidenceBase, Location};

use crate::{Speaker, clean, lang::semicolon, place::place};

/// What was found in one base.
#[derive(Clone, Copy, Debug)]
pub struct Found<'a> {
    /// Who says it.
    pub speaker: Speaker<'a>,
    /// What is shown, in order.
    pub shown: &'a [Diagnostic],
}

/// Where documents are, seen from the current folder: in a pipeline, the root of the
/// repository. Paths of other outputs are relative to the base.
#[derive(Clone, Debug, Default)]
pub struct Paths {
    /// The folder of the base, with `/`; empty if it is the current one.
    pub base: String,
    /// Names of drafts, which are paths from the current folder already.
    pub drafts: Vec<String>,
}

impl Paths {
    /// The path of a document.
    pub(crate) fn of(&self, document: &str) -> String {
        let is_draft = self.drafts.iter().any(|draft| draft == document);
        let path = clean(document).replace('\\', "/");
        let base = self.base.trim_end_matches('/');
        match (is_draft, base) {
            (true, _) | (false, "") => path,
            (false, base) => format!("{base}/{path}"),
        }
    }
}

impl<'a> Found<'a> {
    /// What somebody has to answer.
    pub(crate) fn open(&self) -> impl Iterator<Item = &'a Diagnostic> {
        self.shown.iter().filter(|one| !one.is_settled())
    }

    /// Where a diagnostic points; the configuration of the base if nowhere, as others
    /// do not show what has no place.
    pub(crate) fn place(&self, diagnostic: &Diagnostic) -> Location {
        let first = diagnostic.labels.first().map(|label| label.at.clone());
        first.unwrap_or_else(|| Location { document: configuration(self.speaker.base), span: 0..0 })
    }

    /// What a diagnostic says in one line.
    pub(crate) fn brief(&self, diagnostic: &Diagnostic) -> String {
        let mut parts = vec![self.speaker.headline(diagnostic)];
        parts.extend(diagnostic.labels.first().map(|label| self.speaker.fact(&label.fact)));
        parts.join(semicolon(self.speaker.lang))
    }

    /// Everything that is said of a diagnostic, after its place.
    pub(crate) fn located(&self, diagnostic: &Diagnostic) -> String {
        let at = place(self.speaker.base, &self.place(diagnostic));
        format!("{at}: {}", self.message(diagnostic))
    }

    /// Everything that is said of a diagnostic, without its other places.
    pub(crate) fn message(&self, diagnostic: &Diagnostic) -> String {
        let mut lines = vec![self.speaker.headline(diagnostic)];
        lines.extend(diagnostic.labels.first().map(|label| self.speaker.fact(&label.fact)));
        lines.extend(self.speaker.notes(diagnostic));
        lines.join("\n")
    }
}

fn configuration(base: &EvidenceBase) -> String {
    let mut names = base.documents.keys();
    let found = names.find(|name| name.ends_with("gainsay.toml") && !name.contains('/'));
    found.cloned().unwrap_or_else(|| "gainsay.toml".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_are_below_their_base_and_drafts_are_not() {
        let drafts = vec!["text/draft.md".to_owned(), "..\\other.md".to_owned()];
        let paths = Paths { base: "data/fixtures/".to_owned(), drafts };
        assert_eq!(paths.of("sources/a.txt"), "data/fixtures/sources/a.txt");
        assert_eq!(paths.of("text/draft.md"), "text/draft.md");
        assert_eq!(paths.of("..\\other.md"), "../other.md");
        assert_eq!(Paths::default().of("sources/a.txt"), "sources/a.txt");
    }
}
