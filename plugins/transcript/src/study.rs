//! From `[study]` to the record of a study.

use gainsay_plugin::{
    Document, SourceError,
    wire::{Margin, People, StudyRecord},
};

use crate::{
    form::{Form, StudyForm},
    places::{all, maybe, place},
};

/// The study of a transcript, named after the document.
///
/// # Errors
///
/// When words that the record points at have escapes.
pub(crate) fn record(document: &Document, form: &Form) -> Result<StudyRecord, SourceError> {
    let study = &form.study;
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
        n_elsewhere: all(document, &study.n_elsewhere)?,
        margin: margin(document, study)?,
        weighted: study.weighted,
        response_rate: maybe(document, study.response_rate.as_ref())?,
        limitations: study.limitations.clone(),
        licence: study.licence.clone(),
        works: form.seen.values().cloned().collect(),
        depends_on: study.depends_on.clone(),
        recorded: study.recorded.clone(),
        ..StudyRecord::new(document.study_id(), at, title, &study.publisher)
    })
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
