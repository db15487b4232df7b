//! Reading study records.

use super::{Reader, Trouble, figure, word_trouble, words_at};
use crate::{
    diagnostic::{Diagnostic, Location},
    document::Document,
    facts::{Problem, WordKind},
    region::{Region, RegionSet},
    sample::Sample,
    study::{Population, Study},
    wire::{People, Sampling, StudyRecord},
};

impl Reader<'_> {
    /// Reads a study.
    ///
    /// # Errors
    ///
    /// The first thing wrong with it, with its place.
    pub fn study(&self, said: StudyRecord) -> Result<Study, Diagnostic> {
        let id = said.id.clone();
        self.read_study(said).map_err(|trouble| trouble.about(&id))
    }

    fn read_study(&self, said: StudyRecord) -> Result<Study, Trouble> {
        let document = self.document(&said.document)?;
        let at = words_at(document, said.at)?.at;
        self.check_id(&said.id, true, &at)?;
        let n = match said.sampling {
            Sampling::Census => Sample::Census,
            _ => figure::sample(document, said.n, said.notation.decimals)?,
        };
        if let Some(place) = said.response_rate {
            words_at(document, place)?;
        }
        let size = |&place| figure::sample(document, Some(place), said.notation.decimals);
        let elsewhere = said.n_elsewhere.iter().map(size);
        Ok(Study {
            id: said.id.clone(),
            source: self.source.to_owned(),
            population: self.population(document, &said.people, &at)?,
            fieldwork: figure::fieldwork(document, &said)?,
            published: figure::date(document, said.published, said.notation.dates)?,
            n,
            n_elsewhere: elsewhere.collect::<Result<_, _>>()?,
            margin: said.margin.as_ref().map(|one| figure::margin(document, one)).transpose()?,
            at,
            said,
        })
    }

    /// Reads a description of people.
    pub(super) fn population(
        &self,
        document: &Document,
        said: &People,
        at: &Location,
    ) -> Result<Population, Trouble> {
        let trouble = word_trouble(at);
        if let Some(universe) = &said.universe {
            self.vocabulary.check_universe(universe).map_err(&trouble)?;
        }
        let regions = said.regions.iter().map(|word| region(word));
        let regions = regions.collect::<Result<RegionSet, _>>().map_err(&trouble)?;
        Ok(Population {
            regions: (!regions.is_empty()).then_some(regions),
            pooled: said.pooled,
            universe: said.universe.clone(),
            age: figure::age(document, said.age)?,
        })
    }
}

/// Reads a region.
pub(super) fn region(word: &str) -> Result<Region, Problem> {
    Region::parse(word).map_err(|error| Problem::UnknownWord {
        kind: WordKind::Region,
        word: error.word,
        nearest: error.nearest.map(str::to_owned),
    })
}
