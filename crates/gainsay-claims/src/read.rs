//! Reading findings: from what a plugin says to claims the core has checked.
//!
//! Every figure, date, size and age is read here, at the place the plugin names.
//! What is bad becomes a diagnostic with its place; nothing else is lost.

mod figure;
mod finding;
mod study;

use std::collections::{BTreeMap, BTreeSet};

use indexmap::IndexMap;

use crate::{
    checks,
    diagnostic::{Check, Diagnostic, Location, Subject},
    document::{Document, Words},
    facts::{Fact, Problem},
    proposition::is_name,
    study::Study,
    vocabulary::Vocabulary,
    wire::Place,
};

/// Reads the records of one source.
#[derive(Clone, Copy, Debug)]
pub struct Reader<'a> {
    /// The words of the base.
    pub vocabulary: &'a Vocabulary,
    /// The source's id; every id it gives starts with it.
    pub source: &'a str,
    /// The source's documents by name.
    pub documents: &'a IndexMap<String, Document>,
    /// Studies of all sources, since a finding may cite another source's study.
    pub studies: &'a BTreeMap<String, Study>,
    /// Sources of which something was not read and studies that were refused:
    /// what is not there is missing, not misspelt, and has its own diagnostic.
    pub missing: &'a BTreeSet<String>,
}

/// What is wrong with a record, and where.
struct Trouble {
    check: &'static Check,
    at: Location,
    problem: Problem,
}

impl Trouble {
    /// The diagnostic about the record with this id.
    fn about(self, id: &str) -> Diagnostic {
        Diagnostic::new(self.check, Subject::Name(id.to_owned()))
            .label(self.at, Fact::Problem(self.problem))
    }
}

impl Reader<'_> {
    fn document(&self, name: &str) -> Result<&Document, Trouble> {
        self.documents.get(name).ok_or_else(|| Trouble {
            check: &checks::INVALID_RECORD,
            at: Location { document: name.to_owned(), span: 0..0 },
            problem: Problem::UnknownDocument { name: name.to_owned() },
        })
    }

    /// Refuses ids that are no path of names; `source/` must come first where
    /// the id is a full one.
    fn check_id(&self, id: &str, full: bool, at: &Location) -> Result<(), Trouble> {
        const LONGEST: usize = 200;
        let path = if full {
            id.strip_prefix(self.source).and_then(|rest| rest.strip_prefix('/'))
        } else {
            Some(id)
        };
        let good = path.is_some_and(|path| path.len() <= LONGEST && path.split('/').all(is_name));
        if good {
            return Ok(());
        }
        Err(Trouble {
            check: &checks::INVALID_RECORD,
            at: at.clone(),
            problem: Problem::BadId { id: id.chars().take(LONGEST).collect() },
        })
    }
}

/// The words at a place, or the trouble with the place.
fn words_at(document: &Document, place: Place) -> Result<Words<'_>, Trouble> {
    document.words(place).map_err(|error| Trouble {
        check: &checks::MISPLACED_FIGURE,
        at: document.location(0..0),
        problem: Problem::Place(error),
    })
}

/// A word that is not what it should be, shown where its record stands.
fn word_trouble(at: &Location) -> impl Fn(Problem) -> Trouble {
    move |problem| {
        let check = match problem {
            Problem::UnknownWord { .. } => &checks::UNKNOWN_WORD,
            _ => &checks::INVALID_RECORD,
        };
        Trouble { check, at: at.clone(), problem }
    }
}
