//! Reading findings.

use indexmap::IndexMap;

use super::{Reader, Trouble, figure, study::region, word_trouble, words_at};
use crate::{
    claim::{Base, Claim, Statement, Step},
    diagnostic::{Diagnostic, Location},
    document::Document,
    facts::{Problem, WordKind},
    proposition::{Facets, Literal, Proposition},
    sample::Sample,
    study::{Population, Study},
    value::{Quantity, Unit},
    vocabulary::{FacetRole, unknown},
    wire::{DecimalSign, Disclosed, Figure, Finding, Notation, Order, Sampling, Says, Side, Term},
};

impl Reader<'_> {
    /// Reads a finding into a claim.
    ///
    /// # Errors
    ///
    /// The first thing wrong with it, with its place.
    pub fn finding(&self, said: impl Into<Box<Finding>>) -> Result<Claim, Diagnostic> {
        let said = said.into();
        let id = format!("{}/{}", self.source, said.id);
        self.read_finding(said, &id).map_err(|trouble| trouble.about(&id))
    }

    fn read_finding(&self, said: Box<Finding>, id: &str) -> Result<Claim, Trouble> {
        let document = self.document(&said.document)?;
        let (at, statement) = self.statement(document, &said)?;
        self.check_id(&said.id, false, &at)?;
        self.check_places(document, &said)?;
        if let Some(than) = &said.than {
            self.check_side(&said.concept, than).map_err(word_trouble(&at))?;
        }
        let study = self.study_named(&said, &at)?;
        let (proposition, wording) = self.proposition(&said, &at)?;
        let population = self.people(document, &said, study, &at)?;
        let base = self.base(document, &said, &population, &at)?;
        let period = match figure::period(document, said.period)? {
            None => study.and_then(|study| study.fieldwork),
            stated => stated,
        };
        let target = said.forecast.as_ref().map(|forecast| forecast.target);
        Ok(Claim {
            id: id.to_owned(),
            source: self.source.to_owned(),
            n: sample(document, &said, study)?,
            n_effective: figure::sample(document, said.n_effective, decimals(study))?,
            target: figure::period(document, target)?,
            at,
            proposition: proposition.into(),
            wording,
            statement,
            population,
            base,
            period,
            since: figure::period(document, said.since)?,
            said,
        })
    }

    fn statement(
        &self,
        document: &Document,
        said: &Finding,
    ) -> Result<(Location, Statement), Trouble> {
        match &said.says {
            Says::Share(one) => {
                let (at, share) = figure::share(document, one, self.notation(said))?;
                Ok((at, Statement::Share(share)))
            }
            Says::Count(one) => count(document, one, Statement::Count),
            Says::Mean(one) => count(document, one, Statement::Mean),
            Says::Money(one) => money(document, one),
            Says::Change(one) => change(document, one),
            Says::Rank(rank) => {
                let unit = rank.figure.unit.or(Some(Unit::Rank));
                let (words, reading) = figure::quantity(document, rank.figure.at, unit)?;
                match reading.quantity {
                    Quantity::Rank(place) => {
                        Ok((words.at, Statement::Rank { place, from_last: rank.from_last }))
                    }
                    _ => Err(figure::other_quantity(&words)),
                }
            }
            Says::Order(order) => {
                let at = words_at(document, order.words)?.at;
                self.check_order(said, order, &at)?;
                Ok((at, Statement::Order))
            }
            Says::Agreement(agreement) => {
                Ok((words_at(document, agreement.words)?.at, Statement::Agreement))
            }
            Says::Instance(instance) => instances(document, &instance.names),
            Says::Words(place) => {
                let words = words_at(document, *place)?;
                Ok((words.at, Statement::Words(words.text.to_owned())))
            }
        }
    }

    fn check_order(&self, said: &Finding, order: &Order, at: &Location) -> Result<(), Trouble> {
        let trouble = word_trouble(at);
        let sides = [&order.greater, &order.lesser];
        for side in sides {
            self.check_side(&said.concept, side).map_err(&trouble)?;
        }
        let [greater, lesser] = sides.map(|side| whole(said, side));
        if greater == lesser { Err(trouble(Problem::SameSides)) } else { Ok(()) }
    }

    fn check_side(&self, concept: &str, side: &Side) -> Result<(), Problem> {
        let concept = side.concept.as_deref().unwrap_or(concept);
        self.vocabulary.check_concept(concept)?;
        for (facet, value) in &side.facets {
            self.vocabulary.check_facet(concept, facet, value)?;
        }
        if let Some(universe) = &side.universe {
            self.vocabulary.check_universe(universe)?;
        }
        side.regions.iter().try_for_each(|word| region(word).map(|_| ()))
    }

    /// Checks the places that no figure is read at.
    fn check_places(&self, document: &Document, said: &Finding) -> Result<(), Trouble> {
        let hops = said.chain.iter().filter_map(|hop| hop.as_stated);
        let steps = said.base.iter().filter_map(|step| step.words);
        let issued = said.forecast.iter().filter_map(|forecast| forecast.issued);
        for place in hops.chain(steps).chain(issued) {
            words_at(document, place)?;
        }
        for page in said.chain.iter().filter_map(|hop| hop.page.as_ref()) {
            figure::date(document, page.published, None)?;
        }
        Ok(())
    }

    /// How the study that a finding names writes its figures.
    fn notation(&self, said: &Finding) -> Notation {
        let study = said.study.as_ref().and_then(|id| self.studies.get(id));
        study.map(|study| study.said.notation).unwrap_or_default()
    }

    fn study_named(&self, said: &Finding, at: &Location) -> Result<Option<&Study>, Trouble> {
        let Some(id) = &said.study else { return Ok(None) };
        if let Some(study) = self.studies.get(id) {
            return Ok(Some(study));
        }
        let source = id.split('/').next().unwrap_or(id);
        if self.missing.contains(source) || self.missing.contains(id) {
            return Ok(None);
        }
        Err(word_trouble(at)(unknown(WordKind::Study, id, self.studies.keys())))
    }

    fn proposition(&self, said: &Finding, at: &Location) -> Result<(Proposition, Facets), Trouble> {
        let trouble = word_trouble(at);
        let (mut proposition, wording) =
            self.narrowed(&said.concept, &said.facets).map_err(&trouble)?;
        if let Some(cut) = &said.cut {
            self.vocabulary.check_cut(&said.concept, cut).map_err(&trouble)?;
        }
        if let Some(joined) = &said.joined {
            let literal = |term: &Term| {
                let (proposition, _) = self.narrowed(&term.concept, &term.facets)?;
                Ok(Literal { negated: term.negated, proposition })
            };
            let literals = joined.with.iter().map(literal).collect::<Result<_, _>>();
            proposition.joined = Some((joined.by, literals.map_err(&trouble)?));
        }
        Ok((proposition, wording))
    }

    /// Splits facets into those that identify the proposition and those that
    /// only qualify its wording.
    fn narrowed(
        &self,
        concept: &str,
        facets: &IndexMap<String, String>,
    ) -> Result<(Proposition, Facets), Problem> {
        self.vocabulary.check_concept(concept)?;
        let mut proposition = Proposition::new(concept, Facets::new());
        let mut wording = Facets::new();
        for (facet, value) in facets {
            self.vocabulary.check_facet(concept, facet, value)?;
            let split = match self.vocabulary.facets[facet].role {
                FacetRole::Identifying => &mut proposition.facets,
                FacetRole::Qualifying => &mut wording,
            };
            split.insert(facet.clone(), value.clone());
        }
        Ok((proposition, wording))
    }

    /// The people of a claim: its own where it names them, else the study's.
    fn people(
        &self,
        document: &Document,
        said: &Finding,
        study: Option<&Study>,
        at: &Location,
    ) -> Result<Population, Trouble> {
        let asked = study.map(|study| study.population.clone()).unwrap_or_default();
        let Some(people) = &said.people else {
            return Ok(asked);
        };
        let own = self.population(document, people, at)?;
        Ok(Population {
            pooled: match (own.pooled, &own.regions) {
                (Disclosed::Unknown, None) => asked.pooled,
                (stated, _) => stated,
            },
            regions: own.regions.or(asked.regions),
            universe: own.universe.or(asked.universe),
            age: own.age.or(asked.age),
        })
    }

    /// The base of a claim: everybody asked, then the finding's own steps.
    fn base(
        &self,
        document: &Document,
        said: &Finding,
        population: &Population,
        at: &Location,
    ) -> Result<Base, Trouble> {
        let mut steps = Vec::with_capacity(said.base.len() + 1);
        let first = said.base.first().map(|step| &step.who);
        if let Some(universe) = population.universe.as_ref().filter(|&one| Some(one) != first) {
            steps.push(Step { who: universe.clone(), share: None });
        }
        for step in &said.base {
            self.vocabulary.check_universe(&step.who).map_err(word_trouble(at))?;
            let share = match &step.share {
                None => None,
                Some(one) => Some(figure::share(document, one, self.notation(said))?.1.hard),
            };
            steps.push(Step { who: step.who.clone(), share });
        }
        Ok(Base { steps })
    }
}

/// A side of an order with what it leaves to its finding: another concept takes none of the
/// finding's facets.
fn whole(said: &Finding, side: &Side) -> Side {
    let mut facets = match side.concept {
        None => said.facets.clone(),
        Some(_) => IndexMap::new(),
    };
    facets.extend(side.facets.clone());
    let base = || said.base.last().map(|step| step.who.clone());
    let asked = || said.people.as_ref().and_then(|people| people.universe.clone());
    let mut regions = match (&said.people, side.regions.is_empty()) {
        (Some(people), true) => people.regions.clone(),
        _ => side.regions.clone(),
    };
    regions.sort();
    Side {
        concept: side.concept.clone().or_else(|| Some(said.concept.clone())),
        facets,
        universe: side.universe.clone().or_else(base).or_else(asked),
        regions,
    }
}

/// How many the share is a share of: stated for this base, or everybody asked
/// when the base is everybody asked; otherwise unknown.
fn sample(document: &Document, said: &Finding, study: Option<&Study>) -> Result<Sample, Trouble> {
    if said.n.is_some() {
        return figure::sample(document, said.n, decimals(study));
    }
    let Some(study) = study else {
        return Ok(Sample::Unknown);
    };
    let everybody = said.people.is_none()
        && said.base.iter().all(|step| Some(&step.who) == study.population.universe.as_ref());
    let census = study.said.sampling == Sampling::Census;
    Ok(if everybody || census { study.n } else { Sample::Unknown })
}

/// How the study writes decimals of numbers of cases, if it has any.
fn decimals(study: Option<&Study>) -> Option<DecimalSign> {
    study.and_then(|study| study.said.notation.decimals)
}

fn count(
    document: &Document,
    one: &Figure,
    statement: fn(crate::value::Reading) -> Statement,
) -> Result<(Location, Statement), Trouble> {
    let (words, reading) = figure::quantity(document, one.at, one.unit.or(Some(Unit::Count)))?;
    match reading.quantity {
        Quantity::Count { .. } => Ok((words.at, statement(reading))),
        _ => Err(figure::other_quantity(&words)),
    }
}

fn money(document: &Document, one: &Figure) -> Result<(Location, Statement), Trouble> {
    let (words, reading) = figure::quantity(document, one.at, one.unit)?;
    match reading.quantity {
        Quantity::Money { .. } => Ok((words.at, Statement::Money(reading))),
        _ => Err(figure::other_quantity(&words)),
    }
}

fn change(document: &Document, one: &Figure) -> Result<(Location, Statement), Trouble> {
    let (words, reading) = figure::quantity(document, one.at, one.unit)?;
    match reading.quantity {
        Quantity::Points(_) | Quantity::PercentChange(_) | Quantity::Factor(_) => {
            Ok((words.at, Statement::Change(reading)))
        }
        _ => Err(figure::other_quantity(&words)),
    }
}

fn instances(
    document: &Document,
    names: &[crate::wire::Place],
) -> Result<(Location, Statement), Trouble> {
    let words: Vec<_> =
        names.iter().map(|&place| words_at(document, place)).collect::<Result<_, _>>()?;
    let at = words.first().map_or_else(|| document.location(0..0), |first| first.at.clone());
    Ok((at, Statement::Instance(words.iter().map(|one| one.text.to_owned()).collect())))
}
