//! `[study]` of a form, and the record that it becomes.

use gainsay_claims::wire::{
    Dependence, Disclosed, Interest, Margin, Notation, People, Recorded, Sampling, Strategy,
    StudyRecord, Unit, Work,
};
use serde::Deserialize;

use super::places::{Words, all, maybe, place};
use crate::{Document, SourceError};

/// `[study]`: the keys of the head of every document, as [`StudyRecord`] explains them.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct StudyForm {
    title: Words,
    title_lang: Option<String>,
    publisher: String,
    conducted_by: Option<String>,
    sponsor: Option<String>,
    #[serde(default)]
    sponsor_interest: Interest,
    #[serde(default)]
    strategy: Strategy,
    #[serde(default)]
    unit: Unit,
    #[serde(default)]
    regions: Vec<String>,
    #[serde(default)]
    pooled: Disclosed,
    universe: Option<String>,
    age: Option<Words>,
    excludes: Option<String>,
    frame: Option<String>,
    #[serde(default)]
    sampling: Sampling,
    #[serde(default)]
    mode: Vec<String>,
    fieldwork: Option<Words>,
    published: Option<Words>,
    edition: Option<String>,
    n: Option<Words>,
    #[serde(default)]
    n_elsewhere: Vec<Words>,
    #[serde(default)]
    notation: Notation,
    margin: Option<Words>,
    margin_level: Option<Words>,
    margin_n: Option<Words>,
    #[serde(default)]
    weighted: Disclosed,
    response_rate: Option<Words>,
    #[serde(default)]
    limitations: Vec<String>,
    licence: Option<String>,
    #[serde(default)]
    depends_on: Vec<Dependence>,
    recorded: Option<Recorded>,
}
impl StudyForm {
    /// The study of a document, named after it, and the pages where it was seen.
    ///
    /// # Errors
    ///
    /// When words that the record points at have escapes.
    pub fn record<'a>(
        &self,
        document: &Document,
        seen: impl IntoIterator<Item = &'a Work>,
    ) -> Result<StudyRecord, SourceError> {
        let study = self;
        let at = place(document, &study.title)?;
        let title = study.title.get_ref();
        Ok(StudyRecord {
            title_lang: study.title_lang.clone(),
            conducted_by: study.conducted_by.clone(),
            sponsor: study.sponsor.clone(),
            sponsor_interest: study.sponsor_interest,
            strategy: study.strategy,
            unit: study.unit,
            people: people(document, study)?,
            frame: study.frame.clone(),
            sampling: study.sampling,
            mode: study.mode.clone(),
            fieldwork: maybe(document, study.fieldwork.as_ref())?,
            published: maybe(document, study.published.as_ref())?,
            edition: study.edition.clone(),
            n: maybe(document, study.n.as_ref())?,
            notation: study.notation,
            n_elsewhere: all(document, &study.n_elsewhere)?,
            margin: margin(document, study)?,
            weighted: study.weighted,
            response_rate: maybe(document, study.response_rate.as_ref())?,
            limitations: study.limitations.clone(),
            licence: study.licence.clone(),
            works: seen.into_iter().cloned().collect(),
            depends_on: study.depends_on.clone(),
            recorded: study.recorded.clone(),
            ..StudyRecord::new(document.study_id(), at, title, &study.publisher)
        })
    }
}

fn people(document: &Document, study: &StudyForm) -> Result<People, SourceError> {
    Ok(People {
        regions: study.regions.clone(),
        pooled: study.pooled,
        universe: study.universe.clone(),
        age: maybe(document, study.age.as_ref())?,
        excludes: study.excludes.clone(),
    })
}

fn margin(document: &Document, study: &StudyForm) -> Result<Option<Margin>, SourceError> {
    let Some(margin) = &study.margin else {
        return Ok(None);
    };
    Ok(Some(Margin {
        at: place(document, margin)?,
        level: maybe(document, study.margin_level.as_ref())?,
        n: maybe(document, study.margin_n.as_ref())?,
    }))
}
