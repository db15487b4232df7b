//! `[[finding]]` of a form, and the record that it becomes.

mod keys;
mod says;

use gainsay_claims::wire::{
    BaseStep, Figure, Finding, Forecast, Hop, Mark, People, Place, Question, Work,
};
use indexmap::IndexMap;

use crate::{
    Document, SourceError,
    form::{Words, error, steps},
};

pub use keys::{FindingForm, QuestionForm};

/// How the words of a form become a place in the document that says them.
pub type PlaceOf<'a> = dyn Fn(&Words) -> Result<Place, SourceError> + 'a;

/// A form with what its findings refer to.
#[derive(Clone, Copy, Debug)]
pub struct Findings<'a> {
    /// The form.
    pub document: &'a Document,
    /// The pages where the study was seen, each with a short name.
    pub seen: &'a IndexMap<String, Work>,
    /// The questions that were asked.
    pub question: &'a IndexMap<String, QuestionForm>,
}

impl Findings<'_> {
    /// The finding of one entry, whose words stand where `place` says: in the form itself
    /// ([`place`](super::place)), or in a document beside it.
    ///
    /// # Errors
    ///
    /// When it says nothing or several things, when it refers to a page or a question that
    /// the form does not have, or when words have no place.
    pub fn record(&self, entry: &FindingForm, place: &PlaceOf<'_>) -> Result<Finding, SourceError> {
        let Self { document, seen, question } = *self;
        let question = of_entry(document, question, entry)?;
        Entry { document, seen, entry, question, place }.record()
    }
}

/// An entry with all that it refers to.
struct Entry<'a> {
    document: &'a Document,
    seen: &'a IndexMap<String, Work>,
    entry: &'a FindingForm,
    question: Option<(&'a str, &'a QuestionForm)>,
    place: &'a PlaceOf<'a>,
}

impl Entry<'_> {
    fn record(&self) -> Result<Finding, SourceError> {
        let Self { document, entry, .. } = *self;
        let id = format!("{}/{}", document.stem(), entry.id.get_ref());
        let study = entry.study.clone().unwrap_or_else(|| document.study_id());
        let page = self.page()?;
        let says = says::says(document, entry, self.place)?;
        Ok(Finding {
            role: entry.role,
            seen_at: page.map(|page| self.address(page)),
            medium: entry.medium,
            facets: self.facets(),
            cut: entry.cut.clone(),
            negated: entry.negated,
            undecided: entry.undecided,
            joined: entry.joined.clone(),
            base: self.base()?,
            people: self.people()?,
            n: self.maybe(entry.n.as_ref())?,
            period: self.maybe(entry.period.as_ref())?,
            since: self.maybe(entry.since.as_ref())?,
            question: self.question.map(|(name, form)| wire_question(name, form)),
            mood: entry.mood,
            forecast: self.forecast()?,
            cites: entry.cites.clone(),
            chain: self.chain()?,
            same_as: entry.same_as.clone(),
            standing: entry.standing,
            supersedes: entry.supersedes.clone(),
            universal: entry.universal,
            incomplete: entry.incomplete,
            note: entry.note.clone(),
            ..Finding::new(id, study, self.mark(page)?, self.concept()?, says)
        })
    }

    fn concept(&self) -> Result<&str, SourceError> {
        let shared = self.question.and_then(|(_, question)| question.concept.as_deref());
        let concept = self.entry.concept.as_deref().or(shared);
        concept.ok_or_else(|| {
            error(
                self.document,
                &self.entry.id,
                ["no concept is named", "aucun concept n'est nommé"],
            )
        })
    }

    fn facets(&self) -> IndexMap<String, String> {
        let mut facets =
            self.question.map(|(_, question)| question.facets.clone()).unwrap_or_default();
        facets.extend(self.entry.facets.clone());
        facets
    }

    fn base(&self) -> Result<Vec<BaseStep>, SourceError> {
        let shared = self.question.and_then(|(_, question)| question.base.as_ref());
        let names = self.entry.base.as_ref().or(shared).cloned().unwrap_or_default();
        let mut base = steps(names);
        if let Some(share) = &self.entry.base_share {
            let Some(last) = base.last_mut() else {
                return Err(error(
                    self.document,
                    share,
                    ["there is no base to be this share", "aucune base n'a cette part"],
                ));
            };
            last.share = Some(Figure::at((self.place)(share)?));
        }
        Ok(base)
    }

    fn people(&self) -> Result<Option<People>, SourceError> {
        let entry = self.entry;
        if entry.regions.is_none() && entry.age.is_none() {
            return Ok(None);
        }
        let regions = entry.regions.clone().unwrap_or_default();
        let age = self.maybe(entry.age.as_ref())?;
        Ok(Some(People { regions, age, ..People::default() }))
    }

    fn forecast(&self) -> Result<Option<Forecast>, SourceError> {
        let Some(forecast) = &self.entry.forecast else {
            return Ok(None);
        };
        let target = (self.place)(&forecast.target)?;
        let issued = self.maybe(forecast.issued.as_ref())?;
        Ok(Some(Forecast { target, issued }))
    }

    fn chain(&self) -> Result<Vec<Hop>, SourceError> {
        let hops = self.entry.chain.iter().map(|hop| {
            Ok(Hop {
                who: hop.who.clone(),
                url: hop.url.clone(),
                role: hop.role,
                locator: hop.locator.clone(),
                as_stated: self.maybe(hop.as_stated.as_ref())?,
                page: None,
            })
        });
        hops.collect()
    }

    /// The page on which it was seen. A transcript with one page need not name
    /// it, except at a finding that has a mark of its own.
    fn page(&self) -> Result<Option<&Work>, SourceError> {
        let shared = self.question.and_then(|(_, question)| question.seen.as_ref());
        if let Some(name) = self.entry.seen.as_ref().or(shared) {
            let page = self.seen.get(name.get_ref());
            return page.map(Some).ok_or_else(|| self.missing("seen", name));
        }
        let only = match self.seen.len() {
            1 if self.entry.mark.is_none() => self.seen.values().next(),
            _ => None,
        };
        Ok(only)
    }

    /// The address of the page of a work: `https://a.example/report.pdf#page=12`.
    fn address(&self, work: &Work) -> String {
        match &self.entry.page {
            Some(page) if !work.url.is_empty() && !work.url.contains('#') => {
                format!("{}#page={}", work.url, page.get_ref())
            }
            _ => work.url.clone(),
        }
    }

    fn mark(&self, page: Option<&Work>) -> Result<Mark, SourceError> {
        let mark = self.entry.mark.or(page.map(|page| page.mark));
        mark.ok_or_else(|| error(self.document, &self.entry.id, NO_PAGE))
    }

    /// The place of words that may be absent.
    fn maybe(&self, words: Option<&Words>) -> Result<Option<Place>, SourceError> {
        words.map(self.place).transpose()
    }

    fn missing(&self, table: &str, name: &Words) -> SourceError {
        missing(self.document, table, name)
    }
}

fn of_entry<'a>(
    document: &Document,
    questions: &'a IndexMap<String, QuestionForm>,
    entry: &'a FindingForm,
) -> Result<Option<(&'a str, &'a QuestionForm)>, SourceError> {
    let Some(name) = &entry.question else {
        return Ok(None);
    };
    match questions.get_key_value(name.get_ref()) {
        Some((name, question)) => Ok(Some((name, question))),
        None => Err(missing(document, "question", name)),
    }
}

/// That nobody says how close to the study a figure was seen.
pub const NO_PAGE: [&str; 2] =
    ["neither page nor mark is given", "ni page ni marque n'est indiquée"];

/// An error at a name that a table of the form does not have.
pub fn missing(document: &Document, table: &str, name: &Words) -> SourceError {
    let name_of = name.get_ref();
    let said =
        [format!("`[{table}]` has no `{name_of}`"), format!("`[{table}]` n'a pas de `{name_of}`")];
    error(document, name, said)
}

fn wire_question(name: &str, form: &QuestionForm) -> Question {
    Question {
        id: name.to_owned(),
        kind: form.kind,
        text: form.text.clone(),
        lang: form.lang.clone(),
        options: form.options.clone(),
        complete: form.complete,
        recall: form.recall.clone(),
    }
}
