//! Selecting what a check shows.

use gainsay_claims::{
    Check, CheckGroup, Diagnostic, EvidenceBase, Level, Proposition,
    checks::{DUPLICATE_ID, INVALID_FILE, UNKNOWN_WORD},
    diagnostic::Subject,
    evidence::SourceState,
    facts::Fact,
    region::Region,
    vocabulary::nearest,
};
use gainsay_judge::{Judgement, PropositionJudgement};

use crate::refusal::Refusal;

/// Rules whose findings are shown.
#[derive(Debug)]
pub(crate) struct RuleSelection {
    /// Those of them that the command knows.
    pub(crate) rules: Vec<&'static Check>,
}

impl RuleSelection {
    /// Selects these rules, or all if none is named, and leaves out those that are ignored.
    /// What could not be read is told whatever is selected: it might have raised it.
    ///
    /// # Errors
    ///
    /// A name that is none of the rules known, and no group that has one.
    pub(crate) fn new(
        select: &[String],
        ignore: &[String],
        known: &[&'static Check],
    ) -> Result<Self, Refusal> {
        let ids = || known.iter().flat_map(|check| [check.id, check.group.id()]);
        let mut names = select.iter().chain(ignore);
        match names.find(|name| !ids().any(|id| id == name.as_str())) {
            None => {
                let is_in = |names: &[String], check: &Check| {
                    names.iter().any(|name| name == check.id || name == check.group.id())
                };
                let mut rules = known.to_owned();
                let is_asked = |check: &Check| select.is_empty() || is_in(select, check);
                rules.retain(|check| is_asked(check) || is_of_reading(check));
                rules.retain(|check| !is_in(ignore, check));
                Ok(Self { rules })
            }
            Some(name) => Err(unknown(name, ids())),
        }
    }

    /// Whether what a rule finds is shown.
    pub(crate) fn has(&self, check: &Check) -> bool {
        self.rules.iter().any(|rule| rule.id == check.id)
    }
}

/// Whether a check tells that something of the input could not be used.
fn is_of_reading(check: &Check) -> bool {
    check.group == CheckGroup::Input && check.level == Level::Error
}

/// Propositions, concepts, sources and findings to show; empty shows everything.
#[derive(Debug, Default)]
pub(crate) struct Selection<'a> {
    names: &'a [String],
}

impl<'a> Selection<'a> {
    /// Selects by name.
    ///
    /// # Errors
    ///
    /// A name that is no proposition, concept or source of the base, and no key of what was
    /// found.
    pub(crate) fn new(
        names: &'a [String],
        base: &EvidenceBase,
        judgement: &Judgement,
        found: &[Diagnostic],
    ) -> Result<Self, Refusal> {
        let mut known: Vec<String> = base.sources.keys().cloned().collect();
        known.extend(base.vocabulary.concepts.keys().cloned());
        known.extend(judgement.propositions.iter().map(|one| one.proposition.to_string()));
        known.extend(found.iter().map(Diagnostic::key));
        match names.iter().find(|name| !known.contains(name)) {
            None => Ok(Self { names }),
            Some(name) => Err(unknown(name, known.iter().map(String::as_str))),
        }
    }

    /// Keeps the propositions that are selected.
    pub(crate) fn propositions(&self, judgement: &mut Judgement) {
        judgement.propositions.retain(|one| self.has_proposition(one));
    }

    /// Whether a diagnostic is about something that is selected, or about files
    /// that all sources share: what is wrong there may concern any of them.
    pub(crate) fn has(&self, diagnostic: &Diagnostic, base: &EvidenceBase) -> bool {
        if self.names.is_empty() {
            return true;
        }
        let of_subject = match &diagnostic.subject {
            Subject::Proposition(proposition) => self.names_proposition(proposition),
            Subject::Name(name) => {
                let mut sources = sources_of(diagnostic, name, base).peekable();
                sources.peek().is_none() || sources.any(|source| self.names.contains(source))
            }
        };
        let of_label = || {
            diagnostic.labels.iter().any(|label| match &label.fact {
                Fact::Claim { id } => {
                    base.claims.get(id).is_some_and(|claim| self.names.contains(&claim.source))
                }
                _ => false,
            })
        };
        self.names.contains(&diagnostic.key()) || of_subject || of_label()
    }

    fn has_proposition(&self, judged: &PropositionJudgement) -> bool {
        self.names.is_empty()
            || self.names_proposition(&judged.proposition)
            || judged.evidence.iter().any(|one| self.names_source_of_claim(&one.claim))
    }

    fn names_proposition(&self, proposition: &Proposition) -> bool {
        self.names.contains(&proposition.concept) || self.names.contains(&proposition.to_string())
    }

    fn names_source_of_claim(&self, id: &str) -> bool {
        self.names.iter().any(|name| is_within(id, name))
    }
}

/// The sources that a diagnostic about `name` concerns: `name` is the source, an
/// id such as `source/study/name`, or a document; or a label is in a document.
fn sources_of<'a>(
    diagnostic: &'a Diagnostic,
    name: &'a str,
    base: &'a EvidenceBase,
) -> impl Iterator<Item = &'a String> {
    // These are about words and files, which may be called like a source.
    let is_word = [&INVALID_FILE, &DUPLICATE_ID, &UNKNOWN_WORD].contains(&diagnostic.check);
    let in_document = move |state: &SourceState| {
        let labels = diagnostic.labels.iter().map(|label| label.at.document.as_str());
        labels.chain([name]).any(|document| state.has_document(document))
    };
    let sources = base.sources.iter().filter(move |(id, state)| {
        let is_source = name == id.as_str() && !is_word;
        is_source || is_within(name, id) || in_document(state)
    });
    sources.map(|(id, _)| id)
}

/// Whether an id is that of a study or claim of a source.
fn is_within(id: &str, source: &str) -> bool {
    id.strip_prefix(source).is_some_and(|rest| rest.starts_with('/'))
}

/// The region of a code or name.
///
/// # Errors
///
/// A word that is no region.
pub(crate) fn region(word: &str) -> Result<Region, Refusal> {
    Region::parse(word).map_err(|error| Refusal::Unknown {
        name: error.word,
        nearest: error.nearest.map(str::to_owned),
    })
}

/// A name that is not known, with the nearest one that is.
pub(crate) fn unknown<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Refusal {
    Refusal::Unknown { name: name.to_owned(), nearest: nearest(name, known).map(str::to_owned) }
}

#[cfg(test)]
mod tests {
    use gainsay_claims::{
        Location,
        checks::{BROKEN_DOCUMENT, BROKEN_SOURCE, CITED_AS_READ, SOURCE_REMARK},
        facts::Problem,
    };

    use super::*;

    /// Two sources; the documents of the second are not where they usually are.
    fn base() -> EvidenceBase {
        let mut base = EvidenceBase::default();
        for (source, folder) in [("fixture-a", "sources/fixture-a"), ("fixture-b", "texts")] {
            let state = SourceState { folder: folder.to_owned(), ..SourceState::default() };
            base.sources.insert(source.to_owned(), state);
        }
        base
    }

    #[track_caller]
    fn shown(name: &str, diagnostic: &Diagnostic) -> bool {
        let (base, names) = (base(), [name.to_owned()]);
        let selection =
            Selection::new(&names, &base, &Judgement::default(), &[]).expect("it is known");
        selection.has(diagnostic, &base)
    }

    #[track_caller]
    fn check(name: &str, check: &'static gainsay_claims::Check, subject: &str, is_shown: bool) {
        let diagnostic = Diagnostic::new(check, Subject::Name(subject.to_owned()));
        assert_eq!(shown(name, &diagnostic), is_shown);
    }

    #[test]
    fn a_source_selects_what_is_about_it() {
        check("fixture-a", &BROKEN_SOURCE, "fixture-a", true);
        check("fixture-a", &BROKEN_DOCUMENT, "sources/fixture-a/raw.txt", true);
        check("fixture-a", &UNKNOWN_WORD, "fixture-a/2013/bought", true);
        check("fixture-a", &BROKEN_SOURCE, "fixture-b", false);
        check("fixture-a", &UNKNOWN_WORD, "fixture-b/2013/bought", false);
    }

    #[test]
    fn a_source_has_the_documents_of_its_own_folder() {
        check("fixture-b", &BROKEN_DOCUMENT, "texts/raw.txt", true);
        check("fixture-a", &BROKEN_DOCUMENT, "texts/raw.txt", false);
    }

    #[test]
    fn what_is_wrong_with_shared_files_is_always_shown() {
        check("fixture-a", &INVALID_FILE, "vocabulary/words.toml", true);
        // A circular universe, a word that is called like another source.
        check("fixture-a", &INVALID_FILE, "adults", true);
        let at = Location { document: "vocabulary/words.toml".to_owned(), span: 0..0 };
        let problem = Problem::DefinedTwice { word: "fixture-b".to_owned() };
        let twice = Diagnostic::new(&DUPLICATE_ID, Subject::Name("fixture-b".to_owned()))
            .label(at, Fact::Problem(problem));
        assert!(shown("fixture-a", &twice));
    }

    #[test]
    fn rules_are_selected_and_ignored_by_name() {
        let names = |list: &[&str]| list.iter().map(|one| (*one).to_owned()).collect::<Vec<_>>();
        let known = [&CITED_AS_READ, &SOURCE_REMARK];
        let (none, one) = (names(&[]), names(&["source-remark"]));
        let shown = |select, ignore| {
            let rules = RuleSelection::new(select, ignore, &known).expect("known names");
            known.map(|check| rules.has(check))
        };
        assert_eq!(shown(&none, &none), [true, true]);
        assert_eq!(shown(&one, &none), [false, true]);
        assert_eq!(shown(&none, &one), [true, false]);
        assert_eq!(shown(&one, &one), [false, false]);
        let group = names(&["input"]);
        assert_eq!(shown(&group, &none), [false, true]);
        assert_eq!(shown(&none, &group), [true, false]);
        let misspelt = names(&["source-remrak"]);
        let Err(Refusal::Unknown { nearest, .. }) = RuleSelection::new(&none, &misspelt, &known)
        else {
            panic!("it is not known");
        };
        assert_eq!(nearest.as_deref(), Some("source-remark"));
    }

    #[test]
    fn what_could_not_be_read_is_told_unless_it_is_ignored() {
        let name = |name: &str| [name.to_owned()];
        let known = [&CITED_AS_READ, &INVALID_FILE];
        let rules = RuleSelection::new(&name("citations"), &[], &known).expect("known names");
        assert!(rules.has(&INVALID_FILE));
        let ignored = RuleSelection::new(&[], &name("invalid-file"), &known).expect("known names");
        assert!(!ignored.has(&INVALID_FILE) && ignored.has(&CITED_AS_READ));
    }

    #[test]
    fn a_name_that_is_not_known_is_refused() {
        let names = ["fixture-c".to_owned()];
        let refused = Selection::new(&names, &base(), &Judgement::default(), &[]);
        let Err(Refusal::Unknown { nearest, .. }) = refused else {
            panic!("it is not known");
        };
        assert_eq!(nearest.as_deref(), Some("fixture-a"));
    }
}
