//! What can be wrong, as facts: a diagnostic holds no sentence, only what a
//! sentence in any language needs.

use std::{collections::BTreeSet, fmt, ops::Range};

use crate::{
    CheckGroup, Proposition, Tier,
    facts::{Fact, ReviewState, Reviewed},
    lang::Lang,
};

/// How bad it is: does the message reverse?
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// Worth knowing; nothing is claimed to be wrong.
    Note,
    /// Numbers differ, or something could not be used.
    Warning,
    /// Conclusions are opposite, or the input is broken.
    Error,
}

/// A fixed text in both languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// French.
    pub fr: &'static str,
}

impl Text {
    /// The text in a language.
    pub fn pick(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.en,
            Lang::Fr => self.fr,
        }
    }
}

/// Something that is looked for: a rule of the judge or a check of the input.
///
/// The id is the name of its file, its explanation, its test file, its key in
/// configuration and in every machine-readable output.
#[derive(Debug, PartialEq, Eq)]
pub struct Check {
    /// Kebab-case; it names the bad thing.
    pub id: &'static str,
    /// What it is selected together with.
    pub group: CheckGroup,
    /// How bad it is.
    pub level: Level,
    /// One line with one `{}` for the subject; lowercase, no full stop.
    pub headline: Text,
    /// What to do, as one imperative.
    pub help: Text,
    /// What `gainsay explain` prints, in Markdown: in English below the id as its title, and
    /// after a line `---` the same in French.
    pub explanation: &'static str,
}

impl Check {
    /// The explanation in a language, or else in the one that there is.
    #[must_use]
    pub fn page(&self, lang: Lang) -> String {
        match (self.explanation.split_once("\n---\n\n"), lang) {
            (None, _) => self.explanation.to_owned(),
            (Some((english, _)), Lang::En) => english.to_owned(),
            (Some((_, french)), Lang::Fr) => format!("# {}\n\n{french}", self.id),
        }
    }
}

/// One thing found wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Diagnostic {
    /// What was looked for.
    pub check: &'static Check,
    /// When it is read.
    pub tier: Tier,
    /// What it is about; fills the headline.
    pub subject: Subject,
    /// The places it points to, the first being the main one.
    pub labels: Vec<Label>,
    /// What is known about it.
    pub notes: Vec<Note>,
    /// Ids of every claim that it rests on, more than it shows: who judges it relies on
    /// all of them.
    pub claims: BTreeSet<String>,
    /// What reviewers answered; absent where there is nothing to answer, as bad input is
    /// to be corrected.
    pub review: Option<Box<Reviewed>>,
}

impl Diagnostic {
    /// A diagnostic that points nowhere yet, and that the judge has not placed.
    pub fn new(check: &'static Check, subject: Subject) -> Self {
        let (labels, notes, claims) = (Vec::new(), Vec::new(), BTreeSet::new());
        Self { check, tier: Tier::Input, subject, labels, notes, claims, review: None }
    }

    /// Whether it is counted and folded away for who has little time: nothing in it is to
    /// be decided, and nothing has to be mended. Verdicts that hold no more are told.
    pub fn is_folded(&self) -> bool {
        match self.tier {
            Tier::Folded => true,
            Tier::Input => {
                self.check.level == Level::Note && self.check.group != CheckGroup::Verdicts
            }
            Tier::Reversal | Tier::Direct | Tier::Robust | Tier::Undecided => false,
        }
    }

    /// Whether reviewers answered it, so that nobody else has to.
    pub fn is_settled(&self) -> bool {
        self.review.as_ref().is_some_and(|review| review.state.is_settled())
    }

    /// Whether its reviewers disagree, so that no answer goes before the others.
    pub fn is_disputed(&self) -> bool {
        self.review.as_ref().is_some_and(|review| review.state == ReviewState::Conflicting)
    }

    /// By what a finding of a rule is known again when its figures have moved or another
    /// study has joined: `rule:subject`, of which there is one.
    pub fn key(&self) -> String {
        format!("{}:{}", self.check.id, self.subject)
    }

    /// Adds claims that it rests on.
    #[must_use]
    pub fn resting_on<'a>(mut self, claims: impl IntoIterator<Item = &'a str>) -> Self {
        self.claims.extend(claims.into_iter().map(str::to_owned));
        self
    }

    /// Adds a place and what is to be said there.
    #[must_use]
    pub fn label(mut self, at: Location, fact: Fact) -> Self {
        self.labels.push(Label { at, fact });
        self
    }

    /// Adds a fact about the whole.
    #[must_use]
    pub fn note(mut self, fact: Fact) -> Self {
        self.notes.push(Note { about: Vec::new(), facts: vec![fact] });
        self
    }
}

/// What a diagnostic is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A proposition, shown by its label.
    Proposition(Proposition),
    /// A source, study, claim or file, shown by its id.
    Name(String),
}

impl fmt::Display for Subject {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Proposition(proposition) => proposition.fmt(out),
            Self::Name(name) => out.write_str(name),
        }
    }
}

/// A place in a document and what is to be said there.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The place.
    pub at: Location,
    /// The fact.
    pub fact: Fact,
}

/// Facts, and the claims they are about. No claims: they are about the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Note {
    /// Ids of claims; two for a pair.
    pub about: Vec<String>,
    /// What is known.
    pub facts: Vec<Fact>,
}

/// A place in a document that the core has checked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Location {
    /// The document's name.
    pub document: String,
    // Invariant: within the document, on character boundaries.
    /// Bytes of its text.
    pub span: Range<usize>,
}
