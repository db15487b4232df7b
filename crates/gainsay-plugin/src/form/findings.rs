//! From `[[finding]]` to the record of a finding.

mod says;

use gainsay_plugin::{
    Document, SourceError,
    form::{Words, error, maybe, place},
    wire::{BaseStep, Figure, Finding, Forecast, Hop, Mark, People, Question, Work},
};
use indexmap::IndexMap;

use crate::form::{FindingForm, Form, QuestionForm};

/// The finding of one entry of a transcript.
///
/// # Errors
///
/// When it says nothing or several things, when it refers to a page or a
/// question that the transcript does not have, or when words that the record
/// points at have escapes.
pub(crate) fn record(
    document: &Document,
    form: &Form,
    entry: &FindingForm,
) -> Result<Finding, SourceError> {
    let entry = Entry { document, form, entry, question: question(document, form, entry)? };
    entry.record()
}

/// An entry with all that it refers to.
struct Entry<'a> {
    document: &'a Document,
    form: &'a Form,
    entry: &'a FindingForm,
    question: Option<(&'a str, &'a QuestionForm)>,
}

impl Entry<'_> {
    fn record(&self) -> Result<Finding, SourceError> {
        let Self { document, entry, .. } = *self;
        let id = format!("{}/{}", document.stem(), entry.id.get_ref());
        let study = entry.study.clone().unwrap_or_else(|| document.study_id());
        let page = self.page()?;
        let says = says::says(document, entry)?;
        Ok(Finding {
            role: entry.role,
            seen_at: page.map(|page| page.url.clone()),
            medium: entry.medium,
            facets: self.facets(),
            cut: entry.cut.clone(),
            negated: entry.negated,
            undecided: entry.undecided,
            joined: entry.joined.clone(),
            base: self.base()?,
            people: self.people()?,
            n: maybe(document, entry.n.as_ref())?,
            period: maybe(document, entry.period.as_ref())?,
            since: maybe(document, entry.since.as_ref())?,
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
        concept.ok_or_else(|| error(self.document, &self.entry.id, "no concept is named"))
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
        let mut base: Vec<_> =
            names.into_iter().map(|who| BaseStep { who, share: None, words: None }).collect();
        if let Some(share) = &self.entry.base_share {
            let Some(last) = base.last_mut() else {
                return Err(error(self.document, share, "there is no base to be this share"));
            };
            last.share = Some(Figure::at(place(self.document, share)?));
        }
        Ok(base)
    }

    fn people(&self) -> Result<Option<People>, SourceError> {
        let Self { document, entry, .. } = *self;
        if entry.regions.is_none() && entry.age.is_none() {
            return Ok(None);
        }
        let regions = entry.regions.clone().unwrap_or_default();
        let age = maybe(document, entry.age.as_ref())?;
        Ok(Some(People { regions, age, ..People::default() }))
    }

    fn forecast(&self) -> Result<Option<Forecast>, SourceError> {
        let Some(forecast) = &self.entry.forecast else {
            return Ok(None);
        };
        let target = place(self.document, &forecast.target)?;
        let issued = maybe(self.document, forecast.issued.as_ref())?;
        Ok(Some(Forecast { target, issued }))
    }

    fn chain(&self) -> Result<Vec<Hop>, SourceError> {
        let hops = self.entry.chain.iter().map(|hop| {
            Ok(Hop {
                who: hop.who.clone(),
                url: hop.url.clone(),
                role: hop.role,
                locator: hop.locator.clone(),
                as_stated: maybe(self.document, hop.as_stated.as_ref())?,
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
            let page = self.form.seen.get(name.get_ref());
            return page.map(Some).ok_or_else(|| self.missing("seen", name));
        }
        let only = match self.form.seen.len() {
            1 if self.entry.mark.is_none() => self.form.seen.values().next(),
            _ => None,
        };
        Ok(only)
    }

    fn mark(&self, page: Option<&Work>) -> Result<Mark, SourceError> {
        let mark = self.entry.mark.or(page.map(|page| page.mark));
        mark.ok_or_else(|| error(self.document, &self.entry.id, "neither page nor mark is given"))
    }

    fn missing(&self, table: &str, name: &Words) -> SourceError {
        missing(self.document, table, name)
    }
}

fn question<'a>(
    document: &Document,
    form: &'a Form,
    entry: &'a FindingForm,
) -> Result<Option<(&'a str, &'a QuestionForm)>, SourceError> {
    let Some(name) = &entry.question else {
        return Ok(None);
    };
    match form.question.get_key_value(name.get_ref()) {
        Some((name, question)) => Ok(Some((name, question))),
        None => Err(missing(document, "question", name)),
    }
}

fn missing(document: &Document, table: &str, name: &Words) -> SourceError {
    error(document, name, format!("`[{table}]` has no `{}`", name.get_ref()))
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
